/** Baselines: what one would say without a model. Each sees what was known on the day, and no more. */
import type { DayNumber } from '../../../shared/base/civil-date.ts';
import { type DataInvoice, settledDay } from './data-set.ts';
import { mean } from './figures.ts';

export type Baselines = {
  readonly meanDelay: (client: string) => number; // days after the due date of what was paid; of all clients where it paid nothing
  readonly lateRate: (client: string) => number; // as if two more invoices had been paid as all clients pay
  readonly overdueDays: (client: string) => number; // ageing: days overdue of what is open, weighted by amount
};

const LENT_INVOICES = 2;

export function baselinesOf(invoices: readonly DataInvoice[], asOf: DayNumber): Baselines {
  const delays = new Map<string, number[]>();
  const late = new Map<string, { late: number; count: number }>();
  const overdue = new Map<string, number>();
  for (const invoice of invoices) {
    if (invoice.issued > asOf) continue;
    const settled = settledDay(invoice);
    const isPaid = settled !== null && settled <= asOf;
    if (isPaid) append(delays, invoice.client, settled - invoice.due);
    if (!isPaid && invoice.due >= asOf) continue;
    const isLate = !isPaid || settled > invoice.due;
    const counts = late.get(invoice.client) ?? { late: 0, count: 0 };
    late.set(invoice.client, { late: counts.late + Number(isLate), count: counts.count + 1 });
    if (!isPaid) {
      const days = (asOf - invoice.due) * invoice.amount;
      overdue.set(invoice.client, (overdue.get(invoice.client) ?? 0) + days);
    }
  }
  const all = Array.from(delays.values()).flat();
  const usualDelay = all.length > 0 ? mean(all) : 0;
  const counts = Array.from(late.values());
  const usualRate =
    counts.reduce((sum, one) => sum + one.late, 0) /
    Math.max(
      1,
      counts.reduce((sum, one) => sum + one.count, 0),
    );
  return {
    meanDelay: (client) => mean(delays.get(client) ?? [usualDelay]),
    lateRate: (client) => {
      const own = late.get(client) ?? { late: 0, count: 0 };
      return (own.late + LENT_INVOICES * usualRate) / (own.count + LENT_INVOICES);
    },
    overdueDays: (client) => overdue.get(client) ?? 0,
  };
}

function append(lists: Map<string, number[]>, key: string, value: number): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
