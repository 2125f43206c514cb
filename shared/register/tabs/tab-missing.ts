/** What an existing tab lacks of its plan: the whole of a migration. Columns come at the right, rows below; nothing moves or goes. */
import { civilDate } from '../../base/civil-date.ts';
import type { Cell } from '../../base/problem.ts';
import { readDay } from '../cell-dates.ts';
import { readText } from '../cells.ts';
import { type CellGrid, headersOf } from '../grid-rows.ts';
import { knownWords, normaliseWord } from '../known-words.ts';
import { isEmpty } from '../row-cells.ts';
import type { ColumnPlan, TabPlan } from './tab-plan.ts';
import { tableColumns } from './tab-plan.ts';
import type { PlannedRow } from './tab-rows.ts';

export type Missing = {
  readonly columns: readonly ColumnPlan[]; // to be added right of the header's last cell, in this order
  readonly rows: readonly (readonly Cell[])[]; // to be added below the last row, as wide as the header then is
  readonly places: ReadonlyMap<string, number>; // every planned column's place from 0, the added ones too
  readonly width: number; // columns of the header then
  readonly lastRow: number; // the last row that holds anything, from 1; 0 where none does
};

/** @param grid the tab as it stands; empty where it does not */
export function missingOf(plan: TabPlan, grid: CellGrid): Missing {
  const headers = headersOf(grid);
  const found = placesOf(plan, headers);
  const columns = plan.columns.filter(({ key }) => !found.has(key));
  const places = new Map(found);
  columns.forEach(({ key }, index) => {
    places.set(key, headers.length + index);
  });
  const width = headers.length + columns.length;
  const rows = missingRows(plan, grid, found).map(({ cells }) => laidOut(cells, places, width));
  return { columns, rows, places, width, lastRow: lastRowOf(grid) };
}

function placesOf(plan: TabPlan, headers: readonly Cell[]): ReadonlyMap<string, number> {
  const columnNamed = knownWords(tableColumns(plan.tab).map(({ key, header }) => [key, header]));
  const places = new Map<string, number>();
  headers.forEach((header, index) => {
    const key = columnNamed(readText(header));
    if (key !== undefined && !places.has(key)) places.set(key, index);
  });
  return places;
}

/**
 * Settings and rates are known by what they are about, so that an older register gets the new ones; a calendar is added to by
 * nobody but its keeper, and an example stands in an empty tab only.
 */
function missingRows(
  plan: TabPlan,
  grid: CellGrid,
  places: ReadonlyMap<string, number>,
): readonly PlannedRow[] {
  const indexes = plan.identity.map((key) => places.get(key) ?? -1);
  const isDay = plan.identity.map((key) => plan.columns.some((c) => c.key === key && c.format !== '@'));
  const identityOf = (row: readonly Cell[]): string =>
    indexes.map((at, k) => identityText(row[at] ?? null, isDay[k])).join('|');
  const filled = grid.slice(1).filter((row) => row.some((cell) => !isEmpty(cell)));
  const known = new Set(filled.map(identityOf));
  const named = (name: string): string => name.split('|').map(normaliseWord).join('|');
  return plan.firstRows.filter(({ isExample, names }) =>
    isExample ? filled.length === 0 : !names.some((name) => known.has(named(name))),
  );
}

function identityText(cell: Cell, isDay: boolean): string {
  const day = isDay ? readDay(cell, null) : null;
  return normaliseWord(day?.ok ? civilDate(day.value) : readText(cell));
}

function laidOut(
  cells: ReadonlyMap<string, Cell>,
  places: ReadonlyMap<string, number>,
  width: number,
): readonly Cell[] {
  const row: Cell[] = Array.from({ length: width }, () => null);
  for (const [key, cell] of Array.from(cells)) {
    const at = places.get(key);
    if (at !== undefined && cell !== '') row[at] = cell;
  }
  return row;
}

function lastRowOf(grid: CellGrid): number {
  let last = grid.length;
  while (last > 0 && grid[last - 1].every(isEmpty)) last--;
  return last;
}
