/** Instalments shared out among invoices: money fills the oldest one first. */
import type { DayNumber } from '../../../shared/base/civil-date.ts';

/** What an instalment pays of an invoice. Minor units of one currency. */
export type Part = { readonly invoice: number; readonly day: DayNumber; readonly amount: number };

/**
 * @param invoices what is open of each, the oldest first @param instalments by day; they sum to the same
 * @returns by invoice, then by day; the parts of an invoice sum to what is open of it
 */
export function sharedOut(
  invoices: readonly { readonly invoice: number; readonly amount: number }[],
  instalments: readonly { readonly day: DayNumber; readonly amount: number }[],
): readonly Part[] {
  const parts: Part[] = [];
  let at = 0;
  let left = instalments[0]?.amount ?? 0;
  for (const { amount: open, invoice } of invoices) {
    let wanted = open;
    while (wanted > 0 && at < instalments.length) {
      const amount = Math.min(wanted, left);
      if (amount > 0) parts.push({ invoice, day: instalments[at].day, amount });
      wanted -= amount;
      left -= amount;
      if (left === 0) {
        at += 1;
        left = instalments[at]?.amount ?? 0;
      }
    }
  }
  return parts;
}
