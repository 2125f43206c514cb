/** The invoices table: invoices and credit notes into columns of numbers. */
import { type DayNumber, NO_DAY } from '../base/civil-date.ts';
import { type Currency, currencyDigits } from '../base/money.ts';
import type { Problem, ProblemCode } from '../base/problem.ts';
import { grown, indexesWithout, keepRows } from './columns.ts';
import { type CurrencyIndex, indexOfCurrency } from './currency-index.ts';
import type { Dispute, Invoices, Settings } from './entries.ts';
import type { ClientRows } from './read-clients.ts';
import {
  amountAt,
  choiceAt,
  currencyAt,
  dayAt,
  flag,
  type Place,
  type Places,
  type RowCells,
  sheetRow,
  stageAt,
  textAt,
} from './row-cells.ts';
import { dueDay } from './terms.ts';
import {
  addText,
  entryOf,
  NO_ENTRY,
  newStagedText,
  newTextIndex,
  setValue,
  stageText,
  type TextIndex,
  textOfEntry,
  valueOfEntry,
  valueOfText,
} from './text-index.ts';

/** What a lookup by number answers instead of an index. */
export const NOT_NAMED = -1; // the cell is empty
export const LEFT_OUT = -2; // the row that has the number was left out
export const UNKNOWN = -3; // no row has it

type InvoiceColumns = {
  readonly row: Int32Array;
  readonly entry: Int32Array; // of `byNumber`
  readonly creditNote: Uint8Array;
  readonly client: Int32Array;
  readonly issueDay: Int32Array;
  readonly dueDay: Int32Array;
  readonly currency: Uint8Array;
  readonly total: Float64Array;
  readonly corrects: Int32Array;
};

type Correction = { readonly index: number; readonly number: string };

/** Invoices read so far. */
export type InvoiceRows = {
  count: number;
  columns: InvoiceColumns;
  readonly byNumber: TextIndex; // LEFT_OUT where the row that has the number was left out
  readonly disputes: Map<number, Dispute>;
  readonly corrections: Correction[];
};

export function newInvoiceRows(): InvoiceRows {
  return {
    count: 0,
    columns: makeColumns(1024),
    byNumber: newTextIndex(),
    disputes: new Map(),
    corrections: [],
  };
}

function makeColumns(capacity: number): InvoiceColumns {
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
  };
}

export type InvoicePlaces = {
  readonly complete: boolean;
  readonly number: Place;
  readonly type: Place;
  readonly client: Place;
  readonly issueDate: Place;
  readonly dueDate: Place;
  readonly currency: Place;
  readonly total: Place;
  readonly net: Place;
  readonly vat: Place;
  readonly corrects: Place;
  readonly serviceDate: Place;
  readonly disputedOn: Place;
  readonly disputeClosedOn: Place;
  readonly disputedAmount: Place;
  readonly disputeReason: Place;
};

export function placeInvoiceColumns(places: Places): InvoicePlaces {
  const { of, complete } = places;
  return {
    complete,
    number: of('number'),
    type: of('type'),
    client: of('client'),
    issueDate: of('issueDate'),
    dueDate: of('dueDate'),
    currency: of('currency'),
    total: of('total'),
    net: of('net'),
    vat: of('vat'),
    corrects: of('corrects'),
    serviceDate: of('serviceDate'),
    disputedOn: of('disputedOn'),
    disputeClosedOn: of('disputeClosedOn'),
    disputedAmount: of('disputedAmount'),
    disputeReason: of('disputeReason'),
  };
}

export type InvoiceContext = {
  readonly settings: Settings;
  readonly clients: ClientRows;
  readonly currencies: CurrencyIndex;
};

/** Reads one row. `net`, `vat` and `serviceDate` change no sum: alone among the cells, they do not leave the row out. */
export function readInvoiceRow(
  cells: RowCells,
  at: InvoicePlaces,
  context: InvoiceContext,
  into: InvoiceRows,
): void {
  const entry = claimNumber(cells, at.number, into);
  const creditNote = choiceAt(cells, at.type) === 'creditNote';
  const client = clientAt(cells, at.client, context.clients);
  const issue = dayAt(cells, at.issueDate);
  const due = dayAt(cells, at.dueDate);
  const currency = currencyAt(cells, at.currency) || context.settings.currency;
  const digits = currencyDigits(currency);
  const total = amountAt(cells, at.total, currency, digits);
  checkPlainCells(cells, at, currency, digits);
  const dispute = disputeAt(cells, at, currency, digits);
  const corrects = textAt(cells, at.corrects);
  if (total < 0 && !creditNote) flag(cells, at.total, 'invoice/negative-total');
  if (cells.leftOut) return;
  const index = into.count;
  if (index === into.columns.row.length) into.columns = grown(into.columns, index, makeColumns);
  const { columns } = into;
  columns.row[index] = sheetRow(cells);
  columns.creditNote[index] = creditNote ? 1 : 0;
  columns.client[index] = client;
  columns.issueDay[index] = issue;
  columns.dueDay[index] = due === NO_DAY ? computedDueDay(issue, client, context) : due;
  columns.currency[index] = indexOfCurrency(context.currencies, currency);
  columns.total[index] = Math.abs(total);
  columns.corrects[index] = -1;
  if (corrects !== '') into.corrections.push({ index, number: corrects });
  if (dispute !== null && !creditNote) into.disputes.set(index, dispute);
  columns.entry[index] = entry;
  setValue(into.byNumber, entry, index);
  into.count = index + 1;
}

