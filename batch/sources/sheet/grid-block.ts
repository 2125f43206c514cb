/** Rows of a spreadsheet as the register's reader takes them: bytes of JSON, read straight to numbers where they are numbers. */
import type { DayNumber } from '../../../shared/base/civil-date.ts';
import type { Cell } from '../../../shared/base/problem.ts';
import { plainAmountOfNumber, plainAmountOfText } from '../../../shared/register/cell-amounts.ts';
import type { CellBlock } from '../../../shared/register/cell-block.ts';
import { plainDayOfNumber, plainDayOfText } from '../../../shared/register/cell-dates.ts';
import { isEmpty } from '../../../shared/register/row-cells.ts';
import { type StagedText, stageAscii } from '../../../shared/register/staged-text.ts';
import {
  CELL_EMPTY,
  CELL_ESCAPED,
  CELL_FALSE,
  CELL_NUMBER,
  CELL_TEXT,
  CELL_TRUE,
  type GridCells,
} from './sheet-scan.ts';

/** What a block shows at the moment; the pouring moves it on, range by range. */
export type GridView = {
  readonly cells: GridCells;
  first: number; // the cell at row 0 and column 0
  firstRow: number; // the sheet's number of row 0
  rowCount: number;
  columnCount: number; // of the grid
  width: number; // columns of the header: what stands right of them is the keeper's own
};

/** One block serves a whole spreadsheet: the reader's hot loop meets the same functions from the first row to the last. */
export function gridBlock(view: GridView): CellBlock {
  const { cells } = view;
  return {
    get firstRow() {
      return view.firstRow;
    },
    get rowCount() {
      return view.rowCount;
    },
    cell: (row, column) => cellOf(cells, place(view, row, column)),
    plainDay: (row, column) => plainDayOf(cells, place(view, row, column)),
    plainAmount: (row, column, digits) => plainAmountOf(cells, place(view, row, column), digits),
    stage: (row, column, staged) => stage(cells, place(view, row, column), staged),
    isBlank: (row) => isBlankRow(cells, place(view, row, 0), view.width),
    rowFlaw: () => null, // a sheet cannot shift its cells as a file's missing comma does
  };
}

function place(view: GridView, row: number, column: number): number {
  return view.first + row * view.columnCount + column;
}

function cellOf(cells: GridCells, at: number): Cell {
  const { bytes, starts, ends } = cells;
  switch (cells.kinds[at]) {
    case CELL_NUMBER:
      return numberOf(bytes, starts[at], ends[at]);
    case CELL_TEXT:
      return bytes.toString('utf8', starts[at], ends[at]);
    case CELL_ESCAPED:
      return String(JSON.parse(bytes.toString('utf8', starts[at] - 1, ends[at] + 1)));
    case CELL_TRUE:
      return true;
    case CELL_FALSE:
      return false;
    default:
      return null;
  }
}

function plainDayOf(cells: GridCells, at: number): DayNumber {
  const cell = cellOf(cells, at);
  if (typeof cell === 'number') return plainDayOfNumber(cell);
  return typeof cell === 'string' ? plainDayOfText(cell) : Number.NaN;
}

function plainAmountOf(cells: GridCells, at: number, digits: number): number {
  const cell = cellOf(cells, at);
  if (typeof cell === 'number') return plainAmountOfNumber(cell, digits);
  return typeof cell === 'string' ? plainAmountOfText(cell, digits) : Number.NaN;
}

const MINUS = 0x2d;
const POINT = 0x2e;
const ZERO = 0x30;
/** A whole number of 15 digits divided by a power of ten up to 10^15: both are exact, so the quotient is the nearest float. */
const MOST_DIGITS = 15;
const POWERS_OF_TEN = Array.from({ length: MOST_DIGITS + 1 }, (_, power) => 10 ** power);

/** The number of a JSON number, without making a string of it where it is short and plain. */
function numberOf(bytes: Buffer, start: number, end: number): number {
  const isNegative = bytes[start] === MINUS;
  const from = isNegative ? start + 1 : start;
  if (end - from > MOST_DIGITS + 1) return Number(bytes.toString('latin1', start, end));
  let whole = 0;
  let point = end;
  for (let at = from; at < end; at++) {
    const digit = bytes[at] - ZERO;
    if (digit >= 0 && digit <= 9) whole = whole * 10 + digit;
    else if (bytes[at] === POINT) point = at;
    else return Number(bytes.toString('latin1', start, end)); // an exponent
  }
  const decimals = point === end ? 0 : end - point - 1;
  const value = decimals === 0 ? whole : whole / POWERS_OF_TEN[decimals];
  return isNegative ? -value : value;
}

const SPACE = 0x20;
const LAST_PRINTABLE = 0x7e;

function stage({ bytes, kinds, starts, ends }: GridCells, cell: number, staged: StagedText): boolean {
  return kinds[cell] === CELL_TEXT && stageAscii(staged, bytes, starts[cell], ends[cell]);
}

/** Whether the row's cells are empty, or hold nothing but spaces of any kind. */
function isBlankRow(cells: GridCells, first: number, width: number): boolean {
  for (let at = first; at < first + width; at++) {
    const kind = cells.kinds[at];
    if (kind === CELL_EMPTY) continue;
    const first = cells.bytes[cells.starts[at]];
    const isPlain = first > SPACE && first <= LAST_PRINTABLE && kind !== CELL_ESCAPED;
    if (isPlain || !isEmpty(cellOf(cells, at))) return false;
  }
  return true;
}
