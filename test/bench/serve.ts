/** A folder of CSV files as a Google spreadsheet on this machine: `serve FOLDER ID`. Prints its address, and serves until it is killed. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { parseCivilDate, serialOfDay } from '../../shared/base/civil-date.ts';
import { TABLE_KEYS, TABLES, type TableKey } from '../../shared/register/tables.ts';
import { startSheetsServer } from '../workspace/sheets-server.ts';
import { addTab, type CellValue, newSpreadsheet } from '../workspace/spreadsheet.ts';

const [folder = '', id = ''] = process.argv.slice(2);
const spreadsheet = newSpreadsheet(id, 'bench');
for (const table of TABLE_KEYS) {
  addTab(spreadsheet, TABLES[table].title.fr, rowsOf(table));
}
const server = await startSheetsServer([spreadsheet]);
process.stdout.write(`${server.url}\n`);

/** The rows as a sheet holds them: amounts as numbers, days as serial numbers. */
function rowsOf(table: TableKey): CellValue[][] {
  const text = readFileSync(join(folder, `${table}.csv`));
  const rows: string[][] = parse(text, { relax_column_count: true });
  const [header = [], ...body] = rows;
  const kinds = header.map((key) => TABLES[table].columns.find((column) => column.key === key)?.kind);
  return [header, ...body.map((row) => row.map((cell, column) => sheetCell(cell, kinds[column])))];
}

function sheetCell(cell: string, kind: string | undefined): CellValue {
  if (cell === '') return null;
  if (kind === 'amount') return Number(cell);
  if (kind !== 'date') return cell;
  const day = parseCivilDate(cell);
  return day.ok ? serialOfDay(day.value) : cell;
}
