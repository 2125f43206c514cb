/** What was sent, in one file that survives a crash at any moment: at most one report per register, ISO week and recipient. */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { recipientKey } from './address.ts';
import { writeDurably } from './durable-file.ts';
import { causeText, DeliveryError } from './failure.ts';
import { isInstant, isRecord, parseRecord } from './json.ts';
import { TRANSPORTS, type TransportName } from './transport.ts';

const STATES = ['SENDING', 'SENT', 'REFUSED', 'UNKNOWN'] as const;

export type SentEntry = {
  readonly state: (typeof STATES)[number]; // SENDING of a run that died is read as UNKNOWN
  readonly at: string; // instant, UTC
  readonly via: TransportName;
  readonly sent: number; // how many times it was sent before
};

/** Notes are on the disk before `note` returns. */
export type SentState = {
  entry(key: string): SentEntry | null;
  note(key: string, entry: SentEntry): void;
};

const FILE_NAME = 'sent.json';
const SCHEMA = 1;

/** What one report to one recipient is remembered by. */
export function sentKey(registerKey: string, week: string, recipient: string): string {
  return `${registerKey}|${week}|${recipientKey(recipient)}`;
}

/** The Message-ID of a key: the same at every attempt until one is known to have been sent. */
export function messageIdOf(key: string, sent: number): string {
  const mark = createHash('sha256').update(`${key}|${sent}`).digest('hex').slice(0, 32);
  return `<${mark}@encaisse.invalid>`;
}

/**
 * Opens the state of a folder; no file is an empty state. To be called by the only run there is (`withRunLock`), or to look only.
 * @throws DeliveryError `state/corrupt`: never forgotten in silence, for that would send again; `state/unwritable` also from `note`
 */
export function openSentState(folder: string): SentState {
  const path = join(folder, FILE_NAME);
  const entries = readEntries(path);
  return {
    entry: (key) => entries.get(key) ?? null,
    note(key, entry) {
      entries.set(key, entry);
      writeEntries(path, entries);
    },
  };
}

function writeEntries(path: string, entries: ReadonlyMap<string, SentEntry>): void {
  const content = { schema: SCHEMA, entries: [...entries].map(([key, entry]) => ({ key, ...entry })) };
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    writeDurably(path, `${JSON.stringify(content, null, 2)}\n`);
  } catch (error) {
    throw new DeliveryError({ code: 'state/unwritable', path, cause: causeText(error) });
  }
}

function readEntries(path: string): Map<string, SentEntry> {
  const text = readIfThere(path);
  if (text === null) return new Map();
  const entries = parseEntries(text);
  if (!entries) throw new DeliveryError({ code: 'state/corrupt', path });
  return entries;
}

function readIfThere(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw new DeliveryError({ code: 'state/corrupt', path });
  }
}

/** @returns null where anything at all is not as we write it. */
function parseEntries(text: string): Map<string, SentEntry> | null {
  const content = parseRecord(text);
  if (content?.schema !== SCHEMA || !Array.isArray(content.entries)) return null;
  const entries = new Map<string, SentEntry>();
  for (const item of content.entries) {
    const entry = readEntry(item);
    if (!isRecord(item) || typeof item.key !== 'string' || entries.has(item.key) || !entry) return null;
    entries.set(item.key, entry);
  }
  return entries;
}

function readEntry(item: unknown): SentEntry | null {
  if (!isRecord(item)) return null;
  const { at, sent } = item;
  const state = STATES.find((word) => word === item.state);
  const via = TRANSPORTS.find((name) => name === item.via);
  if (!state || !via || !isInstant(at)) return null;
  if (typeof sent !== 'number' || !Number.isSafeInteger(sent) || sent < 0) return null;
  return { state: state === 'SENDING' ? 'UNKNOWN' : state, at, via, sent };
}
