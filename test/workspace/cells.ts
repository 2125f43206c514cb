/** Blocks of cells as a script reads and writes them. */
import { instantOfSerial } from './sheet-dates.ts';
import { type CellValue, cellAt, type Rect, type Spreadsheet, type Tab, writeCells } from './spreadsheet.ts';
import { addStyle, formatsOfColumn } from './styles.ts';
import { entered, isDateFormat } from './typed-values.ts';

/** `getValues`: an empty cell is an empty text, a day is a `Date`. */
export function readValues(book: Spreadsheet, tab: Tab, rect: Rect): unknown[][] {
  return mapCells(tab, rect, (value, format) => {
    if (value === null) return '';
    if (typeof value === 'number' && isDateFormat(format)) {
      return new Date(instantOfSerial(value, book.timeZone));
    }
    return value;
  });
}

/** `getDisplayValues`, in the few formats a test looks at: days as `YYYY-MM-DD`, numbers as they are. */
export function displayValues(tab: Tab, rect: Rect): string[][] {
  return mapCells(tab, rect, (value, format) => {
    if (value === null) return '';
    if (typeof value === 'number' && isDateFormat(format)) return dayText(value);
    return typeof value === 'boolean' ? String(value).toUpperCase() : String(value);
  });
}

function dayText(serial: number): string {
  return new Date(instantOfSerial(serial, 'UTC')).toISOString().slice(0, 10);
}

export function readFormulas(tab: Tab, rect: Rect): string[][] {
  return rowsOf(rect).map((row) => {
    const cells = tab.rows[row - 1];
    const formulas = cells && tab.formulas.get(cells);
    return columnsOf(rect).map((column) => formulas?.get(column) ?? '');
  });
}

function mapCells<T>(tab: Tab, rect: Rect, read: (value: CellValue, format: string) => T): T[][] {
  const columns = columnsOf(rect).map((column) => ({ column, format: formatsOfColumn(tab, column) }));
  return rowsOf(rect).map((row) =>
    columns.map(({ column, format }) => {
      const value = cellAt(tab, row, column);
      return read(value, typeof value === 'number' ? format(row) : '');
    }),
  );
}

/** Puts values into cells, each taken for what it looks like; the block begins at the rectangle's corner. */
export function writeValues(
  book: Spreadsheet,
  tab: Tab,
  row: number,
  column: number,
  block: readonly (readonly unknown[])[],
): void {
  const width = block[0]?.length ?? 0;
  const formats = Array.from({ length: width }, (_, right) => formatsOfColumn(tab, column + right));
  const { locale, timeZone } = book;
  const cells = block.map((values, down) =>
    values.map((value, right) => {
      const format = formats[right]?.(row + down) ?? '';
      return entered(value, { locale, timeZone, format });
    }),
  );
  writeCells(
    book,
    tab,
    row,
    column,
    cells.map((line) => line.map(({ value }) => value)),
  );
  cells.forEach((line, down) => {
    line.forEach(({ formula, format }, right) => {
      setFormula(tab, row + down, column + right, formula);
      if (format !== null) addStyle(tab, oneCell(row + down, column + right), 'numberFormat', format);
    });
  });
}

function setFormula(tab: Tab, row: number, column: number, formula: string | null): void {
  const cells = tab.rows[row - 1];
  if (!cells) return;
  const known = tab.formulas.get(cells);
  if (formula === null) known?.delete(column);
  else tab.formulas.set(cells, (known ?? new Map<number, string>()).set(column, formula));
}

export function oneCell(row: number, column: number): Rect {
  return { firstRow: row, lastRow: row, firstColumn: column, lastColumn: column };
}

export function rowsOf({ firstRow, lastRow }: Rect): number[] {
  return Array.from({ length: lastRow - firstRow + 1 }, (_, index) => firstRow + index);
}

export function columnsOf({ firstColumn, lastColumn }: Rect): number[] {
  return Array.from({ length: lastColumn - firstColumn + 1 }, (_, index) => firstColumn + index);
}
