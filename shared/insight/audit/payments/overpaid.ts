/** Overpaid: money received for an invoice above what it asked for. */
import type { Excess } from '../excess.ts';
import type { AuditTest, Hit } from '../finding.ts';
import type { AuditView } from '../view.ts';

export const OVERPAID: AuditTest = {
  key: 'overpaid',
  title: { fr: 'Factures payées au-delà de leur montant', en: 'Invoices paid above their amount' },
  run: (view) => {
    const hits = view.excesses
      .filter(({ cash, lastCash }) => cash > 0 && lastCash >= 0)
      .map((one) => overHit(view, one));
    return { ran: true, population: view.invoices.length, hits };
  },
};

function overHit({ register }: AuditView, { cash, invoice, lastCash }: Excess): Hit {
  const { invoices, payments } = register;
  const currency = invoices.currency[invoice];
  const client = invoices.client[invoice];
  const paidOn = payments.day[lastCash];
  return {
    severity: 'warning',
    table: 'payments',
    row: payments.row[lastCash],
    subject: invoices.numberAt(invoice),
    currency,
    amount: cash,
    say: {
      fr: (tell) =>
        `${tell.bill(invoice)}, à ${tell.client(client)}, est payée ${tell.money(cash, currency)} de trop, ` +
        `le dernier règlement étant du ${tell.day(paidOn)}\u202f; vérifiez à quelle facture revient cette somme, affectez-la ou remboursez-la.`,
      en: (tell) =>
        `${tell.bill(invoice)}, to ${tell.client(client)}, is overpaid by ${tell.money(cash, currency)}, ` +
        `the last payment being of ${tell.day(paidOn)}; check which invoice the sum belongs to, apply it or pay it back.`,
    },
  };
}
