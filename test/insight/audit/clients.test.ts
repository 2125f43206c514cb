import { describe, expect, test } from 'vitest';
import { type CivilDate, civilDate, dayNumber, weekday } from '../../../shared/base/civil-date.ts';
import type { InvoiceRecord, RegisterRecords } from '../../receivables/register-of.ts';
import { type JournalRecord, journalOf } from '../journal-of.ts';
import { AS_OF, frenchOf, shortOf, summaryOf } from './findings-of.ts';

describe('clients over their limit', () => {
  const owing = (total: number, creditLimit: number | null, currency = 'EUR'): RegisterRecords => ({
    currencies: ['EUR', 'USD'],
    clients: [{ code: 'C001', creditLimit }],
    invoices: [{ number: 'F1', issued: '2026-03-02', total, currency }],
  });
  for (const [name, records, expected] of [
    ['at the limit', owing(500_00, 500_00), []],
    ['a cent over', owing(500_01, 500_00), ['warning C001 1']],
    ['a limit of nothing', owing(1, 0), ['warning C001 1']],
    ['no limit', owing(500_00, null), []],
    ['in another currency', owing(500_00, 100_00, 'USD'), []],
  ] as const) {
    test(name, () => expect(shortOf('over-limit', records)).toEqual(expected));
  }
  test('does not run without any limit', () => {
    expect(summaryOf('over-limit', owing(1, null))).toMatchObject({ ran: false });
  });
});

describe('large exposures without a limit', () => {
  /** One client owes a share of a thousand, the others the rest in equal parts. */
  const sharing = (share: number, clients: number, creditLimit: number | null = null): RegisterRecords => ({
    clients: Array.from({ length: clients }, (_, k) => ({
      code: `C${k}`,
      creditLimit: k === 0 ? creditLimit : 0,
    })),
    invoices: Array.from(
      { length: clients },
      (_, k): InvoiceRecord => ({
        number: `F${k}`,
        client: `C${k}`,
        issued: '2026-03-02',
        total: k === 0 ? share * (clients - 1) : 1000 - share,
      }),
    ),
  });
  for (const [name, records, expected] of [
    ['a tenth', sharing(100, 10), ['note C0 900']],
    ['less than a tenth', sharing(99, 10), []],
    ['with a limit', sharing(100, 10, 1), []],
    ['among nine clients', sharing(100, 9), []],
  ] as const) {
    test(name, () => expect(shortOf('large-exposure-without-limit', records)).toEqual(expected));
  }
  test('does not run with fewer than ten clients who owe', () => {
    expect(summaryOf('large-exposure-without-limit', sharing(100, 9))).toMatchObject({ ran: false });
    expect(summaryOf('large-exposure-without-limit', sharing(100, 10))).toMatchObject({ population: 10 });
  });
});

describe('weekends', () => {
  const last = dayNumber(AS_OF);
  const day = (before: number, weekend: boolean): CivilDate => {
    let on = last - before;
    while (weekday(on) > 5 !== weekend) on--;
    return civilDate(on);
  };
  /** So many rows on weekends of so many, in the last 13 weeks and in the 52 before. */
  const spread = (recent: number, onWeekends: number, before: number, beforeOnWeekends: number) => [
    ...Array.from({ length: recent }, (_, k) => day(k % 80, k < onWeekends)),
    ...Array.from({ length: before }, (_, k) => day(100 + (k % 300), k < beforeOnWeekends)),
  ];
  const invoices = (days: readonly CivilDate[]): RegisterRecords => ({
    invoices: days.map((issued, k) => ({ number: `F${k}`, issued, total: 100 + k })),
  });
  const payments = (days: readonly CivilDate[]): RegisterRecords => ({
    invoices: [{ number: 'F1', issued: '2024-01-01', total: 1 }],
    payments: days.map((on, k) => ({ day: on, amount: 100 + k })),
  });
  for (const [name, counts, expected] of [
    ['never', [40, 0, 200, 0], 'silent'],
    ['five of 166, where none was before', [166, 5, 200, 0], 'found'],
    ['five of 167, where none was before', [167, 5, 200, 0], 'silent'],
    ['four of 40', [40, 4, 200, 0], 'silent'],
    ['three times the usual', [100, 30, 200, 20], 'silent'],
    ['more than three times', [100, 31, 200, 20], 'found'],
    ['a shop open on Saturdays', [100, 30, 200, 60], 'silent'],
    ['29 rows', [29, 9, 200, 0], 'not run'],
    ['30 rows', [30, 9, 200, 0], 'found'],
    ['99 rows before', [40, 9, 99, 0], 'not run'],
    ['100 rows before', [40, 9, 100, 0], 'found'],
  ] as const) {
    test(name, () => {
      const days = spread(counts[0], counts[1], counts[2], counts[3]);
      for (const [key, records] of [
        ['weekend-issue', invoices(days)],
        ['weekend-payment', payments(days)],
      ] as const) {
        const summary = summaryOf(key, records);
        const outcome = summary.ran ? (summary.hits > 0 ? 'found' : 'silent') : 'not run';
        expect([key, outcome]).toEqual([key, expected]);
      }
    });
  }
});

