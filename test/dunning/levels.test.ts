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
  verdict,
} from './decided.ts';

const F1 = { number: 'F1', issued: '2026-04-01', due: '2026-05-01', total: 120_000 } as const;
const LATE: DunningRecords = { invoices: [F1] };

function sent(
  ...levels: readonly (readonly [at: CivilDate, level: number, invoice?: string])[]
): JournalRecord[] {
  return levels.map(([at, level, invoice]) => (invoice ? { at, level, invoice } : { at, level }));
}

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

describe('one message for all that is late, at the level of the oldest (edge cases 7, 11 and 29)', () => {
  const F2 = { number: 'F2', issued: '2026-04-20', due: '2026-05-20', total: 30_000 } as const;
  const F3 = { number: 'F3', issued: '2026-06-10', due: '2026-07-10', total: 10_000 } as const;
  const both: DunningRecords = { invoices: [F1, F2, F3] };
  const day: CivilDate = '2026-06-15';
  const journal = sent(['2026-05-04', 1, 'F1'], ['2026-05-18', 2, 'F1']);

  test('one line, the oldest first, what is not due left out', () => {
    const found = decision({ ...both, journal }, day);
    expect(found).toMatchObject({ action: 'send', level: 3, total: 150_000 });
    expect(found.asked.map(({ invoice, level }) => [invoice, level])).toEqual([
      [0, 3],
      [1, 1],
    ]);
  });
  const paid = [{ day: '2026-06-16', invoice: 'F1', amount: 120_000 }] as const;
  const ladder = [...journal, ...sent([day, 3, 'F1'])];
  test('the oldest is paid: the next starts at its own first level, not where the oldest stood', () => {
    const carried = [...ladder, ...sent([day, 3, 'F2'])];
    expect(verdict({ ...both, payments: paid, journal: carried }, '2026-06-22')).toBe('send 1 level-due');
    expect(verdict({ ...both, payments: paid, journal: [...journal, ...sent([day, 3])] }, '2026-06-22')).toBe(
      'send 1 level-due',
    );
  });
  test('its own rows at its own levels carry on', () =>
    expect(
      verdict({ ...both, payments: paid, journal: [...ladder, ...sent([day, 1, 'F2'])] }, '2026-06-22'),
    ).toBe('send 2 level-due'));
  test('a level it was carried along at is not sent again', () => {
    const rows = [...ladder, ...sent([day, 3, 'F2'], ['2026-06-22', 1, 'F2'], ['2026-06-29', 2, 'F2'])];
    expect(verdict({ ...both, invoices: [F1, F2], payments: paid, journal: rows }, '2026-07-06')).toBe(
      'send 4 level-due',
    );
  });
  test('the last line is paid: the oldest goes on', () => {
    const payments = [{ day: '2026-06-10', invoice: 'F2', amount: 30_000 } as const];
    expect(decision({ ...both, journal, payments }, day)).toMatchObject({
      action: 'send',
      level: 3,
      total: 120_000,
    });
  });
  test('the oldest has no level left: the next sets the pace', () => {
    const all = sent(
      ['2026-05-04', 1, 'F1'],
      ['2026-05-18', 2, 'F1'],
      ['2026-05-25', 3, 'F1'],
      ['2026-06-01', 4, 'F1'],
    );
    const found = decision({ ...both, journal: all }, day);
    expect(found).toMatchObject({ action: 'send', level: 1, total: 150_000 });
    expect(found.asked.map(({ level }) => level)).toEqual([null, 1]);
  });
  test('of two due the same day the larger sets the pace', () => {
    const twin = { ...F1, number: 'F0', total: 200_000 } as const;
    const found = decision({ invoices: [F1, twin], journal: sent(['2026-05-04', 1, 'F0']) }, '2026-05-18');
    expect(found).toMatchObject({ action: 'send', level: 2 });
  });
});

