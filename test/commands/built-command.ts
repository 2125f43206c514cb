/** The command as it is built, in a process of its own. */
import { execFileSync, spawn } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { onTestFinished } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../..');
export const COMMAND = join(ROOT, 'dist/encaisse.js');

/** Builds the job with the project's own script, unless it was built after the last change: `npm test` has done so. */
export function buildOnce(): void {
  const built = statSync(COMMAND, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  if (newest('batch', 'shared', 'templates') < built) return;
  execFileSync('npm', ['run', '--silent', 'build:job'], { cwd: ROOT, stdio: 'ignore' });
}

function newest(...folders: readonly string[]): number {
  const files = folders.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true }).map((name) => join(ROOT, folder, String(name))),
  );
  return Math.max(...files.map((file) => statSync(file).mtimeMs));
}

export type Ended = { readonly code: number | null; readonly out: string; readonly err: string };

export type Start = {
  readonly folder: string; // where it runs
  readonly variables?: Readonly<Record<string, string>>;
  readonly shell?: string; // run by `sh`, with the command and its arguments as "$@"
  readonly stopReading?: 'stdout' | 'stderr'; // after the first bytes
};

/** Runs the command to its end, in a French terminal unless `variables` say otherwise. */
export function encaisse(args: readonly string[], start: Start): Promise<Ended> {
  const command = [process.execPath, COMMAND, ...args];
  const [file = '', ...rest] =
    start.shell === undefined ? command : ['sh', '-c', start.shell, 'sh', ...command];
  const env = { PATH: process.env.PATH ?? '', HOME: start.folder, LANG: 'fr_FR.UTF-8', ...start.variables };
  const child = spawn(file, rest, { cwd: start.folder, env, stdio: ['ignore', 'pipe', 'pipe'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  const texts = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (chunk: string) => {
      texts[name] += chunk;
      if (start.stopReading === name) child[name].destroy();
    });
  }
  return new Promise((done, failed) => {
    child.on('error', failed);
    child.on('close', (code) => done({ code, out: texts.stdout, err: texts.stderr }));
  });
}
