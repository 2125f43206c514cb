/** The acts that are made to fail, and what has to be so when all is quiet again. */
import { copyState, type WorkspaceState } from '../workspace/state.ts';
import type { Runner, Workspace } from '../workspace/workspace.ts';
import { baseState, draft, expectOk, linesOf, openOn } from './fixture.ts';
import { EDITS, type Edit } from './plan.ts';
import { putRows, putSettings } from './tables.ts';

/** One round of what its user does; done again until nothing changes. */
export type Act = (runner: Runner<unknown>, user: string) => void;

export type Scenario = {
  readonly name: string;
  readonly edits: readonly Edit[];
  readonly prepare: (workspace: Workspace) => void;
  readonly act: Act;
  /** What follows until all is quiet, where it is more than the act again. */
  readonly after?: Act;
  /** Drafts asked to be issued: each becomes one number, unless somebody deleted or doubled it first. */
  readonly drafts: readonly string[];
  /** What recording adds to the payments, in the end. */
  readonly recorded: number;
};

const ALL: readonly Edit[] = EDITS;
const NO_PAY: readonly Edit[] = EDITS.filter((kind) => kind !== 'pay');

/** A call of the sidebar; its user asks again, and the daily run comes by. */
function askedAgain(call: string, asks: unknown): Pick<Scenario, 'act' | 'after'> {
  return {
    act: (runner, user) => runner.runAs({ user }, call, asks),
    after: (runner, user) => {
      runner.runAs({ user }, call, asks);
      runner.fireTrigger('trg_daily');
    },
  };
}

function issuing(name: string, drafts: readonly { id: string; client: string }[]): Scenario {
  const ids = drafts.map(({ id }) => id);
  return {
    name,
    edits: NO_PAY,
    prepare: ({ state }) => {
      putRows(
        state,
        'drafts',
        drafts.map(({ id, client }) => draft(id, client)),
      );
      putRows(
        state,
        'lines',
        ids.flatMap((id, index) => linesOf(id, 100 + index)),
      );
    },
    ...askedAgain('ui_issue', { drafts: ids, send: true }),
    drafts: ids,
    recorded: 0,
  };
}

const BOTH = { drafts: ['D-NEWANNE1', 'D-NOTEBRUN'], send: true };

const CREDIT: Scenario = {
  name: 'credit',
  edits: NO_PAY,
  prepare: ({ state }) => {
    putRows(state, 'drafts', [
      draft('D-NEWANNE1', 'ANNE'),
      draft('D-NOTEBRUN', 'BRUN', { type: 'avoir', corrects: 'F2026-00002' }),
    ]);
    putRows(state, 'lines', [...linesOf('D-NEWANNE1'), ...linesOf('D-NOTEBRUN', 10)]);
  },
  ...askedAgain('ui_issue', BOTH),
  drafts: BOTH.drafts,
  recorded: 0,
};

/** A line that a spreadsheet would take for a formula. */
const FORMULA: Scenario = {
  name: 'formula',
  edits: [],
  prepare: ({ state }) => {
    putRows(state, 'drafts', [draft('D-FORMULA1', 'ANNE')]);
    putRows(
      state,
      'lines',
      linesOf('D-FORMULA1').map((line) => ({ ...line, description: '=IMPORTXML("x")' })),
    );
  },
  ...askedAgain('ui_issue', { drafts: ['D-FORMULA1'], send: true }),
  drafts: ['D-FORMULA1'],
  recorded: 0,
};

const asked = (...clients: readonly string[]) => ({
  clients: clients.map((client) => ({ client, currency: 'EUR' })),
});

const REMIND: Scenario = {
  name: 'remind',
  edits: ALL,
  prepare: () => undefined,
  act: (runner, user) => runner.runAs({ user }, 'ui_remind', asked('ANNE', 'BRUN', 'CHAT')),
  drafts: [],
  recorded: 0,
};

/** The second reminder of two clients, the first of the third. */
const REMIND_AGAIN: Scenario = {
  ...REMIND,
  name: 'remindAgain',
  prepare: (workspace) => {
    const { now } = workspace.state;
    workspace.state.now = Date.UTC(2026, 9, 5, 8, 30);
    expectOk(workspace.runInProcess('ui_remind', asked('ANNE', 'BRUN')));
    workspace.state.now = now;
  },
};

const PAYMENT = {
  id: 'P-ABCDEFGH',
  kind: 'payment',
  client: 'ANNE',
  date: '2026-11-25',
  amount: '400.00',
  currency: 'EUR',
  method: 'transfer',
  reference: 'VIR 12',
  reason: '',
  allocations: [{ invoice: 'F2026-00001', amount: '100.00' }],
  thank: true,
};

const RECORD: Scenario = {
  name: 'record',
  edits: NO_PAY,
  prepare: () => undefined,
  ...askedAgain('ui_recordPayment', PAYMENT),
  drafts: [],
  recorded: 400,
};

const DAILY: Scenario = {
  name: 'daily',
  edits: ALL,
  prepare: ({ state }) => {
    putSettings(state, { sendMode: 'send' });
    putRows(state, 'recurring', [{ id: 'R-1', client: 'CHAT', every: 'mois', next: 46351, active: 'oui' }]);
    putRows(state, 'lines', linesOf('R-1', 50));
  },
  act: (runner) => runner.fireTrigger('trg_daily'),
  drafts: [],
  recorded: 0,
};

export const SCENARIOS: readonly Scenario[] = [
  issuing('issue1', [{ id: 'D-NEWANNE1', client: 'ANNE' }]),
  issuing('issue3', [
    { id: 'D-NEWANNE1', client: 'ANNE' },
    { id: 'D-NEWBRUN1', client: 'BRUN' },
    { id: 'D-NEWCHAT1', client: 'CHAT' },
  ]),
  CREDIT,
  FORMULA,
  REMIND,
  REMIND_AGAIN,
  RECORD,
  DAILY,
];

export function scenarioNamed(name: string): Scenario {
  const scenario = SCENARIOS.find((one) => one.name === name);
  if (!scenario) throw new Error(`no scenario ${name}`);
  return scenario;
}

type Known = { readonly base: WorkspaceState; readonly starts: Map<string, WorkspaceState> };
const known = new Map<string, Known>(); // by script

/** The state a scenario begins with; the same object each time, to be copied. */
export function startOf(scenario: Scenario, code: string): WorkspaceState {
  const { base, starts } = known.get(code) ?? { base: baseState(code), starts: new Map() };
  known.set(code, { base, starts });
  const start = starts.get(scenario.name) ?? prepared(scenario, base, code);
  starts.set(scenario.name, start);
  return start;
}

function prepared(scenario: Scenario, base: WorkspaceState, code: string): WorkspaceState {
  const workspace = openOn(copyState(base), code, 0);
  scenario.prepare(workspace);
  return copyState(workspace.state);
}
