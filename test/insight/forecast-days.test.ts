import { expect, test } from 'vitest';
import { type CivilDate, civilDate, dayNumber, weekday } from '../../shared/base/civil-date.ts';
import { moneyDays } from '../../shared/insight/forecast/forecast-days.ts';
import type { Register } from '../../shared/register/entries.ts';
import { registerOf } from '../receivables/register-of.ts';
import { AS_OF, history, invoiceDue, itemDue } from './forecast-of.ts';

const TEN_LATE = history(new Array(20).fill(10));

test('never a weekend, never Bastille Day', () => {
  const dates = Array.from({ length: 30 }, (_, k) => itemDue(k, TEN_LATE)).flatMap(
    ({ p10, expectedOn, p90 }) => [p10, expectedOn, p90],
  );
  expect(dates.filter((day) => weekday(day) > 5 || civilDate(day) === '2026-07-14')).toEqual([]);
});

/** One payment a client. */
function paidOn(weekends: number, others: number): Register {
  const numbers = Array.from({ length: weekends + others }, (_, k) => `C${k}`);
  return registerOf({
    clients: numbers,
    invoices: numbers.map((number) => invoiceDue(number, -40, { client: number })),
    payments: numbers.map((invoice, k) => ({
      invoice,
      day: k < weekends ? '2026-06-27' : '2026-06-26',
      amount: 1,
    })),
  });
}
for (const [weekends, others, open] of [
  [0, 20, false],
  [1, 19, false],
  [2, 18, true],
  [2, 17, false],
  [2, 38, false],
] as const) {
  test(`${weekends} of ${weekends + others} payments at weekends: money ${open ? 'comes' : 'does not come'} on a Saturday`, () => {
    const [saturday, monday] = timesPaid(paidOn(weekends, others), ['2026-07-04', '2026-07-06']);
    expect(saturday > 0).toBe(open);
    expect(monday).toBeGreaterThan(0);
  });
}

test('no money moves at a weekend or on a holiday', () => {
  const register = registerOf({ invoices: [] });
  const days = ['2026-07-03', '2026-07-04', '2026-07-05', '2026-07-06', '2026-07-14', '2026-07-15'] as const;
  expect(timesPaid(register, days)).toEqual([1, 0, 0, 1, 0, 1]);
});

test('a holiday of the settings', () => {
  const register = registerOf({ settings: { texts: new Map([['holidays', 'GB']]) }, invoices: [] });
  expect(timesPaid(register, ['2026-07-14', '2026-07-05'])).toEqual([1, 0]);
});

function timesPaid(register: Register, days: readonly CivilDate[]): readonly number[] {
  const { paid } = moneyDays(register, 0, dayNumber(AS_OF))(0);
  return days.map((day) => paid[dayNumber(day) - dayNumber(AS_OF)]);
}
