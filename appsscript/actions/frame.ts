/** The frame of every action: tabs as tables, rows found by key, one lock around what is written, answers with their refusals. */
import type { Cell } from '../../shared/base/problem.ts';
import type { Language, Words } from '../../shared/base/words.ts';
import { ADDON_TABLE_KEYS, ADDON_TABLES, type AddonTableKey } from '../../shared/register/addon-tables.ts';
import { readText } from '../../shared/register/cells.ts';
import { readGrids } from '../../shared/register/grid-rows.ts';
import { matchHeaders } from '../../shared/register/headers.ts';
import type { ReadRegister } from '../../shared/register/read.ts';
import { TABLE_KEYS, TABLES, type TableKey } from '../../shared/register/tables.ts';
import type { Answer, Notice } from '../contract.ts';
import type { Grid, World } from '../world.ts';

export type TableTab = TableKey | AddonTableKey;

/** A tab read as its table. Rows are numbered as the sheet does: the header is row 1. */
export type TabView = {
  readonly tab: TableTab;
  readonly grid: Grid;
  readonly places: ReadonlyMap<string, number>; // a column's key to its place, from 0
};

/** One row to write: cells by column key; a column that is not named stays empty. */
export type Row = Readonly<Record<string, Cell>>;

export type Refusal = Extract<Answer<never>, { readonly ok: false }>;

export function answered<T>(value: T): Answer<T> {
  return { ok: true, value };
}

export function refused(message: string, notices: readonly Notice[] = []): Refusal {
  return { ok: false, message, notices };
}

const BUSY: Words = {
  fr: 'Une autre opération est en cours dans cette feuille : rien n’a été fait. Recommencez dans un instant.',
  en: 'Another operation is under way in this sheet: nothing was done. Try again in a moment.',
};

const LOCK_WAIT = 10_000;

/** Runs what writes under the document's lock: all of it is in the sheet before the lock is given back. Busy: nothing is done. */
export function underLock<T>(world: World, work: () => Answer<T>): Answer<T> {
  if (!world.lock.acquire(LOCK_WAIT)) return refused(BUSY[world.sheet.language]);
  try {
    const answer = work();
    world.sheet.flush();
    return answer;
  } finally {
    world.lock.release();
  }
}

const NO_TAB: Words = {
  fr: 'L’onglet « {} » manque : lancez « Mettre en place » dans le menu Encaisse, rien n’est effacé.',
  en: 'The tab “{}” is missing: run “Set up” in the Encaisse menu; nothing is erased.',
};
const NO_COLUMN: Words = {
  fr: 'Il manque dans l’onglet « {} » la colonne « {} » : rien n’a été fait. Lancez « Mettre en place » pour la recréer.',
  en: 'The tab “{}” lacks the column “{}”: nothing was done. Run “Set up” to make it again.',
};

/** One service call. Refused where the tab, or a column that its table describes, is missing. */
export function tableOf(world: World, tab: TableTab): Answer<TabView> {
  return viewOf(tab, world.sheet.read(tab), world.sheet.language);
}

/** `tableOf` where the grid has been read already. */
export function viewOf(tab: TableTab, grid: Grid, language: Language): Answer<TabView> {
  const table = describedTable(tab);
  const title = table.title[language];
  if (grid.length === 0) return refused(filled(NO_TAB, language, title));
  const { columns } = matchHeaders(table, grid[0]);
  const missing = table.columns.find(({ key }) => !columns.has(key));
  if (missing) return refused(filled(NO_COLUMN, language, title, missing.header[language]));
  return answered({ tab, grid, places: columns });
}

function describedTable(tab: TableTab) {
  return isAddonTab(tab) ? ADDON_TABLES[tab] : TABLES[tab];
}

function isAddonTab(tab: TableTab): tab is AddonTableKey {
  return ADDON_TABLE_KEYS.some((key) => key === tab);
}

function filled(words: Words, language: Language, ...values: readonly string[]): string {
  return values.reduce((text, value) => text.replace('{}', () => value), words[language]);
}

/** @returns the cell of a sheet's row; `null` where there is none. Throws on a column the table does not have: our bug. */
export function cellOf(view: TabView, row: number, key: string): Cell {
  const cells = view.grid[row - 1];
  return cells ? (cells[placeOf(view, key)] ?? null) : null;
}

export function textOf(view: TabView, row: number, key: string): string {
  return readText(cellOf(view, row, key));
}

