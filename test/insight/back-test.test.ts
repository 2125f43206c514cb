/** What an earlier forecast said, and what came. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { civilDate, dayNumber } from '../../shared/base/civil-date.ts';
import { type BackTest, backTestOf } from '../../shared/insight/forecast/back-test.ts';
import { forecastCash } from '../../shared/insight/forecast/forecast.ts';
import { buildLedger } from '../../shared/receivables/ledger.ts';
import { someDay } from '../receivables/random-register.ts';
import { type RegisterRecords, registerOf } from '../receivables/register-of.ts';
import { AS_OF, daysBefore, history, invoiceDue } from './forecast-of.ts';
import { knownOn, promisingRecords } from './random-insight.ts';

const DAY = dayNumber(AS_OF);
const RECENT = history(new Array(40).fill(10));
/** All paid more than 13 weeks ago. */
const ALWAYS_TEN = { invoices: RECENT.invoices.slice(0, -8), payments: RECENT.payments.slice(0, -8) };

function backTests(more: Partial<RegisterRecords>): readonly BackTest[] {
  const invoices = [...ALWAYS_TEN.invoices, ...(more.invoices ?? [])];
  const payments = [...ALWAYS_TEN.payments, ...(more.payments ?? [])];
  const ledger = buildLedger(registerOf({ ...more, invoices, payments }));
  return backTestOf(ledger, 0, DAY);
}

/** Money so many days before the day. */
const paid = (invoice: string, days: number, amount = 100_00) => ({ invoice, day: daysBefore(days), amount });

test('of 4, 8 and 13 weeks ago, each with the weeks that have passed since', () => {
  const tests = backTests({});
  expect(tests.map(({ madeOn, weeks }) => [DAY - madeOn, weeks.length])).toEqual([
    [28, 4],
    [56, 8],
    [91, 13],
  ]);
  for (const { came, expected, weeks } of tests) {
    expect(came).toBe(weeks.reduce((sum, week) => sum + week.came, 0));
    expect(expected).toBe(weeks.reduce((sum, week) => sum + week.expected, 0));
  }
});

describe('what came', () => {
  const [open, disputed, later] = [
    invoiceDue('OPEN', -20),
    invoiceDue('DISP', -20, { dispute: { from: daysBefore(40) } }),
    invoiceDue('NEW', 20),
  ];
  for (const [what, records, figures] of [
    ['of what was open', { invoices: [open], payments: [paid('OPEN', 10)] }, [100_00, 0, 0, 0]],
    ['the day it was made is before it', { invoices: [open], payments: [paid('OPEN', 28)] }, [0, 0, 0, 0]],
    ['the first day after', { invoices: [open], payments: [paid('OPEN', 27)] }, [100_00, 0, 0, 0]],
    ['the last day', { invoices: [open], payments: [paid('OPEN', 0)] }, [100_00, 0, 0, 0]],
    ['after it', { invoices: [open], payments: [paid('OPEN', -1)] }, [0, 0, 0, 0]],
    [
      'in part, then bounced',
      { invoices: [open], payments: [paid('OPEN', 9), paid('OPEN', 5, -40_00)] },
      [60_00, 0, 0, 0],
    ],
    ['of what was in dispute', { invoices: [disputed], payments: [paid('DISP', 10)] }, [0, 100_00, 0, 0]],
    ['of what was issued since', { invoices: [later], payments: [paid('NEW', 1)] }, [0, 0, 100_00, 0]],
    ['without an invoice', { payments: [{ day: daysBefore(3), amount: 70_00 }] }, [0, 0, 0, 70_00]],
    [
      'a write-off is no money',
      { invoices: [open], payments: [{ ...paid('OPEN', 10), method: 'writeOff' }] },
      [0, 0, 0, 0],
    ],
  ] as const satisfies readonly (readonly [string, Partial<RegisterRecords>, readonly number[]])[]) {
    test(what, () => {
      const [four] = backTests(records);
      const more = [four.came, four.cameOfDisputed, four.cameOfNew, four.cameWithoutInvoice];
      expect(more).toEqual(figures);
    });
  }

  test('in its week', () => {
    const invoices = [invoiceDue('OPEN', -20)];
    const weeksOf = (days: number) => backTests({ invoices, payments: [paid('OPEN', days)] })[0].weeks;
    expect(weeksOf(21).map(({ came }) => came)).toEqual([100_00, 0, 0, 0]);
    expect(weeksOf(20).map(({ came }) => came)).toEqual([0, 100_00, 0, 0]);
    expect(weeksOf(21)[0].from).toBe(DAY - 27);
  });
});

describe('the dates', () => {
  test('an item paid when it was expected makes no error and lies within its range', () => {
    const due = invoiceDue('OPEN', -18); // ten days late is the day 8 days before
    const { dates } = backTests({ invoices: [due], payments: [paid('OPEN', 8)] })[0];
    expect(dates.paid).toBe(1);
    expect(dates.meanError).toBeLessThanOrEqual(2);
    expect([dates.closed, dates.within]).toEqual([1, 1]);
  });
  test('one never paid is outside its range once that has ended', () => {
    const { dates } = backTests({ invoices: [invoiceDue('OPEN', -18)] })[0];
    expect(dates).toEqual({ paid: 0, meanError: null, closed: 1, within: 0 });
  });
  test('one whose range has not ended says nothing yet', () => {
    const { dates } = backTests({ invoices: [invoiceDue('OPEN', 1)] })[0];
    expect(dates).toEqual({ paid: 0, meanError: null, closed: 0, within: 0 });
  });
});

test('where nothing had been paid by then, it says so', () => {
  const records = { invoices: [invoiceDue('OPEN', -20)], payments: [paid('OPEN', 3)] };
  const [four] = backTestOf(buildLedger(registerOf(records)), 0, DAY);
  expect(four).toMatchObject({ reason: 'no-payment', weeks: [], expected: 0, came: 100_00 });
});

test('the forecast is the one that the register of that day gives', () => {
  fc.assert(
    fc.property(promisingRecords, someDay, (given, asOf) => {
      const [four] = backTestOf(buildLedger(registerOf(given)), 0, asOf);
      const then = registerOf(knownOn(given, asOf - 28));
      const { value } = forecastCash(buildLedger(then), 0, asOf - 28);
      const weeks = (value?.weeks ?? []).slice(0, 4);
      expect(four.weeks.map(({ came, ...week }) => week)).toEqual(weeks);
      expect(civilDate(four.madeOn)).toBe(civilDate(asOf - 28));
    }),
    { numRuns: 60 },
  );
});
