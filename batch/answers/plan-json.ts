/** The outlook as JSON: messages, holds and what falls due, as the report's `dunning` writes decisions. */
import { civilDate } from '../../shared/base/civil-date.ts';
import { decimalText } from '../../shared/base/money.ts';
import type { AskedItem } from '../../shared/dunning/decision.ts';
import type { FallingDue } from '../../shared/dunning/falling-due.ts';
import type { Outlook, OutlookHold, OutlookMessage } from '../../shared/dunning/outlook.ts';
import { dayTotals } from '../../shared/dunning/outlook-totals.ts';
import type { Register } from '../../shared/register/entries.ts';
import { claimed, dateOrNull } from './dunning-rows.ts';
import type { JsonRow, JsonValue } from './json-text.ts';

export function planValue(register: Register, outlook: Outlook): JsonValue {
  const { days, dues, from, holds, messages } = outlook;
  return {
    schema: 1,
    asOf: civilDate(from),
    days,
    totals: () =>
      dayTotals(messages).map(({ count, currency, day, total }) => ({
        day: civilDate(day),
        currency: register.currencies[currency],
        messages: count,
        total: decimalText(total, register.currencies[currency]),
      })),
    messages: () => messages.map((message) => messageRow(register, message)),
    holds: () => holds.map((hold) => holdRow(register, hold)),
    due: () => dues.map((due) => dueRow(register, due)),
  };
}

function messageRow(register: Register, message: OutlookMessage): JsonRow {
  const { asked, channel, client, code, level, newDeadline, template, total, what, why } = message;
  const { language } = register.settings;
  const currency = register.currencies[message.currency];
  return {
    day: civilDate(message.day),
    client: register.clients[client].code,
    currency,
    level,
    what: what[language],
    channel,
    template,
    invoices: numbersOf(register, asked),
    total: decimalText(total, currency),
    ...claimed('interest', message.interest, currency),
    ...claimed('indemnity', message.indemnity, currency),
    newDeadline: dateOrNull(newDeadline),
    code,
    why: why[language],
  };
}

function holdRow(register: Register, hold: OutlookHold): JsonRow {
  const { asked, client, code, from, level, through, total, until, what, why } = hold;
  const { language } = register.settings;
  const currency = register.currencies[hold.currency];
  return {
    from: civilDate(from),
    through: civilDate(through),
    until: dateOrNull(until),
    client: register.clients[client].code,
    currency,
    level,
    what: what[language],
    invoices: numbersOf(register, asked),
    total: decimalText(total, currency),
    code,
    why: why[language],
  };
}

function dueRow(register: Register, due: FallingDue): JsonRow {
  const { amount, client, day, instalment, invoice, kind, lastDay } = due;
  const currency = register.currencies[due.currency];
  return {
    day: civilDate(day),
    kind,
    client: register.clients[client].code,
    currency,
    invoice: invoice < 0 ? null : register.invoices.numberAt(invoice),
    instalment,
    amount: amount === null ? null : decimalText(amount, currency),
    lastDay: civilDate(lastDay),
  };
}

function numbersOf({ invoices }: Register, asked: readonly AskedItem[]): readonly string[] {
  return Array.from(new Set(asked.map(({ invoice }) => invoice)), invoices.numberAt);
}
