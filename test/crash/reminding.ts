/** Scenarios in which somebody is reminded, or must not be. */
import { ScriptError } from '../workspace/job.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { expectOk, linesOf } from './fixture.ts';
import { EDITS, type Edit, MOVING } from './plan.ts';
import { askedAgain, type Scenario } from './scenario.ts';
import { putRows, putSettings } from './tables.ts';

/** Where reminders may leave: what people write is to be seen. */
const WRITING: readonly Edit[] = EDITS.filter((kind) => kind !== 'copy');

const asked = (...clients: readonly string[]) => ({
  clients: clients.map((client) => ({ client, currency: 'EUR' })),
});

const REMIND: Scenario = {
  name: 'remind',
  edits: WRITING,
  prepare: () => undefined,
  act: (runner, user) => runner.runAs({ user }, 'ui_remind', asked('ANNE', 'BRUN', 'CHAT')),
  drafts: [],
  recorded: 0,
};

/** The second reminder of two clients, the first of the third. */
const REMIND_AGAIN: Scenario = {
  ...REMIND,
  name: 'remindAgain',
  edits: ['sort', 'insert', 'delete', 'pay'],
  prepare: (workspace) => {
    const { now } = workspace.state;
    workspace.state.now = Date.UTC(2026, 9, 5, 8, 30);
    expectOk(workspace.runInProcess('ui_remind', asked('ANNE', 'BRUN')));
    workspace.state.now = now;
  },
};

const DAILY: Scenario = {
  name: 'daily',
  edits: ['sort', 'insert', 'pay'],
  prepare: ({ state }) => {
    putSettings(state, { sendMode: 'send' });
    putRows(state, 'recurring', [{ id: 'R-1', client: 'CHAT', every: 'mois', next: 46351, active: 'oui' }]);
    putRows(state, 'lines', linesOf('R-1', 50));
  },
  act: (runner) => runner.fireTrigger('trg_daily'),
  drafts: [],
  recorded: 0,
};

const ANNE = 'anne@client.example';
const HOUR = 3_600_000;

/** A reminder to ANNE of which nobody knows whether it left. @param when Google stopped the run: before it left, or after */
function unsure(workspace: Workspace, when: 'before' | 'after'): void {
  const { state } = workspace;
  putSettings(state, { sendMode: 'send' });
  const now = state.now;
  state.now -= HOUR;
  workspace.planFaults(({ name }) =>
    name === 'MailApp.sendEmail' ? { kind: 'kill', when, buffer: 'all' } : null,
  );
  try {
    workspace.inProcess.runAs({}, 'ui_remind', asked('ANNE'));
  } catch (error) {
    if (!(error instanceof ScriptError)) throw error;
  }
  workspace.planFaults(() => null);
  state.now = now;
}

/** Asked for and left to the daily run, the unsure one waits for a person; the others are reminded. */
const UNSURE: Scenario = {
  name: 'unsure',
  edits: MOVING,
  prepare: (workspace) => unsure(workspace, 'after'),
  ...askedAgain('ui_remind', asked('ANNE', 'BRUN', 'CHAT')),
  drafts: [],
  recorded: 0,
  silent: [ANNE],
};

/** A person says it: that it left, or that it is to leave. */
function resolving(name: string, when: 'before' | 'after', more: Partial<Scenario>): Scenario {
  const decision = when === 'before' ? 'sendAgain' : 'wasSent';
  return {
    name,
    edits: MOVING,
    prepare: (workspace) => unsure(workspace, when),
    act: (runner, user) => runner.runAs({ user }, 'ui_resolve', { key: 'rem:F2026-00001:1', decision }),
    after: (runner) => runner.fireTrigger('trg_daily'),
    drafts: [],
    recorded: 0,
    ...more,
  };
}

const PROMISE = {
  id: 'J-ABCDEFGH',
  client: 'ANNE',
  invoice: '',
  event: 'promise',
  byPhone: false,
  amount: '',
  day: '2026-12-03',
  detail: '',
};

/** Promised to us, and written down; the daily run reminds the others. */
const PROMISED: Scenario = {
  name: 'promised',
  edits: MOVING,
  prepare: ({ state }) => putSettings(state, { sendMode: 'send' }),
  ...askedAgain('ui_log', PROMISE),
  drafts: [],
  recorded: 0,
  silent: [ANNE],
  logged: PROMISE.id,
};

const PLAN = {
  id: 'J-HGFEDCBA',
  client: 'ANNE',
  invoices: ['F2026-00001'],
  instalments: [
    { day: '2026-12-10', amount: '200.00' },
    { day: '2027-01-11', amount: '160.00' },
  ],
  detail: '',
};

/** Agreed with us, and written down; the daily run reminds the others. */
const PLANNED: Scenario = {
  ...PROMISED,
  name: 'planned',
  ...askedAgain('ui_savePlan', PLAN),
  logged: PLAN.id,
  planned: 360,
};

export const REMINDING: readonly Scenario[] = [
  REMIND,
  REMIND_AGAIN,
  DAILY,
  UNSURE,
  resolving('sentAgain', 'before', {}),
  resolving('wasSent', 'after', { silent: [ANNE] }),
  PROMISED,
  PLANNED,
];
