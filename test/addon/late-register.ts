/** A register in which two clients are late, and what its tests ask of it. */
import { remind } from '../../appsscript/actions/outbox/remind.ts';
import type { World } from '../../appsscript/world.ts';
import { fakeRegister } from './fake-register.ts';
import { type FakeState, putRows, rowsOf, TODAY_SERIAL } from './fake-world.ts';

/** ACME owes two late invoices, BOIS one; CUIR has paid. */
export function lateRegister(settings: Readonly<Record<string, string>> = {}): FakeState {
  const state = fakeRegister(settings);
  const late = (number: string, client: string, days: number, total: number) => ({
    number,
    client,
    issueDate: TODAY_SERIAL - 60,
    dueDate: TODAY_SERIAL - days,
    total,
    currency: 'EUR',
  });
  putRows(state, 'invoices', [
    late('F1', 'ACME', 20, 100),
    late('F2', 'ACME', 9, 50),
    late('F3', 'BOIS', 20, 100),
    late('F4', 'CUIR', 20, 100),
  ]);
  putRows(state, 'payments', [{ id: 'P-1', date: TODAY_SERIAL - 1, invoice: 'F4', amount: 100 }]);
  return state;
}

export const LATE = lateRegister();
export const remindAll = (world: World) => remind(world, null);

/** Each message of the journal, and what it says of itself. */
export function statuses(state: FakeState): readonly string[] {
  return rowsOf(state, 'journal').map(({ key, status }) => `${key} ${status}`);
}

export function recipients(state: FakeState): readonly string[] {
  return state.mails.map(({ to }) => to);
}
