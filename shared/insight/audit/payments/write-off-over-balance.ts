/** Write-off over the balance: a debt given up that was not owed. */
import type { Excess } from '../excess.ts';
import type { AuditTest, Hit } from '../finding.ts';
import { type AuditView, invoiceOf, keepRows } from '../view.ts';

export const WRITE_OFF_OVER_BALANCE: AuditTest = {
  key: 'write-off-over-balance',
  title: { fr: 'Abandons au-delà du solde', en: 'Write-offs over the balance' },
  run: (view) => {
    const { amount } = view.register.payments;
    const over = view.excesses.filter(({ lastWriteOff, writtenOff }) => writtenOff > 0 && lastWriteOff >= 0);
    const without = Array.from(keepRows(view.writeOffs, (p) => invoiceOf(view, p) < 0 && amount[p] > 0));
    const hits = [
      ...over.map((one) => overHit(view, one)),
      ...without.map((p) => withoutInvoiceHit(view, p)),
    ];
    return { ran: true, population: view.writeOffs.length, hits };
  },
};

function overHit({ register }: AuditView, { invoice, lastWriteOff, writtenOff }: Excess): Hit {
  const { invoices, payments } = register;
  const currency = invoices.currency[invoice];
  return {
    severity: 'error',
    table: 'payments',
    row: payments.row[lastWriteOff],
    subject: invoices.numberAt(invoice),
    currency,
    amount: writtenOff,
    say: {
      fr: ({ bill, day, money }) =>
        `L’abandon du ${day(payments.day[lastWriteOff])} sur ${bill(invoice)} dépasse de ${money(writtenOff, currency)} ce qui restait dû\u202f; ` +
        `ramenez-le au solde de la facture.`,
      en: ({ bill, day, money }) =>
        `The write-off of ${day(payments.day[lastWriteOff])} on ${bill(invoice)} is ${money(writtenOff, currency)} more than was still due; ` +
        `reduce it to the invoice’s balance.`,
    },
  };
}

function withoutInvoiceHit({ register }: AuditView, p: number): Hit {
  const { amount, client: clientOf, currency, day: givenUpOn, row } = register.payments;
  return {
    severity: 'error',
    table: 'payments',
    row: row[p],
    subject: register.clients[clientOf[p]].code,
    currency: currency[p],
    amount: amount[p],
    say: {
      fr: ({ client, day, money }) =>
        `L’abandon de ${money(amount[p], currency[p])} du ${day(givenUpOn[p])} pour ${client(clientOf[p])} ne nomme aucune facture émise et n’éteint donc aucune dette\u202f; ` +
        `indiquez la facture abandonnée.`,
      en: ({ client, day, money }) =>
        `The write-off of ${money(amount[p], currency[p])} of ${day(givenUpOn[p])} for ${client(clientOf[p])} names no issued invoice and so settles no debt; ` +
        `name the invoice given up.`,
    },
  };
}
