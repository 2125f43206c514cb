/**
 * The answer to `values.batchGet` cut into cells without making values of them: where each cell stands in the JSON's bytes.
 * A full sheet has ten million cells, most of which nobody looks at; `JSON.parse` takes five times as long. As strict as it
 * (RFC 8259): half an answer never passes for a whole one.
 */
import {
  endOfNumber,
  endOfString,
  expectByte,
  readArray,
  readObject,
  skipSpace,
  skipValue,
} from './json-bytes.ts';
import { malformed } from './sheet-json.ts';

/** What a cell holds. */
export const CELL_EMPTY = 0;
export const CELL_NUMBER = 1;
export const CELL_TEXT = 2; // its bytes are the text
export const CELL_ESCAPED = 3; // a text with `\` in it
export const CELL_TRUE = 4;
export const CELL_FALSE = 5;

/** Cells of one answer after another, in the order of its ranges, rows and columns. Filled again by the next answer. */
export type GridCells = {
  bytes: Buffer;
  kinds: Uint8Array;
  starts: Uint32Array; // of the number or the text inside its quotes
  ends: Uint32Array; // exclusive
};

/** A range as it was asked for. */
export type RangeShape = { readonly rowCount: number; readonly columnCount: number };

/** A range as it was answered: the cell at `row` and `column` is `first + row * columnCount + column`. */
export type ScannedRange = {
  readonly first: number;
  readonly rowCount: number;
  readonly columnCount: number;
};

export function newGridCells(): GridCells {
  return {
    bytes: Buffer.alloc(0),
    kinds: new Uint8Array(0),
    starts: new Uint32Array(0),
    ends: new Uint32Array(0),
  };
}

/** Fills `cells` from an answer. @throws MalformedAnswer on what is no such answer to these ranges */
export function scanValueRanges(
  bytes: Buffer,
  shapes: readonly RangeShape[],
  cells: GridCells,
): readonly ScannedRange[] {
  makeRoom(cells, shapes);
  cells.bytes = bytes;
  const ranges: ScannedRange[] = [];
  let first = 0;
  const end = readObject(bytes, 0, (key, at) => {
    if (key !== 'valueRanges') return skipValue(bytes, at);
    return readArray(bytes, at, (inside) => {
      const shape = shapes[ranges.length] ?? malformed();
      const next = scanRange(inside, shape, first, cells, ranges);
      first += shape.rowCount * shape.columnCount;
      return next;
    });
  });
  if (skipSpace(bytes, end) !== bytes.length || ranges.length !== shapes.length) malformed();
  return ranges;
}

function makeRoom(cells: GridCells, shapes: readonly RangeShape[]): void {
  const count = shapes.reduce((sum, shape) => sum + shape.rowCount * shape.columnCount, 0);
  if (count <= cells.kinds.length) return;
  cells.kinds = new Uint8Array(count);
  cells.starts = new Uint32Array(count);
  cells.ends = new Uint32Array(count);
}

/** One range; the API leaves `values` out where all cells are empty. @returns where it ends */
function scanRange(
  at: number,
  { rowCount: most, columnCount }: RangeShape,
  first: number,
  cells: GridCells,
  into: ScannedRange[],
): number {
  const { bytes } = cells;
  let rowCount = 0;
  const end = readObject(bytes, at, (key, value) => {
    if (key !== 'values') return skipValue(bytes, value);
    return readArray(bytes, value, (row) => {
      if (rowCount === most) malformed();
      rowCount += 1;
      return scanRow(cells, row, first + (rowCount - 1) * columnCount, columnCount);
    });
  });
  into.push({ first, rowCount, columnCount });
  return end;
}

const QUOTE = 0x22;
const COMMA = 0x2c;
const OPEN = 0x5b;
const CLOSE = 0x5d;

/** The cells of one row from number `cell` on; those the API leaves out at its end are empty. @returns where the row ends */
function scanRow(cells: GridCells, start: number, cell: number, columnCount: number): number {
  const { bytes } = cells;
  const end = cell + columnCount;
  let next = cell;
  let at = skipSpace(bytes, expectByte(bytes, start, OPEN));
  if (bytes[at] !== CLOSE) {
    for (; ; at = skipSpace(bytes, at + 1)) {
      if (next === end) malformed();
      at = skipSpace(bytes, bytes[at] === QUOTE ? scanText(cells, at, next) : scanOther(cells, at, next));
      next += 1;
      if (bytes[at] !== COMMA) break;
    }
  }
  cells.kinds.fill(CELL_EMPTY, next, end);
  return expectByte(bytes, at, CLOSE);
}

function scanText(cells: GridCells, at: number, cell: number): number {
  const found = endOfString(cells.bytes, at);
  const end = found < 0 ? ~found : found;
  cells.kinds[cell] = found < 0 ? CELL_ESCAPED : end === at + 1 ? CELL_EMPTY : CELL_TEXT;
  cells.starts[cell] = at + 1;
  cells.ends[cell] = end;
  return end + 1;
}

const LETTER_T = 0x74;
const LETTER_F = 0x66;

/** A number or a boolean; the API has no other cells. */
function scanOther(cells: GridCells, at: number, cell: number): number {
  const first = cells.bytes[at];
  if (first === LETTER_T || first === LETTER_F) {
    cells.kinds[cell] = first === LETTER_T ? CELL_TRUE : CELL_FALSE;
    return skipValue(cells.bytes, at);
  }
  const end = endOfNumber(cells.bytes, at);
  cells.kinds[cell] = CELL_NUMBER;
  cells.starts[cell] = at;
  cells.ends[cell] = end;
  return end;
}
