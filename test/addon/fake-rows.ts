/** A fake world's tabs as rows by column key. */
import type { TabKey } from '../../appsscript/world.ts';
import type { Cell } from '../../shared/base/problem.ts';
import { ADDON_TABLES, type AddonTableKey } from '../../shared/register/addon-tables.ts';
import { readText } from '../../shared/register/cells.ts';
import { matchHeaders } from '../../shared/register/headers.ts';
import { type Column, TABLES, type TableKey } from '../../shared/register/tables.ts';
import type { FakeState } from './fake-world.ts';

export function tables(): readonly (readonly [
  TableKey | AddonTableKey,
  { readonly columns: readonly Column[] },
])[] {
  return [
    ...Object.values(TABLES).map((table) => [table.key, table] as const),
    ...Object.values(ADDON_TABLES).map((table) => [table.key, table] as const),
  ];
}

export function columnsOf(tab: TabKey): readonly Column[] {
  return tables().find(([key]) => key === tab)?.[1].columns ?? [];
}

/** Rows of a tab by column key, without blank ones. */
export type FakeRow = Readonly<Record<string, Cell>>;

export function rowsOf(state: FakeState, tab: TabKey): readonly FakeRow[] {
  const grid = state.tabs.get(tab) ?? [];
  const { columns } = matchHeaders({ columns: columnsOf(tab) }, grid[0] ?? []);
  return grid
    .slice(1)
    .filter((row) => row.some((cell) => readText(cell ?? null) !== ''))
    .map((row) =>
      Object.fromEntries(Array.from(columns, ([key, place]) => [key, row[place] ?? null] as const)),
    );
}

/** Types rows below the last, as a person would. */
export function putRows(state: FakeState, tab: TabKey, rows: readonly FakeRow[]): void {
  const grid = state.tabs.get(tab);
  if (!grid) throw new Error(`no tab ${tab}`);
  const { columns } = matchHeaders({ columns: columnsOf(tab) }, grid[0] ?? []);
  for (const row of rows) {
    const line = new Array<Cell>(grid[0]?.length ?? 0).fill(null);
    for (const [key, cell] of Object.entries(row)) {
      const place = columns.get(key);
      if (place === undefined) throw new Error(`no column ${key} in ${tab}`);
      line[place] = cell;
    }
    grid.push(line);
  }
}

/** Puts cells into a tab, which grows where it has to. */
export function writeBlock(
  tabs: Map<TabKey, Cell[][]>,
  tab: TabKey,
  row: number,
  column: number,
  block: readonly (readonly Cell[])[],
): void {
  const grid = tabs.get(tab);
  if (!grid) throw new Error(`no tab ${tab}`);
  const width = Math.max(grid[0]?.length ?? 0, column - 1 + (block[0]?.length ?? 0));
  while (grid.length < row - 1 + block.length) grid.push(new Array<Cell>(width).fill(null));
  block.forEach((cells, down) => {
    const line = grid[row - 1 + down] ?? [];
    cells.forEach((cell, right) => {
      line[column - 1 + right] = cell === '' ? null : cell;
    });
  });
}

/** The last row that holds something, from 1. */
export function endOf(grid: readonly (readonly Cell[])[]): number {
  return grid.findLastIndex((row) => row.some((cell) => cell !== null && cell !== '')) + 1;
}

/** A column from row 1 down, without what is empty at its end. @param column from 1 */
export function columnCells(grid: readonly (readonly Cell[])[], column: number): readonly Cell[] {
  const cells = grid.map((row) => row[column - 1] ?? null);
  return cells.slice(0, cells.findLastIndex((cell) => cell !== null) + 1);
}
