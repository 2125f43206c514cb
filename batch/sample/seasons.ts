/** How a year's work spreads over its days: growth, a slow August, a busy year's end, more invoices as a month closes. */
import { type DayNumber, endOfMonth, yearMonthDay } from '../../shared/base/civil-date.ts';
import { isOfficeDay } from './office-days.ts';
import type { Random } from './random.ts';

/** January to December; 100 is an even month. */
const MONTH_PERCENT = [90, 92, 100, 100, 92, 108, 96, 42, 100, 112, 132, 128] as const;

const FIRST_LEVEL = 0.82; // of the first day, where the last day's is 1.18
const GROWTH = 0.36;
const LAST_DAYS_OF_MONTH = 5;
const LAST_DAYS_FACTOR = 2;

/**
 * Spreads invoices over the days from `start` to `end`.
 * @returns how many each day issues; the sum is `invoices`
 */
export function invoicesPerDay(
  start: DayNumber,
  end: DayNumber,
  invoices: number,
  random: Random,
): Int32Array {
  const weights = new Float64Array(end - start + 1);
  let sum = 0;
  for (let day = start; day <= end; day++) {
    weights[day - start] = isOfficeDay(day) ? weightOf(day, (day - start) / (end - start || 1), random) : 0;
    sum += weights[day - start];
  }
  return spread(weights, sum, invoices);
}

function weightOf(day: DayNumber, elapsed: number, random: Random): number {
  const season = MONTH_PERCENT[yearMonthDay(day).month - 1] / 100;
  const closing = endOfMonth(day) - day < LAST_DAYS_OF_MONTH ? LAST_DAYS_FACTOR : 1;
  return season * closing * (FIRST_LEVEL + GROWTH * elapsed) * (0.4 + 1.2 * random.next());
}

/** Whole numbers in proportion to weights: each day takes what the running sum has reached. */
function spread(weights: Float64Array, sum: number, whole: number): Int32Array {
  if (!(sum > 0)) throw new RangeError('the span holds no office day');
  const counts = new Int32Array(weights.length);
  let reached = 0;
  let given = 0;
  for (let i = 0; i < weights.length; i++) {
    reached += weights[i];
    const due = Math.min(whole, Math.floor((reached / sum) * whole + 1e-6));
    counts[i] = due - given;
    given = due;
  }
  return counts;
}
