import fc from 'fast-check';
import { DateTime } from 'luxon';
import { expect, test } from 'vitest';
import {
  addMonths,
  type CivilDate,
  civilDate,
  dayNumber,
  dayOf,
  dayOfSerial,
  daysInMonth,
  endOfMonth,
  FIRST_YEAR,
  isoWeek,
  LAST_YEAR,
  parseCivilDate,
  serialOfDay,
  startOfMonth,
  weekday,
  yearMonthDay,
} from '../../shared/base/civil-date.ts';

const FIRST_DAY = dayOf(FIRST_YEAR, 1, 1);
const LAST_DAY = dayOf(LAST_YEAR, 12, 31);
const someDay = fc.integer({ min: FIRST_DAY, max: LAST_DAY });

function utc(day: number): DateTime {
  return DateTime.fromMillis(day * 86_400_000, { zone: 'utc' });
}

function dayOfUtc(date: DateTime): number {
  return date.toMillis() / 86_400_000;
}

for (const [date, day] of [
  ['1970-01-01', 0],
  ['1969-12-31', -1],
  ['1970-01-02', 1],
  ['2000-02-29', 11016],
  ['2026-03-31', 20543],
] as const) {
  test(`${date} is day ${day}`, () => {
    expect(dayNumber(date)).toBe(day);
    expect(civilDate(day)).toBe(date);
  });
}

test('every day from 1900 to 2199 goes there and back, one after the other', () => {
  let previous = FIRST_DAY - 1;
  for (let year = FIRST_YEAR; year <= LAST_YEAR; year++) {
    for (let month = 1; month <= 12; month++) {
      for (let day = 1; day <= daysInMonth(year, month); day++) {
        const number = dayOf(year, month, day);
        if (number !== previous + 1) expect.fail(`${year}-${month}-${day} does not follow the day before`);
        const back = yearMonthDay(number);
        if (back.year !== year || back.month !== month || back.day !== day)
          expect.fail(`${year}-${month}-${day}`);
        if (dayNumber(civilDate(number)) !== number) expect.fail(civilDate(number));
        previous = number;
      }
    }
  }
  expect(previous).toBe(LAST_DAY);
});

test('every day has the text, weekday and week that luxon gives it', () => {
  for (let day = FIRST_DAY; day <= LAST_DAY; day++) {
    const date = utc(day);
    const week = `${date.weekYear}-W${String(date.weekNumber).padStart(2, '0')}`;
    if (civilDate(day) !== date.toISODate() || weekday(day) !== date.weekday || isoWeek(day) !== week) {
      expect.fail(civilDate(day));
    }
  }
});

for (const [year, month, day] of [
  [2026, 2, 29],
  [2026, 2, 30],
  [2100, 2, 29],
  [2026, 4, 31],
  [2026, 0, 1],
  [2026, 13, 1],
  [2026, 1, 0],
  [2026, 1, 32],
  [1899, 12, 31],
  [2200, 1, 1],
  [Number.NaN, 1, 1],
] as const) {
  test(`${year}-${month}-${day} is no day`, () => expect(dayOf(year, month, day)).toBeNaN());
}

for (const [year, month, day] of [
  [2028, 2, 29],
  [2000, 2, 29],
  [2026, 2, 28],
  [2026, 4, 30],
  [1900, 1, 1],
  [2199, 12, 31],
] as const) {
  test(`${year}-${month}-${day} is a day`, () => expect(dayOf(year, month, day)).not.toBeNaN());
}

for (const text of [
  '2026-3-1',
  '2026-03-1',
  ' 2026-03-01',
  '2026-03-01 ',
  '26-03-01',
  '2026-02-30',
  '2026/03/01',
  '',
]) {
  test(`parseCivilDate refuses "${text}"`, () => {
    expect(parseCivilDate(text)).toEqual({ ok: false, error: 'not-a-day' });
  });
}

test('dayNumber throws on what is no day', () => {
  expect(() => dayNumber('2026-02-30')).toThrow('not a civil day: 2026-02-30');
});

for (const [serial, date] of [
  [2, '1900-01-01'],
  [60, '1900-02-28'],
  [61, '1900-03-01'],
  [25569, '1970-01-01'],
  [46112, '2026-03-31'],
  [46112.999, '2026-03-31'],
  [109574, '2199-12-31'],
] as const) {
  test(`serial ${serial} is ${date}`, () => expect(civilDate(dayOfSerial(serial))).toBe(date));
}

for (const serial of [1, 1.99, -1, 109575, 20260331, Number.NaN, Number.POSITIVE_INFINITY]) {
  test(`serial ${serial} is no day`, () => expect(dayOfSerial(serial)).toBeNaN());
}

test('a serial goes there and back', () => {
  fc.assert(fc.property(someDay, (day) => dayOfSerial(serialOfDay(day)) === day));
});

for (const [from, months, to] of [
  ['2026-01-31', 1, '2026-02-28'],
  ['2028-01-31', 1, '2028-02-29'],
  ['2026-03-31', -1, '2026-02-28'],
  ['2026-12-31', 1, '2027-01-31'],
  ['2026-01-15', -1, '2025-12-15'],
  ['2024-02-29', 12, '2025-02-28'],
  ['2026-05-31', 0, '2026-05-31'],
] as const satisfies readonly (readonly [CivilDate, number, CivilDate])[]) {
  test(`${from} and ${months} months is ${to}`, () => {
    expect(civilDate(addMonths(dayNumber(from), months))).toBe(to);
  });
}

test('months are added, and begin and end, as luxon has it', () => {
  fc.assert(
    fc.property(someDay, fc.integer({ min: -600, max: 600 }), (day, months) => {
      const date = utc(day);
      expect(addMonths(day, months)).toBe(dayOfUtc(date.plus({ months })));
      expect(endOfMonth(day)).toBe(dayOfUtc(date.endOf('month').startOf('day')));
      expect(startOfMonth(day)).toBe(dayOfUtc(date.startOf('month')));
    }),
    { numRuns: 5000 },
  );
});
