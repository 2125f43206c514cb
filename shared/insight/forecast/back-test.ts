/**
 * Back-test: what the forecast of some weeks ago said, and what came since. The forecast is made again from what the register held on that day, so
 * that it can be judged without having been kept: rows added or changed since, but dated before, are in it all the same.
 */
import { type DayNumber, NO_DAY } from '../../base/civil-date.ts';
import type { Ledger } from '../../receivables/ledger.ts';
import { receivedBetween } from '../received.ts';
import { settledDayOf } from '../settled-day.ts';
import { type ForetoldDates, foretoldOn, type NoForecast } from './forecast.ts';

/** Weeks ago. */
export const BACK_TEST_WEEKS = [4, 8, 13] as const;

/** Minor units of one currency. */
export type BackTest = {
  readonly weeksAgo: number;
  readonly madeOn: DayNumber;
  readonly reason: NoForecast | null; // why there was no forecast; the figures are then 0, and the weeks none
  readonly weeks: readonly BackTestWeek[]; // those that have passed since
  readonly expected: number; // the sum of the weeks
  readonly came: number; // of the items open that day, disputes apart
  readonly cameOfDisputed: number; // of those with something in dispute that day: in no week of the forecast
  readonly cameOfNew: number; // of invoices issued since: no forecast of open items can know of them
  readonly cameWithoutInvoice: number; // money that names no invoice yet
  readonly dates: DateTest;
};

export type BackTestWeek = {
  readonly from: DayNumber;
  readonly expected: number;
  readonly low: number;
  readonly high: number;
  readonly came: number;
};

/** How right the expected dates were. */
export type DateTest = {
  readonly paid: number; // items paid since
  readonly meanError: number | null; // days between the expected and the real day, of the items paid; null: none was
  readonly closed: number; // items whose range (p10 to p90) has ended
  readonly within: number; // of which paid within it: about eight in ten should be
};

const DAYS_A_WEEK = 7;

/** The forecasts of 4, 8 and 13 weeks before a day, of one currency. */
export function backTestOf(ledger: Ledger, currencyIndex: number, asOf: DayNumber): readonly BackTest[] {
  return BACK_TEST_WEEKS.map((weeksAgo) => backTest(ledger, currencyIndex, asOf, weeksAgo));
}

function backTest(ledger: Ledger, currencyIndex: number, asOf: DayNumber, weeksAgo: number): BackTest {
  const madeOn = asOf - DAYS_A_WEEK * weeksAgo;
  const foretold = foretoldOn(ledger, currencyIndex, madeOn);
  const received = receivedBetween(ledger, currencyIndex, madeOn, asOf);
  const weeks = (foretold?.weeks ?? [])
    .slice(0, weeksAgo)
    .map((week, k): BackTestWeek => ({ ...week, came: received.weeks[k] }));
  return {
    weeksAgo,
    madeOn,
    reason: foretold === null ? 'no-payment' : null,
    weeks,
    expected: weeks.reduce((sum, { expected }) => sum + expected, 0),
    came: received.weeks.reduce((sum, amount) => sum + amount, 0),
    cameOfDisputed: received.disputed,
    cameOfNew: received.ofNew,
    cameWithoutInvoice: received.withoutInvoice,
    dates: testDates(ledger, foretold?.dates ?? [], asOf),
  };
}

/** Instalments are left out: money fills them in order, and which of them it paid is a matter of the plan. */
function testDates(ledger: Ledger, items: readonly ForetoldDates[], asOf: DayNumber): DateTest {
  const test = { paid: 0, errors: 0, closed: 0, within: 0 };
  for (const { expectedOn, instalment, invoice, p10, p90 } of items) {
    if (instalment !== null) continue;
    const settled = settledDayOf(ledger, invoice, asOf) ?? NO_DAY;
    if (settled !== NO_DAY) {
      test.paid++;
      test.errors += Math.abs(settled - expectedOn);
    }
    if (p90 > asOf) continue;
    test.closed++;
    if (settled >= p10 && settled <= p90) test.within++;
  }
  const { closed, errors, paid, within } = test;
  return { paid, meanError: paid > 0 ? errors / paid : null, closed, within };
}
