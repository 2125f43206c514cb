/** Credit over the invoice: credit notes that take back more than was billed. */
import type { AuditTest, Hit } from '../finding.ts';
import { type AuditView, creditedOf } from '../view.ts';

export const CREDIT_OVER_INVOICE: AuditTest = {
  key: 'credit-over-invoice',
  title: { fr: 'Avoirs supérieurs à leur facture', en: 'Credit notes over their invoice' },
  run: (view) => {
    const { total } = view.register.invoices;
    const corrected = Array.from(view.corrections.keys());
    const hits = corrected
      .filter((invoice) => creditedOf(view, invoice) > total[invoice])
      .map((invoice) => creditHit(view, invoice));
    return { ran: true, population: corrected.length, hits };
  },
};

function creditHit(view: AuditView, invoice: number): Hit {
  const { currency: currencyOf, numberAt, row, total } = view.register.invoices;
  const notes = view.corrections.get(invoice) ?? [];
  const note = notes[notes.length - 1];
  const credited = creditedOf(view, invoice);
  const over = credited - total[invoice];
  const currency = currencyOf[invoice];
  return {
    severity: 'error',
    table: 'invoices',
    row: row[note],
    subject: numberAt(note),
    currency,
    amount: over,
    say: {
      fr: ({ bill, count, money }) =>
        `${notes.length > 1 ? `${count(notes.length, 'avoir', 'avoirs')}, le dernier ${numberAt(note)}, reprennent en tout` : `L’avoir ${numberAt(note)} reprend`} ` +
        `${money(credited, currency)}, soit ${money(over, currency)} de plus que la facture ${bill(invoice)}\u202f; vérifiez le montant et la facture corrigée.`,
      en: ({ bill, count, money }) =>
        `${notes.length > 1 ? `${count(notes.length, 'credit note', 'credit notes')}, the last one ${numberAt(note)}, take back in all` : `Credit note ${numberAt(note)} takes back`} ` +
        `${money(credited, currency)}, ${money(over, currency)} more than invoice ${bill(invoice)}; check the amount and the invoice corrected.`,
    },
  };
}
