/** A1 notation, as the Sheets API reads and answers it. */
import { ApiRefusal, notEmulated } from './api-refusal.ts';
import type { Spreadsheet, Tab } from './spreadsheet.ts';

/** Cells of one tab, from and to inclusive, numbered from 1 and inside the grid. */
export type GridRange = {
  readonly tab: Tab;
  readonly firstRow: number;
  readonly lastRow: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
};

/**
 * Reads a range with its tab: `'L''été'!A1:C`, `Clients!2:2`, `Clients`. What passes the end of the grid is clipped to it.
 * Refuses as Google does an unknown tab and a range that begins outside the grid.
 */
export function parseRange(spreadsheet: Spreadsheet, text: string): GridRange {
  const { title, cells } = splitRange(text);
  const tab = spreadsheet.tabs.find((candidate) => candidate.title === title);
  if (!tab) throw new ApiRefusal(400, `Unable to parse range: ${text}`);
  if (cells === null) return wholeTab(tab);
  const range = parseCells(tab, cells, text);
  if (range.firstRow > tab.rowCount || range.firstColumn > tab.columnCount) {
    const limits = `Max rows: ${tab.rowCount}, max columns: ${tab.columnCount}`;
    throw new ApiRefusal(400, `Range (${text}) exceeds grid limits. ${limits}`);
  }
  return {
    ...range,
    lastRow: Math.min(range.lastRow, tab.rowCount),
    lastColumn: Math.min(range.lastColumn, tab.columnCount),
  };
}

/** The range as an answer names it: `'Réglages'!A1:Z1000`. */
export function rangeText({ tab, firstRow, lastRow, firstColumn, lastColumn }: GridRange): string {
  const plain = /^[A-Za-z_]\w*$/.test(tab.title) && !/^[A-Z]{1,3}\d+$/i.test(tab.title);
  const title = plain ? tab.title : `'${tab.title.replaceAll("'", "''")}'`;
  return `${title}!${columnLetters(firstColumn)}${firstRow}:${columnLetters(lastColumn)}${lastRow}`;
}

function splitRange(text: string): { readonly title: string; readonly cells: string | null } {
  const quoted = /^'((?:[^']|'')*)'(?:!(.*))?$/su.exec(text);
  if (quoted) return { title: (quoted[1] ?? '').replaceAll("''", "'"), cells: quoted[2] ?? null };
  const bare = /^([^'!]+)(?:!(.*))?$/su.exec(text);
  if (!bare) throw new ApiRefusal(400, `Unable to parse range: ${text}`);
  return { title: bare[1] ?? '', cells: bare[2] ?? null };
}

function wholeTab(tab: Tab): GridRange {
  return { tab, firstRow: 1, lastRow: tab.rowCount, firstColumn: 1, lastColumn: tab.columnCount };
}

/** `B2`, `A1:C9`, `A5:C` (to the last row), `A:C` (all rows), `2:4` (all columns). */
function parseCells(tab: Tab, cells: string, text: string): GridRange {
  const match = /^([A-Z]*)(\d*)(?::([A-Z]*)(\d*))?$/.exec(cells);
  if (!match || cells === '') throw new ApiRefusal(400, `Unable to parse range: ${text}`);
  const [, left = '', top = '', right, bottom] = match;
  if (right === undefined || bottom === undefined) return oneCell(tab, left, top, text);
  if ((left === '') !== (right === '') || (top === '' && bottom !== '')) notEmulated(`the range ${text}`);
  return {
    tab,
    firstRow: top === '' ? 1 : Number(top),
    lastRow: bottom === '' ? tab.rowCount : Number(bottom),
    firstColumn: left === '' ? 1 : columnNumber(left),
    lastColumn: right === '' ? tab.columnCount : columnNumber(right),
  };
}

function oneCell(tab: Tab, letters: string, digits: string, text: string): GridRange {
  if (letters === '' || digits === '') throw new ApiRefusal(400, `Unable to parse range: ${text}`);
  const [row, column] = [Number(digits), columnNumber(letters)];
  return { tab, firstRow: row, lastRow: row, firstColumn: column, lastColumn: column };
}

function columnNumber(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}

export function columnLetters(column: number): string {
  const rest = Math.floor((column - 1) / 26);
  const letter = String.fromCharCode(65 + ((column - 1) % 26));
  return rest === 0 ? letter : columnLetters(rest) + letter;
}
