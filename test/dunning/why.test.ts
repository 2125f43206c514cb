import { describe, expect, test } from 'vitest';
import { demoSample } from '../../batch/sample/options.ts';
import { type CivilDate, dayNumber } from '../../shared/base/civil-date.ts';
import { decimalText } from '../../shared/base/money.ts';
import { LANGUAGES, type Language } from '../../shared/base/words.ts';
import { decideDunning, weighDunning } from '../../shared/dunning/decide.ts';
import { ACTION_BY_CODE, type ClaimedAmount, type DunningDecision } from '../../shared/dunning/decision.ts';
import { withinQuota } from '../../shared/dunning/quota.ts';
import { buildLedger } from '../../shared/receivables/ledger.ts';
import type { Register } from '../../shared/register/entries.ts';
import { expectGolden } from '../golden-file.ts';
import { type DunningRecords, decisions, dunningRegister, type JournalRecord } from './decided.ts';
import { sampleRegister } from './sample-register.ts';

const F1 = { number: 'F1', issued: '2026-04-01', due: '2026-05-01', total: 120_000 } as const;
const F2 = { number: 'F2', issued: '2026-04-02', due: '2026-05-02', total: 45 } as const;
const PLAN = {
  invoice: 'F1',
  instalments: [
    ['2026-05-01', 60_000],
    ['2026-06-01', 60_000],
  ],
} as const;
const PROMISE = { at: '2026-05-04', event: 'promise', promisedOn: '2026-05-12' } as const;
const SENT_1 = { at: '2026-05-04', level: 1, status: 'sent', newDeadline: '2026-05-12' } as const;
const LADDER_DONE: readonly JournalRecord[] = [1, 2, 3, 4].map((level) => ({ at: '2026-05-04', level }));
const CALLED: DunningRecords['calendar'] = [
  [1, 1, 'call'],
  [2, 15],
];
const NO_STREET = { code: 'C1', email: '', addressLine1: '' };

const CASES: readonly (readonly [what: string, records: Partial<DunningRecords>, day: CivilDate])[] = [
  ['first level, one invoice', {}, '2026-05-06'],
  ['second level, two invoices', { invoices: [F1, F2], journal: [SENT_1] }, '2026-05-18'],
  ['an instalment', { plans: [PLAN] }, '2026-05-06'],
  ['a payment that cannot be read', { unread: [{ row: 7, client: 'C1' }] }, '2026-05-06'],
  ['a notice', { settings: { bankFreshnessDays: '90' } }, '2026-04-27'],
  ['a notice the day before', {}, '2026-04-30'],
  ['a notice on the due date', { settings: { holidays: 'none' } }, '2026-05-01'],
  [
    'a first message below level 1',
    {
      calendar: [
        [0, 1],
        [1, 8],
      ],
    },
    '2026-05-06',
  ],
  [
    'after a first message',
    {
      calendar: [
        [0, 1],
        [1, 8],
      ],
      journal: [{ at: '2026-05-04', level: 0 }],
    },
    '2026-05-11',
  ],
  ['a formal notice', { journal: LADDER_DONE.slice(0, 3) }, '2026-06-16'],
  [
    'after a formal notice',
    {
      calendar: [
        [1, 1, 'registeredLetter'],
        [2, 15],
      ],
      journal: [SENT_1],
    },
    '2026-05-18',
  ],
  ['a promise broken', { journal: [PROMISE] }, '2026-05-18'],
  [
    'a hold with a reason',
    { clients: [{ code: 'C1', holdUntil: 20_600, holdReason: 'Redressement' }] },
    '2026-05-06',
  ],
  ['a hold without', { clients: [{ code: 'C1', holdUntil: 20_600 }] }, '2026-05-06'],
  ['a dispute', { invoices: [{ ...F1, dispute: { from: '2026-05-03' } }] }, '2026-05-06'],
  ['a promise', { journal: [PROMISE] }, '2026-05-06'],
  ['an insolvent client', { clients: [{ code: 'C1', insolvencyOn: dayNumber('2026-05-01') }] }, '2026-05-06'],
  [
    'an insolvent client, two months on',
    { clients: [{ code: 'C1', insolvencyOn: dayNumber('2026-05-01') }] },
    '2026-07-02',
  ],
  [
    'an insolvent client abroad',
    { clients: [{ code: 'C1', country: 'DE', insolvencyOn: dayNumber('2026-05-01') }] },
    '2026-05-06',
  ],
  ['a plan without instalments', { journal: [{ at: '2026-05-05', event: 'plan' }] }, '2026-05-11'],
  [
    'four contacts in thirty days',
    {
      journal: (['2026-05-04', '2026-05-08', '2026-05-11', '2026-05-13'] as const).map((at) => ({
        at,
        event: 'call' as const,
      })),
    },
    '2026-05-18',
  ],
  ['after a call', { calendar: CALLED, journal: [SENT_1] }, '2026-05-18'],
  ['nobody knows of a level', { journal: [{ ...SENT_1, status: 'unknown' }] }, '2026-05-06'],
  [
    'nobody knows of a letter',
    { journal: [{ at: '2026-05-04', event: 'letter', status: 'sending' }] },
    '2026-05-06',
  ],
  ['money on account', { payments: [{ day: '2026-05-04', client: 'C1', amount: 130_000 }] }, '2026-05-06'],
  ['a few cents', { invoices: [F2] }, '2026-05-06'],
  ['an old bank', { bankOn: '2026-04-20' }, '2026-05-06'],
  ['no bank', { bankOn: null }, '2026-05-06'],
  ['too soon', { journal: [{ at: '2026-05-05', event: 'statement' }] }, '2026-05-06'],
  ['too soon the same day', { journal: [{ at: '2026-05-06', event: 'call' }] }, '2026-05-06'],
  ['no reminder before a formal notice', { calendar: [[1, 1, 'registeredLetter']] }, '2026-05-06'],
  [
    'two reminders before it',
    {
      journal: [...LADDER_DONE.slice(0, 2)],
      calendar: [
        [1, 1],
        [2, 2],
        [3, 3, 'registeredLetter'],
      ],
    },
    '2026-05-18',
  ],
  ['no address', { clients: [NO_STREET] }, '2026-05-06'],
  ['no rate', { calendar: [[1, 1, 'email', { penalties: true }]] }, '2026-05-06'],
  ['a Saturday', {}, '2026-05-09'],
  ['not yet', { calendar: [[1, 8]] }, '2026-05-06'],
  ['waiting within a deadline', { journal: [SENT_1] }, '2026-05-11'],
  ['waiting after it', { journal: [SENT_1] }, '2026-05-13'],
  ['waiting for a formal notice', { journal: LADDER_DONE.slice(0, 3) }, '2026-05-18'],
  ['nothing left', { journal: LADDER_DONE }, '2026-06-16'],
  ['nothing left, and nothing sent', { calendar: [[0, -5]] }, '2026-05-06'],
  [
    'nothing left, on hold',
    { journal: LADDER_DONE, clients: [{ code: 'C1', holdUntil: 20_700 }] },
    '2026-06-16',
  ],
];

