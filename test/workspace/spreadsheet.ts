/**
 * A spreadsheet as Google keeps it, in memory: tabs with a grid of cells that grows as it is written to.
 * Rows and columns are numbered from 1, as the sheet numbers them.
 */

/** What a cell holds: a date is its serial number, an error its text (`#REF!`), `null` an empty cell. */
export type CellValue = string | number | boolean | null;

export type Tab = {
  readonly gid: number;
  title: string;
  rowCount: number; // of the grid, empty rows included
  columnCount: number;
  readonly rows: CellValue[][]; // as far as something was written; a row may be shorter than the grid
};

export type Spreadsheet = {
  readonly id: string;
  readonly title: string;
  readonly locale: string;
  readonly timeZone: string;
  readonly tabs: Tab[];
  revision: number; // counts the writes
};

/** The grid of a new tab. */
const NEW_ROWS = 1000;
const NEW_COLUMNS = 26;

/** Google refuses more cells in a spreadsheet, and more characters in a cell. */
const MOST_CELLS = 10_000_000;
const LONGEST_TEXT = 50_000;

export function newSpreadsheet(id: string, title: string): Spreadsheet {
  return { id, title, locale: 'fr_FR', timeZone: 'Europe/Paris', tabs: [], revision: 0 };
}

/**
 * Adds a tab at the end. The rows are kept, not copied: half a million of them cost nothing.
 * @param grid rows and columns of the grid where they are not those of a new tab
 */
export function addTab(
  spreadsheet: Spreadsheet,
  title: string,
  rows: CellValue[][] = [],
  grid: { readonly rowCount?: number; readonly columnCount?: number } = {},
): Tab {
  if (spreadsheet.tabs.some((tab) => tab.title === title))
    throw new Error(`a tab is called ${title} already`);
  const widest = rows.reduce((most, row) => Math.max(most, row.length), 0);
  const tab: Tab = {
    gid: spreadsheet.tabs.reduce((most, other) => Math.max(most, other.gid), -1) + 1,
    title,
    rowCount: Math.max(rows.length, grid.rowCount ?? NEW_ROWS),
    columnCount: Math.max(widest, grid.columnCount ?? NEW_COLUMNS),
    rows,
  };
  spreadsheet.tabs.push(tab);
  wrote(spreadsheet);
  return tab;
}

export function removeTab(spreadsheet: Spreadsheet, tab: Tab): void {
  spreadsheet.tabs.splice(spreadsheet.tabs.indexOf(tab), 1);
  wrote(spreadsheet);
}

export function renameTab(spreadsheet: Spreadsheet, tab: Tab, title: string): void {
  tab.title = title;
  wrote(spreadsheet);
}

export function cellAt(tab: Tab, row: number, column: number): CellValue {
  return tab.rows[row - 1]?.[column - 1] ?? null;
}

/** Writes a block of cells, its top left corner at a row and column; the grid grows where the block leaves it. */
export function writeCells(
  spreadsheet: Spreadsheet,
  tab: Tab,
  row: number,
  column: number,
  block: readonly (readonly CellValue[])[],
): void {
  block.forEach((cells, down) => {
    while (tab.rows.length < row + down) tab.rows.push([]);
    const target = tab.rows[row - 1 + down] ?? [];
    while (target.length < column - 1) target.push(null);
    cells.forEach((value, right) => {
      if (typeof value === 'string' && value.length > LONGEST_TEXT)
        throw new Error('50,000 characters a cell');
      target[column - 1 + right] = value;
    });
    tab.columnCount = Math.max(tab.columnCount, target.length);
  });
  tab.rowCount = Math.max(tab.rowCount, tab.rows.length);
  wrote(spreadsheet);
}

/** Writes a row below the last one that holds something. */
export function appendRow(spreadsheet: Spreadsheet, tab: Tab, cells: readonly CellValue[]): void {
  writeCells(spreadsheet, tab, lastRow(tab) + 1, 1, [cells]);
}

/** Takes rows out of the grid; those below move up. */
export function deleteRows(spreadsheet: Spreadsheet, tab: Tab, row: number, count: number): void {
  tab.rows.splice(row - 1, count);
  tab.rowCount -= count;
  wrote(spreadsheet);
}

/** The last row that holds something, 0 in an empty tab. */
export function lastRow(tab: Tab): number {
  let row = tab.rows.length;
  while (row > 0 && (tab.rows[row - 1] ?? []).every((cell) => cell === null)) row -= 1;
  return row;
}

function wrote(spreadsheet: Spreadsheet): void {
  spreadsheet.revision += 1;
  const cells = spreadsheet.tabs.reduce((sum, tab) => sum + tab.rowCount * tab.columnCount, 0);
  if (cells > MOST_CELLS) throw new Error('a spreadsheet holds 10,000,000 cells');
}
