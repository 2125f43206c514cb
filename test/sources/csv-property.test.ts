/** Any table, however it is written and wherever the reading cuts it, is what csv-parse makes of it. */
import { closeSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvBlock } from '../../batch/sources/csv/csv-block.ts';
import { newCellBounds, scanRows } from '../../batch/sources/csv/csv-scan.ts';
import type { Cell } from '../../shared/base/problem.ts';
import { readAmount } from '../../shared/register/cell-amounts.ts';
import type { CellBlock } from '../../shared/register/cell-block.ts';
import { readDay } from '../../shared/register/cell-dates.ts';
import { readText } from '../../shared/register/cells.ts';
import { isEmpty } from '../../shared/register/row-cells.ts';
import { newStagedText, textOfWords } from '../../shared/register/staged-text.ts';
import { temporaryFolder } from '../delivery/temporary-folder.ts';
import { HOSTILE_CELLS } from '../register/hostile-cells.ts';
import { sheetBlock } from '../register/read-fixture.ts';
import { pourPath } from './csv-fixture.ts';

/** Half a surrogate pair has no UTF-8. */
const wellFormed = (text: string): string => Buffer.from(text).toString();

const DELIMITERS = [',', ';', '\t'];
const LINE_ENDINGS = ['\n', '\r\n', '\r'];

const piece = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.constantFrom('a', 'b ', '12.30', '-7', '2026-03-31', 'é', '漢', '😀', '\u00a0'),
  },
  { weight: 2, arbitrary: fc.constantFrom('"', '""', ',', ';', '\t', '\n', '\r\n', '\r', ' ') },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 4 }) },
);
const text = fc.array(piece, { maxLength: 5 }).map((pieces) => wellFormed(pieces.join('')));
const table = fc.record({
  rows: fc.array(fc.array(text, { minLength: 1, maxLength: 5 }), { maxLength: 8 }),
  delimiter: fc.constantFrom(...DELIMITERS),
  ending: fc.constantFrom(...LINE_ENDINGS),
  quoteAll: fc.boolean(),
  mark: fc.boolean(),
  endsWhole: fc.boolean(),
});
type Table = typeof table extends fc.Arbitrary<infer T> ? T : never;

const WIDTH = 5;

