import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Cell } from '../../shared/base/problem.ts';
import { readAmount } from '../../shared/register/cell-amounts.ts';
import { readChoice, readCurrency } from '../../shared/register/cell-choices.ts';
import { type DateOrder, readDay } from '../../shared/register/cell-dates.ts';
import { readEmail, readEmails } from '../../shared/register/cell-emails.ts';
import { readInteger, readNumber } from '../../shared/register/cell-numbers.ts';
import { isFormulaError, readText } from '../../shared/register/cells.ts';
import { matchHeaders } from '../../shared/register/headers.ts';
import { normaliseWord } from '../../shared/register/known-words.ts';
import { TABLES, YES_NO_CHOICES } from '../../shared/register/tables.ts';
import { parseTerms } from '../../shared/register/terms.ts';
import { ATTACK_CELLS, HOSTILE_CELLS } from './hostile-cells.ts';

for (const [cell, text] of [
  [null, ''],
  ['', ''],
  [' F2026-1 ', 'F2026-1'],
  ['\u00a0C001\u202f', 'C001'],
  ['00012', '00012'],
  ['Société'.normalize('NFD'), 'Société'],
  [true, 'TRUE'],
  [false, 'FALSE'],
  [1001, '1001'],
  [-1001, '-1001'],
  [0, '0'],
  [-0, '0'],
  [12.5, '12.5'],
  [12.0, '12'],
  [0.1 + 0.2, '0.3'],
  [5.1000000000000005, '5.1'],
  [1e-7, '0.0000001'],
  [-1.5e-9, '-0.0000000015'],
  [1e21, '1000000000000000000000'],
  [-1.5e22, '-15000000000000000000000'],
  [123456789012345, '123456789012345'],
] as const) {
  test(`${typeof cell} ${String(cell)} is the text "${text}"`, () => expect(readText(cell)).toBe(text));
}

test('a number as text is plain and names the same number to 15 digits', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e300, max: 1e300 }), (value) => {
      const text = readText(value);
      expect(text).toMatch(/^-?\d+(\.\d+)?$/);
      expect(Number(text).toPrecision(15)).toBe(
        (Math.abs(value) < 1e-300 ? Number(text) : value + 0).toPrecision(15),
      );
    }),
  );
});

for (const text of [
  '#REF!',
  '#N/A',
  '#n/a',
  ' #VALUE! ',
  '#VALEUR!',
  '#DIV/0!',
  '#NAME?',
  '#NOM?',
  '#NUM!',
]) {
  test(`${text} is a formula's error`, () => expect(isFormulaError(text)).toBe(true));
}
for (const text of ['#NOMBRE!', '#NULL!', '#NUL!', '#ERROR!', '#ERREUR!']) {
  test(`${text} is a formula's error`, () => expect(isFormulaError(text)).toBe(true));
}
for (const cell of ['#REF', '#12', 'REF!', '# REF!', 'see #REF!', '', null, 0, true]) {
  test(`${String(cell)} is no formula's error`, () => expect(isFormulaError(cell)).toBe(false));
}

type Reader = readonly [name: string, read: (cell: Cell) => { readonly ok: boolean }];
const ORDERS: readonly DateOrder[] = ['dmy', 'mdy', 'ymd', null];
const READERS: readonly Reader[] = [
  ...ORDERS.map((order): Reader => [`readDay ${order}`, (cell) => readDay(cell, order)]),
  ...['EUR', 'JPY', 'KWD', 'USD'].map(
    (currency): Reader => [`readAmount ${currency}`, (cell) => readAmount(cell, currency)],
  ),
  ...['fr_FR', 'en_US', ''].map(
    (locale): Reader => [`readNumber ${locale}`, (cell) => readNumber(cell, locale)],
  ),
  ['readInteger', readInteger],
  ['readChoice', (cell) => readChoice(cell, YES_NO_CHOICES)],
  ['readCurrency', readCurrency],
  ['readEmail', readEmail],
  ['readEmails', readEmails],
  ['parseTerms', (cell) => parseTerms(readText(cell))],
];

for (const [name, read] of READERS) {
  test(`${name} answers every hostile cell, and never throws`, () => {
    for (const cell of HOSTILE_CELLS) expect(typeof read(cell).ok).toBe('boolean');
  });

  test(`${name} refuses every cell of 100,000 characters`, () => {
    for (const cell of ATTACK_CELLS) {
      if (cell.trim() !== '' && !/^[, ]+$/.test(cell)) expect(read(cell).ok, cell.slice(0, 10)).toBe(false);
    }
  });

  test(`${name} answers any cell`, () => {
    const cells = fc.oneof(fc.string({ unit: 'binary' }), fc.double(), fc.boolean(), fc.constant(null));
    fc.assert(fc.property(cells, (cell) => typeof read(cell).ok === 'boolean'));
  });
}

test('a hostile header row is read, and matches nothing it should not', () => {
  const match = matchHeaders(TABLES.invoices, [...HOSTILE_CELLS, ...ATTACK_CELLS, 'Numéro']);
  expect([...match.columns]).toEqual([['number', HOSTILE_CELLS.length + ATTACK_CELLS.length]]);
  expect(match.duplicates).toEqual([]);
});

test('hostile words are words', () => {
  for (const cell of [...HOSTILE_CELLS, ...ATTACK_CELLS])
    expect(normaliseWord(readText(cell))).not.toMatch(/\s/);
});
