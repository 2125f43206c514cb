/** The scenarios: issuing, recording, reminding; and the state each begins with. */
import { copyState, type WorkspaceState } from '../workspace/state.ts';
import { baseState, draft, linesOf, openOn } from './fixture.ts';
import { IMPORTING, withPayments } from './importing.ts';
import { MOVING } from './plan.ts';
import { REMINDING } from './reminding.ts';
import { askedAgain, type Scenario } from './scenario.ts';
import { putRows } from './tables.ts';

function issuing(name: string, drafts: readonly { id: string; client: string }[]): Scenario {
  const ids = drafts.map(({ id }) => id);
  return {
    name,
    edits: MOVING,
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
  edits: MOVING,
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
  edits: MOVING,
  prepare: withPayments,
  ...askedAgain('ui_recordPayment', PAYMENT),
  drafts: [],
  recorded: 412,
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
  RECORD,
  ...REMINDING,
  ...IMPORTING,
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
