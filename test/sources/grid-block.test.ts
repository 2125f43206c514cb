import fc from 'fast-check';
import { expect, test } from 'vitest';
import { gridBlock } from '../../batch/sources/sheet/grid-block.ts';
import { MalformedAnswer } from '../../batch/sources/sheet/sheet-json.ts';
import { newGridCells, scanValueRanges } from '../../batch/sources/sheet/sheet-scan.ts';
import { dayNumber } from '../../shared/base/civil-date.ts';
import type { CellBlock } from '../../shared/register/cell-block.ts';
import { newStagedText, stageText } from '../../shared/register/staged-text.ts';

type Json = string | number | boolean;

/** A block over rows as an answer of the Sheets API holds them. */
function blockOf(rows: readonly (readonly Json[])[], columnCount = 6, indent = 0): CellBlock {
  const answer = { spreadsheetId: 'x', valueRanges: [{ range: 'A1', values: rows }] };
  const cells = newGridCells();
  const shapes = [{ rowCount: rows.length, columnCount }];
  const [range] = scanValueRanges(Buffer.from(JSON.stringify(answer, null, indent)), shapes, cells);
  return gridBlock({ cells, ...range, firstRow: 2, width: 4 });
}

const rows = [
  ['F1', 46109, 12.3, true, false],
  ['', '2026-03-28', '12.30'],
  [],
  ['', ' ', '', '', 'a note'],
  ['a "quoted"\n\\ é \u2028 \u0001 😀', -0.05, 1e21, -7, 123456789012345680],
];

test('cells come as they are; empty texts and what the API leaves out are empty', () => {
  const block = blockOf(rows);
  expect([block.firstRow, block.rowCount]).toEqual([2, 5]);
  expect([0, 1, 2, 3, 4].map((row) => [0, 1, 2, 3, 4].map((column) => block.cell(row, column)))).toEqual([
    ['F1', 46109, 12.3, true, false],
    [null, '2026-03-28', '12.30', null, null],
    [null, null, null, null, null],
    [null, ' ', null, null, 'a note'],
    ['a "quoted"\n\\ é \u2028 \u0001 😀', -0.05, 1e21, -7, 123456789012345680],
  ]);
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
    expect(blockOf(rows).plainDay(row, column)).toBe(day));
}

for (const [row, column, digits, minor] of [
  [0, 2, 2, 1230],
  [0, 2, 0, Number.NaN],
  [0, 3, 2, Number.NaN],
  [1, 2, 2, 1230],
  [1, 2, 3, 12_300],
  [1, 3, 2, Number.NaN],
  [2, 2, 2, Number.NaN],
  [4, 1, 2, -5],
] as const) {
  test(`row ${row}, column ${column} with ${digits} digits is ${minor}`, () =>
    expect(blockOf(rows).plainAmount(row, column, digits)).toBe(minor));
}

test('spaces, and a note right of the header, leave a row blank; no row of a sheet is flawed', () => {
  const block = blockOf(rows);
  expect([0, 1, 2, 3, 4].map((row) => block.isBlank(row))).toEqual([false, false, true, true, false]);
  expect([0, 1, 2, 3, 4].map((row) => block.rowFlaw(row))).toEqual([null, null, null, null, null]);
});

for (const [text, isStaged] of [
  ['F2026-00001', true],
  ['a b', true],
  ['~', true],
  ['x'.repeat(64), true],
  ['x'.repeat(65), false],
  [' a', false],
  ['a ', false],
  ['#REF!', false],
  ['é', false],
  ['a"b', false],
  ['a\u007f', false],
  ['', false],
  [12, false],
  [true, false],
] as const) {
  test(`${JSON.stringify(text)} is ${isStaged ? 'staged' : 'left to be read'}`, () => {
    const [staged, expected] = [newStagedText(), newStagedText()];
    expect(blockOf([[text]]).stage(0, 0, staged)).toBe(isStaged);
    if (!isStaged) return;
    stageText(expected, String(text));
    expect(staged).toEqual(expected);
  });
}

const json = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.integer(),
  fc.boolean(),
);
const grids = fc.array(fc.array(json, { maxLength: 6 }), { maxLength: 5 });

