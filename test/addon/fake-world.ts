/**
 * A world in memory for tests of actions: tabs of cells whose writes wait for a flush as Google's do, a clock, a lock, mails, files and
 * properties, every service call counted and each of them a place where Google may fail or stop the run.
 */

import type { Letterbox, Mail, StoredFile, TabKey, World } from '../../appsscript/world.ts';
import { serialOfDay } from '../../shared/base/civil-date.ts';
import type { Cell } from '../../shared/base/problem.ts';
import { sha256 } from '../../shared/base/sha256.ts';
import type { Language } from '../../shared/base/words.ts';
import { columnCells, endOf, tables, writeBlock } from './fake-rows.ts';

export type FakeFile = StoredFile & { readonly name: string; readonly html: string };

export { columnsOf, type FakeRow, putRows, rowsOf } from './fake-rows.ts';

/** What stays after a run. Tests look into it and change it as people would. */
export type FakeState = {
  readonly tabs: Map<TabKey, Cell[][]>;
  readonly mails: Mail[];
  readonly files: FakeFile[];
  readonly properties: Map<string, string>;
  readonly letters: Map<string, string>;
  now: number; // milliseconds
  quota: number;
  lockedBy: number; // a run's rank; 0: free
  runs: number;
  tokens: number;
  language: Language;
};

/** One thing that goes wrong at a run's n-th service call, from 1. */
export type Mishap = {
  readonly step: number;
  readonly kind: 'throw' | 'kill';
  readonly when: 'before' | 'after'; // the call has its effect
  readonly buffer: 'none' | 'prefix' | 'all'; // of a kill: which waiting writes still come to the sheet
};

export type Ran<T> = {
  readonly calls: readonly string[];
  readonly end: { readonly kind: 'done'; readonly value: T } | { readonly kind: 'killed' | 'threw' };
};

export type RunOptions = {
  readonly mishap?: Mishap;
  readonly between?: (step: number, call: string) => void; // what others do before a call
  readonly millisPerCall?: number;
};

class Killed extends Error {}

const AFTER_A_KILL = 11 * 60_000;
const NOON = Date.UTC(2026, 10, 25, 12);

/** @param tabs those that exist; each has its French headers only */
export function fakeState(): FakeState {
  const tabs = new Map<TabKey, Cell[][]>();
  for (const [key, { columns }] of tables()) tabs.set(key, [columns.map(({ header }) => header.fr)]);
  return {
    tabs,
    mails: [],
    files: [],
    properties: new Map(),
    letters: new Map(),
    now: NOON,
    quota: 100,
    lockedBy: 0,
    runs: 0,
    tokens: 0,
    language: 'fr',
  };
}

/** A copy that nothing done to the first changes. */
export function copyOf(state: FakeState): FakeState {
  return {
    ...state,
    tabs: new Map(Array.from(state.tabs, ([key, rows]) => [key, rows.map((row) => [...row])])),
    mails: [...state.mails],
    files: [...state.files],
    properties: new Map(state.properties),
    letters: new Map(state.letters),
  };
}

/** Runs an action as one execution of the script. */
export function run<T>(state: FakeState, act: (world: World) => T, options: RunOptions = {}): Ran<T> {
  const execution = new Execution(state, options);
  try {
    const value = act(execution.world());
    execution.end('all');
    return { calls: execution.calls, end: { kind: 'done', value } };
  } catch (error) {
    if (error instanceof Killed) return { calls: execution.calls, end: { kind: 'killed' } };
    execution.end('all');
    if (!(error instanceof ServiceFailed)) throw error;
    return { calls: execution.calls, end: { kind: 'threw' } };
  }
}

/** What an action answers where nothing goes wrong. */
export function done<T>(ran: Ran<T>): T {
  if (ran.end.kind !== 'done') throw new Error(`the run ${ran.end.kind}`);
  return ran.end.value;
}

class ServiceFailed extends Error {
  constructor(call: string) {
    super(`Service error: ${call}`);
  }
}

class Execution {
  readonly calls: string[] = [];
  readonly #state: FakeState;
  readonly #options: RunOptions;
  readonly #rank: number;
  readonly #waiting: (() => void)[] = [];
  readonly #atHand = new Set<string>(); // files this execution stored or fetched
  #ended = false;

  constructor(state: FakeState, options: RunOptions) {
    this.#state = state;
    this.#options = options;
    state.runs += 1;
    this.#rank = state.runs;
  }

