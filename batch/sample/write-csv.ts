/** Writes a register as a folder of CSV files (RFC 4180, UTF-8, comma), row by row, whatever its size. */
import { closeSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { TABLE_KEYS, type TableKey } from '../../shared/register/tables.ts';
import { SAMPLE_COLUMNS, type TableRow } from './rows.ts';

export type RowCounts = Readonly<Record<TableKey, number>>;

/** Characters kept back before a file is written to. */
const BUFFERED = 1 << 18;

type OpenFile = {
  readonly path: string; // the name it gets once it is whole
  readonly handle: number;
  readonly columns: readonly string[];
  text: string;
  rows: number;
};

/**
 * Writes every table, its keys as header row, an empty table as its header alone. Files bear their names only once all of
 * them are whole; where the rows or the disk fail, nothing is left behind and the error goes on.
 * @returns how many rows each table has
 */
export function writeCsvFolder(rows: Iterable<TableRow>, folder: string): RowCounts {
  mkdirSync(folder, { recursive: true });
  const files = openFiles(folder);
  try {
    for (const { table, row } of rows) writeRow(files[table], row);
    for (const key of TABLE_KEYS) flush(files[key]);
  } catch (error) {
    for (const key of TABLE_KEYS) discard(files[key]);
    throw error;
  }
  for (const key of TABLE_KEYS) keep(files[key]);
  return byTable((key) => files[key].rows);
}

function openFiles(folder: string): Readonly<Record<TableKey, OpenFile>> {
  return byTable((key) => {
    const path = join(folder, `${key}.csv`);
    const columns = SAMPLE_COLUMNS[key];
    return { path, handle: openSync(partial(path), 'w'), columns, text: `${columns.join(',')}\n`, rows: 0 };
  });
}

function byTable<T>(of: (key: TableKey) => T): Readonly<Record<TableKey, T>> {
  return {
    settings: of('settings'),
    clients: of('clients'),
    invoices: of('invoices'),
    lines: of('lines'),
    payments: of('payments'),
    instalments: of('instalments'),
    journal: of('journal'),
    calendars: of('calendars'),
    rates: of('rates'),
  };
}

function partial(path: string): string {
  return `${path}.part`;
}

function writeRow(file: OpenFile, row: Readonly<Record<string, string>>): void {
  const { columns } = file;
  let text = file.text;
  for (let i = 0; i < columns.length; i++) {
    const cell = row[columns[i]];
    if (i > 0) text += ',';
    if (cell !== '') text += NEEDS_QUOTES.test(cell) ? quoted(cell) : cell;
  }
  file.text = `${text}\n`;
  file.rows += 1;
  if (file.text.length > BUFFERED) flush(file);
}

const NEEDS_QUOTES = /[",\r\n]/;

/** Quotes around a cell that holds a comma, a quote or a line break; quotes in it are doubled. */
function quoted(cell: string): string {
  return `"${cell.replace(/"/g, '""')}"`;
}

function flush(file: OpenFile): void {
  const bytes = Buffer.from(file.text, 'utf8');
  for (let written = 0; written < bytes.length; ) {
    written += writeSync(file.handle, bytes, written);
  }
  file.text = '';
}

function discard({ handle, path }: OpenFile): void {
  closeSync(handle);
  rmSync(partial(path), { force: true });
}

function keep({ handle, path }: OpenFile): void {
  closeSync(handle);
  renameSync(partial(path), path);
}
