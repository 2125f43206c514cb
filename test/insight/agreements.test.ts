/** Agreements: what state each is in on the days around its own, and which of several words of a client counts. */
import { describe, expect, test } from 'vitest';
import { type CivilDate, dayNumber } from '../../shared/base/civil-date.ts';
import { agreementsOn } from '../../shared/insight/agreements.ts';
import { buildLedger } from '../../shared/receivables/ledger.ts';
import type { JournalEntry } from '../../shared/register/entries.ts';
import { type PaymentRecord, type PlanRecord, registerOf } from '../receivables/register-of.ts';

const BLANK: JournalEntry = {
  ...{
    row: 2,
    at: dayNumber('2026-05-01'),
    client: 0,
    invoice: 0,
    event: 'promise',
    level: null,
    channel: null,
  },
  ...{ recipient: '', status: null, amount: null, promisedOn: dayNumber('2026-05-10'), newDeadline: null },
  ...{ interest: null, indemnity: null, tracking: '', key: '', user: '', detail: '' },
};

type Told = Partial<Omit<JournalEntry, 'at' | 'promisedOn'>> & {
  readonly at?: CivilDate;
  readonly promisedOn?: CivilDate;
};

/** F1 and F2 of 100 each, due long ago. */
function ledgerOf(
  told: readonly Told[],
  payments: readonly PaymentRecord[] = [],
  plans: readonly PlanRecord[] = [],
) {
  const journal = told.map(({ at, promisedOn, ...rest }, index) => ({
    ...BLANK,
    ...rest,
    row: index + 2,
    at: at ? dayNumber(at) : BLANK.at,
    promisedOn: promisedOn ? dayNumber(promisedOn) : BLANK.promisedOn,
  }));
  const invoices = ['F1', 'F2'].map((number) => ({ number, issued: '2026-03-01', total: 100_00 }) as const);
  return buildLedger(registerOf({ invoices, payments, plans, journal }));
}

const states = (ledger: ReturnType<typeof ledgerOf>, day: CivilDate) =>
  agreementsOn(ledger, dayNumber(day)).map(({ kind, state }) => `${kind} ${state}`);

describe('a promise for the 10th', () => {
  const unpaid = ledgerOf([{}]);
  for (const [day, expected] of [
    ['2026-04-30', []],
    ['2026-05-01', ['promise pending']],
    ['2026-05-09', ['promise pending']],
    ['2026-05-10', ['promise today']],
    ['2026-05-11', ['promise grace']],
    ['2026-05-13', ['promise grace']],
    ['2026-05-14', ['promise broken']],
    ['2027-05-01', ['promise broken']],
  ] as const) {
    test(`unpaid on ${day}: ${expected.join() || 'not made yet'}`, () =>
      expect(states(unpaid, day)).toEqual(expected));
  }
  const paid = (day: CivilDate, amount = 100_00) => ledgerOf([{}], [{ day, invoice: 'F1', amount }]);
  for (const [paidOn, day, expected] of [
    ['2026-05-08', '2026-05-09', ['promise kept']],
    ['2026-05-13', '2026-05-13', ['promise kept']],
    ['2026-05-13', '2026-06-09', ['promise kept']],
    ['2026-05-13', '2026-06-10', []],
    ['2026-05-14', '2026-05-14', []],
    ['2026-05-14', '2026-05-13', ['promise grace']],
  ] as const) {
    test(`paid on ${paidOn}, seen on ${day}: ${expected.join() || 'out of sight'}`, () =>
      expect(states(paid(paidOn), day)).toEqual(expected));
  }
  test('paid in part is broken', () => {
    expect(states(paid('2026-05-09', 80_00), '2026-05-14')).toEqual(['promise broken']);
  });
});

test('the last word about an invoice counts; one about all that is open stands beside it', () => {
  const ledger = ledgerOf([
    { promisedOn: '2026-05-03' },
    { at: '2026-05-04', promisedOn: '2026-05-20' },
    { at: '2026-05-04', invoice: -1, promisedOn: '2026-05-25', amount: 50_00 },
  ]);
  const seen = agreementsOn(ledger, dayNumber('2026-05-08'));
  expect(seen.map(({ amount, day, invoice }) => [invoice, day, amount])).toEqual([
    [0, dayNumber('2026-05-20'), null],
    [-1, dayNumber('2026-05-25'), 50_00],
  ]);
});

test('what was not said after all is none: a failed row, a promise without a day', () => {
  expect(states(ledgerOf([{ status: 'failed' }]), '2026-05-08')).toEqual([]);
  const register = ledgerOf([{}]).register;
  const undated = { ...register, journal: register.journal.map((entry) => ({ ...entry, promisedOn: null })) };
  expect(agreementsOn(buildLedger(undated), dayNumber('2026-05-08'))).toEqual([]);
});

describe('a plan of two instalments', () => {
  const plan: PlanRecord = {
    ...{ invoice: 'F1', agreedOn: '2026-05-01' },
    instalments: [
      ['2026-05-10', 40_00],
      ['2026-06-10', 60_00],
    ],
  };
  for (const [day, paid, expected] of [
    ['2026-05-09', 0, ['instalment pending', 'instalment pending']],
    ['2026-05-10', 0, ['instalment today', 'instalment pending']],
    ['2026-05-13', 0, ['instalment grace', 'instalment pending']],
    ['2026-05-14', 0, ['instalment broken', 'instalment pending']],
    ['2026-05-14', 40_00, ['instalment pending', 'instalment kept']],
    ['2026-05-14', 39_99, ['instalment broken', 'instalment pending']],
    ['2026-07-01', 100_00, ['instalment kept']],
  ] as const) {
    test(`on ${day} with ${paid} paid: ${expected.join(', ')}`, () => {
      const payments = paid === 0 ? [] : [{ day: '2026-05-08', invoice: 'F1', amount: paid } as const];
      expect(states(ledgerOf([], payments, [plan]), day)).toEqual(expected);
    });
  }
  test('says which it is, and what is left of it', () => {
    const ledger = ledgerOf([], [{ day: '2026-05-08', invoice: 'F1', amount: 15_00 }], [plan]);
    expect(agreementsOn(ledger, dayNumber('2026-05-09'))[0]).toMatchObject({
      rank: 1,
      count: 2,
      amount: 25_00,
    });
  });
});

describe('a call to be made again', () => {
  const call: Told = { event: 'call', invoice: -1 };
  test.each([
    ['2026-05-09', ['callBack pending']],
    ['2026-05-10', ['callBack today']],
    ['2026-05-11', ['callBack broken']],
  ] as const)('on %s: %j', (day, expected) => expect(states(ledgerOf([call]), day)).toEqual(expected));
  test.each(['call', 'promise', 'plan', 'hold', 'release'] as const)(
    'is done once there was a %s',
    (event) => {
      const ledger = ledgerOf([call, { event, invoice: -1, at: '2026-05-02' }]);
      expect(states(ledger, '2026-05-11').filter((state) => state === 'callBack broken')).toHaveLength(
        event === 'call' ? 1 : 0,
      );
    },
  );
  test.each(['note', 'reminder', 'thankYou'] as const)('is not done by a %s', (event) => {
    const ledger = ledgerOf([call, { event, invoice: -1, at: '2026-05-02' }]);
    expect(states(ledger, '2026-05-11')).toEqual(['callBack broken']);
  });
});
