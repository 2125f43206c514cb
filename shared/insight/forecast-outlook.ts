/** Outlook: when one open item may be paid, as a chance by day. */
import type { DayNumber } from '../base/civil-date.ts';
import type { MoneyDays } from './forecast-days.ts';
import type { ItemPromise } from './forecast-promises.ts';
import { type Curve, cumulativeAt } from './payment-delays-curve.ts';

export type Outlook = {
  readonly asOf: DayNumber;
  readonly days: MoneyDays;
  readonly dueDay: DayNumber;
  readonly curve: Curve; // of the client
  readonly passed: number; // the rates the item has lived through unpaid
  readonly promise: ItemPromise | null;
};

/** Dates are those of money that comes within a year: what may never come has no day of its own. */
export const FARTHEST_DAYS = 365;

export function outlookOf(
  asOf: DayNumber,
  days: MoneyDays,
  dueDay: DayNumber,
  curve: Curve,
  promise: ItemPromise | null,
): Outlook {
  return { asOf, days, dueDay, curve, promise, passed: cumulativeAt(curve, days.last(asOf) - dueDay) };
}

/**
 * The chance that the money has come by the end of a day after `asOf`. The item is unpaid so far: only the rest of the client's
 * curve counts. What is promised comes on its day where the client keeps its word, else as the rest of the curve has it once the
 * promise is broken.
 */
export function chancePaidBy(outlook: Outlook, day: DayNumber): number {
  const { curve, days, dueDay, passed, promise } = outlook;
  const by = cumulativeAt(curve, days.last(day) - dueDay);
  const usual = chanceOf(by - passed);
  if (promise === null) return usual;
  const { kept, share } = promise;
  const comes = promisedArrival(outlook, promise) <= day ? kept : 0;
  const broken = cumulativeAt(curve, promise.lastDay - dueDay);
  return (1 - share) * usual + share * (comes + (1 - kept) * chanceOf(by - broken));
}

/** @param rates summed from one day to another; below 0 where the other comes first */
function chanceOf(rates: number): number {
  return rates > 0 ? -Math.expm1(-rates) : 0;
}

/** Promised for the very day asked for and not there: it comes on the next. */
function promisedArrival({ asOf, days }: Outlook, promise: ItemPromise): DayNumber {
  return days.arrival(Math.max(promise.day, asOf + 1));
}

/** The first day after `asOf` by which the money has come in so many cases of all in which it comes within a year. */
export function dayPaidBy(outlook: Outlook, cases: number): DayNumber {
  const { asOf, promise } = outlook;
  const chance = cases * chancePaidBy(outlook, asOf + FARTHEST_DAYS);
  if (promise === null) return usualDayPaidBy(outlook, chance);
  return firstDay(asOf, (day) => chancePaidBy(outlook, day) >= chance);
}

/** The same day for less work: most items have no promise. */
function usualDayPaidBy({ asOf, curve, days, dueDay, passed }: Outlook, chance: number): DayNumber {
  const rates = passed - Math.log1p(-chance);
  const due = firstDay(days.last(asOf), (day) => cumulativeAt(curve, day - dueDay) >= rates);
  return days.arrival(due);
}

/** The first day after another for which a question that turns true once is true; a year after where it never does. */
function firstDay(after: DayNumber, isTrue: (day: DayNumber) => boolean): DayNumber {
  let before = after;
  let by = after + FARTHEST_DAYS;
  while (by - before > 1) {
    const middle = Math.floor((before + by) / 2);
    if (isTrue(middle)) by = middle;
    else before = middle;
  }
  return by;
}

/** The chance that the item is paid more than so many days after its due date, or never. */
export function chanceLateBy(outlook: Outlook, daysLate: number): number {
  const day = outlook.dueDay + daysLate;
  return day <= outlook.asOf ? 1 : 1 - chancePaidBy(outlook, day);
}
