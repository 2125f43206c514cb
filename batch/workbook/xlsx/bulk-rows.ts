/**
 * Long tables as sheet XML, row after row. exceljs keeps each cell as an object (25 s for 100,000 rows); here a row is a
 * few bytes that leave for the zip at once. The styles are those exceljs gave the table's one model row.
 */
import { columnLetter as letterAt } from '../../../shared/register/row-cells.ts';
import { xmlEscape } from './cell-text.ts';
import {
  fixedBytes,
  makeRoom,
  putAscii,
  putBytes,
  putDecimal,
  putInteger,
  putTextElement,
  takeBytes,
  type XmlBytes,
  xmlBytes,
} from './xml-bytes.ts';

/** One column of a long table; `cell(i)` is asked once for each row, in order. `null` is an empty cell. */
export type BulkColumn =
  | { readonly kind: 'text'; readonly cell: (index: number) => string | null } // each its own: kept in the row
  | { readonly kind: 'word'; readonly cell: (index: number) => string | null } // few different ones: kept once, shared
  | { readonly kind: 'number'; readonly cell: (index: number) => number | null }
  | {
      readonly kind: 'decimal';
      readonly digits: number;
      readonly cell: (index: number) => number | null; // whole minor units of these digits
    }
  | {
      readonly kind: 'formula';
      readonly digits: number;
      readonly cell: (index: number) => number; // the cached value, in the same units
      readonly formula: (sheetRow: number) => string; // ASCII
    };

export type BulkRows = {
  readonly firstRow: number; // in the sheet; exceljs wrote the model row there
  readonly count: number; // at least 1
  readonly columns: readonly BulkColumn[];
  readonly height?: (index: number) => number; // points; without it the sheet's own
};

/** The workbook's shared strings: exceljs's own, then ours. */
export type SharedStrings = { readonly base: number; readonly index: Map<string, number> };

const CHUNK = 128 * 1024;
const CELL_ROOM = 160; // bytes: all of a cell but its text or formula

/** The rows in chunks. @param styles the style id of each column's cells, as the model row has it */
export function* rowsXml(
  rows: BulkRows,
  styles: readonly string[],
  strings: SharedStrings,
): Generator<Uint8Array> {
  const out = xmlBytes(CHUNK + 8 * 1024);
  const writers = rows.columns.map((column, at) =>
    cellWriter(out, column, columnLetter(at + 1), styles[at], strings),
  );
  for (let index = 0; index < rows.count; index++) {
    const row = rows.firstRow + index;
    makeRoom(out, CELL_ROOM);
    putAscii(out, `<row r="${row}"`);
    putAscii(out, rows.height ? ` ht="${numberText(rows.height(index))}" customHeight="1">` : '>');
    for (const write of writers) write(index, row);
    makeRoom(out, CELL_ROOM);
    putBytes(out, ROW_END);
    if (out.end >= CHUNK) yield takeBytes(out);
  }
  yield takeBytes(out);
}

type CellWriter = (index: number, row: number) => void;

const ROW_END = fixedBytes('</row>');
const EMPTY = fixedBytes('/>');
const INLINE = fixedBytes(' t="inlineStr"><is>');
const INLINE_END = fixedBytes('</is></c>');
const SHARED = fixedBytes(' t="s"><v>');
const VALUE = fixedBytes('><v>');
const VALUE_END = fixedBytes('</v></c>');

/** Opens each cell with its address and style, then writes what the column holds there. */
function cellWriter(
  out: XmlBytes,
  column: BulkColumn,
  letter: string,
  style: string | undefined,
  strings: SharedStrings,
): CellWriter {
  const open = fixedBytes(`<c r="${letter}`);
  const styled = fixedBytes(style === undefined || style === '' ? '"' : `" s="${style}"`);
  const content = contentWriter(out, column, strings);
  return (index, row) => {
    makeRoom(out, CELL_ROOM);
    putBytes(out, open);
    putInteger(out, row);
    putBytes(out, styled);
    content(index, row);
  };
}

/** What stands behind a cell's style, up to the cell's end. */
function contentWriter(out: XmlBytes, column: BulkColumn, strings: SharedStrings): CellWriter {
  switch (column.kind) {
    case 'text':
      return (index) => putText(out, column.cell(index));
    case 'word':
      return (index) => {
        const text = column.cell(index);
        if (text === null || text === '') putBytes(out, EMPTY);
        else putValue(out, SHARED, sharedIndex(strings, text));
      };
    case 'number':
      return (index) => {
        const value = column.cell(index);
        if (value === null) putBytes(out, EMPTY);
        else putValue(out, VALUE, value);
      };
    case 'decimal':
      return (index) => {
        const minor = column.cell(index);
        if (minor === null) putBytes(out, EMPTY);
        else putMinor(out, minor, column.digits);
      };
    case 'formula':
      return (index, row) => {
        putFormula(out, column.formula(row));
        putMinor(out, column.cell(index), column.digits);
      };
  }
}

function putText(out: XmlBytes, text: string | null): void {
  if (text === null || text === '') {
    putBytes(out, EMPTY);
    return;
  }
  putBytes(out, INLINE);
  putTextElement(out, text);
  makeRoom(out, CELL_ROOM);
  putBytes(out, INLINE_END);
}

function putValue(out: XmlBytes, open: Uint8Array, value: number): void {
  putBytes(out, open);
  if (Number.isInteger(value)) putInteger(out, value);
  else putAscii(out, numberText(value));
  putBytes(out, VALUE_END);
}

function putMinor(out: XmlBytes, minor: number, digits: number): void {
  if (!Number.isSafeInteger(minor)) throw new Error(`${minor} is no number a workbook can hold`);
  putBytes(out, VALUE);
  putDecimal(out, minor, digits);
  putBytes(out, VALUE_END);
}

/** All but the last sign, with which the value behind it begins. */
function putFormula(out: XmlBytes, formula: string): void {
  makeRoom(out, CELL_ROOM + formula.length);
  putAscii(out, `><f>${xmlEscape(formula)}</f`);
}

function sharedIndex(strings: SharedStrings, text: string): number {
  const known = strings.index.get(text);
  if (known !== undefined) return known;
  const index = strings.base + strings.index.size;
  strings.index.set(text, index);
  return index;
}

/** A number as XML. Throws on what no workbook can hold: NaN or infinity here is our bug, never a figure. */
export function numberText(value: number): string {
  if (!Number.isFinite(value)) throw new Error(`${value} is no number a workbook can hold`);
  return String(value);
}

/** 1 is A, 27 is AA. */
export function columnLetter(column: number): string {
  return letterAt(column - 1);
}
