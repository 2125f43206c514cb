import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { DeliveryError } from '../../batch/delivery/failure.ts';
import { withRunLock } from '../../batch/delivery/run-lock.ts';
import { openSentState } from '../../batch/delivery/sent-state.ts';
import { temporaryFolder } from './temporary-folder.ts';

const built = mkdtempSync(join(tmpdir(), 'encaisse-child-'));
const CHILD = join(built, 'child.mjs');
beforeAll(async () => {
  const entry = join(import.meta.dirname, 'child.ts');
  await build({
    entryPoints: [entry],
    bundle: true,
    platform: 'node',
    format: 'esm',
    outfile: CHILD,
    logLevel: 'warning',
  });
});
afterAll(() => rmSync(built, { recursive: true, force: true }));

type Child = {
  line(): Promise<string>; // the next line it says
  go(): void; // lets it go on
  kill(): Promise<void>; // at once, without a word (kill -9)
};

function start(mode: 'deliver' | 'deliver-at-once' | 'note', folder: string): Child {
  const child: ChildProcessWithoutNullStreams = spawn(process.execPath, [CHILD, mode, folder]);
  const exit = once(child, 'exit');
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  return {
    line: async () => String((await lines.next()).value),
    go: () => child.stdin.write('\n'),
    async kill() {
      child.kill('SIGKILL');
      await exit;
    },
  };
}

function folderWithWorkbook(): string {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'rapport.xlsx'), 'workbook');
  return folder;
}

const mailbox = (folder: string) => readFileSync(join(folder, 'mailbox'), 'utf8').trim().split('\n');
const locks = (folder: string) => readdirSync(join(folder, 'state')).filter((name) => name.endsWith('.lock'));

describe('two runs at once', () => {
  test('the second says who is at work, and sends nothing', async () => {
    const folder = folderWithWorkbook();
    const first = start('deliver', folder);
    expect(await first.line()).toBe('sending anne@example.com');
    expect(await start('deliver', folder).line()).toBe('run/busy');
    first.go();
    expect(await first.line()).toBe('sending bob@example.com');
    first.go();
    expect(await first.line()).toBe('accepted accepted');
    expect(mailbox(folder)).toHaveLength(2);
    expect(locks(folder)).toEqual([]);
  });

  test('killed in the middle of a sending: the next run takes over, and sends what is unknown again, with the same Message-ID', async () => {
    const folder = folderWithWorkbook();
    const first = start('deliver', folder);
    await first.line();
    first.go();
    expect(await first.line()).toBe('sending bob@example.com');
    await first.kill();
    expect(locks(folder)).toHaveLength(1);

    const second = start('deliver', folder);
    expect(await second.line()).toBe('sending bob@example.com');
    second.go();
    expect(await second.line()).toBe('already-sent accepted');
    expect(mailbox(folder).map((line) => line.split(' ')[0])).toEqual([
      'anne@example.com',
      'bob@example.com',
    ]);
    expect(locks(folder)).toEqual([]);
    expect(await start('deliver', folder).line()).toBe('already-sent already-sent');
  });

  test('six that start together: each recipient gets one mail', async () => {
    const folder = folderWithWorkbook();
    const runs = Array.from({ length: 6 }, () => start('deliver-at-once', folder));
    for (const run of runs) {
      for (let line = await run.line(); line !== 'undefined'; line = await run.line()) {
        expect(line).toMatch(/^(sending .*|accepted accepted|already-sent already-sent|run\/busy)$/);
      }
    }
    const outcome = await lastLine(start('deliver-at-once', folder)); // where all of them stepped back, this one gets through
    expect(outcome).toMatch(/^(accepted accepted|already-sent already-sent)$/);
    expect(mailbox(folder).map((line) => line.split(' ')[0])).toEqual([
      'anne@example.com',
      'bob@example.com',
    ]);
  });
});

test('killed while it notes: the file is whole, and holds all that was said to be noted', async () => {
  for (let round = 1; round <= 8; round++) {
    const folder = temporaryFolder();
    const child = start('note', folder);
    let said = 0;
    while (said < round * 5) said = Number(await child.line());
    await child.kill();
    const state = openSentState(folder);
    expect(state.entry(`key-${said % 50}`)?.sent).toBeGreaterThanOrEqual(said);
  }
});

describe('whose lock counts', () => {
  const now = new Date('2026-11-20T06:00:00Z');
  const minutesAgo = (minutes: number) => new Date(now.getTime() - minutes * 60_000).toISOString();
  const here = { pid: process.pid, host: hostname(), startedAt: minutesAgo(1), processMark: '' };

  for (const [name, owner, held] of [
    ['a living process', here, true],
    ['a dead process', { ...here, pid: 2 ** 22 + 1 }, false],
    [
      'another process with a reused number',
      { ...here, processMark: 'an earlier boot/17' },
      process.platform !== 'linux',
    ],
    ['another machine, 59 minutes ago', { ...here, host: 'elsewhere', startedAt: minutesAgo(59) }, true],
    ['another machine, 60 minutes ago', { ...here, host: 'elsewhere', startedAt: minutesAgo(60) }, false],
    ['nobody: the file is damaged', { pid: 'x' }, false],
    ['nobody: a number that is no process', { ...here, pid: -1 }, false],
  ] as const) {
    test(`${name}: ${held ? 'held' : 'free'}`, async () => {
      const folder = temporaryFolder();
      writeFileSync(join(folder, 'run-0123456789abcdef.lock'), JSON.stringify(owner));
      const work = withRunLock(
        folder,
        () => now,
        async () => 'done',
      );
      if (held)
        await expect(work).rejects.toMatchObject({ failure: { code: 'run/busy', pid: String(here.pid) } });
      else expect(await work).toBe('done');
      expect(readdirSync(folder)).toHaveLength(held ? 1 : 0);
    });
  }

  test('it is given back even when the work throws', async () => {
    const folder = temporaryFolder();
    const clock = () => now;
    await expect(withRunLock(folder, clock, () => Promise.reject(new Error('our bug')))).rejects.toThrow(
      'our bug',
    );
    expect(await withRunLock(folder, clock, async () => 'done')).toBe('done');
  });

  test('what cannot be read might be a lock: stop', async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'run-0123456789abcdef.lock'));
    const error: unknown = await withRunLock(
      folder,
      () => now,
      async () => 'done',
    ).catch((caught: unknown) => caught);
    expect(error instanceof DeliveryError && error.failure.code).toBe('state/unwritable');
    expect(readdirSync(folder)).toEqual(['run-0123456789abcdef.lock']);
  });
});

async function lastLine(child: Child): Promise<string> {
  let last = '';
  for (let line = await child.line(); line !== 'undefined'; line = await child.line()) last = line;
  return last;
}
