/** The clock's instant as a civil day of a time zone. */
import { DateTime, IANAZone } from 'luxon';
import { type CivilDate, civilDate, dayOf } from '../../../shared/base/civil-date.ts';

/** @param zone such as `Europe/Paris`  @returns today there, or `null` where there is no such zone (`local` would be this machine's) */
export function todayIn(zone: string, now: Date): CivilDate | null {
  if (!IANAZone.isValidZone(zone)) return null;
  const there = DateTime.fromJSDate(now, { zone });
  return civilDate(dayOf(there.year, there.month, there.day));
}
