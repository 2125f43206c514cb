/** A register in a Google spreadsheet, read through the Sheets API a few thousand rows at a time. */
import { openSheetClient } from './sheet-client.ts';
import type { SheetCredentials, SheetIdentity } from './sheet-credentials.ts';
import { SheetFailure } from './sheet-faults.ts';
import { SYSTEM_TIMING, type Timing } from './sheet-patience.ts';
import { readUntilStill } from './sheet-reading.ts';
import { faultWords } from './sheet-words.ts';
import { type CellSink, type Source, SourceError, type SourceInfo } from './source.ts';

export type GoogleSheetOptions = {
  readonly spreadsheetId: string;
  readonly credentials: SheetCredentials | null; // none: only for a server on this machine
  readonly rootUrl?: string; // of a server on this machine that stands in for Google's
  readonly timing?: Timing;
};

/** A spreadsheet as a source. Nothing is asked of Google before `read`, which throws `SourceError`. */
export function openGoogleSheet(options: GoogleSheetOptions): Source {
  const { rootUrl = null, credentials } = options;
  if (rootUrl !== null && !isLocal(rootUrl)) throw new SourceError(ROOT_ELSEWHERE);
  if (rootUrl === null && credentials === null) throw new Error('Google wants credentials');
  return { read: (begin, progress) => readSheet(options, begin, progress) };
}

/** A token must not go to a stranger's server. */
const ROOT_ELSEWHERE = {
  fr: 'L’adresse qui remplace l’API Google Sheets doit être sur cette machine\u202f: http://127.0.0.1:PORT/',
  en: 'The address that stands in for the Google Sheets API has to be on this machine: http://127.0.0.1:PORT/',
};

function isLocal(rootUrl: string): boolean {
  return URL.canParse(rootUrl) && ['127.0.0.1', 'localhost'].includes(new URL(rootUrl).hostname);
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

async function readSheet(
  options: GoogleSheetOptions,
  begin: () => CellSink,
  progress: (share: number) => void,
): Promise<SourceInfo> {
  const { spreadsheetId, credentials, timing = SYSTEM_TIMING } = options;
  let identity: SheetIdentity | null = null;
  try {
    identity = credentials === null ? null : await credentials(timing);
    const auth = identity?.auth ?? null;
    const client = await openSheetClient({ spreadsheetId, auth, timing, rootUrl: options.rootUrl ?? null });
    const { reading, moving } = await readUntilStill(client, { begin, progress }, timing);
    const tabs = new Map([...reading.register.tabs].map(([table, tab]) => [table, tab.gid]));
    const { title: name, columns } = reading;
    return { kind: 'sheet', name, spreadsheetId, tabs, columns, moving };
  } catch (error) {
    if (!(error instanceof SheetFailure)) throw error;
    const account = error.fault.kind === 'no-access' ? await identity?.account() : null;
    throw new SourceError(faultWords(error.fault, account ?? null));
  }
}
