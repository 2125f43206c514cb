/** Money: whole minor units of one currency. Floats stay at the cell's door. */
import { CURRENCY_DIGITS } from './currencies.ts';

export type Currency = string; // ISO 4217 alphabetic code

export type Money = { readonly minor: number; readonly currency: Currency };

/** What one cell stays below, in minor units: 100 thousand million at two decimals. Sums of a full sheet stay exact below 2^53. */
export const LARGEST_MINOR = 10_000_000_000_000;

/** @returns whether the code is one of ISO 4217's. */
export function isCurrency(code: string): boolean {
  return CURRENCY_DIGITS.has(code);
}

/** Digits after the decimal point (ISO 4217: EUR 2, JPY 0, KWD 3). Throws on an unknown code, which no reader lets through. */
export function currencyDigits(currency: Currency): number {
  const digits = CURRENCY_DIGITS.get(currency);
  if (digits === undefined) throw new Error(`unknown currency ${currency}`);
  return digits;
}

/** Throws on two currencies: adding them is our bug, never the data’s. */
export function addMoney(a: Money, b: Money): Money {
  if (a.currency !== b.currency) throw new Error(`${a.currency} and ${b.currency} are never added`);
  return money(a.minor + b.minor, a.currency);
}

/** Money of whole minor units. Throws on a fraction or where exactness ends: both are our bugs. */
export function money(minor: number, currency: Currency): Money {
  if (!Number.isSafeInteger(minor)) throw new Error(`${minor} ${currency} is not a safe whole number`);
  return { minor: minor === 0 ? 0 : minor, currency };
}

/** Rounds half away from zero: -2.5 gives -3. */
export function roundHalfAway(value: number): number {
  const rounded = Math.sign(value) * Math.round(Math.abs(value));
  return rounded === 0 ? 0 : rounded;
}

/**
 * Splits a sum by weights; the shares add up to the whole. What rounding leaves goes, a unit at a time, to the largest remainders.
 * @param weights at least one above 0, none negative
 */
export function splitMoney(whole: Money, weights: readonly number[]): readonly Money[] {
  const sum = weights.reduce((a, b) => a + b, 0);
  if (!(sum > 0) || weights.some((w) => w < 0)) throw new Error('weights are positive');
  const sign = whole.minor < 0 ? -1 : 1;
  const exact = weights.map((w) => (Math.abs(whole.minor) * w) / sum);
  const shares = exact.map(Math.floor);
  let left = Math.abs(whole.minor) - shares.reduce((a, b) => a + b, 0);
  const byRemainder = exact
    .map((e, i) => ({ i, rest: e - Math.floor(e) }))
    .sort((a, b) => b.rest - a.rest || a.i - b.i);
  for (let k = 0; left > 0; k = (k + 1) % byRemainder.length, left--) shares[byRemainder[k].i] += 1;
  return shares.map((share) => money(sign * share, whole.currency));
}

/** The plain decimal text of minor units: `decimalText(-1230, 'EUR')` is `'-12.30'`. */
export function decimalText(minor: number, currency: Currency): string {
  const digits = currencyDigits(currency);
  const sign = minor < 0 ? '-' : '';
  const text = String(Math.abs(minor)).padStart(digits + 1, '0');
  if (digits === 0) return sign + text;
  return `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

/** Minor units as a decimal number for a spreadsheet cell; exact to its 15 digits. */
export function decimalNumber(minor: number, currency: Currency): number {
  return minor / 10 ** currencyDigits(currency);
}