test('property: what JSON.parse reads is what the block holds, indented or not', () => {
  fc.assert(
    fc.property(grids, fc.constantFrom(0, 2), (grid, indent) => {
      const block = blockOf(grid, 6, indent);
      const parsed: readonly (readonly Json[])[] = JSON.parse(JSON.stringify(grid));
      parsed.forEach((row, down) => {
        for (let column = 0; column < 6; column++) {
          const value = row[column] === '' ? null : (row[column] ?? null);
          expect(block.cell(down, column)).toBe(value);
        }
      });
    }),
    { numRuns: 500 },
  );
});

test('property: a decimal number is the float that JSON.parse reads', () => {
  const decimals = fc
    .tuple(fc.bigInt(-(10n ** 17n), 10n ** 17n), fc.integer({ min: 1, max: 17 }))
    .map(([digits, places]) => {
      const text = String(digits < 0n ? -digits : digits).padStart(places + 1, '0');
      return `${digits < 0n ? '-' : ''}${text.slice(0, -places)}.${text.slice(-places)}`;
    });
  fc.assert(
    fc.property(decimals, (text) => {
      const cells = newGridCells();
      const answer = Buffer.from(`{"valueRanges":[{"values":[[${text}]]}]}`);
      const [range] = scanValueRanges(answer, [{ rowCount: 1, columnCount: 1 }], cells);
      const block = gridBlock({ cells, ...range, firstRow: 1, width: 1 });
      expect(block.cell(0, 0)).toBe(JSON.parse(text));
    }),
    { numRuns: 5000 },
  );
});

const ANSWER =
  '{"a":[{},[],null,-1.5e+3,"\\u00e9\\n"],"valueRanges":[{"values":[["é",1,true],[]]},{"range":"B"}]}';
const SHAPES = [
  { rowCount: 2, columnCount: 3 },
  { rowCount: 1, columnCount: 1 },
];

test('an answer is cut into its ranges, wherever it has spaces', () => {
  const spaced = ANSWER.replaceAll(/[[\]{},:]/g, ' $&\n');
  for (const text of [ANSWER, spaced, ` ${ANSWER}\r\n\t`]) {
    expect(scanValueRanges(Buffer.from(text), SHAPES, newGridCells())).toEqual([
      { first: 0, rowCount: 2, columnCount: 3 },
      { first: 6, rowCount: 0, columnCount: 1 },
    ]);
  }
});

test('half an answer is refused, wherever it is cut', () => {
  const bytes = Buffer.from(ANSWER);
  for (let length = 0; length < bytes.length; length++)
    expect(() => scanValueRanges(bytes.subarray(0, length), SHAPES, newGridCells())).toThrow(MalformedAnswer);
});

for (const values of [
  ...[
    '[[null]]',
    '[[{}]]',
    '[[[]]]',
    '[1]',
    '{}',
    '"x"',
    '[[1,]]',
    '[[,1]]',
    '[[1 2]]',
    '[["a" "b"]]',
    '[[]',
  ],
  ...[
    '[[01]]',
    '[[1.]]',
    '[[.5]]',
    '[[1e]]',
    '[[-]]',
    '[[+1]]',
    '[[NaN]]',
    '[[tru]]',
    '[[True]]',
    '[[truex]]',
  ],
  ...[
    '[["\\x"]]',
    '[["\\u12g4"]]',
    '[["\n"]]',
    '[["a]]',
    "[['a']]",
    '[[1],]',
    '[[1]]]',
    '[[\u00a01]]',
    '[[\u00001]]',
  ],
]) {
  test(`the values ${JSON.stringify(values)} are refused`, () => {
    const answer = Buffer.from(`{"valueRanges":[{"values":${values}}]}`);
    const scan = () => scanValueRanges(answer, [{ rowCount: 2, columnCount: 3 }], newGridCells());
    expect(scan).toThrow(MalformedAnswer);
  });
}

for (const [name, answer] of [
  ['more rows than asked for', '{"valueRanges":[{"values":[[1],[2]]}]}'],
  ['more columns than asked for', '{"valueRanges":[{"values":[[1,2]]}]}'],
  ['more ranges than asked for', '{"valueRanges":[{},{}]}'],
  ['fewer ranges than asked for', '{"valueRanges":[]}'],
  ['no ranges', '{}'],
  ['something after its end', '{"valueRanges":[{}]}{}'],
  ['a list', '[{}]'],
] as const) {
  test(`an answer with ${name} is refused`, () => {
    const scan = () =>
      scanValueRanges(Buffer.from(answer), [{ rowCount: 1, columnCount: 1 }], newGridCells());
    expect(scan).toThrow(MalformedAnswer);
  });
}
