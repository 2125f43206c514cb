/** A day’s emails are few: who is written to first, and what is said of the others. */
import { describe, expect, test } from 'vitest';
import { civilDate, dayNumber } from '../../shared/base/civil-date.ts';
import { weighDunning } from '../../shared/dunning/decide.ts';
import { withinQuota } from '../../shared/dunning/quota.ts';
import { buildLedger } from '../../shared/receivables/ledger.ts';
import { type DunningRecords, dunningRegister } from './decided.ts';

const DAY = '2026-05-15'; // a Friday
const due = { issued: '2026-04-01', due: '2026-05-01' } as const;
const RECORDS: DunningRecords = {
  clients: ['C1', { code: 'C2', cc: ['b@exemple.fr', 'c@exemple.fr'] }, 'C3', { code: 'C4', email: '' }],
  invoices: [
    { number: 'F1', client: 'C1', ...due, total: 100_00 },
    { number: 'F2', client: 'C2', ...due, total: 900_00 },
    { number: 'F3', client: 'C3', ...due, total: 200_00 },
    { number: 'F4', client: 'C4', ...due, total: 50_00 },
  ],
  journal: [{ at: '2026-05-04', level: 1, client: 'C1' }],
  calendar: [
    [1, 1],
    [2, 10],
  ],
};

function codesWith(recipientsLeft: number): readonly string[] {
  const weighed = weighDunning(buildLedger(dunningRegister(RECORDS, DAY)), dayNumber(DAY));
  return withinQuota(weighed, recipientsLeft).map(({ decision }) => decision.code);
}

describe('the highest level, then the largest sum, copies counted', () => {
  for (const [left, codes] of [
    [99, ['level-due', 'level-due', 'level-due', 'level-due']],
    [5, ['level-due', 'level-due', 'level-due', 'level-due']], // 1 + 3 + 1; a letter takes none
    [4, ['level-due', 'level-due', 'quota', 'level-due']],
    [3, ['level-due', 'quota', 'level-due', 'level-due']], // three addresses do not fit beside the first
    [1, ['level-due', 'quota', 'quota', 'level-due']],
    [0, ['quota', 'quota', 'quota', 'level-due']],
  ] as const) {
    test(`${left} addresses left`, () => expect(codesWith(left)).toEqual(codes));
  }
});

test('the firm’s blind copies count with every message', () => {
  const texts = { bcc: 'archives@cabinet.example; associe@cabinet.example' };
  const { register } = buildLedger(dunningRegister({ ...RECORDS, journal: [] }, DAY));
  const settings = {
    ...register.settings,
    texts: new Map([...register.settings.texts, ...Object.entries(texts)]),
  };
  const weighed = weighDunning(buildLedger({ ...register, settings }), dayNumber(DAY));
  const codes = (left: number) => withinQuota(weighed, left).map(({ decision }) => decision.code);
  expect(codes(11)).toEqual(['level-due', 'level-due', 'level-due', 'level-due']); // 3 + 5 + 3
  expect(codes(10)).toContain('quota');
});

test('held until the day before the next working day, without a deadline', () => {
  const weighed = weighDunning(buildLedger(dunningRegister(RECORDS, DAY)), dayNumber(DAY));
  const [{ decision }] = withinQuota(weighed, 0);
  expect([decision.action, civilDate(decision.heldUntil ?? 0), decision.newDeadline]).toEqual([
    'hold',
    '2026-05-17',
    null,
  ]);
});
