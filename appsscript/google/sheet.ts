/** The open spreadsheet's cells: whole tabs read at once, blocks written at once, nothing cell by cell. */
import type { Cell } from '../../shared/base/problem.ts';
import { languageOf } from '../../shared/base/words.ts';
import type { Grid, Sheet, TabKey } from '../world.ts';
import { cellOf, typedValue } from './cells.ts';
import { serialOf, type ZoneGap } from './sheet-days.ts';
import { type Tabs, tabKeyOf } from './tabs.ts';

type Tab = GoogleAppsScript.Spreadsheet.Sheet;
type Range = GoogleAppsScript.Spreadsheet.Range;

/** Whether something was written that neither a flush nor a read has brought to the sheet yet. */
export type Pending = { waits: boolean };

/** @param gap asked for when a first day is met */
export function sheetPort(
  spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet,
  gap: () => ZoneGap,
  tabs: Tabs,
  pending: Pending,
): Sheet {
  let locale: string | null = null;
  const localeOnce = (): string => {
    locale ??= spreadsheet.getSpreadsheetLocale();
    return locale;
  };
  return {
    ...cellsPort(tabs, (date) => serialOf(date, gap()), pending),
    link: (tab, row) => {
      const found = tabs.find(tab);
      return found ? `${spreadsheet.getUrl()}#gid=${found.getSheetId()}&range=A${row}` : '';
    },
    selectedRows: (tab) => selectedRows(spreadsheet, tab),
    id: spreadsheet.getId(),
    url: spreadsheet.getUrl(),
    get locale() {
      return localeOnce();
    },
    get language() {
      return languageOf(localeOnce());
    },
  };
}

type Cells = Pick<Sheet, 'has' | 'read' | 'readHeader' | 'readColumn' | 'write' | 'append' | 'flush'>;

/** What is read and written. A read brings to the sheet what was written before it. */
function cellsPort(tabs: Tabs, serial: (date: Date) => number, pending: Pending): Cells {
  return {
    has: (tab) => tabs.find(tab) !== null,
    read: (tab) => {
      const found = tabs.find(tab);
      if (found) pending.waits = false;
      return readTab(found, serial);
    },
    readHeader: (tab) => {
      const found = tabs.find(tab);
      if (found) pending.waits = false;
      return found ? readHeader(found, serial) : [];
    },
    readColumn: (tab, column) => {
      const found = tabs.find(tab);
      if (found) pending.waits = false;
      return found ? readColumn(found, column, serial) : [];
    },
    write: (tab, row, column, block) => {
      pending.waits = true;
      writeBlock(needed(tabs, tab), row, column, block);
    },
    append: (tab, rows) => {
      const found = needed(tabs, tab);
      if (rows.length > 0) pending.waits = true;
      for (const cells of rows) found.appendRow(cells.map(typedValue));
    },
    flush: () => {
      if (pending.waits) SpreadsheetApp.flush();
      pending.waits = false;
    },
  };
}

function needed(tabs: Tabs, tab: TabKey): Tab {
  const found = tabs.find(tab);
  if (!found) throw new Error(`there is no tab ${tab}`);
  return found;
}

function readTab(tab: Tab | null, serial: (date: Date) => number): Grid {
  if (!tab) return [];
  const grid = tab
    .getDataRange()
    .getValues()
    .map((row) => row.map((value: unknown) => cellOf(value, serial)));
  return grid.length === 1 && grid[0]?.every((cell) => cell === null) ? [] : grid;
}

function readHeader(tab: Tab, serial: (date: Date) => number): readonly Cell[] {
  const [values = []]: unknown[][] = tab.getRange('1:1').getValues();
  return values.map((value) => cellOf(value, serial));
}

/** An open range (`C1:C`) needs no question about how long the tab is; what is empty at its end is left out. */
function readColumn(tab: Tab, column: number, serial: (date: Date) => number): readonly Cell[] {
  const letters = columnLetters(column);
  const values: unknown[][] = tab.getRange(`${letters}1:${letters}`).getValues();
  const cells = values.map(([value]) => cellOf(value, serial));
  let length = cells.length;
  while (length > 0 && cells[length - 1] === null) length--;
  return cells.slice(0, length);
}

function writeBlock(tab: Tab, row: number, column: number, block: Grid): void {
  const width = block[0]?.length ?? 0;
  if (width === 0) return;
  const range = roomyRange(tab, row, column, block.length, width);
  range.setValues(block.map((cells) => cells.map(typedValue)));
}

/** Rows added at once: the next blocks then find room. */
const SPARE_ROWS = 200;

/** Asking how many rows there are would cost a call each time: Google refuses a range below the last row, and only then some are added. */
function roomyRange(tab: Tab, row: number, column: number, rows: number, columns: number): Range {
  try {
    return tab.getRange(row, column, rows, columns);
  } catch (error) {
    const there = tab.getMaxRows();
    const needed = row + rows - 1;
    if (needed <= there) throw error;
    tab.insertRowsAfter(there, needed - there + SPARE_ROWS); // they take on the formats of the row above
    return tab.getRange(row, column, rows, columns);
  }
}

/** The rows of the selection's ranges, where the tab asked for is in front. */
function selectedRows(spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet, tab: TabKey): readonly number[] {
  const active = spreadsheet.getActiveSheet();
  if (tabKeyOf(active.getName()) !== tab) return [];
  const ranges = active.getActiveRangeList()?.getRanges() ?? [];
  const rows = new Set(
    ranges.flatMap((range) => {
      const first = range.getRow();
      return Array.from({ length: Math.min(range.getNumRows(), 10_000) }, (_, index) => first + index);
    }),
  );
  return [...rows].sort((a, b) => a - b);
}

/** @param column from 1 */
export function columnLetters(column: number): string {
  let rest = column;
  let letters = '';
  while (rest > 0) {
    const digit = (rest - 1) % 26;
    letters = String.fromCharCode(65 + digit) + letters;
    rest = (rest - 1 - digit) / 26;
  }
  return letters;
}