export function placeOf(view: TabView, key: string): number {
  const place = view.places.get(key);
  if (place === undefined) throw new Error(`no column ${key} in ${view.tab}`);
  return place;
}

/** The word a list shows for a choice: what else is written there, the sheet would refuse. */
export function choiceText(tab: TableTab, column: string, key: string, language: Language): string {
  const described = describedTable(tab).columns.find((one) => one.key === column);
  const choice = described?.choices?.find((one) => one.key === key);
  if (!choice) throw new Error(`no choice ${key} in ${tab}.${column}`);
  return choice.words[language];
}

/** A column's texts, row 2 first. */
export function textsOf(view: TabView, key: string): readonly string[] {
  const place = placeOf(view, key);
  return view.grid.slice(1).map((row) => readText(row[place] ?? null));
}

/** The rows, from 2, whose column holds the text. */
export function rowsWith(view: TabView, key: string, text: string): readonly number[] {
  const place = placeOf(view, key);
  const rows: number[] = [];
  for (let row = 2; row <= view.grid.length; row++) {
    if (readText(view.grid[row - 1][place] ?? null) === text) rows.push(row);
  }
  return rows;
}

/** The rows, from 2, of each text a column holds. */
export function rowsByText(view: TabView, key: string): ReadonlyMap<string, readonly number[]> {
  const rows = new Map<string, number[]>();
  textsOf(view, key).forEach((text, index) => {
    const known = rows.get(text);
    if (known) known.push(index + 2);
    else rows.set(text, [index + 2]);
  });
  return rows;
}

/** The row of a key, looked up in the sheet as it is now: one service call, right before writing. 0 where it stands not exactly once. */
export function findRow(world: World, view: TabView, key: string, text: string): number {
  const column = world.sheet.readColumn(view.tab, placeOf(view, key) + 1);
  const first = column.findIndex((cell) => readText(cell) === text);
  const isOnce = column.slice(first + 1).every((cell) => readText(cell) !== text);
  return first > 0 && isOnce ? first + 1 : 0;
}

/** The last row that holds something, the header at least. */
export function lastRowOf(view: TabView): number {
  let row = view.grid.length;
  while (row > 1 && view.grid[row - 1].every((cell) => cell === null || cell === '')) row--;
  return Math.max(row, 1);
}

/** A service call a row. Whatever people put in or take out meanwhile, no row is ever written over. */
export function appendRows(world: World, view: TabView, rows: readonly Row[]): void {
  world.sheet.append(
    view.tab,
    rows.map((row) => cellsOf(view, row)),
  );
}

/**
 * One service call, under the lock. Writes rows below the last one. Rows that people put in above since the tab was read push the last ones
 * under the block: who writes many rows looks afterwards (`covered.ts`), who writes a few uses `appendRows`.
 * @returns the first row written
 */
export function appendBelow(
  world: World,
  view: TabView,
  rows: readonly Row[],
  after: number = lastRowOf(view),
): number {
  if (rows.length > 0)
    world.sheet.write(
      view.tab,
      after + 1,
      1,
      rows.map((row) => cellsOf(view, row)),
    );
  return after + 1;
}

/** A row's cells in the tab's own order of columns; columns the product does not know stay empty. */
function cellsOf(view: TabView, row: Row): readonly Cell[] {
  const cells: Cell[] = new Array<Cell>(view.grid[0].length).fill(null);
  for (const key of Object.keys(row)) cells[placeOf(view, key)] = row[key];
  return cells;
}

/** Writes some cells of one row, columns that stand side by side together: a service call a run. */
export function writeCells(world: World, view: TabView, row: number, values: Row): void {
  const keys = Object.keys(values).sort((a, b) => placeOf(view, a) - placeOf(view, b));
  let from = 0;
  for (let to = 1; to <= keys.length; to++) {
    const goesOn = to < keys.length && placeOf(view, keys[to]) === placeOf(view, keys[to - 1]) + 1;
    if (goesOn) continue;
    const run = keys.slice(from, to);
    world.sheet.write(view.tab, row, placeOf(view, run[0]) + 1, [run.map((key) => values[key])]);
    from = to;
  }
}

export type OpenRegister = ReadRegister & { readonly grids: ReadonlyMap<TableKey, Grid> };

/** Reads tables of the register, all of them where none is named: one service call a table. */
export function readRegisterOf(world: World, tables: readonly TableKey[] = TABLE_KEYS): OpenRegister {
  const grids = new Map(tables.map((table) => [table, world.sheet.read(table)] as const));
  return { ...readGrids(grids), grids };
}
