/**
 * One reading of a spreadsheet, and the second look that proves it: the same requests once more, their bytes compared by digest.
 * Every range was asked for before the second look began and is unchanged in it, so all of them stood together in between.
 */
import { createHash } from 'node:crypto';
import type { CellSink } from '../source.ts';
import type { SheetClient } from './sheet-client.ts';
import { SheetFailure } from './sheet-faults.ts';
import type { Timing } from './sheet-patience.ts';
import { type Piece, planRequests } from './sheet-plan.ts';
import { newPourer, type Pourer } from './sheet-pour.ts';
import { newGridCells, type ScannedRange, scanValueRanges } from './sheet-scan.ts';
import { matchTabs, type RegisterTabs, readSpreadsheet, SPREADSHEET_FIELDS } from './sheet-tabs.ts';

/** What a reading saw: enough to find out whether a second look sees the same. */
export type Reading = {
  readonly title: string;
  readonly register: RegisterTabs;
  readonly columns: Pourer['columns'];
  readonly requests: readonly Request[];
  readonly spreadsheetDigest: string;
  readonly digests: readonly string[]; // one a request
  readonly isHalfWritten: boolean; // the add-on was in the middle of a change
};

type Request = readonly Piece[];

/** Where the cells go, and who is told how far it is. */
export type Audience = {
  readonly begin: () => CellSink;
  readonly progress: (share: number) => void;
};

/** Pauses between readings of a sheet that is being edited. */
const PAUSES_MS = [1000, 2000, 4000, 8000];

/** Reads until a second look finds nothing changed, five times at most. `moving`: it never did. */
export async function readUntilStill(
  client: SheetClient,
  audience: Audience,
  timing: Timing,
): Promise<{ readonly reading: Reading; readonly moving: boolean }> {
  for (const pause of PAUSES_MS) {
    const reading = await readOnce(client, audience, 'stop at half a change').catch(nullIfGone);
    const isProven = reading && !reading.isHalfWritten && (await isStill(client, reading, audience));
    if (isProven) return { reading, moving: false };
    await timing.sleep(pause);
  }
  const reading = await readOnce(client, audience, 'read to the end');
  return { reading, moving: reading.isHalfWritten || !(await isStill(client, reading, audience)) };
}

/** A tab or rows deleted while they are read: nothing of this reading holds. */
function nullIfGone(error: unknown): null {
  if (error instanceof SheetFailure && error.fault.kind === 'range-gone') return null;
  throw error;
}

async function readOnce(
  client: SheetClient,
  { begin, progress }: Audience,
  manner: 'stop at half a change' | 'read to the end',
): Promise<Reading> {
  const { digest, title, tabs } = await client.spreadsheet(SPREADSHEET_FIELDS, (bytes) => ({
    digest: digestOf(bytes),
    ...readSpreadsheet(bytes),
  }));
  const register = matchTabs(tabs);
  const requests = planRequests(register.tabs);
  const cells = newGridCells();
  const pourer = newPourer(begin(), cells, register.duplicates);
  const digests: string[] = [];
  for (const request of requests) {
    const { digest, ranges } = await client.values(rangesOf(request), (bytes) => ({
      digest: digestOf(bytes),
      ranges: scanValueRanges(bytes, request, cells),
    }));
    digests.push(digest);
    pourRanges(request, ranges, pourer.pour);
    progress(digests.length / (2 * requests.length));
    if (pourer.isHalfWritten() && manner === 'stop at half a change') break;
  }
  const isHalfWritten = pourer.isHalfWritten();
  const { columns } = pourer;
  return { title, register, columns, requests, spreadsheetDigest: digest, digests, isHalfWritten };
}

function pourRanges(request: Request, ranges: readonly ScannedRange[], pour: Pourer['pour']): void {
  request.forEach((piece, i) => {
    pour(piece, ranges[i]);
  });
}

/** The second look: compares bytes and parses nothing. */
async function isStill(client: SheetClient, reading: Reading, { progress }: Audience): Promise<boolean> {
  try {
    for (const [i, request] of reading.requests.entries()) {
      if ((await client.values(rangesOf(request), digestOf)) !== reading.digests[i]) return false;
      progress((reading.requests.length + i + 1) / (2 * reading.requests.length));
    }
    return (await client.spreadsheet(SPREADSHEET_FIELDS, digestOf)) === reading.spreadsheetDigest;
  } catch (error) {
    nullIfGone(error);
    return false;
  }
}

function rangesOf(request: Request): readonly string[] {
  return request.map((piece) => piece.range);
}

function digestOf(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('base64');
}
