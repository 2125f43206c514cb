import { describe, expect, test } from 'vitest';
import type { CivilDate } from '../../shared/base/civil-date.ts';
import {
  askedNumbers,
  type DunningRecords,
  deadlineOf,
  decision,
  decisions,
  type JournalRecord,
  type StepRecord,
  sent,
  verdict,
} from './decided.ts';

const F1 = { number: 'F1', issued: '2026-04-01', due: '2026-05-01', total: 120_000 } as const;
const LATE: DunningRecords = { invoices: [F1] };

describe('the day of a level counts from the due date (edge case 3)', () => {
  for (const [day, expected] of [
    ['2026-04-30', 'none 1 level-done'], // its notice was sent
    ['2026-05-01', 'none 1 level-done'], // due today is not late
    ['2026-05-02', 'hold 1 not-a-working-day'], // the first day late, a Saturday
    ['2026-05-04', 'send 1 level-due'],
  ] as const) {
    test(day, () => expect(verdict({ ...LATE, journal: sent(['2026-04-27', 0]) }, day)).toBe(expected));
  }
});

describe('a notice goes out before the due date, and not after', () => {
  for (const [day, lines] of [
    ['2026-04-24', []], // Friday: seven days before
    ['2026-04-27', ['send 0 level-due']],
    ['2026-04-30', ['send 0 level-due']], // missed until now: still before
    ['2026-05-01', ['hold 0 not-a-working-day']],
    ['2026-05-04', ['send 1 level-due']],
  ] as const) {
    test(day, () =>
      expect(decisions(LATE, day).map(({ action, code, level }) => `${action} ${level} ${code}`)).toEqual(
        lines,
      ),
    );
  }
  test('of several, the last whose day has come; those missed are not made up for', () => {
    const calendar: readonly StepRecord[] = [
      [-2, -15],
      [-1, -8],
      [0, -3],
      [1, 1],
    ];
    expect(verdict({ ...LATE, calendar }, '2026-04-17')).toBe('send -2 level-due');
    expect(verdict({ ...LATE, calendar }, '2026-04-24')).toBe('send -1 level-due');
    expect(verdict({ ...LATE, calendar, journal: sent(['2026-04-23', -1]) }, '2026-04-24')).toBe(
      'none 0 level-done',
    );
    expect(verdict({ ...LATE, calendar }, '2026-04-28')).toBe('send 0 level-due');
  });
  test('none that would fall on the day the invoice is issued, or before', () => {
    const invoice = (issued: CivilDate) => ({ invoices: [{ ...F1, issued }] });
    expect(verdict(invoice('2026-04-26'), '2026-04-27')).toBe('none 1 not-yet');
    expect(verdict(invoice('2026-04-25'), '2026-04-27')).toBe('send 0 level-due');
  });
  test('a calendar without notice has no line before an invoice is late', () =>
    expect(decisions({ ...LATE, calendar: [[1, 3]] }, '2026-05-01')).toEqual([]));
  test('a notice on the due date', () => {
    const calendar: readonly StepRecord[] = [
      [0, 0],
      [1, 5],
    ];
    const due = { ...LATE, invoices: [{ ...F1, due: '2026-05-05' as const }], calendar };
    expect(decisions(due, '2026-05-04')).toEqual([]);
    expect(verdict(due, '2026-05-05')).toBe('send 0 level-due');
    expect(verdict(due, '2026-05-06')).toBe('none 1 not-yet');
  });
  test('it asks for what is soon due, and each invoice once', () => {
    const next = { number: 'F2', issued: '2026-04-01', due: '2026-05-04', total: 50_000 } as const;
    const records = { invoices: [F1, next], journal: sent(['2026-04-27', 0, 'F1']) };
    expect(askedNumbers(records, '2026-05-04')).toEqual(['F1']); // late by now
    const settings = { minimumContactGapDays: '2' };
    expect(askedNumbers({ ...records, settings }, '2026-04-30')).toEqual(['F2']);
    expect(verdict({ ...records, settings }, '2026-04-30')).toBe('send 0 level-due');
  });
});

