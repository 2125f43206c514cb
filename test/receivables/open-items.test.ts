import { describe, expect, test } from 'vitest';
import { type CivilDate, civilDate, dayNumber } from '../../shared/base/civil-date.ts';
import {
  buildLedger,
  clientBalancesOn,
  disputedOn,
  openBalanceOn,
  openItemsOf,
  openItemsOn,
} from '../../shared/receivables/ledger.ts';
import { type InvoiceRecord, type RegisterRecords, registerOf } from './register-of.ts';

/** `2026-04-09 F1/1 50 of 60`, a star where disputed. */
function itemTexts(records: RegisterRecords, asOf: CivilDate, currency = 0): readonly string[] {
  const register = registerOf(records);
  return openItemsOn(buildLedger(register), currency, dayNumber(asOf)).map((item) => {
    const part = item.instalment === null ? '' : `/${item.instalment}`;
    const name = `${civilDate(item.dueDay)} ${register.invoices.numberAt(item.invoice)}${part}`;
    return `${name} ${item.open} of ${item.total}${item.disputed ? ' *' : ''}`;
  });
}

test('items stand by due date, then by invoice number, then by instalment', () => {
  const records: RegisterRecords = {
    currencies: ['EUR', 'USD'],
    invoices: [
      { number: 'F9', issued: '2026-01-05', due: '2026-02-01', total: 5 },
      { number: 'F3', issued: '2026-01-01', due: '2026-02-10', total: 7 },
      { number: 'F1', issued: '2026-01-01', due: '2026-02-01', total: 3 },
      { number: 'F10', issued: '2026-01-01', due: '2026-02-01', total: 4 },
      { number: 'F4', issued: '2026-01-01', due: '2026-01-20', total: 6, currency: 'USD' },
      { number: 'F5', issued: '1969-01-01', due: '1969-02-01', total: 8 },
    ],
    plans: [
      {
        invoice: 'F3',
        instalments: [
          ['2026-02-01', 2],
          ['2026-02-01', 5],
        ],
      },
    ],
  };
  expect(itemTexts(records, '2026-01-31')).toEqual([
    '1969-02-01 F5 8 of 8',
    '2026-02-01 F1 3 of 3',
    '2026-02-01 F10 4 of 4',
    '2026-02-01 F3/1 2 of 2',
    '2026-02-01 F3/2 5 of 5',
    '2026-02-01 F9 5 of 5',
  ]);
  expect(itemTexts(records, '2026-01-31', 1)).toEqual(['2026-01-20 F4 6 of 6']);
});

const F1: InvoiceRecord = { number: 'F1', issued: '2026-03-10', due: '2026-04-09', total: 100 };
const PLAN: RegisterRecords = {
  invoices: [F1],
  payments: [
    { day: '2026-04-12', invoice: 'F1', amount: 10 },
    { day: '2026-05-04', invoice: 'F1', amount: 40 },
    { day: '2026-05-20', invoice: 'F1', amount: -45 },
  ],
  plans: [
    {
      invoice: 'F1',
      agreedOn: '2026-04-15',
      instalments: [
        ['2026-06-01', 60],
        ['2026-05-01', 30],
      ],
    },
  ],
};

const PLANNED: readonly (readonly [why: string, day: CivilDate, items: readonly string[]])[] = [
  ['before it is agreed the invoice’s due date stands', '2026-04-14', ['2026-04-09 F1 90 of 100']],
  [
    'from the day it is agreed its due dates do, and what was settled stays settled',
    '2026-04-15',
    ['2026-05-01 F1/1 30 of 30', '2026-06-01 F1/2 60 of 60'],
  ],
  ['money fills the earliest instalment first', '2026-05-04', ['2026-06-01 F1/2 50 of 60']],
  [
    'money that bounces opens the last filled first',
    '2026-05-20',
    ['2026-04-09 F1 5 of 10', '2026-05-01 F1/1 30 of 30', '2026-06-01 F1/2 60 of 60'],
  ],
];

