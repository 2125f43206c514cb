/**
 * The workspace in a browser: serves the page of the sheet on 127.0.0.1, the pages of panels on localhost (another origin, as Google
 * does), and answers what the page asks. Only that page may ask.
 */
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Workspace } from '../workspace.ts';
import { OpenDesk } from './desk.ts';
import { MAIL_POLICY, mailPage } from './mail-page.ts';
import { hostPage, panelPage } from './pages.ts';
import type { Told } from './protocol.ts';
import { readAsked } from './read-asked.ts';

export type WorkspaceServer = {
  readonly url: string;
  readonly desk: () => OpenDesk;
  readonly close: () => Promise<void>;
};

export type ServerOptions = {
  /** Makes the workspace shown; asked again where the user starts over. */
  readonly workspaceOf: (kind: 'sample' | 'empty') => Workspace;
  readonly first: 'sample' | 'empty';
  readonly port?: number; // 0: any that is free
  readonly ticks?: boolean; // whether the clock runs between the user's acts
  readonly code?: string; // of the script, where it is not the built one
};

type Serving = {
  readonly options: ServerOptions;
  readonly pageOrigin: string;
  readonly panelOrigin: string;
  readonly page: string;
  readonly listeners: Set<ServerResponse>;
  desk: OpenDesk;
};

export async function startWorkspaceServer(options: ServerOptions): Promise<WorkspaceServer> {
  const page = await hostPage();
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  const port = portOf(server);
  const listeners = new Set<ServerResponse>();
  const panelOrigin = `http://localhost:${port}`;
  const serving: Serving = {
    options,
    page,
    listeners,
    pageOrigin: `http://127.0.0.1:${port}`,
    panelOrigin,
    desk: deskOf(options, options.first, panelOrigin, listeners),
  };
  server.on('request', (request, response) => void serve(serving, request, response));
  await serving.desk.open();
  const clock = setInterval(() => options.ticks && serving.desk.workspace.advance(1000), 1000);
  return {
    url: `${serving.pageOrigin}/`,
    desk: () => serving.desk,
    close: () => {
      clearInterval(clock);
      return closeServer(server);
    },
  };
}

function deskOf(
  options: ServerOptions,
  kind: 'sample' | 'empty',
  panelOrigin: string,
  listeners: ReadonlySet<ServerResponse>,
): OpenDesk {
  const functions = functionsOf(options.code ?? readFileSync('dist/addon/Code.js', 'utf8'));
  return new OpenDesk(options.workspaceOf(kind), {
    panelOrigin,
    functions,
    tell: (told) => tell(listeners, told),
  });
}

/** The functions of a script's top level, private ones left out. */
export function functionsOf(code: string): readonly string[] {
  return [...code.matchAll(/^function (\w+)\(/gm)].flatMap(([, name = '']) =>
    name.endsWith('_') ? [] : [name],
  );
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server listens on no port');
  return address.port;
}

async function closeServer(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}

function tell(listeners: ReadonlySet<ServerResponse>, told: Told): void {
  for (const listener of listeners) listener.write(`data: ${JSON.stringify(told)}\n\n`);
}

type Reply = { readonly type: string; readonly body: string | Uint8Array; readonly policy?: string };

async function serve(serving: Serving, request: IncomingMessage, response: ServerResponse): Promise<void> {
  try {
    const origin = `http://${request.headers.host ?? ''}`;
    const url = new URL(request.url ?? '/', origin);
    if (origin === serving.panelOrigin) return send(response, panelReply(serving, url));
    if (origin !== serving.pageOrigin) return refuse(response, 403, 'unknown host');
    if (url.pathname === '/api/events') return listen(serving, response);
    if (request.method === 'POST') return await act(serving, request, response, url);
    send(response, pageReply(serving, url));
  } catch (error) {
    refuse(response, 500, error instanceof Error ? error.message : String(error));
  }
}

function send(response: ServerResponse, reply: Reply | null): void {
  if (reply === null) {
    refuse(response, 404, 'not found');
    return;
  }
  const policy = reply.policy ? { 'content-security-policy': reply.policy } : {};
  const headers = {
    'content-type': reply.type,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  };
  response.writeHead(200, { ...headers, ...policy }).end(reply.body);
}

function refuse(response: ServerResponse, status: number, message: string): void {
  if (!response.headersSent) response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' });
  response.end(message);
}

function listen({ listeners }: Serving, response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
  response.write('retry: 500\n\n');
  listeners.add(response);
  response.on('close', () => listeners.delete(response));
}

const HTML = 'text/html; charset=utf-8';

/** A page may load nothing from anywhere: what it needs it brings. */
const PANEL_POLICY =
  "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data: blob:; font-src data:; frame-src blob: data:";

function panelReply({ desk, pageOrigin }: Serving, { pathname }: URL): Reply | null {
  const panel = desk.panelPage(Number(/^\/panels\/(\d+)$/.exec(pathname)?.[1] ?? 0));
  return (
    panel && { type: HTML, body: panelPage(panel.html, desk.functions, pageOrigin), policy: PANEL_POLICY }
  );
}

function pageReply({ desk, page, panelOrigin }: Serving, { pathname, searchParams }: URL): Reply | null {
  if (pathname === '/') return { type: HTML, body: page, policy: pagePolicy(panelOrigin) };
  if (pathname === '/api/desk') return json(desk.look());
  if (pathname === '/api/cells') {
    const [gid, from, to] = ['gid', 'from', 'to'].map((name) => Number(searchParams.get(name)));
    return json(desk.cells(gid ?? 0, from ?? 1, to ?? 1));
  }
  const [, kind = '', id = '', , attachment = ''] = pathname.split('/');
  if (kind === 'files') return fileReply(desk, decodeURIComponent(id));
  const mail = kind === 'mails' ? desk.workspace.mails[Number(id)] : undefined;
  if (!mail) return null;
  if (attachment === '') return { type: HTML, body: mailPage(mail), policy: MAIL_POLICY };
  const file = mail.attachments[Number(attachment)];
  return file ? { type: file.contentType, body: file.bytes } : null;
}

function pagePolicy(panelOrigin: string): string {
  return `default-src 'self'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src 'self' data:; frame-src 'self' ${panelOrigin}`;
}

function json(value: unknown): Reply {
  return { type: 'application/json; charset=utf-8', body: JSON.stringify(value) };
}

function fileReply(desk: OpenDesk, id: string): Reply | null {
  const file = desk.workspace.files.find((one) => one.id === id);
  return file ? { type: file.mimeType, body: file.bytes } : null;
}

/** Only the page itself asks: another site's page in the same browser bears another origin. */
async function act(
  serving: Serving,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<void> {
  if (request.headers.origin !== serving.pageOrigin) return refuse(response, 403, 'unknown origin');
  const name = url.pathname.replace('/api/', '');
  const body = JSON.parse(await bodyOf(request));
  if (name === 'start') return send(response, json(await startOver(serving, body)));
  const answer = await readAsked(serving.desk, name, body);
  send(response, answer === undefined ? null : json(answer));
}

async function startOver(serving: Serving, body: unknown): Promise<Record<string, never>> {
  const isEmpty = typeof body === 'object' && body !== null && 'kind' in body && body.kind === 'empty';
  const { options, panelOrigin, listeners } = serving;
  serving.desk = deskOf(options, isEmpty ? 'empty' : 'sample', panelOrigin, listeners);
  await serving.desk.open();
  return {};
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString('utf8');
}
