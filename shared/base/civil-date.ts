/**
 * Calendar days without clock or zone. A day is text in records (`'2026-03-31'`) and a whole number
 * (days since 1970-01-01) in columns; both name the same day everywhere.
 */
import { ok, type Result, refuse } from './result.ts';

export type CivilDate = `${number}-${number}-${number}`;

/** A day as a whole number: 0 is 1970-01-01, 1 the day after. Fits an Int32Array. */
export type DayNumber = number;

/** What stands for "no day" in a column of day numbers. */
export const NO_DAY: DayNumber = -0x80000000;

/** The day that spreadsheets count as 0: 1899-12-30 (Sheets API, `SERIAL_NUMBER`). */
const SERIAL_OF_1970 = 25569;

/** Years a register may hold; a day outside is a typing mistake. */
export const FIRST_YEAR = 1900;
export const LAST_YEAR = 2199;

/** @returns the day number of a civil day, or NaN where the month has no such day or the year is out of range. */
export function dayOf(year: number, month: number, day: number): DayNumber {
  if (!(year >= FIRST_YEAR && year <= LAST_YEAR && month >= 1 && month <= 12 && day >= 1)) return Number.NaN;
  if (day > 28 && day > daysInMonth(year, month)) return Number.NaN;
  return EVES[(year - FIRST_YEAR) * 12 + month - 1] + day;
}

/** The day before each month of the years a register may hold: a full sheet asks for millions of days. */
const EVES = Int32Array.from({ length: (LAST_YEAR - FIRST_YEAR + 1) * 12 }, (_, index) =>
  countDays(FIRST_YEAR + Math.floor(index / 12), (index % 12) + 1, 0),
);

/** Days since 1970-01-01 in the proleptic Gregorian calendar, counted in 400-year eras from 1 March of year 0. */
function countDays(year: number, month: number, day: number): DayNumber {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  return (
    era * 146097 +
    yearOfEra * 365 +
    Math.floor(yearOfEra / 4) -
    Math.floor(yearOfEra / 100) +
    dayOfYear -
    719468
  );
}

export type YearMonthDay = { readonly year: number; readonly month: number; readonly day: number };

/** The year, month (1–12) and day of month of a day number: `countDays` backwards. */
export function yearMonthDay(dayNumber: DayNumber): YearMonthDay {
  const z = dayNumber + 719468;
  const era = Math.floor(z / 146097);
  const dayOfEra = z - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const m = Math.floor((5 * dayOfYear + 2) / 153);
  const month = m < 10 ? m + 3 : m - 9;
  const day = dayOfYear - Math.floor((153 * m + 2) / 5) + 1;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day };
}

/** @param month from 1; the Gregorian calendar, whatever the year */
export function daysInMonth(year: number, month: number): number {
  if (month !== 2) return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
}

/** The text of a day: `'2026-03-31'`. */
export function civilDate(dayNumber: DayNumber): CivilDate {
  const known = TEXTS.get(dayNumber);
  if (known !== undefined) return known;
  const { year, month, day } = yearMonthDay(dayNumber);
  const text = `${year}-${month < 10 ? '0' : ''}${month}-${day < 10 ? '0' : ''}${day}` as CivilDate;
  TEXTS.set(dayNumber, text);
  return text;
}

/** Texts made so far: a report writes the same few thousand days again and again. */
const TEXTS = new Map<DayNumber, CivilDate>();

/** The number of a day. Throws on what is not a civil day: texts from outside go through `parseCivilDate`. */
export function dayNumber(date: CivilDate): DayNumber {
  const parsed = parseCivilDate(date);
  if (!parsed.ok) throw new Error(`not a civil day: ${date}`);
  return parsed.value;
}

/** Reads `YYYY-MM-DD` and nothing else. */
export function parseCivilDate(text: string): Result<DayNumber, 'not-a-day'> {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return refuse('not-a-day');
  const day = dayOf(Number(match[1]), Number(match[2]), Number(match[3]));
  return Number.isNaN(day) ? refuse('not-a-day') : ok(day);
}

/** A spreadsheet's serial number (days since 1899-12-30, the time of day as fraction) to a day; NaN outside the range. */
export function dayOfSerial(serial: number): DayNumber {
  const day = Math.floor(serial) - SERIAL_OF_1970;
  return day >= dayOf(FIRST_YEAR, 1, 1) && day <= dayOf(LAST_YEAR, 12, 31) ? day : Number.NaN;
}

/** A day as the serial number a spreadsheet keeps. */
export function serialOfDay(day: DayNumber): number {
  return day + SERIAL_OF_1970;
}

/** Moves a day by whole months; the 31st becomes the last day of a shorter month. */
export function addMonths(day: DayNumber, months: number): DayNumber {
  const from = yearMonthDay(day);
  const index = from.year * 12 + (from.month - 1) + months;
  const year = Math.floor(index / 12);
  const month = index - year * 12 + 1;
  return countDays(year, month, Math.min(from.day, daysInMonth(year, month)));
}

/** The last day of the day's month. */
export function endOfMonth(day: DayNumber): DayNumber {
  const { year, month } = yearMonthDay(day);
  return countDays(year, month, daysInMonth(year, month));
}

/** The first day of the day's month. */
export function startOfMonth(day: DayNumber): DayNumber {
  return day - yearMonthDay(day).day + 1;
}

/** ISO 8601 weekday: 1 Monday … 7 Sunday. */
export function weekday(day: DayNumber): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

/** The ISO 8601 week a day belongs to, such as `2026-W47`; its year is that of the week's Thursday. */
export function isoWeek(day: DayNumber): string {
  const thursday = day - weekday(day) + 4;
  const { year } = yearMonthDay(thursday);
  const week = 1 + Math.floor((thursday - countDays(year, 1, 1)) / 7);
  return `${year}-W${week < 10 ? '0' : ''}${week}`;
}
