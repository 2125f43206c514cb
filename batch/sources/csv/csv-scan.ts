/**
 * Cuts CSV bytes into cells without making text of them: where each cell starts and ends. RFC 4180, with `,`, `;` or tab, and
 * any line ending. A register's folder holds up to a million rows, which a general parser takes a quarter of a minute to read.
 */

const QUOTE = 0x22;
const SPACE = 0x20;
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
/** A quoted cell of the row goes on after its closing quote, or an opening quote stands after spaces. */
export const BAD_QUOTES = 2;
/** No cell of the row has a byte between its quotes, if it has some. */
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
 * @param most rows to cut at most
 */
export function scanRows(
  bytes: Uint8Array,
  from: number,
  to: number,
  delimiter: number,
  bounds: CellBounds,
  last: boolean,
  most = Number.POSITIVE_INFINITY,
): Scan {
  bounds.rowCount = 0;
  let at = from;
  while (at < to && bounds.rowCount < most) {
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
  const next = scanUnquotedRow(bytes, from, to, delimiter, bounds);
  return next === NOT_PLAIN ? scanAnyRow(bytes, from, to, delimiter, bounds, last) : next;
}

const NOT_PLAIN = -3;

/** The quick way for a row without quotes that ends before the bytes do; NOT_PLAIN for any other. */
function scanUnquotedRow(
  bytes: Uint8Array,
  from: number,
  to: number,
  delimiter: number,
  bounds: CellBounds,
): number {
  const { width, rowCount, starts, ends, flags } = bounds;
  const highest = delimiter > QUOTE ? delimiter : QUOTE;
  const room = rowCount * width + width;
  let cell = rowCount * width;
  let start = from;
  let at = from;
  for (; at < to; at++) {
    const byte = bytes[at];
    if (byte > highest) continue;
    if (byte === delimiter) {
      if (cell === room) return NOT_PLAIN;
      starts[cell] = start;
      ends[cell++] = at;
      start = at + 1;
    } else if (byte === LF || byte === CR) break;
    else if (byte === QUOTE) return NOT_PLAIN;
  }
  if (at + 1 >= to || cell !== room - 1) return NOT_PLAIN;
  starts[cell] = start;
  ends[cell] = at;
  flags[rowCount] = at - from === width - 1 ? EMPTY : 0;
  bounds.lastCells = width;
  bounds.rowCount++;
  return bytes[at] === CR && bytes[at + 1] === LF ? at + 2 : at + 1;
}

/** Any row, cell by cell. */
function scanAnyRow(
  bytes: Uint8Array,
  from: number,
  to: number,
  delimiter: number,
  bounds: CellBounds,
  last: boolean,
): number {
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
  if (end > start && bytes[start] === SPACE && quotesAfterSpaces(bytes, start, end)) {
    bounds.flags[bounds.rowCount] |= BAD_QUOTES;
  }
  return end;
}

/** To a strict reader the quote is text and the separators in it cut; to a lenient one they do not. */
function quotesAfterSpaces(bytes: Uint8Array, start: number, end: number): boolean {
  let at = start;
  while (at < end && bytes[at] === SPACE) at++;
  return at < end && bytes[at] === QUOTE;
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
  place(bounds, column, start + 1, close < 0 ? ~end : end, end > start + 1);
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
