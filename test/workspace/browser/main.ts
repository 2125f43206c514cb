/**
 * `npm run dev`: the add-on at work in a browser, without a Google account, on the sample register.
 * Options: --empty (a new spreadsheet) --port 8080
 */
import { parseArgs } from 'node:util';
import { openWorkspace } from '../workspace.ts';
import { CHROMIUM, openPrinter } from './chromium.ts';
import { DEMO_NOW, demoWorkspace } from './sample-book.ts';
import { startWorkspaceServer, type WorkspaceServer } from './server.ts';

const { values } = parseArgs({
  options: { empty: { type: 'boolean', default: false }, port: { type: 'string' } },
});

const printer = openPrinter();
const options = { clock: DEMO_NOW, ...(CHROMIUM !== undefined && { makePdf: printer.print }) };

const PORT = 8021;
const server =
  values.port === undefined ? await start(PORT).catch(() => start(0)) : await start(Number(values.port));

say(`Encaisse: ${server.url}`);
say('menu Extensions ▸ Encaisse; Ctrl+C to stop');
if (CHROMIUM === undefined) say('(no Chromium here: PDFs hold their text only)');
process.once('SIGINT', () => void stop());
process.once('SIGTERM', () => void stop());

/** Another program on the usual port is no reason to stop: any free port will do. */
function start(port: number): Promise<WorkspaceServer> {
  return startWorkspaceServer({
    first: values.empty ? 'empty' : 'sample',
    port,
    ticks: true,
    workspaceOf: (kind) => (kind === 'sample' ? demoWorkspace(options) : openWorkspace(options)),
  });
}

async function stop(): Promise<void> {
  await server.close();
  await printer.close();
  process.exit(0);
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}