describe('a row without an invoice stands for what was late that day', () => {
  const F2 = { number: 'F2', issued: '2026-04-01', due: '2026-05-02', total: 30_000 } as const;
  const F3 = { number: 'F3', issued: '2026-05-05', due: '2026-05-06', total: 10_000 } as const;
  test('for each of them', () => {
    const paid = [{ day: '2026-05-11', invoice: 'F1', amount: 120_000 } as const];
    const records = { invoices: [F1, F2], journal: sent(['2026-05-04', 1]) };
    expect(verdict(records, '2026-05-18')).toBe('send 2 level-due');
    expect(verdict({ ...records, payments: paid }, '2026-05-18')).toBe('send 2 level-due');
  });
  test('not for one issued since', () => {
    const paid = [{ day: '2026-05-05', invoice: 'F1', amount: 120_000 } as const];
    const records = { invoices: [F1, F3], journal: sent(['2026-05-04', 1]), payments: paid };
    expect(verdict(records, '2026-05-18')).toBe('send 1 level-due');
  });
  test('nor for one that was not late yet', () => {
    const soon = { ...F3, issued: '2026-04-01' } as const;
    const paid = [{ day: '2026-05-05', invoice: 'F1', amount: 120_000 } as const];
    expect(
      verdict({ invoices: [F1, soon], journal: sent(['2026-05-04', 1]), payments: paid }, '2026-05-18'),
    ).toBe('send 1 level-due');
  });
});

describe('a plan: its instalments are chased, not the original date (edge case 35)', () => {
  const plan = {
    invoice: 'F1',
    agreedOn: '2026-05-20',
    instalments: [
      ['2026-06-19', 60_000],
      ['2026-07-20', 60_000],
    ],
  } as const;
  const planned: DunningRecords = {
    ...LATE,
    plans: [plan],
    journal: sent(['2026-05-04', 1, 'F1'], ['2026-05-18', 2, 'F1']),
  };
  test('the day before it is agreed the due date rules', () =>
    expect(verdict(planned, '2026-05-19')).toBe('none 3 level-done'));
  test('from the day it is agreed nothing is late', () => {
    expect(decisions(planned, '2026-05-20')).toEqual([]);
    expect(decisions(planned, '2026-06-12')).toEqual([]);
  });
  test('an instalment is announced', () => expect(verdict(planned, '2026-06-15')).toBe('send 0 level-due'));
  test('one missed starts at the first level, and is all that is asked for', () => {
    const found = decision(planned, '2026-06-22');
    expect(found).toMatchObject({ action: 'send', level: 1, total: 60_000 });
    expect(found.asked.map(({ instalment }) => instalment)).toEqual([1]);
  });
  test('the next one has its own levels', () => {
    const rows = sent(['2026-06-22', 1, 'F1'], ['2026-07-06', 2, 'F1']);
    const paid = [{ day: '2026-07-10', invoice: 'F1', amount: 60_000 } as const];
    const records = { ...planned, journal: [...(planned.journal ?? []), ...rows] };
    expect(verdict({ ...records, payments: paid }, '2026-07-15')).toBe('send 0 level-due');
    expect(verdict({ ...records, payments: paid }, '2026-07-21')).toBe('send 1 level-due');
  });
});

test('clients stand by code, their currencies after their own', () => {
  const records: DunningRecords = {
    clients: ['C2', 'C10', 'C1'],
    currencies: ['EUR', 'USD', 'GBP'],
    invoices: (['C2', 'C10', 'C1'] as const).flatMap((client) =>
      (['USD', 'GBP', 'EUR'] as const).map((currency) => ({
        ...F1,
        number: `${client}${currency}`,
        client,
        currency,
      })),
    ),
  };
  const found = decisions(records, '2026-05-06').map(({ client, currency }) => [client, currency]);
  expect(found).toEqual([
    [2, 0],
    [2, 2],
    [2, 1],
    [1, 0],
    [1, 2],
    [1, 1],
    [0, 0],
    [0, 2],
    [0, 1],
  ]);
});
