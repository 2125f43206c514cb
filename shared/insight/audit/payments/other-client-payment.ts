/** A payment of one client on another's invoice: a slip, money in the wrong account, or a debt hidden by somebody else's money. */
import type { StrayPayment } from '../../../register/reading/evidence.ts';
import { type AuditTest, type Hit, notRun } from '../finding.ts';
import { type AuditView, keepRows } from '../view.ts';

export const OTHER_CLIENT_PAYMENT: AuditTest = {
  key: 'payment-other-client',
  title: {
    fr: 'Règlements d’un client sur la facture d’un autre',
    en: 'Payments of one client on another’s invoice',
  },
  run: (view) => {
    const { evidence } = view.inputs;
    if (evidence === null) return notRun('Lignes mises à part non lues.', 'Rows left out were not read.');
    const strays = evidence.strays.filter(({ day }) => day <= view.asOf);
    const crossed = crossedPayments(view);
    const hits = [
      ...strays.map((stray) => strayHit(view, stray)),
      ...crossed.map((payment) => crossedHit(view, payment)),
    ];
    return { ran: true, population: view.paid.length + strays.length, hits };
  },
};

/** Payments whose reference is the number of an invoice of another client than the one they are entered on. */
export function crossedPayments({ inputs, paid, register }: AuditView): readonly number[] {
  const { evidence } = inputs;
  if (evidence === null) return [];
  const { invoices, payments } = register;
  const crossed = keepRows(paid, (p) => {
    const named = evidence.referenced[p];
    return named >= 0 && invoices.creditNote[named] === 0 && invoices.client[named] !== payments.client[p];
  });
  return Array.from(crossed);
}

function strayHit({ register }: AuditView, { amount, client, day, invoice, row }: StrayPayment): Hit {
  const { invoices } = register;
  const currency = invoices.currency[invoice];
  const owner = invoices.client[invoice];
  return {
    severity: 'error',
    table: 'payments',
    row,
    column: 'client',
    subject: invoices.numberAt(invoice),
    mark: register.clients[client].code,
    facts: [day],
    currency,
    amount,
    say: {
      fr: (tell) =>
        `Le règlement de ${tell.money(amount, currency)} du ${tell.day(day)} est au nom de ${tell.client(client)} et sur ${tell.document(invoice)}, facture de ${tell.client(owner)}\u202f; il n’est compté nulle part. ` +
        `Vérifiez au relevé bancaire qui a payé, et quelle facture.`,
      en: (tell) =>
        `The payment of ${tell.money(amount, currency)} of ${tell.day(day)} is in the name of ${tell.client(client)} and on ${tell.document(invoice)}, an invoice to ${tell.client(owner)}; it is counted nowhere. ` +
        `Check on the bank statement who paid, and which invoice.`,
    },
  };
}

function crossedHit({ inputs, register }: AuditView, p: number): Hit {
  const { invoices, payments } = register;
  const { amount, client, currency, day, invoice, row } = payments;
  const named = inputs.evidence?.referenced[p] ?? -1;
  return {
    severity: 'warning',
    table: 'payments',
    row: row[p],
    column: 'reference',
    subject: invoice[p] >= 0 ? invoices.numberAt(invoice[p]) : register.clients[client[p]].code,
    mark: invoices.numberAt(named),
    facts: [day[p]],
    currency: currency[p],
    amount: amount[p],
    say: {
      fr: (tell) =>
        `Le règlement de ${tell.money(amount[p], currency[p])} du ${tell.day(day[p])}, inscrit pour ${tell.client(client[p])}, porte en référence ${tell.document(named)}, facture de ${tell.client(invoices.client[named])}\u202f; ` +
        `vérifiez au relevé bancaire à qui est cet argent.`,
      en: (tell) =>
        `The payment of ${tell.money(amount[p], currency[p])} of ${tell.day(day[p])}, entered for ${tell.client(client[p])}, has ${tell.document(named)} as reference, an invoice to ${tell.client(invoices.client[named])}; ` +
        `check on the bank statement whose money it is.`,
    },
  };
}
