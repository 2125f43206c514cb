import { describe, expect, test } from 'vitest';
import { askedNumbers, type DunningRecords, type JournalRecord, verdict } from './decided.ts';

/** One invoice, due on Friday 2026-05-01 (level 1 from the 2nd, level 2 from the 16th). */
const LATE: DunningRecords = {
  invoices: [{ number: 'F1', issued: '2026-04-01', due: '2026-05-01', total: 120_000 }],
};

function late(more: Partial<DunningRecords>): DunningRecords {
  return { ...LATE, ...more };
}

function withJournal(...journal: readonly JournalRecord[]): DunningRecords {
  return late({ journal });
}

describe('promises pause, and resume at the level above once broken', () => {
  const promise = { at: '2026-05-04', event: 'promise', promisedOn: '2026-05-12' } as const;
  const reminded = { at: '2026-05-04', level: 1, status: 'sent' } as const;
  for (const [day, expected] of [
    ['2026-05-12', 'hold 2 promise-pending'],
    ['2026-05-15', 'hold 2 promise-pending'], // grace included
    ['2026-05-16', 'hold 2 not-a-working-day'],
    ['2026-05-18', 'send 2 promise-broken'],
  ] as const) {
    test(`promised for the 12th, seen on ${day}`, () =>
      expect(verdict(withJournal(reminded, promise), day)).toBe(expected));
  }
  test('a broken promise does not wait for the day of the level', () => {
    const early = { ...promise, promisedOn: '2026-05-08' } as const; // its last day is the 11th
    const gap = late({ journal: [reminded, early] });
    expect(verdict(gap, '2026-05-11')).toBe('hold 2 promise-pending');
    expect(verdict(gap, '2026-05-12')).toBe('send 2 promise-broken');
  });
  test('once the level above is sent, the calendar rules again', () => {
    const early = { ...promise, promisedOn: '2026-05-08' } as const;
    const journal = [reminded, early, { at: '2026-05-12', level: 2 } as const];
    expect(verdict(late({ journal }), '2026-05-20')).toBe('none 3 level-done');
    expect(verdict(late({ journal }), '2026-06-01')).toBe('send 3 level-due');
  });
  test('before any level, it resumes at the first', () =>
    expect(verdict(withJournal(promise), '2026-05-18')).toBe('send 1 promise-broken'));
  test('the promised amount has come: the calendar goes on as it was', () => {
    const journal = [reminded, { ...promise, amount: 50_000, promisedOn: '2026-05-06' } as const];
    const payments = [{ day: '2026-05-06', invoice: 'F1', amount: 50_000 } as const];
    expect(verdict(late({ journal, payments }), '2026-05-11')).toBe('none 2 level-done');
    expect(verdict(late({ journal }), '2026-05-11')).toBe('send 2 promise-broken');
  });
  test('a promise about an invoice: money on another does not keep it', () => {
    const named = { ...promise, amount: 50_000, promisedOn: '2026-05-06', invoice: 'F1' } as const;
    const onAccount = [{ day: '2026-05-06', client: 'C1', amount: 50_000 } as const];
    expect(verdict(late({ journal: [reminded, named], payments: onAccount }), '2026-05-11')).toBe(
      'send 2 promise-broken',
    );
    const applied = [{ day: '2026-05-06', invoice: 'F1', amount: 50_000 } as const];
    expect(verdict(late({ journal: [reminded, named], payments: applied }), '2026-05-11')).toBe(
      'none 2 level-done',
    );
  });
  test('the last promise made rules', () => {
    const later = { at: '2026-05-16', event: 'promise', promisedOn: '2026-05-29' } as const;
    expect(verdict(withJournal(promise, later), '2026-05-22')).toBe('hold 1 promise-pending');
    expect(verdict(withJournal(later, promise), '2026-05-22')).toBe('hold 1 promise-pending');
  });
  test('one invoice promised, the other is asked for', () => {
    const invoices = [
      ...LATE.invoices,
      { number: 'F2', issued: '2026-04-01', due: '2026-05-02', total: 700 } as const,
    ];
    const records = { invoices, journal: [{ ...promise, invoice: 'F1' }] };
    expect(askedNumbers(records, '2026-05-11')).toEqual(['F2']);
  });
  test('an invoice issued after the promise is not under it', () => {
    const fresh = { number: 'F2', issued: '2026-05-05', due: '2026-05-07', total: 700 } as const;
    const records = { invoices: [...LATE.invoices, fresh], journal: [promise] };
    expect(askedNumbers(records, '2026-05-11')).toEqual(['F2']);
  });
});
