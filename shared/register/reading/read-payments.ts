/** The payments table: cash, refunds, write-offs and credit moved onto invoices, into columns of numbers. */
import { type DayNumber, NO_DAY } from '../../base/civil-date.ts';
import { type Currency, currencyDigits } from '../../base/money.ts';
import { grown, indexesWithout, keepRows } from '../columns.ts';
import type { Payments, PenaltyPayment, UnreadPayment } from '../entries.ts';
import {
  amountAt,
  cellAt,
  choiceAt,
  currencyAt,
  dayAt,
  flag,
  isEmpty,
  type Place,
  type Places,
  type RowCells,
  sheetRow,
  stageAt,
} from '../row-cells.ts';
import { PAYMENT_METHODS, type PaymentMethod } from '../tables.ts';
import { type ClaimedTexts, claimText, newClaimedTexts } from './claimed-texts.ts';
import { indexOfCurrency } from './currency-index.ts';
import type { StrayPayment } from './evidence.ts';
import { clientAt, documentAt, type InvoiceRows, NOT_NAMED } from './invoice-rows.ts';
import { keepEvidence, noteLeftOut } from './payment-evidence.ts';
import type { InvoiceContext } from './read-invoices.ts';

type PaymentColumns = {
  readonly row: Int32Array;
  readonly day: Int32Array;
  readonly appliedDay: Int32Array;
  readonly client: Int32Array;
  readonly invoice: Int32Array;
  readonly currency: Uint8Array;
  readonly amount: Float64Array;
  readonly method: Uint8Array;
  readonly note: Int32Array;
  readonly isReasoned: Uint8Array;
  readonly referenced: Int32Array; // a document, -1 where the reference is no document's number
};

/** Payments read so far. */
export type PaymentRows = {
  count: number;
  columns: PaymentColumns;
  ids: ClaimedTexts;
  readonly strays: StrayPayment[];
  readonly penalties: PenaltyPayment[];
  readonly unread: UnreadPayment[];
};

function makeColumns(capacity: number): PaymentColumns {
  return {
    row: new Int32Array(capacity),
    day: new Int32Array(capacity),
    appliedDay: new Int32Array(capacity),
    client: new Int32Array(capacity),
    invoice: new Int32Array(capacity),
    currency: new Uint8Array(capacity),
    amount: new Float64Array(capacity),
    method: new Uint8Array(capacity),
    note: new Int32Array(capacity),
    isReasoned: new Uint8Array(capacity),
    referenced: new Int32Array(capacity),
  };
}

export function newPaymentRows(): PaymentRows {
  return {
    count: 0,
    columns: makeColumns(1024),
    ids: newClaimedTexts(),
    strays: [],
    penalties: [],
    unread: [],
  };
}

/** Makes room for the rows to come. @param rows how many are expected; more may come */
export function reservePayments(into: PaymentRows, rows: number): void {
  if (into.count === 0 && rows > into.columns.row.length) into.columns = makeColumns(rows);
}

export type PaymentPlaces = {
  readonly complete: boolean;
  readonly id: Place;
  readonly date: Place;
  readonly client: Place;
  readonly invoice: Place;
  readonly amount: Place;
  readonly currency: Place;
  readonly method: Place;
  readonly reference: Place;
  readonly appliedOn: Place;
  readonly notes: Place;
  readonly purpose: Place;
};

export function placePaymentColumns({ of, complete }: Places): PaymentPlaces {
  return {
    complete,
    id: of('id'),
    date: of('date'),
    client: of('client'),
    invoice: of('invoice'),
    amount: of('amount'),
    currency: of('currency'),
    method: of('method'),
    reference: of('reference'),
    appliedOn: of('appliedOn'),
    notes: of('notes'),
    purpose: of('purpose'),
  };
}

export type PaymentContext = InvoiceContext & { readonly invoices: InvoiceRows };

/** Reads one row. Every cell of it decides a sum or the date of one: any that is bad leaves the row out. */
export function readPaymentRow(
  cells: RowCells,
  at: PaymentPlaces,
  context: PaymentContext,
  into: PaymentRows,
): void {
  claimId(cells, at.id, into);
  const day = dayAt(cells, at.date);
  const applied = dayAt(cells, at.appliedOn);
  const document = documentNamed(cells, at.invoice, context.invoices);
  const client = clientOf(cells, at, document, context);
  const currency = currencyOf(cells, at.currency, document, context);
  const amount = amountAt(cells, at.amount, currency, currencyDigits(currency));
  const method = methodAt(cells, at.method);
  const isPenalty = paysPenalties(cells, at.purpose, method);
  const note = method === 'creditNote' ? noteAt(cells, at, document, context) : -1;
  const invoice = invoiceOf(cells, at.invoice, document, amount, method, context.invoices);
  if (cells.leftOut) {
    noteLeftOut(cells, at, { amount, client, day, document }, context, into);
    return;
  }
  const ofCurrency = indexOfCurrency(context.currencies, currency);
  if (isPenalty) {
    const row = { row: sheetRow(cells), day, client, invoice, currency: ofCurrency, amount };
    into.penalties.push({ ...row, isWaiver: method === 'writeOff' });
    return;
  }
  const index = nextIndex(into);
  const { columns } = into;
  columns.row[index] = sheetRow(cells);
  keepDays(columns, index, day, applied);
  columns.client[index] = client;
  columns.invoice[index] = invoice;
  columns.currency[index] = ofCurrency;
  columns.amount[index] = amount;
  columns.method[index] = PAYMENT_METHODS.indexOf(method);
  columns.note[index] = note;
  keepEvidence(cells, at, columns, index, context.invoices);
  into.count = index + 1;
}

