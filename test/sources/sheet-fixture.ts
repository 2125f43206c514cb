/** What the tests of the Google source share: a small register in a spreadsheet, a sink that remembers, time that passes at once. */
import { onTestFinished } from 'vitest';
import { openGoogleSheet } from '../../batch/sources/sheet/google-sheet.ts';
import type { SheetCredentials } from '../../batch/sources/sheet/sheet-credentials.ts';
import type { Timing } from '../../batch/sources/sheet/sheet-patience.ts';
import { type CellSink, SourceError, type SourceInfo } from '../../batch/sources/source.ts';
import type { Cell } from '../../shared/base/problem.ts';
import type { Words } from '../../shared/base/words.ts';
import type { TableFlaw } from '../../shared/register/cell-block.ts';
import type { SourceTableKey } from '../../shared/register/source-tables.ts';
import { type Plan, type SeenRequest, startSheetsServer } from '../workspace/sheets-server.ts';
import { addTab, newSpreadsheet, type Spreadsheet } from '../workspace/spreadsheet.ts';

export const SPREADSHEET_ID = '1AbcDefGhiJklMnoPqrStuVwxYz0123456789-_AbCdE';

/** Settings, two clients, two invoices: as the add-on lays them out in French. */
export function smallRegister(): Spreadsheet {
  const spreadsheet = newSpreadsheet(SPREADSHEET_ID, 'Registre 2026');
  addTab(spreadsheet, 'Réglages', [
    ['Réglage', 'Valeur'],
    ['Raison sociale', 'Dupont & Fils'],
  ]);
  addTab(spreadsheet, 'Clients', [
    ['Code client', 'Nom'],
    ['C001', 'Société Générale d’Épicerie'],
    ['C002', '漢字 😀'],
  ]);
  addTab(spreadsheet, 'Factures', [
    ['Numéro', 'Client', 'Date de facture', 'Montant TTC'],
    ['F2026-00001', 'C001', 46109, 1234.56],
    ['F2026-00002', 'C002', 46110, 80],
  ]);
  return spreadsheet;
}

/** A table as a sink was handed it; the first row of `rows` is the sheet's row `firstRow`. */
export type Poured = {
  readonly table: SourceTableKey;
  readonly headers: readonly Cell[];
  readonly rows: Cell[][];
  readonly firstRows: number[]; // of each block
  readonly flaws: TableFlaw[];
};

export function rememberingSink(into: Poured[]): CellSink {
  const last = () => into[into.length - 1];
  return {
    header: (table, headers) => into.push({ table, headers, rows: [], firstRows: [], flaws: [] }),
    flaw: (flaw) => last().flaws.push(flaw),
    rows(block) {
      last().firstRows.push(block.firstRow);
      for (let row = 0; row < block.rowCount; row++)
        last().rows.push(last().headers.map((_, column) => block.cell(row, column)));
    },
  };
}

/** Time that passes only while someone sleeps, and then at once. */
export function quickTiming(requestTimeoutMs = 5000): Timing & { readonly slept: number[] } {
  const slept: number[] = [];
  let now = Date.UTC(2026, 10, 20);
  return {
    slept,
    requestTimeoutMs,
    now: () => now,
    random: () => 0,
    sleep: (ms) => {
      slept.push(ms);
      now += ms;
      return Promise.resolve();
    },
  };
}

export type Read = {
  readonly info: SourceInfo;
  readonly tables: readonly Poured[]; // of the last sink
  readonly begun: number; // sinks asked for
  readonly seen: readonly SeenRequest[];
  readonly slept: readonly number[];
  readonly shares: readonly number[];
};

export type ReadOptions = {
  readonly plan?: Plan;
  readonly requestTimeoutMs?: number;
  readonly credentials?: SheetCredentials;
  readonly spreadsheetId?: string;
};

/** Serves the spreadsheet over HTTP and reads it through the source. */
export async function readThrough(spreadsheet: Spreadsheet, options: ReadOptions = {}): Promise<Read> {
  const server = await startSheetsServer([spreadsheet], options.plan);
  onTestFinished(() => server.close());
  const timing = quickTiming(options.requestTimeoutMs);
  const source = openGoogleSheet({
    spreadsheetId: options.spreadsheetId ?? spreadsheet.id,
    credentials: options.credentials ?? null,
    rootUrl: server.url,
    timing,
  });
  const sinks: Poured[][] = [];
  const shares: number[] = [];
  const begin = () => {
    sinks.push([]);
    return rememberingSink(sinks[sinks.length - 1]);
  };
  try {
    const info = await source.read(begin, (share) => shares.push(share));
    const tables = sinks[sinks.length - 1];
    return { info, tables, begun: sinks.length, seen: server.seen, slept: timing.slept, shares };
  } catch (error) {
    throw error instanceof SourceError ? new FailedRead(error.words, server.seen, timing.slept) : error;
  }
}

/** How a reading ended, with what the server and the clock saw of it. */
export class FailedRead extends Error {
  readonly words: Words;
  readonly seen: readonly SeenRequest[];
  readonly slept: readonly number[];

  constructor(words: Words, seen: readonly SeenRequest[], slept: readonly number[]) {
    super(words.en);
    this.words = words;
    this.seen = seen;
    this.slept = slept;
  }
}

/** Reads what must not be readable. */
export async function failToRead(spreadsheet: Spreadsheet, options: ReadOptions = {}): Promise<FailedRead> {
  const outcome = await readThrough(spreadsheet, options).catch((error: unknown) => error);
  if (outcome instanceof FailedRead) return outcome;
  throw outcome instanceof Error ? outcome : new Error('it was read');
}
