/**
 * Days of cells. Google hands a day over as a `Date`: the instant of its midnight in the spreadsheet's zone, while JavaScript here
 * reckons in the script's zone (the manifest's). Asking Google for each cell's day would cost a call a cell; one question gives how far
 * the two zones lie apart today, and JavaScript knows its own zone's offset at any instant, summer time included.
 *
 * Where the zones change their clocks on different days the sum is wrong by an hour or so for part of the year. A day's midnight then
 * seems to fall a little before or after midnight, so what is off by whole half hours up to two hours is moved to that midnight: days are
 * exact in every zone. A time of day is exact where both zones keep the same summer time, and else within the hour.
 */

const MINUTE = 60_000;
const HALF_HOUR = 30 * MINUTE;
const DAY = 86_400_000;
const MOST_APART = 2 * 60 * MINUTE;

/** Days from 1899-12-30, which spreadsheets count as 0, to 1970-01-01. */
const SERIAL_OF_1970 = 25_569;

/** How far the spreadsheet's clock is ahead of the script's, in milliseconds. */
export type ZoneGap = number;

/** @param offsetText the spreadsheet's offset at `now`, as `Z` writes it: `+0100` */
export function zoneGap(now: Date, offsetText: string): ZoneGap {
  const match = /^([+-])(\d{2})(\d{2})$/.exec(offsetText);
  if (!match) throw new Error(`not an offset: ${offsetText}`);
  const minutes = Number(match[2]) * 60 + Number(match[3]);
  return (match[1] === '-' ? -minutes : minutes) * MINUTE - scriptOffset(now);
}

/** The serial number of a cell's `Date`: whole for a day, with a fraction for a time of day. */
export function serialOf(date: Date, gap: ZoneGap): number {
  const local = date.getTime() + scriptOffset(date) + gap;
  return nearMidnight(local) / DAY + SERIAL_OF_1970;
}

/** Today in the spreadsheet, in days since 1970. */
export function sheetToday(now: Date, gap: ZoneGap): number {
  return Math.floor((now.getTime() + scriptOffset(now) + gap) / DAY);
}

/** The time of day in the spreadsheet: `10:05`. */
export function sheetClock(now: Date, gap: ZoneGap): string {
  const millis = now.getTime() + scriptOffset(now) + gap;
  return new Date(millis).toISOString().slice(11, 16);
}

/** The clock changes by half hours; times that people type seldom miss midnight by exactly that. */
function nearMidnight(local: number): number {
  const midnight = Math.round(local / DAY) * DAY;
  const apart = Math.abs(local - midnight);
  return apart <= MOST_APART && apart % HALF_HOUR === 0 ? midnight : local;
}

function scriptOffset(date: Date): number {
  return -date.getTimezoneOffset() * MINUTE;
}
