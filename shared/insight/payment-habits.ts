/**
 * Payment habits: on which days of the week or of the month a client pays, where it has such days.
 *
 * Many firms pay in runs: every Friday, on the 10th and the 25th. Whether one does is asked of its own past: would its payments have been foretold
 * better by the days on which it paid before than by its due dates and delays alone? Each payment is foretold by the others, so that chance is
 * not taken for a habit; and the odds must be better than a hundred to one. What due dates bring about by themselves (all of them at the month's end) is no habit:
 * the days expected without one come from the client's own due dates and delays, each put together with others' than its own.
 */
import { type DayNumber, weekday, yearMonthDay } from '../base/civil-date.ts';
import { isCash } from '../receivables/movements.ts';
import type { Register } from '../register/entries.ts';

const HABIT_KINDS = ['none', 'weekday', 'monthDay'] as const;
export type HabitKind = (typeof HABIT_KINDS)[number];

export type PaymentHabit = {
  readonly kind: HabitKind;
  readonly times: Float64Array; // by weekday (1 Monday … 7) or day of the month (1 … 31): how many times as much comes then as without a habit
};

export type PaymentHabits = {
  readonly closedAtWeekends: boolean; // money moves on working days only
  readonly weekdayTimes: Float64Array; // by weekday, of all clients: as `times`
  readonly habitOf: (client: number) => PaymentHabit;
};

/** Banks move money on working days. Where more than one payment in so many is dated on a weekend, the register's days are all alike. */
const ONE_IN = 20;
const LEAST_PAYMENTS = 20;
/** Older payments say little of today's habits. */
const DAYS_LOOKED_BACK = 730;
const LEAST_RUNS = 4;
/** The last so many tell. */
const MOST_RUNS = 48;
/** Each due date meets so many delays of the client's other payments. */
const MEETINGS = 4;
/** Lent payments on the days expected without a habit; the number that foretells best is taken. */
const LENT = [0.5, 2, 8] as const;
const LENT_TO_WEEKDAYS = 100;
/** Natural logarithm: e to the fifth is about a hundred and fifty. */
const LEAST_GAIN = 5;
/**
 * Payments lent to every day alike, where days are expected without a habit. Many: a day that few due dates lead to is no surprise. Few: due dates
 * that all lead to one day leave nothing to surprise. A habit has to stand against both.
 */
const LENT_EVENLY = [10, 1] as const;

/** Of one currency; nothing dated after the day is looked at. */
export function paymentHabits(register: Register, currencyIndex: number, asOf: DayNumber): PaymentHabits {
  const runs = readRuns(register, currencyIndex, asOf);
  const closed = isClosedAtWeekends(runs);
  const weekdays = emptyCounts(7);
  for (let client = 0; client < register.clients.length; client++) {
    countWeekdays(runs, client, closed, weekdays);
  }
  setShares(weekdays);
  const weekdayTimes = timesOf(weekdays, LENT_TO_WEEKDAYS, weekdays.shares[1]);
  return {
    closedAtWeekends: closed,
    weekdayTimes,
    habitOf: habitFinder(runs, closed, weekdayTimes, daysInMonthTable(asOf)),
  };
}

/** The days on which each client paid an invoice, each once, with the first invoice paid: those of client c from starts[c] to ends[c]. */
type Runs = {
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly day: Int32Array;
  readonly due: Int32Array;
};

/** A payment as one number that sorts by its day: the days from the due date in the last digits. */
const DELAYS = 4096;

function readRuns(register: Register, currencyIndex: number, asOf: DayNumber): Runs {
  const { clients, invoices, payments } = register;
  const counts = new Int32Array(clients.length + 1);
  const counted = new Int32Array(payments.count);
  let count = 0;
  for (let p = 0; p < payments.count; p++) {
    const day = payments.day[p];
    if (payments.currency[p] !== currencyIndex || payments.invoice[p] < 0 || payments.amount[p] <= 0)
      continue;
    if (day > asOf || day <= asOf - DAYS_LOOKED_BACK || !isCash(payments, p)) continue;
    if (payments.appliedDay[p] > asOf || invoices.issueDay[payments.invoice[p]] > asOf) continue;
    counted[count++] = p;
    counts[payments.client[p] + 1]++;
  }
  for (let client = 0; client < clients.length; client++) counts[client + 1] += counts[client];
  const starts = counts.slice(0, clients.length);
  const keys = new Int32Array(count);
  const next = starts.slice();
  for (const p of counted.subarray(0, count)) {
    const delay = payments.day[p] - invoices.dueDay[payments.invoice[p]];
    const clipped = Math.min(Math.max(delay, -DELAYS / 2), DELAYS / 2 - 1);
    keys[next[payments.client[p]]++] = payments.day[p] * DELAYS + clipped + DELAYS / 2;
  }
  return distinctRuns(keys, starts, next);
}

function distinctRuns(keys: Int32Array, starts: Int32Array, next: Int32Array): Runs {
  const ends = starts.slice();
  const day = new Int32Array(keys.length);
  const due = new Int32Array(keys.length);
  for (let client = 0; client < starts.length; client++) {
    const own = keys.subarray(starts[client], next[client]).sort();
    let last = Number.NEGATIVE_INFINITY;
    for (const key of own) {
      const paid = Math.floor(key / DELAYS);
      if (paid === last) continue;
      last = paid;
      day[ends[client]] = paid;
      due[ends[client]++] = paid - (key - paid * DELAYS - DELAYS / 2);
    }
  }
  return { starts, ends, day, due };
}

function isClosedAtWeekends({ day, ends, starts }: Runs): boolean {
  let count = 0;
  let atWeekends = 0;
  for (let client = 0; client < starts.length; client++) {
    for (let k = starts[client]; k < ends[client]; k++) {
      count++;
      if (weekday(day[k]) > 5) atWeekends++;
    }
  }
  return count < LEAST_PAYMENTS || atWeekends * ONE_IN <= count;
}

