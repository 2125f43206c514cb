/** The order of open items: oldest due date first, then by invoice number, then by instalment. */
import type { Invoices } from '../register/entries.ts';
import type { OpenItem } from './ledger.ts';

/**
 * Sorts days as numbers, and texts only within a day: a full sheet may have half a million items open.
 * @param numberAt the number of the invoice at an index
 */
export function itemsInOrder(
  items: readonly OpenItem[],
  numberAt: Invoices['numberAt'],
): readonly OpenItem[] {
  const sorted = byDueDay(items);
  let from = 0;
  for (let to = 1; to <= sorted.length; to++) {
    if (to < sorted.length && sorted[to].dueDay === sorted[from].dueDay) continue;
    sortWithinDay(sorted, from, to, numberAt);
    from = to;
  }
  return sorted;
}

/** Each key is a day and, below it, the place of an item: a sort of plain numbers. */
function byDueDay(items: readonly OpenItem[]): OpenItem[] {
  const first = items.reduce((day, item) => Math.min(day, item.dueDay), Number.POSITIVE_INFINITY);
  const keys = new Float64Array(items.length);
  items.forEach((item, place) => {
    keys[place] = (item.dueDay - first) * items.length + place;
  });
  keys.sort();
  return Array.from({ length: items.length }, (_, k) => items[keys[k] % items.length]);
}

/** Registers are kept by number, so most days are in order as they come: only the others are sorted. */
function sortWithinDay(items: OpenItem[], from: number, to: number, numberAt: Invoices['numberAt']): void {
  const day = items.slice(from, to).map((item) => ({ item, number: numberAt(item.invoice) }));
  const inOrder = day.every((entry, k) => k === 0 || compareInDay(day[k - 1], entry) <= 0);
  if (inOrder) return;
  day.sort(compareInDay).forEach(({ item }, k) => {
    items[from + k] = item;
  });
}

type Numbered = { readonly item: OpenItem; readonly number: string };

function compareInDay(a: Numbered, b: Numbered): number {
  return compareText(a.number, b.number) || (a.item.instalment || 0) - (b.item.instalment || 0);
}

/** By code unit: the same on every machine, in every language. */
function compareText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
