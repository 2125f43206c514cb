/** Weeks: how much comes in each, and the range that holds it four times in five. */
import type { DayNumber } from '../../base/civil-date.ts';
import { roundHalfAway } from '../../base/money.ts';

export const WEEKS = 13;

/** Minor units. */
export type ForecastWeek = {
  readonly from: DayNumber; // the first of its 7 days
  readonly expected: number;
  readonly low: number; // in one week of ten less comes in
  readonly high: number; // in one of ten more
};

/** One client's items that come in the same week often come in one transfer. */
const TOGETHER = 0.25;
/** What moves all clients at once (a holiday, a busy accountant), as a share of the week. */
const COMMON = 0.1;
/** Of a normal distribution, one case in ten is this many deviations below. */
const DEVIATIONS = 1.2816;

/** Sums by week. */
export type WeekSums = {
  readonly expected: Float64Array;
  readonly variance: Float64Array; // of the clients done
  readonly most: Float64Array; // nothing beyond can come
  readonly ofClient: Float64Array; // the client at work: variances of its items
  readonly deviations: Float64Array; // … and their square roots
};

export function emptyWeeks(): WeekSums {
  const sums = () => new Float64Array(WEEKS);
  return { expected: sums(), variance: sums(), most: sums(), ofClient: sums(), deviations: sums() };
}

/** Adds an amount that comes in a week with a chance. */
export function addToWeek(sums: WeekSums, week: number, amount: number, chance: number): void {
  const variance = amount * amount * chance * (1 - chance);
  sums.expected[week] += amount * chance;
  sums.most[week] += amount;
  sums.ofClient[week] += variance;
  sums.deviations[week] += Math.sqrt(variance);
}

/** Closes a client: between its own items and all as one transfer. Clients do not know of each other. */
export function closeClient({ deviations, ofClient, variance }: WeekSums): void {
  for (let week = 0; week < WEEKS; week++) {
    variance[week] += (1 - TOGETHER) * ofClient[week] + TOGETHER * deviations[week] ** 2;
  }
  ofClient.fill(0);
  deviations.fill(0);
}

/** Rounded as running sums, so that the weeks add up to what they hold together. */
export function weeksOf(sums: WeekSums, asOf: DayNumber): readonly ForecastWeek[] {
  let exact = 0;
  let rounded = 0;
  return Array.from(sums.expected, (mean, week) => {
    exact += mean;
    const expected = roundHalfAway(exact) - rounded;
    rounded += expected;
    const variance = sums.variance[week] + (COMMON * mean) ** 2;
    const low = Math.floor(quantile(mean, variance, -DEVIATIONS));
    const high = Math.ceil(quantile(mean, variance, DEVIATIONS));
    return {
      from: asOf + 1 + 7 * week,
      expected,
      low: Math.min(low, expected),
      high: Math.max(Math.min(high, sums.most[week]), expected),
    };
  });
}

/**
 * Money is never below nothing and a few large items make it lopsided: a gamma distribution of the same mean and variance, by
 * the cube-root approximation (Wilson and Hilferty, 1931).
 */
function quantile(mean: number, variance: number, deviations: number): number {
  if (mean <= 0) return 0;
  const spread = variance / (9 * mean * mean);
  return mean * Math.max(0, 1 - spread + deviations * Math.sqrt(spread)) ** 3;
}
