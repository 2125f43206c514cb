/**
 * Rows of another tool's file as the register writes them: each cell read by the register's own rules, or refused with its place. What is
 * brought along was never sealed here, and says so.
 */
import { civilDate } from '../../base/civil-date.ts';
import { decimalText } from '../../base/money.ts';
import type { Cell, Problem, ProblemCode } from '../../base/problem.ts';
import { readAmount } from '../../register/cell-amounts.ts';
import { readChoice, readCurrency } from '../../register/cell-choices.ts';
import { dateOrderOf, readDay } from '../../register/cell-dates.ts';
import { readNumber } from '../../register/cell-numbers.ts';
import { readText } from '../../register/cells.ts';
import type { Register } from '../../register/entries.ts';
import { type Column, TABLES } from '../../register/tables.ts';
import type { RowTexts } from '../match/import-rows.ts';
import { type Mapping, OPEN_COLUMN, type OpeningTable } from './mapping.ts';

/** What marks an invoice that was issued elsewhere: it stands where a seal would. */
export const BROUGHT_ALONG = { fr: 'reprise', en: 'brought along' };

export type OpeningRows = {
  readonly rows: readonly RowTexts[];
  readonly payments: readonly RowTexts[]; // of invoices, what was settled before
  readonly known: readonly string[]; // numbers and codes that the register has already: left alone
  readonly problems: readonly Problem[];
};

export type OpeningFile = {
  readonly headers: readonly string[];
  readonly rows: readonly { readonly line: number; readonly cells: readonly string[] }[];
};

/** Nothing is written where there is a problem: half a history is worse than none. */
export function openingRows(
  table: OpeningTable,
  file: OpeningFile,
  mapping: Mapping,
  register: Register,
): OpeningRows {
  const problems: Problem[] = [];
  const known: string[] = [];
  const rows: RowTexts[] = [];
  const payments: RowTexts[] = [];
  const taken = takenKeys(table, register);
  const own = new Map<string, number>();
  const codes = new Set(register.clients.map(({ code }) => code));
  for (const { cells, line } of file.rows) {
    const reading: Reading = { table, line, file, mapping, register, problems, cells };
    const row = withTotal(reading, readRow(reading));
    const key = row[KEYS[table]] ?? '';
    if (key !== '' && taken.has(key)) {
      known.push(key);
      continue;
    }
    const first = own.get(key);
    if (key !== '' && first !== undefined) add(reading, KEYS[table], 'row/duplicate', key, String(first));
    own.set(key, line);
    if (table !== 'clients' && row.client !== undefined && row.client !== '' && !codes.has(row.client)) {
      add(reading, 'client', 'client/unknown', row.client);
    }
    rows.push(table === 'invoices' ? { ...row, seal: BROUGHT_ALONG[register.settings.language] } : row);
    const settled = table === 'invoices' ? settledBefore(reading, row) : null;
    if (settled !== null) payments.push(settled);
  }
  return { rows, payments, known, problems };
}

/** What tells a row of the table from the others. */
const KEYS: Readonly<Record<OpeningTable, 'code' | 'number' | 'id'>> = {
  clients: 'code',
  invoices: 'number',
  payments: 'id',
};

function takenKeys(table: OpeningTable, { clients, invoices }: Register): ReadonlySet<string> {
  if (table === 'clients') return new Set(clients.map(({ code }) => code));
  if (table === 'payments') return new Set();
  return new Set(Array.from({ length: invoices.count }, (_, index) => invoices.numberAt(index)));
}

type Reading = {
  readonly table: OpeningTable;
  readonly line: number;
  readonly cells: readonly string[];
  readonly file: OpeningFile;
  readonly mapping: Mapping;
  readonly register: Register;
  readonly problems: Problem[];
};

function add(
  { file, line, mapping, problems, table }: Reading,
  column: string,
  code: ProblemCode,
  found: Cell,
  detail?: string,
): void {
  const header = file.headers[mapping.get(column) ?? -1] ?? column;
  problems.push({
    code,
    table,
    row: line,
    column,
    header,
    found,
    ...(detail === undefined ? {} : { detail }),
  });
}

