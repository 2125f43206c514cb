import { expect, test } from 'vitest';
import { isOfficeDay, officeDayFrom, officeDayUpTo } from '../../batch/sample/office-days.ts';
import {
  DETERIORATES_BEFORE,
  NEVER,
  PAYER_PERCENT,
  PAYERS,
  type Payer,
  payDay,
  STOPS_BEFORE,
} from '../../batch/sample/payers.ts';
import { makeRandom } from '../../batch/sample/random.ts';
import { civilDate, dayNumber, yearMonthDay } from '../../shared/base/civil-date.ts';

const AS_OF = dayNumber('2026-11-20');

test('the habits’ shares make a hundred', () => {
  expect(PAYERS.reduce((sum, payer) => sum + PAYER_PERCENT[payer], 0)).toBe(100);
});

/** Days late of 400 invoices due in the 100 days from `dueFrom`; never is infinity. */
function lateness(payer: Payer, dueFrom: number): readonly number[] {
  const random = makeRandom(7, payer);
  return Array.from({ length: 400 }, (_, i) => {
    const dueDay = dueFrom + (i % 100);
    const day = payDay(payer, { issueDay: dueDay - 30, dueDay }, AS_OF, random);
    return day === NEVER ? Number.POSITIVE_INFINITY : day - dueDay;
  });
}

// Weekends and the double holidays of May move a payment by four days at most.
for (const [payer, earliest, latest] of [
  ['excellent', -9, 4],
  ['punctual', -3, 9],
  ['slow', 9, 40],
  ['run10', 0, 35],
  ['run25', 0, 35],
] as const) {
  test(`${payer} pays from day ${earliest} to day ${latest} after the due date`, () => {
    const days = lateness(payer, AS_OF - 500);
    expect(Math.min(...days)).toBeGreaterThanOrEqual(earliest);
    expect(Math.max(...days)).toBeLessThanOrEqual(latest);
  });
}

test('bad pays one to four months late, and a few times never', () => {
  const days = lateness('bad', AS_OF - 500);
  const never = days.filter((late) => late === Number.POSITIVE_INFINITY).length;
  expect(never).toBeGreaterThan(0);
  expect(never).toBeLessThan(24);
  expect(Math.min(...days)).toBeGreaterThanOrEqual(24);
});

test('deteriorating is punctual before its bad months, and later with each of them', () => {
  const before = lateness('deteriorating', AS_OF - DETERIORATES_BEFORE - 100);
  expect(Math.max(...before)).toBeLessThanOrEqual(10);
  const mean = (dueFrom: number) => {
    const paid = lateness('deteriorating', dueFrom).filter(Number.isFinite);
    return paid.reduce((sum, late) => sum + late, 0) / paid.length;
  };
  expect(mean(AS_OF - 200)).toBeGreaterThan(40);
  expect(mean(AS_OF - 100)).toBeGreaterThan(mean(AS_OF - 200) + 40);
});

test('stopped pays nothing once it has stopped', () => {
  const random = makeRandom(7, 'stopped');
  for (let dueDay = AS_OF - 400; dueDay < AS_OF; dueDay++) {
    const day = payDay('stopped', { issueDay: dueDay - 30, dueDay }, AS_OF, random);
    expect(day === NEVER || day <= AS_OF - STOPS_BEFORE).toBe(true);
  }
});

test('payment runs are on the 10th or the 25th, or the next office day', () => {
  const random = makeRandom(1, 'runs');
  for (const [payer, dayOfMonth] of [
    ['run10', 10],
    ['run25', 25],
  ] as const) {
    const day = payDay(payer, { issueDay: AS_OF - 90, dueDay: AS_OF - 60 }, AS_OF, random);
    expect(yearMonthDay(day).day - dayOfMonth).toBeLessThanOrEqual(3);
    expect(isOfficeDay(day)).toBe(true);
  }
});

for (const [day, from, upTo] of [
  ['2026-11-20', '2026-11-20', '2026-11-20'], // a Friday
  ['2026-11-21', '2026-11-23', '2026-11-20'], // a Saturday
  ['2026-11-22', '2026-11-23', '2026-11-20'],
  ['2026-11-11', '2026-11-12', '2026-11-10'], // Armistice
  ['2026-12-25', '2026-12-28', '2026-12-24'], // Christmas on a Friday
  ['2027-01-01', '2027-01-04', '2026-12-31'],
] as const) {
  test(`the office works ${from} from ${day} on, and ${upTo} up to it`, () => {
    expect(civilDate(officeDayFrom(dayNumber(day)))).toBe(from);
    expect(civilDate(officeDayUpTo(dayNumber(day)))).toBe(upTo);
  });
}