describe('levels go one at a time, in order, whatever the age (edge case 2)', () => {
  const year: CivilDate = '2027-05-03';
  for (const [journal, expected] of [
    [[], 'send 1 level-due'],
    [sent(['2026-05-04', 1]), 'send 2 level-due'],
    [sent(['2026-05-04', 1], ['2026-05-18', 2]), 'send 3 level-due'],
    [sent(['2026-05-04', 1], ['2026-05-18', 2], ['2026-06-01', 3]), 'send 4 level-due'],
    [
      sent(['2026-05-04', 1], ['2026-05-18', 2], ['2026-06-01', 3], ['2026-06-15', 4]),
      'none null level-done',
    ],
  ] as const) {
    test(`after ${journal.length}`, () => expect(verdict({ ...LATE, journal }, year)).toBe(expected));
  }
  test('a level the calendar does not have counts by its number', () =>
    expect(
      verdict(
        {
          ...LATE,
          calendar: [
            [10, 1],
            [30, 15],
          ],
          journal: sent(['2026-05-04', 20]),
        },
        '2026-06-01',
      ),
    ).toBe('send 30 level-due'));
  for (const event of ['reminder', 'call', 'letter', 'registeredLetter'] as const) {
    test(`sent as ${event}`, () =>
      expect(verdict({ ...LATE, journal: [{ at: '2026-05-04', level: 1, event }] }, '2026-05-18')).toBe(
        'send 2 level-due',
      ));
  }
  test('levels that later days hold are not known', () =>
    expect(verdict({ ...LATE, journal: sent(['2026-05-12', 1]) }, '2026-05-11')).toBe('send 1 level-due'));
});

describe('between two levels: the gap, and the deadline given (edge cases 1 and 15)', () => {
  const gap = (minimumGapDays: number | null, newDeadlineDays: number | null = null): DunningRecords => ({
    ...LATE,
    settings: { minimumContactGapDays: '0' },
    calendar: [
      [1, 1, 'email', { newDeadlineDays }],
      [2, 2, 'email', { minimumGapDays }],
    ],
    journal: sent(['2026-05-04', 1]),
  });
  for (const [records, day, expected] of [
    [gap(null), '2026-05-04', 'send 2 level-due'],
    [gap(7), '2026-05-04', 'hold 2 cool-down'],
    [gap(8), '2026-05-11', 'hold 2 cool-down'],
    [gap(7), '2026-05-11', 'send 2 level-due'],
    [gap(null, 7), '2026-05-11', 'none 2 level-done'], // the last day of the deadline
    [gap(null, 7), '2026-05-12', 'send 2 level-due'],
  ] as const) {
    test(`${day}: ${expected}`, () => expect(verdict(records, day)).toBe(expected));
  }
  test('the deadline that was really given rules', () => {
    const journal: JournalRecord[] = [{ at: '2026-05-04', level: 1, newDeadline: '2026-05-20' }];
    expect(verdict({ ...gap(null, 7), journal }, '2026-05-20')).toBe('none 2 level-done');
    expect(verdict({ ...gap(null, 7), journal }, '2026-05-21')).toBe('send 2 level-due');
  });
  test('a message that leaves gives its own', () => {
    expect(deadlineOf(decision({ ...gap(null, 7), journal: [] }, '2026-05-04'))).toBe('2026-05-11');
    expect(deadlineOf(decision({ ...gap(null, null), journal: [] }, '2026-05-04'))).toBe(null);
  });
  test('a message held gives none', () =>
    expect(deadlineOf(decision({ ...gap(null, 7), bankOn: null, journal: [] }, '2026-05-04'))).toBe(null));
});

describe('a formal notice waits for three reminders really sent', () => {
  const day: CivilDate = '2026-07-01';
  const calendar: readonly StepRecord[] = [
    [0, -5],
    [1, 1],
    [2, 15],
    [3, 20, 'registeredLetter'],
  ];
  for (const [journal, expected] of [
    [sent(['2026-05-04', 1], ['2026-05-18', 2]), 'hold 3 three-reminders-first'],
    [sent(['2026-04-27', 0], ['2026-05-04', 1], ['2026-05-18', 2]), 'hold 3 three-reminders-first'], // a notice is none
    [
      [...sent(['2026-05-04', 1], ['2026-05-18', 2]), { at: '2026-06-01', event: 'letter' } as const],
      'send 3 level-due',
    ],
    [
      [...sent(['2026-05-04', 1], ['2026-05-18', 2]), { at: '2026-06-01', event: 'call' } as const],
      'hold 3 three-reminders-first',
    ],
    [
      [
        ...sent(['2026-05-04', 1], ['2026-05-18', 2]),
        { at: '2026-06-01', level: 2, status: 'failed' } as const,
      ],
      'hold 3 three-reminders-first',
    ],
    [
      [...sent(['2026-05-04', 1], ['2026-05-18', 2]), { at: '2026-06-01', level: 2 } as const],
      'send 3 level-due',
    ],
  ] as const) {
    test(`${journal.length} rows: ${expected}`, () =>
      expect(verdict({ ...LATE, calendar, journal }, day)).toBe(expected));
  }
});
