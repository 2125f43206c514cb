/** Early credit: an invoice cancelled within days of its issue may never have been a sale. */

import type { AuditTest, Hit } from '../finding.ts';
import type { AuditView } from '../view.ts';
import { type Cancelled, cancelledInvoices } from './cancelled-invoices.ts';

const SOON_DAYS = 7;

export const EARLY_CREDIT: AuditTest = {
  key: 'early-full-credit',
  title: { fr: 'Factures annulées aussitôt émises', en: 'Invoices cancelled soon after issue' },
  run: (view) => {
    const { issueDay } = view.register.invoices;
    const hits = cancelledInvoices(view)
      .filter(({ invoice, note }) => issueDay[note] - issueDay[invoice] <= SOON_DAYS)
      .map((cancelled) => creditHit(view, cancelled));
    return { ran: true, population: view.corrections.size, hits };
  },
};

function creditHit({ register }: AuditView, { invoice, note }: Cancelled): Hit {
  const { client: clientOf, currency, issueDay, numberAt, row, total } = register.invoices;
  return {
    severity: 'note',
    table: 'invoices',
    row: row[note],
    subject: numberAt(note),
    currency: currency[invoice],
    amount: total[invoice],
    say: {
      fr: ({ bill, client, day }) =>
        `${bill(invoice)}, à ${client(clientOf[invoice])}, est annulée par l’avoir ${numberAt(note)} dès le ${day(issueDay[note])}\u202f; ` +
        `vérifiez pourquoi elle a été émise et si une autre la remplace.`,
      en: ({ bill, client, day }) =>
        `${bill(invoice)}, to ${client(clientOf[invoice])}, is cancelled by credit note ${numberAt(note)} as early as ${day(issueDay[note])}; ` +
        `check why it was issued and whether another one replaces it.`,
    },
  };
}
