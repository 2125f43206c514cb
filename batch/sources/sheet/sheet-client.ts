/** What a register needs of the Sheets API: two reads, as raw bytes, retried and paced; and one write, which is sent once. */
import type { MethodOptions, sheets_v4 } from 'googleapis/build/src/apis/sheets/index.js';
import { malformed, readJson } from './sheet-json.ts';
import { pacer, type Timing, withPatience } from './sheet-patience.ts';

/** Reads that hand the answer's bytes to `take`; where that throws `MalformedAnswer` the answer is asked for again. */
export type SheetClient = {
  spreadsheet<T>(fields: string, take: (bytes: Buffer) => T): Promise<T>;
  /** Raw values, dates as serial numbers. @param ranges in A1 notation */
  values<T>(ranges: readonly string[], take: (bytes: Buffer) => T): Promise<T>;
  /** All of the requests or none. Whatever it throws, they may have been carried out: who sends them again looks first. */
  update(requests: readonly SheetRequest[]): Promise<void>;
};

export type SheetRequest = sheets_v4.Schema$Request;

export type ClientOptions = {
  readonly spreadsheetId: string;
  readonly auth: sheets_v4.Options['auth'] | null; // none: for a server on this machine
  readonly rootUrl: string | null;
  readonly timing: Timing;
};

/** Google's client of the Sheets API, loaded when it is needed: 0.1 s, and 1 s for all of googleapis. */
export async function openSheetClient({
  spreadsheetId,
  auth,
  rootUrl,
  timing,
}: ClientOptions): Promise<SheetClient> {
  const { sheets } = await import('./google-client.ts');
  const api = sheets({ version: 'v4', ...(auth && { auth }), ...(rootUrl && { rootUrl }) });
  const options = requestOptions(rootUrl, timing);
  const pace = pacer(timing);
  const read = <T>(call: () => Promise<{ readonly data: unknown }>, take: (bytes: Buffer) => T) =>
    withPatience(timing, async () => {
      await pace();
      const { data } = await call();
      return take(bytesOf(data));
    });
  return {
    spreadsheet: (fields, take) =>
      read(() => api.spreadsheets.get({ ...COMMON, spreadsheetId, fields }, options), take),
    values: (ranges, take) =>
      read(
        () =>
          api.spreadsheets.values.batchGet(
            { ...COMMON, ...RAW, spreadsheetId, ranges: [...ranges] },
            options,
          ),
        take,
      ),
    update: async (requests) => {
      await pace();
      const body = { requests: [...requests] };
      const { data } = await api.spreadsheets.batchUpdate(
        { ...COMMON, spreadsheetId, requestBody: body },
        options,
      );
      readJson(bytesOf(data));
    },
  };
}

/** The client's types promise parsed JSON, whatever it is asked for. */
function bytesOf(data: unknown): Buffer {
  return data instanceof ArrayBuffer ? Buffer.from(data) : malformed();
}

/** Google would indent its JSON, which triples it. */
const COMMON = { prettyPrint: false };
const RAW = {
  majorDimension: 'ROWS',
  valueRenderOption: 'UNFORMATTED_VALUE',
  dateTimeRenderOption: 'SERIAL_NUMBER',
};

/** Bytes instead of parsed JSON, and no retries but ours: the client's own would not be counted. */
function requestOptions(rootUrl: string | null, timing: Timing): MethodOptions {
  return {
    responseType: 'arraybuffer',
    retry: false,
    timeout: timing.requestTimeoutMs,
    ...(rootUrl && { noProxy: [new URL(rootUrl).hostname] }),
  };
}
