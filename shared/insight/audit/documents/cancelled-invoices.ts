/** Cancelled invoices: which credit note made an invoice nil. */
import type { AuditView } from '../view.ts';

export type Cancelled = { readonly invoice: number; readonly note: number };

/** Each invoice that its credit notes take back in full, with the one that does. */
export function cancelledInvoices({ corrections, register }: AuditView): readonly Cancelled[] {
  const { total } = register.invoices;
  const cancelled: Cancelled[] = [];
  for (const [invoice, notes] of corrections) {
    let left = total[invoice];
    if (left === 0) continue;
    for (const note of notes) {
      left -= total[note];
      if (left > 0) continue;
      cancelled.push({ invoice, note });
      break;
    }
  }
  return cancelled;
}
