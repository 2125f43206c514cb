/** Cut-off: an invoice of one month cancelled in a later one leaves the sale in the wrong month. */
import { startOfMonth } from '../../../base/civil-date.ts';
import type { AuditTest, Hit } from '../finding.ts';
import type { AuditView } from '../view.ts';
import { type Cancelled, cancelledInvoices } from './cancelled-invoices.ts';

export const LATE_CREDIT: AuditTest = {
  key: 'credit-after-period',
  title: { fr: 'Factures annulées un autre mois', en: 'Invoices cancelled in a later month' },
  run: (view) => {
    const { issueDay } = view.register.invoices;
    const hits = cancelledInvoices(view)
      .filter(({ invoice, note }) => startOfMonth(issueDay[note]) > issueDay[invoice])
      .map((cancelled) => creditHit(view, cancelled));
    return { ran: true, population: view.corrections.size, hits };
  },
};

function creditHit({ register }: AuditView, { invoice, note }: Cancelled): Hit {
  const { currency, issueDay, numberAt, row, total } = register.invoices;
  return {
    severity: 'note',
    table: 'invoices',
    row: row[note],
    subject: numberAt(note),
    currency: currency[invoice],
    amount: total[invoice],
    say: {
      fr: ({ bill, day }) =>
        `${bill(invoice)} est annulée par l’avoir ${numberAt(note)} du ${day(issueDay[note])}, un autre mois\u202f; ` +
        `si une période a été arrêtée entre les deux, vérifiez que la vente n’y est pas comptée.`,
      en: ({ bill, day }) =>
        `${bill(invoice)} is cancelled by credit note ${numberAt(note)} of ${day(issueDay[note])}, in a later month; ` +
        `if a period was closed in between, check that the sale is not counted in it.`,
    },
  };
}
