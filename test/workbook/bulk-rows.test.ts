import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type BulkColumn, columnLetter, numberText, rowsXml } from '../../batch/workbook/bulk-rows.ts';

const COLUMNS: readonly BulkColumn[] = [
  { kind: 'text', cell: (index) => ['=1+1', null][index] },
  { kind: 'word', cell: (index) => ['oui', 'oui'][index] },
  { kind: 'number', cell: (index) => [12.5, null][index] },
  { kind: 'formula', cell: (index) => [0, null][index], formula: (row) => `A${row}-B${row}` },
];

test('rows are written with the model row’s styles, repeated words once', () => {
  const strings = { base: 7, index: new Map<string, number>() };
  const rows = [...rowsXml({ firstRow: 5, count: 2, columns: COLUMNS }, ['1', '', '3', '4'], strings)];
  expect(rows).toEqual([
    '<row r="5"><c r="A5" s="1" t="inlineStr"><is><t>=1+1</t></is></c><c r="B5" t="s"><v>7</v></c><c r="C5" s="3"><v>12.5</v></c><c r="D5" s="4"><f>A5-B5</f><v>0</v></c></row>',
    '<row r="6"><c r="A6" s="1"/><c r="B6" t="s"><v>7</v></c><c r="C6" s="3"/><c r="D6" s="4"><f>A6-B6</f></c></row>',
  ]);
  expect([...strings.index]).toEqual([['oui', 7]]);
});

test('a row may have its own height', () => {
  const [row] = rowsXml({ firstRow: 2, count: 1, columns: [], height: () => 29 }, [], {
    base: 0,
    index: new Map(),
  });
  expect(row).toBe('<row r="2" ht="29" customHeight="1"></row>');
});

test.each([[Number.NaN], [Number.POSITIVE_INFINITY], [Number.NEGATIVE_INFINITY]])(
  '%d is refused',
  (value) => {
    expect(() => numberText(value)).toThrow(`${value} is no number a workbook can hold`);
  },
);

test.each([
  [1, 'A'],
  [26, 'Z'],
  [27, 'AA'],
  [52, 'AZ'],
  [53, 'BA'],
  [702, 'ZZ'],
  [703, 'AAA'],
  [16_384, 'XFD'],
])('column %d is %s', (column, letter) => {
  expect(columnLetter(column)).toBe(letter);
});

test('letters and columns are one to one', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 16_384 }), (column) => {
      const back = [...columnLetter(column)].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
      expect(back).toBe(column);
    }),
  );
});
