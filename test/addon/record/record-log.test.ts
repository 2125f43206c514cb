import { expect, test } from 'vitest';
import { readRegisterOf } from '../../../appsscript/actions/frame.ts';
import { logAction } from '../../../appsscript/actions/record/log.ts';
import type { JournalFields } from '../../../appsscript/contract.ts';
import type { World } from '../../../appsscript/world.ts';
import { civilDate, dayNumber } from '../../../shared/base/civil-date.ts';
import { limitationReader } from '../../../shared/law/limitation.ts';
import { buildLedger } from '../../../shared/receivables/ledger.ts';
import { fakeRegister } from '../fake-register.ts';
import { done, type FakeState, putRows, rowsOf, run, TODAY_SERIAL } from '../fake-world.ts';
import { cellsOf, everyMishap, ranWell, refusedFields } from './record-runs.ts';

function register(): FakeState {
  const state = fakeRegister();
  putRows(state, 'invoices', [
    { number: 'F1', client: 'ACME', issueDate: TODAY_SERIAL - 60, dueDate: TODAY_SERIAL - 30, total: 100 },
    {
      number: 'F2',
      client: 'BOIS',
      issueDate: TODAY_SERIAL - 60,
      dueDate: TODAY_SERIAL - 30,
      total: 100,
      currency: 'USD',
    },
  ]);
  return state;
}

function fields(changes: Partial<JournalFields> = {}): JournalFields {
  return {
    id: 'J-ABCD1234',
    client: 'ACME',
    invoice: '',
    event: 'call',
    byPhone: false,
    amount: '',
    day: '',
    detail: 'Promet de rappeler',
    ...changes,
  };
}

const log =
  (changes: Partial<JournalFields> = {}) =>
  (world: World) =>
    logAction(world, fields(changes));

function row(state: FakeState, tab: 'invoices' | 'clients', key: string): Readonly<Record<string, unknown>> {
  const found = rowsOf(state, tab).find((one) => one.number === key || one.code === key);
  if (!found) throw new Error(key);
  return found;
}

const DAY = '2026-12-05';
const DAY_SERIAL = TODAY_SERIAL + 10;

for (const [changes, expected] of [
  [{}, { event: 'appel', channel: 'appel', invoice: null, detail: 'Promet de rappeler', status: null }],
  [
    { event: 'promise', invoice: 'F1', amount: '80,50', day: DAY, detail: '' },
    { event: 'promesse', invoice: 'F1', amount: 80.5, promisedOn: DAY_SERIAL, channel: null, detail: null },
  ],
  [
    { event: 'dispute', invoice: 'F1', detail: 'Quantité' },
    { event: 'note', detail: 'Litige\u202f: Quantité' },
  ],
  [
    { event: 'disputeClosed', invoice: 'F1', detail: '' },
    { event: 'note', detail: 'Litige clos.' },
  ],
  [
    { event: 'hold', day: DAY, detail: 'Congés' },
    { event: 'suspension', detail: 'Jusqu’au 5 décembre 2026\u202f: Congés' },
  ],
  [{ event: 'release', detail: '' }, { event: 'reprise' }],
  [
    { event: 'receiptAcknowledged', invoice: 'F1', detail: '' },
    { event: 'réception confirmée', invoice: 'F1' },
  ],
  [
    { event: 'acknowledgement', invoice: 'F1', day: '2026-11-25', detail: 'Courrier signé' },
    { event: 'reconnaissance de dette', invoice: 'F1', promisedOn: null, detail: 'Courrier signé' },
  ],
  [
    { event: 'courtAction', day: '2026-11-25', detail: 'Injonction de payer' },
    { event: 'action en justice', invoice: null, detail: 'Injonction de payer' },
  ],
  [
    { event: 'note', detail: '=1+1' },
    { event: 'note', detail: '=1+1' },
  ],
] as const) {
  test(`written down: ${JSON.stringify(changes)}`, () => {
    const state = register();
    const { text } = ranWell(state, log(changes));
    expect(text).not.toBe('');
    expect(rowsOf(state, 'journal')).toMatchObject([
      {
        key: 'J-ABCD1234',
        client: 'ACME',
        user: 'compta@lumen.example',
        at: expect.stringMatching(/^2026-11-25T/),
        ...expected,
      },
    ]);
    const { problems } = done(run(state, (world) => readRegisterOf(world)));
    expect(problems).toEqual([]);
  });
}

test('an act of an earlier day counts from that day: the limitation begins anew on it', () => {
  const state = register();
  ranWell(state, log({ event: 'acknowledgement', invoice: 'F1', day: '2026-11-05', detail: 'Signée' }));
  expect(rowsOf(state, 'journal')).toMatchObject([
    { at: TODAY_SERIAL - 20, event: 'reconnaissance de dette' },
  ]);
  const { problems, register: read } = done(run(state, (world) => readRegisterOf(world)));
  expect(problems).toEqual([]);
  const term = limitationReader(buildLedger(read), dayNumber('2026-11-25')).of(0);
  expect(term && [term.isInterrupted, civilDate(term.since), civilDate(term.expiresOn)]).toEqual([
    true,
    '2026-11-05',
    '2031-11-05',
  ]);
});

