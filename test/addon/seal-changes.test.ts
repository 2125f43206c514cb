/** Accounts and payments join the chain when they are saved, and at the latest with the next daily run. */
import assert from 'node:assert/strict';
import { describe, test } from 'vitest';
import { daily } from '../../appsscript/actions/daily/daily.ts';
import { issue } from '../../appsscript/actions/issue/issue.ts';
import { recordPaymentAction } from '../../appsscript/actions/record/record-payment.ts';
import { saveSettingsAction } from '../../appsscript/actions/record/settings.ts';
import type { World } from '../../appsscript/world.ts';
import { registerWithDrafts } from './fake-register.ts';
import { columnsOf, copyOf, done, type FakeState, putRows, rowsOf, run, TODAY_SERIAL } from './fake-world.ts';
import { brokenPromises } from './kept-promises.ts';
import { fields } from './record/record-payments-of.ts';

const OTHER = 'FR1420041010050500013M02606';

function issued(): FakeState {
  const state = registerWithDrafts(1);
  done(run(state, (world) => issue(world, { drafts: ['D-1'], send: true })));
  return state;
}

const ISSUED = issued();

/** What joined the chain beside documents. */
function joined(state: FakeState): readonly string[] {
  return rowsOf(state, 'seals')
    .filter(({ type }) => type !== 'ISSUE' && type !== 'DOC')
    .map(({ number, snapshot, type }) => `${type} ${number} ${snapshot}`);
}

const PAYMENT = fields({
  amount: '144.60',
  allocations: [{ invoice: 'F2026-00001', amount: '100' }],
});
const record = (world: World) => recordPaymentAction(world, PAYMENT, () => 'none');
const PAID = [
  'PAY P-ABCD1234 {"id":"P-ABCD1234","date":"2026-11-25","client":"ACME","invoice":"F2026-00001","amount":"100.00","currency":"EUR"}',
  'PAY P-ABCD1234-2 {"id":"P-ABCD1234-2","date":"2026-11-25","client":"ACME","invoice":"","amount":"44.60","currency":"EUR"}',
];

function setPaid(state: FakeState, row: number, amount: number): void {
  const line = state.tabs.get('payments')?.[row];
  const place = columnsOf('payments').findIndex(({ key }) => key === 'amount');
  if (line) line[place] = amount;
}

describe('a payment', () => {
  test('recorded in the sidebar joins at once, by three calls; the daily run adds nothing to it', () => {
    const state = copyOf(ISSUED);
    const { calls } = run(state, record);
    assert.deepEqual(joined(state), PAID);
    assert.deepEqual(
      calls.filter((call) => call.includes('seals')),
      ['header seals', 'column seals', 'write seals'],
    );
    run(state, daily);
    assert.deepEqual(joined(state), PAID);
    assert.deepEqual(brokenPromises(state, true), []);
  });

  test('typed into the tab, changed, deleted: the daily run says each', () => {
    const state = copyOf(ISSUED);
    putRows(state, 'payments', [{ date: TODAY_SERIAL, invoice: 'F2026-00001', amount: 50 }]);
    run(state, daily);
    setPaid(state, 1, 5);
    run(state, daily);
    state.tabs.get('payments')?.splice(1, 1);
    run(state, daily);
    const told = (amount: string): string =>
      `F2026-00001 {"id":"","date":"2026-11-25","client":"ACME","invoice":"F2026-00001","amount":"${amount}","currency":"EUR"}`;
    assert.deepEqual(joined(state), [
      `PAY ${told('50.00')}`,
      `PAYVOID ${told('50.00')}`,
      `PAY ${told('5.00')}`,
      `PAYVOID ${told('5.00')}`,
    ]);
    assert.deepEqual(brokenPromises(state, true), []);
  });

  run(copyOf(ISSUED), record).calls.forEach((call, index) => {
    test(`is sealed once, whatever stops its recording: killed after call ${index + 1}, ${call}`, () => {
      for (const buffer of ['none', 'prefix', 'all'] as const) {
        const state = copyOf(ISSUED);
        run(state, record, { mishap: { step: index + 1, kind: 'kill', when: 'after', buffer } });
        run(state, record);
        run(state, daily);
        run(state, daily);
        assert.deepEqual([...joined(state)].sort(), PAID);
        assert.deepEqual(brokenPromises(state, true), []);
      }
    });
  });

  for (const [what, change] of [
    ['no seal was ever written', (state: FakeState) => void state.tabs.get('seals')?.splice(1)],
    ['the tab of seals is gone', (state: FakeState) => void state.tabs.delete('seals')],
    [
      'the tab of seals lacks a column',
      (state: FakeState) => void state.tabs.get('seals')?.[0]?.splice(3, 1),
    ],
  ] as const) {
    test(`is recorded where ${what}`, () => {
      const state = copyOf(ISSUED);
      change(state);
      assert.ok(done(run(state, record)).ok);
      assert.equal(rowsOf(state, 'payments').length, 2);
    });
  }
});

describe('the account of the settings', () => {
  const seal = (user: string): string =>
    `SETTING iban {"from":"FR7630006000011234567890189","to":"${OTHER}","user":"${user}"}`;

  test('saved in the sidebar joins at once, with who saved it', () => {
    const state = copyOf(ISSUED);
    const save = (world: World) => saveSettingsAction(world, { values: { iban: OTHER, phone: '01' } });
    assert.ok(done(run(state, save)).ok);
    assert.deepEqual(joined(state), [seal('compta@lumen.example')]);
    done(run(state, save));
    run(state, daily);
    assert.deepEqual(joined(state), [seal('compta@lumen.example')]);
    assert.deepEqual(brokenPromises(state, true), []);
  });

  test('typed into the tab is found by the daily run, which does not know who it was', () => {
    const state = copyOf(ISSUED);
    const row = state.tabs.get('settings')?.find(([key]) => key === 'iban');
    if (row) row[1] = `${OTHER.slice(0, 4)} ${OTHER.slice(4)}`;
    run(state, daily);
    run(state, daily);
    assert.deepEqual(joined(state), [seal('')]);
  });

  test('saved as it was costs no look at the seals', () => {
    const values = { iban: 'FR7630006000011234567890189', phone: '02' };
    const { calls } = run(copyOf(ISSUED), (world) => saveSettingsAction(world, { values }));
    assert.deepEqual(
      calls.filter((call) => call.includes('seals')),
      [],
    );
  });
});
