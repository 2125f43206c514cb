/** One CSV file into a sink, block by block: memory does not grow with the file. */
import { isAscii, isUtf8 } from 'node:buffer';
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import type { CellBlock } from '../../../shared/register/cell-block.ts';
import type { SourceTableKey } from '../../../shared/register/source-tables.ts';
import type { CellSink } from '../source.ts';
import { type CsvRows, type CsvView, type Encoding, newCsvView } from './csv-block.ts';
import { notText, unreadable } from './csv-faults.ts';
import { type CellBounds, newCellBounds, scanRows } from './csv-scan.ts';

const CHUNK = 1 << 18; // bytes read at once
/** Bytes of a row that no sheet could hold: a quote in it never closes, and the rest of the file shall not fill the memory. */
const LONGEST_ROW = 1 << 26;
const LF = 0x0a;
const CR = 0x0d;
const QUOTE = 0x22;

/** Bytes read and not yet poured: `bytes[0 … filled)`. */
type Window = {
  readonly path: string;
  readonly size: number; // of the file
  bytes: Buffer;
  filled: number;
  ended: boolean;
  tooLong: boolean; // it ended because one row went on and on
  readonly fill: () => void;
};

/**
 * Throws a SourceError where the file cannot be read or is no text.
 * @param report called with the count of bytes as they are poured
 * @param chunk bytes read at once: what is poured does not depend on it
 * @param view shows the rows poured; one for all files of a folder
 */
export function pourCsvFile(
  path: string,
  table: SourceTableKey,
  sink: CellSink,
  report: (bytes: number) => void,
  chunk = CHUNK,
  view = newCsvView(),
): void {
  const file = readable(path, () => openSync(path, 'r'));
  try {
    pour(openWindow(path, file, chunk), view, table, sink, report);
  } finally {
    closeSync(file);
  }
}

function readable<T>(path: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw unreadable(path, error);
  }
}

function openWindow(path: string, file: number, chunk: number): Window {
  const window: Window = {
    path,
    size: readable(path, () => fstatSync(file).size),
    bytes: Buffer.allocUnsafe(chunk),
    filled: 0,
    ended: false,
    tooLong: false,
    fill() {
      window.tooLong = window.filled >= LONGEST_ROW;
      window.ended = window.tooLong;
      if (window.ended) return;
      if (window.filled > window.bytes.length / 2) window.bytes = enlarged(window);
      const room = window.bytes.length - window.filled;
      const read = readable(path, () => readSync(file, window.bytes, window.filled, room, null));
      window.filled += read;
      window.ended = read === 0;
    },
  };
  return window;
}

function enlarged({ bytes, filled }: Window): Buffer {
  const larger = Buffer.allocUnsafe(bytes.length * 2);
  bytes.copy(larger, 0, 0, filled);
  return larger;
}

/** Drops what has been poured. */
function drop(window: Window, count: number): void {
  window.bytes.copyWithin(0, count, window.filled);
  window.filled -= count;
}

function pour(
  window: Window,
  { rows, block }: CsvView,
  table: SourceTableKey,
  sink: CellSink,
  report: (bytes: number) => void,
): void {
  const { delimiter, width, foreign } = pourHeader(window, { rows, block }, table, sink, report);
  const bounds = newCellBounds(width);
  Object.assign(rows, { bounds, firstRow: 2 });
  let told = foreign;
  while (!window.ended || window.filled > 0) {
    window.fill();
    const { consumed } = scanRows(window.bytes, 0, window.filled, delimiter, bounds, window.ended);
    rows.bytes = window.bytes;
    rows.encoding = encodingOf(window.bytes.subarray(0, consumed));
    const cut = window.ended && consumed === window.filled && endsCut(window, block, bounds);
    if (cut) bounds.rowCount--;
    const foreignRow = told || rows.encoding !== 'mixed' ? -1 : firstForeignRow(rows);
    if (foreignRow >= 0) {
      told = true;
      sink.flaw({ code: 'file/encoding', row: rows.firstRow + foreignRow });
    }
    sink.rows(block);
    rows.firstRow += bounds.rowCount;
    report(window.ended ? window.filled : consumed);
    drop(window, consumed);
    if (window.ended && (cut || window.filled > 0)) sink.flaw({ code: 'file/truncated', row: rows.firstRow });
    if (window.ended) return;
  }
}

/** Whether the last row misses cells and its line ending: many programs end a file without one, but not in the middle of a row. */
function endsCut(
  { bytes, filled, tooLong }: Window,
  block: CellBlock,
  { rowCount, lastCells, width }: CellBounds,
): boolean {
  if (rowCount === 0 || tooLong) return rowCount > 0;
  if (lastCells >= width || isLineEnd(bytes[filled - 1])) return false;
  return !block.isBlank(rowCount - 1);
}

