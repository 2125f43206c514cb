/**
 * Numbers of invoices and credit notes: a series a format makes, without gap, in the order of issue. The next number comes from those
 * that are taken, never from a counter: there is nothing to lose.
 */
import { type CivilDate, civilDate, type DayNumber, dayNumber, yearMonthDay } from '../base/civil-date.ts';
import { ok, type Result, refuse } from '../base/result.ts';
import type { SealRow } from './seal.ts';
import { issueDateIn } from './snapshot-text.ts';

/** What a number may hold (FNFE BR-FR-01/02). */
const LONGEST_NUMBER = 35;
const NUMBER = /^[A-Za-z0-9/+_-]{1,35}$/;

export const DEFAULT_FORMATS = { invoice: 'F{YYYY}-{00000}', creditNote: 'A{YYYY}-{00000}' } as const;

export type NumberFormat = {
  readonly parts: readonly FormatPart[];
};

type FormatPart =
  | { readonly part: 'text'; readonly text: string }
  | { readonly part: 'year'; readonly digits: 2 | 4 }
  | { readonly part: 'month' }
  | { readonly part: 'rank'; readonly digits: number };

export type FormatError =
  | 'format/no-rank' // no `{000}`: every number would be the same
  | 'format/two-ranks'
  | 'format/unknown-token'
  | 'format/character'
  | 'format/month-without-year' // the same month of next year would take the same numbers
  | 'format/too-long'
  | 'format/rank-runs-into-digits'; // `{YYYY}{000}0`: nobody could tell where the rank ends

/** A number that is taken, with its day where it is known. */
export type TakenNumber = { readonly number: string; readonly issueDay: DayNumber };

export type NumberError =
  | { readonly error: 'number/not-chronological'; readonly lastNumber: string; readonly lastDay: CivilDate }
  | { readonly error: 'number/too-long' };

export type NextNumber =
  | { readonly ok: true; readonly number: string }
  | ({ readonly ok: false } & NumberError);

/**
 * The next number of the series the format makes on a day.
 * @param taken numbers of every kind: those sealed, and those older rows of the register that were never sealed
 */
export function nextNumber(
  format: NumberFormat,
  issueDay: DayNumber,
  taken: readonly TakenNumber[],
): NextNumber {
  const series = seriesOn(format, issueDay);
  let rank = 0;
  let last: TakenNumber | null = null;
  for (const one of taken) {
    const its = rankIn(series, one.number);
    if (its === 0) continue;
    rank = Math.max(rank, its);
    if (last === null || one.issueDay >= last.issueDay) last = one;
  }
  if (last !== null && last.issueDay > issueDay) {
    const lastDay = civilDate(last.issueDay);
    return { ok: false, error: 'number/not-chronological', lastNumber: last.number, lastDay };
  }
  const number = textOf(format.parts, issueDay, rank + 1);
  return number.length > LONGEST_NUMBER ? { ok: false, error: 'number/too-long' } : { ok: true, number };
}

/** What the sealed documents have taken. */
export function takenBySeals(seals: readonly SealRow[]): readonly TakenNumber[] {
  return seals
    .filter(({ type }) => type === 'ISSUE' || type === 'CREDIT')
    .map(({ number, snapshot }) => ({ number, issueDay: dayNumber(issueDateIn(snapshot)) }));
}

/** The numbers of one year or month of a format: what stands around the rank. */
type Series = { readonly before: string; readonly after: string; readonly digits: number };

function seriesOn({ parts }: NumberFormat, day: DayNumber): Series {
  const at = parts.findIndex(({ part }) => part === 'rank');
  const rank = parts[at];
  return {
    before: textOf(parts.slice(0, at), day, 0),
    after: textOf(parts.slice(at + 1), day, 0),
    digits: rank.part === 'rank' ? rank.digits : 1,
  };
}

/** The rank of a number in a series, 0 where it is of another. Ranks above 99 of `{00}` are written out: 100. */
function rankIn({ before, after, digits }: Series, number: string): number {
  if (!number.startsWith(before) || !number.endsWith(after)) return 0;
  const rank = number.slice(before.length, number.length - after.length);
  const isRank = /^\d+$/.test(rank) && (rank.length === digits || (rank.length > digits && rank[0] !== '0'));
  return isRank && rank.length <= 15 ? Number(rank) : 0;
}

/** Whether a text may be a number: at most 35 of A–Z a–z 0–9 - _ / +. */
export function isDocumentNumber(text: string): boolean {
  return NUMBER.test(text);
}

/** Reads a format such as `F{YYYY}-{00000}`: `{YYYY}` or `{YY}`, `{MM}`, and the rank as zeros; a new year or month starts at 1 again. */
export function parseNumberFormat(text: string): Result<NumberFormat, FormatError> {
  const parts: FormatPart[] = [];
  for (const piece of text.split(/(\{[^{}]*\})/).filter((one) => one !== '')) {
    const part = piece[0] === '{' ? partOfToken(piece.slice(1, -1)) : partOfText(piece);
    if (typeof part === 'string') return refuse(part);
    parts.push(part);
  }
  const fault = formatFault(parts);
  return fault === null ? ok({ parts }) : refuse(fault);
}

function partOfText(text: string): FormatPart | FormatError {
  return NUMBER.test(text)
    ? { part: 'text', text }
    : text.length > LONGEST_NUMBER
      ? 'format/too-long'
      : 'format/character';
}

function partOfToken(token: string): FormatPart | FormatError {
  if (/^Y{4}$|^A{4}$/.test(token)) return { part: 'year', digits: 4 };
  if (/^Y{2}$|^A{2}$/.test(token)) return { part: 'year', digits: 2 };
  if (token === 'MM') return { part: 'month' };
  return /^0{1,12}$/.test(token) ? { part: 'rank', digits: token.length } : 'format/unknown-token';
}

function formatFault(parts: readonly FormatPart[]): FormatError | null {
  const ranks = parts.filter(({ part }) => part === 'rank').length;
  if (ranks === 0) return 'format/no-rank';
  if (ranks > 1) return 'format/two-ranks';
  const has = (kind: FormatPart['part']): boolean => parts.some(({ part }) => part === kind);
  if (has('month') && !has('year')) return 'format/month-without-year';
  const rank = parts.findIndex(({ part }) => part === 'rank');
  if (startsWithDigit(parts[rank + 1]) || endsWithDigit(parts[rank - 1]))
    return 'format/rank-runs-into-digits';
  return textOf(parts, 0, 1).length > LONGEST_NUMBER ? 'format/too-long' : null;
}

function startsWithDigit(part: FormatPart | undefined): boolean {
  if (part === undefined) return false;
  return part.part !== 'text' || /^\d/.test(part.text);
}

/** Before the rank a year or month is safe: its width is fixed. */
function endsWithDigit(part: FormatPart | undefined): boolean {
  return part !== undefined && part.part === 'text' && /\d$/.test(part.text);
}

function textOf(parts: readonly FormatPart[], day: DayNumber, rank: number): string {
  const { year, month } = yearMonthDay(day);
  return parts
    .map((part) => {
      if (part.part === 'text') return part.text;
      if (part.part === 'year') return String(year).slice(-part.digits);
      if (part.part === 'month') return String(month).padStart(2, '0');
      return String(rank).padStart(part.digits, '0');
    })
    .join('');
}
