/** How to pay an amount: the firm's account, what its QR code holds, its payment link. */
import type { Language } from '../base/words.ts';
import { paymentCode, paymentLink } from '../exchange/payment-code.ts';
import type { DocumentTransfer } from '../invoicing/document.ts';
import { MESSAGE_WORDS } from './message-words.ts';
import { ibanOf, type Sender } from './sender.ts';

export type AskedSum = {
  readonly amount: string; // plain decimal text
  readonly currency: string;
  readonly numbers: readonly string[]; // of the invoices it pays
  readonly clientCode: string;
};

export type PaymentMeans = {
  readonly lines: readonly (readonly [label: string, text: string])[]; // empty: no account
  readonly link: string; // https only; empty: none
  readonly transfer: DocumentTransfer | null; // null: nothing a QR code may hold
};

/** @returns null where the settings name neither account nor link */
export function paymentMeansOf(sender: Sender, asked: AskedSum, language: Language): PaymentMeans | null {
  const { amount, currency, numbers } = asked;
  const reference = referenceOf(asked, language);
  const link = numbers.length === 1 ? linkFor(sender, numbers[0], amount) : '';
  if (sender.iban === '') return link === '' ? null : { lines: [], link, transfer: null };
  const transfer = { name: sender.company, iban: sender.iban, bic: sender.bic, amount, currency, reference };
  return {
    lines: accountLines(ibanOf(sender), sender.bic, sender.company, reference, language),
    link,
    transfer: paymentCode(transfer).ok ? transfer : null,
  };
}

/** What a SEPA transfer carries of its purpose (unstructured remittance information). */
const LONGEST_REFERENCE = 140;

/** Every number, as long as a transfer can carry them; of more invoices the client's code, and how many. */
function referenceOf({ clientCode, numbers }: AskedSum, language: Language): string {
  const all = numbers.join(', ');
  if (all.length <= LONGEST_REFERENCE) return all;
  return `${clientCode}, ${numbers.length} ${language === 'fr' ? 'factures' : 'invoices'}`;
}

/** The account as a bank's form asks for it. */
export function accountLines(
  iban: string,
  bic: string,
  holder: string,
  reference: string,
  language: Language,
): PaymentMeans['lines'] {
  const words = MESSAGE_WORDS[language];
  const lines: (readonly [string, string])[] = [[words.iban, plainSpaces(iban)]];
  if (bic !== '') lines.push([words.bic, bic]);
  lines.push([words.holder, holder], [words.reference, reference]);
  return lines;
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
