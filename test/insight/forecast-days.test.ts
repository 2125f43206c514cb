import { expect, test } from 'vitest';
import { civilDate, dayNumber, weekday } from '../../shared/base/civil-date.ts';
import { moneyDays } from '../../shared/insight/forecast-days.ts';
import { registerOf } from '../receivables/register-of.ts';
import { AS_OF, history, itemDue } from './forecast-of.ts';

const TEN_LATE = history(new Array(20).fill(10));

test('never a weekend, never Bastille Day', () => {
  const dates = Array.from({ length: 30 }, (_, k) => itemDue(k, TEN_LATE)).flatMap(
    ({ p10, expectedOn, p90 }) => [p10, expectedOn, p90],
  );
  expect(dates.filter((day) => weekday(day) > 5 || civilDate(day) === '2026-07-14')).toEqual([]);
});

const paidOn = (weekends: number, others: number) =>
  registerOf({
    invoices: [],
    payments: [
      ...new Array(weekends).fill({ day: '2026-06-27', amount: 1 }),
      ...new Array(others).fill({ day: '2026-06-26', amount: 1 }),
    ],
  });
for (const [weekends, others, day] of [
  [0, 20, '2026-07-06'],
  [1, 19, '2026-07-06'],
  [2, 18, '2026-07-04'],
  [2, 17, '2026-07-06'],
  [2, 38, '2026-07-06'],
] as const) {
  test(`${weekends} of ${weekends + others} payments at weekends: Saturday's money comes on ${day}`, () => {
    const days = moneyDays(paidOn(weekends, others), 0, dayNumber(AS_OF));
    expect(civilDate(days.arrival(dayNumber('2026-07-04')))).toBe(day);
    expect(civilDate(days.last(dayNumber('2026-07-04')))).toBe(day === '2026-07-04' ? day : '2026-07-03');
  });
}

test('a holiday of the settings', () => {
  const register = registerOf({ settings: { texts: new Map([['holidays', 'GB']]) }, invoices: [] });
  const days = moneyDays(register, 0, dayNumber(AS_OF));
  expect(civilDate(days.arrival(dayNumber('2026-07-14')))).toBe('2026-07-14');
  expect(civilDate(days.last(dayNumber('2026-06-28')))).toBe('2026-06-26');
});
