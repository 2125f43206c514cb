import { expect, test } from 'vitest';
import type { Cell } from '../../shared/base/problem.ts';
import { readInteger, readNumber } from '../../shared/register/cell-numbers.ts';

function answer(cell: Cell, locale: string): number | string {
  const number = readNumber(cell, locale);
  return number.ok ? number.value : number.error;
}

for (const [cell, french, english] of [
  [20, 20, 20],
  [-0, 0, 0],
  [0.055, 0.055, 0.055],
  ['20', 20, 20],
  ['20%', 20, 20],
  ['20 %', 20, 20],
  ['20\u202f%', 20, 20],
  ['5,5 %', 5.5, 5.5],
  ['5.5', 5.5, 5.5],
  ['-5,5', -5.5, -5.5],
  ['−5', -5, -5],
  ['-0', 0, 0],
  ['6,265', 6.265, 'number/invalid'],
  ['6.265', 6.265, 6.265],
  ['0,125', 0.125, 0.125],
  ['1 234,5', 1234.5, 1234.5],
  ['1,234.5', 1234.5, 1234.5],
  ['1 2345', 'number/invalid', 'number/invalid'],
  ['%', 'number/invalid', 'number/invalid'],
  ['20 % %', 'number/invalid', 'number/invalid'],
  ['1e3', 'number/invalid', 'number/invalid'],
  ['+5', 'number/invalid', 'number/invalid'],
  ['', 'number/invalid', 'number/invalid'],
  ['1234567890123456', 'number/invalid', 'number/invalid'],
  [true, 'number/invalid', 'number/invalid'],
  [null, 'number/invalid', 'number/invalid'],
  [Number.NaN, 'number/invalid', 'number/invalid'],
  [Number.POSITIVE_INFINITY, 'number/invalid', 'number/invalid'],
  ['#DIV/0!', 'cell/formula-error', 'cell/formula-error'],
] as const) {
  test(`${typeof cell} ${String(cell)} is ${french} in French, ${english} in English`, () => {
    expect([answer(cell, 'fr_FR'), answer(cell, 'en_US')]).toEqual([french, english]);
  });
}

for (const [cell, expected] of [
  [3, 3],
  [-7, -7],
  ['3', 3],
  ['-7', -7],
  ['5.0', 5],
  [2.5, 'number/invalid'],
  ['2,5', 'number/invalid'],
  ['1,234', 'number/invalid'],
  ['5 %', 'number/invalid'],
  [2 ** 53, 'number/invalid'],
  [null, 'number/invalid'],
  ['#REF!', 'cell/formula-error'],
] as const) {
  test(`${typeof cell} ${String(cell)} is the whole number ${expected}`, () => {
    const integer = readInteger(cell);
    expect(integer.ok ? integer.value : integer.error).toBe(expected);
  });
}
