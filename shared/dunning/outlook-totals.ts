/** What the messages of an outlook come to, day by day: how many, and how much they would ask for. */
import type { DayNumber } from '../base/civil-date.ts';
import type { OutlookMessage } from './outlook.ts';

export type DayTotal = {
  readonly day: DayNumber;
  readonly currency: number; // index into the register's currencies
  readonly count: number; // messages
  readonly total: number; // minor units
};

/** One line a day and currency that has any, in order. Amounts of different currencies are never added. */
export function dayTotals(messages: readonly OutlookMessage[]): readonly DayTotal[] {
  const totals = new Map<string, DayTotal>();
  for (const { currency, day, total } of messages) {
    const key = `${day}/${currency}`;
    const known = totals.get(key) ?? { day, currency, count: 0, total: 0 };
    totals.set(key, { ...known, count: known.count + 1, total: known.total + total });
  }
  return Array.from(totals.values()).sort((a, b) => a.day - b.day || a.currency - b.currency);
}
