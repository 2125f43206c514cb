/** One cell to an amount in whole minor units. A float comes in through this door only, and an amount is never rounded. */
import { CURRENCY_SIGNS } from '../base/currencies.ts';
import { type Currency, currencyDigits, LARGEST_MINOR } from '../base/money.ts';
import type { Cell } from '../base/problem.ts';
import { ok, type Result, refuse } from '../base/result.ts';
import { currencyOfCode } from './cell-choices.ts';
import { splitDecimals } from './cell-numbers.ts';
import { isFormulaError } from './cells.ts';

export type AmountError =
  | 'amount/ambiguous'
  | 'amount/currency-mismatch'
  | 'amount/invalid'
  | 'amount/too-large'
  | 'amount/too-many-decimals'
  | 'cell/formula-error';

const LONGEST_AMOUNT = 60;
const LONGEST_PLAIN_AMOUNT = 17;
const POWERS_OF_TEN = [1, 10, 100, 1000];

/**
 * The minor units of a cell: a sheet's number, or a text such as `1234.5`, `1 234,56 €`, `EUR -12`.
 * It needs no locale: what a text may mean in one and not in another (`1,234`) is ambiguous in all of them.
 * @param currency the row's; a sign or code in the cell must fit it
 */
export function readAmount(cell: Cell, currency: Currency): Result<number, AmountError> {
  const digits = currencyDigits(currency);
  if (typeof cell === 'number') return amountOfNumber(cell, digits);
  if (typeof cell !== 'string') return refuse('amount/invalid');
  const plain = plainAmountOfText(cell, digits);
  if (!Number.isNaN(plain)) return ok(plain);
  if (isFormulaError(cell)) return refuse('cell/formula-error');
  const text = cell.trim();
  return text.length > LONGEST_AMOUNT ? refuse('amount/invalid') : amountOfText(text, currency, digits);
}

/**
 * Minor units of a sheet's number whose 15 digits, all that a sheet keeps, fit the currency: 5.1000000000000005 is 5.10.
 * @param digits the currency's, 0 to 3   @returns NaN where it has more decimals, or is no amount at all
 */
export function plainAmountOfNumber(value: number, digits: number): number {
  const scale = POWERS_OF_TEN[digits];
  const minor = Math.round(value * scale);
  if (!(Math.abs(minor) < LARGEST_MINOR)) return Number.NaN;
  // Two decimals of at most 15 digits are never the same float, so equal floats are equal decimals.
  if (minor / scale === value || minor / scale === Number(value.toPrecision(15))) return minor + 0;
  return Number.NaN;
}

function amountOfNumber(value: number, digits: number): Result<number, AmountError> {
  const minor = plainAmountOfNumber(value, digits);
  if (!Number.isNaN(minor)) return ok(minor);
  if (!Number.isFinite(value)) return refuse('amount/invalid');
  const kept = Number(value.toPrecision(15));
  return refuse(isTooLarge(kept * POWERS_OF_TEN[digits]) ? 'amount/too-large' : 'amount/too-many-decimals');
}

function isTooLarge(minor: number): boolean {
  return Math.abs(minor) >= LARGEST_MINOR;
}

/**
 * Minor units of a text of digits with at most one point or comma, such as `-1234.50`: the forms with one reading in every locale.
 * Digits with a point are how programs write amounts: `1.234` dinars have three decimals, and are no thousands.
 * @param digits the currency's, 0 to 3   @returns NaN for every other text: `readAmount` judges it
 */
export function plainAmountOfText(text: string, digits: number): number {
  const end = text.length;
  const start = text.charCodeAt(0) === MINUS ? 1 : 0;
  if (end === start || end > LONGEST_PLAIN_AMOUNT) return Number.NaN;
  let units = 0;
  let point = end;
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code >= ZERO && code <= NINE) units = units * 10 + (code - ZERO);
    else if ((code === POINT || code === COMMA) && point === end && i > start && i < end - 1) point = i;
    else return Number.NaN;
  }
  const decimals = Math.max(0, end - point - 1);
  const isEitherWay = decimals === 3 && point - start <= 3 && text.charCodeAt(start) !== ZERO;
  if (decimals > digits || (isEitherWay && text.charCodeAt(point) === COMMA)) return Number.NaN;
  const minor = units * POWERS_OF_TEN[digits - decimals];
  if (isTooLarge(minor)) return Number.NaN;
  return start === 0 ? minor : 0 - minor;
}

const MINUS = 45;
const COMMA = 44;
const POINT = 46;
const ZERO = 48;
const NINE = 57;

/** What stands before the digits, the digits with their marks, what stands after. */
const AMOUNT = /^([^\d.,]*)(\d[\d.,'’ \u00a0\u202f\u2009]*)(\D*)$/;
const SPACES = /[ \u00a0\u202f\u2009]/g;

function amountOfText(text: string, currency: Currency, digits: number): Result<number, AmountError> {
  const match = AMOUNT.exec(text);
  if (!match) return refuse('amount/invalid');
  const before = match[1].replace(SPACES, '');
  const isNegative = /^[-−]|[-−]$/.test(before);
  const fit = currencyFit(before.replace(/^[-−]|[-−]$/, ''), match[3].replace(SPACES, ''), currency);
  if (fit !== 'fits') return refuse(fit);
  const decimals = splitDecimals(match[2].trim());
  if (!decimals) return refuse('amount/invalid');
  const isPlain = digits === 3 && decimals.mark === '.' && /^[-−]?$/.test(before) && match[3] === '';
  if (decimals.isEitherWay && !isPlain) return refuse('amount/ambiguous');
  return minorOf(decimals.whole, decimals.fraction, digits, isNegative);
}

type CurrencyFit = 'fits' | 'amount/invalid' | 'amount/currency-mismatch';

/** Whether the sign or code beside the digits, if any, is the row's currency. */
function currencyFit(before: string, after: string, currency: Currency): CurrencyFit {
  if (before !== '' && after !== '') return 'amount/invalid';
  const mark = before + after;
  if (mark === '') return 'fits';
  const code = currencyOfCode(mark);
  const meant = CURRENCY_SIGNS.get(mark) ?? (code === null ? null : [code]);
  if (meant === null) return 'amount/invalid';
  return meant.includes(currency) ? 'fits' : 'amount/currency-mismatch';
}

/** Zeros past the currency's decimals are no decimals: a sheet's `100.00` yen are written out so. */
function minorOf(
  whole: string,
  fraction: string,
  digits: number,
  isNegative: boolean,
): Result<number, AmountError> {
  const kept = fraction.replace(/0+$/, '');
  const units = Number(whole) * POWERS_OF_TEN[digits];
  if (isTooLarge(units)) return refuse('amount/too-large');
  if (kept.length > digits) return refuse('amount/too-many-decimals');
  const minor = units + Number(kept.padEnd(digits, '0'));
  return ok(isNegative ? 0 - minor : minor);
}
