/** Puts a table on a sheet: total on top, header, one model row; the rows themselves are written in bulk afterwards. */
import type { Style } from 'exceljs';
import { serialOfDay } from '../../shared/base/civil-date.ts';
import { type Currency, decimalNumber } from '../../shared/base/money.ts';
import type { Language } from '../../shared/base/words.ts';
import { type BulkColumn, columnLetter } from './bulk-rows.ts';
import { columnWidth, headerHeight } from './column-width.ts';
import {
  amountFormat,
  DAYS_FORMAT,
  dayFormat,
  ORDINAL_FORMAT,
  SHARE_FORMAT,
  TEXT_FORMAT,
  WHOLE_FORMAT,
} from './formats.ts';
import { type Content, linesHeight, type Page, put } from './page.ts';
import { bodyStyle, GREY, headerStyle, proseStyle, totalStyle } from './style.ts';
import { type CellAt, type Column, type ColumnKind, isTextKind, type Placed, type Table } from './table.ts';
import { wrappedLines } from './text-width.ts';

/** Writes a table from column A; its first line (the total, or else the header) stands in row `top`. */
export function putTable<Row>(page: Page, table: Table<Row>, top: number, language: Language): Placed {
  const place = placeOf(table, top);
  if (table.totalLabel !== '') putTotals(page, table, place, language);
  putHeader(page, table, place);
  if (table.rows.length === 0) putNothing(page, table, place);
  else putModelRow(page, table, place, language);
  for (const { key, rules } of table.columns) {
    if (rules) page.sheet.addConditionalFormatting({ ref: place.range(key), rules: [...rules] });
  }
  return place;
}

function placeOf<Row>(table: Table<Row>, top: number): Placed {
  const headerRow = table.totalLabel === '' ? top : top + 1;
  const lastRow = headerRow + Math.max(1, table.rows.length);
  const letters = new Map(table.columns.map((column, at) => [column.key, columnLetter(at + 1)]));
  const column = (key: string): string => {
    const letter = letters.get(key);
    if (letter === undefined) throw new Error(`no column ${key}`);
    return letter;
  };
  return {
    totalRow: top,
    headerRow,
    firstRow: headerRow + 1,
    lastRow,
    lastColumn: columnLetter(table.columns.length),
    column,
    range: (key) => `${column(key)}${headerRow + 1}:${column(key)}${lastRow}`,
  };
}

function putTotals<Row>(page: Page, table: Table<Row>, place: Placed, language: Language): void {
  const at: CellAt = (key) => `${place.column(key)}${place.totalRow}`;
  table.columns.forEach((column, index) => {
    const { horizontal } = alignment(table, index);
    const style = totalStyle(
      numberFormat(column.kind, table.currency, language),
      index === 0 ? 'left' : horizontal,
    );
    const content = index === 0 ? table.totalLabel : totalOf(table, column, place, at);
    put(page, place.totalRow, index + 1, content, style);
  });
  page.sheet.getRow(place.totalRow).height = 20;
}

function totalOf<Row>(table: Table<Row>, column: Column<Row>, place: Placed, at: CellAt): Content {
  if (column.total === undefined) return null;
  if (column.total !== 'sum') return { formula: column.total.formula(at), value: column.total.value ?? '' };
  const value = scaled(column.kind, table.currency, sumOf(table, column));
  return { formula: `SUBTOTAL(109,${place.range(column.key)})`, value }; // 109: what a filter leaves visible
}

/** The exact sum of a column, before scaling: whole minor units stay whole. */
function sumOf<Row>(table: Table<Row>, column: Column<Row>): number {
  let sum = 0;
  for (const row of table.rows) {
    const value = column.cell(row);
    if (typeof value === 'number') sum += value;
  }
  return sum;
}

function putHeader<Row>(page: Page, table: Table<Row>, place: Placed): void {
  table.columns.forEach(({ header }, index) => {
    const { horizontal, indent } = alignment(table, index);
    put(page, place.headerRow, index + 1, header, headerStyle(horizontal, indent));
  });
}

function putNothing<Row>(page: Page, table: Table<Row>, place: Placed): void {
  const style = proseStyle(GREY, { italic: true });
  put(page, place.firstRow, 1, table.whenEmpty, style, table.columns.length);
}

