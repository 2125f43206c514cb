/** The computed columns of the invoices tab, written beside the numbers they belong to, wherever those stand by now. */
import type { Cell } from '../../../shared/base/problem.ts';
import { readText } from '../../../shared/register/cells.ts';
import { matchHeaders } from '../../../shared/register/headers.ts';
import { TABLES } from '../../../shared/register/tables.ts';
import type { Grid, World } from '../../world.ts';

export const COMPUTED_KEYS = ['paid', 'openBalance', 'daysOverdue', 'dunningLevel', 'nextStep'] as const;
export type ComputedKey = (typeof COMPUTED_KEYS)[number];

/** What is to be written beside one number. */
export type ComputedCells = Readonly<Record<ComputedKey, Cell>>;

/** Where the tab has them: a column's place from 0. */
export type InvoicePlaces = {
  readonly number: number;
  readonly runs: readonly Run[]; // computed columns that stand side by side: one write each
};
export type Run = { readonly first: number; readonly keys: readonly ComputedKey[] };

/** @returns null where there is no number column: nothing can be found, nothing is written */
export function invoicePlaces(grid: Grid): InvoicePlaces | null {
  const { columns } = matchHeaders(TABLES.invoices, grid[0] ?? []);
  const number = columns.get('number');
  if (number === undefined) return null;
  const placed = COMPUTED_KEYS.flatMap((key) => {
    const at = columns.get(key);
    return at === undefined ? [] : [{ key, at }];
  }).sort((a, b) => a.at - b.at);
  const runs: { first: number; keys: ComputedKey[] }[] = [];
  for (const { at, key } of placed) {
    const last = runs[runs.length - 1];
    if (last && last.first + last.keys.length === at) last.keys.push(key);
    else runs.push({ first: at, keys: [key] });
  }
  return { number, runs };
}

export type NumberColumn = {
  readonly rowOf: ReadonlyMap<string, number>; // the first row of each number, from 1
  readonly length: number; // the last row with a number
};

/** The numbers as the tab is now: one call. */
export function readNumbers(world: World, { number }: InvoicePlaces): NumberColumn {
  const column = world.sheet.readColumn('invoices', number + 1);
  const rowOf = new Map<string, number>();
  column.forEach((cell, index) => {
    const text = readText(cell);
    if (index > 0 && text !== '' && !rowOf.has(text)) rowOf.set(text, index + 1);
  });
  return { rowOf, length: column.length };
}

/**
 * Writes a block of rows, one call a run of columns. What is in a row that no number claims becomes empty.
 * @param cellsByRow what to write, by row from 1
 */
export function writeRows(
  world: World,
  { runs }: InvoicePlaces,
  cellsByRow: ReadonlyMap<number, ComputedCells>,
  first: number,
  last: number,
): void {
  if (last < first) return;
  for (const { first: column, keys } of runs) {
    const block = Array.from({ length: last - first + 1 }, (_, index) => {
      const cells = cellsByRow.get(first + index);
      return keys.map((key) => (cells ? cells[key] : null));
    });
    world.sheet.write('invoices', first, column + 1, block);
  }
}
