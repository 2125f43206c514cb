/**
 * `npm run bench`: the whole job at growing sizes, each run a process of its own: start to end, peak memory, time by stage,
 * and the same register read from a Google Sheet served on this machine; then the add-on's service calls by action.
 * and invoices as PDF. Options: --sizes 10000,100000 --runs 3 --no-sheet; --addon: only the add-on, at 1,000 and 50,000 invoices or the
 * sizes given; --print: only the PDFs, 1,000 or the sizes given
 */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { generateRegister } from '../../batch/sample/generate.ts';
import { benchSample } from '../../batch/sample/options.ts';
import { writeCsvFolder } from '../../batch/sample/write-csv.ts';
import { benchAddon } from './addon.ts';
import type { Meter } from './meter.ts';
import { benchPrint } from './print.ts';
import type { Stages } from './stages.ts';

const AS_OF = '2026-11-20';
const SHEET_ID = '1BenchBenchBenchBenchBenchBenchBench0';

const { values } = parseArgs({
  options: {
    sizes: { type: 'string' },
    runs: { type: 'string', default: '3' },
    'no-sheet': { type: 'boolean', default: false },
    addon: { type: 'boolean', default: false },
    print: { type: 'boolean', default: false },
  },
});
const sizesOr = (otherwise: string): readonly number[] => (values.sizes ?? otherwise).split(',').map(Number);
const runs = Number(values.runs);

const scratch = mkdtempSync(join(tmpdir(), 'encaisse-bench-'));
try {
  if (!values.addon && !values.print)
    for (const size of sizesOr('1000,10000,100000,500000')) await measureSize(size);
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
if (values.addon || (!values.print && values.sizes === undefined)) benchAddon(sizesOr('1000,50000'), print);
if (values.print || (!values.addon && values.sizes === undefined)) benchPrint(sizesOr('1000'), print);

async function measureSize(invoices: number): Promise<void> {
  const folder = join(scratch, String(invoices));
  mkdirSync(folder);
  const register = join(folder, 'register');
  const counts = writeCsvFolder(generateRegister(benchSample(invoices, AS_OF)), register);
  const rows = counts.invoices + counts.payments;
  print(
    `\n${rowsText(counts.invoices)} documents, ${rowsText(counts.payments)} payments, ${counts.clients} clients`,
  );
  const csv = Array.from({ length: runs }, () => runReport(register, folder, {}));
  print(line('CSV to workbook and JSON', csv, rows));
  const stages = Array.from({ length: runs }, () => runStages(register, folder));
  print(`  by stage (medians): ${stagesText(stages)}`);
  if (!values['no-sheet']) print(line('Google Sheet, local API', await runSheet(register, folder), rows));
  rmSync(folder, { recursive: true });
}

async function runSheet(register: string, folder: string): Promise<readonly Meter[]> {
  const server = spawn(process.execPath, [
    '--max-old-space-size=8192',
    'dist/bench/serve.js',
    register,
    SHEET_ID,
  ]);
  try {
    const url = await firstLine(server);
    const root = { ENCAISSE_SHEETS_ROOT_URL: url };
    return Array.from({ length: runs }, () => runReport(SHEET_ID, folder, root));
  } finally {
    server.kill();
  }
}

function firstLine({ stdout }: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    stdout?.once('data', (data) => resolve(String(data).trim()));
    stdout?.once('end', () => reject(new Error('the server did not start')));
  });
}

function runReport(register: string, folder: string, environment: Readonly<Record<string, string>>): Meter {
  const meter = join(folder, 'meter.json');
  const args = ['report', '--register', register, '--as-of', AS_OF];
  const outputs = ['--xlsx', join(folder, 'report.xlsx'), '--json', join(folder, 'report.json')];
  const options = {
    env: { ...process.env, ...environment, ENCAISSE_METER: meter },
    stdio: 'ignore',
  } as const;
  execFileSync(
    process.execPath,
    ['--import', './dist/bench/meter.js', 'dist/encaisse.js', ...args, ...outputs],
    options,
  );
  const measured: Meter = JSON.parse(readFileSync(meter, 'utf8'));
  return measured;
}

function runStages(register: string, folder: string): Stages {
  const printed = execFileSync(process.execPath, ['dist/bench/stages.js', register, AS_OF, folder]);
  const measured: Stages = JSON.parse(String(printed));
  return measured;
}

function line(title: string, meters: readonly Meter[], rows: number): string {
  const seconds = median(meters.map((meter) => meter.seconds));
  const cpu = median(meters.map((meter) => meter.cpuSeconds));
  const memory = Math.max(...meters.map((meter) => meter.peakMegabytes));
  const speed = rowsText(Math.round(rows / seconds));
  return `  ${title}: ${seconds.toFixed(2)} s (${cpu.toFixed(2)} s of CPU), ${speed} rows/s, peak ${memory.toFixed(0)} MB`;
}

function stagesText(all: readonly Stages[]): string {
  const names = [
    'read',
    'ledger',
    'measures',
    'foresight',
    'backTest',
    'answers',
    'workbook',
    'json',
  ] as const;
  return names.map((name) => `${name} ${median(all.map((stages) => stages[name])).toFixed(3)} s`).join(', ');
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

function rowsText(count: number): string {
  return count.toLocaleString('en');
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
