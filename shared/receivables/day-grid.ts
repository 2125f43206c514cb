/** A few days asked for at once, so that one walk over the rows answers them all. */
import type { DayNumber } from '../base/civil-date.ts';

/** Distinct days, oldest first. */
export type DayGrid = {
  readonly days: Int32Array;
  readonly indexes: Int32Array; // of each day from the first to the last: the index of the first day asked for on it or after
};

/** @param asked at least one day, in any order */
export function gridOf(asked: readonly DayNumber[]): DayGrid {
  const days = Int32Array.from(new Set(asked)).sort();
  const indexes = new Int32Array(days[days.length - 1] - days[0] + 1);
  let next = 0;
  for (let offset = 0; offset < indexes.length; offset++) {
    if (days[0] + offset > days[next]) next++;
    indexes[offset] = next;
  }
  return { days, indexes };
}

/** The index of the first day asked for that is the given day or later; the count of days where there is none. */
export function indexFrom({ days, indexes }: DayGrid, day: DayNumber): number {
  const offset = day - days[0];
  if (offset <= 0) return 0;
  return offset < indexes.length ? indexes[offset] : days.length;
}

/** A sum per day asked for, kept as the steps between them: `addRun` costs the same however long the run. */
export function emptySteps(grid: DayGrid): Float64Array {
  return new Float64Array(grid.days.length + 1);
}

/** Adds a value to every sum from one index up to, not including, another. */
export function addRun(steps: Float64Array, from: number, to: number, value: number): void {
  steps[from] += value;
  steps[to] -= value;
}

/** The sums that the steps lead to, one a day asked for. */
export function sumsOf(steps: Float64Array): Float64Array {
  const sums = steps.slice(0, -1);
  for (let k = 1; k < sums.length; k++) sums[k] += sums[k - 1];
  return sums;
}