test('written down twice it stands once', () => {
  const state = register();
  ranWell(state, log());
  const cells = cellsOf(state);
  expect(ranWell(state, log()).text).toMatch(/^Déjà noté/);
  expect(cellsOf(state)).toEqual(cells);
});

test('a dispute opens on its invoice, shows as its next step, and closes', () => {
  const state = register();
  ranWell(state, log({ event: 'dispute', invoice: 'F1', amount: '40', detail: 'Casse' }));
  expect(row(state, 'invoices', 'F1')).toMatchObject({
    disputedOn: TODAY_SERIAL,
    disputeClosedOn: null,
    disputedAmount: 40,
    disputeReason: 'Casse',
    openBalance: 100,
  });
  ranWell(state, log({ id: 'J-CLOSE001', event: 'disputeClosed', invoice: 'F1', detail: '' }));
  expect(row(state, 'invoices', 'F1')).toMatchObject({
    disputedOn: TODAY_SERIAL,
    disputeClosedOn: TODAY_SERIAL,
  });
  ranWell(state, log({ id: 'J-AGAIN001', event: 'dispute', invoice: 'F1', detail: 'Encore' }));
  expect(row(state, 'invoices', 'F1')).toMatchObject({
    disputedOn: TODAY_SERIAL,
    disputeClosedOn: null,
    disputedAmount: null,
  });
});

test('a hold stands on its client, and ends', () => {
  const state = register();
  ranWell(state, log({ event: 'hold', day: DAY, detail: 'Congés' }));
  expect(row(state, 'clients', 'ACME')).toMatchObject({
    holdUntil: DAY_SERIAL,
    holdReason: 'Congés',
    name: 'Société ACME',
  });
  expect(row(state, 'clients', 'BOIS')).toMatchObject({ holdUntil: null });
  ranWell(state, log({ id: 'J-GOON0001', event: 'release', detail: '' }));
  expect(row(state, 'clients', 'ACME')).toMatchObject({ holdUntil: null, holdReason: null });
});

for (const [why, changes, expected] of [
  ['a client nobody knows', { client: 'NOBODY' }, ['client']],
  ['an invoice nobody knows', { invoice: 'F9' }, ['invoice']],
  ['another client’s invoice', { invoice: 'F2' }, ['invoice']],
  ['a dispute of no invoice', { event: 'dispute' }, ['invoice']],
  ['a dispute without a word', { event: 'dispute', invoice: 'F1', detail: '' }, ['detail']],
  ['a dispute of more than the invoice', { event: 'dispute', invoice: 'F1', amount: '100.01' }, ['amount']],
  ['a receipt of no invoice', { event: 'receiptAcknowledged' }, ['invoice']],
  ['a promise without its day', { event: 'promise' }, ['day']],
  ['a promise for yesterday', { event: 'promise', day: '2026-11-24' }, ['day']],
  ['a hold that is over', { event: 'hold', day: '2026-11-24' }, ['day']],
  ['a hold without a word', { event: 'hold', day: DAY, detail: '' }, ['detail']],
  ['an acknowledgement without its day', { event: 'acknowledgement' }, ['day']],
  ['an acknowledgement that will be signed', { event: 'acknowledgement', day: '2026-11-26' }, ['day']],
  [
    'an acknowledgement nobody can find',
    { event: 'acknowledgement', day: '2026-11-25', detail: '' },
    ['detail'],
  ],
  ['a court action to come', { event: 'courtAction', day: '2026-11-26' }, ['day']],
  ['an empty note', { event: 'note', detail: '' }, ['detail']],
  ['an amount of nothing', { event: 'promise', day: DAY, amount: '0' }, ['amount']],
  ['an amount that cannot be read', { event: 'promise', day: DAY, amount: '1.005' }, ['amount']],
] as const) {
  test(`refused, nothing written: ${why}`, () =>
    expect(refusedFields(register(), log(changes))).toEqual(expected));
}

test('a promise for today may be written down, a hold for today too', () => {
  ranWell(register(), log({ event: 'promise', day: '2026-11-25' }));
  ranWell(register(), log({ event: 'hold', day: '2026-11-25' }));
});

test('stopped anywhere, a dispute is opened and written down once by asking again', () => {
  everyMishap(
    register(),
    log({ event: 'dispute', invoice: 'F1', amount: '40', detail: 'Casse' }),
    (state) => {
      if (rowsOf(state, 'journal').length > 0) expect(row(state, 'invoices', 'F1').disputedAmount).toBe(40);
    },
    (state) => {
      expect(rowsOf(state, 'journal')).toHaveLength(1);
      expect(row(state, 'invoices', 'F1')).toMatchObject({ disputedOn: TODAY_SERIAL, disputedAmount: 40 });
    },
  );
});

test('a row that moves between reading and writing is found again', () => {
  const state = register();
  const act = log({ event: 'hold', day: DAY, detail: 'Congés' });
  const { end } = run(state, act, {
    between: (_, call) => {
      const grid = state.tabs.get('clients');
      if (call === 'column clients' && grid) grid.splice(1, 0, ...grid.splice(3, 1)); // CUIR comes first
    },
  });
  expect(end.kind).toBe('done');
  expect(row(state, 'clients', 'ACME').holdUntil).toBe(DAY_SERIAL);
  expect(row(state, 'clients', 'CUIR').holdUntil).toBeNull();
});
