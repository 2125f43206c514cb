import { expect, test } from 'vitest';
import { allocateAction } from '../../../appsscript/actions/record/allocate.ts';
import { recordPaymentAction } from '../../../appsscript/actions/record/record-payment.ts';
import type { PaymentFields } from '../../../appsscript/contract.ts';
import { type FakeState, putRows, rowsOf, run, TODAY_SERIAL } from '../fake-world.ts';
import { balances, fields, paymentsOf, record, register } from './record-payments-of.ts';
import { cellsOf, everyMishap, ranWell, refusedFields } from './record-runs.ts';

test('proposed: the oldest due date first, in its currency only, the rest unapplied', () => {
  const propose = (amount: string, currency = 'EUR') =>
    ranWell(register(), (world) => allocateAction(world, { client: 'ACME', amount, currency }));
  expect(propose('120')).toMatchObject({
    proposed: [
      { invoice: 'F1', amount: '100.00' },
      { invoice: 'F2', amount: '20.00' },
    ],
    unapplied: '0.00',
    invoices: [
      { number: 'F1', daysOverdue: 20, total: '100.00', open: '100.00', clientName: 'Société ACME' },
      { number: 'F2', daysOverdue: 10, open: '250.00' },
    ],
  });
  expect(propose('400').unapplied).toBe('50.00');
  expect(propose('10', 'USD').proposed).toEqual([{ invoice: 'F3', amount: '10.00' }]);
  expect(propose('10', 'GBP')).toEqual({ invoices: [], proposed: [], unapplied: '10.00' });
});

test('nothing is proposed of what cannot be read', () => {
  const refuse = (asks: { client: string; amount: string; currency: string }) =>
    refusedFields(register(), (world) => allocateAction(world, asks));
  expect(refuse({ client: 'NOBODY', amount: '1', currency: 'EUR' })).toEqual(['client']);
  expect(refuse({ client: 'ACME', amount: '1.005', currency: 'EUR' })).toEqual(['amount']);
  expect(refuse({ client: 'ACME', amount: '1', currency: 'ABC' })).toEqual(['currency']);
});

test('recorded, a payment shows beside its invoice at once; recorded twice it stands once', () => {
  const state = register();
  const first = ranWell(state, record());
  const cells = cellsOf(state);
  const again = ranWell(state, record());
  expect(first.text).toMatch(/Règlement enregistré.*100,00.*sur F1/);
  expect(again.text).toMatch(/^Déjà enregistré/);
  expect(cellsOf(state)).toEqual(cells);
  expect(rowsOf(state, 'payments')).toMatchObject([
    {
      id: 'P-ABCD1234',
      date: TODAY_SERIAL,
      client: 'ACME',
      invoice: 'F1',
      amount: 100,
      currency: 'EUR',
      method: 'virement',
      reference: 'VIR 42',
      appliedOn: null,
      notes: null,
    },
  ]);
  expect(balances(state)).toMatchObject({ F1: 0 });
});

test('one transfer for several invoices: a row each that share a reference, and one for what is left', () => {
  const state = register();
  const allocations = [
    { invoice: 'F1', amount: '100' },
    { invoice: 'F2', amount: '50.5' },
    { invoice: 'F4', amount: '0' },
  ];
  const { text } = ranWell(
    state,
    record({ amount: '200', reference: '', allocations: allocations.slice(0, 2) }),
  );
  expect(paymentsOf(state)).toEqual([
    ['P-ABCD1234', 'F1', 100, 'virement'],
    ['P-ABCD1234-2', 'F2', 50.5, 'virement'],
    ['P-ABCD1234-3', null, 49.5, 'virement'],
  ]);
  expect(rowsOf(state, 'payments').map(({ reference }) => reference)).toEqual([
    'P-ABCD1234',
    'P-ABCD1234',
    'P-ABCD1234',
  ]);
  expect(text).toMatch(/49,50.*non imputés\. Le reste attend/);
  expect(balances(state)).toMatchObject({ F1: 0, F2: 199.5 });
});

test('a payment bounces: the invoice is open again', () => {
  const state = register();
  ranWell(state, record());
  ranWell(state, record({ id: 'P-BACK0001', kind: 'bounced', reason: 'provision insuffisante' }));
  expect(paymentsOf(state)).toEqual([
    ['P-ABCD1234', 'F1', 100, 'virement'],
    ['P-BACK0001', 'F1', -100, 'virement'],
  ]);
  expect(rowsOf(state, 'payments')[1]?.notes).toBe('provision insuffisante');
  expect(balances(state)).toMatchObject({ F1: 100 });
  expect(refusedFields(state, record({ id: 'P-BACK0002', kind: 'bounced', reason: 'x' }))).toEqual([
    'allocations.0.amount',
  ]);
});

