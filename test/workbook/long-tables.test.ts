import ExcelJS from 'exceljs';
import { expect, test } from 'vitest';
import type { Table } from '../../batch/workbook/table/table.ts';
import { addTableSheets } from '../../batch/workbook/table/table-sheet.ts';
import type { Draft } from '../../batch/workbook/xlsx/page.ts';
import { bookOf, elements, rowOf, sheetNamed } from './read-xlsx.ts';
import { reportOf } from './report-of.ts';

const TABLE: Table<number> = {
  columns: [{ key: 'n', header: 'N', kind: 'whole', cell: (row) => row, total: 'sum' }],
  rows: [1, 2, 3, 4, 5],
  currency: 'EUR',
  totalLabel: 'Total',
  whenEmpty: 'nothing',
};
const ABOUT = { name: 'Items', title: 'Items', subtitle: '', frozenColumns: 0 };

function draftOf(): Draft {
  return { workbook: new ExcelJS.Workbook(), pages: [], language: 'en', company: 'C', dayText: 'today' };
}

test('a table longer than a sheet goes on, on the next one', () => {
  const placed = addTableSheets(draftOf(), ABOUT, TABLE, 2);
  expect(placed.map(({ page }) => page.sheet.name)).toEqual(['Items', 'Items 2', 'Items 3']);
  expect(placed.map(({ place }) => place.range('n'))).toEqual(['A5:A6', 'A5:A6', 'A5:A5']);
});

test('a table that just fits takes one sheet, an empty one too', () => {
  expect(addTableSheets(draftOf(), ABOUT, TABLE, 5)).toHaveLength(1);
  expect(addTableSheets(draftOf(), ABOUT, { ...TABLE, rows: [] }, 5)).toHaveLength(1);
});

test('an unknown column is our error', () => {
  const [{ place }] = addTableSheets(draftOf(), ABOUT, TABLE);
  expect(() => place.column('m')).toThrow('no column m');
});

test('a long table is written whole: rows, extent, filter, total', async () => {
  const report = reportOf({ items: 25_000, clients: 300 });
  const book = await bookOf(report);
  const sheet = sheetNamed(book, 'Postes ouverts');
  expect(elements(sheet.xml, 'row')).toHaveLength(25_004);
  expect(elements(sheet.xml, 'dimension')[0].attributes.ref).toBe('A1:K25004');
  expect(rowOf(sheet, 3)).toContain(report.currencies[0].receivables.open / 100);
  expect(sheet.cells.get('I3')?.formula).toBe('SUBTOTAL(109,I5:I25004)');
  const [today] = book.sheets.filter(({ name }) => name.startsWith('Relances'));
  expect(today.cells.get('A2')?.value).toContain('les jours suivants\u202f: «\u202fencaisse plan\u202f»');
  expect(book.sheets.map(({ name }) => name)).not.toContain('Relances à venir');
});
