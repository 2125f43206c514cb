/** The days of a plan's instalments, from the first on. */
import { addMonths, civilDate, type DayNumber, parseCivilDate } from '../../../shared/base/civil-date.ts';

export const RHYTHMS = ['week', 'fortnight', 'month'] as const;
export type Rhythm = (typeof RHYTHMS)[number];

/** @returns as many days as asked for; none where the first is no day. Months keep to the first one's day where they have it. */
export function planDates(first: string, count: number, rhythm: Rhythm): readonly string[] {
  const start = parseCivilDate(first);
  if (!start.ok) return [];
  return Array.from({ length: count }, (_, index) => civilDate(dayAt(start.value, index, rhythm)));
}

function dayAt(first: DayNumber, index: number, rhythm: Rhythm): DayNumber {
  if (rhythm === 'month') return addMonths(first, index);
  return first + index * (rhythm === 'week' ? 7 : 14);
}
