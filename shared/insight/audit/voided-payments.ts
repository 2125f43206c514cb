/** Voided payments: a payment that was recorded and sealed, then changed or deleted. Receipts are hidden like that, and slips mended. */
import { type AuditTest, type Hit, notRun } from './finding.ts';
import type { VoidedPayment } from './sealed-payments.ts';
import type { AuditView } from './view.ts';

export const VOIDED_PAYMENTS: AuditTest = {
  key: 'payment-voided',
  title: { fr: 'Règlements modifiés ou supprimés après coup', en: 'Payments changed or deleted later' },
  run: (view) => {
    const { chain } = view.inputs;
    if (chain === null || chain.payments === 0)
      return notRun('Aucun règlement scellé.', 'No payment was sealed.');
    const voids = chain.voids.filter(({ on }) => on <= view.asOf);
    return { ran: true, population: chain.payments, hits: voids.map((one) => voidHit(view, one)) };
  },
};

function voidHit({ register }: AuditView, { now, number, on, row, was }: VoidedPayment): Hit {
  const currency = register.currencies.indexOf(was.currency);
  const isKnown = currency >= 0 && !Number.isNaN(was.amount);
  const moved =
    now !== null && now.currency === was.currency ? Math.abs(was.amount - now.amount) : Math.abs(was.amount);
  return {
    severity: 'warning',
    table: 'seals',
    row,
    subject: number,
    mark: `${was.id}/${was.day}/${was.amount}`,
    facts: [on, now === null ? 'gone' : `${now.day}/${now.client}/${now.invoice}/${now.amount}`],
    currency: isKnown ? currency : null,
    amount: isKnown ? moved : null,
    say: {
      fr: ({ day, money }) =>
        `Le règlement ${number} de ${isKnown ? money(was.amount, currency) : was.currency} du ${day(was.day)} (client ${was.client}${was.invoice === '' ? '' : `, ${was.invoice}`}) a été ${now === null ? 'supprimé' : 'modifié'} le ${day(on)}` +
        `${now === null ? '' : `\u202f: ${isKnown ? money(now.amount, currency) : now.currency}, le ${day(now.day)}, client ${now.client}${now.invoice === '' ? '' : `, ${now.invoice}`}`}\u202f; ` +
        `vérifiez au relevé bancaire, et qui l’a fait.`,
      en: ({ day, money }) =>
        `The payment ${number} of ${isKnown ? money(was.amount, currency) : was.currency} of ${day(was.day)} (client ${was.client}${was.invoice === '' ? '' : `, ${was.invoice}`}) was ${now === null ? 'deleted' : 'changed'} on ${day(on)}` +
        `${now === null ? '' : `: ${isKnown ? money(now.amount, currency) : now.currency}, on ${day(now.day)}, client ${now.client}${now.invoice === '' ? '' : `, ${now.invoice}`}`}; ` +
        `check the bank statement, and who did it.`,
    },
  };
}
