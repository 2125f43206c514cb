/**
 * Rows covered by a block. A block of rows is written below the last row as it was read; when somebody puts rows in above between the two,
 * the last rows have moved down and the block lies on them. Looking afterwards shows it, and what it covered is still known.
 */
import { readText } from '../../shared/register/cells.ts';
import type { Grid, World } from '../world.ts';
import { placeOf, type Row, type TabView } from './frame.ts';

/** Rows compared above the block: enough that two places do not look alike. */
const COMPARED = 30;

/** More rows at once nobody puts in by hand while a run writes. */
const MOST_PUT_IN = 100;

/** One call, which brings what was written to the sheet, and one for each row to restore. @param key of a column that names the rows */
export function restoreCovered(
  world: World,
  view: TabView,
  key: string,
  first: number,
  block: readonly Row[],
): void {
  if (block.length === 0) return;
  const place = placeOf(view, key);
  const after = world.sheet.readColumn(view.tab, place + 1).map((cell) => readText(cell));
  const covered = coveredRows(
    view.grid.slice(0, first - 1).map((row) => readText(row[place] ?? null)),
    block.map((row) => readText(row[key] ?? null)),
    after,
  );
  const rows: Grid = covered.map((row) => view.grid[row - 1]);
  world.sheet.append(view.tab, rows);
}

/**
 * @param before the column's texts above the block, as they were read @param block those of the rows written @param after all, as they are now
 * @returns rows, numbered as they were, that the block lies on and that stand nowhere any more
 */
export function coveredRows(
  before: readonly string[],
  block: readonly string[],
  after: readonly string[],
): readonly number[] {
  const last = before.length;
  const putIn = rowsPutIn(before, after, last);
  if (putIn === 0) return [];
  const missing = new Map<string, number>();
  const count = (text: string, by: number) => missing.set(text, (missing.get(text) ?? 0) + by);
  for (const text of [...before, ...block]) count(text, 1);
  for (const text of after) count(text, -1);
  const rows: number[] = [];
  for (let row = last - putIn + 1; row <= Math.min(last, last - putIn + block.length); row++) {
    const text = before[row - 1];
    if (text === '' || (missing.get(text) ?? 0) <= 0) continue;
    rows.push(row);
    count(text, -1);
  }
  return rows;
}

/** By how many rows what stood above the block has moved down; 0 where it did not, or in no way that can be told. */
function rowsPutIn(before: readonly string[], after: readonly string[], last: number): number {
  for (let shift = 0; shift <= Math.min(MOST_PUT_IN, last - 1); shift++) {
    const compared = Math.min(COMPARED, last - shift - 1);
    let same = 0;
    while (same < compared && after[last - 1 - same] === before[last - 1 - shift - same]) same++;
    if (same === compared && compared > 0) return shift;
  }
  return 0;
}
