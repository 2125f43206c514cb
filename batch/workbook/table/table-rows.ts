/** The rows of a table as they are written in bulk: days as serials, amounts by their digits, heights by their sentences. */
import { serialOfDay } from '../../../shared/base/civil-date.ts';
import { currencyDigits } from '../../../shared/base/money.ts';
import type { BulkColumn, BulkRows } from '../xlsx/bulk-rows.ts';
import { linesHeight } from '../xlsx/page.ts';
import { columnWidth } from './column-width.ts';
import type { Column, Placed, Table } from './table.ts';
import { wrappedLines } from './text-width.ts';

type TextOf = (index: number) => string | null;

/** @param table with at least one row */
export function bulkRowsOf<Row>(table: Table<Row>, place: Placed): BulkRows {
  const columns = table.columns.map((column) => bulkColumn(column, table, place));
  const rows = { firstRow: place.firstRow, count: table.rows.length, columns };
  const prose = columns.flatMap((column, at) => {
    const isProse = table.columns[at].kind === 'prose' && column.kind === 'text';
    const width = columnWidth(table.columns[at], [], table.currency) - PROSE_MARGIN;
    return isProse ? [(index: number) => wrappedLines(column.cell(index) ?? '', width)] : [];
  });
  if (prose.length === 0) return rows;
  return { ...rows, height: (index) => linesHeight(Math.max(...prose.map((lines) => lines(index))), 3) };
}

const PROSE_MARGIN = 2; // indent and borders

function bulkColumn<Row>(column: Column<Row>, { currency, rows }: Table<Row>, place: Placed): BulkColumn {
  const { kind, formula } = column;
  const text: TextOf = (index) => {
    const value = column.cell(rows[index]);
    return value === null ? null : String(value);
  };
  if (kind === 'word') return { kind, cell: text };
  if (kind === 'text') return { kind, cell: text };
  if (kind === 'prose') return { kind: 'text', cell: askedOnce(text) };
  const number = (index: number): number | null => {
    const value = column.cell(rows[index]);
    return typeof value === 'number' ? value : null;
  };
  const digits = currencyDigits(currency);
  if (formula) {
    const inRow = (row: number): string => formula((key) => `${place.column(key)}${row}`);
    return { kind: 'formula', digits, cell: (index) => number(index) ?? 0, formula: inRow };
  }
  if (kind === 'amount') return { kind: 'decimal', digits, cell: number };
  if (kind !== 'day') return { kind: 'number', cell: number };
  return { kind: 'number', cell: (index) => serialOrNothing(number(index)) };
}

function serialOrNothing(day: number | null): number | null {
  return day === null ? null : serialOfDay(day);
}

/** Keeps the last answer: the row's height and its cell ask for the same sentences, which take time to write. */
function askedOnce(text: TextOf): TextOf {
  let last = -1;
  let answer: string | null = null;
  return (index) => {
    if (index !== last) answer = text(index);
    last = index;
    return answer;
  };
}
