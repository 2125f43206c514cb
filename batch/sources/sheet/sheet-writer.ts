/** Writes into a register kept in a Google spreadsheet: rows added, rows taken out, cells changed, each change looked for before it is believed. */
import type { RegisterWriter } from '../register-writer.ts';
import { appendToSheet } from './sheet-append.ts';
import { changeInSheet } from './sheet-change.ts';
import { type GoogleSheetOptions, requireOwnServer, withSheet } from './sheet-connection.ts';
import { removeFromSheet } from './sheet-remove.ts';
import { placeIn, readSheetTable } from './sheet-table.ts';

/** Google wants requests of a few megabytes at most: 2,000 rows of the bank's log. */
const ROWS_A_REQUEST = 2000;

/** Nothing is asked of Google before the first change. @param options credentials that may write */
export function openSheetWriter(options: GoogleSheetOptions): RegisterWriter {
  requireOwnServer(options);
  return {
    ready: (columns) =>
      withSheet(options, 'write', async (client) => {
        for (const [table, keys] of columns) {
          if (keys.length === 0) continue;
          const read = await readSheetTable(client, table);
          for (const key of keys) placeIn(read, key);
        }
      }),
    async append(table, rows) {
      if (rows.length === 0) return;
      await withSheet(options, 'write', async (client, timing) => {
        for (let at = 0; at < rows.length; at += ROWS_A_REQUEST)
          await appendToSheet(client, timing, table, rows.slice(at, at + ROWS_A_REQUEST));
      });
    },
    remove: (table, key, values) =>
      withSheet(options, 'write', (client, timing) => removeFromSheet(client, timing, table, key, values)),
    change: (table, column, byKey, except = {}) =>
      withSheet(options, 'write', (client, timing) =>
        changeInSheet(client, timing, table, { column, byKey, except }),
      ),
  };
}
