/** Rows taken out of a table by what stands in one of their cells, and no other row with them. */
import type { Cell } from '../../../shared/base/problem.ts';
import type { SourceTableKey } from '../../../shared/register/source-tables.ts';
import { deleteRequests, returnRequests } from './sheet-changes.ts';
import type { SheetClient } from './sheet-client.ts';
import type { Timing } from './sheet-patience.ts';
import { settle } from './sheet-settle.ts';
import { readSheetTable, type SheetTable, textIn } from './sheet-table.ts';

/**
 * Google takes rows out by their place. Where somebody sorts or inserts between the look and the change, others leave in their stead:
 * they come back below, and what is left goes.
 * @returns how many rows there were  @throws SourceError, SheetFailure
 */
export async function removeFromSheet(
  client: SheetClient,
  timing: Timing,
  key: SourceTableKey,
  column: string,
  values: ReadonlySet<string>,
): Promise<number> {
  let before: SheetTable | null = null;
  let count = 0;
  await settle(client, timing, async () => {
    const table = await readSheetTable(client, key);
    const rows = table.rows.flatMap((_, row) => (values.has(textIn(table, row, column)) ? [row] : []));
    const lost = before === null ? [] : lostRows(before, table, column, values).slice(0, rows.length);
    if (before === null) count = rows.length;
    before = table;
    return rows.length === 0 ? [] : [...returnRequests(table, lost), ...deleteRequests(table, rows)];
  });
  return count;
}

/** Rows of others that stood before and no longer do. */
function lostRows(
  before: SheetTable,
  after: SheetTable,
  column: string,
  values: ReadonlySet<string>,
): readonly (readonly Cell[])[] {
  const left = new Map<string, number>();
  for (const row of after.rows) left.set(JSON.stringify(row), (left.get(JSON.stringify(row)) ?? 0) + 1);
  return before.rows.filter((row, at) => {
    const count = left.get(JSON.stringify(row)) ?? 0;
    left.set(JSON.stringify(row), count - 1);
    return count <= 0 && row.length > 0 && !values.has(textIn(before, at, column));
  });
}
