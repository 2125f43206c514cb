/** The one backend behind every door: Google's state, who holds the locks, what the users saw, what goes wrong and when. */
import type { LockKind, WorkspaceState } from './state.ts';

export type AuthMode = 'NONE' | 'LIMITED' | 'FULL';

/** A service call about to be made. */
export type ServiceCall = {
  readonly name: string; // `Range.setValues`
  readonly index: number; // in its execution, from 1
  readonly execution: number;
  readonly functionName: string;
  readonly pending: number; // writes that wait for a flush before it
};

/** What goes wrong at a call; of the writes not flushed yet, a killed execution leaves none, the first half, or all. */
export type CallFault = {
  readonly kind: 'kill' | 'throw';
  readonly when: 'before' | 'after';
  readonly buffer: 'none' | 'prefix' | 'all';
};

/** Asked before each service call: it may edit the sheet or run somebody else's execution, and says whether the call fails. */
export type FaultPlan = (call: ServiceCall) => CallFault | null;

export type Limits = {
  readonly executionMillis: number;
  readonly simpleTriggerMillis: number;
  readonly mailRecipientsPerDay: number;
  readonly millisPerCall: number; // by which the held clock moves at each service call
};

export const GOOGLE_LIMITS: Limits = {
  executionMillis: 6 * 60_000,
  simpleTriggerMillis: 30_000,
  mailRecipientsPerDay: 100,
  millisPerCall: 0,
};

export type MenuItem = { readonly label: string; readonly calls: string } | 'separator' | Menu;
export type Menu = { readonly title: string; readonly items: readonly MenuItem[] };

export type Panel = {
  readonly kind: 'sidebar' | 'modal' | 'modeless';
  readonly title: string;
  readonly html: string;
  readonly width: number | null;
  readonly height: number | null;
};

export type Alert = { readonly title: string; readonly text: string; readonly buttons: string };

/** What the user in front of the sheet sees, and answers. */
export type Screen = {
  readonly menus: Menu[];
  readonly panels: Panel[];
  readonly alerts: Alert[];
  readonly toasts: { readonly title: string; readonly text: string }[];
  /** The button an alert is answered with: `OK`, `YES`, `CANCEL` … */
  answerAlert: (alert: Alert) => string | Promise<string>;
  /** Told of each panel that opens. */
  onPanel: (panel: Panel) => void;
};

export type ExecutionRecord = {
  readonly id: number;
  readonly functionName: string;
  readonly user: string;
  readonly calls: string[];
  status: 'running' | 'done' | 'failed' | 'killed' | 'timedOut';
  error: string | null;
};

export type Lock = { holder: number | null; readonly waiting: (() => void)[] };

/** Turns a page into a PDF; in-process executions need one that answers at once. */
export type PdfMaker = (html: string) => Uint8Array | Promise<Uint8Array>;

export type Backend = {
  readonly state: WorkspaceState;
  readonly screen: Screen;
  readonly locks: Readonly<Record<LockKind, Lock>>;
  readonly executions: ExecutionRecord[];
  readonly log: string[];
  readonly htmlFiles: ReadonlyMap<string, string>;
  readonly realClock: boolean;
  readonly hasDocumentLock: boolean;
  readonly webAppUrl: string; // empty where none is deployed
  limits: Limits;
  plan: FaultPlan;
  makePdf: PdfMaker;
};

export function nowOf({ realClock, state }: Backend): number {
  return realClock ? Date.now() : state.now;
}

/** Ids that differ, and are the same when a world is played again. */
export function nextId({ state }: Backend, prefix: string): string {
  state.counter += 1;
  return `${prefix}${state.counter.toString(36).padStart(8, '0')}`;
}
