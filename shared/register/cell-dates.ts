/** One cell to a day. A day is never guessed: what has two readings is a problem. */
import { type DayNumber, dayOf, dayOfSerial } from '../base/civil-date.ts';
import type { Cell } from '../base/problem.ts';
import { ok, type Result, refuse } from '../base/result.ts';
import { isFormulaError } from './cells.ts';
import { monthOf } from './month-names.ts';

/** How a locale writes a day in figures; `null` where it does not say. */
export type DateOrder = 'dmy' | 'mdy' | 'ymd' | null;

export type DayError = 'date/invalid' | 'date/ambiguous' | 'date/two-digit-year' | 'cell/formula-error';

const DAY_FIRST =
  'fr de es it nl pt da fi nb nn no pl cs sk sl hr sr bs mk ro bg el tr ru uk be et lv ca gl ga mt lb is sq vi id ms';
const YEAR_FIRST = 'sv hu lt ja zh ko eu';
const ENGLISH_DAY_FIRST = 'gb ie au nz in mt cy sg hk ng ke gh jm tt';

const ORDER_BY_LOCALE: ReadonlyMap<string, DateOrder> = new Map<string, DateOrder>([
  ...DAY_FIRST.split(' ').map((language) => [language, 'dmy'] as const),
  ...YEAR_FIRST.split(' ').map((language) => [language, 'ymd'] as const),
  ...ENGLISH_DAY_FIRST.split(' ').map((region) => [`en_${region}`, 'dmy'] as const),
  ['en_us', 'mdy'],
  // These places do not write as the rest of their language does, or write both ways.
  ...['es_us', 'es_pr', 'es_pa', 'sv_fi', 'zh_hk', 'zh_mo', 'zh_sg'].map((locale) => [locale, null] as const),
]);

/** The order of a locale such as `fr_FR` or `en-GB`; `null` where it is empty or, as plain `en`, does not decide. */
export function dateOrderOf(locale: string): DateOrder {
  const parts = locale.trim().toLowerCase().split(/[.@]/)[0].split(/[_-]/);
  const region = parts.slice(1).find((part) => part.length === 2) ?? '';
  const exact = ORDER_BY_LOCALE.get(`${parts[0]}_${region}`);
  return exact === undefined ? (ORDER_BY_LOCALE.get(parts[0]) ?? null) : exact;
}

const LONGEST_DAY = 40;

/**
 * The day of a cell or of an instant, as its own text has it (2026-03-01T23:30:00Z is 1 March): a sheet's serial number, `2026-12-31` (with or without a time), `31/12/2026`, `31 décembre 2026`, `Dec 31, 2026`.
 * @param order the only one tried for figures, or `null`: then only what has one reading is read
 */
export function readDay(cell: Cell, order: DateOrder): Result<DayNumber, DayError> {
  if (typeof cell === 'number') return dayOrRefusal(plainDayOfNumber(cell));
  if (typeof cell !== 'string') return refuse('date/invalid');
  const plain = plainDayOfText(cell);
  if (!Number.isNaN(plain)) return ok(plain);
  if (isFormulaError(cell)) return refuse('cell/formula-error');
  const text = cell.trim();
  if (text.length > LONGEST_DAY) return refuse('date/invalid');
  return dayOfFigures(text, order) ?? dayOfWords(text) ?? refuse('date/invalid');
}

/** The day of a spreadsheet's serial number (its time of day dropped), NaN where it is none. */
export function plainDayOfNumber(value: number): DayNumber {
  return dayOfSerial(value);
}

/** The day of a text that is exactly `YYYY-MM-DD`, else NaN: `readDay` judges it. */
export function plainDayOfText(text: string): DayNumber {
  if (text.length !== 10 || text.charCodeAt(4) !== HYPHEN || text.charCodeAt(7) !== HYPHEN) return Number.NaN;
  return dayOf(twoFigures(text, 0) * 100 + twoFigures(text, 2), twoFigures(text, 5), twoFigures(text, 8));
}

const HYPHEN = 45;
const SEPARATORS: ReadonlySet<number> = new Set([HYPHEN, 46, 47]); // - . /
const ZERO = 48;

