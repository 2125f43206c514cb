/** Ageing: each open balance placed by how long it is overdue. */
import type { DayNumber } from '../base/civil-date.ts';
import type { Register, Settings } from '../register/entries.ts';
import type { ClientBalance, OpenItem } from './ledger.ts';

/** Youngest first; the report's columns stand in this order. */
export const AGEING_BUCKETS = ['notDue', 'd1to30', 'd31to60', 'd61to90', 'd90plus'] as const;
export type AgeingBucket = (typeof AGEING_BUCKETS)[number];
export type Ageing = Readonly<Record<AgeingBucket, number>>; // open balance, minor units of one currency

/** From which day an item's age is counted for its bucket. Days overdue and what is due keep the due date. */
export type AgedBy = Settings['agedBy'];

/** Ages the open items of one currency. The buckets sum to the open balance of them all. */
export function ageItems(
  register: Register,
  items: readonly OpenItem[],
  asOf: DayNumber,
  agedBy: AgedBy,
): Ageing {
  const sums = new Float64Array(AGEING_BUCKETS.length);
  for (const item of items) sums[bucketIndex(daysAged(register, item, asOf, agedBy))] += item.open;
  return ageingAt(sums, 0);
}

/** The balances handed in, in their order, each with the ageing of its client's items; all zeros where it has none. */
export function ageClients(
  register: Register,
  balances: readonly ClientBalance[],
  items: readonly OpenItem[],
  asOf: DayNumber,
  agedBy: AgedBy,
): readonly (ClientBalance & { readonly ageing: Ageing })[] {
  const width = AGEING_BUCKETS.length;
  const sums = new Float64Array(register.clients.length * width);
  for (const item of items) {
    const client = register.invoices.client[item.invoice];
    sums[client * width + bucketIndex(daysAged(register, item, asOf, agedBy))] += item.open;
  }
  return balances.map((balance) => ({ ...balance, ageing: ageingAt(sums, balance.client * width) }));
}

/** The bucket an open item stands in. */
export function bucketOf(register: Register, item: OpenItem, asOf: DayNumber, agedBy: AgedBy): AgeingBucket {
  return ageingBucket(daysAged(register, item, asOf, agedBy));
}

/** @param days whole days overdue; on its due date (0) an invoice is not due yet. */
export function ageingBucket(days: number): AgeingBucket {
  return AGEING_BUCKETS[bucketIndex(days)];
}

function bucketIndex(days: number): number {
  if (days <= 0) return 0;
  if (days <= 30) return 1;
  if (days <= 60) return 2;
  return days <= 90 ? 3 : 4;
}

function daysAged({ invoices }: Register, item: OpenItem, asOf: DayNumber, agedBy: AgedBy): number {
  return asOf - (agedBy === 'issueDate' ? invoices.issueDay[item.invoice] : item.dueDay);
}

function ageingAt(sums: Float64Array, first: number): Ageing {
  return {
    notDue: sums[first],
    d1to30: sums[first + 1],
    d31to60: sums[first + 2],
    d61to90: sums[first + 3],
    d90plus: sums[first + 4],
  };
}