test('unapplied money is paid back, up to what there is', () => {
  const state = register();
  ranWell(state, record({ allocations: [] }));
  expect(
    refusedFields(state, record({ id: 'P-BACK0001', kind: 'refund', amount: '120.01', allocations: [] })),
  ).toEqual(['amount']);
  ranWell(state, record({ id: 'P-BACK0001', kind: 'refund', amount: '120', allocations: [] })); // 100 and the credit note's 20
  expect(paymentsOf(state)).toEqual([
    ['P-ABCD1234', null, 100, 'virement'],
    ['P-BACK0001', null, -120, 'virement'],
  ]);
});

test('a write-off closes what is open, with its reason', () => {
  const state = register();
  ranWell(state, record({ kind: 'writeOff', reason: 'liquidation judiciaire' }));
  expect(paymentsOf(state)).toEqual([['P-ABCD1234', 'F1', 100, 'abandon']]);
  expect(rowsOf(state, 'payments')[0]?.notes).toBe('liquidation judiciaire');
  expect(balances(state)).toMatchObject({ F1: 0 });
});

test('a payment whose first row was deleted by hand is not recorded anew', () => {
  const state = register();
  const allocations = [{ invoice: 'F1', amount: '60' }];
  ranWell(state, record({ allocations }));
  state.tabs.get('payments')?.splice(1, 1);
  expect(ranWell(state, record({ allocations })).text).toMatch(/^Déjà enregistré/);
  expect(paymentsOf(state)).toEqual([['P-ABCD1234-2', null, 40, 'virement']]);
});

test('the same money typed twice is said, with its row', () => {
  const state = register();
  ranWell(state, record({ amount: '50', allocations: [{ invoice: 'F1', amount: '50' }] }));
  const { text } = ranWell(
    state,
    record({ id: 'P-TWICE001', amount: '50', allocations: [{ invoice: 'F1', amount: '50' }] }),
  );
  expect(text).toMatch(/ligne 2 de l’onglet Règlements/);
});

test('a client is thanked where the form or the setting says so, for a payment only, and after it is recorded', () => {
  const thanked: string[] = [];
  const of = (state: FakeState, changes: Partial<PaymentFields>) =>
    ranWell(state, (world) =>
      recordPaymentAction(world, fields(changes), (_, id) => {
        expect(rowsOf(state, 'payments').some((row) => row.id === id)).toBe(true);
        expect(state.lockedBy).toBe(0);
        thanked.push(id);
        return 'sent';
      }),
    ).thanked;
  expect(of(register(), {})).toBe('none');
  expect(of(register(), { thank: true })).toBe('sent');
  expect(of(register(), { thank: true, kind: 'writeOff', reason: 'x' })).toBe('none');
  const always = register();
  putRows(always, 'settings', [{ key: 'thankYou', value: 'oui' }]);
  expect(of(always, {})).toBe('sent');
  expect(thanked).toHaveLength(2);
});

test('stopped anywhere, a payment is recorded once and whole by asking again', () => {
  const start = register();
  const act = record({
    amount: '200',
    allocations: [
      { invoice: 'F1', amount: '100' },
      { invoice: 'F2', amount: '60' },
    ],
  });
  everyMishap(
    start,
    act,
    (state) => expect([0, 3]).toContain(rowsOf(state, 'payments').length),
    (state) => {
      expect(paymentsOf(state)).toEqual([
        ['P-ABCD1234', 'F1', 100, 'virement'],
        ['P-ABCD1234-2', 'F2', 60, 'virement'],
        ['P-ABCD1234-3', null, 40, 'virement'],
      ]);
      expect(balances(state)).toMatchObject({ F1: 0, F2: 190 });
    },
  );
});

test('recording costs the same calls however many invoices there are', () => {
  const many = register();
  putRows(
    many,
    'invoices',
    Array.from({ length: 500 }, (_, i) => ({
      number: `X${i}`,
      client: 'CUIR',
      issueDate: TODAY_SERIAL,
      total: 10,
    })),
  );
  const calls = (state: FakeState): number => {
    ranWell(state, record({ id: 'P-FIRST001', amount: '1', allocations: [{ invoice: 'F1', amount: '1' }] }));
    return run(state, record({ amount: '1', allocations: [{ invoice: 'F1', amount: '1' }] })).calls.length;
  };
  expect(calls(many)).toBe(calls(register()));
  expect(calls(register())).toBeLessThanOrEqual(20);
});

test('another run holds the lock: nothing is done, and it says so', () => {
  const state = register();
  state.lockedBy = 99;
  expect(refusedFields(state, record())).toEqual([]);
});
