/** Write-offs without a reason: a debt given up needs one, for the VAT as for the auditor, and theft of receipts hides in those that have none. */
import { type AuditTest, type Hit, notRun } from '../finding.ts';
import type { AuditView } from '../view.ts';

export const WRITE_OFF_REASON: AuditTest = {
  key: 'write-off-without-reason',
  title: { fr: 'Abandons sans motif', en: 'Write-offs without a reason' },
  run: (view) => {
    const { evidence } = view.inputs;
    if (evidence === null) return notRun('Motifs non lus.', 'Reasons were not read.');
    const { amount } = view.register.payments;
    const given = Array.from(view.writeOffs).filter((p) => amount[p] > 0);
    const hits = given.filter((p) => evidence.isReasoned[p] === 0).map((p) => bareHit(view, p));
    return { ran: true, population: given.length, hits };
  },
};

function bareHit({ register }: AuditView, p: number): Hit {
  const { invoices, payments } = register;
  const { amount, client, currency, day, invoice, row } = payments;
  return {
    severity: 'warning',
    table: 'payments',
    row: row[p],
    column: 'notes',
    subject: invoice[p] >= 0 ? invoices.numberAt(invoice[p]) : register.clients[client[p]].code,
    facts: [day[p]],
    currency: currency[p],
    amount: amount[p],
    say: {
      fr: (tell) =>
        `L’abandon de ${tell.money(amount[p], currency[p])} du ${tell.day(day[p])} pour ${tell.client(client[p])} ne dit pas pourquoi\u202f; ` +
        `écrivez-en le motif et qui l’a approuvé dans ses notes, et vérifiez que rien n’a été encaissé.`,
      en: (tell) =>
        `The write-off of ${tell.money(amount[p], currency[p])} of ${tell.day(day[p])} for ${tell.client(client[p])} does not say why; ` +
        `write its reason and who approved it in its notes, and check that nothing was received.`,
    },
  };
}
