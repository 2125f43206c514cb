/** Cells of a table changed by the key of their row, and no cell of another row. */
import type { Cell } from '../../../shared/base/problem.ts';
import type { RowTexts } from '../../../shared/exchange/match/import-rows.ts';
import { readChoice } from '../../../shared/register/cell-choices.ts';
import type { SourceTableKey } from '../../../shared/register/source-tables.ts';
import { SourceError } from '../source.ts';
import { columnOf, writtenCell } from './sheet-cells.ts';
import { cellRequest } from './sheet-changes.ts';
import type { SheetClient, SheetRequest } from './sheet-client.ts';
import type { Timing } from './sheet-patience.ts';
import { settle } from './sheet-settle.ts';
import { placeIn, readSheetTable, type SheetTable, textIn } from './sheet-table.ts';
import { keyGone } from './sheet-write-words.ts';

export type Changes = {
  readonly column: string; // where the key of a row stands
  readonly byKey: ReadonlyMap<string, RowTexts>;
  readonly except: RowTexts; // rows with these cells stay as they are
};

/**
 * Google writes cells by their place. Where somebody sorts or inserts between the look and the change, cells of other rows are written
 * instead: they are given back what they held.
 * @throws SourceError where a key is no longer there; SheetFailure
 */
export async function changeInSheet(
  client: SheetClient,
  timing: Timing,
  key: SourceTableKey,
  changes: Changes,
): Promise<void> {
  let before: SheetTable | null = null;
  await settle(client, timing, async () => {
    const table = await readSheetTable(client, key);
    const rows = rowsToChange(table, changes);
    if (before === null) requireAll(table, rows, changes);
    const missing = rows.flatMap((row) => requestsFor(table, row, changes));
    const others = before === null || missing.length === 0 ? [] : givenBack(before, table, rows, changes);
    before ??= table;
    return [...others, ...missing];
  });
}

/** From 0, as in the table. */
function rowsToChange(table: SheetTable, { byKey, column, except }: Changes): readonly number[] {
  return table.rows.flatMap((_, row) =>
    byKey.has(textIn(table, row, column)) && !holds(table, row, except) ? [row] : [],
  );
}

/** @throws SourceError */
function requireAll(table: SheetTable, rows: readonly number[], { byKey, column }: Changes): void {
  const found = new Set(rows.map((row) => textIn(table, row, column)));
  const gone = Array.from(byKey.keys()).filter((one) => !found.has(one));
  if (gone.length > 0) throw new SourceError(keyGone(gone, table.tab.title));
}

function holds(table: SheetTable, row: number, except: RowTexts): boolean {
  const keys = Object.keys(except);
  return keys.length > 0 && keys.every((key) => plainIn(table, row, key) === except[key]);
}

/** A choice by its key, in whatever language it is written. */
export function plainIn(table: SheetTable, row: number, key: string): string {
  const { choices } = columnOf(table.key, key);
  const text = textIn(table, row, key);
  const read = choices === undefined ? null : readChoice(text, choices);
  return read?.ok ? read.value : text;
}

/** What of a row is not yet as it is to be. */
function requestsFor(table: SheetTable, row: number, { byKey, column }: Changes): readonly SheetRequest[] {
  const change = byKey.get(textIn(table, row, column)) ?? {};
  return Object.keys(change).flatMap((key) => {
    const place = placeIn(table, key);
    const cell = writtenCell(table.key, key, change[key], table.language);
    return cellAt(table, row, place) === cell ? [] : [cellRequest(table, row, place, cell)];
  });
}

function cellAt({ rows }: SheetTable, row: number, place: number): Cell {
  return rows[row]?.[place] ?? null;
}

/** Cells of the changed columns, in rows that were to stay, that no longer hold what they held. A row is known by its other cells. */
function givenBack(
  before: SheetTable,
  after: SheetTable,
  changed: readonly number[],
  { byKey }: Changes,
): readonly SheetRequest[] {
  const keys = Array.from(new Set(Array.from(byKey.values()).flatMap((change) => Object.keys(change))));
  const places = keys.map((key) => placeIn(after, key));
  const identity = (row: readonly Cell[]): string => withoutPlaces(row, places);
  const known = new Map(before.rows.map((row) => [identity(row), row] as const));
  return after.rows.flatMap((cells, row) => {
    const held = changed.includes(row) ? undefined : known.get(identity(cells));
    if (held === undefined) return [];
    return places
      .filter((place) => (held[place] ?? null) !== (cells[place] ?? null))
      .map((place) => cellRequest(after, row, place, held[place] ?? null));
  });
}

/** Without what is empty at its end: a row ends with its last cell that holds something. */
function withoutPlaces(row: readonly Cell[], places: readonly number[]): string {
  const cells = row.map((cell, place) => (places.includes(place) ? null : cell));
  while (cells.length > 0 && cells[cells.length - 1] === null) cells.pop();
  return JSON.stringify(cells);
}
