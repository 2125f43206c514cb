/** Amounts and days as bank files write them, exactly: nothing is rounded, nothing guessed. */
import { type DayNumber, dayOf } from '../../base/civil-date.ts';
import { type Currency, currencyDigits, LARGEST_MINOR } from '../../base/money.ts';

/**
 * Minor units of `1234.5`, `1 234,50`, `-1.234,50`, `+12,00`, `12,00-`, `(12,00)`; NaN of anything else, and of more decimals than the
 * currency has. @param decimal the file's decimal sign; null: whichever of the two stands last, and `1.200` has two readings in euros
 */
export function amountMinor(text: string, currency: Currency, decimal: ',' | '.' | null): number {
  const bare = text.replace(/[\s\u00a0\u202f']/g, '').replace(/(€|EUR)$/i, '');
  const signed = /^([+-]?)([\d.,]+)([+-]?)$/.exec(/^\(.*\)$/.test(bare) ? `-${bare.slice(1, -1)}` : bare);
  if (!signed || (signed[1] !== '' && signed[3] !== '')) return Number.NaN;
  const isNegative = signed[1] === '-' || signed[3] === '-';
  const sign = decimal ?? lastSign(signed[2]);
  const [whole = '', fraction = '', ...more] = sign === '' ? [signed[2]] : signed[2].split(sign);
  const digits = currencyDigits(currency);
  const isEither = decimal === null && digits !== 3 && /^[1-9]\d{0,2}[.,]\d{3}$/.test(signed[2]);
  if (isEither || more.length > 0 || !isGrouped(whole, sign) || !/^\d*$/.test(fraction)) return Number.NaN;
  const minor = Number(whole.replace(/[.,]/g, '') + fraction.slice(0, digits).padEnd(digits, '0'));
  const isExact = /^0*$/.test(fraction.slice(digits)) && whole + fraction !== '' && minor < LARGEST_MINOR;
  if (!isExact) return Number.NaN;
  return isNegative && minor !== 0 ? -minor : minor;
}

function lastSign(text: string): ',' | '.' | '' {
  const [comma, point] = [text.lastIndexOf(','), text.lastIndexOf('.')];
  if (comma < 0 && point < 0) return '';
  return comma > point ? ',' : '.';
}

/** Digits, or groups of three apart by the other sign. */
function isGrouped(whole: string, decimal: string): boolean {
  if (/^\d*$/.test(whole)) return true;
  return /^\d{1,3}([.,]\d{3})+$/.test(whole) && (decimal === '' || !whole.includes(decimal));
}

/** `20260131`, with whatever stands behind it (`20260131120000[+1:CET]`); NaN where it is no day of the calendar. */
export function plainDay(text: string): DayNumber {
  const match = /^(\d{4})(\d{2})(\d{2})/.exec(text);
  return match ? dayOf(Number(match[1]), Number(match[2]), Number(match[3])) : Number.NaN;
}

/** `2026-01-31`, with whatever time stands behind it. */
export function isoDay(text: string): DayNumber {
  const match = /^(\d{4})-(\d{2})-(\d{2})(?:$|[T+Z])/.exec(text);
  return match ? dayOf(Number(match[1]), Number(match[2]), Number(match[3])) : Number.NaN;
}

/** `31/01/2026`, `31-01-26`, `31.01.2026`: the day stands first, as French banks write; or `2026-01-31`. */
export function frenchDay(text: string): DayNumber {
  const match = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{2}|\d{4})$/.exec(text.trim());
  if (!match) return isoDay(text.trim());
  const year = Number(match[3]) + (match[3].length === 2 ? 2000 : 0);
  return dayOf(year, Number(match[2]), Number(match[1]));
}
