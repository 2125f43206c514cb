/** What reminders brought: days to pay after each level, and whether more was paid than foretold. */
import { describe, expect, test } from 'vitest';
import { dayNumber } from '../../shared/base/civil-date.ts';
import { paymentDelaysOn } from '../../shared/insight/delays/payment-delays.ts';
import { reminderEffect } from '../../shared/insight/delays/reminder-effect.ts';
import { reminderSpells } from '../../shared/insight/delays/reminder-spells.ts';
import { buildLedger } from '../../shared/receivables/ledger.ts';
import { type RegisterRecords, registerOf } from '../receivables/register-of.ts';
import { AS_OF, daysBefore, forecast, invoiceDue } from './forecast-of.ts';
import { journalOf } from './journal-of.ts';

const DAY = dayNumber(AS_OF);

type Sent = {
  readonly invoice?: number;
  readonly days: number;
  readonly level?: number;
  readonly status?: 'sent' | 'failed' | 'unknown';
};

/** Reminders so many days before the day, about the invoice of an index; all of the client's where none is named. */
function sent(rows: readonly Sent[]) {
  return journalOf(
    rows.map(({ days, invoice = -1, level = 1, status = 'sent' }) => ({
      at: daysBefore(days),
      event: 'reminder' as const,
      invoice,
      level,
      status,
    })),
  );
}

const paid = (invoice: string, days: number, amount = 100_00) => ({ invoice, day: daysBefore(days), amount });
const OPEN = { invoices: [invoiceDue('F0', -60)] };

function spells(records: RegisterRecords) {
  return reminderSpells(buildLedger(registerOf(records)), 0, DAY).map(({ days, isPaid, level }) => [
    level,
    days,
    isPaid,
  ]);
}

describe('a reminder is followed', () => {
  for (const [what, records, found] of [
    ['to the day asked for', { ...OPEN, journal: sent([{ invoice: 0, days: 50 }]) }, [[1, 50, false]]],
    [
      'to the payment',
      { ...OPEN, payments: [paid('F0', 43)], journal: sent([{ invoice: 0, days: 50 }]) },
      [[1, 7, true]],
    ],
    [
      'a part is not the payment',
      { ...OPEN, payments: [paid('F0', 43, 50_00)], journal: sent([{ invoice: 0, days: 50 }]) },
      [[1, 50, false]],
    ],
    [
      'to the next level',
      {
        ...OPEN,
        payments: [paid('F0', 20)],
        journal: sent([
          { invoice: 0, days: 50 },
          { invoice: 0, days: 30, level: 2 },
        ]),
      },
      [
        [1, 20, false],
        [2, 10, true],
      ],
    ],
    [
      'the first of a level counts',
      {
        ...OPEN,
        journal: sent([
          { invoice: 0, days: 40 },
          { invoice: 0, days: 50 },
        ]),
      },
      [[1, 50, false]],
    ],
    [
      'not where it was not sent',
      { ...OPEN, journal: sent([{ invoice: 0, days: 50, status: 'failed' }]) },
      [],
    ],
    ['nor where nobody knows', { ...OPEN, journal: sent([{ invoice: 0, days: 50, status: 'unknown' }]) }, []],
    ['nor a notice, level 0', { ...OPEN, journal: sent([{ invoice: 0, days: 50, level: 0 }]) }, []],
    ['nor before the due date', { ...OPEN, journal: sent([{ invoice: 0, days: 61 }]) }, []],
    [
      'nor after it was paid',
      { ...OPEN, payments: [paid('F0', 55)], journal: sent([{ invoice: 0, days: 50 }]) },
      [],
    ],
    ['nor after the day', { ...OPEN, journal: sent([{ invoice: 0, days: -1 }]) }, []],
    [
      'without an invoice it is about all that was open and due',
      {
        invoices: [invoiceDue('F0', -60), invoiceDue('F1', -40), invoiceDue('F2', -20)],
        payments: [paid('F1', 35)],
        journal: sent([{ days: 39 }]),
      },
      [
        [1, 39, false],
        [1, 4, true],
      ],
    ],
  ] as const satisfies readonly (readonly [
    string,
    RegisterRecords,
    readonly (readonly [number, number, boolean])[],
  ])[]) {
    test(what, () => expect(spells(records)).toEqual(found));
  }
});

