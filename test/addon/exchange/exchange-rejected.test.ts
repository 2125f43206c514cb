/** A rejected debit in the dialog of bank statements: proposed against the payment it undoes, owed again once it is ticked. */
import { expect, test } from 'vitest';
import { putRows, rowsOf, TODAY_SERIAL } from '../fake-world.ts';
import { ranWell, refusedFields } from '../record/record-runs.ts';
import { apply, imported, logged, movement, openInvoices, planned, taken, ticked } from './exchange-of.ts';

const BACK = movement({ day: '2026-11-24', amount: '-120.00', label: 'REJET PRLV F2026-00001' });
const statementOf = (...movements: readonly ReturnType<typeof movement>[]) => [
  { account: 'FR7612345', currency: 'EUR', movements },
];

/** ACME has paid its invoice by a bank's file, and the bank takes it back. */
function paidAndTakenBack() {
  const state = openInvoices();
  ranWell(state, apply(ticked(state)));
  const statements = statementOf(BACK);
  const [view] = planned(state, statements).filter(({ isEarlier }) => !isEarlier);
  if (!view) throw new Error('nothing planned');
  return { state, statements, view };
}

test('it is proposed with what it takes back', () => {
  const { view } = paidAndTakenBack();
  expect(view).toMatchObject({
    decision: 'ask',
    client: 'ACME',
    parts: [{ invoice: 'F2026-00001', amount: '-120.00' }],
    left: '0.00',
  });
});

test('ticked, it is a payment below 0 onto the same invoice, once', () => {
  const { state, statements, view } = paidAndTakenBack();
  ranWell(state, apply([taken(view)], statements));
  ranWell(state, apply([taken(view)], statements));
  expect(imported(state)).toEqual([
    ['ACME', 'F2026-00001', 120, 'virement'],
    ['ACME', 'F2026-00001', -120, 'prélèvement'],
  ]);
  expect(logged(state).slice(-1)).toEqual(['imputé']);
});

test('an invoice that nobody paid owes nothing again', () => {
  const { state, statements, view } = paidAndTakenBack();
  const before = JSON.stringify(rowsOf(state, 'payments'));
  const asked = { ...taken(view), parts: [{ invoice: 'F2026-00002', amount: '-120.00' }] };
  expect(refusedFields(state, apply([asked], statements))).toEqual([view.key]);
  expect(JSON.stringify(rowsOf(state, 'payments'))).toBe(before);
});

test('a payment somebody has taken back by hand meanwhile is not proposed', () => {
  const { state, statements } = paidAndTakenBack();
  putRows(state, 'payments', [
    ...rowsOf(state, 'payments'),
    { id: 'P-9', date: TODAY_SERIAL - 1, client: 'ACME', invoice: 'F2026-00001', amount: -120 },
  ]);
  const [view] = planned(state, statements).filter(({ isEarlier }) => !isEarlier);
  expect(view?.parts).toEqual([]);
});
