/** A folder of CSV files as a Google spreadsheet on this machine: `serve FOLDER ID`. Prints its address, and serves until it is killed. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { parseCivilDate, serialOfDay } from '../../shared/base/civil-date.ts';
import { TABLE_KEYS, TABLES, type TableKey } from '../../shared/register/tables.ts';
import { startSheetsServer } from '../workspace/sheets-server.ts';
import { addTab, type CellValue, newSpreadsheet } from '../workspace/spreadsheet.ts';

/** A spreadsheet holds ten million cells: half a million invoices leave room for what the report reads and no more. */
const LEFT_OUT: Partial<Record<TableKey, readonly string[]>> = {
  invoices: ['currency', 'net', 'vat', 'reference', 'serviceDate', 'disputeReason', 'sentOn', 'document'],
  payments: ['id', 'currency', 'notes', 'purpose'],
};

const [folder = '', id = ''] = process.argv.slice(2);
const spreadsheet = newSpreadsheet(id, 'bench');
for (const table of TABLE_KEYS) {
  const rows = rowsOf(table);
  addTab(spreadsheet, TABLES[table].title.fr, rows, { rowCount: rows.length, columnCount: rows[0].length });
}
const server = await startSheetsServer([spreadsheet]);
process.stdout.write(`${server.url}\n`);

/** The rows as a sheet holds them: amounts as numbers, days as serial numbers. */
function rowsOf(table: TableKey): CellValue[][] {
  const text = readFileSync(join(folder, `${table}.csv`));
  const rows: string[][] = parse(text, { relax_column_count: true });
  const [header = []] = rows;
  const kept = header.flatMap((key, at) => (LEFT_OUT[table]?.includes(key) ? [] : [at]));
  const kinds = header.map((key) => TABLES[table].columns.find((column) => column.key === key)?.kind);
  return rows.map((row, at) =>
    kept.map((column) => (at === 0 ? row[column] : sheetCell(row[column], kinds[column]))),
  );
}

function sheetCell(cell: string, kind: string | undefined): CellValue {
  if (cell === '') return null;
  if (kind === 'amount') return Number(cell);
  if (kind !== 'date') return cell;
  const day = parseCivilDate(cell);
  return day.ok ? serialOfDay(day.value) : cell;
}
