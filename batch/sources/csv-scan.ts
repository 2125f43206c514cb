/**
 * Cuts CSV bytes into cells without making text of them: where each cell starts and ends. RFC 4180, with `,`, `;` or tab, and
 * any line ending. A register's folder holds up to a million rows, which a general parser takes a quarter of a minute to read.
 */

const QUOTE = 0x22;
const LF = 0x0a;
const CR = 0x0d;

/** Rows cut so far; cell `column` of row `row` stands at `row * width + column`. */
export type CellBounds = {
  readonly width: number; // cells kept of a row
  rowCount: number;
  lastCells: number; // cells of the row cut last, whatever the width
  starts: Int32Array;
  ends: Int32Array; // exclusive; ~end where the cell holds doubled quotes
  flags: Uint8Array; // by row, the bits below
};

/** The row holds a filled cell past `width`. */
export const OVERFLOWS = 1;
/** A quoted cell of the row goes on after its closing quote. */
export const BAD_QUOTES = 2;
/** No cell of the row has a byte. */
export const EMPTY = 4;

export function newCellBounds(width: number): CellBounds {
  const rows = 1024;
  return {
    width,
    rowCount: 0,
    lastCells: 0,
    starts: new Int32Array(rows * width),
    ends: new Int32Array(rows * width),
    flags: new Uint8Array(rows),
  };
}

export type Scan = {
  readonly consumed: number; // bytes up to the end of the last whole row
  readonly openQuote: boolean; // what is left over is inside a quoted cell
};

/**
 * Cuts the whole rows of `bytes[from … to)`; `bounds` is filled from its row 0.
 * @param last no bytes follow: what stands after the last line ending is a row too, unless a quote in it is still open
 */
export function scanRows(
  bytes: Uint8Array,
  from: number,
  to: number,
  delimiter: number,
  bounds: CellBounds,
  last: boolean,
): Scan {
  bounds.rowCount = 0;
  let at = from;
  while (at < to) {
    const next = scanRow(bytes, at, to, delimiter, bounds, last);
    if (next < 0) return { consumed: at, openQuote: next === OPEN_QUOTE };
    at = next;
  }
  return { consumed: at, openQuote: false };
}

const CUT = -1;
const OPEN_QUOTE = -2;

/** @returns where the next row starts; CUT or OPEN_QUOTE where the row is not whole. */
function scanRow(
  bytes: Uint8Array,
  from: number,
  to: number,
  delimiter: number,
  bounds: CellBounds,
  last: boolean,
): number {
  if (bounds.rowCount === bounds.flags.length) growBounds(bounds);
  bounds.flags[bounds.rowCount] = EMPTY;
  let column = 0;
  let at = from;
  for (;;) {
    const quoted = at < to && bytes[at] === QUOTE;
    at = quoted
      ? scanQuoted(bytes, at, to, delimiter, bounds, column)
      : scanPlain(bytes, at, to, delimiter, bounds, column);
    if (at < 0) return at;
    if (at === to && !last) return CUT;
    column++;
    if (at === to || bytes[at] !== delimiter) break;
    at++;
  }
  if (at + 1 === to && bytes[at] === CR && !last) return CUT;
  closeRow(bounds, column);
  if (at === to) return to;
  return bytes[at] === CR && at + 1 < to && bytes[at + 1] === LF ? at + 2 : at + 1;
}

function scanPlain(
  bytes: Uint8Array,
  start: number,
  to: number,
  delimiter: number,
  bounds: CellBounds,
  column: number,
): number {
  const end = plainEnd(bytes, start, to, delimiter);
  place(bounds, column, start, end, end > start);
  return end;
}

/** @returns where the cell ends, or OPEN_QUOTE. */
function scanQuoted(
  bytes: Uint8Array,
  start: number,
  to: number,
  delimiter: number,
  bounds: CellBounds,
  column: number,
): number {
  const close = closingQuote(bytes, start + 1, to);
  if (close === NONE) return OPEN_QUOTE;
  const end = Math.abs(close);
  place(bounds, column, start + 1, close < 0 ? ~end : end, true);
  const after = plainEnd(bytes, end + 1, to, delimiter);
  if (after > end + 1) bounds.flags[bounds.rowCount] |= BAD_QUOTES;
  return after;
}

function place(bounds: CellBounds, column: number, start: number, end: number, filled: boolean): void {
  if (filled) bounds.flags[bounds.rowCount] &= ~EMPTY;
  if (column < bounds.width) {
    const cell = bounds.rowCount * bounds.width + column;
    bounds.starts[cell] = start;
    bounds.ends[cell] = end;
  } else if (filled) bounds.flags[bounds.rowCount] |= OVERFLOWS;
}

/** Cells the row does not have are empty. */
function closeRow(bounds: CellBounds, columns: number): void {
  const base = bounds.rowCount * bounds.width;
  for (let column = columns; column < bounds.width; column++) {
    bounds.starts[base + column] = 0;
    bounds.ends[base + column] = 0;
  }
  bounds.lastCells = columns;
  bounds.rowCount++;
}

function plainEnd(bytes: Uint8Array, from: number, to: number, delimiter: number): number {
  let at = from;
  while (at < to) {
    const byte = bytes[at];
    if (byte === delimiter || byte === LF || byte === CR) return at;
    at++;
  }
  return to;
}

const NONE = 0;

/** The place of the quote that closes a cell, negative where the cell holds doubled quotes; NONE where nothing closes it. */
function closingQuote(bytes: Uint8Array, from: number, to: number): number {
  let doubled = false;
  for (let at = from; at < to; at++) {
    if (bytes[at] !== QUOTE) continue;
    if (at + 1 < to && bytes[at + 1] === QUOTE) {
      doubled = true;
      at++;
    } else return doubled ? -at : at;
  }
  return NONE;
}

function growBounds(bounds: CellBounds): void {
  const rows = bounds.flags.length * 2;
  const starts = new Int32Array(rows * bounds.width);
  const ends = new Int32Array(rows * bounds.width);
  const flags = new Uint8Array(rows);
  starts.set(bounds.starts);
  ends.set(bounds.ends);
  flags.set(bounds.flags);
  bounds.starts = starts;
  bounds.ends = ends;
  bounds.flags = flags;
}
