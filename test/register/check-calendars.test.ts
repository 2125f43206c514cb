/** Calendars that cannot mean what they say are named, and followed as far as they can be. */
import { expect, test } from 'vitest';
import type { Client } from '../../shared/register/entries.ts';
import { calendarProblems } from '../../shared/register/reading/check-calendars.ts';
import { calendarRow, PLAIN_LADDER, type StepRecord } from '../dunning/decided.ts';
import { registerOf } from '../receivables/register-of.ts';

function problemsOf(
  ladder: readonly StepRecord[],
  clients: readonly Partial<Client>[] = [],
): readonly string[] {
  const register = registerOf({
    invoices: [],
    clients: clients.map((client, k) => ({ code: `C${k}`, ...client })),
    calendars: ladder.map(calendarRow),
  });
  const problems = calendarProblems(register.calendars, register.clients, register.settings);
  return problems.map(({ code, detail = '', row, table }) => `${table} ${row} ${code} ${detail}`.trim());
}

const NOTICE = (level: number, offset: number): StepRecord => [level, offset, 'registeredLetter'];

const LADDERS: readonly (readonly [string, readonly StepRecord[], readonly string[]])[] = [
  ['none', [], []],
  ['a good one', PLAIN_LADDER, []],
  [
    'two levels on one day',
    [
      [1, 1],
      [2, 1],
    ],
    [],
  ],
  [
    'a level before a lower one',
    [
      [1, 10],
      [2, 9],
    ],
    ['calendars 3 calendar/order 10'],
  ],
  [
    'rows in another order',
    [
      [2, 15],
      [1, 1],
    ],
    [],
  ],
  ['three reminders before the notice', [[1, 1], [2, 2], [3, 3], NOTICE(4, 4)], []],
  ['two', [[1, 1], [2, 2], NOTICE(4, 4)], ['calendars 4 calendar/too-few-reminders 2']],
  [
    'two, and one before the due date',
    [[0, -5], [1, 1], [2, 2], NOTICE(4, 4)],
    ['calendars 5 calendar/too-few-reminders 2'],
  ],
  ['a second formal notice', [[1, 1], [2, 2], [3, 3], NOTICE(4, 4), NOTICE(5, 9)], []],
];
for (const [what, ladder, expected] of LADDERS)
  test(what, () => expect(problemsOf(ladder)).toEqual(expected));

for (const [calendar, expected] of [
  ['', []],
  ['entreprise', []], // a kind, whose shipped calendar stands
  ['Company', []],
  ['administration', []],
  ['ferme', ['clients 2 calendar/unknown']],
] as const) {
  test(`a client’s calendar « ${calendar} »`, () =>
    expect(problemsOf(PLAIN_LADDER, [{ calendar, row: 2 }])).toEqual(expected));
}

test('a calendar of one’s own is known by its name', () => {
  const own: StepRecord = [1, 1, 'email', { calendar: 'Ferme' }];
  expect(problemsOf([own], [{ calendar: 'ferme', row: 2 }])).toEqual([]);
});
