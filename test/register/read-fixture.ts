/** What the tests of reading share: tables written by hand, poured as a sheet's; what was read, as plain records. */
import { gridBlock } from '../../batch/sources/sheet/grid-block.ts';
import { newGridCells, scanValueRanges } from '../../batch/sources/sheet/sheet-scan.ts';
import { civilDate } from '../../shared/base/civil-date.ts';
import { decimalText } from '../../shared/base/money.ts';
import type { Cell } from '../../shared/base/problem.ts';
import type { CellBlock } from '../../shared/register/cell-block.ts';
import { type ReadRegister, startReading } from '../../shared/register/read.ts';
import { PAYMENT_METHODS, TABLE_KEYS, type TableKey } from '../../shared/register/tables.ts';

export type Row = readonly Cell[];
/** By table: the header row, then the rows from row 2 on. */
export type Tables = Partial<Readonly<Record<TableKey, readonly Row[]>>>;

/** A block over rows, as an answer of the Sheets API holds them. */
export function sheetBlock(rows: readonly Row[], firstRow = 2, columnCount = widthOf(rows)): CellBlock {
  const values = rows.map((row) => row.map((cell) => cell ?? ''));
  const cells = newGridCells();
  const answer = Buffer.from(JSON.stringify({ valueRanges: [{ values }] }));
  const [range] = scanValueRanges(answer, [{ rowCount: rows.length, columnCount }], cells);
  return gridBlock({ cells, ...range, firstRow, width: columnCount });
}

function widthOf(rows: readonly Row[]): number {
  return Math.max(1, ...rows.map(({ length }) => length));
}

export function readTables(tables: Tables): ReadRegister {
  const reader = startReading();
  for (const key of TABLE_KEYS) {
    const [header, ...rows] = tables[key] ?? [];
    if (header === undefined) continue;
    reader.header(key, header);
    reader.rows(sheetBlock(rows, 2, Math.max(header.length, widthOf(rows))));
  }
  return reader.finish();
}

export const CLIENTS: readonly Row[] = [
  ['code', 'name'],
  ['C1', 'Anne'],
  ['C2', 'Bo'],
];

const INVOICE_HEADER = ['number', 'type', 'client', 'issueDate', 'dueDate', 'currency', 'total', 'corrects'];

/** Invoices by the columns that decide a sum; what a test does not say is an invoice of C1 over 100 euros of 31 January 2026. */
export function invoices(...rows: readonly Partial<Record<string, Cell>>[]): readonly Row[] {
  const usual = { client: 'C1', issueDate: '2026-01-31', total: 100 };
  return tableOf(INVOICE_HEADER, usual, rows, (index) => ({ number: `F${index + 1}` }));
}

const PAYMENT_HEADER = [
  'id',
  'date',
  'client',
  'invoice',
  'amount',
  'currency',
  'method',
  'reference',
  'appliedOn',
];

/** Payments; what a test does not say is 10 of 1 March 2026. */
export function payments(...rows: readonly Partial<Record<string, Cell>>[]): readonly Row[] {
  return tableOf(PAYMENT_HEADER, { date: '2026-03-01', amount: 10 }, rows);
}

/** A table of rows by column; columns that only a row names come last. */
export function tableOf(
  header: readonly string[],
  usual: Readonly<Record<string, Cell>>,
  rows: readonly Partial<Record<string, Cell>>[],
  own: (index: number) => Readonly<Record<string, Cell>> = () => ({}),
): readonly Row[] {
  const keys = [...new Set([...header, ...rows.flatMap((row) => Object.keys(row))])];
  const filled = rows.map((row, index) => ({ ...usual, ...own(index), ...row }));
  return [keys, ...filled.map((row: Partial<Record<string, Cell>>) => keys.map((key) => row[key] ?? null))];
}

/** What went wrong, where: `invoices 3 total amount/invalid`. */
export function problemLines({ problems }: ReadRegister): readonly string[] {
  return problems.map(({ code, table, row, column }) =>
    [table, String(row), column, code].filter((part) => part !== '').join(' '),
  );
}

/** The documents read, one line each: `F1 C1 2026-01-31 due 2026-03-02 100.00 EUR`, notes as `note`, with what they correct. */
export function invoiceLines({ register }: ReadRegister): readonly string[] {
  const { invoices: read, clients, currencies } = register;
  return Array.from({ length: read.count }, (_, index) => {
    const currency = currencies[read.currency[index]];
    const corrects = read.corrects[index];
    return [
      read.creditNote[index] === 1 ? `note ${read.numberAt(index)}` : read.numberAt(index),
      clients[read.client[index]].code,
      civilDate(read.issueDay[index]),
      `due ${civilDate(read.dueDay[index])}`,
      `${decimalText(read.total[index], currency)} ${currency}`,
      ...(corrects < 0 ? [] : [`corrects ${read.numberAt(corrects)}`]),
    ].join(' ');
  });
}

/** The payments read, one line each: `2026-03-01 C1 F1 10.00 EUR transfer`, with the day they are applied and the note they use. */
export function paymentLines({ register }: ReadRegister): readonly string[] {
  const { payments: read, invoices: documents, clients, currencies } = register;
  return Array.from({ length: read.count }, (_, index) => {
    const currency = currencies[read.currency[index]];
    const { [index]: day } = read.day;
    const { [index]: applied } = read.appliedDay;
    return [
      civilDate(day),
      clients[read.client[index]].code,
      read.invoice[index] < 0 ? '-' : documents.numberAt(read.invoice[index]),
      `${decimalText(read.amount[index], currency)} ${currency}`,
      PAYMENT_METHODS[read.method[index]],
      ...(applied === day ? [] : [`applied ${civilDate(applied)}`]),
      ...(read.note[index] < 0 ? [] : [`of ${documents.numberAt(read.note[index])}`]),
    ].join(' ');
  });
}

/** The plans read: `F1 from 2026-02-01: 2026-03-01 40.00, 2026-04-01 60.00; settled 0.00`. */
export function planLines({ register }: ReadRegister): readonly string[] {
  const { invoices: documents, currencies } = register;
  return register.plans.map(({ invoice, agreedOn, settledBefore, instalments }) => {
    const money = (minor: number) => decimalText(minor, currencies[documents.currency[invoice]]);
    const parts = instalments.map(({ dueDay, amount }) => `${civilDate(dueDay)} ${money(amount)}`);
    return `${documents.numberAt(invoice)} from ${civilDate(agreedOn)}: ${parts.join(', ')}; settled ${money(settledBefore)}`;
  });
}
