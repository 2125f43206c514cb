/**
 * One run at a time per folder. Each run puts down a file of its own and then looks for others: of two that start together at
 * least one sees the other, and no file's name is ever used twice, so a dead run's file can be removed by anybody.
 */
import { randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { writeDurably } from './durable-file.ts';
import { causeText, DeliveryError } from './failure.ts';
import { isInstant, parseRecord } from './json.ts';

const LOCK_NAME = /^run-[0-9a-f]{16}\.lock$/;
const ATTEMPTS = 5; // two runs that start at the same moment both step back, and one of them gets through
const OTHER_MACHINE_EXPIRES_MS = 3_600_000; // whether a process of another machine lives cannot be seen from here

type Owner = {
  readonly pid: number;
  readonly host: string;
  readonly startedAt: string; // when the run took the lock; instant, UTC
  readonly processMark: string; // tells the process from a later one with the same number; empty where the system does not say
};

/**
 * Does `work` while no other run does, and gives the lock back even when it throws.
 * @throws DeliveryError `run/busy`, `state/unwritable`
 */
export async function withRunLock<T>(folder: string, clock: () => Date, work: () => Promise<T>): Promise<T> {
  const path = await takeLock(folder, clock);
  try {
    return await work();
  } finally {
    rmSync(path, { force: true });
  }
}

async function takeLock(folder: string, clock: () => Date): Promise<string> {
  for (let attempt = 1; ; attempt++) {
    const now = clock();
    const path = putDown(folder, now);
    const other = otherOwner(folder, path, now);
    if (!other) return path;
    rmSync(path, { force: true });
    if (attempt === ATTEMPTS) {
      throw new DeliveryError({ code: 'run/busy', pid: String(other.pid), since: other.startedAt });
    }
    await sleep(20 + Math.random() * 80);
  }
}

function putDown(folder: string, now: Date): string {
  const path = join(folder, `run-${randomBytes(8).toString('hex')}.lock`);
  const owner: Owner = {
    pid: process.pid,
    host: hostname(),
    startedAt: now.toISOString(),
    processMark: processMark(process.pid),
  };
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeDurably(path, JSON.stringify(owner));
  } catch (error) {
    throw new DeliveryError({ code: 'state/unwritable', path, cause: causeText(error) });
  }
  return path;
}

/** A living run beside ours, or null. What dead ones left is removed on the way. Where that cannot be told, ours is taken back. */
function otherOwner(folder: string, own: string, now: Date): Owner | null {
  try {
    const others = readdirSync(folder).filter((name) => LOCK_NAME.test(name) && join(folder, name) !== own);
    return others.map((name) => livingOwner(join(folder, name), now)).find((owner) => owner !== null) ?? null;
  } catch (error) {
    rmSync(own, { force: true });
    throw new DeliveryError({ code: 'state/unwritable', path: folder, cause: causeText(error) });
  }
}

function livingOwner(path: string, now: Date): Owner | null {
  const owner = readOwner(path);
  if (owner && lives(owner, now)) return owner;
  rmSync(path, { force: true });
  return null;
}

/** A lock file is renamed into place whole: one that is gone or says nothing guards nothing. One we may not read might. */
function readOwner(path: string): Owner | null {
  const record = parseRecord(readLock(path));
  if (!record) return null;
  const { pid, host, startedAt, processMark: mark } = record;
  if (typeof pid !== 'number' || !Number.isSafeInteger(pid) || pid < 1 || !isInstant(startedAt)) return null;
  return { pid, host: String(host), startedAt, processMark: String(mark) };
}

function readLock(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return '';
    throw error;
  }
}

function lives(owner: Owner, now: Date): boolean {
  if (owner.host !== hostname()) {
    return now.getTime() - Date.parse(owner.startedAt) < OTHER_MACHINE_EXPIRES_MS;
  }
  const mark = processMark(owner.pid);
  return isRunning(owner.pid) && (mark === '' || owner.processMark === '' || mark === owner.processMark);
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM'; // somebody else's, but alive
  }
}

/** On Linux the boot and the start time of a process: in a container every run has the same small number. */
function processMark(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const afterName = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}/${afterName[19]}`;
  } catch {
    return '';
  }
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : null;
}
