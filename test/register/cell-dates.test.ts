import fc from 'fast-check';
import { expect, test } from 'vitest';
import { civilDate, dayOf, LAST_YEAR, yearMonthDay } from '../../shared/base/civil-date.ts';
import type { Cell } from '../../shared/base/problem.ts';
import {
  type DateOrder,
  type DayError,
  dateOrderOf,
  plainDayOfNumber,
  plainDayOfText,
  readDay,
} from '../../shared/register/cell-dates.ts';

function answer(cell: Cell, order: DateOrder): string {
  const day = readDay(cell, order);
  return day.ok ? civilDate(day.value) : day.error;
}

const ORDERS: readonly DateOrder[] = ['dmy', 'mdy', 'ymd', null];
const someDay = fc.integer({ min: dayOf(1900, 1, 1), max: dayOf(LAST_YEAR, 12, 31) });

for (const [locale, order] of [
  ['fr_FR', 'dmy'],
  ['fr-fr', 'dmy'],
  ['FR_fr', 'dmy'],
  ['fr', 'dmy'],
  ['fr_CA', 'dmy'],
  ['de_DE', 'dmy'],
  ['es', 'dmy'],
  ['it_CH', 'dmy'],
  ['nl_BE.UTF-8', 'dmy'],
  ['en_GB', 'dmy'],
  ['en-IE', 'dmy'],
  ['en_US', 'mdy'],
  ['en-us', 'mdy'],
  ['en_Latn_US', 'mdy'],
  ['en', null],
  ['en_CA', null],
  ['', null],
  ['français', null],
  ['es_US', null],
  ['sv_SE', 'ymd'],
  ['hu', 'ymd'],
  ['lt_LT', 'ymd'],
  ['ja_JP', 'ymd'],
  ['zh_Hans_CN', 'ymd'],
  ['zh_HK', null],
  ['constructor', null],
] as const) {
  test(`locale "${locale}" writes ${order}`, () => expect(dateOrderOf(locale)).toBe(order));
}

/** Texts with one reading, or none, whatever the order. */
for (const [text, expected] of [
  ['2026-12-31', '2026-12-31'],
  [' 2026-12-31 ', '2026-12-31'],
  ['2026-1-5', '2026-01-05'],
  ['2026/1/5', '2026-01-05'],
  ['2026.12.31', '2026-12-31'],
  ['2026-03-01T10:00:00Z', '2026-03-01'],
  ['2026-03-01T23:30:00Z', '2026-03-01'],
  ['2026-03-01T23:30:00.123+02:00', '2026-03-01'],
  ['2026-03-01 10:00', '2026-03-01'],
  ['2026-03-01 9:05:07', '2026-03-01'],
  ['2026-03-01 24:00', 'date/invalid'],
  ['2026-03-01 10:60', 'date/invalid'],
  ['2026-03-01T', 'date/invalid'],
  ['2026-03-01 10', 'date/invalid'],
  ['2026-02-29', 'date/invalid'],
  ['2028-02-29', '2028-02-29'],
  ['2026-02-30', 'date/invalid'],
  ['2026-13-01', 'date/invalid'],
  ['2026-31-12', 'date/invalid'],
  ['2026-00-01', 'date/invalid'],
  ['2026-01-00', 'date/invalid'],
  ['1899-12-31', 'date/invalid'],
  ['1900-01-01', '1900-01-01'],
  ['2199-12-31', '2199-12-31'],
  ['2200-01-01', 'date/invalid'],
  ['2026-12/31', 'date/invalid'],
  ['2026-12', 'date/invalid'],
  ['20261231', 'date/invalid'],
  ['46112', 'date/invalid'],
  ['２０２６-12-31', 'date/invalid'],
  ['31 décembre 2026', '2026-12-31'],
  ['31 DECEMBRE 2026', '2026-12-31'],
  ['31 décembre 2026'.normalize('NFD'), '2026-12-31'],
  ['31\u00a0décembre\u202f2026', '2026-12-31'],
  ['1er mars 2026', '2026-03-01'],
  ['1 mars 2026', '2026-03-01'],
  ['31 déc. 2026', '2026-12-31'],
  ['3 févr. 2026', '2026-02-03'],
  ['3 août 2026', '2026-08-03'],
  ['14-juil.-2026', '2026-07-14'],
  ['31-Dec-2026', '2026-12-31'],
  ['31 December 2026', '2026-12-31'],
  ['3rd of May 2026', 'date/invalid'],
  ['Dec 31, 2026', '2026-12-31'],
  ['December 31st, 2026', '2026-12-31'],
  ['May 3 2026', '2026-05-03'],
  ['30 février 2026', 'date/invalid'],
  ['31 décembr 2026', 'date/invalid'],
  ['31 jui 2026', 'date/invalid'],
  ['décembre 2026', 'date/invalid'],
  ['31 déc. 26', 'date/two-digit-year'],
  ['Dec 31, 26', 'date/two-digit-year'],
  ['31/12/26', 'date/two-digit-year'],
  ['12-31-26', 'date/two-digit-year'],
  ['26-03-01', 'date/two-digit-year'],
  ['31/12/026', 'date/invalid'],
  ['31/12', 'date/invalid'],
  ['31/12-2026', 'date/invalid'],
  ['32/13/2026', 'date/invalid'],
  ['00/00/2026', 'date/invalid'],
  ['30/02/2026', 'date/invalid'],
  ['#REF!', 'cell/formula-error'],
  ['#N/A', 'cell/formula-error'],
  ['#VALEUR!', 'cell/formula-error'],
  ['#NOM?', 'cell/formula-error'],
  ['', 'date/invalid'],
  ['demain', 'date/invalid'],
] as const) {
  test(`"${text}" is ${expected} in every order`, () => {
    for (const order of ORDERS) expect(answer(text, order)).toBe(expected);
  });
}

