/** What other people do to the sheet in the middle of an execution. None of it is wrong: people sort, insert, delete and copy rows. */
import { deleteRows, insertRows, lastRow, reorderRows, writeCells } from '../workspace/spreadsheet.ts';
import type { WorkspaceState } from '../workspace/state.ts';
import type { Edit } from './plan.ts';
import { silence } from './silence.ts';
import { placesOf, tabOf } from './tables.ts';

/** The tabs people work in; the chain of seals is not one of them. */
const WORKED_IN = [
  'clients',
  'drafts',
  'lines',
  'invoices',
  'payments',
  'instalments',
  'journal',
  'bank',
] as const;

export const DECOY = 'DECOY'; // a row that nobody needs stands first in each of these tabs

export function edit(state: WorkspaceState, kind: Edit): void {
  switch (kind) {
    case 'sort':
      for (const key of WORKED_IN) turnOver(state, key);
      return;
    case 'insert':
      for (const key of WORKED_IN) insertRows(state.book, tabOf(state, key), 2, 1);
      return;
    case 'delete':
      for (const key of WORKED_IN) deleteDecoy(state, key);
      return;
    case 'copy':
      for (const key of ['drafts', 'lines'] as const) copyLast(state, key);
      return;
    default:
      silence(state, kind);
  }
}

/** A sort in the other direction. */
function turnOver(state: WorkspaceState, key: string): void {
  const tab = tabOf(state, key);
  const before = new Map(tab.rows.map((row, index) => [row, index]));
  const place = (row: object): number => {
    for (const [known, index] of before) if (known === row) return index;
    return 0;
  };
  if (lastRow(tab) > 2) reorderRows(state.book, tab, 2, lastRow(tab), (a, b) => place(b) - place(a));
}

function deleteDecoy(state: WorkspaceState, key: string): void {
  const tab = tabOf(state, key);
  const row = tab.rows.findIndex((cells) => cells.some((cell) => String(cell).includes(DECOY)));
  if (row > 0) deleteRows(state.book, tab, row + 1, 1);
}

/** The last row of a draft again, below, with its id. */
function copyLast(state: WorkspaceState, key: string): void {
  const tab = tabOf(state, key);
  const row = tab.rows.filter((cells) => cells.some((cell) => /^D-/.test(String(cell)))).at(-1);
  const width = Math.max(...placesOf(tab, key).values()) + 1;
  if (row) writeCells(state.book, tab, lastRow(tab) + 1, 1, [row.slice(0, width)]);
}
