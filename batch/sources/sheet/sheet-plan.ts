/** Which ranges are read, in which requests. */
import type { SourceTableKey } from '../../../shared/register/source-tables.ts';
import type { SheetTab } from './sheet-tabs.ts';

/** Some whole rows of one table. */
export type Piece = {
  readonly table: SourceTableKey;
  readonly firstRow: number;
  readonly rowCount: number;
  readonly columnCount: number; // of the tab's grid
  readonly range: string; // A1 notation
};

/**
 * Cells of the grid that one request asks for, the empty ones included: 25,000 rows of 20 columns, a few megabytes.
 * A full spreadsheet (10 million cells) then takes 20 requests, and 42 with the second look and the tabs: no more than the
 * 60 that Google lets one user make in a minute. A small register is one request, which is one moment of the sheet.
 */
const CELLS_PER_REQUEST = 500_000;

/** A seal holds all that its document says: some two thousand characters, as much as twenty rows of numbers. */
const CELLS_A_SEAL_COUNTS_FOR = 140;

/** Cuts the tabs into requests that are full but for the last, in the order of the tables. */
export function planRequests(tabs: ReadonlyMap<SourceTableKey, SheetTab>): readonly (readonly Piece[])[] {
  const requests: Piece[][] = [];
  let room = 0;
  for (const [table, tab] of tabs) {
    const { columnCount } = tab;
    const weight = table === 'seals' ? CELLS_A_SEAL_COUNTS_FOR : columnCount;
    for (let row = 1; row <= tab.rowCount; ) {
      if (room < weight) {
        requests.push([]);
        room = Math.max(CELLS_PER_REQUEST, weight);
      }
      const rowCount = Math.min(tab.rowCount - row + 1, Math.floor(room / weight));
      const range = rangeOf(tab, row, row + rowCount - 1);
      requests[requests.length - 1].push({ table, firstRow: row, rowCount, columnCount, range });
      room -= rowCount * weight;
      row += rowCount;
    }
  }
  return requests;
}

/** Whole rows of a tab, in A1 notation. */
export function rangeOf(tab: SheetTab, firstRow: number, lastRow: number): string {
  return `'${tab.title.replace(/'/g, "''")}'!A${firstRow}:${columnLetters(tab.columnCount)}${lastRow}`;
}

/** The letters of a column counted from 1: 26 is Z, 27 is AA. */
function columnLetters(column: number): string {
  const rest = Math.floor((column - 1) / 26);
  const letter = String.fromCharCode(65 + ((column - 1) % 26));
  return rest === 0 ? letter : columnLetters(rest) + letter;
}
