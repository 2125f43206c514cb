import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type BulkColumn,
  type BulkRows,
  columnLetter,
  numberText,
  rowsXml,
  type SharedStrings,
} from '../../batch/workbook/xlsx/bulk-rows.ts';
import { elements } from './read-xlsx.ts';

const COLUMNS: readonly BulkColumn[] = [
  { kind: 'text', cell: (index) => ['=1+1', null, '', 'é'][index] },
  { kind: 'word', cell: (index) => ['oui', 'oui', null, ''][index] },
  { kind: 'number', cell: (index) => [12.5, null, 46_000, -1][index] },
  { kind: 'decimal', digits: 2, cell: (index) => [1_230, null, -5, 0][index] },
  { kind: 'formula', digits: 2, cell: (index) => [0, 1, 2, 3][index], formula: (row) => `A${row}-B${row}` },
];

function written(rows: BulkRows, styles: readonly string[], strings = emptyStrings()): string {
  return Buffer.concat([...rowsXml(rows, styles, strings)]).toString();
}

function emptyStrings(): SharedStrings {
  return { base: 7, index: new Map() };
}

test('rows are written with the model row’s styles, repeated words once', () => {
  const strings = emptyStrings();
  const xml = written({ firstRow: 5, count: 4, columns: COLUMNS }, ['1', '', '3', '4', '5'], strings);
  expect(xml.replaceAll('</row>', '</row>\n').trim().split('\n')).toEqual([
    '<row r="5"><c r="A5" s="1" t="inlineStr"><is><t>=1+1</t></is></c><c r="B5" t="s"><v>7</v></c><c r="C5" s="3"><v>12.5</v></c><c r="D5" s="4"><v>12.30</v></c><c r="E5" s="5"><f>A5-B5</f><v>0</v></c></row>',
    '<row r="6"><c r="A6" s="1"/><c r="B6" t="s"><v>7</v></c><c r="C6" s="3"/><c r="D6" s="4"/><c r="E6" s="5"><f>A6-B6</f><v>0.01</v></c></row>',
    '<row r="7"><c r="A7" s="1"/><c r="B7"/><c r="C7" s="3"><v>46000</v></c><c r="D7" s="4"><v>-0.05</v></c><c r="E7" s="5"><f>A7-B7</f><v>0.02</v></c></row>',
    '<row r="8"><c r="A8" s="1" t="inlineStr"><is><t>é</t></is></c><c r="B8"/><c r="C8" s="3"><v>-1</v></c><c r="D8" s="4"><v>0</v></c><c r="E8" s="5"><f>A8-B8</f><v>0.03</v></c></row>',
  ]);
  expect([...strings.index]).toEqual([['oui', 7]]);
});

test('a row may have its own height', () => {
  expect(written({ firstRow: 2, count: 1, columns: [], height: () => 29.5 }, [])).toBe(
    '<row r="2" ht="29.5" customHeight="1"></row>',
  );
});

test('rows of any length come whole, in chunks', () => {
  const long = 'é<&'.repeat(20_000);
  const columns: readonly BulkColumn[] = [
    { kind: 'text', cell: (index) => (index % 2 ? long : 'x'.repeat(index)) },
  ];
  const chunks = [...rowsXml({ firstRow: 1, count: 300, columns }, [], emptyStrings())];
  expect(chunks.length).toBeGreaterThan(2);
  const cells = elements(`<rows>${Buffer.concat(chunks).toString()}</rows>`, 'c');
  expect(cells.map(({ attributes }) => attributes.r)).toEqual(
    Array.from({ length: 300 }, (_, at) => `A${at + 1}`),
  );
});

test.each([[Number.NaN], [Number.POSITIVE_INFINITY], [0.5]])(
  'an amount of %d minor units is refused',
  (minor) => {
    const columns: readonly BulkColumn[] = [{ kind: 'decimal', digits: 2, cell: () => minor }];
    expect(() => written({ firstRow: 1, count: 1, columns }, [])).toThrow(
      `${minor} is no number a workbook can hold`,
    );
  },
);

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
