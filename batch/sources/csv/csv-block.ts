/** Rows of a CSV file as the register's reader takes them: bytes, read straight to days and amounts where they are plain. */
import { isUtf8 } from 'node:buffer';
import { type DayNumber, dayOf } from '../../../shared/base/civil-date.ts';
import { LARGEST_MINOR } from '../../../shared/base/money.ts';
import type { Cell } from '../../../shared/base/problem.ts';
import { unreachable } from '../../../shared/base/result.ts';
import type { CellBlock, RowFlaw } from '../../../shared/register/cell-block.ts';
import { isEmpty } from '../../../shared/register/row-cells.ts';
import { stageAscii } from '../../../shared/register/staged-text.ts';
import { BAD_QUOTES, type CellBounds, EMPTY, newCellBounds, OVERFLOWS } from './csv-scan.ts';

const ZERO = 0x30;
const MINUS = 0x2d;
const POINT = 0x2e;
const SPACE = 0x20;

/** How the bytes of a block become text; in a `mixed` one each cell that is not UTF-8 is Windows-1252. */
export type Encoding = 'ascii' | 'utf8' | 'mixed';

/** Bytes 0x80 to 0x9F in the WHATWG Encoding Standard's windows-1252; Node 20 has a TextDecoder that leaves them as they are. */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** What a block shows at the moment; the files move it on, chunk by chunk. */
export type CsvRows = { bytes: Buffer; bounds: CellBounds; firstRow: number; encoding: Encoding };

/** Rows, and the block that shows them. */
export type CsvView = { readonly rows: CsvRows; readonly block: CellBlock };

/**
 * One view serves every file of a folder: the reader's hot loop then meets the same functions from the first row to the last,
 * and the compiler keeps them inlined; a block for each file makes it give that up at the second file (`--trace-deopt`).
 */
export function newCsvView(): CsvView {
  const rows: CsvRows = { bytes: Buffer.alloc(0), bounds: newCellBounds(1), firstRow: 2, encoding: 'ascii' };
  return { rows, block: csvBlock(rows) };
}

export function csvBlock(rows: CsvRows): CellBlock {
  return {
    get firstRow() {
      return rows.firstRow;
    },
    get rowCount() {
      return rows.bounds.rowCount;
    },
    cell: (row, column) => cellOf(rows, row * rows.bounds.width + column),
    plainDay(row, column) {
      const { width, starts, ends } = rows.bounds;
      return plainDay(rows.bytes, starts[row * width + column], ends[row * width + column]);
    },
    plainAmount(row, column, digits) {
      const { width, starts, ends } = rows.bounds;
      return plainAmount(rows.bytes, starts[row * width + column], ends[row * width + column], digits);
    },
    stage(row, column, staged) {
      const { width, starts, ends } = rows.bounds;
      return stageAscii(staged, rows.bytes, starts[row * width + column], ends[row * width + column]);
    },
    isBlank: (row) => isBlankRow(rows, row),
    rowFlaw: (row) => (rows.bounds.flags[row] === 0 ? null : rowFlaw(rows.bounds.flags[row])),
  };
}

function cellOf({ bytes, bounds, encoding }: CsvRows, at: number): Cell {
  const start = bounds.starts[at];
  const end = bounds.ends[at];
  if (end === start) return null;
  return end < 0
    ? decode(bytes, start, ~end, encoding).replaceAll('""', '"')
    : decode(bytes, start, end, encoding);
}

function decode(bytes: Buffer, start: number, end: number, encoding: Encoding): string {
  switch (encoding) {
    case 'ascii':
      return bytes.toString('latin1', start, end);
    case 'utf8':
      return bytes.toString('utf8', start, end);
    case 'mixed':
      return isUtf8(bytes.subarray(start, end))
        ? bytes.toString('utf8', start, end)
        : windows1252(bytes.toString('latin1', start, end));
    default:
      return unreachable(encoding);
  }
}

function windows1252(text: string): string {
  return text.replace(/[\u0080-\u009f]/g, (character) => WINDOWS_1252[character.charCodeAt(0) - 0x80]);
}

function rowFlaw(flags: number): RowFlaw | null {
  if ((flags & BAD_QUOTES) !== 0) return 'row/quotes';
  return (flags & OVERFLOWS) !== 0 ? 'row/extra-cells' : null;
}

const LAST_PRINTABLE = 0x7e;

/** Whether the row's cells are all empty, or hold nothing but spaces of any kind, as the reader's `isEmpty` has it. */
function isBlankRow(rows: CsvRows, row: number): boolean {
  const { width, starts, flags } = rows.bounds;
  if (flags[row] !== 0) return flags[row] === EMPTY;
  for (let at = row * width; at < (row + 1) * width; at++) {
    const first = rows.bytes[starts[at]];
    if (rows.bounds.ends[at] === starts[at]) continue;
    if ((first > SPACE && first <= LAST_PRINTABLE) || !isEmpty(cellOf(rows, at))) return false;
  }
  return true;
}

/** The day of `YYYY-MM-DD`, else NaN. */
function plainDay(bytes: Uint8Array, start: number, end: number): DayNumber {
  if (end - start !== 10 || bytes[start + 4] !== MINUS || bytes[start + 7] !== MINUS) return Number.NaN;
  const year = digitsAt(bytes, start, start + 4);
  const month = digitsAt(bytes, start + 5, start + 7);
  return dayOf(year, month, digitsAt(bytes, start + 8, end));
}

/** The whole number of a run of digits, NaN where one is none. */
function digitsAt(bytes: Uint8Array, start: number, end: number): number {
  let value = 0;
  for (let at = start; at < end; at++) {
    const digit = bytes[at] - ZERO;
    if (digit < 0 || digit > 9) return Number.NaN;
    value = value * 10 + digit;
  }
  return value;
}

/** Their value is exact before it is scaled. */
const MOST_DIGITS = 12;

/** Minor units of digits with at most one point and at most `digits` decimals; else NaN. */
function plainAmount(bytes: Uint8Array, start: number, end: number, digits: number): number {
  const negative = bytes[start] === MINUS && end > start;
  const from = negative ? start + 1 : start;
  if (end <= from || end - from > MOST_DIGITS) return Number.NaN;
  let point = end;
  let value = 0;
  for (let at = from; at < end; at++) {
    const digit = bytes[at] - ZERO;
    if (digit >= 0 && digit <= 9) value = value * 10 + digit;
    else if (bytes[at] === POINT && point === end && at > from) point = at;
    else return Number.NaN;
  }
  const decimals = point === end ? 0 : end - point - 1;
  if (decimals > digits || (point !== end && decimals === 0)) return Number.NaN;
  for (let scale = decimals; scale < digits; scale++) value *= 10;
  if (value >= LARGEST_MINOR) return Number.NaN;
  return negative && value !== 0 ? -value : value;
}