type Layout = { readonly delimiter: number; readonly width: number; readonly foreign: boolean };

/** Reads the header row; its cells give the table's width, its separators the file's. */
function pourHeader(
  window: Window,
  { rows, block }: CsvView,
  table: SourceTableKey,
  sink: CellSink,
  report: (bytes: number) => void,
): Layout {
  const mark = dropMark(window);
  const { delimiter, count } = scanHeader(window);
  const bounds = newCellBounds(count);
  const { consumed } = scanRows(window.bytes, 0, window.filled, delimiter, bounds, window.ended, 1);
  const header = window.bytes.subarray(0, consumed);
  if (header.includes(0)) throw notText(window.path);
  Object.assign(rows, { bytes: header, bounds, firstRow: 1, encoding: encodingOf(header) });
  const cells = bounds.rowCount === 0 ? 0 : count;
  sink.header(
    table,
    Array.from({ length: cells }, (_, column) => block.cell(0, column)),
    expectedRows(window, consumed),
  );
  const foreign = rows.encoding === 'mixed';
  if (foreign) sink.flaw({ code: 'file/encoding', row: 1 });
  const isOpen = bounds.rowCount === 0 && window.filled > 0; // a quote of the header never closes
  if (isOpen) sink.flaw({ code: 'file/truncated', row: 1 });
  const done = isOpen ? window.filled : consumed;
  report(mark + done);
  drop(window, done);
  return { delimiter, width: count, foreign };
}

/** About how many rows follow, by how long those are that stand in the window; a few too many rather than too few. */
function expectedRows({ bytes, filled, size }: Window, from: number): number {
  let rows = 0;
  for (let at = bytes.indexOf(LF, from); at >= 0 && at < filled; at = bytes.indexOf(LF, at + 1)) rows++;
  return rows === 0 ? 0 : Math.ceil((size / (filled - from)) * rows * 1.05);
}

/** Drops the byte-order mark of UTF-8. @returns its length */
function dropMark(window: Window): number {
  while (!window.ended && window.filled < UTF8_MARK.length) window.fill();
  const start = window.bytes.subarray(0, Math.min(window.filled, UTF8_MARK.length));
  if (!start.equals(UTF8_MARK)) return 0;
  drop(window, UTF8_MARK.length);
  return UTF8_MARK.length;
}

const UTF8_MARK = Buffer.of(0xef, 0xbb, 0xbf);

/** Fills the window until the header row is whole. @returns its separator and how many cells it has, at least 1 */
function scanHeader(window: Window): { readonly delimiter: number; readonly count: number } {
  const bounds = newCellBounds(1);
  for (;;) {
    const delimiter = delimiterOf(window.bytes.subarray(0, window.filled));
    scanRows(window.bytes, 0, window.filled, delimiter, bounds, window.ended, 1);
    if (bounds.rowCount === 1 || window.ended) return { delimiter, count: Math.max(1, bounds.lastCells) };
    window.fill();
  }
}

function isLineEnd(byte: number): boolean {
  return byte === LF || byte === CR;
}

/** The separator that stands most often in the first row, outside quotes. */
function delimiterOf(bytes: Uint8Array): number {
  const counts = new Map(DELIMITERS.map((delimiter) => [delimiter, 0]));
  let quoted = false;
  let starts = true; // a quote opens a cell only where the cell starts
  for (const byte of bytes) {
    if (!quoted && isLineEnd(byte)) break;
    if (byte === QUOTE && (quoted || starts)) quoted = !quoted;
    const count = quoted ? undefined : counts.get(byte);
    if (count !== undefined) counts.set(byte, count + 1);
    starts = count !== undefined || (byte === QUOTE && !quoted); // the quote after a closing one doubles it
  }
  return [...counts].reduce((best, next) => (next[1] > best[1] ? next : best))[0];
}

const DELIMITERS = [0x2c, 0x3b, 0x09]; // , ; tab

function encodingOf(bytes: Buffer): Encoding {
  if (isAscii(bytes)) return 'ascii';
  return isUtf8(bytes) ? 'utf8' : 'mixed';
}

/** The first row of the block, from 0, with a cell that is not UTF-8; -1 where there is none. */
function firstForeignRow({ bytes, bounds: { width, rowCount, starts, ends } }: CsvRows): number {
  for (let cell = 0; cell < rowCount * width; cell++) {
    const end = ends[cell] < 0 ? ~ends[cell] : ends[cell];
    if (!isUtf8(bytes.subarray(starts[cell], end))) return Math.floor(cell / width);
  }
  return -1;
}
