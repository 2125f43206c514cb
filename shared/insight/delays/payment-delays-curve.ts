/**
 * Curves: what share of money is still unpaid so many days after its due date. A curve is made of the chance, step by step, that what is
 * still unpaid is paid in the step: payments seen in it / invoices seen unpaid at its begin. What is open counts in the steps it has
 * lived through and says nothing of those after, so that a client's best payments alone never make its curve (Kaplan–Meier).
 */
import { BIN_COUNT, binAt, binOf, FIRST_DELAY, LAST_DELAY, positionOf, TAIL } from './payment-delays-bins.ts';
import { MOST_SLACK } from './payment-delays-likeness.ts';
import type { Observations } from './payment-delays-observe.ts';

/** Four months: beyond, a step is longer than any slack. */
const DAILY = 120 - FIRST_DELAY;

/** Rates add up: what is unpaid at a position is exp(-(the rates before it)). */
export type Curve = {
  readonly rate: Float64Array; // of each step
  readonly before: Float64Array; // the sum of all rates before the step
};

/** Sums of observations by step: whole numbers, weights. */
export type Tally = {
  readonly paid: Float64Array; // paid in the step
  readonly entered: Float64Array; // seen unpaid from the step on, less those seen no longer
  readonly partial: Float64Array; // what of that is too much or too little within the step
};

export function emptyTally(): Tally {
  return {
    paid: new Float64Array(BIN_COUNT),
    entered: new Float64Array(BIN_COUNT),
    partial: new Float64Array(BIN_COUNT),
  };
}

/** Adds the observations from one index up to, not including, another. */
export function tallyUp(tally: Tally, seen: Observations, from: number, to: number): void {
  for (let k = from; k < to; k++) {
    const delay = seen.to[k];
    const weight = seen.weight[k];
    enter(tally, seen.from[k], weight);
    if (seen.paid[k] === 1) addPaid(tally, delay, weight);
    else leave(tally, positionOf(delay), weight);
  }
}

export function clearTally({ entered, paid, partial }: Tally): void {
  paid.fill(0);
  entered.fill(0);
  partial.fill(0);
}

/** Money by day, before and after it is spread out. One record, filled again for every client: a full register has thousands. */
export type Spreading = {
  readonly paidOn: Float64Array;
  readonly forwards: Float64Array;
  readonly both: Float64Array;
};

export function newSpreading(): Spreading {
  const days = () => new Float64Array(DAILY + 2 * MOST_SLACK);
  return { paidOn: days(), forwards: days(), both: days() };
}

/** The same, but what was paid on a day counts on so many days before and after it too, the less the farther. */
export function tallyWithSlack(
  tally: Tally,
  seen: Observations,
  from: number,
  to: number,
  slack: number,
  spreading: Spreading = newSpreading(),
): void {
  const { both, paidOn } = spreading;
  const days = DAILY + 2 * slack;
  paidOn.fill(0, 0, days);
  const first = FIRST_DELAY - slack;
  let earliest = LAST_DELAY;
  for (let k = from; k < to; k++) {
    const delay = seen.to[k];
    const weight = seen.weight[k];
    enter(tally, seen.from[k], weight);
    if (seen.paid[k] === 0) leave(tally, positionOf(delay), weight);
    else if (delay - FIRST_DELAY >= DAILY) addPaid(tally, delay, weight);
    else {
      paidOn[delay - first] += weight;
      earliest = Math.min(earliest, seen.from[k]);
    }
  }
  spread(spreading, days, slack);
  for (let place = 0; place < days; place++) {
    const weight = both[place];
    if (weight > 0) addPaid(tally, Math.max(earliest, first + place), weight); // not before it could be paid
  }
}

/**
 * Spreads what stands on each day over as many days before and after it, in a triangle: sums over so many days and one, taken forwards and
 * then backwards. The sums are whole numbers: the order of the rows does not show.
 */
function spread({ both, forwards, paidOn }: Spreading, days: number, slack: number): void {
  const width = slack + 1;
  let sum = 0;
  for (let k = 0; k < days; k++) {
    sum += paidOn[k] - (k < width ? 0 : paidOn[k - width]);
    forwards[k] = sum;
  }
  sum = 0;
  for (let k = days - 1; k >= 0; k--) {
    sum += forwards[k] - (k + width < days ? forwards[k + width] : 0);
    both[k] = sum / width ** 2;
  }
}

function enter({ entered, partial }: Tally, from: number, weight: number): void {
  const position = positionOf(from - 1);
  const bin = binAt(position);
  entered[bin] += weight;
  partial[bin] -= Math.round(weight * (position - bin));
}

function leave({ entered, partial }: Tally, position: number, weight: number): void {
  const bin = binAt(position);
  entered[bin] -= weight;
  partial[bin] += Math.round(weight * (position - bin));
}

/** What is paid was at risk to the end of its step. */
function addPaid(tally: Tally, on: number, weight: number): void {
  const bin = binOf(on);
  tally.paid[bin] += weight;
  if (bin === TAIL) leave(tally, positionOf(on), weight);
  else tally.entered[bin + 1] -= weight;
}

/** Adds a tally, times a whole number. */
export function addTally(into: Tally, tally: Tally, times: number): void {
  for (let bin = 0; bin < BIN_COUNT; bin++) {
    into.paid[bin] += tally.paid[bin] * times;
    into.entered[bin] += tally.entered[bin] * times;
    into.partial[bin] += tally.partial[bin] * times;
  }
}

/** Nothing is certain: of what was unpaid at a step's begin, this share at most is expected in it. */
const MOST_IN_A_STEP = 0.995;
/** However few are unpaid as long: the curve drawn towards counts for this many invoices at least. */
const LEAST_LENT = 0.25;

/**
 * The curve of a tally, drawn towards another as if so many more invoices had been paid along that one.
 * @param unit the weight of one invoice in the tally
 */
export function curveOf(tally: Tally, unit: number, towards: Curve, lentInvoices: number): Curve {
  const rate = new Float64Array(BIN_COUNT);
  let unpaid = 0;
  for (let bin = 0; bin < BIN_COUNT; bin++) {
    unpaid += tally.entered[bin];
    const lent = lentInvoices * Math.max(LEAST_LENT, Math.exp(-towards.before[bin]));
    const lentPaid = lent * -Math.expm1(-towards.rate[bin]);
    const paid = tally.paid[bin] / unit;
    const share = (paid + lentPaid) / (Math.max(paid, (unpaid + tally.partial[bin]) / unit) + lent);
    rate[bin] = -Math.log1p(-Math.min(share, MOST_IN_A_STEP));
  }
  return curveOfRates(rate);
}

export function curveOfRates(rate: Float64Array): Curve {
  const before = new Float64Array(BIN_COUNT);
  for (let bin = 1; bin < BIN_COUNT; bin++) before[bin] = before[bin - 1] + rate[bin - 1];
  return { rate, before };
}

/** The rates summed up to the end of a day so many days after the due date. */
export function cumulativeAt({ before, rate }: Curve, delay: number): number {
  const position = positionOf(delay);
  const bin = binAt(position);
  return before[bin] + (position - bin) * rate[bin];
}
