/** Puts a table on a sheet: total on top, header, one model row; the rows themselves are written in bulk afterwards. */
import { decimalNumber } from '../../../shared/base/money.ts';
import type { Language } from '../../../shared/base/words.ts';
import { GREY, headerStyle, proseStyle, totalStyle } from '../style.ts';
import { columnLetter } from '../xlsx/bulk-rows.ts';
import { type Content, type Page, put } from '../xlsx/page.ts';
import { columnWidth, headerHeight } from './column-width.ts';
import type { CellAt, Column, Placed, Table } from './table.ts';
import { bulkRowsOf } from './table-rows.ts';
import { alignment, cellStyle, numberFormat } from './table-style.ts';

/** Writes a table from column A; its first line (the total, or else the header) stands in row `top`. */
export function putTable<Row>(page: Page, table: Table<Row>, top: number, language: Language): Placed {
  const place = placeOf(table, top);
  if (table.totalLabel !== '') putTotals(page, table, place, language);
  putHeader(page, table, place);
  if (table.rows.length === 0) putNothing(page, table, place);
  else putModelRow(page, table, place, language);
  putRules(page, table, place);
  return place;
}

/** A column's rules rank among those of its table; a second table's come after the first's. */
function putRules<Row>(page: Page, table: Table<Row>, place: Placed): void {
  const before = page.lastPriority;
  for (const { key, rules = [] } of table.columns) {
    if (rules.length === 0) continue;
    const ranked = rules.map((rule) => ({ ...rule, priority: before + rule.priority }));
    page.sheet.addConditionalFormatting({ ref: place.range(key), rules: ranked });
    page.lastPriority = Math.max(page.lastPriority, ...ranked.map(({ priority }) => priority));
  }
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
  const sum = sumOf(table, column);
  const value = column.kind === 'amount' ? decimalNumber(sum, table.currency) : sum;
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
  table.columns.forEach((column, index) => {
    put(page, place.firstRow, index + 1, null, cellStyle(table, index, language));
    if (column.kind === 'text') page.typedText.push(place.range(column.key));
  });
  page.bulk.push(bulkRowsOf(table, place));
}

/** Sets widths from what the columns hold, and the header's height from its longest wrapped text. */
export function fitColumns<Row>(page: Page, table: Table<Row>, place: Placed): void {
  const widths = table.columns.map((column) => columnWidth(column, table.rows, table.currency));
  widths.forEach((width, index) => {
    page.sheet.getColumn(index + 1).width = width;
  });
  page.sheet.getRow(place.headerRow).height = headerHeight(
    table.columns.map((column) => column.header),
    widths,
  );
}
