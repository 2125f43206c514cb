/** Invoices while they are read: growing columns, and the look-up of a number or a client's code. */
import type { Dispute, Invoices } from '../entries.ts';
import { flag, type Place, type RowCells, stageAt } from '../row-cells.ts';
import { newTextIndex, reserveEntries, type TextIndex, textOfEntry, valueOfText } from '../text-index.ts';
import type { RepeatedNumber } from './evidence.ts';
import type { ClientRows } from './read-clients.ts';

/** What a lookup by number answers instead of an index. */
export const NOT_NAMED = -1; // the cell is empty
export const LEFT_OUT = -2; // the row that has the number was left out
export const UNKNOWN = -3; // no row has it

export type InvoiceColumns = {
  readonly row: Int32Array;
  readonly entry: Int32Array; // of `byNumber`
  readonly creditNote: Uint8Array;
  readonly client: Int32Array;
  readonly issueDay: Int32Array;
  readonly dueDay: Int32Array;
  readonly currency: Uint8Array;
  readonly total: Float64Array;
  readonly corrects: Int32Array;
  readonly net: Float64Array; // NaN where none
  readonly vat: Float64Array;
  readonly serviceDay: Int32Array; // NO_DAY where none
};

export type Correction = { readonly index: number; readonly number: string };

/** Invoices read so far. */
export type InvoiceRows = {
  count: number;
  columns: InvoiceColumns;
  readonly byNumber: TextIndex; // LEFT_OUT where the row that has the number was left out
  readonly disputes: Map<number, Dispute>;
  readonly corrections: Correction[];
  readonly repeats: RepeatedNumber[];
  readonly witnesses: Map<number, number>;
};

export function newInvoiceRows(): InvoiceRows {
  return {
    count: 0,
    columns: makeInvoiceColumns(1024),
    byNumber: newTextIndex(),
    disputes: new Map(),
    corrections: [],
    repeats: [],
    witnesses: new Map(),
  };
}

/** Makes room for the rows to come. @param rows how many are expected; more may come */
export function reserveInvoices(into: InvoiceRows, rows: number): void {
  if (into.count === 0 && rows > into.columns.row.length) into.columns = makeInvoiceColumns(rows);
  reserveEntries(into.byNumber, rows);
}

export function makeInvoiceColumns(capacity: number): InvoiceColumns {
  return {
    row: new Int32Array(capacity),
    entry: new Int32Array(capacity),
    creditNote: new Uint8Array(capacity),
    client: new Int32Array(capacity),
    issueDay: new Int32Array(capacity),
    dueDay: new Int32Array(capacity),
    currency: new Uint8Array(capacity),
    total: new Float64Array(capacity),
    corrects: new Int32Array(capacity),
    net: new Float64Array(capacity),
    vat: new Float64Array(capacity),
    serviceDay: new Int32Array(capacity),
  };
}

/** The client a cell names by its code: its index, -1 where the cell is empty or, which is a problem, names none. */
export function clientAt(cells: RowCells, place: Place, clients: ClientRows): number {
  if (!stageAt(cells, place)) return -1;
  const client = valueOfText(clients.byCode, cells.staged, -1);
  if (client < 0) flag(cells, place, 'client/unknown');
  return client;
}

/** The invoice or credit note a cell names by its number: its index, NOT_NAMED, LEFT_OUT or UNKNOWN. */
export function documentAt(cells: RowCells, place: Place, invoices: InvoiceRows): number {
  return stageAt(cells, place) ? valueOfText(invoices.byNumber, cells.staged, UNKNOWN) : NOT_NAMED;
}

/** The columns, cut to the rows read. */
export function invoicesOf(rows: InvoiceRows): Invoices {
  const { count, columns } = rows;
  return {
    count,
    numberAt: (index) => textOfEntry(rows.byNumber, columns.entry[index]),
    disputes: rows.disputes,
    row: columns.row.subarray(0, count),
    creditNote: columns.creditNote.subarray(0, count),
    client: columns.client.subarray(0, count),
    issueDay: columns.issueDay.subarray(0, count),
    dueDay: columns.dueDay.subarray(0, count),
    currency: columns.currency.subarray(0, count),
    total: columns.total.subarray(0, count),
    corrects: columns.corrects.subarray(0, count),
  };
}
