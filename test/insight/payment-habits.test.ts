/** Days of the week or of the month on which a client pays: found where they are, and not where due dates bring them about. */
import { describe, expect, test } from 'vitest';
import { makeRandom } from '../../batch/sample/random.ts';
import {
  civilDate,
  type DayNumber,
  dayNumber,
  dayOf,
  weekday,
  yearMonthDay,
} from '../../shared/base/civil-date.ts';
import { moneyDays } from '../../shared/insight/forecast/forecast-days.ts';
import { paymentHabits } from '../../shared/insight/payment-habits.ts';
import { type RegisterRecords, registerOf } from '../receivables/register-of.ts';
import { AS_OF, ahead, forecast } from './forecast-of.ts';

const DAY = dayNumber(AS_OF);

/** Invoices due on any day of the last year, each paid on the first day after a week that the rule allows. */
function paidWhere(count: number, isPayDay: (day: DayNumber) => boolean, seed = 1): RegisterRecords {
  const random = makeRandom(seed, 'pay days');
  const rows = Array.from({ length: count }, (_, k) => {
    const due = DAY - random.int(60, 400);
    let paid = due + random.int(-5, 12);
    while (!isPayDay(paid)) paid++;
    return { number: `F${k}`, due, paid };
  });
  return {
    invoices: rows.map(({ due, number }) => ({
      number,
      issued: civilDate(due - 30),
      due: civilDate(due),
      total: 100_00,
    })),
    payments: rows.map(({ number, paid }) => ({ invoice: number, day: civilDate(paid), amount: 100_00 })),
  };
}

const isFriday = (day: DayNumber) => weekday(day) === 5;
const isRun = (day: DayNumber) => [10, 25].includes(yearMonthDay(day).day);
const isWorkday = (day: DayNumber) => weekday(day) < 6;

function kindOf(records: RegisterRecords): string {
  return paymentHabits(registerOf(records), 0, DAY).habitOf(0).kind;
}

for (const [what, count, rule, kind] of [
  ['every Friday', 20, isFriday, 'weekday'],
  ['every Friday, told by three payments', 3, isFriday, 'none'],
  ['on the 10th and the 25th', 20, isRun, 'monthDay'],
  ['on any working day', 20, isWorkday, 'none'],
  ['on any working day, often', 200, isWorkday, 'none'],
] as const) {
  test(`paying ${what} is a habit of kind ${kind}`, () => expect(kindOf(paidWhere(count, rule))).toBe(kind));
}

test('chance is rarely taken for a habit: fewer than one client in twenty that has none', () => {
  const kinds = Array.from({ length: 100 }, (_, seed) => kindOf(paidWhere(15, isWorkday, seed)));
  expect(kinds.filter((kind) => kind !== 'none').length).toBeLessThan(5);
});

for (const [what, latest] of [
  ['and paid on as many days after', 3],
  ['and paid within the week after', 10],
] as const) {
  test(`due dates all at the end of the month, ${what}, are no habit of paying`, () => {
    const kinds = Array.from({ length: 40 }, (_, seed) => kindOf(dueAtMonthEnds(latest, seed)));
    expect(kinds.filter((kind) => kind !== 'none').length).toBeLessThan(3);
  });
}

function dueAtMonthEnds(latest: number, seed: number): RegisterRecords {
  const random = makeRandom(seed, 'month ends');
  const rows = Array.from({ length: 16 }, (_, k) => {
    const due = dayOf(2025, 1 + (k % 12), 28) + (k < 12 ? 0 : 365);
    return { number: `F${k}`, due, paid: due + random.int(3, latest) };
  });
  return {
    invoices: rows.map(({ due, number }) => ({
      number,
      issued: civilDate(due - 30),
      due: civilDate(due),
      total: 1,
    })),
    payments: rows.map(({ number, paid }) => ({ invoice: number, day: civilDate(paid), amount: 1 })),
  };
}

describe('in the forecast', () => {
  test('who pays on Fridays is expected on a Friday', () => {
    const { invoices, payments = [] } = paidWhere(30, isFriday);
    const open = { number: 'OPEN', issued: AS_OF, due: civilDate(DAY + 17), total: 100_00 };
    const { items } = forecast({ invoices: [...invoices, open], payments });
    expect(weekday(items[0].expectedOn)).toBe(5);
    expect(ahead(items[0].expectedOn)).toBeGreaterThan(12);
  });

  test('a run on a day on which no money moves is paid on the next working day', () => {
    const { ready, paid } = moneyDays(registerOf(paidWhere(40, isRun)), 0, DAY)(0);
    const [saturday, monday] = [dayNumber('2026-07-25') - DAY, dayNumber('2026-07-27') - DAY];
    expect(ready[saturday]).toBeGreaterThan(5 * ready[monday]);
    expect([paid[saturday], paid[monday]]).toEqual([0, 1]);
  });
});

test('nothing paid after the day is looked at', () => {
  const records = paidWhere(20, isFriday);
  const before = DAY - 401;
  expect(paymentHabits(registerOf(records), 0, before).habitOf(0).kind).toBe('none');
});
