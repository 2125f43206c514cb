/** Weekend shift: whether dates fall on Saturdays and Sundays far more often of late than they used to. */
import { type DayNumber, weekday } from '../../base/civil-date.ts';
import type { Words } from '../../base/words.ts';

/** Whole weeks, so that both spans hold their share of weekends. */
const RECENT_DAYS = 13 * 7;
const BEFORE_DAYS = 52 * 7;
const LEAST_RECENT = 30;
const LEAST_BEFORE = 100;
/** Fewer rows are chance. */
const LEAST_ON_WEEKENDS = 5;
const UNUSUAL = 3;
/** A firm that never works on weekends may do so now and then: below this share nothing is unusual. */
const LEAST_USUAL_SHARE = 0.01;

const SATURDAY = 6;

export type WeekendShift = {
  readonly recent: number; // rows
  readonly onWeekends: number; // of those
  readonly share: number;
  readonly usualShare: number;
  readonly last: number; // the latest row on a weekend; -1: none
  readonly unusual: boolean;
};

/** @param rows in order of day @returns null on too little history */
export function weekendShiftOf(rows: Int32Array, day: Int32Array, asOf: DayNumber): WeekendShift | null {
  const recentFrom = asOf - RECENT_DAYS;
  const counts = { recent: 0, onWeekends: 0, before: 0, beforeOnWeekends: 0, last: -1 };
  for (let at = rows.length - 1; at >= 0 && day[rows[at]] > recentFrom - BEFORE_DAYS; at--) {
    const on = day[rows[at]];
    const isWeekend = weekday(on) >= SATURDAY;
    if (on <= recentFrom) {
      counts.before++;
      if (isWeekend) counts.beforeOnWeekends++;
    } else {
      counts.recent++;
      if (isWeekend) counts.onWeekends++;
      if (isWeekend && counts.last < 0) counts.last = rows[at];
    }
  }
  const { before, beforeOnWeekends, last, onWeekends, recent } = counts;
  if (recent < LEAST_RECENT || before < LEAST_BEFORE) return null;
  const share = onWeekends / recent;
  const usualShare = beforeOnWeekends / before;
  const isUnusual = share > UNUSUAL * Math.max(usualShare, LEAST_USUAL_SHARE);
  return {
    recent,
    onWeekends,
    share,
    usualShare,
    last,
    unusual: isUnusual && onWeekends >= LEAST_ON_WEEKENDS,
  };
}

export const TOO_LITTLE_HISTORY: Words = {
  fr: `Il faut au moins ${LEAST_RECENT} lignes sur 13 semaines et ${LEAST_BEFORE} sur les 52 précédentes.`,
  en: `At least ${LEAST_RECENT} rows of 13 weeks and ${LEAST_BEFORE} of the 52 before are needed.`,
};