function cellOf({ cells, mapping }: Reading, key: string): string {
  return (cells[mapping.get(key) ?? -1] ?? '').trim();
}

function readRow(reading: Reading): RowTexts {
  const row: Record<string, string> = {};
  for (const column of TABLES[reading.table].columns) {
    if (!reading.mapping.has(column.key)) continue;
    row[column.key] = textOf(reading, column);
  }
  return row;
}

/** Where a file says only what is open, that is the invoice's total: of the rest nothing is known. */
function withTotal(reading: Reading, row: RowTexts): RowTexts {
  if (reading.table !== 'invoices' || (row.total ?? '') !== '') return row;
  return { ...row, total: amountOf(reading, TOTAL, cellOf(reading, OPEN_COLUMN)) };
}

const [TOTAL] = TABLES.invoices.columns.filter(({ key }) => key === 'total');

/** The cell as the register writes it: days and numbers in one form whatever the file's. */
function textOf(reading: Reading, column: Column): string {
  const cell = cellOf(reading, column.key);
  const { locale } = reading.register.settings;
  if (cell === '') {
    const stands = column.key === 'total' && reading.mapping.has(OPEN_COLUMN);
    if (column.required && !stands) add(reading, column.key, 'required/missing', null);
    return '';
  }
  switch (column.kind) {
    case 'date': {
      const read = readDay(cell, dateOrderOf(locale));
      return read.ok ? civilDate(read.value) : refused(reading, column, read.error, cell);
    }
    case 'amount':
      return amountOf(reading, column, cell);
    case 'number': {
      const read = readNumber(cell, locale);
      return read.ok ? String(read.value) : refused(reading, column, read.error, cell);
    }
    case 'choice': {
      const read = readChoice(cell, column.choices ?? []);
      return read.ok ? read.value : refused(reading, column, read.error, cell);
    }
    default:
      return readText(cell);
  }
}

/** In the row's currency; the register's where it names none. */
function currencyOf(reading: Reading): string {
  const read = readCurrency(cellOf(reading, 'currency') || reading.register.settings.currency);
  return read.ok ? read.value : reading.register.settings.currency;
}

function amountOf(reading: Reading, column: Column, cell: string): string {
  const currency = currencyOf(reading);
  const read = readMoney(cell, reading.register.settings.locale, currency);
  return read.ok ? decimalText(read.value, currency) : refused(reading, column, read.error, cell);
}

/** The sheet's language tells what `1.234` is. */
function readMoney(cell: string, locale: string, currency: string): ReturnType<typeof readAmount> {
  const number = readNumber(cell, locale);
  return number.ok ? readAmount(number.value, currency) : readAmount(cell, currency);
}

function refused(reading: Reading, column: Column, code: ProblemCode, found: string): string {
  add(reading, column.key, code, found);
  return '';
}

/** The part of an invoice that was paid before: on its due date, as nobody says when. */
function settledBefore(reading: Reading, row: RowTexts): RowTexts | null {
  const { locale, language } = reading.register.settings;
  const written = cellOf(reading, OPEN_COLUMN);
  if (written === '') return null;
  const currency = currencyOf(reading);
  const open = readMoney(written, locale, currency);
  if (!open.ok) {
    add(reading, OPEN_COLUMN, open.error, written);
    return null;
  }
  const total = readAmount(Number(row.total ?? ''), currency);
  const settled = total.ok ? total.value - open.value : 0;
  if (settled === 0) return null;
  if (total.ok && settled > 0 !== total.value > 0) {
    add(reading, OPEN_COLUMN, 'amount/over-total', written, decimalText(total.value, currency)); // a credit note's is below zero
    return null;
  }
  return {
    date: row.dueDate || (row.issueDate ?? ''),
    client: row.client ?? '',
    invoice: row.number ?? '',
    amount: decimalText(settled, currency),
    currency,
    method: 'transfer',
    reference: BROUGHT_ALONG[language],
  };
}
