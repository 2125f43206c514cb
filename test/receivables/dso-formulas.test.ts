import { describe, expect, test } from 'vitest';
import {
  countBack,
  daysOfSales,
  difference,
  effectiveness,
  none,
  weightedDays,
} from '../../shared/receivables/dso-formulas.ts';

const NOVEMBER = [
  { sales: 1200, days: 30 },
  { sales: 800, days: 31 },
  { sales: 700, days: 30 },
];
const JANUARY = [
  { sales: 200, days: 31 },
  { sales: 400, days: 31 },
  { sales: 600, days: 30 },
  { sales: 700, days: 31 },
  { sales: 500, days: 30 },
];
const THIRTIES = [100_000, 80_000, 70_000].map((sales) => ({ sales, days: 30 }));

describe('count-back', () => {
  for (const [what, open, months, days] of [
    ['the last month counts pro rata of its own days', 2500, NOVEMBER, 82.43],
    ['five months back', 2000, JANUARY, 129],
    ['months of thirty days', 212_000, THIRTIES, 73.71],
    ['nothing open is no days', 0, NOVEMBER, 0],
    ['one month exactly', 1200, NOVEMBER, 30],
    ['one unit more than a month', 1201, NOVEMBER, 30 + 31 / 800],
    ['all there is', 2700, NOVEMBER, 91],
    [
      'a month without sales adds its days',
      300,
      [
        { sales: 0, days: 20 },
        { sales: 600, days: 30 },
      ],
      35,
    ],
    [
      'a month of credits adds its days and its amount',
      300,
      [
        { sales: -300, days: 20 },
        { sales: 1200, days: 30 },
      ],
      35,
    ],
  ] as const) {
    test(what, () => {
      const { value } = countBack(open, months);
      expect(value).toBeCloseTo(days, 2);
    });
  }

  test('history exhausted is no figure', () => {
    expect(countBack(2701, NOVEMBER)).toEqual({ value: null, reason: 'history-exhausted' });
    expect(countBack(1, [])).toEqual({ value: null, reason: 'history-exhausted' });
  });
});

test('days of sales: 5,700 open of 7,600 sold in 91 days', () => {
  expect(daysOfSales(5700, 7600, 91)).toEqual({ value: 68.25 });
  expect(daysOfSales(0, 7600, 91)).toEqual({ value: 0 });
  expect(daysOfSales(5700, 0, 91)).toEqual({ value: null, reason: 'no-sales' });
  expect(daysOfSales(5700, -1, 91)).toEqual({ value: null, reason: 'no-sales' });
});

test('collection effectiveness: the share of what could be collected that was', () => {
  expect(effectiveness({ opening: 400, sales: 800, closing: 300, notDue: 200 })).toEqual({ value: 90 });
  expect(effectiveness({ opening: 400, sales: 800, closing: 200, notDue: 200 })).toEqual({ value: 100 });
  expect(effectiveness({ opening: 0, sales: 800, closing: 800, notDue: 799 })).toEqual({ value: 0 });
});

test('collection effectiveness has no figure without sales, nor where nothing could be collected', () => {
  expect(effectiveness({ opening: 400, sales: 0, closing: 300, notDue: 0 })).toEqual(none('no-sales'));
  expect(effectiveness({ opening: 0, sales: 800, closing: 800, notDue: 800 })).toEqual(
    none('nothing-collectable'),
  );
  expect(effectiveness({ opening: 0, sales: 800, closing: 900, notDue: 900 })).toEqual(
    none('nothing-collectable'),
  );
});

test('a weighted mean of days: (140 × 7 + 85 × 55 + 214 × 10) / 439', () => {
  const { value } = weightedDays(140 * 7 + 85 * 55 + 214 * 10, 439);
  expect(value).toBeCloseTo(17.76, 2);
  expect(weightedDays(-30, 10)).toEqual({ value: -3 });
  expect(weightedDays(30, 0)).toEqual({ value: null, reason: 'no-cash' });
  expect(weightedDays(30, -10)).toEqual({ value: null, reason: 'no-cash' });
});

test('a difference lacks what either figure lacks', () => {
  expect(difference({ value: 5 }, { value: 3 })).toEqual({ value: 2 });
  expect(difference(none('no-sales'), { value: 3 })).toEqual(none('no-sales'));
  expect(difference({ value: 5 }, none('no-cash'))).toEqual(none('no-cash'));
});
