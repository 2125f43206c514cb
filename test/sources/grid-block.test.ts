import { expect, test } from 'vitest';
import { gridBlock } from '../../batch/sources/grid-block.ts';
import { dayNumber } from '../../shared/base/civil-date.ts';

const rows = [['F1', 46109, 12.3, true], ['', '2026-03-28', '12.30'], [], ['', '', '', '', 'a note']];

test('cells past a row’s end and empty texts are empty', () => {
  const block = gridBlock(rows, 2);
  expect([block.firstRow, block.rowCount]).toEqual([2, 4]);
  expect([0, 1, 2, 3, 4].map((column) => block.cell(0, column))).toEqual(['F1', 46109, 12.3, true, null]);
  expect([0, 1, 2, 3].map((column) => block.cell(1, column))).toEqual([null, '2026-03-28', '12.30', null]);
  expect(block.cell(2, 0)).toBe(null);
});

for (const [row, column, day] of [
  [0, 0, Number.NaN],
  [0, 1, dayNumber('2026-03-28')],
  [0, 3, Number.NaN],
  [1, 0, Number.NaN],
  [1, 1, dayNumber('2026-03-28')],
  [2, 1, Number.NaN],
] as const) {
  test(`the day of row ${row}, column ${column} is ${day}`, () =>
    expect(gridBlock(rows, 2).plainDay(row, column)).toBe(day));
}

for (const [row, column, digits, minor] of [
  [0, 2, 2, 1230],
  [0, 2, 0, Number.NaN],
  [0, 3, 2, Number.NaN],
  [1, 2, 2, 1230],
  [1, 2, 3, 12_300],
  [1, 3, 2, Number.NaN],
  [2, 2, 2, Number.NaN],
] as const) {
  test(`row ${row}, column ${column} with ${digits} digits is ${minor}`, () =>
    expect(gridBlock(rows, 2).plainAmount(row, column, digits)).toBe(minor));
}

test('a note right of the header leaves its row blank, and no row of a sheet is flawed', () => {
  const block = gridBlock(rows, 2, 4);
  expect([0, 1, 2, 3].map((row) => block.isBlank(row))).toEqual([false, false, true, true]);
  expect(gridBlock(rows, 2).isBlank(3)).toBe(false);
  expect([0, 1, 2, 3].map((row) => block.rowFlaw(row))).toEqual([null, null, null, null]);
});
