/** The invoices table: invoices and credit notes into columns of numbers. */
import { type DayNumber, NO_DAY } from '../../base/civil-date.ts';
import { type Currency, currencyDigits } from '../../base/money.ts';
import { readText } from '../cells.ts';
import { grown } from '../columns.ts';
import type { Dispute, Settings } from '../entries.ts';
import {
  amountAt,
  cellAt,
  choiceAt,
  currencyAt,
  dayAt,
  flag,
  type Place,
  type Places,
  type RowCells,
  sheetRow,
  stageAt,
  stageQuietly,
  textAt,
} from '../row-cells.ts';
import { dueDay } from '../terms.ts';
import { entryOf, findOrAdd, NO_ENTRY, setValue, textOfEntry, valueOfEntry } from '../text-index.ts';
import { witnessNumber } from '../witness.ts';
import { type CurrencyIndex, indexOfCurrency } from './currency-index.ts';
import {
  clientAt,
  type InvoiceColumns,
  type InvoiceRows,
  LEFT_OUT,
  makeInvoiceColumns,
} from './invoice-rows.ts';
import type { ClientRows } from './read-clients.ts';

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
  readonly seal: Place;
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
    seal: of('seal'),
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
  const plain = plainCells(cells, at, currency, digits);
  const dispute = disputeAt(cells, at, currency, digits);
  const corrects = textAt(cells, at.corrects, false);
  if (total < 0 && !creditNote) flag(cells, at.total, 'invoice/negative-total');
  if (cells.leftOut) {
    noteRepeat(cells, at.number, total, currency, into);
    return;
  }
  const index = nextIndex(into);
  const { columns } = into;
  columns.row[index] = sheetRow(cells);
  columns.creditNote[index] = creditNote ? 1 : 0;
  columns.client[index] = client;
  columns.issueDay[index] = issue;
  columns.dueDay[index] = due === NO_DAY ? computedDueDay(issue, client, context) : due;
  columns.currency[index] = indexOfCurrency(context.currencies, currency);
  columns.total[index] = Math.abs(total);
  columns.corrects[index] = -1;
  keepPlain(columns, index, plain);
  if (corrects !== '') into.corrections.push({ index, number: corrects });
  if (dispute !== null && !creditNote) into.disputes.set(index, dispute);
  columns.entry[index] = entry;
  keepWitness(cells, at.seal, index, into);
  setValue(into.byNumber, entry, index);
  into.count = index + 1;
}

/** The first row that shows a number owns it; until that row is read whole, the number counts as left out. */
function claimNumber(cells: RowCells, place: Place, into: InvoiceRows): number {
  if (!stageAt(cells, place)) return NO_ENTRY;
  const taken = findOrAdd(into.byNumber, cells.staged, LEFT_OUT);
  if (taken < 0) return ~taken;
  const first = valueOfEntry(into.byNumber, taken);
  flag(cells, place, 'invoice/duplicate', first < 0 ? '' : String(into.columns.row[first]));
  return NO_ENTRY;
}

function computedDueDay(issue: DayNumber, client: number, { settings, clients }: InvoiceContext): DayNumber {
  const own = clients.clients[client].paymentTerms;
  return dueDay(issue, own === null ? settings.paymentTerms : own);
}

/** The index of the next row, with room for it. */
function nextIndex(into: InvoiceRows): number {
  const { columns, count } = into;
  if (count === columns.row.length) into.columns = grown(columns, count, makeInvoiceColumns);
  return count;
}

type PlainCells = { readonly net: number; readonly vat: number; readonly serviceDay: DayNumber };

function plainCells(cells: RowCells, at: InvoicePlaces, currency: Currency, digits: number): PlainCells {
  return {
    net: amountAt(cells, at.net, currency, digits, true),
    vat: amountAt(cells, at.vat, currency, digits, true),
    serviceDay: dayAt(cells, at.serviceDate, true),
  };
}

/** A credit note's amounts may be written with either sign. */
function keepPlain(columns: InvoiceColumns, index: number, { net, serviceDay, vat }: PlainCells): void {
  const isNote = columns.creditNote[index] === 1;
  columns.net[index] = isNote ? Math.abs(net) : net;
  columns.vat[index] = isNote ? Math.abs(vat) : vat;
  columns.serviceDay[index] = serviceDay;
}

/** What the add-on wrote beside a document it sealed; anything else is nobody's seal. */
function keepWitness(cells: RowCells, place: Place, index: number, { witnesses }: InvoiceRows): void {
  const witness = place.index < 0 ? null : witnessNumber(readText(cellAt(cells, place)));
  if (witness !== null) witnesses.set(index, witness);
}

/** Keeps for the audit a row left out because its number stands above already. */
function noteRepeat(
  cells: RowCells,
  place: Place,
  total: number,
  currency: Currency,
  { byNumber, columns, repeats }: InvoiceRows,
): void {
  if (!stageQuietly(cells, place)) return;
  const entry = entryOf(byNumber, cells.staged);
  const first = entry === NO_ENTRY ? LEFT_OUT : valueOfEntry(byNumber, entry);
  if (first < 0) return;
  const number = textOfEntry(byNumber, entry);
  repeats.push({ row: sheetRow(cells), first: columns.row[first], number, total: Math.abs(total), currency });
}

function disputeAt(cells: RowCells, at: InvoicePlaces, currency: Currency, digits: number): Dispute | null {
  const from = dayAt(cells, at.disputedOn);
  const closedOn = dayAt(cells, at.disputeClosedOn);
  const amount = amountAt(cells, at.disputedAmount, currency, digits);
  if (amount < 0) flag(cells, at.disputedAmount, 'amount/negative');
  if (from === NO_DAY) return null;
  return {
    from,
    closedOn: closedOn === NO_DAY ? null : closedOn,
    amount: Number.isNaN(amount) ? null : amount,
    reason: textAt(cells, at.disputeReason),
  };
}