for (const [text, dmy, mdy, none] of [
  ['03/04/2026', '2026-04-03', '2026-03-04', 'date/ambiguous'],
  ['3.4.2026', '2026-04-03', '2026-03-04', 'date/ambiguous'],
  ['3-4-2026', '2026-04-03', '2026-03-04', 'date/ambiguous'],
  ['12/12/2026', '2026-12-12', '2026-12-12', '2026-12-12'],
  ['05/05/2026', '2026-05-05', '2026-05-05', '2026-05-05'],
  ['12/11/2026', '2026-11-12', '2026-12-11', 'date/ambiguous'],
  ['31/12/2026', '2026-12-31', 'date/invalid', '2026-12-31'],
  ['13/12/2026', '2026-12-13', 'date/invalid', '2026-12-13'],
  ['12/13/2026', 'date/invalid', '2026-12-13', '2026-12-13'],
  ['12/31/2026', 'date/invalid', '2026-12-31', '2026-12-31'],
  ['31/12/2026 10:00:00', '2026-12-31', 'date/invalid', '2026-12-31'],
] as const) {
  test(`"${text}" is ${dmy} day first, ${mdy} month first, ${none} without a locale`, () => {
    expect(ORDERS.map((order) => answer(text, order))).toEqual([dmy, mdy, 'date/invalid', none]);
  });
}

for (const [cell, expected] of [
  [46112, '2026-03-31'],
  [46112.75, '2026-03-31'],
  [46113, '2026-04-01'],
  [2, '1900-01-01'],
  [1, 'date/invalid'],
  [109574, '2199-12-31'],
  [109575, 'date/invalid'],
  [20261231, 'date/invalid'],
  [-1, 'date/invalid'],
  [Number.NaN, 'date/invalid'],
  [true, 'date/invalid'],
  [false, 'date/invalid'],
  [null, 'date/invalid'],
] as const) {
  test(`the cell ${cell} is ${expected}`, () => {
    for (const order of ORDERS) expect(answer(cell, order)).toBe(expected);
  });
}

const FRENCH = 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(
  ' ',
);
const ENGLISH = 'January February March April May June July August September October November December'.split(
  ' ',
);

test('every day of three years goes through every way of writing it, and never swaps its month', () => {
  const two = (value: number): string => String(value).padStart(2, '0');
  for (let day = dayOf(2026, 1, 1); day <= dayOf(2028, 12, 31); day++) {
    const { year, month, day: d } = yearMonthDay(day);
    const written: readonly (readonly [string, DateOrder])[] = [
      [`${year}-${month}-${d}`, null],
      [`${two(d)}/${two(month)}/${year}`, 'dmy'],
      [`${d}.${month}.${year}`, 'dmy'],
      [`${two(month)}/${two(d)}/${year}`, 'mdy'],
      [`${d} ${FRENCH[month - 1]} ${year}`, null],
      [`${d} ${ENGLISH[month - 1].slice(0, 3)} ${year}`, 'dmy'],
      [`${ENGLISH[month - 1]} ${d}, ${year}`, 'ymd'],
    ];
    for (const [text, order] of written) if (answer(text, order) !== civilDate(day)) expect.fail(text);
  }
});

test('without a locale a day is read only where both orders that read it agree', () => {
  const two = fc.integer({ min: 0, max: 40 });
  fc.assert(
    fc.property(two, two, fc.integer({ min: 1890, max: 2210 }), (a, b, year) => {
      const text = `${a}/${b}/${year}`;
      const readings = new Set(
        [answer(text, 'dmy'), answer(text, 'mdy')].filter((day) => day !== 'date/invalid'),
      );
      const expected: DayError = readings.size === 0 ? 'date/invalid' : 'date/ambiguous';
      expect(answer(text, null)).toBe(readings.size === 1 ? [...readings][0] : expected);
    }),
    { numRuns: 5000 },
  );
});

test('the quick ways equal readDay in every order, and take every plain day', () => {
  fc.assert(
    fc.property(someDay, fc.double({ min: 0, max: 0.999, noNaN: true }), (day, time) => {
      expect(plainDayOfText(civilDate(day))).toBe(day);
      expect(plainDayOfNumber(day + 25569 + time)).toBe(day);
    }),
  );
  const nearly = fc.stringMatching(/^[0-9]{4}-[0-9]{2}-[0-9]{2}[ T0]?$|^[0-9:/-]{9,11}$/);
  fc.assert(
    fc.property(fc.oneof(nearly, fc.double(), fc.integer({ min: -10, max: 120_000 })), (cell) => {
      const plain = typeof cell === 'number' ? plainDayOfNumber(cell) : plainDayOfText(cell);
      if (Number.isNaN(plain)) return;
      for (const order of ORDERS) expect(readDay(cell, order)).toEqual({ ok: true, value: plain });
    }),
    { numRuns: 10_000 },
  );
});