  /** The run is over: what waited comes to the sheet or not, its lock is free. */
  end(buffer: Mishap['buffer']): void {
    if (this.#ended) return;
    this.#ended = true;
    const count = this.#waiting.length;
    this.#apply(buffer === 'none' ? 0 : buffer === 'all' ? count : Math.ceil(count / 2));
    if (this.#state.lockedBy === this.#rank) this.#state.lockedBy = 0;
  }

  #apply(count = this.#waiting.length): void {
    for (const write of this.#waiting.splice(0, count)) write();
  }

  #call<T>(name: string, effect: () => T): T {
    if (this.#ended) throw new Killed();
    this.#state.now += this.#options.millisPerCall ?? 20;
    this.calls.push(name);
    this.#options.between?.(this.calls.length, name);
    const { mishap } = this.#options;
    if (mishap?.step !== this.calls.length) return effect();
    if (mishap.when === 'after') effect();
    if (mishap.kind === 'throw') throw new ServiceFailed(name);
    this.end(mishap.buffer);
    this.#state.now += AFTER_A_KILL;
    throw new Killed();
  }

  world(): World & { readonly letterbox: Letterbox } {
    const state = this.#state;
    return {
      now: () => momentOf(state.now),
      user: () => 'compta@lumen.example',
      token: () => {
        state.tokens += 1;
        return `token${state.tokens}`;
      },
      sheet: this.#sheet(),
      lock: this.#lock(),
      mail: this.#mail(),
      files: this.#files(),
      properties: {
        read: () => this.#call('properties', () => new Map(state.properties)),
        write: (key, value) => this.#call('property', () => void state.properties.set(key, value)),
      },
      triggers: {
        hasDaily: () => this.#call('triggers', () => state.properties.get('fake:daily') === 'on'),
        addDaily: () => this.#call('addTrigger', () => void state.properties.set('fake:daily', 'on')),
        removeDaily: () => this.#call('removeTrigger', () => void state.properties.delete('fake:daily')),
      },
      letterbox: {
        read: () => this.#call('letters', () => new Map(state.letters)),
        put: (key, value) => this.#call('letter', () => void state.letters.set(key, value)),
        remove: (key) => this.#call('noLetter', () => void state.letters.delete(key)),
      },
    };
  }

  #fetch(fileId: string): void {
    if (this.#atHand.has(fileId)) return;
    this.#call('fetch', () => {
      if (!this.#state.files.some(({ id }) => id === fileId)) throw new ServiceFailed('fetch');
    });
    this.#atHand.add(fileId);
  }

  #lock(): World['lock'] {
    const state = this.#state;
    return {
      acquire: () =>
        this.#call('lock', () => {
          if (state.lockedBy !== 0) return false;
          state.lockedBy = this.#rank;
          return true;
        }),
      release: () => {
        this.#call('unlock', () => {
          if (state.lockedBy === this.#rank) state.lockedBy = 0;
        });
      },
    };
  }

  #mail(): World['mail'] {
    const state = this.#state;
    return {
      quota: () => this.#call('quota', () => state.quota),
      fetch: (mail) => {
        for (const { fileId } of mail.attachments) this.#fetch(fileId);
      },
      send: (mail) => this.#call('send', () => this.#send(mail)),
    };
  }

  #files(): World['files'] {
    const state = this.#state;
    return {
      find: (name) => this.#call('find', () => state.files.find((file) => file.name === name) ?? null),
      storeXml: (name, xml) => this.#call('store', () => store(state, name, xml)),
      storePdf: (name, html) => {
        this.#call('pdf', () => undefined);
        const file = this.#call('store', () => store(state, name, html));
        this.#atHand.add(file.id);
        return file;
      },
    };
  }

  /** A tab, with what waited in it. */
  #grid(call: string, tab: TabKey): readonly (readonly Cell[])[] {
    return this.#call(call, () => {
      this.#apply();
      return this.#state.tabs.get(tab) ?? [];
    });
  }

  #sheet(): World['sheet'] {
    const { tabs, language } = this.#state;
    return {
      has: (tab) => tabs.has(tab),
      read: (tab) => this.#grid(`read ${tab}`, tab).map((row) => [...row]),
      readHeader: (tab) => [...(this.#grid(`header ${tab}`, tab)[0] ?? [])],
      readColumn: (tab, column) => columnCells(this.#grid(`column ${tab}`, tab), column),
      write: (tab, row, column, block) =>
        this.#call(`write ${tab}`, () => {
          const cells = block.map((line) => [...line]);
          this.#waiting.push(() => writeBlock(tabs, tab, row, column, cells));
        }),
      append: (tab, rows) => {
        for (const cells of rows) {
          this.#call(`append ${tab}`, () => {
            this.#waiting.push(() => writeBlock(tabs, tab, endOf(tabs.get(tab) ?? []) + 1, 1, [cells]));
          });
        }
      },
      flush: () => this.#call('flush', () => this.#apply()),
      link: (tab, row) => (tabs.has(tab) ? `https://sheet.example/SHEET-ID#gid=${tab}&range=A${row}` : ''),
      selectedRows: () => this.#call('selection', () => []),
      id: 'SHEET-ID',
      url: 'https://sheet.example/SHEET-ID',
      locale: language === 'fr' ? 'fr_FR' : 'en_GB',
      language,
    };
  }

  #send(mail: Mail): void {
    const recipients = 1 + mail.cc.length + mail.bcc.split(',').filter((one) => one.trim() !== '').length;
    if (recipients > this.#state.quota) throw new ServiceFailed('send');
    if (mail.attachments.some(({ fileId }) => !this.#atHand.has(fileId))) throw new ServiceFailed('send');
    this.#state.quota -= recipients;
    this.#state.mails.push(mail);
  }
}

function momentOf(millis: number) {
  const instant = new Date(millis).toISOString().replace(/\.\d+Z$/, 'Z');
  return { millis, instant, day: Math.floor(millis / 86_400_000), clock: instant.slice(11, 16) };
}

function store(state: FakeState, name: string, html: string): FakeFile {
  const id = `FILE-${state.files.length + 1}`;
  const file = { id, name, html, url: `https://drive.example/${id}`, sha256: sha256(html) };
  state.files.push(file);
  return file;
}

/** The day a fake world begins on, as a sheet's serial number. */
export const TODAY_SERIAL = serialOfDay(Math.floor(NOON / 86_400_000));
