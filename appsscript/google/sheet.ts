/** The open spreadsheet's cells: whole tabs read at once, blocks written at once, nothing cell by cell. */
import type { Cell } from '../../shared/base/problem.ts';
import { languageOf } from '../../shared/base/words.ts';
import type { Grid, Sheet, TabKey } from '../world.ts';
import { cellOf, typedValue } from './cells.ts';
import { serialOf, type ZoneGap } from './sheet-days.ts';
import { type Tabs, tabKeyOf } from './tabs.ts';

type Tab = GoogleAppsScript.Spreadsheet.Sheet;

/** @param gap asked for when a first day is met */
export function sheetPort(
  spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet,
  gap: () => ZoneGap,
  tabs: Tabs,
): Sheet {
  const serial = (date: Date): number => serialOf(date, gap());
  const room = roomKeeper();
  let locale: string | null = null;
  const localeOnce = (): string => {
    locale ??= spreadsheet.getSpreadsheetLocale();
    return locale;
  };
  return {
    has: (tab) => tabs.find(tab) !== null,
    read: (tab) => readTab(tabs.find(tab), serial),
    readColumn: (tab, column) => {
      const found = tabs.find(tab);
      return found ? readColumn(found, column, serial, room) : [];
    },
    write: (tab, row, column, block) => writeBlock(needed(tabs, tab), row, column, block, room),
    flush: () => SpreadsheetApp.flush(),
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

/** An open range (`C1:C`) needs no question about how long the tab is; what is empty at its end is left out. */
function readColumn(tab: Tab, column: number, serial: (date: Date) => number, room: Room): readonly Cell[] {
  const letters = columnLetters(column);
  const values: unknown[][] = tab.getRange(`${letters}1:${letters}`).getValues();
  room.knows(tab, values.length);
  const cells = values.map(([value]) => cellOf(value, serial));
  let length = cells.length;
  while (length > 0 && cells[length - 1] === null) length--;
  return cells.slice(0, length);
}

function writeBlock(tab: Tab, row: number, column: number, block: Grid, room: Room): void {
  const width = block[0]?.length ?? 0;
  if (width === 0) return;
  room.make(tab, row + block.length - 1);
  tab.getRange(row, column, block.length, width).setValues(block.map((cells) => cells.map(typedValue)));
}

/** How many rows each tab has. A block below the last one cannot be written before rows are added. */
type Room = {
  readonly knows: (tab: Tab, rows: number) => void;
  readonly make: (tab: Tab, rows: number) => void;
};

/** Rows added at once: the next blocks then find room without a question. */
const SPARE_ROWS = 200;

function roomKeeper(): Room {
  const rowsOf = new Map<number, number>();
  return {
    knows: (tab, rows) => {
      rowsOf.set(tab.getSheetId(), rows);
    },
    make: (tab, rows) => {
      const id = tab.getSheetId();
      const there = rowsOf.get(id) ?? tab.getMaxRows();
      const added = rows > there ? rows - there + SPARE_ROWS : 0;
      if (added > 0) tab.insertRowsAfter(there, added); // they take on the formats of the row above
      rowsOf.set(id, there + added);
    },
  };
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
