/** Several rows of a tab written with as few service calls as can be: rows and columns side by side go together. */
import type { World } from '../../world.ts';
import { placeOf, type Row, type TabView } from '../frame.ts';

export type RowAt = { readonly row: number; readonly values: Row };

/** @param rows in any order, each with the same columns */
export function writeRows(world: World, view: TabView, rows: readonly RowAt[]): void {
  const keys = Object.keys(rows[0]?.values ?? {}).sort((a, b) => placeOf(view, a) - placeOf(view, b));
  const runsOfKeys = runsOf(keys, (key) => placeOf(view, key));
  const inOrder = [...rows].sort((a, b) => a.row - b.row);
  for (const block of runsOf(inOrder, ({ row }) => row)) {
    for (const columns of runsOfKeys) {
      const cells = block.map(({ values }) => columns.map((key) => values[key] ?? null));
      world.sheet.write(view.tab, block[0].row, placeOf(view, columns[0]) + 1, cells);
    }
  }
}

/** Cuts a sorted list where its numbers do not follow one another. */
function runsOf<T>(items: readonly T[], numberOf: (item: T) => number): readonly (readonly T[])[] {
  const runs: T[][] = [];
  for (const item of items) {
    const last = runs[runs.length - 1];
    if (last && numberOf(item) === numberOf(last[last.length - 1]) + 1) last.push(item);
    else runs.push([item]);
  }
  return runs;
}
