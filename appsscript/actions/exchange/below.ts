/**
 * Payments written below the last: all rows of one act, or none. One row is appended, and nobody's row is ever under it. Several are one
 * block, which lies on the last rows where people put rows in above meanwhile: those are kept outside the sheet until the look afterwards.
 */
import type { World } from '../../world.ts';
import { coveredRows } from '../covered.ts';
import { appendBelow, appendRows, lastRowOf, type Row, type TabView } from '../frame.ts';
import { forgetRows, keepRows, type WrittenBelow } from './kept-rows.ts';
import { textOfRow } from './row-text.ts';

/** As many rows as are compared, and as many again that people may put in. */
const TAIL = 60;

/** Under the lock. @returns the first row written, where nobody moved rows meanwhile */
export function appendPayments(world: World, view: TabView, rows: readonly Row[]): number {
  const first = lastRowOf(view) + 1;
  if (rows.length === 1) appendRows(world, view, rows);
  if (rows.length < 2) return first;
  const kept = {
    first,
    height: rows.length,
    tail: view.grid.slice(Math.max(1, first - 1 - TAIL), first - 1),
  };
  keepRows(world, kept);
  appendBelow(world, view, rows);
  giveBackTail(world, kept);
  forgetRows(world);
  return first;
}

/** One call, and one for each row that the block covers. */
export function giveBackTail(world: World, { first, height, tail }: WrittenBelow): void {
  const above = first - 1 - tail.length;
  const before = [...new Array<string>(above).fill(''), ...tail.map(textOfRow)];
  const after = world.sheet.read('payments').map(textOfRow);
  const covered = coveredRows(before, new Array<string>(height).fill(''), after);
  world.sheet.append(
    'payments',
    covered.map((row) => tail[row - 1 - above]),
  );
}
