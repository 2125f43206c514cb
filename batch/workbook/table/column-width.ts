/** Column widths, measured on what the column holds. */
import { type Currency, currencyDigits } from '../../../shared/base/money.ts';
import type { Column } from './table.ts';
import { textWidth, widestWord, wrappedLines } from './text-width.ts';

const WIDEST = 46; // a longer name is cut at the column's edge; the cell holds it whole
const PROSE_WIDTH = 70;
const ROWS_MEASURED = 5_000; // spread over the table
const FILTER_BUTTON = 2.6;
const MARGIN = 1.8;
const INDENT = 1.2;
const TWO_LINES = 0.6; // of a header's width: it wraps once, seldom twice

/** The width that shows every value measured, and the header without breaking a word. */
export function columnWidth<Row>(column: Column<Row>, rows: readonly Row[], currency: Currency): number {
  if (column.width !== undefined) return column.width;
  if (column.kind === 'prose') return PROSE_WIDTH;
  const header = Math.max(widestWord(column.header), textWidth(column.header) * TWO_LINES) + FILTER_BUTTON;
  return Math.min(WIDEST, Math.max(header, contentWidth(column, rows, currency) + MARGIN + INDENT));
}

function contentWidth<Row>(column: Column<Row>, rows: readonly Row[], currency: Currency): number {
  switch (column.kind) {
    case 'day':
      return 11;
    case 'share':
      return 7;
    case 'amount':
      return amountWidth(column, rows, currency);
    default:
      return widestCell(column, rows);
  }
}

function widestCell<Row>(column: Column<Row>, rows: readonly Row[]): number {
  const step = Math.max(1, Math.ceil(rows.length / ROWS_MEASURED));
  let widest = 0;
  for (let at = 0; at < rows.length; at += step) {
    const value = column.cell(rows[at]);
    if (value !== null) widest = Math.max(widest, textWidth(String(value).slice(0, WIDEST)));
  }
  return widest;
}

/** Amounts must never show as ####: all rows count, and their sum in bold. */
function amountWidth<Row>(column: Column<Row>, rows: readonly Row[], currency: Currency): number {
  let sum = 0;
  let largest = 0;
  for (const row of rows) {
    const value = column.cell(row);
    if (typeof value !== 'number') continue;
    sum += value;
    largest = Math.max(largest, Math.abs(value));
  }
  const digits = currencyDigits(currency);
  const whole = Math.trunc(Math.max(largest, Math.abs(sum)) / 10 ** digits);
  return Math.max(8, textWidth(whole.toLocaleString('en')) + digits + 2.5);
}

/** Points a header row needs, its texts wrapped in these widths. */
export function headerHeight(headers: readonly string[], widths: readonly number[]): number {
  const lines = headers.map((header, at) =>
    wrappedLines(header, Math.max(4, (widths[at] ?? 10) - FILTER_BUTTON)),
  );
  return 8 + 12.5 * Math.max(1, ...lines);
}
