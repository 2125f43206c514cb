/**
 * What each run saw of a register, one line a run, in a file of the state folder: every line holds the digest of the one before, so
 * that a line changed or taken out shows. The last lines cut off show against the register only.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { civilDate, parseCivilDate } from '../../shared/base/civil-date.ts';
import type { Money } from '../../shared/base/money.ts';
import type { Anchor } from '../../shared/insight/audit/seals/anchors.ts';
import type { KeptAnchors } from '../answers/build.ts';
import { writeDurably } from './durable-file.ts';
import { isInstant, isRecord, parseRecord } from './json.ts';

/** One file a register: runs on several of them never write to the same one. */
export function anchorPath(stateFolder: string, registerKey: string): string {
  const name = createHash('sha256').update(registerKey).digest('hex').slice(0, 12);
  return join(stateFolder, `anchors-${name}.jsonl`);
}

/** The anchors up to the first line that is not what was written. A file that cannot be read holds none, and is broken from its first line. */
export function readAnchors(path: string): KeptAnchors {
  const anchors: Anchor[] = [];
  let link = '';
  const lines = linesIn(path);
  if (lines === null) return { anchors, brokenFrom: 1 };
  for (const [index, line] of lines.entries()) {
    const anchor = readLine(line, link);
    if (anchor === null) return { anchors, brokenFrom: index + 1 };
    anchors.push(anchor);
    link = digestOf(line);
  }
  return { anchors, brokenFrom: null };
}

/** Adds a run's anchor. A file that does not hold, or already ends with this anchor, is left as it is. */
export function keepAnchor(path: string, anchor: Anchor): void {
  const { anchors, brokenFrom } = readAnchors(path);
  if (brokenFrom !== null || isSame(anchors[anchors.length - 1], anchor)) return;
  const lines = linesIn(path) ?? [];
  const last = lines[lines.length - 1];
  const line = lineOf(anchor, last === undefined ? '' : digestOf(last));
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  writeDurably(path, [...lines, line].map((text) => `${text}\n`).join(''));
}

/** @returns null where there is a file that cannot be read */
function linesIn(path: string): readonly string[] | null {
  try {
    const lines = readFileSync(path, 'utf8').split('\n');
    return lines[lines.length - 1] === '' ? lines.slice(0, -1) : lines;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    return null;
  }
}

function isSame(last: Anchor | undefined, anchor: Anchor): boolean {
  return last !== undefined && lineOf({ ...last, at: anchor.at }, '') === lineOf(anchor, '');
}

function digestOf(line: string): string {
  return createHash('sha256').update(line).digest('hex');
}

function lineOf({ asOf, at, documents, hash, seq, totals }: Anchor, prev: string): string {
  const sums = totals.map(({ currency, minor }) => ({ currency, minor }));
  return JSON.stringify({ at, asOf: civilDate(asOf), seq, hash, documents, totals: sums, prev });
}

/** @returns null where the line is not as we write it, or does not continue the one before */
function readLine(line: string, link: string): Anchor | null {
  const record = parseRecord(line);
  if (record === null || record.prev !== link) return null;
  const { asOf, at, documents, hash, seq } = record;
  const day = typeof asOf === 'string' ? parseCivilDate(asOf) : null;
  const totals = readTotals(record.totals);
  if (day === null || !day.ok || totals === null || !isInstant(at)) return null;
  if (!isCount(documents) || !isCount(seq) || typeof hash !== 'string') return null;
  const anchor = { at, asOf: day.value, seq, hash, documents, totals };
  return lineOf(anchor, link) === line ? anchor : null;
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

function readTotals(value: unknown): readonly Money[] | null {
  if (!Array.isArray(value)) return null;
  const totals: Money[] = [];
  for (const item of value) {
    if (!isRecord(item)) return null;
    const { currency, minor } = item;
    if (typeof currency !== 'string' || typeof minor !== 'number' || !Number.isSafeInteger(minor))
      return null;
    totals.push({ minor, currency });
  }
  return totals;
}