function twoFigures(text: string, at: number): number {
  return figure(text, at) * 10 + figure(text, at + 1);
}

function figure(text: string, at: number): number {
  const value = text.charCodeAt(at) - ZERO;
  return value >= 0 && value <= 9 ? value : Number.NaN;
}

const TIME =
  '(?:(?:T| )([01]?\\d|2[0-3]):[0-5]\\d(?::[0-5]\\d(?:[.,]\\d{1,9})?)?(?: ?(?:Z|[+-]\\d{2}:?\\d{2}))?)?';
const YEAR_THEN_MONTH = new RegExp(`^(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})${TIME}$`, 'i');
const YEAR_LAST = new RegExp(`^(\\d{1,2})([-/.])(\\d{1,2})\\2(\\d{4}|\\d{2})${TIME}$`, 'i');

/** @returns `null` where the text is not three figures with one and the same separator */
function dayOfFigures(text: string, order: DateOrder): Result<DayNumber, DayError> | null {
  const usual = dayOfTenCharacters(text, order);
  if (usual !== null) return usual;
  const iso = YEAR_THEN_MONTH.exec(text);
  if (iso) return dayOrRefusal(dayOf(Number(iso[1]), Number(iso[3]), Number(iso[4])));
  const match = YEAR_LAST.exec(text);
  if (!match) return null;
  if (match[4].length === 2) return refuse('date/two-digit-year');
  return dayByOrder(Number(match[1]), Number(match[3]), Number(match[4]), order);
}

/** `DD/MM/YYYY`, as most sheets write a day: a full one is read without a regular expression a cell. */
function dayOfTenCharacters(text: string, order: DateOrder): Result<DayNumber, DayError> | null {
  const separator = text.charCodeAt(2);
  if (text.length !== 10 || separator !== text.charCodeAt(5) || !SEPARATORS.has(separator)) return null;
  const year = twoFigures(text, 6) * 100 + twoFigures(text, 8);
  const [a, b] = [twoFigures(text, 0), twoFigures(text, 3)];
  return Number.isNaN(a + b + year) ? null : dayByOrder(a, b, year, order);
}

function dayByOrder(a: number, b: number, year: number, order: DateOrder): Result<DayNumber, DayError> {
  const dayFirst = dayOf(year, b, a);
  const monthFirst = dayOf(year, a, b);
  if (order === 'ymd') return refuse('date/invalid');
  if (order !== null) return dayOrRefusal(order === 'dmy' ? dayFirst : monthFirst);
  if (Number.isNaN(dayFirst)) return dayOrRefusal(monthFirst);
  return Number.isNaN(monthFirst) || dayFirst === monthFirst ? ok(dayFirst) : refuse('date/ambiguous');
}

const DAY_MONTH_YEAR = /^(\d{1,2})(?:er|st|nd|rd|th)?[ -]([^\d ,.-]+)\.?,?[ -](\d{4}|\d{2})$/;
const MONTH_DAY_YEAR = /^([^\d ,.-]+)\.?[ -](\d{1,2})(?:st|nd|rd|th)?,?[ -](\d{4}|\d{2})$/;

/** @returns `null` where the text does not name a month between or before figures */
function dayOfWords(text: string): Result<DayNumber, DayError> | null {
  const plain = text.toLowerCase().replace(/[\s\u00a0\u202f]+/g, ' ');
  const dayFirst = DAY_MONTH_YEAR.exec(plain);
  const monthFirst = MONTH_DAY_YEAR.exec(plain);
  const [day, name, year] = dayFirst
    ? [dayFirst[1], dayFirst[2], dayFirst[3]]
    : monthFirst
      ? [monthFirst[2], monthFirst[1], monthFirst[3]]
      : ['', '', ''];
  const month = monthOf(name);
  if (month === 0) return null;
  if (year.length === 2) return refuse('date/two-digit-year');
  return dayOrRefusal(dayOf(Number(year), month, Number(day)));
}

function dayOrRefusal(day: DayNumber): Result<DayNumber, DayError> {
  return Number.isNaN(day) ? refuse('date/invalid') : ok(day);
}