/** Money works on its invoice no earlier than it came. */
function keepDays(columns: PaymentColumns, index: number, day: DayNumber, applied: DayNumber): void {
  columns.day[index] = day;
  columns.appliedDay[index] = applied === NO_DAY || applied < day ? day : applied;
}

/** The index of the next row, with room for it. */
function nextIndex(into: PaymentRows): number {
  const { columns, count } = into;
  if (count === columns.row.length) into.columns = grown(columns, count, makeColumns);
  return count;
}

/** Whether the row pays interest or an indemnity, and no invoice; a credit note cannot. */
function paysPenalties(cells: RowCells, place: Place, method: PaymentMethod): boolean {
  if (choiceAt(cells, place) !== 'penalties') return false;
  if (method === 'creditNote') flag(cells, place, 'payment/penalties-by-credit');
  return true;
}

function claimId(cells: RowCells, place: Place, into: PaymentRows): void {
  if (!stageAt(cells, place)) return;
  const first = claimText(into.ids, cells.staged, sheetRow(cells));
  if (first !== 0) flag(cells, place, 'row/duplicate', String(first));
}

function documentNamed(cells: RowCells, place: Place, invoices: InvoiceRows): number {
  const document = documentAt(cells, place, invoices);
  if (document < NOT_NAMED) flag(cells, place, 'invoice/unknown');
  return document;
}

/** The row's own client, or its invoice's where it names none; two different ones are a problem, and so is none at all. */
function clientOf(
  cells: RowCells,
  at: PaymentPlaces,
  document: number,
  { clients, invoices }: PaymentContext,
): number {
  const own = clientAt(cells, at.client, clients);
  const ofInvoice = document >= 0 ? invoices.columns.client[document] : -1;
  if (own >= 0 && ofInvoice >= 0 && own !== ofInvoice) {
    flag(cells, at.client, 'client/mismatch', clients.clients[ofInvoice].code);
  }
  if (own < 0 && document === NOT_NAMED && !cells.leftOut) flag(cells, at.client, 'payment/no-client');
  return own >= 0 ? own : ofInvoice;
}

/** The row's own currency, or its invoice's, or the register's; one that differs from the invoice's is a problem. */
function currencyOf(cells: RowCells, place: Place, document: number, context: PaymentContext): Currency {
  const written = currencyAt(cells, place);
  if (document < 0) return written || context.settings.currency;
  const ofInvoice = context.currencies.codes[context.invoices.columns.currency[document]];
  if (written !== '' && written !== ofInvoice) flag(cells, place, 'currency/mismatch', ofInvoice);
  return ofInvoice;
}

function methodAt(cells: RowCells, place: Place): PaymentMethod {
  const written = choiceAt(cells, place);
  return PAYMENT_METHODS.find((method) => method === written) || 'transfer';
}

/** The credit note that gives the credit: named in `reference`, of the same client and currency as the invoice it goes to. */
function noteAt(cells: RowCells, at: PaymentPlaces, document: number, { invoices }: PaymentContext): number {
  const { columns } = invoices;
  if (isEmpty(cellAt(cells, at.invoice))) flag(cells, at.invoice, 'required/missing');
  const note = documentAt(cells, at.reference, invoices);
  if (note === NOT_NAMED && !isEmpty(cellAt(cells, at.reference))) return -1; // the error of a formula, noted
  if (note < 0 || columns.creditNote[note] === 0) {
    flag(cells, at.reference, 'creditNote/unknown');
    return -1;
  }
  if (document >= 0 && columns.client[note] !== columns.client[document])
    flag(cells, at.reference, 'client/mismatch');
  if (document >= 0 && columns.currency[note] !== columns.currency[document])
    flag(cells, at.reference, 'currency/mismatch');
  return note;
}

/** A refund may name the credit note it pays back and then stands on the client's account; nothing else may name one. */
function invoiceOf(
  cells: RowCells,
  place: Place,
  document: number,
  amount: number,
  method: PaymentMethod,
  invoices: InvoiceRows,
): number {
  if (document < 0 || invoices.columns.creditNote[document] === 0) return document;
  if (amount >= 0 || method === 'creditNote') flag(cells, place, 'invoice/is-credit-note');
  return -1;
}

/** Takes rows out of every column. */
export function leaveOutPayments(rows: PaymentRows, gone: ReadonlySet<number>): void {
  const moved = indexesWithout(rows.count, gone);
  keepRows(rows.columns, moved);
  rows.count -= gone.size;
}

/** The day from which a payment that names an invoice works on it: not before the invoice is issued. */
export function effectiveDay(appliedDay: DayNumber, issueDay: DayNumber): DayNumber {
  return appliedDay > issueDay ? appliedDay : issueDay;
}

/** The columns, cut to the rows read. */
export function paymentsOf({ count, columns }: PaymentRows): Payments {
  return {
    count,
    row: columns.row.subarray(0, count),
    day: columns.day.subarray(0, count),
    appliedDay: columns.appliedDay.subarray(0, count),
    client: columns.client.subarray(0, count),
    invoice: columns.invoice.subarray(0, count),
    currency: columns.currency.subarray(0, count),
    amount: columns.amount.subarray(0, count),
    method: columns.method.subarray(0, count),
    note: columns.note.subarray(0, count),
  };
}
