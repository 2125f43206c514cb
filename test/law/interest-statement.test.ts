import { expect, test } from 'vitest';
import { civilDate, dayNumber } from '../../shared/base/civil-date.ts';
import { numberText } from '../../shared/base/numbers-text.ts';
import { interestStatement } from '../../shared/law/interest-statement.ts';
import { penaltyBook } from '../../shared/law/penalty-book.ts';
import { F1, ledgerOf } from './owed.ts';

const ON = dayNumber('2026-07-20');
const F2 = { ...F1, number: 'F2', due: '2026-06-30' } as const;

test('line by line, each amount with its decimals, and the sums', () => {
  const ledger = ledgerOf({
    invoices: [F2, F1, { ...F1, number: 'F3', due: '2026-12-31' }],
    payments: [{ day: '2026-07-10', invoice: 'F2', amount: 120_000 }],
    penalties: [{ day: '2026-07-15', invoice: 'F2', amount: 4408 }],
    journal: [{ at: '2026-07-12', interest: 408, indemnity: 4000, invoice: 'F2' }],
  });
  const { invoices, totals } = interestStatement(penaltyBook(ledger, ON), 0, 0);
  const texts = invoices.flatMap(({ invoice, segments }) =>
    segments.map(({ amount, days, from, percent, principal, through }) =>
      [
        ledger.register.invoices.numberAt(invoice),
        civilDate(from),
        civilDate(through),
        days,
        principal / 100,
        percent,
        numberText(amount / 100, 4, 'en'),
      ].join(' '),
    ),
  );
  expect(texts).toEqual([
    'F1 2026-06-16 2026-06-30 15 1200 12.15 5.9918',
    'F1 2026-07-01 2026-07-20 20 1200 12.4 8.1534',
    'F2 2026-07-01 2026-07-10 10 1200 12.4 4.0767',
  ]);
  expect(invoices.map(({ claimedOn, isSettled, left }) => [claimedOn !== null, isSettled, left])).toEqual([
    [false, false, 5415],
    [true, true, 0],
  ]);
  expect(totals).toEqual({
    interest: 1823,
    indemnity: 8000,
    received: 4408,
    waived: 0,
    left: 5415,
    missing: null,
  });
});

test('a missing rate leaves the total unknown and is named: a sum of the others would pass for all', () => {
  const { invoices, totals } = interestStatement(penaltyBook(ledgerOf({ rates: [] }), ON), 0, 0);
  expect([invoices.length, totals.interest, totals.indemnity, totals.left]).toEqual([1, null, 4000, null]);
  expect(totals.missing).toEqual({ series: 'ECB-MRO', from: dayNumber('2026-01-01') });
});

test('each invoice names the rate that it lacks itself', () => {
  const ledger = ledgerOf({ rates: [], invoices: [{ ...F1, number: 'F0', due: '2026-07-05' }, F1] });
  const { invoices } = interestStatement(penaltyBook(ledger, ON), 0, 0);
  expect(invoices.map(({ missing }) => missing && civilDate(missing.from))).toEqual([
    '2026-01-01',
    '2026-07-01',
  ]);
});

test('a client who is never late has no line', () =>
  expect(interestStatement(penaltyBook(ledgerOf({}), dayNumber('2026-06-15')), 0, 0)).toMatchObject({
    invoices: [],
    totals: { interest: 0, indemnity: 0, received: 0, waived: 0, left: 0, missing: null },
  }));
