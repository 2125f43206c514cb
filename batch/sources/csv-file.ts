/** One CSV file into a sink, block by block: memory does not grow with the file. */
import { isAscii, isUtf8 } from 'node:buffer';
import { closeSync, openSync, readSync } from 'node:fs';
import type { TableKey } from '../../shared/register/tables.ts';
import { type CsvRows, csvBlock, type Encoding } from './csv-block.ts';
import { type CellBounds, newCellBounds, scanRows } from './csv-scan.ts';
import type { CellSink } from './source.ts';

const CHUNK = 1 << 20;
const LF = 0x0a;
const CR = 0x0d;

/** Bytes read and not yet poured: `bytes[0 … filled)`. */
type Window = { bytes: Buffer; filled: number; ended: boolean; readonly fill: () => void };

/** @param report called with the count of bytes as they are poured */
export function pourCsvFile(
  path: string,
  table: TableKey,
  sink: CellSink,
  report: (bytes: number) => void,
): void {
  const file = openSync(path, 'r');
  try {
    pour(openWindow(file), table, sink, report);
  } finally {
    closeSync(file);
  }
}

function openWindow(file: number): Window {
  const window: Window = {
    bytes: Buffer.allocUnsafe(CHUNK),
    filled: 0,
    ended: false,
    fill() {
      if (window.filled > window.bytes.length / 2) window.bytes = enlarged(window);
      const read = readSync(file, window.bytes, window.filled, window.bytes.length - window.filled, null);
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

function pour(window: Window, table: TableKey, sink: CellSink, report: (bytes: number) => void): void {
  const { delimiter, bounds } = pourHeader(window, table, sink, report);
  const rows: CsvRows = { bytes: window.bytes, bounds, firstRow: 2, encoding: 'ascii' };
  const block = csvBlock(rows);
  let told = false;
  while (!window.ended || window.filled > 0) {
    window.fill();
    const endsWhole = window.filled === 0 || isLineEnd(window.bytes[window.filled - 1]);
    const scan = scanRows(window.bytes, 0, window.filled, delimiter, bounds, window.ended);
    const cut = window.ended && !endsWhole && bounds.rowCount > 0 && bounds.lastCells < bounds.width;
    if (cut) bounds.rowCount--;
    rows.bytes = window.bytes;
    rows.encoding = encodingOf(window.bytes.subarray(0, scan.consumed));
    if (rows.encoding === 'windows-1252' && !told) {
      told = true;
      sink.flaw({ code: 'file/encoding', row: rows.firstRow + firstForeignRow(window.bytes, bounds) });
    }
    sink.rows(block);
    rows.firstRow += bounds.rowCount;
    report(scan.consumed);
    drop(window, scan.consumed);
    if (window.ended && (cut || window.filled > 0)) sink.flaw({ code: 'file/truncated', row: rows.firstRow });
    if (window.ended) return;
  }
}

type Layout = { readonly delimiter: number; readonly bounds: CellBounds };

/** Reads the header row; its cells give the table's width, its separators the file's. */
function pourHeader(
  window: Window,
  table: TableKey,
  sink: CellSink,
  report: (bytes: number) => void,
): Layout {
  window.fill();
  const mark = window.bytes[0] === 0xef && window.bytes[1] === 0xbb && window.bytes[2] === 0xbf ? 3 : 0;
  drop(window, Math.min(mark, window.filled));
  while (!window.ended && headerLength(window) === window.filled) window.fill();
  const header = window.bytes.subarray(0, headerLength(window));
  const delimiter = delimiterOf(header);
  const bounds = newCellBounds(1 + header.filter((byte) => byte === delimiter).length);
  const { consumed } = scanRows(header, 0, header.length, delimiter, bounds, true);
  const block = csvBlock({ bytes: header, bounds, firstRow: 1, encoding: encodingOf(header) });
  const count = Math.min(bounds.lastCells, bounds.width);
  sink.header(
    table,
    Array.from({ length: bounds.rowCount === 0 ? 0 : count }, (_, column) => block.cell(0, column)),
  );
  report(mark + consumed);
  drop(window, consumed);
  return { delimiter, bounds: newCellBounds(Math.max(1, count)) };
}

/** The length of the header row with its line ending; a line break inside quotes belongs to the row. */
function headerLength({ bytes, filled }: Window): number {
  let quoted = false;
  for (let at = 0; at < filled; at++) {
    if (bytes[at] === 0x22) quoted = !quoted;
    if (quoted || !isLineEnd(bytes[at])) continue;
    return bytes[at] === CR && bytes[at + 1] === LF && at + 1 < filled ? at + 2 : at + 1;
  }
  return filled;
}

function isLineEnd(byte: number): boolean {
  return byte === LF || byte === CR;
}

/** The separator that stands most often in the header row, outside quotes. */
function delimiterOf(header: Uint8Array): number {
  const counts = new Map(DELIMITERS.map((delimiter) => [delimiter, 0]));
  let quoted = false;
  for (const byte of header) {
    if (byte === 0x22) quoted = !quoted;
    const count = quoted ? undefined : counts.get(byte);
    if (count !== undefined) counts.set(byte, count + 1);
  }
  return [...counts].reduce((best, next) => (next[1] > best[1] ? next : best))[0];
}

const DELIMITERS = [0x2c, 0x3b, 0x09]; // , ; tab

function encodingOf(bytes: Buffer): Encoding {
  if (isAscii(bytes)) return 'ascii';
  return isUtf8(bytes) ? 'utf8' : 'windows-1252';
}

/** The first row of the block, from 0, that is not UTF-8. */
function firstForeignRow(bytes: Buffer, { width, rowCount, starts }: CellBounds): number {
  for (let row = 0; row < rowCount; row++) {
    const end = row + 1 < rowCount ? starts[(row + 1) * width] : bytes.length;
    if (!isUtf8(bytes.subarray(starts[row * width], end))) return row;
  }
  return 0;
}
