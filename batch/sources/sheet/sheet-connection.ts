/** Signed in to one spreadsheet: what goes wrong there is told in words. */

import { SourceError } from '../source.ts';
import { openSheetClient, type SheetClient } from './sheet-client.ts';
import type { SheetCredentials, SheetIdentity, SheetUse } from './sheet-credentials.ts';
import { SheetFailure } from './sheet-faults.ts';
import { SYSTEM_TIMING, type Timing } from './sheet-patience.ts';
import { faultWords } from './sheet-words.ts';

export type GoogleSheetOptions = {
  readonly spreadsheetId: string;
  readonly credentials: SheetCredentials | null; // none: only for a server on this machine
  readonly rootUrl?: string; // of a server on this machine that stands in for Google's
  readonly timing?: Timing;
};

/** @throws SourceError where another machine is to stand in for Google: a token must not go to a stranger's server */
export function requireOwnServer({ credentials, rootUrl }: GoogleSheetOptions): void {
  if (rootUrl !== undefined && !isLocal(rootUrl)) throw new SourceError(ROOT_ELSEWHERE);
  if (rootUrl === undefined && credentials === null) throw new Error('Google wants credentials');
}

const ROOT_ELSEWHERE = {
  fr: 'L’adresse qui remplace l’API Google Sheets doit être sur cette machine\u202f: http://127.0.0.1:PORT/',
  en: 'The address that stands in for the Google Sheets API has to be on this machine: http://127.0.0.1:PORT/',
};

function isLocal(rootUrl: string): boolean {
  return URL.canParse(rootUrl) && ['127.0.0.1', 'localhost'].includes(new URL(rootUrl).hostname);
}

/** @throws SourceError for what Google refuses, and what the work throws itself */
export async function withSheet<T>(
  options: GoogleSheetOptions,
  use: SheetUse,
  work: (client: SheetClient, timing: Timing) => Promise<T>,
): Promise<T> {
  const { spreadsheetId, credentials, rootUrl = null, timing = SYSTEM_TIMING } = options;
  let identity: SheetIdentity | null = null;
  try {
    identity = credentials === null ? null : await credentials(timing);
    const auth = identity?.auth ?? null;
    return await work(await openSheetClient({ spreadsheetId, auth, timing, rootUrl }), timing);
  } catch (error) {
    if (!(error instanceof SheetFailure)) throw error;
    const { kind } = error.fault;
    const account = kind === 'no-access' || kind === 'protected' ? await identity?.account() : null;
    throw new SourceError(faultWords(error.fault, account ?? null, use));
  }
}
