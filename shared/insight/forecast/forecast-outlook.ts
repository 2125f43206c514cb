/** Outlook: when one open item may be paid, as a chance by day. */
import type { DayNumber } from '../../base/civil-date.ts';
import { BIN_COUNT } from '../delays/payment-delays-bins.ts';
import { type Curve, cumulativeAt, curveOfRates } from '../delays/payment-delays-curve.ts';
import { type DaysAhead, emptyDays, FARTHEST_DAYS } from './forecast-days.ts';
import type { ItemPromise } from './forecast-promises.ts';
import { WEEKS } from './forecast-weeks.ts';

/** One record, filled again for every item: a full register has tens of thousands. */
export type Outlook = {
  asOf: DayNumber;
  dueDay: DayNumber;
  curve: Curve; // of the client
  days: DaysAhead; // of the client
  readonly rates: Float64Array; // summed from the day asked for to so many days after
  told: number; // days ahead for which they are; beyond, every day is like any other
  promise: ItemPromise | null;
};

/** Of no client yet: its curve and its days are set before an item is looked at. */
export function emptyOutlook(asOf: DayNumber): Outlook {
  return {
    asOf,
    dueDay: asOf,
    curve: curveOfRates(new Float64Array(BIN_COUNT)),
    days: emptyDays(),
    rates: new Float64Array(FARTHEST_DAYS + 1),
    told: 0,
    promise: null,
  };
}

/** The weeks of a forecast are told day by day, and as many days more as it takes to foretell nine cases of ten. */
const TOLD_AT_LEAST = 7 * WEEKS;
const CASES_TOLD = 0.9;

/** The item is unpaid so far: only the rates of the days to come count. What is ready on a day on which no money moves waits for the next. */
export function lookOut(outlook: Outlook, dueDay: DayNumber, promise: ItemPromise | null): void {
  const { asOf, curve, days, rates } = outlook;
  outlook.dueDay = dueDay;
  outlook.promise = promise;
  let before = cumulativeAt(curve, asOf - dueDay);
  const enough = -Math.log1p(
    -CASES_TOLD * chanceOf(cumulativeAt(curve, asOf + FARTHEST_DAYS - dueDay) - before),
  );
  let sum = 0;
  let waiting = 0;
  let k = 0;
  while (k < FARTHEST_DAYS && (k < TOLD_AT_LEAST || sum < enough)) {
    k++;
    const by = cumulativeAt(curve, asOf + k - dueDay);
    waiting += days.ready[k] * (by - before);
    before = by;
    sum += waiting * days.paid[k];
    if (days.paid[k] > 0) waiting = 0;
    rates[k] = sum;
  }
  outlook.told = k;
}

function ratesBy({ asOf, curve, dueDay, rates, told }: Outlook, day: DayNumber): number {
  const ahead = day - asOf;
  if (ahead <= 0) return 0;
  if (ahead <= told) return rates[ahead];
  return rates[told] + cumulativeAt(curve, day - dueDay) - cumulativeAt(curve, asOf + told - dueDay);
}

/**
 * The chance that the money has come by the end of a day after `asOf`. What is promised comes on its day where the client keeps its word, else
 * as the rest of the curve has it once the promise is broken.
 */
export function chancePaidBy(outlook: Outlook, day: DayNumber): number {
  const by = ratesBy(outlook, day);
  const { promise } = outlook;
  if (promise === null) return chanceOf(by);
  const { kept, share } = promise;
  const comes = promisedArrival(outlook, promise) <= day ? kept : 0;
  const broken = ratesBy(outlook, promise.lastDay);
  return (1 - share) * chanceOf(by) + share * (comes + (1 - kept) * chanceOf(by - broken));
}

/** @param rates summed from one day to another; below 0 where the other comes first */
function chanceOf(rates: number): number {
  return rates > 0 ? -Math.expm1(-rates) : 0;
}

/** Promised for a day on which no money moves, or for the very day asked for and not there: it comes on the next. */
function promisedArrival({ asOf, days }: Outlook, promise: ItemPromise): DayNumber {
  let ahead = Math.max(promise.day - asOf, 1);
  while (ahead < FARTHEST_DAYS && days.paid[ahead] === 0) ahead++;
  return asOf + ahead;
}

/** The first day after `asOf` by which the money has come in so many cases of all in which it comes within a year. */
export function dayPaidBy(outlook: Outlook, cases: number): DayNumber {
  const { asOf, promise } = outlook;
  const chance = cases * chancePaidBy(outlook, asOf + FARTHEST_DAYS);
  if (promise !== null) return firstDay(asOf, (day) => chancePaidBy(outlook, day) >= chance);
  const wanted = -Math.log1p(-chance);
  return firstDay(asOf, (day) => ratesBy(outlook, day) >= wanted);
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
