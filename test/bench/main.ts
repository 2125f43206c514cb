/**
 * `npm run bench`: the weekly job at growing sizes, each run a process of its own: time, CPU and peak memory of the whole job from a CSV folder, with
 * every invoice's lines, from a Google Sheet served on this machine, and of the reminders of the next thirty days; then stage by stage; then the
 * add-on's service calls by action, and invoices as PDF. Options: --sizes 10000,100000 --runs 3 --no-sheet; --addon: only the add-on, at 1,000
 * and 50,000 invoices or the sizes given; --print: only the PDFs, 1,000 or the sizes given
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
import { STAGE_TITLES, STAGES, type Stage, type StageFigures, type Stages } from './stage-names.ts';

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
  const { clients, payments } = counts;
  const rows = counts.invoices + payments;
  print(
    `\n${rowsText(counts.invoices)} documents, ${rowsText(payments)} payments, ${rowsText(clients)} clients`,
  );
  print(tableRow('  median of the runs', ['time', 'CPU', 'rows/s', 'peak memory']));
  const csv = Array.from({ length: runs }, () => runReport(register, folder, {}));
  print(line('CSV to workbook and JSON', csv, rows));
  print(withLines(invoices, folder));
  if (!values['no-sheet']) print(line('Google Sheet, local API', await runSheet(register, folder), rows));
  const plan = Array.from({ length: runs }, () => runPlan(register, folder));
  print(line('reminders of 30 days', plan, rows));
  print(tableRow('  the first, by stage', ['time', 'CPU', '', 'memory then']));
  const stages = Array.from({ length: runs }, () => runStages(register, folder));
  for (const stage of STAGES) print(stageLine(stage, stages));
  rmSync(folder, { recursive: true });
}

/** The same register, with what each invoice says line by line. */
function withLines(invoices: number, folder: string): string {
  const register = join(folder, 'with-lines');
  const sample = { ...benchSample(invoices, AS_OF), lines: true };
  const counts = writeCsvFolder(generateRegister(sample), register);
  const meters = Array.from({ length: runs }, () => runReport(register, folder, {}));
  rmSync(register, { recursive: true });
  const rows = counts.invoices + counts.payments + counts.lines;
  return line(`with ${rowsText(counts.lines)} lines`, meters, rows);
}

async function runSheet(register: string, folder: string): Promise<readonly Meter[]> {
  const script = ['--max-old-space-size=8192', 'dist/bench/serve.js', register, SHEET_ID];
  const server = spawn(process.execPath, script, { stdio: ['ignore', 'pipe', 'inherit'] });
  try {
    const url = await firstLine(server);
    const root = { ENCAISSE_SHEETS_ROOT_URL: url };
    return Array.from({ length: runs }, () => runReport(SHEET_ID, folder, root));
  } finally {
    server.kill();
  }
}

function firstLine({ stdout }: Pick<ChildProcess, 'stdout'>): Promise<string> {
  return new Promise((resolve, reject) => {
    stdout?.once('data', (data) => resolve(String(data).trim()));
    stdout?.once('end', () => reject(new Error('the server did not start')));
  });
}

function runReport(register: string, folder: string, environment: Readonly<Record<string, string>>): Meter {
  const args = ['report', '--register', register, '--as-of', AS_OF];
  const outputs = ['--xlsx', join(folder, 'report.xlsx'), '--json', join(folder, 'report.json')];
  return runCommand([...args, ...outputs], folder, environment);
}

function runPlan(register: string, folder: string): Meter {
  return runCommand(['plan', '--register', register, '--as-of', AS_OF, '--days', '30'], folder, {});
}

function runCommand(
  args: readonly string[],
  folder: string,
  environment: Readonly<Record<string, string>>,
): Meter {
  const meter = join(folder, 'meter.json');
  const options = {
    env: { ...process.env, ...environment, ENCAISSE_METER: meter },
    stdio: 'ignore',
  } as const;
  execFileSync(process.execPath, ['--import', './dist/bench/meter.js', 'dist/encaisse.js', ...args], options);
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
  return tableRow(`  ${title}`, [secondsText(seconds), secondsText(cpu), speed, `${memory.toFixed(0)} MB`]);
}

function stageLine(stage: Stage, all: readonly Stages[]): string {
  const of = (key: keyof StageFigures) => median(all.map((stages) => stages[stage]?.[key] ?? Number.NaN));
  const memory = `${of('megabytes').toFixed(0)} MB`;
  return tableRow(`    ${STAGE_TITLES[stage]}`, [
    secondsText(of('seconds')),
    secondsText(of('cpuSeconds')),
    '',
    memory,
  ]);
}

function secondsText(seconds: number): string {
  return `${seconds.toFixed(2)} s`;
}

function tableRow(title: string, cells: readonly string[]): string {
  return title.padEnd(36) + cells.map((cell) => cell.padStart(12)).join('');
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