const QUOTA_DAY: CivilDate = '2026-05-06';
const ledger = buildLedger(dunningRegister({ invoices: [F1] }, QUOTA_DAY));
const [beyondQuota] = withinQuota(weighDunning(ledger, dayNumber(QUOTA_DAY)), 0);

const found = [
  ...CASES.map(([what, records, day]) => {
    const all = decisions({ invoices: [F1], ...records }, day);
    return { what, day, decision: all[0] };
  }),
  { what: 'no mail left today', day: QUOTA_DAY, decision: beyondQuota.decision },
];

describe('every sentence', () => {
  test('is kept in both languages', () => {
    const text = found.map(
      ({ what, day, decision: { action, code, why } }) =>
        `${what}, ${day} [${action} ${code}]\n  ${why.fr}\n  ${why.en}\n`,
    );
    expectGolden('dunning/sentences.txt', text.join('\n'));
  });
  test('every code has its case', () => {
    const codes = new Set(found.map(({ decision }) => decision.code));
    expect(Object.keys(ACTION_BY_CODE).filter((code) => !Array.from(codes, String).includes(code))).toEqual(
      [],
    );
  });
  for (const { what, decision } of found) {
    test(`${what}: French spaces, one full stop, nothing missing`, () => {
      expect(decision.why.fr).not.toMatch(/[^\u202f][:;!?%€]|'|undefined|null|NaN/);
      expect(decision.why.en).not.toMatch(/ [:;!?%]|undefined|null|NaN/);
      for (const language of LANGUAGES) expect(decision.why[language]).toMatch(/^\p{Lu}.*[^.]\.$/u);
    });
  }
});

describe('the sample register on its day', () => {
  const day: CivilDate = '2026-11-20';
  const register = sampleRegister(demoSample(day));
  const decided = decideDunning(buildLedger(register), dayNumber(day));
  for (const language of LANGUAGES) {
    test(`is decided as kept, in ${language}`, () => {
      const lines = decided.map((decision) => lineOf(register, decision, language));
      expectGolden(`dunning/sample.${language}.txt`, `${lines.join('\n')}\n`);
    });
  }
});

function lineOf(register: Register, decision: DunningDecision, language: Language): string {
  const { action, asked, channel, code, indemnity, interest, level, total, why } = decision;
  const currency = register.currencies[decision.currency];
  const text = (amount: ClaimedAmount) =>
    amount.minor === null ? amount.reason : decimalText(amount.minor, currency);
  const step = `${action} ${level ?? '-'} ${channel ?? '-'} ${code}`;
  const sums = `${decimalText(total, currency)} ${currency} + ${text(interest)} + ${text(indemnity)}`;
  const { code: client, kind } = register.clients[decision.client];
  return `${client} ${kind}: ${step}; ${asked.length} asked, ${sums}\n  ${why[language]}`;
}
