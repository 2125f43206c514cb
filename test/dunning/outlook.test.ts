/** The outlook: what would go out in the coming days, what is held and until when, what falls due. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { demoSample } from '../../batch/sample/options.ts';
import { type CivilDate, civilDate, type DayNumber, dayNumber } from '../../shared/base/civil-date.ts';
import { decideDunning } from '../../shared/dunning/decide.ts';
import { type Outlook, outlookOf } from '../../shared/dunning/outlook.ts';
import { rowsAsSent } from '../../shared/dunning/sent-rows.ts';
import { buildLedger, type Ledger } from '../../shared/receivables/ledger.ts';
import { type DunningRecords, dunningRegister, type StepRecord } from './decided.ts';
import { liveRegisters } from './live-register.ts';
import { sampleRegister } from './sample-register.ts';

const LADDER: readonly StepRecord[] = [
  [0, -5, 'email', { template: 'notice' }],
  [1, 1, 'email', { template: 'reminder-1', minimumGapDays: 7, newDeadlineDays: 8 }],
  [2, 15, 'email', { template: 'reminder-2', minimumGapDays: 7, newDeadlineDays: 8, penalties: true }],
  [3, 30, 'call', { template: 'reminder-3', minimumGapDays: 7, newDeadlineDays: 8 }],
  [4, 45, 'registeredLetter', { template: 'formal-notice', minimumGapDays: 7, newDeadlineDays: 8 }],
];
const SETTINGS = { lateInterest: '12' };
const F1 = { number: 'F1', issued: '2026-04-01', due: '2026-05-01', total: 120_000 } as const;

function outlook(records: DunningRecords, from: CivilDate, days: number): Outlook {
  const full = { calendar: LADDER, settings: SETTINGS, ...records };
  return outlookOf(buildLedger(dunningRegister(full, from)), dayNumber(from), days);
}

function messageLines({ messages }: Outlook): readonly string[] {
  return messages.map(
    ({ channel, day, level, template }) => `${civilDate(day)} ${level} ${channel} ${template}`,
  );
}

test('one invoice climbs its whole ladder, on working days, each level after the deadline of the one before', () =>
  expect(messageLines(outlook({ invoices: [F1] }, '2026-04-24', 60))).toEqual([
    '2026-04-27 0 email notice', // the fifth day before is a Sunday
    '2026-05-04 1 email reminder-1', // the day after is a Saturday
    '2026-05-18 2 email reminder-2', // the fifteenth day late is a Saturday
    '2026-06-01 3 call reminder-3', // the thirtieth day late is a Sunday
    '2026-06-15 4 registeredLetter formal-notice',
  ]));

test('a message says what it would ask for', () => {
  const { messages } = outlook({ invoices: [F1] }, '2026-05-04', 15);
  expect(messages[1]).toMatchObject({
    day: dayNumber('2026-05-18'),
    client: 0,
    currency: 0,
    total: 120_000,
    interest: { minor: 671 }, // 1 200 € at 12 % for 17 days
    indemnity: { minor: 4000 },
    newDeadline: dayNumber('2026-05-26'),
    code: 'level-due',
    what: { fr: 'Relance 2', en: 'Reminder 2' },
    why: {
      fr: 'Facture F1 échue depuis 17 jours\u202f; relance 1 envoyée le 4 mai 2026.',
    },
  });
});

test('nothing beyond the days asked for, nothing for no day', () => {
  expect(messageLines(outlook({ invoices: [F1] }, '2026-05-04', 14))).toHaveLength(1);
  expect(messageLines(outlook({ invoices: [F1] }, '2026-05-04', 15))).toHaveLength(2);
  expect(outlook({ invoices: [F1] }, '2026-05-04', 0)).toMatchObject({ messages: [], holds: [], dues: [] });
});

test('money that the register knows of already counts from its day', () => {
  const payments = [{ day: '2026-05-10', invoice: 'F1', amount: 120_000 }] as const;
  expect(messageLines(outlook({ invoices: [F1], payments }, '2026-05-04', 30))).toEqual([
    '2026-05-04 1 email reminder-1',
  ]);
});

describe('what is held', () => {
  const held = (records: Partial<DunningRecords>, days = 10) =>
    outlook({ invoices: [F1], ...records }, '2026-05-04', days).holds.map(
      ({ code, from, through, until }) =>
        `${code} ${civilDate(from)}..${civilDate(through)} until ${until === null ? '?' : civilDate(until)}`,
    );
  const HELD: readonly (readonly [string, Partial<DunningRecords>, readonly string[]])[] = [
    [
      'a promise, with its grace',
      { journal: [{ at: '2026-05-03', event: 'promise', promisedOn: '2026-05-07' }] },
      ['promise-pending 2026-05-04..2026-05-10 until 2026-05-10'],
    ],
    [
      'a client on hold',
      { clients: [{ code: 'C1', holdUntil: dayNumber('2026-05-06') }] },
      ['client-hold 2026-05-04..2026-05-06 until 2026-05-06'],
    ],
    [
      'a dispute, without an end',
      { invoices: [{ ...F1, dispute: { from: '2026-05-02' } }] },
      ['disputed 2026-05-04..2026-05-13 until ?'],
    ],
    ['an old bank, for today', { bankOn: '2026-04-01' }, ['bank-stale 2026-05-04..2026-05-04 until ?']],
    [
      'an insolvency to come',
      { clients: [{ code: 'C1', insolvencyOn: dayNumber('2026-05-08') }] },
      ['insolvency 2026-05-08..2026-05-13 until ?'],
    ],
  ];
  for (const [what, records, expected] of HELD) test(what, () => expect(held(records)).toEqual(expected));
  test('a weekend is no hold worth telling', () =>
    expect(outlook({ invoices: [F1] }, '2026-05-02', 3).holds).toEqual([]));
  test('and goes on when its reason ends', () => {
    const records = { invoices: [F1], clients: [{ code: 'C1', holdUntil: dayNumber('2026-05-06') }] };
    expect(messageLines(outlook(records, '2026-05-04', 10))).toEqual(['2026-05-07 1 email reminder-1']);
    expect(messageLines(outlook({ invoices: [F1], bankOn: '2026-04-01' }, '2026-05-04', 3))).toEqual([
      '2026-05-05 1 email reminder-1', // the bank is supposed to be brought up to date
    ]);
  });
});

describe('what falls due', () => {
  const plans = [
    {
      invoice: 'F1',
      agreedOn: '2026-05-01',
      instalments: [
        ['2026-05-04', 40_000],
        ['2026-05-13', 40_000],
        ['2026-05-14', 40_000],
      ],
    } as const,
  ];
  const promise = { at: '2026-05-02', event: 'promise', promisedOn: '2026-05-13' } as const;
  const dues = (records: Partial<DunningRecords>) =>
    outlook({ invoices: [F1], ...records }, '2026-05-04', 10).dues.map(
      ({ amount, day, instalment, kind, lastDay }) => [
        kind,
        civilDate(day),
        instalment,
        amount,
        civilDate(lastDay),
      ],
    );
  test('instalments from the first day to the last', () =>
    expect(dues({ plans })).toEqual([
      ['instalment', '2026-05-04', 1, 40_000, '2026-05-04'],
      ['instalment', '2026-05-13', 2, 40_000, '2026-05-13'],
    ]));
  test('a promise with its grace', () =>
    expect(dues({ journal: [promise] })).toEqual([['promise', '2026-05-13', null, null, '2026-05-16']]));
  test('the last promise about an invoice, not the one before', () =>
    expect(
      dues({
        journal: [
          { ...promise, invoice: 'F1', amount: 60_000 },
          { ...promise, at: '2026-05-03', promisedOn: '2026-05-12', invoice: 'F1', amount: 70_000 },
        ],
      }),
    ).toEqual([['promise', '2026-05-12', null, 70_000, '2026-05-15']]));
  test('none about an invoice that is paid', () =>
    expect(
      dues({
        journal: [{ ...promise, invoice: 'F1' }],
        payments: [{ day: '2026-05-03', invoice: 'F1', amount: 120_000 }],
      }),
    ).toEqual([]));
});

/** Every client weighed anew on every day, as the daily run would. */
function dayByDay(ledger: Ledger, from: DayNumber, days: number): readonly string[] {
  let journal = ledger.register.journal;
  const lines: string[] = [];
  for (let day = from; day < from + days; day++) {
    const seen = { ...ledger, register: { ...ledger.register, journal } };
    for (const decision of decideDunning(seen, day)) {
      if (decision.action !== 'send') continue;
      lines.push(JSON.stringify([day, decision.client, decision.currency, decision.total, decision.asked]));
      journal = [...journal, ...rowsAsSent(decision, day)];
    }
  }
  return lines;
}

test('letting clients alone changes nothing: the same messages as deciding about everyone every day', () =>
  fc.assert(
    fc.property(liveRegisters, fc.integer({ min: 0, max: 300 }), (register, start) => {
      const ledger = buildLedger(register);
      const from = dayNumber('2024-01-20') + start;
      const seen = outlookOf(ledger, from, 45).messages.map(({ asked, client, currency, day, total }) =>
        JSON.stringify([day, client, currency, total, asked]),
      );
      expect(seen).toEqual(dayByDay(ledger, from, 45));
    }),
    { numRuns: 25 },
  ));

test('the sample: each message the day’s own decision would send today', () => {
  const from = dayNumber('2026-11-25');
  const ledger = buildLedger(sampleRegister(demoSample('2026-11-25')));
  const { messages } = outlookOf(ledger, from, 30);
  const today = decideDunning(ledger, from).filter(({ action }) => action === 'send');
  expect(messages.filter(({ day }) => day === from).map(({ client, total }) => [client, total])).toEqual(
    today.map(({ client, total }) => [client, total]),
  );
  expect(messages.length).toBeGreaterThan(today.length);
});
