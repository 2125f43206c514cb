/** A client's invoices, and payments of them, as the tests of recording use them. */
import { recordPaymentAction } from '../../../appsscript/actions/record/record-payment.ts';
import type { PaymentFields } from '../../../appsscript/contract.ts';
import type { World } from '../../../appsscript/world.ts';
import { fakeRegister } from '../fake-register.ts';
import { type FakeState, putRows, rowsOf, TODAY_SERIAL } from '../fake-world.ts';

export function fields(changes: Partial<PaymentFields> = {}): PaymentFields {
  return {
    id: 'P-ABCD1234',
    kind: 'payment',
    client: 'ACME',
    date: '2026-11-25',
    amount: '100',
    currency: 'EUR',
    method: 'transfer',
    reference: 'VIR 42',
    reason: '',
    allocations: [{ invoice: 'F1', amount: '100,00' }],
    thank: false,
    ...changes,
  };
}

/** F1 of 100.00 is the oldest, then F2 of 250.00, F3 of 60.00 in dollars; F4 is another client's; A1 is a credit note. */
export function register(): FakeState {
  const state = fakeRegister();
  const of = (number: string, days: number, total: number, more = {}) => ({
    number,
    client: 'ACME',
    issueDate: TODAY_SERIAL - days,
    dueDate: TODAY_SERIAL - days + 30,
    total,
    ...more,
  });
  putRows(state, 'invoices', [
    of('F2', 40, 250),
    of('F1', 50, 100),
    of('F3', 60, 60, { currency: 'USD' }),
    of('F4', 60, 70, { client: 'BOIS' }),
    of('A1', 10, 20, { type: 'avoir' }),
  ]);
  return state;
}

const noThanks = (): 'none' => 'none';
export const record =
  (changes: Partial<PaymentFields> = {}) =>
  (world: World) =>
    recordPaymentAction(world, fields(changes), noThanks);

export function paymentsOf(state: FakeState): readonly (readonly unknown[])[] {
  return rowsOf(state, 'payments').map(({ id, invoice, amount, method }) => [id, invoice, amount, method]);
}

export function balances(state: FakeState): Readonly<Record<string, unknown>> {
  const open = rowsOf(state, 'invoices').map(({ number, openBalance }) => [number, openBalance] as const);
  return Object.fromEntries(open.filter(([, sum]) => sum !== null));
}
