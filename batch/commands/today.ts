/** The clock's instant as a civil day of a time zone. */
import { DateTime } from 'luxon';
import { type CivilDate, civilDate, dayOf } from '../../shared/base/civil-date.ts';

/** @returns today in the zone, or `null` where there is no such zone */
export function todayIn(zone: string, now: Date): CivilDate | null {
  const there = DateTime.fromJSDate(now, { zone });
  return there.isValid ? civilDate(dayOf(there.year, there.month, there.day)) : null;
}
