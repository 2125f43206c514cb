/** Points: what each indicator of risk costs. These tables are the whole rule; `risk.ts` tells it in words. */
import { NO_DAY } from '../../base/civil-date.ts';
import type { RiskFigures } from './risk-figures.ts';

/** Where points come from, in the order in which reasons with as many points are told. */
export const RISK_CODES = [
  'insolvency',
  'late-rate',
  'no-history',
  'worsening',
  'late-by-30',
  'oldest-overdue',
  'credit-limit',
  'concentration',
  'fast-growing',
  'new-client',
  'broken-promise',
  'missed-instalment',
  'late-plan',
  'longer-terms',
  'bounced-payment',
  'write-off',
  'dispute',
] as const;
export type RiskCode = (typeof RISK_CODES)[number];

export type RiskPoints = { readonly code: RiskCode; readonly points: number };

const HIGHEST_SCORE = 100;

/** Points by figure: straight lines between the figures named, level before the first and after the last. */
type Scale = { readonly figures: readonly number[]; readonly points: readonly number[] };

function scale(figures: readonly number[], points: readonly number[]): Scale {
  return { figures, points };
}

const LATENESS = scale([0, 1], [0, 55]); // how late it pays
const DAYS_LATE = scale([0, 5, 15, 30, 60], [0, 2, 5, 7, 10]); // days
const LATE_BY_30 = scale([0, 1], [0, 8]); // chance
const OLDEST_OVERDUE = scale([30, 90, 180], [0, 3, 6]); // days
const CREDIT_LIMIT = scale([0.8, 1, 1.5], [0, 4, 10]); // exposure / limit
const CONCENTRATION = scale([0.1, 0.25, 0.5], [0, 2, 5]); // share of all exposures
const GROWTH = scale([1.5, 3], [0, 5]); // sales of 3 months / those of a quarter before
const NEW_EXPOSURE = scale([1, 5], [0, 4]); // exposure of a new client / the median exposure
const LONGER_TERMS = scale([5, 15, 45], [0, 2, 5]); // days
const BROKEN_PROMISES = scale([0, 1, 2, 3], [0, 5, 8, 10]); // promises
const BOUNCED = scale([0, 1, 2], [0, 6, 10]); // payments
const WRITTEN_OFF = scale([0.005, 0.01, 0.05, 0.1], [0, 3, 8, 10]); // share of sales
const DISPUTES = scale([0, 1, 2, 3], [0, 3, 5, 6]); // invoices
const MISSED_INSTALMENT = 8;
const LATE_PLAN = 3;
const INSOLVENCY = 75; // the highest grade of risk by itself

/** Every figure that says "worse" by growing costs as many points or more: no rule here falls. */
const POINTS: Readonly<Record<RiskCode, (figures: RiskFigures) => number>> = {
  insolvency: ({ marks: { insolvencyOn } }) => (insolvencyOn === NO_DAY ? 0 : INSOLVENCY),
  'late-rate': ({ history: { due, lateness } }) => (due > 0 ? onScale(LATENESS, lateness) : 0),
  'no-history': ({ history: { due, lateness } }) => (due > 0 ? 0 : onScale(LATENESS, lateness)),
  worsening: worseningPoints,
  'late-by-30': ({ chances: { lateBy30 }, debt: { exposure } }) =>
    exposure > 0 ? onScale(LATE_BY_30, lateBy30) : 0,
  'oldest-overdue': ({ debt: { oldestDays } }) => onScale(OLDEST_OVERDUE, oldestDays),
  'credit-limit': ({ debt: { exposure, limit } }) => onScale(CREDIT_LIMIT, ratio(exposure, limit)),
  concentration: ({ debt: { share } }) => onScale(CONCENTRATION, share),
  'fast-growing': ({ growth: { hasTrend, sales, salesBefore } }) =>
    hasTrend ? onScale(GROWTH, ratio(sales, salesBefore)) : 0,
  'new-client': ({ debt: { exposure }, growth: { usualExposure }, isNew }) =>
    isNew ? onScale(NEW_EXPOSURE, ratio(exposure, usualExposure)) : 0,
  'broken-promise': ({ word: { brokenPromises } }) => onScale(BROKEN_PROMISES, brokenPromises),
  'missed-instalment': ({ word: { missedInstalments } }) => (missedInstalments > 0 ? MISSED_INSTALMENT : 0),
  'late-plan': ({ word: { latePlanOn } }) => (latePlanOn === NO_DAY ? 0 : LATE_PLAN),
  'longer-terms': ({ growth: { hasTrend, termDays, termDaysBefore } }) =>
    hasTrend ? onScale(LONGER_TERMS, termDays - termDaysBefore) : 0,
  'bounced-payment': ({ marks: { bounced } }) => onScale(BOUNCED, bounced),
  'write-off': ({ marks: { sales, writtenOff } }) => onScale(WRITTEN_OFF, ratio(writtenOff, sales)),
  dispute: ({ marks: { disputes } }) => onScale(DISPUTES, disputes),
};

/** The points of every indicator that costs any, most first; they stop at 100, and what is past it is told without points, as is how late a client pays. */
export function riskPoints(figures: RiskFigures): readonly RiskPoints[] {
  const points = RISK_CODES.map((code) => ({ code, points: POINTS[code](figures) })).filter(
    (reason) => reason.points > 0 || (reason.code === 'late-rate' && figures.history.due > 0),
  );
  points.sort((a, b) => b.points - a.points); // stable: ties stay in the order of the codes
  let left = HIGHEST_SCORE;
  return points.map(({ code, points: wanted }) => {
    const given = Math.min(wanted, left);
    left -= given;
    return { code, points: given };
  });
}

/**
 * What the last three months would cost above the year they are part of. Measured so, and not as a difference of days, more days
 * late in any month can only add points: they raise the year before they lower the difference.
 */
function worseningPoints({ history: { hasTrend, meanDaysLate, recentDaysLate } }: RiskFigures): number {
  if (!hasTrend) return 0;
  return Math.max(0, onScale(DAYS_LATE, recentDaysLate) - onScale(DAYS_LATE, meanDaysLate));
}

/** @returns whole points */
function onScale({ figures, points }: Scale, figure: number): number {
  const next = figures.findIndex((at) => figure <= at);
  if (next === 0) return points[0];
  if (next < 0) return points[points.length - 1];
  const part = (figure - figures[next - 1]) / (figures[next] - figures[next - 1]);
  return Math.round(points[next - 1] + part * (points[next] - points[next - 1]));
}

/** A part of nothing is as bad as can be; nothing of nothing is none. */
function ratio(part: number, whole: number): number {
  if (part <= 0) return 0;
  return whole > 0 ? part / whole : Number.POSITIVE_INFINITY;
}