describe('a plan', () => {
  for (const [why, day, items] of PLANNED) {
    test(`${why}: ${day}`, () => expect(itemTexts(PLAN, day)).toEqual(items));
  }

  test('of which the latest agreed rules', () => {
    const plans = [
      { invoice: 'F1', agreedOn: '2026-04-20', instalments: [['2026-07-01', 100]] },
      { invoice: 'F1', agreedOn: '2026-03-10', instalments: [['2026-05-01', 100]] },
    ] as const;
    const records = { invoices: [F1], plans };
    expect(itemTexts(records, '2026-03-10')).toEqual(['2026-05-01 F1/1 100 of 100']);
    expect(itemTexts(records, '2026-04-19')).toEqual(['2026-05-01 F1/1 100 of 100']);
    expect(itemTexts(records, '2026-04-20')).toEqual(['2026-07-01 F1/1 100 of 100']);
  });

  test('decides what is due and what is overdue of its client', () => {
    const ledger = buildLedger(registerOf(PLAN));
    const dueAndOverdue = (day: CivilDate) =>
      clientBalancesOn(ledger, 0, dayNumber(day)).map(({ notDue, overdue }) => [notDue, overdue]);
    expect(dueAndOverdue('2026-04-14')).toEqual([[0, 90]]);
    expect(dueAndOverdue('2026-04-15')).toEqual([[90, 0]]);
    expect(dueAndOverdue('2026-05-01')).toEqual([[90, 0]]);
    expect(dueAndOverdue('2026-05-02')).toEqual([[60, 30]]);
  });

  test('gives its open parts to whoever asks for one invoice', () => {
    const items = openItemsOf(buildLedger(registerOf(PLAN)), 0, dayNumber('2026-05-20'));
    expect(items.map(({ instalment, open }) => [instalment, open])).toEqual([
      [null, 5],
      [1, 30],
      [2, 60],
    ]);
  });
});

const DISPUTES: readonly (readonly [
  why: string,
  dispute: InvoiceRecord['dispute'],
  disputed: readonly (readonly [CivilDate, number])[],
])[] = [
  [
    'of no amount is of all that is open',
    { from: '2026-04-01' },
    [
      ['2026-03-31', 0],
      ['2026-04-01', 100],
      ['2026-04-19', 100],
      ['2026-04-20', 60],
    ],
  ],
  [
    'of an amount is of no more than is open',
    { from: '2026-04-01', amount: 70 },
    [
      ['2026-03-31', 0],
      ['2026-04-01', 70],
      ['2026-04-19', 70],
      ['2026-04-20', 60],
    ],
  ],
  [
    'lasts to the eve of the day it is closed',
    { from: '2026-04-01', closedOn: '2026-04-10', amount: 70 },
    [
      ['2026-04-09', 70],
      ['2026-04-10', 0],
    ],
  ],
  [
    'closed on the day it is raised never was',
    { from: '2026-04-01', closedOn: '2026-04-01' },
    [['2026-04-01', 0]],
  ],
  ['of 0 is none', { from: '2026-04-01', amount: 0 }, [['2026-04-01', 0]]],
];

for (const [why, dispute, days] of DISPUTES) {
  test(`a dispute ${why}`, () => {
    const invoice = { ...F1, ...(dispute ? { dispute } : {}) };
    const payments = [{ day: '2026-04-20', invoice: 'F1', amount: 40 }] as const;
    const ledger = buildLedger(registerOf({ invoices: [invoice], payments }));
    for (const [day, disputed] of days) {
      expect([day, disputedOn(ledger, 0, dayNumber(day))]).toEqual([day, disputed]);
      expect(openItemsOn(ledger, 0, dayNumber(day))[0].disputed).toBe(disputed > 0);
      expect(clientBalancesOn(ledger, 0, dayNumber(day))[0].disputed).toBe(disputed);
    }
  });
}

test('a dispute marks every part of its invoice', () => {
  const records = { ...PLAN, invoices: [{ ...F1, dispute: { from: '2026-04-01', amount: 1 } }] } as const;
  expect(itemTexts(records, '2026-04-15')).toEqual([
    '2026-05-01 F1/1 30 of 30 *',
    '2026-06-01 F1/2 60 of 60 *',
  ]);
});

test('a credit note is no item, whatever its total, and an empty register has none', () => {
  const note = { number: 'A1', type: 'creditNote', issued: '2026-04-01', total: 30 } as const;
  const ledger = buildLedger(registerOf({ invoices: [note] }));
  expect(openBalanceOn(ledger, 0, dayNumber('2026-04-02'))).toBe(0);
  expect(openItemsOf(ledger, 0, dayNumber('2026-04-02'))).toEqual([]);
  expect(itemTexts({ invoices: [note] }, '2026-04-02')).toEqual([]);
  expect(itemTexts({ invoices: [] }, '2026-04-02')).toEqual([]);
});
