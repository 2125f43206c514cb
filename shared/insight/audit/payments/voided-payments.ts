/**
 * Changed payments: one that was recorded and sealed, then changed or deleted, whether the chain says so already or its row alone does.
 * Receipts are hidden like that, and slips mended.
 */
import type { Language } from '../../../base/words.ts';
import { type AlteredPayment, alteredPayments } from '../altered-payments.ts';
import { type AuditTest, type Hit, notRun } from '../finding.ts';
import type { SealedPayment, VoidedPayment } from '../seals/sealed-payments.ts';
import type { Teller } from '../teller.ts';
import type { AuditView } from '../view.ts';

export const VOIDED_PAYMENTS: AuditTest = {
  key: 'payment-voided',
  title: { fr: 'Règlements modifiés ou supprimés après coup', en: 'Payments changed or deleted later' },
  run: (view) => {
    const { chain } = view.inputs;
    if (chain === null || chain.payments.sealed === 0)
      return notRun('Aucun règlement scellé.', 'No payment was sealed.');
    const { sealed, standing, voids } = chain.payments;
    const altered = alteredPayments(view.register, standing);
    const hits = [
      ...voids.filter(({ on }) => on <= view.asOf).map((one) => voidHit(view, one)),
      ...altered.filter((one) => one.sealed.on <= view.asOf).map((one) => alteredHit(view, one)),
    ];
    return { ran: true, population: sealed, hits };
  },
};

function voidHit(view: AuditView, { now, number, on, row, was }: VoidedPayment): Hit {
  return {
    ...changeOf(view, was, now),
    table: 'seals',
    row,
    subject: number,
    facts: [on, stateOf(now)],
    say: {
      fr: (tell) =>
        `${paymentText(view, number, was, tell, 'fr')} a été ${now === null ? 'supprimé' : 'modifié'} le ${tell.day(on)}` +
        `${becameText(view, now, tell, 'fr')}\u202f; vérifiez au relevé bancaire, et qui l’a fait.`,
      en: (tell) =>
        `${paymentText(view, number, was, tell, 'en')} was ${now === null ? 'deleted' : 'changed'} on ${tell.day(on)}` +
        `${becameText(view, now, tell, 'en')}; check the bank statement, and who did it.`,
    },
  };
}

/** What the daily run has not sealed yet: the row itself is at hand. */
function alteredHit(view: AuditView, { now, sealed }: AlteredPayment): Hit {
  const { number, on, paymentRow, row, told } = sealed;
  return {
    ...changeOf(view, told, now),
    table: paymentRow > 0 ? 'payments' : 'seals',
    row: paymentRow > 0 ? paymentRow : row,
    subject: number,
    facts: [stateOf(now)],
    say: {
      fr: (tell) =>
        `${paymentText(view, number, told, tell, 'fr')}, scellé le ${tell.day(on)}, ${whereaboutsText(now, paymentRow, 'fr')}` +
        `${becameText(view, now, tell, 'fr')}\u202f; vérifiez au relevé bancaire, et qui l’a fait.`,
      en: (tell) =>
        `${paymentText(view, number, told, tell, 'en')}, sealed on ${tell.day(on)}, ${whereaboutsText(now, paymentRow, 'en')}` +
        `${becameText(view, now, tell, 'en')}; check the bank statement, and who did it.`,
    },
  };
}

/** What is at stake: the sum that moved; where it is the day, the client or the invoice that did, all of it. */
function changeOf(
  { register }: AuditView,
  was: SealedPayment,
  now: SealedPayment | null,
): Pick<Hit, 'severity' | 'mark' | 'currency' | 'amount'> {
  const currency = currencyOf(register.currencies, was);
  const moved = now !== null && now.currency === was.currency ? Math.abs(was.amount - now.amount) : 0;
  return {
    severity: 'warning',
    mark: `${was.id}/${was.day}/${was.amount}`,
    currency,
    amount: currency === null ? null : moved || Math.abs(was.amount),
  };
}

/** Its index; null where no row of the register has it, or the sealed sum cannot be read. */
function currencyOf(
  currencies: AuditView['register']['currencies'],
  { amount, currency }: SealedPayment,
): number | null {
  const index = currencies.indexOf(currency);
  return index < 0 || Number.isNaN(amount) ? null : index;
}

function stateOf(now: SealedPayment | null): string {
  return now === null ? 'gone' : `${now.day}/${now.client}/${now.invoice}/${now.amount}`;
}

function sumText(view: AuditView, payment: SealedPayment, { money }: Teller): string {
  const currency = currencyOf(view.register.currencies, payment);
  return currency === null ? payment.currency : money(payment.amount, currency);
}

function ofText({ client, invoice }: SealedPayment): string {
  return `client ${client}${invoice === '' ? '' : `, ${invoice}`}`;
}

function paymentText(
  view: AuditView,
  number: string,
  was: SealedPayment,
  tell: Teller,
  language: Language,
): string {
  const [sum, day] = [sumText(view, was, tell), tell.day(was.day)];
  return language === 'fr'
    ? `Le règlement ${number} de ${sum} du ${day} (${ofText(was)})`
    : `The payment ${number} of ${sum} of ${day} (${ofText(was)})`;
}

function becameText(view: AuditView, now: SealedPayment | null, tell: Teller, language: Language): string {
  if (now === null) return '';
  const [sum, day] = [sumText(view, now, tell), tell.day(now.day)];
  return language === 'fr'
    ? `\u202f: ${sum}, le ${day}, ${ofText(now)}`
    : `: ${sum}, on ${day}, ${ofText(now)}`;
}

function whereaboutsText(now: SealedPayment | null, paymentRow: number, language: Language): string {
  if (now !== null)
    return language === 'fr' ? 'n’est plus le même au registre' : 'is not the same in the register';
  if (paymentRow === 0)
    return language === 'fr' ? 'n’est plus parmi les règlements' : 'is no longer among the payments';
  return language === 'fr'
    ? `ne compte plus (ligne ${paymentRow} à corriger, ou passée en pénalités)`
    : `no longer counts (row ${paymentRow} is to be mended, or stands as penalties)`;
}
