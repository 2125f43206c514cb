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
  const ageing = emptyAgeing();
  for (const item of items) ageing[bucketOf(register, item, asOf, agedBy)] += item.open;
  return ageing;
}

/** The balances handed in, in their order, each with the ageing of its client's items; a client without any has all zeros. */
export function ageClients(
  register: Register,
  balances: readonly ClientBalance[],
  items: readonly OpenItem[],
  asOf: DayNumber,
  agedBy: AgedBy,
): readonly (ClientBalance & { readonly ageing: Ageing })[] {
  const aged = balances.map((balance) => ({ ...balance, ageing: emptyAgeing() }));
  const ageingOf = new Map(aged.map(({ client, ageing }) => [client, ageing]));
  for (const item of items) {
    const ageing = ageingOf.get(register.invoices.client[item.invoice]);
    if (ageing) ageing[bucketOf(register, item, asOf, agedBy)] += item.open;
  }
  return aged;
}

/** The bucket an open item stands in. */
export function bucketOf(register: Register, item: OpenItem, asOf: DayNumber, agedBy: AgedBy): AgeingBucket {
  return ageingBucket(
    asOf - (agedBy === 'issueDate' ? register.invoices.issueDay[item.invoice] : item.dueDay),
  );
}

/** @param days whole days overdue; on its due date (0) an invoice is not due yet. */
export function ageingBucket(days: number): AgeingBucket {
  if (days <= 0) return 'notDue';
  if (days <= 30) return 'd1to30';
  if (days <= 60) return 'd31to60';
  if (days <= 90) return 'd61to90';
  return 'd90plus';
}

function emptyAgeing(): Record<AgeingBucket, number> {
  return { notDue: 0, d1to30: 0, d31to60: 0, d61to90: 0, d90plus: 0 };
}
