/** The sample register as a Google Sheet, before the add-on was ever used in it: titles, headers and rows, no more. */
import { generateRegister } from '../../../batch/sample/generate.ts';
import { benchSample, demoSample, type SampleOptions } from '../../../batch/sample/options.ts';
import { SAMPLE_COLUMNS, type TableRow } from '../../../batch/sample/rows.ts';
import { type CivilDate, parseCivilDate, serialOfDay } from '../../../shared/base/civil-date.ts';
import { TABLE_KEYS, TABLES, type TableKey } from '../../../shared/register/tables.ts';
import { addTab, type CellValue, newSpreadsheet, type Spreadsheet } from '../spreadsheet.ts';
import { addStyle } from '../styles.ts';

/** The day the demonstration plays on: everybody sees the same figures. */
export const DEMO_DAY: CivilDate = '2026-11-20';

export function demoBook(id: string): Spreadsheet {
  return sampleBook(id, 'Registre d’exemple', demoSample(DEMO_DAY));
}

/** A register of many invoices, without lines and journal. */
export function benchBook(id: string, invoices: number): Spreadsheet {
  return sampleBook(id, `${invoices} factures`, benchSample(invoices, DEMO_DAY));
}

function sampleBook(id: string, title: string, options: SampleOptions): Spreadsheet {
  const book = newSpreadsheet(id, title);
  const rows = new Map<TableKey, CellValue[][]>(
    TABLE_KEYS.map((table) => [table, [SAMPLE_COLUMNS[table].map((key) => headerOf(table, key))]]),
  );
  for (const each of generateRegister(options)) rows.get(each.table)?.push(cellsOf(each));
  for (const [table, cells] of rows) formatted(book, table, cells);
  return book;
}

function columnOf(table: TableKey, key: string) {
  return TABLES[table].columns.find((column) => column.key === key);
}

function headerOf(table: TableKey, key: string): string {
  return columnOf(table, key)?.header.fr ?? key;
}

function cellsOf({ table, row }: TableRow): CellValue[] {
  const texts = new Map<string, string>(Object.entries(row));
  return SAMPLE_COLUMNS[table].map((key) =>
    cellOf(texts.get(key) ?? '', columnOf(table, key)?.kind ?? 'text'),
  );
}

/** As a sheet holds them: amounts as numbers, days as serial numbers, what is neither as text. */
function cellOf(text: string, kind: string): CellValue {
  if (text === '') return null;
  if (['amount', 'number', 'integer'].includes(kind)) return Number.isNaN(Number(text)) ? text : Number(text);
  if (kind !== 'date') return text;
  const day = parseCivilDate(text);
  return day.ok ? serialOfDay(day.value) : text;
}

/** A register somebody kept by hand has days that look like days. */
function formatted(book: Spreadsheet, table: TableKey, cells: CellValue[][]): void {
  const tab = addTab(book, TABLES[table].title.fr, cells, { rowCount: Math.max(1000, cells.length + 200) });
  SAMPLE_COLUMNS[table].forEach((key, at) => {
    const column = { firstRow: 2, lastRow: tab.rowCount, firstColumn: at + 1, lastColumn: at + 1 };
    const kind = columnOf(table, key)?.kind ?? 'text';
    if (kind === 'date') addStyle(tab, column, 'numberFormat', 'dd/mm/yyyy');
    if (kind === 'amount') addStyle(tab, column, 'numberFormat', '#,##0.00');
    if (!['date', 'amount', 'number', 'integer'].includes(kind)) addStyle(tab, column, 'numberFormat', '@');
  });
}