/** The first row that shows a number owns it; until that row is read whole, the number counts as left out. */
function claimNumber(cells: RowCells, place: Place, into: InvoiceRows): number {
  if (!stageAt(cells, place)) return NO_ENTRY;
  const taken = entryOf(into.byNumber, cells.staged);
  if (taken === NO_ENTRY) return addText(into.byNumber, cells.staged, LEFT_OUT);
  const first = valueOfEntry(into.byNumber, taken);
  flag(cells, place, 'invoice/duplicate', first < 0 ? '' : String(into.columns.row[first]));
  return NO_ENTRY;
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

function computedDueDay(issue: DayNumber, client: number, { settings, clients }: InvoiceContext): DayNumber {
  const own = clients.clients[client].paymentTerms;
  return dueDay(issue, own === null ? settings.paymentTerms : own);
}

function checkPlainCells(cells: RowCells, at: InvoicePlaces, currency: Currency, digits: number): void {
  amountAt(cells, at.net, currency, digits, true);
  amountAt(cells, at.vat, currency, digits, true);
  dayAt(cells, at.serviceDate, true);
}

function disputeAt(cells: RowCells, at: InvoicePlaces, currency: Currency, digits: number): Dispute | null {
  const from = dayAt(cells, at.disputedOn);
  const closedOn = dayAt(cells, at.disputeClosedOn);
  const amount = amountAt(cells, at.disputedAmount, currency, digits);
  if (from === NO_DAY) return null;
  return {
    from,
    closedOn: closedOn === NO_DAY ? null : closedOn,
    amount: Number.isNaN(amount) ? null : Math.max(0, amount),
    reason: textAt(cells, at.disputeReason),
  };
}

/**
 * Resolves what each row corrects, once every invoice is known. A row that names no readable invoice, a credit note for one
 * of another client or currency, and whatever names a row so left out, are left out.
 */
export function resolveCorrections(rows: InvoiceRows, header: string, problems: Problem[]): void {
  const { columns, byNumber } = rows;
  const staged = newStagedText();
  const namedBy = new Map<number, Correction[]>();
  for (const correction of rows.corrections) {
    stageText(staged, correction.number);
    const target = valueOfText(byNumber, staged, UNKNOWN);
    if (target < 0) continue;
    columns.corrects[correction.index] = target;
    const named = namedBy.get(target);
    if (named) named.push(correction);
    else namedBy.set(target, [correction]);
  }
  const gone = new Set<number>();
  const bad = rows.corrections.map((correction) => ({
    ...correction,
    code: correctionProblem(columns, correction.index),
  }));
  for (const { index, number, code } of bad) {
    if (code === null || gone.has(index)) continue;
    gone.add(index);
    problems.push({
      code,
      table: 'invoices',
      row: columns.row[index],
      column: 'corrects',
      header,
      found: number,
    });
    for (const named of namedBy.get(index) || []) bad.push({ ...named, code: 'invoice/unknown' });
  }
  for (const { index } of rows.corrections) if (columns.creditNote[index] === 0) columns.corrects[index] = -1;
  if (gone.size > 0) leaveOut(rows, gone);
}

function correctionProblem(columns: InvoiceColumns, index: number): ProblemCode | null {
  const target = columns.corrects[index];
  if (target < 0) return 'invoice/unknown';
  if (columns.creditNote[index] === 0) return null;
  if (columns.creditNote[target] === 1) return 'invoice/is-credit-note';
  if (columns.client[target] !== columns.client[index]) return 'client/mismatch';
  return columns.currency[target] === columns.currency[index] ? null : 'currency/mismatch';
}

/** Takes rows out of every column; only a register with bad corrections pays for it. */
function leaveOut(rows: InvoiceRows, gone: ReadonlySet<number>): void {
  const moved = indexesWithout(rows.count, gone);
  for (let from = 0; from < rows.count; from++) {
    setValue(rows.byNumber, rows.columns.entry[from], moved[from] < 0 ? LEFT_OUT : moved[from]);
  }
  keepRows(rows.columns, moved);
  rows.count -= gone.size;
  const { corrects } = rows.columns;
  for (let index = 0; index < rows.count; index++)
    if (corrects[index] >= 0) corrects[index] = moved[corrects[index]];
  const disputes = [...rows.disputes].filter(([from]) => moved[from] >= 0);
  rows.disputes.clear();
  for (const [from, dispute] of disputes) rows.disputes.set(moved[from], dispute);
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
