import { describe, expect, test } from 'vitest';
import { type CivilDate, civilDate, dayNumber } from '../../shared/base/civil-date.ts';
import { dsoFiguresOn, measureDso } from '../../shared/receivables/dso.ts';
import { buildLedger } from '../../shared/receivables/ledger.ts';
import { type RegisterRecords, registerOf } from './register-of.ts';

function figuresOf(records: RegisterRecords, asOf: CivilDate) {
  return dsoFiguresOn(buildLedger(registerOf(records)), 0, dayNumber(asOf));
}

const NO_SALES = { value: null, reason: 'no-sales' };
const NO_CASH = { value: null, reason: 'no-cash' };

test('golden: count-back 82.43 from a register, the rest of November paid', () => {
  const records: RegisterRecords = {
    invoices: [
      { number: 'F1', issued: '2025-09-12', total: 70_000 },
      { number: 'F2', issued: '2025-10-03', total: 80_000 },
      { number: 'F3', issued: '2025-11-21', total: 120_000 },
    ],
    payments: [{ day: '2025-11-02', invoice: 'F1', amount: 20_000 }],
  };
  expect(figuresOf(records, '2025-11-30').countBack.value).toBeCloseTo(82.43, 2);
});

test('golden: simple 68.25, of which not due is best possible and overdue is delinquent', () => {
  const records: RegisterRecords = {
    invoices: [
      { number: 'F1', issued: '2026-01-15', due: '2026-02-14', total: 1900 },
      { number: 'F2', issued: '2026-03-20', due: '2026-04-19', total: 3800 },
      { number: 'F3', issued: '2026-02-10', due: '2026-03-12', total: 1900 },
    ],
    payments: [{ day: '2026-02-14', invoice: 'F1', amount: 1900 }],
  };
  const figures = figuresOf(records, '2026-03-31');
  expect(figures.simple).toEqual({ value: 68.25 });
  expect(figures.bestPossible).toEqual({ value: 45.5 });
  expect(figures.averageDaysDelinquent).toEqual({ value: 22.75 });
  expect(figures.cei.value).toBeCloseTo((100 * (0 + 7600 - 5700)) / (0 + 7600 - 3800), 9);
});

describe('the window of 91 days', () => {
  const records: RegisterRecords = {
    invoices: [{ number: 'F1', issued: '2026-01-01', due: '2026-01-01', total: 1000 }],
  };

  test('holds sales of its first day', () => {
    expect(figuresOf(records, '2026-04-01').simple).toEqual({ value: 91 });
    expect(figuresOf(records, '2026-04-01').cei).toEqual({ value: 0 });
  });

  test('not those of its eve', () => {
    const figures = figuresOf(records, '2026-04-02');
    for (const figure of [figures.simple, figures.bestPossible, figures.averageDaysDelinquent, figures.cei]) {
      expect(figure).toEqual(NO_SALES);
    }
    expect(figures.countBack.value).toBe(2 + 31 + 28 + 31);
  });

  test('credit notes reduce its sales, down to no figure', () => {
    const invoices = [
      ...records.invoices,
      { number: 'A1', type: 'creditNote', issued: '2026-02-01', total: 1000 },
    ] as const;
    expect(figuresOf({ invoices }, '2026-04-01').simple).toEqual(NO_SALES);
    expect(figuresOf({ invoices }, '2026-01-31').simple).toEqual({ value: 91 });
  });
});

describe('count-back', () => {
  const paid: RegisterRecords = {
    invoices: [{ number: 'F1', issued: '2026-01-10', total: 1000 }],
    payments: [{ day: '2026-01-20', invoice: 'F1', amount: 1000 }],
  };

  test('is 0 once all is paid, however long ago the last sale', () => {
    expect(figuresOf(paid, '2026-01-20').countBack).toEqual({ value: 0 });
    expect(figuresOf(paid, '2027-06-30').countBack).toEqual({ value: 0 });
  });

  test('has no figure before the first sale', () => {
    expect(figuresOf(paid, '2026-01-09').countBack).toEqual(NO_SALES);
    expect(figuresOf({ invoices: [] }, '2026-01-09').countBack).toEqual(NO_SALES);
    const credits: RegisterRecords = {
      invoices: [
        { number: 'A1', type: 'creditNote', issued: '2026-01-01', total: 10 },
        { number: 'F0', issued: '2026-01-01', total: 0 },
      ],
    };
    expect(figuresOf(credits, '2026-01-09').countBack).toEqual(NO_SALES);
  });

  test('counts the month of the day up to that day alone', () => {
    expect(figuresOf({ invoices: paid.invoices }, '2026-01-15').countBack).toEqual({ value: 15 });
  });

  test('is exhausted where credits ate the sales that are still open', () => {
    const invoices = [
      { number: 'F1', issued: '2026-01-10', total: 1000 },
      { number: 'A1', type: 'creditNote', issued: '2026-02-10', total: 1 },
    ] as const;
    expect(figuresOf({ invoices }, '2026-02-28').countBack).toEqual({
      value: null,
      reason: 'history-exhausted',
    });
  });
});

