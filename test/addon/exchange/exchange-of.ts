/** A register with three open invoices, and a bank's movements for it, as the tests of imports use them. */

import { applyBank } from '../../../appsscript/actions/exchange/apply-bank.ts';
import { planBank } from '../../../appsscript/actions/exchange/plan-bank.ts';
import { undoBank } from '../../../appsscript/actions/exchange/undo-bank.ts';
import type {
  ImportDecision,
  MovementFields,
  PlannedView,
  StatementFields,
} from '../../../appsscript/contract/bank.ts';
import type { World } from '../../../appsscript/world.ts';
import type { ProfileRow } from '../../../shared/exchange/bank/kept-profiles.ts';
import { fakeRegister } from '../fake-register.ts';
import { type FakeState, putRows, rowsOf, TODAY_SERIAL } from '../fake-world.ts';
import { ranWell } from '../record/record-runs.ts';

/** F2026-00001 of 120.00 is ACME’s; F2026-00002 of 80.00 and F2026-00003 of 45.00 are BOIS’. */
export function openInvoices(): FakeState {
  const state = fakeRegister();
  const of = (number: string, client: string, total: number) => ({
    ...{ number, client, total },
    ...{ issueDate: TODAY_SERIAL - 40, dueDate: TODAY_SERIAL - 10 },
  });
  putRows(state, 'invoices', [
    of('F2026-00001', 'ACME', 120),
    of('F2026-00002', 'BOIS', 80),
    of('F2026-00003', 'BOIS', 45),
  ]);
  putRows(state, 'payments', [
    { id: 'P-1', date: TODAY_SERIAL - 30, client: 'CUIR', amount: 7, method: 'virement' },
  ]);
  return state;
}

export function movement(changes: Partial<MovementFields> = {}): MovementFields {
  return {
    ...{ day: '2026-11-20', amount: '120.00', label: 'VIR F2026-00001', payer: '' },
    ...{ payerIban: '', reference: '', bankId: '', ...changes },
  };
}

export const BOIS_PAYS = movement({ day: '2026-11-21', amount: '80.00', label: 'VIR SOCIETE BOIS' });
export const STRANGER = movement({ day: '2026-11-22', amount: '17.00', label: 'VIR INCONNU' });
export const FEES = movement({ day: '2026-11-23', amount: '-2.50', label: 'FRAIS' });

/** Certain, proposed, unknown, money out. */
export const STATEMENT: readonly StatementFields[] = [
  { account: 'FR7612345', currency: 'EUR', movements: [movement(), BOIS_PAYS, STRANGER, FEES] },
];

export const plan =
  (statements: readonly StatementFields[] = STATEMENT) =>
  (world: World) =>
    planBank(world, { statements });

export const apply =
  (
    decisions: readonly ImportDecision[],
    statements: readonly StatementFields[] = STATEMENT,
    profiles: readonly ProfileRow[] = [],
  ) =>
  (world: World) =>
    applyBank(world, { statements, decisions, profiles });

export const undo = (importId: string) => (world: World) => undoBank(world, { importId });

export function planned(
  state: FakeState,
  statements: readonly StatementFields[] = STATEMENT,
): readonly PlannedView[] {
  return ranWell(state, plan(statements)).movements;
}

/** What is proposed, taken; certain or not. */
export function taken({ client, key, parts }: PlannedView): ImportDecision {
  return { key, kind: parts.length > 0 ? 'parts' : 'unapplied', client, parts };
}

export const ticked = (state: FakeState): readonly ImportDecision[] =>
  planned(state)
    .filter(({ decision }) => decision === 'apply')
    .map(taken);

export function imported(state: FakeState): readonly (readonly unknown[])[] {
  return rowsOf(state, 'payments')
    .filter(({ id }) => String(id).startsWith('B-'))
    .map(({ invoice, client, amount, method }) => [client, invoice, amount, method]);
}

export const logged = (state: FakeState): readonly unknown[] =>
  rowsOf(state, 'bank').map(({ state: one }) => one);
