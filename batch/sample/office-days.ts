/** The days a French office and its bank work: no weekend, no public holiday of fixed date. */
import { type DayNumber, weekday, yearMonthDay } from '../../shared/base/civil-date.ts';

/** Month × 100 + day. The movable feasts are left to chance: a sample needs no more. */
const FIXED_HOLIDAYS: ReadonlySet<number> = new Set([101, 501, 508, 714, 815, 1101, 1111, 1225]);

export function isOfficeDay(day: DayNumber): boolean {
  if (weekday(day) > 5) return false;
  const { month, day: dayOfMonth } = yearMonthDay(day);
  return !FIXED_HOLIDAYS.has(month * 100 + dayOfMonth);
}

/** The day itself, else the next the office works. */
export function officeDayFrom(day: DayNumber): DayNumber {
  let candidate = day;
  while (!isOfficeDay(candidate)) candidate += 1;
  return candidate;
}

/** The day itself, else the last before it the office worked. */
export function officeDayUpTo(day: DayNumber): DayNumber {
  let candidate = day;
  while (!isOfficeDay(candidate)) candidate -= 1;
  return candidate;
}
