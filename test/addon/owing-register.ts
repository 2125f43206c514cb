/** A register with late clients: one of each level of the calendar, the bank up to date. */
import { serialOfDay } from '../../shared/base/civil-date.ts';
import { knownRates } from '../../shared/law/known-rates.ts';
import { fakeRegister } from './fake-register.ts';
import { type FakeState, putRows, TODAY_SERIAL } from './fake-world.ts';

/** Days that the invoice of each client is late; CUIR has paid lately, which keeps the bank fresh. */
export function owingRegister(settings: Readonly<Record<string, string>> = {}): FakeState {
  const state = fakeRegister({ sendMode: 'aperçu', ...settings });
  const late = (number: string, client: string, days: number, total: number) => ({
    number,
    client,
    issueDate: TODAY_SERIAL - days - 30,
    dueDate: TODAY_SERIAL - days,
    total,
    currency: 'EUR',
  });
  putRows(state, 'invoices', [
    late('F1', 'ACME', 60, 100),
    late('F2', 'ACME', 10, 250.5),
    late('F3', 'BOIS', 32, 1000),
    late('F4', 'CUIR', 20, 80),
  ]);
  putRows(
    state,
    'rates',
    knownRates('fr').map(({ from, percent, series }) => ({ series, from: serialOfDay(from), percent })),
  );
  putRows(state, 'payments', [{ id: 'P-1', date: TODAY_SERIAL - 1, invoice: 'F4', amount: 80 }]);
  return state;
}

/** The levels of an invoice that were sent, each so many days ago. */
export function putSent(
  state: FakeState,
  client: string,
  invoice: string,
  sent: readonly (readonly [level: number, daysAgo: number])[],
): void {
  putRows(
    state,
    'journal',
    sent.map(([level, daysAgo]) => ({
      at: TODAY_SERIAL - daysAgo,
      client,
      invoice,
      event: 'relance',
      level,
      channel: 'courriel',
      status: 'envoyé',
      key: `rem:${invoice}:${level}`,
    })),
  );
}
