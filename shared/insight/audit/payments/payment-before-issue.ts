/** Payment before issue: money for an invoice that did not exist yet is an advance, a wrong date or a wrong number. */
import type { AuditTest, Hit } from '../finding.ts';
import { type AuditView, invoiceOf } from '../view.ts';

export const PAYMENT_BEFORE_ISSUE: AuditTest = {
  key: 'payment-before-issue',
  title: { fr: 'Règlements avant la facture', en: 'Payments before their invoice' },
  run: (view) => {
    const { invoices, payments } = view.register;
    const hits: Hit[] = [];
    let population = 0;
    for (let at = 0; at < view.paid.length; at++) {
      const p = view.paid[at];
      const invoice = invoiceOf(view, p);
      if (invoice < 0) continue;
      population++;
      if (payments.day[p] < invoices.issueDay[invoice]) hits.push(earlyHit(view, p));
    }
    return { ran: true, population, hits };
  },
};

function earlyHit({ register }: AuditView, p: number): Hit {
  const { invoices, payments } = register;
  const { amount, currency, day: paidOn, invoice, row } = payments;
  const before = invoices.issueDay[invoice[p]] - paidOn[p];
  return {
    severity: 'warning',
    table: 'payments',
    row: row[p],
    subject: invoices.numberAt(invoice[p]),
    currency: currency[p],
    amount: amount[p],
    say: {
      fr: ({ bill, count, day, money }) =>
        `Le règlement de ${money(amount[p], currency[p])} du ${day(paidOn[p])} précède de ${count(before, 'jour', 'jours')} sa facture ${bill(invoice[p])}\u202f; ` +
        `vérifiez les deux dates et le numéro, ou s’il s’agit d’un acompte, qui demande sa propre facture.`,
      en: ({ bill, count, day, money }) =>
        `The payment of ${money(amount[p], currency[p])} of ${day(paidOn[p])} is ${count(before, 'day', 'days')} earlier than its invoice ${bill(invoice[p])}; ` +
        `check both dates and the number, or whether it is an advance, which calls for an invoice of its own.`,
    },
  };
}