describe('Benford’s law', () => {
  /** Totals whose first digits follow the law, with so many of them moved to begin with 9. */
  const totals = (count: number, moved: number): RegisterRecords => ({
    invoices: Array.from({ length: count }, (_, k) => ({
      number: `F${k}`,
      issued: '2026-03-02',
      total: k < moved ? 9_000_00 + k : Math.floor(10 ** (3 + (k + 0.5 - moved) / (count - moved))),
    })),
  });
  const key = 'benford-first-digit';
  test('runs from 5,000 invoices on', () => {
    expect(summaryOf(key, totals(4999, 0))).toMatchObject({ ran: false });
    expect(summaryOf(key, totals(5000, 0))).toMatchObject({ ran: true, population: 5000, hits: 0 });
  });
  test('both measures must say so', () => {
    // A moved share m takes p(d) m from each other digit: the mean deviation is 2 m (1 - p(9)) / 9, 0.015 at m = 0.0707.
    expect(summaryOf(key, totals(5000, 350))).toMatchObject({ hits: 0 });
    expect(summaryOf(key, totals(5000, 358))).toMatchObject({ hits: 1 });
  });
  test('credit notes and nothing to pay do not count', () => {
    const { invoices } = totals(5000, 0);
    const without = (change: Partial<InvoiceRecord>) => ({
      invoices: [{ ...invoices[0], ...change }, ...invoices.slice(1)],
    });
    expect(summaryOf(key, without({ total: 0 }))).toMatchObject({ ran: false });
    expect(summaryOf(key, without({ type: 'creditNote' }))).toMatchObject({ ran: false });
  });
});

describe('messages that may not have left', () => {
  const sends = (...rows: readonly Omit<JournalRecord, 'event'>[]): RegisterRecords => ({
    invoices: [
      { number: 'F1', issued: '2026-03-02', total: 500 },
      { number: 'F2', issued: '2026-07-02', total: 500 },
    ],
    journal: journalOf(rows.map((row) => ({ event: 'reminder', ...row }))),
  });
  for (const [name, records, expected] of [
    ['unknown today', sends({ at: AS_OF, status: 'unknown' }), ['warning C001']],
    ['unknown tomorrow', sends({ at: '2026-07-01', status: 'unknown' }), []],
    ['being sent today', sends({ at: AS_OF, status: 'sending' }), []],
    ['being sent since yesterday', sends({ at: '2026-06-29', status: 'sending' }), ['warning C001']],
    ['sent', sends({ at: '2026-06-29', status: 'sent' }), []],
    ['pending', sends({ at: '2026-06-29', status: 'pending' }), []],
    ['of an invoice', sends({ at: AS_OF, status: 'unknown', invoice: 0, amount: 500 }), ['warning F1 500']],
    ['of an invoice not issued yet', sends({ at: AS_OF, status: 'unknown', invoice: 1 }), ['warning C001']],
    [
      'settled since',
      sends({ at: AS_OF, status: 'unknown', key: 'k' }, { at: AS_OF, status: 'failed', key: 'k' }),
      [],
    ],
    [
      'another settled',
      sends({ at: AS_OF, status: 'unknown', key: 'k' }, { at: AS_OF, status: 'sent', key: 'l' }),
      ['warning C001'],
    ],
    [
      'settled tomorrow',
      sends({ at: AS_OF, status: 'unknown', key: 'k' }, { at: '2026-07-01', status: 'sent', key: 'k' }),
      ['warning C001'],
    ],
    [
      'without a key',
      sends({ at: AS_OF, status: 'unknown' }, { at: AS_OF, status: 'sent' }),
      ['warning C001'],
    ],
  ] as const) {
    test(name, () => expect(shortOf('unknown-send', records)).toEqual(expected));
  }
  test('says to whom', () => {
    expect(frenchOf('unknown-send', sends({ at: AS_OF, status: 'unknown', recipient: 'a@b.fr' }))).toEqual([
      'Le message du 30 juin 2026 à Client C001 (a@b.fr) a une issue inconnue ; cherchez-le parmi les messages envoyés, puis notez au journal s’il est parti.',
    ]);
  });
});
