/** A register in a Google spreadsheet, read through the Sheets API a few thousand rows at a time. */

import type { CellSink, Source, SourceInfo } from '../source.ts';
import { type GoogleSheetOptions, requireOwnServer, withSheet } from './sheet-connection.ts';
import { readUntilStill } from './sheet-reading.ts';

/** A spreadsheet as a source. Nothing is asked of Google before `read`, which throws `SourceError`. */
export function openGoogleSheet(options: GoogleSheetOptions): Source {
  requireOwnServer(options);
  return { read: (begin, progress) => readSheet(options, begin, progress) };
}

/** The id in a spreadsheet's address, or an id alone; `null` where the text is neither. */
export function spreadsheetIdOf(text: string): string | null {
  const trimmed = text.trim();
  const address =
    /^(?:https?:\/\/)?docs\.google\.com\/(?:a\/[^/]+\/)?spreadsheets\/(?:u\/\d+\/)?d\/([\w-]{20,})(?:[/?#]|$)/i;
  return address.exec(trimmed)?.[1] ?? (looksRandom(trimmed) ? trimmed : null);
}

/** An id is random: a folder's name such as `registre-de-factures-2026-2027` lacks a capital, a small letter or a digit. */
function looksRandom(text: string): boolean {
  return /^[\w-]{30,100}$/.test(text) && [/[a-z]/, /[A-Z]/, /\d/].every((kind) => kind.test(text));
}

function readSheet(
  options: GoogleSheetOptions,
  begin: () => CellSink,
  progress: (share: number) => void,
): Promise<SourceInfo> {
  return withSheet(options, 'read', async (client, timing) => {
    const { reading, moving } = await readUntilStill(client, { begin, progress }, timing);
    const tabs = new Map([...reading.register.tabs].map(([table, tab]) => [table, tab.gid]));
    const { title: name, columns } = reading;
    return { kind: 'sheet', name, spreadsheetId: options.spreadsheetId, tabs, columns, moving };
  });
}