/** By cell, from 1. */
type Counts = {
  readonly seen: Float64Array;
  readonly expected: Float64Array;
  readonly shares: readonly Float64Array[]; // of the days expected, one for each of LENT_EVENLY
};

/** What is expected is counted in parts that one, two, three and four meetings share evenly: the order of adding does not show. */
const PARTS_OF_A_PAYMENT = 12;

function emptyCounts(cells: number): Counts {
  const column = () => new Float64Array(cells + 1);
  return { seen: column(), expected: column(), shares: LENT_EVENLY.map(column) };
}

/** @param cellOf the cell of a day */
function countRuns(runs: Runs, client: number, counts: Counts, cellOf: (day: DayNumber) => number): void {
  const to = runs.ends[client];
  const from = Math.max(runs.starts[client], to - MOST_RUNS);
  const meetings = Math.min(MEETINGS, to - from - 1);
  for (let k = from; k < to; k++) {
    counts.seen[cellOf(runs.day[k])]++;
    for (let step = 1; step <= meetings; step++) {
      const other = k + step < to ? k + step : k + step - (to - from);
      const delay = runs.day[other] - runs.due[other];
      counts.expected[cellOf(runs.due[k] + delay)] += PARTS_OF_A_PAYMENT / meetings;
    }
  }
}

function countWeekdays(runs: Runs, client: number, closed: boolean, counts: Counts): void {
  countRuns(runs, client, counts, (day) => openWeekday(day, closed));
}

/** What would come at a weekend comes on Monday. */
function openWeekday(day: DayNumber, closed: boolean): number {
  const of = weekday(day);
  return closed && of > 5 ? 1 : of;
}

export const NO_HABIT: PaymentHabit = { kind: 'none', times: new Float64Array(0) };

/** Counts again in the same columns for every client: a full register has thousands, and is asked for several days. */
function habitFinder(
  runs: Runs,
  closed: boolean,
  weekdayTimes: Float64Array,
  dayInMonth: (day: DayNumber) => number,
): (client: number) => PaymentHabit {
  const week = emptyCounts(7);
  const month = emptyCounts(31);
  return (client) => {
    if (runs.ends[client] - runs.starts[client] < LEAST_RUNS) return NO_HABIT;
    clearCounts(week);
    countWeekdays(runs, client, closed, week);
    for (let cell = 1; cell < week.expected.length; cell++) week.expected[cell] *= weekdayTimes[cell];
    clearCounts(month);
    countRuns(runs, client, month, dayInMonth);
    const ofWeek = bestFit(week);
    const ofMonth = bestFit(month);
    if (Math.max(ofWeek.gain, ofMonth.gain) < LEAST_GAIN) return NO_HABIT;
    return ofWeek.gain >= ofMonth.gain
      ? { kind: 'weekday', times: timesOf(week, ofWeek.lent, week.shares[0]) }
      : { kind: 'monthDay', times: timesOf(month, ofMonth.lent, month.shares[0]) };
  };
}

function clearCounts({ expected, seen }: Counts): void {
  seen.fill(0);
  expected.fill(0);
}

/** Shares of the days expected without a habit; no day is impossible. */
function setShares({ expected, shares }: Counts): void {
  const all = sumOf(expected) / PARTS_OF_A_PAYMENT;
  LENT_EVENLY.forEach((lent, k) => {
    const evenly = lent / (expected.length - 1);
    for (let cell = 1; cell < expected.length; cell++) {
      shares[k][cell] = (expected[cell] / PARTS_OF_A_PAYMENT + evenly) / (all + lent);
    }
  });
}

function sumOf(column: Float64Array): number {
  let sum = 0;
  for (let cell = 0; cell < column.length; cell++) sum += column[cell];
  return sum;
}

type Fit = { readonly gain: number; readonly lent: number };

/** How many payments lent foretell best, against the days expected either way. */
function bestFit(counts: Counts): Fit {
  setShares(counts);
  let best: Fit = { gain: Number.NEGATIVE_INFINITY, lent: LENT[0] };
  for (const lent of LENT) {
    const gain = Math.min(
      gainOf(counts.seen, lent, counts.shares[0]),
      gainOf(counts.seen, lent, counts.shares[1]),
    );
    if (gain > best.gain) best = { gain, lent };
  }
  return best;
}

/** How much better each payment is foretold by the others, in logarithms of chances. */
function gainOf(seen: Float64Array, lent: number, expected: Float64Array): number {
  const others = sumOf(seen) - 1;
  let gain = 0;
  for (let cell = 1; cell < seen.length; cell++) {
    if (seen[cell] === 0) continue;
    const foretold = (seen[cell] - 1 + lent * expected[cell]) / (others + lent);
    gain += seen[cell] * Math.log(foretold / expected[cell]);
  }
  return gain;
}

function timesOf({ seen }: Counts, lent: number, expected: Float64Array): Float64Array {
  const all = sumOf(seen);
  return seen.map((count, cell) =>
    cell === 0 ? 0 : (count + lent * expected[cell]) / ((all + lent) * expected[cell]),
  );
}

/** The day of the month of each day looked at, told once. */
function daysInMonthTable(asOf: DayNumber): (day: DayNumber) => number {
  const first = asOf - DAYS_LOOKED_BACK - DELAYS;
  const known = new Uint8Array(DAYS_LOOKED_BACK + 2 * DELAYS);
  return (day) => {
    const place = day - first;
    if (place < 0 || place >= known.length) return yearMonthDay(day).day;
    if (known[place] === 0) known[place] = yearMonthDay(day).day;
    return known[place];
  };
}