/** Sixty invoices, each its own client's, reminded on the twentieth day late; of the first thirty each is paid `after` days later. */
function reminded(after: number, count = 60): RegisterRecords {
  const numbers = Array.from({ length: count }, (_, k) => `F${k}`);
  const due = (k: number) => 90 + 3 * k;
  return {
    clients: numbers,
    invoices: numbers.map((number, k) => invoiceDue(number, -due(k), { client: number })),
    payments: numbers.slice(0, count / 2).map((number, k) => paid(number, due(k) - 20 - after)),
    journal: sent(numbers.map((_, invoice) => ({ invoice, days: due(invoice) - 20 }))),
  };
}

function effect(records: RegisterRecords) {
  const ledger = buildLedger(registerOf(records));
  return reminderEffect(ledger, 0, DAY, paymentDelaysOn(ledger, 0, DAY));
}

describe('the effect', () => {
  test('by level: half are paid within a week', () => {
    const { levels, reminders } = effect(reminded(5));
    expect(reminders).toBe(60);
    expect(levels).toEqual([{ level: 1, reminders: 60, paid: 30, paidWithin14: 0.5, medianDays: 5 }]);
  });

  test('where fewer than half were paid there is no median', () => {
    const { payments = [], ...records } = reminded(5);
    const [level] = effect({ ...records, payments: payments.slice(0, 20) }).levels;
    expect(level.medianDays).toBeNull();
    expect(level.paidWithin14).toBeCloseTo(20 / 60);
  });

  test('what was watched for fewer than two weeks only tells no share of two weeks', () => {
    const [level] = effect({ ...OPEN, journal: sent([{ invoice: 0, days: 14 }]) }).levels;
    expect(level.paidWithin14).toBe(0);
    const [shorter] = effect({ ...OPEN, journal: sent([{ invoice: 0, days: 13 }]) }).levels;
    expect(shorter.paidWithin14).toBeNull();
  });

  for (const [count, told] of [
    [20, true],
    [18, false],
  ] as const) {
    test(`${count} reminders ${told ? 'are enough' : 'are too few'} to say how many times as likely a payment is`, () => {
      expect(effect(reminded(5, count)).times !== null).toBe(told);
    });
  }

  test('a reminder that nobody follows makes no payment less likely', () => {
    expect(effect(reminded(60)).times).toBe(1);
  });
});

describe('everything due chased now', () => {
  test('with few reminders nothing is said', () => {
    const { chased } = forecast({ ...OPEN, payments: [paid('F0', 40, 50_00)] });
    expect(chased).toEqual({ value: null, reason: 'few-reminders' });
  });

  test('more comes in the next two weeks, and over all weeks together', () => {
    const { chased, weeks } = forecast(reminded(2));
    if (chased.value === null) throw new Error(chased.reason);
    const { amount, items, reminders, times } = chased.value;
    expect([items, amount, reminders]).toEqual([30, 3000_00, 60]);
    expect(times).toBeGreaterThan(1);
    const sum = (of: readonly number[]) => of.reduce((all, one) => all + one, 0);
    const expected = weeks.map((week) => week.expected);
    expect(sum(chased.value.weeks.slice(0, 2))).toBeGreaterThan(sum(expected.slice(0, 2)));
    expect(sum(chased.value.weeks)).toBeGreaterThan(sum(expected));
    expect(sum(chased.value.weeks)).toBeLessThanOrEqual(amount);
  });

  test('what is promised is left in peace', () => {
    const records = reminded(2);
    const promise = {
      at: daysBefore(1),
      event: 'promise' as const,
      client: 59,
      invoice: 59,
      promisedOn: daysBefore(-5),
    };
    const { chased } = forecast({
      ...records,
      journal: [...(records.journal ?? []), ...journalOf([promise])],
    });
    expect(chased.value?.items).toBe(29);
  });
});
