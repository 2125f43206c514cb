/** How a client pays by telephone: the text of a SEPA QR code, and the seller's own payment link. */
import { readBic, readIban } from '../base/identifiers.ts';
import { ok, type Result, refuse } from '../base/result.ts';
import { utf8Bytes } from '../base/sha256.ts';

/** A transfer a QR code asks for. */
export type Transfer = {
  readonly name: string; // whose account it is
  readonly iban: string;
  readonly bic: string; // empty: within the SEPA area none is needed
  readonly amount: string; // plain decimal text
  readonly currency: string;
  readonly reference: string; // what the payer's bank passes on: the invoice's number, and nothing else
};

export type PaymentCodeError =
  | 'currency/not-euro'
  | 'amount/out-of-range'
  | 'name/length'
  | 'iban/invalid'
  | 'bic/invalid'
  | 'reference/length'
  | 'payload/length';

const LONGEST_NAME = 70;
const LONGEST_REFERENCE = 140;
const MOST_BYTES = 331;

/** The text of the QR code (EPC069-12, version 002, UTF-8): lines apart by LF, nothing after the last one used. */
export function paymentCode(transfer: Transfer): Result<string, PaymentCodeError> {
  if (transfer.currency !== 'EUR') return refuse('currency/not-euro');
  const amount = euros(transfer.amount);
  if (amount === null) return refuse('amount/out-of-range');
  const name = oneLine(transfer.name);
  if (name === '' || name.length > LONGEST_NAME) return refuse('name/length');
  const iban = readIban(transfer.iban);
  if (!iban.ok) return refuse('iban/invalid');
  const bic = transfer.bic.trim() === '' ? ok('') : readBic(transfer.bic);
  if (!bic.ok) return refuse('bic/invalid');
  const reference = oneLine(transfer.reference);
  if (reference === '' || reference.length > LONGEST_REFERENCE) return refuse('reference/length');
  const lines = ['BCD', '002', '1', 'SCT', bic.value, name, iban.value, `EUR${amount}`, '', '', reference];
  const text = lines.join('\n');
  return utf8Bytes(text).length > MOST_BYTES ? refuse('payload/length') : ok(text);
}

/** `1234.5` as `1234.50`: from one cent to 999999999.99; null where it is anything else. */
function euros(text: string): string | null {
  const parts = /^0*(\d{1,9})(?:\.(\d{1,2}))?$/.exec(text);
  if (!parts) return null;
  const amount = `${parts[1]}.${(parts[2] ?? '').padEnd(2, '0')}`;
  return amount === '0.00' ? null : amount;
}

/** A line break would move every line of the code. */
function oneLine(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
}

export type PaymentLinkError = 'link/not-https' | 'link/length';

const LONGEST_LINK = 2_000;

/**
 * A link to pay one invoice: `{number}` and `{amount}` of the setting get their values, safe within an address.
 * @param amount plain decimal text
 */
export function paymentLink(
  template: string,
  number: string,
  amount: string,
): Result<string, PaymentLinkError> {
  const link = template.trim().replace(/\{(number|amount)\}/g, (_, name: string) => {
    return encodeURIComponent(name === 'number' ? number : amount);
  });
  if (link.length > LONGEST_LINK) return refuse('link/length');
  return isHttps(link) ? ok(link) : refuse('link/not-https');
}

/** Whether a text is an address that may stand in a link: `https`, a host, and no sign that could end an attribute. */
export function isHttps(text: string): boolean {
  return HTTPS.test(text);
}

const HTTPS = /^https:\/\/[a-z\d][a-z\d.-]*(?::\d{1,5})?(?:[/?#][^\s"'<>`\\{}|^\p{Cc}]*)?$/iu;
