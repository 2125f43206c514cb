/** The dunning decisions as JSON: one row a client and currency. */
import { civilDate } from '../../shared/base/civil-date.ts';
import { decimalText } from '../../shared/base/money.ts';
import type { ClaimedAmount, DunningDecision } from '../../shared/dunning/decision.ts';
import type { JsonRow } from './json-text.ts';
import type { Report } from './report.ts';

export function* dunningRows(report: Report): Generator<JsonRow> {
  for (const decision of report.dunning) yield dunningRow(report, decision);
}

function dunningRow({ register, language }: Report, decision: DunningDecision): JsonRow {
  const { action, asked, channel, code, level, missingRate, newDeadline, total, why } = decision;
  const currency = register.currencies[decision.currency];
  const invoices = new Set(asked.map(({ invoice }) => invoice));
  return {
    client: register.clients[decision.client].code,
    currency,
    action,
    level,
    channel,
    invoices: Array.from(invoices, register.invoices.numberAt),
    total: decimalText(total, currency),
    ...claimed('interest', decision.interest, currency),
    ...(missingRate ? { missingRate: { ...missingRate, from: civilDate(missingRate.from) } } : {}),
    ...claimed('indemnity', decision.indemnity, currency),
    newDeadline: newDeadline === null ? null : civilDate(newDeadline),
    code,
    why: why[language],
  };
}

function claimed(key: 'interest' | 'indemnity', amount: ClaimedAmount, currency: string) {
  if (amount.minor === null) return { [key]: null, [`${key}Reason`]: amount.reason };
  return { [key]: decimalText(amount.minor, currency) };
}
