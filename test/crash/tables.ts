/** The register's rows in a workspace, by column key. */
import { registerPlans } from '../../shared/dunning/register-plan.ts';
import { SETTINGS } from '../../shared/register/settings.ts';
import { type CellValue, lastRow, type Tab, writeCells } from '../workspace/spreadsheet.ts';
import type { WorkspaceState } from '../workspace/state.ts';

const PLANS = registerPlans('fr');

export type Row = Readonly<Record<string, CellValue>>;

export function tabOf({ book }: WorkspaceState, key: string): Tab {
  const title = PLANS.find((plan) => plan.tab === key)?.title;
  const tab = book.tabs.find((one) => one.title === title);
  if (!tab) throw new Error(`no tab ${key}`);
  return tab;
}

/** The places of a tab's columns, from 0, by key. */
export function placesOf(tab: Tab, key: string): ReadonlyMap<string, number> {
  const plan = PLANS.find((one) => one.tab === key);
  const headers = tab.rows[0] ?? [];
  return new Map(plan?.columns.map((column) => [column.key, headers.indexOf(column.header)]));
}

/** The rows below the header that hold something. */
export function rowsOf(state: WorkspaceState, key: string): readonly Row[] {
  const tab = tabOf(state, key);
  const places = [...placesOf(tab, key)];
  return tab.rows
    .slice(1)
    .filter((cells) => cells.some((cell) => cell !== null))
    .map((cells) => Object.fromEntries(places.map(([column, place]) => [column, cells[place] ?? null])));
}

/** Writes rows below the last, as a user types them. */
export function putRows(state: WorkspaceState, key: string, rows: readonly Row[]): void {
  const tab = tabOf(state, key);
  const places = placesOf(tab, key);
  for (const row of rows) {
    const at = lastRow(tab) + 1;
    for (const [column, value] of Object.entries(row)) {
      const place = places.get(column) ?? -1;
      if (place < 0) throw new Error(`no column ${column} in ${key}`);
      writeCells(state.book, tab, at, place + 1, [[value]]);
    }
  }
}

/** Sets settings by key, in the rows the settings tab has for them. */
export function putSettings(state: WorkspaceState, values: Row): void {
  const tab = tabOf(state, 'settings');
  const places = placesOf(tab, 'settings');
  const [keyAt = 0, valueAt = 1] = [places.get('key'), places.get('value')];
  for (const [key, value] of Object.entries(values)) {
    const row = tab.rows.findIndex((cells) => wordsOf(key).includes(String(cells[keyAt] ?? '')));
    if (row < 0) putRows(state, 'settings', [{ key, value }]);
    else writeCells(state.book, tab, row + 1, valueAt + 1, [[value]]);
  }
}

function wordsOf(key: string): readonly string[] {
  const words = SETTINGS.find((setting) => setting.key === key)?.words;
  return words ? [key, words.fr, words.en] : [key];
}