describe('days to pay and days late', () => {
  const invoices = [{ number: 'F1', issued: '2025-03-01', due: '2025-03-31', total: 1000 }] as const;
  const paidOn = (day: CivilDate, more: object = {}): RegisterRecords => ({
    invoices,
    payments: [{ day, invoice: 'F1', amount: 1000, ...more }],
  });
  const ofCash = (records: RegisterRecords, asOf: CivilDate) => {
    const { weightedDaysToPay, weightedDaysLate } = figuresOf(records, asOf);
    return [weightedDaysToPay, weightedDaysLate];
  };

  test('count cash of its own day, and of 364 days before, not of 365', () => {
    const records = paidOn('2025-04-10');
    const figures = [{ value: 40 }, { value: 10 }];
    expect(ofCash(records, '2025-04-09')).toEqual([NO_CASH, NO_CASH]);
    expect(ofCash(records, '2025-04-10')).toEqual(figures);
    expect(ofCash(records, '2026-04-09')).toEqual(figures);
    expect(ofCash(records, '2026-04-10')).toEqual([NO_CASH, NO_CASH]);
  });

  test('are negative where paid early', () => {
    expect(ofCash(paidOn('2025-03-21'), '2025-04-30')).toEqual([{ value: 20 }, { value: -10 }]);
  });

  test('leave out write-offs, moved credit and cash on no invoice', () => {
    expect(ofCash(paidOn('2025-04-10', { method: 'writeOff' }), '2025-04-30')).toEqual([NO_CASH, NO_CASH]);
    const onAccount = { invoices, payments: [{ day: '2025-04-10', amount: 5 }] } as const;
    expect(ofCash(onAccount, '2025-04-30')).toEqual([NO_CASH, NO_CASH]);
    const note = { number: 'A1', type: 'creditNote', issued: '2025-04-01', total: 9 } as const;
    const moved = paidOn('2025-04-10', { method: 'creditNote', note: 'A1', amount: 9 });
    expect(ofCash({ ...moved, invoices: [...invoices, note] }, '2025-04-30')).toEqual([NO_CASH, NO_CASH]);
  });

  test('count each method of money', () => {
    for (const method of ['transfer', 'card', 'cheque', 'cash', 'directDebit']) {
      expect(ofCash(paidOn('2025-04-10', { method }), '2025-04-30')).toEqual([{ value: 40 }, { value: 10 }]);
    }
  });

  test('take the payment’s own day, not the day it is applied', () => {
    expect(ofCash(paidOn('2025-04-10', { applied: '2025-04-25' }), '2025-04-30')[1]).toEqual({ value: 10 });
  });

  test('wait for the invoice that a payment names', () => {
    const records = paidOn('2025-02-20');
    expect(ofCash(records, '2025-02-28')).toEqual([NO_CASH, NO_CASH]);
    expect(ofCash(records, '2025-03-01')).toEqual([{ value: -9 }, { value: -39 }]);
  });

  test('weigh by amount, and a bounced payment counts against the one it takes back', () => {
    const payments = [
      { day: '2025-04-10', invoice: 'F1', amount: 300 },
      { day: '2025-04-20', invoice: 'F1', amount: 700 },
    ] as const;
    expect(ofCash({ invoices, payments }, '2025-04-30')[1]).toEqual({ value: (300 * 10 + 700 * 20) / 1000 });
    const bounced = [...payments, { day: '2025-04-25', invoice: 'F1', amount: -700 }] as const;
    expect(ofCash({ invoices, payments: bounced }, '2025-04-30')[1]).toEqual({
      value: (300 * 10 + 700 * 20 - 700 * 25) / 300,
    });
    const all = [...bounced, { day: '2025-04-26', invoice: 'F1', amount: -300 }] as const;
    expect(ofCash({ invoices, payments: all }, '2025-04-30')).toEqual([NO_CASH, NO_CASH]);
  });

  test('of a plan count from the due day of the part that the money fills, once it is agreed', () => {
    const plans = [
      {
        invoice: 'F1',
        agreedOn: '2025-04-20',
        instalments: [
          ['2025-05-01', 400],
          ['2025-06-01', 500],
        ],
      },
    ] as const;
    const payments = [
      { day: '2025-04-05', invoice: 'F1', amount: 100 },
      { day: '2025-05-11', invoice: 'F1', amount: 600 },
    ] as const;
    const late = (asOf: CivilDate) => ofCash({ invoices, payments, plans }, asOf)[1];
    expect(late('2025-04-19')).toEqual({ value: 5 });
    expect(late('2025-05-11')).toEqual({ value: (100 * 5 + 400 * 10 + 200 * -21) / 700 });
    expect(late('2026-04-04')).toEqual(late('2025-05-11'));
    expect(late('2026-04-05')).toEqual({ value: (400 * 10 + 200 * -21) / 600 });
    expect(late('2026-05-10')).toEqual(late('2026-04-05'));
    expect(late('2026-05-11')).toEqual(NO_CASH);
  });

  test('with what is open and overdue counted to the day, the worst payers show', () => {
    const records: RegisterRecords = {
      invoices: [
        ...invoices,
        { number: 'F2', issued: '2025-03-01', due: '2025-03-11', total: 3000 },
        { number: 'F3', issued: '2025-04-01', due: '2025-04-30', total: 9000 },
      ],
      payments: [{ day: '2025-04-10', invoice: 'F1', amount: 1000 }],
    };
    const figures = figuresOf(records, '2025-04-30');
    expect(figures.weightedDaysToPayWithOpen).toEqual({ value: (1000 * 40 + 3000 * 60) / 4000 });
    expect(figures.weightedDaysLateWithOpen).toEqual({ value: (1000 * 10 + 3000 * 50) / 4000 });
    expect(figures.weightedDaysLate).toEqual({ value: 10 });
  });
});

