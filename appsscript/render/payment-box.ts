/** How to pay a message's amount: the account, its QR code, the link. */

import type { Language } from '../../shared/base/words.ts';
import { paymentLink } from '../../shared/exchange/payment-code.ts';
import type { PaymentBox } from './mail.ts';
import { MAIL_WORDS } from './mail-words.ts';
import { transferGif } from './qr.ts';
import { ibanOf, type Sender } from './sender.ts';

export type Asked = {
  readonly amount: string; // plain decimal text
  readonly currency: string;
  readonly numbers: readonly string[]; // of the invoices it pays
};

/** @returns null where the settings name neither account nor link */
export function paymentBoxOf(sender: Sender, asked: Asked, language: Language): PaymentBox | null {
  const reference = asked.numbers.join(', ');
  const link = asked.numbers.length === 1 ? linkFor(sender, asked.numbers[0], asked.amount) : '';
  if (sender.iban === '') return link === '' ? null : { lines: [], link, gifBase64: '' };
  const { amount, currency } = asked;
  const transfer = { name: sender.company, iban: sender.iban, bic: sender.bic, amount, currency, reference };
  return {
    lines: accountLines(ibanOf(sender), sender.bic, sender.company, reference, language),
    link,
    gifBase64: transferGif(transfer),
  };
}

export function accountLines(
  iban: string,
  bic: string,
  holder: string,
  reference: string,
  language: Language,
): PaymentBox['lines'] {
  const words = MAIL_WORDS[language];
  return [
    { label: words.iban, text: plainSpaces(iban) },
    ...(bic === '' ? [] : [{ label: words.bic, text: bic }]),
    { label: words.holder, text: holder },
    { label: words.reference, text: reference },
  ];
}

/** Spaces that a bank's form takes, where an account is pasted into it. */
export function plainSpaces(iban: string): string {
  return iban.replace(/[\u00a0\u202f]/g, ' ');
}

/** The firm's own payment link for one invoice; empty where it has none that may be followed. */
export function linkFor(sender: Sender, number: string, amount: string): string {
  const link = paymentLink(sender.paymentLink, number, amount);
  return link.ok ? link.value : '';
}