function putModelRow<Row>(page: Page, table: Table<Row>, place: Placed, language: Language): void {
  const { columns, currency, rows } = table;
  columns.forEach((column, index) => {
    put(page, place.firstRow, index + 1, null, cellStyle(table, index, language));
    if (column.kind === 'text') page.typedText.push(place.range(column.key));
  });
  page.bulk.push({
    firstRow: place.firstRow,
    count: rows.length,
    columns: columns.map((column) => bulkColumn(column, rows, currency, place)),
    ...heightOf(table),
  });
}

function cellStyle<Row>(table: Table<Row>, index: number, language: Language): Partial<Style> {
  const { kind, font } = table.columns[index];
  const wrapText = kind === 'prose';
  const style = bodyStyle(numberFormat(kind, table.currency, language), {
    ...alignment(table, index),
    wrapText,
  });
  return font ? { ...style, font } : style;
}

type Aligned = { readonly horizontal: 'left' | 'center' | 'right'; readonly indent: number };

/** Text stands left, numbers right; a text behind a number keeps its distance. */
function alignment<Row>(table: Table<Row>, index: number): Aligned {
  const { align, kind } = table.columns[index];
  if (align) return { horizontal: align, indent: 0 };
  if (!isTextKind(kind)) return { horizontal: 'right', indent: 0 };
  const before = table.columns[index - 1];
  return { horizontal: 'left', indent: before && (kind === 'prose' || !isTextKind(before.kind)) ? 1 : 0 };
}

const PROSE_MARGIN = 2; // indent and borders

/** Rows grow with their sentences; spreadsheets would not do it by themselves on opening. */
function heightOf<Row>(table: Table<Row>): { height?: (index: number) => number } {
  const prose = table.columns.find(({ kind }) => kind === 'prose');
  if (!prose) return {};
  const width = (prose.width ?? columnWidth(prose, [], table.currency)) - PROSE_MARGIN;
  const lines = (index: number): number => wrappedLines(String(prose.cell(table.rows[index]) ?? ''), width);
  return { height: (index) => linesHeight(lines(index), 3) };
}

function bulkColumn<Row>(
  column: Column<Row>,
  rows: readonly Row[],
  currency: Currency,
  place: Placed,
): BulkColumn {
  const { kind, formula } = column;
  const text = (index: number): string | null => {
    const value = column.cell(rows[index]);
    return value === null ? null : String(value);
  };
  if (kind === 'word') return { kind: 'word', cell: text };
  if (kind === 'text' || kind === 'prose') return { kind: 'text', cell: text };
  const cell = (index: number): number | null => {
    const value = column.cell(rows[index]);
    return typeof value === 'number' ? scaled(kind, currency, value) : null;
  };
  if (!formula) return { kind: 'number', cell };
  return { kind: 'formula', cell, formula: (row) => formula((key) => `${place.column(key)}${row}`) };
}

/** What a spreadsheet holds for a value: decimals of minor units, serials of days. */
function scaled(kind: ColumnKind, currency: Currency, value: number): number {
  if (kind === 'amount') return decimalNumber(value, currency);
  return kind === 'day' ? serialOfDay(value) : value;
}

function numberFormat(kind: ColumnKind, currency: Currency, language: Language): string {
  switch (kind) {
    case 'text':
      return TEXT_FORMAT;
    case 'word':
    case 'prose':
      return 'General';
    case 'amount':
      return amountFormat(currency);
    case 'day':
      return dayFormat(language);
    case 'whole':
      return WHOLE_FORMAT;
    case 'ordinal':
      return ORDINAL_FORMAT;
    case 'days':
      return DAYS_FORMAT;
    case 'share':
      return SHARE_FORMAT;
  }
}

/** Sets widths from what the columns hold, and the header's height from its longest wrapped text. */
export function fitColumns<Row>(page: Page, table: Table<Row>, place: Placed): void {
  const widths = table.columns.map(
    (column) => column.width ?? columnWidth(column, table.rows, table.currency),
  );
  widths.forEach((width, index) => {
    page.sheet.getColumn(index + 1).width = width;
  });
  page.sheet.getRow(place.headerRow).height = headerHeight(
    table.columns.map((column) => column.header),
    widths,
  );
}
