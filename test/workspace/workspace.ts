/**
 * Google Sheets with the add-on on this machine: a spreadsheet, its users, their mails and files, and the built script that runs in
 * it. Three doors lead to the one model: the script (here), the Sheets API (`sheets-server.ts`), the browser (`browser/`).
 */
import { readFileSync } from 'node:fs';
import {
  type AuthMode,
  type Backend,
  type ExecutionRecord,
  type FaultPlan,
  GOOGLE_LIMITS,
  type Limits,
  type PdfMaker,
  type Screen,
} from './backend.ts';
import type { Execution, StartedBy } from './execution.ts';
import { runInProcess } from './in-process.ts';
import type { Job } from './job.ts';
import { plainPdf } from './plain-pdf.ts';
import { addTab, newSpreadsheet, type Spreadsheet } from './spreadsheet.ts';
import { newState, type WorkspaceState } from './state.ts';
import { editCells, editEvent, openEvent, type TypedCells } from './user-acts.ts';
import { runInWorker } from './worker-run.ts';

export const OWNER = 'comptable@exemple.fr';

export type Options = {
  readonly spreadsheet?: Spreadsheet;
  /** A copy of another workspace's state, instead of a spreadsheet. */
  readonly state?: WorkspaceState;
  /** Milliseconds since 1970 at which the clock stands, or `real` where it runs by itself. */
  readonly clock?: number | 'real';
  readonly code?: string;
  readonly htmlFiles?: ReadonlyMap<string, string>;
  readonly limits?: Partial<Limits>;
  readonly makePdf?: PdfMaker;
  readonly user?: string;
  readonly documentLock?: boolean;
  readonly webAppUrl?: string;
};

/** Who runs a function, and in which way it was started. */
export type As = { readonly user?: string; readonly startedBy?: StartedBy; readonly authMode?: AuthMode };

/** What users and triggers do; `R` is a promise in the worker, the value itself in-process. */
export type Runner<R> = {
  run(functionName: string, ...args: readonly unknown[]): R;
  runAs(as: As, functionName: string, ...args: readonly unknown[]): R;
  /** The spreadsheet is opened: `onOpen` runs as a simple trigger. */
  open(authMode?: AuthMode): R;
  /** A user types: the cells change, then `onEdit` runs as a simple trigger. */
  edit(tab: string, a1: string, cells: TypedCells): R;
  /** A trigger somebody installed fires; it runs as them. */
  fireTrigger(handler: string): R;
  /** The web app is asked. */
  doGet(parameter: Readonly<Record<string, string>>): R;
};

export type Workspace = Runner<Promise<unknown>> & {
  readonly inProcess: Runner<unknown>;
  runInProcess(functionName: string, ...args: readonly unknown[]): unknown;
  readonly backend: Backend;
  readonly state: WorkspaceState;
  readonly book: Spreadsheet;
  readonly mails: WorkspaceState['mails'];
  readonly files: WorkspaceState['files'];
  readonly screen: Screen;
  /** Every execution so far, with its service calls by name. */
  readonly calls: readonly ExecutionRecord[];
  advance(millis: number): void;
  planFaults(plan: FaultPlan): void;
  /** The rows selected in a tab, which comes to the front. */
  select(tab: string, ...rows: readonly number[]): void;
};

const MORNING = Date.UTC(2026, 10, 25, 8, 30); // a Wednesday

/** Opens a workspace on a spreadsheet (an empty one where none is given) with the built add-on in it. */
export function openWorkspace(options: Options = {}): Workspace {
  const backend = newBackend(options);
  const code = options.code ?? readFileSync('dist/addon/Code.js', 'utf8');
  const user = options.user ?? OWNER;
  const worker = runnerOf(backend, user, (job) => runInWorker(backend, code, job));
  const inProcess = runnerOf(backend, user, (job) => runInProcess(backend, code, job));
  const { state } = backend;
  return {
    ...worker,
    inProcess,
    runInProcess: inProcess.run,
    backend,
    state,
    book: state.book,
    mails: state.mails,
    files: state.files,
    screen: backend.screen,
    calls: backend.executions,
    advance: (millis) => {
      state.now += millis;
    },
    planFaults: (plan) => {
      backend.plan = plan;
    },
    select: (tab, ...rows) => select(state, tab, rows),
  };
}

function newBackend(options: Options): Backend {
  const held = options.clock === 'real' ? Date.now() : (options.clock ?? MORNING);
  return {
    state: options.state ?? newState(options.spreadsheet ?? emptySpreadsheet(), held),
    screen: {
      menus: [],
      panels: [],
      alerts: [],
      toasts: [],
      answerAlert: () => 'OK',
      onPanel: () => undefined,
    },
    locks: {
      document: { holder: null, waiting: [] },
      script: { holder: null, waiting: [] },
      user: { holder: null, waiting: [] },
    },
    executions: [],
    log: [],
    htmlFiles: options.htmlFiles ?? htmlFilesOf('dist/addon'),
    realClock: options.clock === 'real',
    hasDocumentLock: options.documentLock ?? true,
    webAppUrl: options.webAppUrl ?? '',
    limits: { ...GOOGLE_LIMITS, ...options.limits },
    plan: () => null,
    makePdf: options.makePdf ?? plainPdf,
  };
}

/** As Google makes a new one. */
export function emptySpreadsheet(): Spreadsheet {
  const book = newSpreadsheet('spreadsheet-on-this-machine', 'Factures');
  addTab(book, 'Feuille 1');
  return book;
}

function htmlFilesOf(folder: string): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  for (const name of ['sidebar', 'bank']) {
    try {
      files.set(name, readFileSync(`${folder}/${name}.html`, 'utf8'));
    } catch {}
  }
  return files;
}

function runnerOf<R>(backend: Backend, owner: string, launch: (job: Job) => R): Runner<R> {
  const job = (functionName: string, as: As, args: (execution: Execution) => readonly unknown[]): Job => ({
    functionName,
    user: as.user ?? owner,
    startedBy: as.startedBy ?? 'menu',
    authMode: as.authMode ?? 'FULL',
    args,
  });
  const runAs = (as: As, functionName: string, ...args: readonly unknown[]): R =>
    launch(job(functionName, as, () => args));
  const simple = (authMode: AuthMode): As => ({ startedBy: 'simpleTrigger', authMode });
  return {
    run: (functionName, ...args) => runAs({}, functionName, ...args),
    runAs,
    open: (authMode = 'LIMITED') =>
      launch(job('onOpen', simple(authMode), (execution) => [openEvent(execution)])),
    edit: (tab, a1, cells) => {
      const edited = editCells(backend.state, tab, a1, cells);
      const args = (execution: Execution): readonly unknown[] => [editEvent(execution, edited)];
      return launch(job('onEdit', simple('LIMITED'), args));
    },
    fireTrigger: (handler) => {
      const trigger = backend.state.triggers.find((one) => one.handler === handler);
      if (!trigger) throw new Error(`no trigger runs ${handler}`);
      return runAs({ user: trigger.user, startedBy: 'trigger' }, handler, { triggerUid: trigger.id });
    },
    doGet: (parameter) => runAs({ startedBy: 'webApp' }, 'doGet', { parameter }),
  };
}

function select(state: WorkspaceState, title: string, rows: readonly number[]): void {
  const tab = state.book.tabs.find((one) => one.title === title);
  if (!tab) throw new Error(`no tab ${title}`);
  state.selection.gid = tab.gid;
  state.selection.ranges = rows.map((row) => ({ row, column: 1, rows: 1, columns: tab.columnCount }));
}
