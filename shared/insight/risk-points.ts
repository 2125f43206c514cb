/** Points: what each indicator of risk costs. These tables are the whole rule; `risk.ts` tells it in words. */
import { NO_DAY } from '../base/civil-date.ts';
import type { RiskFigures } from './risk-figures.ts';

/** Where points come from, in the order in which reasons with as many points are told. */
export const RISK_CODES = [
  'late-rate',
  'no-history',
  'days-late',
  'worsening',
  'oldest-overdue',
  'overdue-share',
  'credit-limit',
  'broken-promise',
  'missed-instalment',
  'late-plan',
  'bounced-payment',
  'write-off',
  'dispute',
] as const;
export type RiskCode = (typeof RISK_CODES)[number];

export type RiskPoints = { readonly code: RiskCode; readonly points: number };

export const HIGHEST_SCORE = 100;

/** Points by figure: straight lines between the figures named, level before the first and after the last. */
type Scale = { readonly figures: readonly number[]; readonly points: readonly number[] };

function scale(figures: readonly number[], points: readonly number[]): Scale {
  return { figures, points };
}

const LATE_RATE = scale([0, 1], [0, 45]); // share
const DAYS_LATE = scale([0, 5, 15, 30, 60], [0, 3, 7, 11, 15]); // days
const OLDEST_OVERDUE = scale([0, 7, 30, 90, 180], [0, 2, 8, 15, 20]); // days
const OVERDUE_SHARE = scale([0, 1], [0, 10]); // overdue / exposure
const CREDIT_LIMIT = scale([0.8, 1, 1.5], [0, 4, 10]); // exposure / limit
const BROKEN_PROMISES = scale([0, 1, 2, 3], [0, 5, 8, 10]); // promises
const BOUNCED = scale([0, 1, 2], [0, 6, 10]); // payments
const WRITTEN_OFF = scale([0.005, 0.01, 0.05, 0.1], [0, 3, 8, 10]); // share of sales
const DISPUTES = scale([0, 1, 2, 3], [0, 3, 5, 6]); // invoices
const MISSED_INSTALMENT = 8;
const LATE_PLAN = 3;

/** Every figure that says "worse" by growing costs as many points or more: no rule here falls. */
const POINTS: Readonly<Record<RiskCode, (figures: RiskFigures) => number>> = {
  'late-rate': ({ history: { due, lateRate } }) => (due > 0 ? onScale(LATE_RATE, lateRate) : 0),
  'no-history': ({ history: { due, lateRate } }) => (due > 0 ? 0 : onScale(LATE_RATE, lateRate)),
  'days-late': ({ history: { meanDaysLate } }) => onScale(DAYS_LATE, meanDaysLate),
  worsening: worseningPoints,
  'oldest-overdue': ({ debt: { oldestDays } }) => onScale(OLDEST_OVERDUE, oldestDays),
  'overdue-share': ({ debt: { exposure, overdue } }) => onScale(OVERDUE_SHARE, ratio(overdue, exposure)),
  'credit-limit': ({ debt: { exposure, limit } }) => onScale(CREDIT_LIMIT, ratio(exposure, limit)),
  'broken-promise': ({ word: { brokenPromises } }) => onScale(BROKEN_PROMISES, brokenPromises),
  'missed-instalment': ({ word: { missedInstalments } }) => (missedInstalments > 0 ? MISSED_INSTALMENT : 0),
  'late-plan': ({ word: { latePlanOn } }) => (latePlanOn === NO_DAY ? 0 : LATE_PLAN),
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
