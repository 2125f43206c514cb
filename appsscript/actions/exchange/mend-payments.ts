/** Payments that people’s rows were written over, or that were emptied by mistake, in a run that did not live to look: they come back. */
import { readText } from '../../../shared/register/cells.ts';
import type { Grid, World } from '../../world.ts';
import { placeOf, type TabView, tableOf } from '../frame.ts';
import { giveBackTail } from './below.ts';
import { forgetRows, rowsKept } from './kept-rows.ts';
import { textOfRow } from './row-text.ts';

/** Under the lock, before payments are written or taken out: what a run that Google stopped had covered or emptied by mistake. */
export function mendPayments(world: World, view: TabView): TabView {
  const kept = rowsKept(world);
  if (kept === null) return view;
  if ('tail' in kept) giveBackTail(world, kept);
  else giveBack(world, view, kept.grid, new Set(kept.ids));
  forgetRows(world);
  return { ...view, grid: world.sheet.read('payments') };
}

/** `mendPayments` where the payments are not read yet: one call where nothing was left. */
export function mendLeftOver(world: World): void {
  if (rowsKept(world) === null) return;
  const view = tableOf(world, 'payments');
  if (view.ok) mendPayments(world, view.value);
}

/** Rows of others that were emptied come back below. @returns the tab as it is then */
export function giveBack(world: World, view: TabView, before: Grid, ids: ReadonlySet<string>): Grid {
  const after = world.sheet.read('payments');
  const lost = lostRows(before, after, view, ids);
  if (lost.length === 0) return after;
  world.sheet.append('payments', lost);
  return world.sheet.read('payments');
}

export function rowsOf(grid: Grid, view: TabView, ids: ReadonlySet<string>): readonly number[] {
  return grid.flatMap((row, index) => (index > 0 && ids.has(idOf(view, row)) ? [index + 1] : []));
}

/**
 * Rows of other payments that were emptied in the place of as many that are still there. Where none of ours is left, none of another was
 * touched, whatever people wrote meanwhile.
 */
function lostRows(
  before: Grid,
  after: Grid,
  view: TabView,
  ids: ReadonlySet<string>,
): readonly Grid[number][] {
  const most = rowsOf(after, view, ids).length;
  if (most === 0) return [];
  const left = new Map<string, number>();
  for (const row of after) left.set(textOfRow(row), (left.get(textOfRow(row)) ?? 0) + 1);
  const gone = before.slice(1).filter((row) => {
    const count = left.get(textOfRow(row)) ?? 0;
    left.set(textOfRow(row), count - 1);
    return count <= 0 && textOfRow(row) !== '' && !ids.has(idOf(view, row));
  });
  return gone.slice(0, most);
}

function idOf(view: TabView, row: Grid[number]): string {
  return readText(row[placeOf(view, 'id')] ?? null);
}