describe('the months', () => {
  const ledger = buildLedger(
    registerOf({
      invoices: [
        { number: 'F1', issued: '2026-01-31', due: '2026-02-27', total: 500 },
        { number: 'F2', issued: '2026-02-01', due: '2026-02-28', total: 300 },
        { number: 'A1', type: 'creditNote', issued: '2026-02-28', total: 60 },
      ],
      payments: [{ day: '2026-03-01', invoice: 'F1', amount: 500 }],
    }),
  );
  const monthsOn = (asOf: CivilDate) => measureDso(ledger, 0, dayNumber(asOf)).monthly;

  for (const [asOf, first, last] of [
    ['2026-02-27', '2024-02-29', '2026-01-31'],
    ['2026-02-28', '2024-03-31', '2026-02-28'],
    ['2026-03-01', '2024-03-31', '2026-02-28'],
    ['2024-02-28', '2022-02-28', '2024-01-31'],
    ['2024-02-29', '2022-03-31', '2024-02-29'],
  ] as const) {
    test(`on ${asOf} run from ${first} to ${last}`, () => {
      const months = monthsOn(asOf);
      expect(months.length).toBe(24);
      expect(months.map(({ end, month }) => civilDate(end).startsWith(month))).not.toContain(false);
      expect([months[0], months[23]].map(({ end }) => civilDate(end))).toEqual([first, last]);
    });
  }

  test('say what was sold, open and overdue as each ended', () => {
    const [january, february] = monthsOn('2026-03-15').slice(-2);
    expect(january).toMatchObject({
      month: '2026-01',
      sales: 500,
      closing: 500,
      overdue: 0,
      simple: { value: 91 },
    });
    expect(february).toMatchObject({ month: '2026-02', sales: 240, closing: 800, overdue: 500 });
    expect(february.simple).toEqual({ value: (800 / 740) * 91 });
  });

  test('before the first sale have no figures', () => {
    expect(monthsOn('2026-03-15')[0]).toMatchObject({
      sales: 0,
      closing: 0,
      countBack: NO_SALES,
      simple: NO_SALES,
      weightedDaysToPay: NO_CASH,
    });
  });

  test('stand beside the sales of the window', () => {
    const measures = measureDso(ledger, 0, dayNumber('2026-05-03'));
    expect([measures.periodDays, measures.sales]).toEqual([91, -60]);
    expect(measureDso(ledger, 0, dayNumber('2026-05-02')).sales).toBe(300 - 60);
  });
});
