/** One cell to a number that is no money, and the splitting of written decimals that amounts share. */
import type { Cell } from '../base/problem.ts';
import { ok, type Result, refuse } from '../base/result.ts';
import { isFormulaError } from './cells.ts';

type NumberError = 'number/invalid' | 'cell/formula-error';

/** A decimal as written, taken apart. */
export type Decimals = {
  readonly whole: string; // digits only, at least one
  readonly fraction: string; // digits only, may be empty
  readonly mark: '' | '.' | ','; // what stands before the fraction
  readonly isEitherWay: boolean; // `1.234`: the mark may as well group thousands
};

/** Digits, alone or in groups of three that one and the same mark separates. */
const DIGITS_OR_GROUPS = /^(?:\d+|[1-9]\d{0,2}([ .,'])\d{3}(?:\1\d{3})*)$/;

/**
 * Takes apart digits with their marks, unsigned. Of points and commas the last kind is the decimal mark; a repeated one groups.
 * @param text short: the caller checks its length   @returns `null` where the marks do not make a well-formed number
 */
export function splitDecimals(text: string): Decimals | null {
  const plain = text.replace(/[\u00a0\u202f\u2009]/g, ' ').replace(/’/g, "'");
  const mark = decimalMark(plain);
  const [whole, fraction] = mark < 0 ? [plain, ''] : [plain.slice(0, mark), plain.slice(mark + 1)];
  if (!DIGITS_OR_GROUPS.test(whole) || (mark >= 0 && !/^\d+$/.test(fraction))) return null;
  return {
    whole: whole.replace(/[ .,']/g, ''),
    fraction,
    mark: mark < 0 ? '' : plain[mark] === '.' ? '.' : ',',
    isEitherWay: fraction.length === 3 && /^[1-9]\d{0,2}$/.test(whole),
  };
}

/** Where the decimal mark stands, -1 where there is none. */
function decimalMark(text: string): number {
  const point = text.lastIndexOf('.');
  const comma = text.lastIndexOf(',');
  const last = Math.max(point, comma);
  const isRepeated = last >= 0 && Math.min(point, comma) < 0 && text.indexOf(text[last]) !== last;
  return isRepeated ? -1 : last;
}

const LONGEST_NUMBER = 30;

/**
 * A decimal number: a quantity, a price, a percentage (`20`, `20 %` and `20,0 %` are the same).
 * One point is a decimal point. One comma is, too, but `1,234` is read in French only: elsewhere it may mean 1234.
 */
export function readNumber(cell: Cell, locale: string): Result<number, NumberError> {
  if (typeof cell !== 'string') return readDecimal(cell, locale);
  return readDecimal(cell.trim().replace(/[ \u00a0\u202f]?%$/, ''), locale);
}

/** A whole number, such as a level or a count of days. */
export function readInteger(cell: Cell): Result<number, NumberError> {
  const decimal = readDecimal(cell, '');
  return !decimal.ok || Number.isSafeInteger(decimal.value) ? decimal : refuse('number/invalid');
}

function readDecimal(cell: Cell, locale: string): Result<number, NumberError> {
  if (typeof cell === 'number') return Number.isFinite(cell) ? ok(cell + 0) : refuse('number/invalid');
  if (typeof cell !== 'string') return refuse('number/invalid');
  if (isFormulaError(cell)) return refuse('cell/formula-error');
  const text = cell.trim();
  if (text.length > LONGEST_NUMBER) return refuse('number/invalid');
  const sign = /^[-−]/.test(text) ? -1 : 1;
  const decimals = splitDecimals(sign < 0 ? text.slice(1) : text);
  if (!decimals || decimals.whole.length + decimals.fraction.length > 15) return refuse('number/invalid');
  if (decimals.isEitherWay && decimals.mark === ',' && !/^fr/i.test(locale)) return refuse('number/invalid');
  return ok(sign * Number(`${decimals.whole}.${decimals.fraction}`) + 0);
}
