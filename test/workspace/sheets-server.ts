/**
 * The Sheets API v4 on this machine: an HTTP server over spreadsheets in memory. It answers as Google does what it emulates,
 * refuses the rest with 501, fails on demand, and remembers every request.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { ApiRefusal, notEmulated, refusalBody } from './api-refusal.ts';
import type { Json } from './field-mask.ts';
import { answerBatchGet, answerGet } from './sheets-answers.ts';
import { answerBatchUpdate } from './sheets-updates.ts';
import type { Spreadsheet } from './spreadsheet.ts';

/** How a request fails. */
export type Fault =
  | {
      readonly fault: 'status';
      readonly status: number;
      readonly message?: string;
      readonly reason?: string; // of the error's details, such as SERVICE_DISABLED
      readonly retryAfter?: string; // the header, as sent
    }
  | { readonly fault: 'hang' } // no answer, ever
  | { readonly fault: 'truncated' } // half of the JSON, as if it were all
  | { readonly fault: 'cut' } // the connection breaks in the middle of the body
  | { readonly fault: 'reset' }; // the connection breaks before the answer

export type SeenRequest = {
  readonly index: number; // from 0
  readonly call: 'get' | 'batchGet' | 'batchUpdate' | 'other';
  readonly ranges: readonly string[];
  readonly authorization: string | null;
};

export type SheetsServer = {
  readonly url: string;
  readonly seen: readonly SeenRequest[];
  close(): Promise<void>;
};

/** Asked before a request is answered: it may edit the spreadsheets, and says whether the request fails. */
export type Plan = (request: SeenRequest) => Fault | null;

type State = {
  readonly spreadsheets: readonly Spreadsheet[];
  readonly plan: Plan;
  readonly seen: SeenRequest[];
  readonly kept: Map<string, { readonly revision: number; readonly body: Buffer }>; // answers, until the next edit
};

/** Starts the server on a free port of 127.0.0.1. */
export async function startSheetsServer(
  spreadsheets: readonly Spreadsheet[],
  plan: Plan = () => null,
): Promise<SheetsServer> {
  const state: State = { spreadsheets, plan, seen: [], kept: new Map() };
  const server = createServer((request, response) => serve(state, request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: addressOf(server), seen: state.seen, close: () => closeServer(server) };
}

function addressOf(server: Server): string {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server listens on no port');
  return `http://127.0.0.1:${address.port}/`;
}

async function closeServer(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}

async function serve(state: State, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const sent = await bodyOf(request);
  const url = new URL(request.url ?? '/', 'http://127.0.0.1');
  const seen = describeRequest(state.seen.length, url, request);
  state.seen.push(seen);
  const fault = state.plan(seen);
  if (fault?.fault === 'hang') return;
  if (fault?.fault === 'reset') {
    request.socket.destroy();
    return;
  }
  try {
    if (fault?.fault === 'status') throw refusalOf(fault, response);
    sendBody(response, answer(state, request.method ?? '', url, sent), fault);
  } catch (error) {
    if (!(error instanceof ApiRefusal)) throw error;
    response.writeHead(error.status, JSON_TYPE).end(refusalBody(error));
  }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(Buffer.from(piece));
  return Buffer.concat(pieces).toString('utf8');
}

const JSON_TYPE = { 'content-type': 'application/json; charset=UTF-8' };

function describeRequest(index: number, url: URL, request: IncomingMessage): SeenRequest {
  const path = url.pathname;
  const call = CALLS.find(([pattern]) => pattern.test(path))?.[1] ?? 'other';
  const authorization = request.headers.authorization ?? null;
  return { index, call, ranges: url.searchParams.getAll('ranges'), authorization };
}

const CALLS = [
  [/^\/v4\/spreadsheets\/[^/:]+$/, 'get'],
  [/^\/v4\/spreadsheets\/[^/:]+\/values:batchGet$/, 'batchGet'],
  [/^\/v4\/spreadsheets\/[^/:]+:batchUpdate$/, 'batchUpdate'],
] as const;

function refusalOf(fault: Extract<Fault, { fault: 'status' }>, response: ServerResponse): ApiRefusal {
  if (fault.retryAfter !== undefined) response.setHeader('retry-after', fault.retryAfter);
  return new ApiRefusal(fault.status, fault.message ?? 'Planned fault.', fault.reason ?? null);
}

function answer(state: State, method: string, url: URL, sent: string): Buffer {
  const match = /^\/v4\/spreadsheets\/([^/:]+)(\/values:batchGet|:batchUpdate)?$/.exec(url.pathname);
  const isWrite = match?.[2] === ':batchUpdate';
  if (!match || method !== (isWrite ? 'POST' : 'GET')) notEmulated(`${method} ${url.pathname}`);
  const spreadsheet = state.spreadsheets.find(({ id }) => id === match[1]);
  if (!spreadsheet) throw new ApiRefusal(404, 'Requested entity was not found.');
  if (isWrite) return jsonBody(answerBatchUpdate(spreadsheet, url.searchParams, sent), url.searchParams);
  const kept = state.kept.get(url.href);
  if (kept?.revision === spreadsheet.revision) return kept.body;
  const reply = match[2] === undefined ? answerGet : answerBatchGet;
  const body = jsonBody(reply(spreadsheet, url.searchParams), url.searchParams);
  state.kept.set(url.href, { revision: spreadsheet.revision, body });
  return body;
}

/** Google indents its JSON unless it is asked not to. */
function jsonBody(value: Json, parameters: URLSearchParams): Buffer {
  return Buffer.from(JSON.stringify(value, null, parameters.get('prettyPrint') === 'false' ? 0 : 2));
}

function sendBody(response: ServerResponse, body: Buffer, fault: Fault | null): void {
  const half = body.subarray(0, body.length >> 1);
  const sent = fault?.fault === 'truncated' ? half : body;
  response.writeHead(200, { ...JSON_TYPE, 'content-length': sent.length });
  if (fault?.fault === 'cut') response.write(half, () => response.destroy());
  else response.end(sent);
}
