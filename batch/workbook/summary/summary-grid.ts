/** The summary's grid: many narrow columns that tiles, tables and charts share, and row heights that add up to a page. */
import type { Style } from 'exceljs';
import { HEADING } from '../style.ts';
import { type Content, type Page, put } from '../xlsx/page.ts';

/** Column A is the margin; the grid begins in column B. */
const LEFT = 2;
export const GRID_COLUMNS = 23;
const GRID_WIDTH = 4.8;

/** A place to write: rows go down, heights are kept so that each currency fits one page. */
export type Cursor = { readonly page: Page; row: number; height: number };

export function prepareGrid(page: Page): void {
  page.sheet.getColumn(1).width = 2;
  for (let column = 0; column < GRID_COLUMNS; column++)
    page.sheet.getColumn(LEFT + column).width = GRID_WIDTH;
}

/** How many digits fit in a span of the grid; a column is five pixels wider than its digits, of seven each. */
export function gridWidth(columns: number): number {
  return columns * (GRID_WIDTH + 0.7) - 1;
}

/** Writes over a span of grid columns in the cursor's row, `down` rows below it. @returns the cell's address */
export function cellOf(
  cursor: Cursor,
  column: number,
  columns: number,
  content: Content,
  style: Partial<Style>,
  down = 0,
): string {
  put(cursor.page, cursor.row + down, LEFT + column, content, style, columns);
  return addressOf(cursor, column, down);
}

export function addressOf(cursor: Cursor, column: number, down = 0): string {
  return cursor.page.sheet.getCell(cursor.row + down, LEFT + column).address;
}

/** Goes to the next row; this one gets its height in points. */
export function nextRow(cursor: Cursor, height: number): void {
  cursor.page.sheet.getRow(cursor.row).height = height;
  cursor.height += height;
  cursor.row += 1;
}

export function gap(cursor: Cursor): void {
  nextRow(cursor, 9);
}

export function heading(cursor: Cursor, text: string, column = 0, columns = GRID_COLUMNS): void {
  cellOf(cursor, column, columns, text, HEADING);
}

/** The grid's columns counted from 0 in the whole sheet, for charts. */
export function chartColumn(column: number): number {
  return LEFT - 1 + column;
}