/** The table under a header as wide as it gets; quotes only where needed, or everywhere. */
function csvText({ rows, delimiter, ending, quoteAll, mark, endsWhole }: Table): string {
  const header = ['h1', 'h"2', 'h\n3', 'h4', 'h5'];
  const written = [header, ...rows].map((row) =>
    row.map((cell) => (quoteAll || /[",;\t\r\n]|^ /.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)),
  );
  const last = rows.at(-1) ?? header;
  const end = endsWhole || last.length < WIDTH ? ending : '';
  return (mark ? '\ufeff' : '') + written.map((row) => row.join(delimiter)).join(ending) + end;
}

function judged(csv: string, { delimiter, ending }: Table): readonly (readonly Cell[])[] {
  const records: string[][] = parse(csv, {
    bom: true,
    delimiter,
    record_delimiter: ending,
    relax_column_count: true,
  });
  return records.map((row) => Array.from({ length: WIDTH }, (_, column) => row[column] || null));
}

test('every cell is what csv-parse says, at any chunk size', () => {
  const path = join(temporaryFolder(), 'clients.csv');
  fc.assert(
    fc.property(table, fc.integer({ min: 1, max: 64 }), (sample, chunk) => {
      const csv = csvText(sample);
      writeFileSync(path, csv);
      const [headers, ...rows] = judged(csv, sample);
      const expected = {
        headers,
        rows: rows.map((cells, at) => ({ row: at + 2, cells, blank: cells.every(isEmpty), flaw: null })),
        flaws: [],
        bytes: Buffer.byteLength(csv),
      };
      for (const size of [chunk, undefined]) {
        const poured = pourPath(path, size);
        if (JSON.stringify(poured) !== JSON.stringify(expected)) expect(poured).toEqual(expected);
      }
    }),
    { numRuns: 2000 },
  );
});

test('any bytes at all are read to the same, wherever they are cut, and nothing throws', () => {
  const path = join(temporaryFolder(), 'clients.csv');
  const bytes = fc
    .array(
      fc.oneof(
        fc.constantFrom(0x22, 0x2c, 0x3b, 0x0a, 0x0d, 0x20, 0x61, 0xc3, 0xa9),
        fc.integer({ min: 1, max: 255 }),
      ),
    )
    .map((tail) => Buffer.from([...Buffer.from('code,name\n'), ...tail]));
  fc.assert(
    fc.property(bytes, fc.integer({ min: 1, max: 16 }), (sample, chunk) => {
      writeFileSync(path, sample);
      const [cut, whole] = [pourPath(path, chunk), pourPath(path)];
      if (JSON.stringify(cut) !== JSON.stringify(whole)) expect(cut).toEqual(whole);
    }),
    { numRuns: 1000 },
  );
});

test('a table that fills the window many times over is what csv-parse says', () => {
  const path = join(temporaryFolder(), 'clients.csv');
  const file = openSync(path, 'w');
  const rows = fc.sample(text, { seed: 7, numRuns: 4000 });
  const line = (at: number) =>
    [at, rows[at % 4000], rows[(at * 7) % 3989]].map((cell) => `"${String(cell).replaceAll('"', '""')}"`);
  let csv = 'h1,h2,h3\n';
  for (let at = 0; at < 120_000; at++) csv += `${line(at).join(',')}\r\n`;
  writeSync(file, csv);
  closeSync(file);
  const records: string[][] = parse(csv, { record_delimiter: ['\r\n', '\n'], relax_column_count: true });
  expect(Buffer.byteLength(csv)).toBeGreaterThan(3 << 20);
  const poured = pourPath(path);
  expect(poured.rows.map(({ cells }) => cells)).toEqual(
    records.slice(1).map((row) => row.map((cell) => cell || null)),
  );
});

/** A block of one cell. */
function csvCell(content: string): CellBlock {
  const bytes = Buffer.from(`"${content.replaceAll('"', '""')}"\n`);
  const bounds = newCellBounds(1);
  scanRows(bytes, 0, bytes.length, 0x2c, bounds, true);
  return csvBlock({ bytes, bounds, firstRow: 2, encoding: 'utf8' });
}

const cell: fc.Arbitrary<Cell> = fc.oneof(
  fc.constantFrom(...HOSTILE_CELLS.filter((held) => typeof held !== 'number' || Number.isFinite(held))),
  text,
  fc
    .tuple(fc.integer(), fc.constantFrom('', '.', ','), fc.nat(9999))
    .map(([a, mark, b]) => `${a}${mark}${b}`),
  fc.stringMatching(/^-?\d{0,14}[.,]?\d{0,5}$/),
  fc.stringMatching(/^-?\d{11,13}$/),
  fc.stringMatching(/^(19|20)\d\d-[01]\d-[0-3]\d$/),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.integer({ min: -50, max: 120_000 }),
);

/** The quick ways of a block, held against the readers of its cell. */
function expectQuickWaysToAgree(block: CellBlock): void {
  const held = block.cell(0, 0);
  const day = block.plainDay(0, 0);
  if (!Number.isNaN(day)) expect(readDay(held, null)).toEqual({ ok: true, value: day });
  for (const [currency, digits] of [
    ['EUR', 2],
    ['JPY', 0],
    ['KWD', 3],
  ] as const) {
    const minor = block.plainAmount(0, 0, digits);
    if (!Number.isNaN(minor)) expect(readAmount(held, currency)).toEqual({ ok: true, value: minor });
  }
  const staged = newStagedText();
  if (!block.stage(0, 0, staged)) return;
  expect(textOfWords(staged.words, 0)).toBe(readText(held));
  expect(readText(held)).not.toMatch(/^#/);
}

test('what a CSV cell and a sheet’s cell answer quickly is what their readers answer', () => {
  fc.assert(
    fc.property(cell, (held) => {
      expectQuickWaysToAgree(sheetBlock([[held]]));
      if (typeof held === 'string') expectQuickWaysToAgree(csvCell(wellFormed(held)));
    }),
    { numRuns: 5000 },
  );
});

for (const [content, currency, digits] of [
  ['99999999999', 'EUR', 2],
  ['100000000000', 'EUR', 2],
  ['999999999999', 'EUR', 2],
  ['999999999999', 'KWD', 3],
  ['999999999999', 'JPY', 0],
  ['-0.00', 'EUR', 2],
  ['1.234', 'KWD', 3],
  ['1.5', 'JPY', 0],
] as const) {
  test(`${content} ${currency} is no quicker than right`, () => {
    const block = csvCell(content);
    const exact = readAmount(block.cell(0, 0), currency);
    const quick = block.plainAmount(0, 0, digits);
    expect(Number.isNaN(quick) || (exact.ok && Object.is(exact.value, quick))).toBe(true);
  });
}
