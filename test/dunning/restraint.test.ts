/** What keeps reminders rare and away from those who must not have them: both sides of each edge. */
import { describe, expect, test } from 'vitest';
import { type CivilDate, civilDate, dayNumber } from '../../shared/base/civil-date.ts';
import { type DunningRecords, decision, type JournalRecord, verdict } from './decided.ts';

// Due on 1 May 2026. The plain ladder: -5, 1, 15, 30, 45 days.
const F1 = { number: 'F1', issued: '2026-04-01', due: '2026-05-01', total: 120_000 } as const;
const LATE: DunningRecords = { invoices: [F1] };

describe('insolvency stops everything from the day it is opened', () => {
  const opened = (day: CivilDate): DunningRecords => ({
    ...LATE,
    clients: [{ code: 'C1', insolvencyOn: dayNumber(day) }],
  });
  for (const [day, expected] of [
    ['2026-05-05', 'hold 1 insolvency'],
    ['2026-05-06', 'hold 1 insolvency'],
    ['2026-05-07', 'send 1 level-due'],
  ] as const) {
    test(`opened on ${day}, seen on 2026-05-06`, () =>
      expect(verdict(opened(day), '2026-05-06')).toBe(expected));
  }
  test('nobody knows an end', () =>
    expect(decision(opened('2026-05-05'), '2026-05-06').heldUntil).toBeNull());
  test('a notice before the due date is no exception', () =>
    expect(verdict(opened('2026-04-20'), '2026-04-27')).toBe('hold 0 insolvency'));
});

describe('a plan agreed whose instalments are not written down', () => {
  const agreed = { at: '2026-05-05', event: 'plan' } as const;
  const CASES: readonly (readonly [string, readonly JournalRecord[], string])[] = [
    ['about the invoice', [{ ...agreed, invoice: 'F1' }], 'hold 1 plan-unwritten'],
    ['about the client', [agreed], 'hold 1 plan-unwritten'],
    ['not agreed after all', [{ ...agreed, status: 'failed' }], 'send 1 level-due'],
    ['agreed after the day', [{ ...agreed, at: '2026-05-12' }], 'send 1 level-due'],
    [
      'released for the client',
      [
        { ...agreed, invoice: 'F1' },
        { at: '2026-05-06', event: 'release' },
      ],
      'send 1 level-due',
    ],
    [
      'released before it was agreed',
      [
        { ...agreed, invoice: 'F1' },
        { at: '2026-05-04', event: 'release' },
      ],
      'hold 1 plan-unwritten',
    ],
  ];
  for (const [what, journal, expected] of CASES) {
    test(what, () => expect(verdict({ ...LATE, journal }, '2026-05-11')).toBe(expected));
  }
  test('one about an older debt says nothing of a new invoice', () => {
    const newer = { number: 'F2', issued: '2026-05-07', due: '2026-05-08', total: 50_000 } as const;
    const { asked } = decision({ invoices: [F1, newer], journal: [agreed] }, '2026-05-11');
    expect(asked.map(({ invoice }) => invoice)).toEqual([1]);
  });
  test('once they are written the instalments are chased', () => {
    const plan = {
      invoice: 'F1',
      agreedOn: '2026-05-05',
      instalments: [
        ['2026-05-08', 60_000],
        ['2026-06-08', 60_000],
      ],
    } as const;
    const records = { ...LATE, plans: [plan], journal: [{ ...agreed, invoice: 'F1' }] };
    expect(decision(records, '2026-05-11')).toMatchObject({ action: 'send', total: 60_000 });
  });
});

