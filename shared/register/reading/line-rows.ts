/** Lines of issued documents, in columns: a full sheet has more than a million. Lines of drafts are none of them. */
import { NO_DAY } from '../../base/civil-date.ts';
import { currencyDigits } from '../../base/money.ts';
import { grown } from '../columns.ts';
import {
  amountAt,
  flag,
  integerAt,
  numberAt,
  type Places,
  type RowCells,
  sheetRow,
  textAt,
} from '../row-cells.ts';
import { newStagedText, type StagedText, stageText } from '../staged-text.ts';
import { documentAt, LEFT_OUT } from './invoice-rows.ts';
import type { InstalmentContext } from './read-instalments.ts';

/** One index a line. */
export type Lines = LineColumns & {
  readonly count: number;
  readonly words: readonly string[]; // units and categories
  readonly percents: readonly number[];
};

type LineColumns = {
  readonly row: Int32Array;
  readonly document: Int32Array; // index into the invoices
  readonly position: Int32Array; // NO_DAY's number where none is written: such lines stand in the order of their rows
  readonly description: Int32Array; // its hash (`textMark`): an edit shows, the words are not kept
  readonly unit: Uint16Array; // index into `words`
  readonly category: Uint16Array;
  readonly rate: Uint16Array; // index into `percents`
  readonly discount: Uint16Array; // 0 %, where none is written, is one of them
  readonly quantity: Float64Array;
  readonly unitPrice: Float64Array; // in units of the currency
  readonly net: Float64Array; // minor units, NaN where none is written
};

/** Lines read so far. */
export type LineRows = {
  count: number;
  columns: LineColumns;
  readonly words: Dictionary<string>;
  readonly percents: Dictionary<number>;
};

type Dictionary<T> = { readonly places: Map<T, number>; readonly values: T[] };

/** Indexes are 16 bits wide. A register has some dozens of units and rates; what comes after so many shares the last place. */
const MOST_VALUES = 0xffff;

export const NO_POSITION = NO_DAY;

export function newLineRows(): LineRows {
  return { count: 0, columns: makeLineColumns(64), words: newDictionary(), percents: newDictionary() };
}

/** Makes room for the rows to come. @param rows how many are expected; more may come */
export function reserveLines(into: LineRows, rows: number): void {
  if (into.count === 0 && rows > into.columns.row.length) into.columns = makeLineColumns(rows);
}

function makeLineColumns(capacity: number): LineColumns {
  return {
    row: new Int32Array(capacity),
    document: new Int32Array(capacity),
    position: new Int32Array(capacity),
    description: new Int32Array(capacity),
    unit: new Uint16Array(capacity),
    category: new Uint16Array(capacity),
    rate: new Uint16Array(capacity),
    discount: new Uint16Array(capacity),
    quantity: new Float64Array(capacity),
    unitPrice: new Float64Array(capacity),
    net: new Float64Array(capacity),
  };
}

function newDictionary<T>(): Dictionary<T> {
  return { places: new Map(), values: [] };
}

function placeIn<T>({ places, values }: Dictionary<T>, value: T): number {
  const known = places.get(value);
  if (known !== undefined) return known;
  const place = Math.min(values.length, MOST_VALUES);
  if (place === values.length) values.push(value);
  places.set(value, place);
  return place;
}

/** Reads one line; a bad cell leaves it out. Its invoice may be a draft's, which no other table holds: then it is only checked. */
export function readLineRow(
  cells: RowCells,
  places: Places,
  context: InstalmentContext,
  into: LineRows,
): void {
  const { columns: documents } = context.invoices;
  const document = documentAt(cells, places.of('invoice'), context.invoices);
  if (document === LEFT_OUT) flag(cells, places.of('invoice'), 'invoice/unknown');
  const currency =
    document >= 0 ? context.currencies.codes[documents.currency[document]] : context.settings.currency;
  const description = textAt(cells, places.of('description'));
  const position = integerAt(cells, places.of('position'), true);
  const quantity = numberAt(cells, places.of('quantity'));
  const unitPrice = numberAt(cells, places.of('unitPrice'));
  const discount = numberAt(cells, places.of('discountPercent'));
  const rate = numberAt(cells, places.of('vatRate'));
  const net = amountAt(cells, places.of('net'), currency, currencyDigits(currency), true);
  if (cells.leftOut || document < 0 || quantity === null || unitPrice === null || rate === null) return;
  const at = into.count;
  if (at === into.columns.row.length) into.columns = grown(into.columns, at, makeLineColumns);
  const { columns } = into;
  columns.row[at] = sheetRow(cells);
  columns.document[at] = document;
  columns.position[at] = position ?? NO_POSITION;
  columns.description[at] = textMark(description, cells.staged);
  columns.unit[at] = placeIn(into.words, textAt(cells, places.of('unit')));
  columns.category[at] = placeIn(into.words, textAt(cells, places.of('vatCategory')));
  columns.rate[at] = placeIn(into.percents, rate);
  columns.discount[at] = placeIn(into.percents, discount ?? 0);
  columns.quantity[at] = quantity;
  columns.unitPrice[at] = unitPrice;
  columns.net[at] = net;
  into.count = at + 1;
}

/** 32 bits that tell one text from another, ends of lines and composed letters aside. */
export function textMark(text: string, staged: StagedText = newStagedText()): number {
  stageText(staged, text.trim().replace(/\r\n?/g, '\n').normalize('NFC'));
  return staged.hash;
}

/** The columns, cut to the rows read. */
export function linesOf({ columns, count, percents, words }: LineRows): Lines {
  return {
    count,
    words: words.values,
    percents: percents.values,
    row: columns.row.subarray(0, count),
    document: columns.document.subarray(0, count),
    position: columns.position.subarray(0, count),
    description: columns.description.subarray(0, count),
    unit: columns.unit.subarray(0, count),
    category: columns.category.subarray(0, count),
    rate: columns.rate.subarray(0, count),
    discount: columns.discount.subarray(0, count),
    quantity: columns.quantity.subarray(0, count),
    unitPrice: columns.unitPrice.subarray(0, count),
    net: columns.net.subarray(0, count),
  };
}
