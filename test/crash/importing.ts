/** Scenarios of bank statements: imported, imported again with more, decided later, taken back. */
import { type CivilDate, dayNumber } from '../../shared/base/civil-date.ts';
import { fingerprints } from '../../shared/exchange/bank/fingerprint.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { expectOk } from './fixture.ts';
import { MOVING } from './plan.ts';
import { askedAgain, type Scenario } from './scenario.ts';
import { putRows, rowsOf } from './tables.ts';

type Moved = { readonly day: CivilDate; readonly minor: number; readonly label: string };

const ANNE: Moved = { day: '2026-11-20', minor: 36_000, label: 'VIR ANNE F2026-00001' };
const BRUN: Moved = { day: '2026-11-21', minor: 10_000, label: 'VIR BRUN ACOMPTE' };
const FEES: Moved = { day: '2026-11-21', minor: -250, label: 'FRAIS' };

const WORDS = { payer: '', payerIban: '', reference: '', bankId: '' };

function statementsOf(moved: readonly Moved[]) {
  const movements = moved.map(({ day, label, minor }) => ({
    ...WORDS,
    day,
    label,
    amount: (minor / 100).toFixed(2),
  }));
  return [{ account: 'FR76', currency: 'EUR', movements }];
}

/** The movements' names, in their order. */
function keysOf(moved: readonly Moved[]): readonly string[] {
  const movements = moved.map(({ day, label, minor }, index) => ({
    ...{ ...WORDS, label, minor, day: dayNumber(day), valueDay: null, line: index + 1 },
  }));
  return fingerprints({ account: 'FR76', currency: 'EUR', opening: null, closing: null, movements });
}

const [ANNE_KEY = '', BRUN_KEY = ''] = keysOf([ANNE, BRUN, FEES]);
const ANNE_PAYS = {
  key: ANNE_KEY,
  kind: 'parts',
  client: 'ANNE',
  parts: [{ invoice: 'F2026-00001', amount: '360.00' }],
};
const BRUN_PAYS = {
  key: BRUN_KEY,
  kind: 'parts',
  client: 'BRUN',
  parts: [{ invoice: 'F2026-00002', amount: '60.00' }],
};

const FIRST = { statements: statementsOf([ANNE, FEES]), decisions: [ANNE_PAYS], profiles: [] };
const MORE = {
  statements: statementsOf([ANNE, BRUN, FEES]),
  decisions: [ANNE_PAYS, BRUN_PAYS],
  profiles: [],
};

/** Payments of others stand above what is written. */
export function withPayments({ state }: Workspace): void {
  putRows(state, 'payments', [
    { id: 'P-BEFORE01', date: 46340, client: 'CHAT', amount: 5, method: 'virement' },
    { id: 'P-BEFORE02', date: 46341, client: 'CHAT', amount: 7, method: 'virement' },
  ]);
}

const IMPORT: Scenario = {
  name: 'import',
  edits: MOVING,
  prepare: withPayments,
  ...askedAgain('ui_applyImport', MORE),
  drafts: [],
  recorded: 12,
  imported: 460,
};

/** A file that overlaps with one that was imported. */
const TWICE: Scenario = {
  ...IMPORT,
  name: 'importTwice',
  prepare: (workspace) => {
    withPayments(workspace);
    expectOk(workspace.runInProcess('ui_applyImport', FIRST));
  },
};

/** What an import left to be decided, decided without its file. */
const LATER: Scenario = {
  ...IMPORT,
  name: 'importLater',
  prepare: (workspace) => {
    withPayments(workspace);
    expectOk(workspace.runInProcess('ui_applyImport', { ...MORE, decisions: [] }));
  },
  ...askedAgain('ui_applyImport', { statements: [], decisions: MORE.decisions, profiles: [] }),
};

/** The only import of a log. */
function undo(runner: Parameters<Scenario['act']>[0], user: string, importId: string): void {
  runner.runAs({ user }, 'ui_undoImport', { importId });
}

const importId = { known: '' };

const UNDO: Scenario = {
  ...IMPORT,
  name: 'importUndone',
  prepare: (workspace) => {
    withPayments(workspace);
    expectOk(workspace.runInProcess('ui_applyImport', MORE));
    importId.known = String(rowsOf(workspace.state, 'bank')[0]?.import);
  },
  act: (runner, user) => undo(runner, user, importId.known),
  after: (runner, user) => {
    undo(runner, user, importId.known);
    runner.fireTrigger('trg_daily');
  },
  imported: 0,
};

export const IMPORTING: readonly Scenario[] = [IMPORT, TWICE, LATER, UNDO];