describe('no more than so many contacts in thirty days', () => {
  const called = (...days: readonly CivilDate[]): readonly JournalRecord[] =>
    days.map((at) => ({ at, event: 'call' as const }));
  const FOUR = called('2026-04-20', '2026-04-24', '2026-04-28', '2026-05-02');
  const CASES: readonly (readonly [string, Partial<DunningRecords>, CivilDate, string])[] = [
    ['three', { journal: FOUR.slice(1) }, '2026-05-07', 'send 1 level-due'],
    ['four', { journal: FOUR }, '2026-05-07', 'hold 1 contact-limit'],
    ['four, the first 29 days ago', { journal: FOUR }, '2026-05-19', 'hold 1 contact-limit'],
    ['four, the first 30 days ago', { journal: FOUR }, '2026-05-20', 'send 1 level-due'],
    [
      'two a day are one',
      { journal: [...FOUR.slice(1), ...FOUR.slice(1)] },
      '2026-05-07',
      'send 1 level-due',
    ],
    [
      'what failed is none',
      { journal: FOUR.map((row, k) => (k === 0 ? { ...row, status: 'failed' as const } : row)) },
      '2026-05-07',
      'send 1 level-due',
    ],
    [
      'notices before a due date are none',
      { journal: FOUR.map((row) => ({ ...row, event: 'reminder' as const, level: 0 })) },
      '2026-05-07',
      'send 1 level-due',
    ],
    [
      'as the setting says',
      { journal: FOUR, settings: { maxContactsPer30Days: '5' } },
      '2026-05-07',
      'send 1 level-due',
    ],
    [
      'fewer, as the setting says',
      { journal: FOUR.slice(3), settings: { maxContactsPer30Days: '1' } },
      '2026-05-07',
      'hold 1 contact-limit',
    ],
  ];
  for (const [what, more, day, expected] of CASES) {
    test(what, () => expect(verdict({ ...LATE, ...more }, day)).toBe(expected));
  }
  test('held to the eve of the day on which one leaves the window', () => {
    const { heldUntil } = decision({ ...LATE, journal: FOUR }, '2026-05-07');
    expect(civilDate(heldUntil ?? 0)).toBe('2026-05-19');
  });
});

describe('too little to ask for', () => {
  for (const [total, setting, expected] of [
    [99, '', 'hold 1 below-tolerance'],
    [100, '', 'send 1 level-due'],
    [499, '5', 'hold 1 below-tolerance'],
    [500, '5', 'send 1 level-due'],
    [250, '2,50 €', 'send 1 level-due'],
    [249, '2,50 €', 'hold 1 below-tolerance'],
    [1, '0', 'send 1 level-due'],
  ] as const) {
    test(`${total} cents where the least is « ${setting} »`, () => {
      const settings = setting === '' ? {} : { reminderTolerance: setting };
      expect(verdict({ invoices: [{ ...F1, total }], settings }, '2026-05-06')).toBe(expected);
    });
  }
});

describe('the days off are those of the client, unless the setting names others', () => {
  for (const [country, holidays, day, expected] of [
    ['', '', '2026-05-08', 'hold 1 not-a-working-day'],
    ['DE', '', '2026-05-08', 'send 1 level-due'],
    ['DE', 'FR', '2026-05-08', 'hold 1 not-a-working-day'],
    ['', 'DE', '2026-05-08', 'send 1 level-due'],
    ['Chili', '', '2026-05-08', 'send 1 level-due'],
    ['Chili', '', '2026-05-09', 'hold 1 not-a-working-day'], // a Saturday
  ] as const) {
    test(`country « ${country} », setting « ${holidays} », ${day}`, () => {
      const settings = holidays === '' ? {} : { holidays };
      expect(verdict({ ...LATE, clients: [{ code: 'C1', country }], settings }, day)).toBe(expected);
    });
  }
});

describe('a promise pauses to its day and its grace, then the next level comes at once', () => {
  const journal = [
    { at: '2026-05-04', level: 1, invoice: 'F1' },
    { at: '2026-05-05', event: 'promise', invoice: 'F1', promisedOn: '2026-05-08' },
  ] as const;
  for (const [day, expected] of [
    ['2026-05-11', 'hold 2 promise-pending'], // three days of grace
    ['2026-05-12', 'send 2 promise-broken'], // level 2 would come on the 18th
  ] as const) {
    test(day, () => expect(verdict({ ...LATE, journal }, day)).toBe(expected));
  }
});
