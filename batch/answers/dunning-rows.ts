/** The dunning decisions as JSON: one row a client and currency. */
import { civilDate, type DayNumber } from '../../shared/base/civil-date.ts';
import { decimalText } from '../../shared/base/money.ts';
import type { ClaimedAmount, DunningDecision } from '../../shared/dunning/decision.ts';
import type { Register } from '../../shared/register/entries.ts';
import type { JsonRow } from './json-text.ts';
import type { Report } from './report.ts';

export function* dunningRows(report: Report): Generator<JsonRow> {
  for (const decision of report.dunning) yield dunningRow(report, decision);
}

function dunningRow({ register, language }: Report, decision: DunningDecision): JsonRow {
  const { action, asked, channel, code, heldUntil, level, missingRate, newDeadline, total, why } = decision;
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
    ...earlierClaims(register, decision, currency),
    newDeadline: dateOrNull(newDeadline),
    ...(action === 'hold' ? heldUntilOr(heldUntil) : {}),
    code,
    why: why[language],
  };
}

/** What remains of the interest and indemnities of invoices paid meanwhile, asked for beside. */
function earlierClaims({ invoices }: Register, { earlier }: DunningDecision, currency: string) {
  if (earlier.invoices.length === 0) return {};
  return {
    earlier: {
      invoices: earlier.invoices.map(invoices.numberAt),
      ...claimed('interest', earlier.interest, currency),
      ...claimed('indemnity', earlier.indemnity, currency),
    },
  };
}

/** The last day of a hold, where the register knows it. */
function heldUntilOr(day: DayNumber | null) {
  if (day === null) return { heldUntil: null, heldUntilReason: 'until-somebody-acts' };
  return { heldUntil: civilDate(day) };
}

/** A day as JSON has it. */
export function dateOrNull(day: DayNumber | null): string | null {
  return day === null ? null : civilDate(day);
}

/** A claim beside the debt, or why there is none. */
export function claimed(key: 'interest' | 'indemnity', amount: ClaimedAmount, currency: string) {
  if (amount.minor === null) return { [key]: null, [`${key}Reason`]: amount.reason };
  return { [key]: decimalText(amount.minor, currency) };
}
