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
  readonly formulas: Map<CellValue[], Map<number, string>>; // by row and column from 1; they move with their row
  readonly look: TabLook;
};

/** Cells of a tab, from and to inclusive, numbered from 1. */
export type Rect = {
  readonly firstRow: number;
  readonly lastRow: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
};

/** A look or a rule given to cells: `numberFormat`, `background`, `validation` … The last one given to a cell counts. */
export type Style = { rect: Rect; readonly property: string; readonly value: unknown };

export type Protection = {
  readonly id: number;
  rect: Rect | null; // null: the whole tab
  unprotected: Rect[];
  description: string;
  warningOnly: boolean;
};

export type Chart = {
  readonly id: number;
  readonly type: string;
  readonly ranges: readonly { readonly gid: number; readonly rect: Rect }[];
  readonly row: number;
  readonly column: number;
  readonly options: Readonly<Record<string, unknown>>;
};

export type ConditionalRule = {
  readonly ranges: readonly Rect[];
  readonly condition: string; // `TEXT_EQ`, `NUMBER_GREATER`, `CUSTOM_FORMULA` …
  readonly values: readonly unknown[];
  readonly background: string | null;
  readonly fontColor: string | null;
  readonly bold: boolean | null;
  readonly strikethrough: boolean | null;
};

/** What a tab shows beside its cells. */
export type TabLook = {
  frozenRows: number;
  frozenColumns: number;
  hidden: boolean;
  gridlines: boolean;
  color: string | null;
  styles: Style[];
  conditional: ConditionalRule[];
  readonly protections: Protection[];
  readonly charts: Chart[];
  readonly columnWidths: Map<number, number>;
  readonly rowHeights: Map<number, number>;
  readonly hiddenColumns: Set<number>;
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
    formulas: new Map(),
    look: newLook(),
  };
  spreadsheet.tabs.push(tab);
  wrote(spreadsheet);
  return tab;
}

function newLook(): TabLook {
  return {
    frozenRows: 0,
    frozenColumns: 0,
    hidden: false,
    gridlines: true,
    color: null,
    styles: [],
    conditional: [],
    protections: [],
    charts: [],
    columnWidths: new Map(),
    rowHeights: new Map(),
    hiddenColumns: new Set(),
  };
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
  shiftRects(tab, row, -count);
  wrote(spreadsheet);
}

/** Puts empty rows into the grid; those from `row` on move down. @param inherit the new rows look like the one above them */
export function insertRows(
  spreadsheet: Spreadsheet,
  tab: Tab,
  row: number,
  count: number,
  inherit = false,
): void {
  if (row <= tab.rows.length) tab.rows.splice(row - 1, 0, ...Array.from({ length: count }, () => []));
  tab.rowCount += count;
  const above = inherit ? tab.look.styles.filter(({ rect }) => rect.lastRow === row - 1) : [];
  for (const style of above) style.rect = { ...style.rect, lastRow: row - 1 + count };
  const below = tab.look.styles.filter((style) => !above.includes(style));
  shiftRects(tab, row, count, below);
  wrote(spreadsheet);
}

/** Puts empty columns into the grid; those from `column` on move right. Looks stay with their columns. */
export function insertColumns(spreadsheet: Spreadsheet, tab: Tab, column: number, count: number): void {
  for (const row of tab.rows) {
    if (column <= row.length) row.splice(column - 1, 0, ...Array.from({ length: count }, () => null));
  }
  tab.columnCount += count;
  for (const style of tab.look.styles) {
    const { firstColumn, lastColumn } = style.rect;
    style.rect = {
      ...style.rect,
      firstColumn: firstColumn >= column ? firstColumn + count : firstColumn,
      lastColumn: lastColumn >= column ? lastColumn + count : lastColumn,
    };
  }
  wrote(spreadsheet);
}

/** Puts the rows from `first` to `last` in another order, as a user's sort does. */
export function reorderRows(
  spreadsheet: Spreadsheet,
  tab: Tab,
  first: number,
  last: number,
  compare: (a: readonly CellValue[], b: readonly CellValue[]) => number,
): void {
  while (tab.rows.length < last) tab.rows.push([]);
  tab.rows.splice(first - 1, last - first + 1, ...tab.rows.slice(first - 1, last).sort(compare));
  wrote(spreadsheet);
}

/** Looks and protections keep to their cells when rows come (count > 0) or go (count < 0) from `row` on. */
function shiftRects(tab: Tab, row: number, count: number, styles = tab.look.styles): void {
  const moved = (edge: number): number => (edge < row ? edge : Math.max(row - 1, edge + count));
  const shifted = (rect: Rect): Rect => ({
    ...rect,
    firstRow: rect.firstRow < row ? rect.firstRow : Math.max(row, rect.firstRow + count),
    lastRow: moved(rect.lastRow),
  });
  for (const style of styles) style.rect = shifted(style.rect);
  tab.look.styles = tab.look.styles.filter(({ rect }) => rect.lastRow >= rect.firstRow);
  for (const protection of tab.look.protections) {
    if (protection.rect) protection.rect = shifted(protection.rect);
    protection.unprotected = protection.unprotected.map(shifted);
  }
}

/** The last row that holds something, 0 in an empty tab. */
export function lastRow(tab: Tab): number {
  let row = tab.rows.length;
  while (row > 0 && (tab.rows[row - 1] ?? []).every((cell) => cell === null)) row -= 1;
  return row;
}

/** Counts a change, so that answers kept of the spreadsheet are known to be old. */
export function wrote(spreadsheet: Spreadsheet): void {
  spreadsheet.revision += 1;
  const cells = spreadsheet.tabs.reduce((sum, tab) => sum + tab.rowCount * tab.columnCount, 0);
  if (cells > MOST_CELLS) throw new Error('a spreadsheet holds 10,000,000 cells');
}
