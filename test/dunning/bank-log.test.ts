/** How far the bank is known follows the log of imported statements, and with it whether a client may be reminded. */
import { describe, expect, test } from 'vitest';
import { type CivilDate, dayNumber } from '../../shared/base/civil-date.ts';
import { decideDunning } from '../../shared/dunning/decide.ts';
import { lastBankDay } from '../../shared/dunning/policy.ts';
import { buildLedger } from '../../shared/receivables/ledger.ts';
import { BANK_STATES, type BankState } from '../../shared/register/addon-tables.ts';
import type { BankEntry, Register } from '../../shared/register/entries.ts';
import { dunningRegister } from './decided.ts';

const WEDNESDAY: CivilDate = '2026-05-06';

function logged(date: CivilDate, state: BankState, minor = -200): BankEntry {
  const empty = { account: '', label: '', payer: '', payerIban: '', client: -1, payments: [] };
  return {
    ...empty,
    row: 2,
    key: `b1:${date}`,
    importId: 'I-1',
    day: dayNumber(date),
    minor,
    currency: 'EUR',
    state,
  };
}

/** One invoice late since Friday 2026-05-01, no payment of anybody, and this log. */
function register(...bank: readonly BankEntry[]): Register {
  const invoices = [{ number: 'F1', issued: '2026-04-01', due: '2026-05-01', total: 120_000 }] as const;
  return { ...dunningRegister({ invoices, bankOn: null }, WEDNESDAY), bank };
}

function verdict(book: Register): string {
  const [decision] = decideDunning(buildLedger(book), dayNumber(WEDNESDAY));
  return `${decision?.action} ${decision?.code}`;
}

describe('seven days old at most', () => {
  test.each([
    ['2026-05-06', 'send level-due'],
    ['2026-04-29', 'send level-due'],
    ['2026-04-28', 'hold bank-stale'],
    ['2026-05-07', 'hold bank-stale'], // tomorrow's statement is not known today
  ] as const)('a log that ends on %s', (day, expected) =>
    expect(verdict(register(logged(day, 'ignored')))).toBe(expected),
  );

  test('the last day counts, in whatever order the log stands', () => {
    const days = ['2026-05-05', '2026-03-01', '2026-04-02'] as const;
    const book = register(...days.map((day) => logged(day, 'applied', 100)));
    expect([verdict(book), lastBankDay(book, dayNumber(WEDNESDAY))]).toEqual([
      'send level-due',
      dayNumber('2026-05-05'),
    ]);
  });
});

test.each(BANK_STATES.map((state) => [state, state !== 'undone'] as const))(
  'a movement %s: the bank is known that far: %s',
  (state, isKnown) => {
    expect(verdict(register(logged(WEDNESDAY, state)))).toBe(isKnown ? 'send level-due' : 'hold bank-stale');
  },
);

test('an import taken back leaves the bank known as far as the one before', () => {
  const book = register(logged('2026-04-20', 'applied', 100), logged(WEDNESDAY, 'undone', 100));
  expect([verdict(book), lastBankDay(book, dayNumber(WEDNESDAY))]).toEqual([
    'hold bank-stale',
    dayNumber('2026-04-20'),
  ]);
});

test('without log or payment nothing is known', () => {
  expect([verdict(register()), lastBankDay(register(), dayNumber(WEDNESDAY))]).toEqual([
    'hold bank-stale',
    null,
  ]);
});
