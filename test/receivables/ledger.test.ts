import { describe, expect, test } from 'vitest';
import { type CivilDate, dayNumber } from '../../shared/base/civil-date.ts';
import {
  buildLedger,
  clientBalancesOn,
  openBalanceOn,
  sumBalances,
} from '../../shared/receivables/ledger.ts';
import { type InvoiceRecord, type RegisterRecords, registerOf } from './register-of.ts';

const F1: InvoiceRecord = { number: 'F1', issued: '2026-03-10', total: 100 };
const F2: InvoiceRecord = { number: 'F2', issued: '2026-03-20', total: 80 };
const NOTE: InvoiceRecord = { number: 'A1', type: 'creditNote', issued: '2026-04-01', total: 30 };

type Standing = readonly [day: CivilDate, open: number, unapplied: number];

/** What is open and unapplied of the whole register, on days at both sides of each edge. */
const RULES: readonly (readonly [rule: string, records: RegisterRecords, standings: readonly Standing[]])[] =
  [
    [
      'an invoice is open from its issue date',
      { invoices: [F1] },
      [
        ['2026-03-09', 0, 0],
        ['2026-03-10', 100, 0],
      ],
    ],
    [
      'a payment counts on its own day',
      { invoices: [F1], payments: [{ day: '2026-04-15', invoice: 'F1', amount: 40 }] },
      [
        ['2026-04-14', 100, 0],
        ['2026-04-15', 60, 0],
        ['2026-04-16', 60, 0],
      ],
    ],
    [
      'a payment applied later is unapplied until that day',
      {
        invoices: [F1],
        payments: [{ day: '2026-04-15', applied: '2026-04-20', invoice: 'F1', amount: 40 }],
      },
      [
        ['2026-04-14', 100, 0],
        ['2026-04-15', 100, 40],
        ['2026-04-19', 100, 40],
        ['2026-04-20', 60, 0],
      ],
    ],
    [
      'an applied day before the payment is the payment’s day',
      {
        invoices: [F1],
        payments: [{ day: '2026-04-15', applied: '2026-04-01', invoice: 'F1', amount: 40 }],
      },
      [
        ['2026-04-14', 100, 0],
        ['2026-04-15', 60, 0],
      ],
    ],
    [
      'what names an invoice not issued yet is unapplied until its issue date',
      { invoices: [F1], payments: [{ day: '2026-03-05', invoice: 'F1', amount: 100 }] },
      [
        ['2026-03-04', 0, 0],
        ['2026-03-05', 0, 100],
        ['2026-03-09', 0, 100],
        ['2026-03-10', 0, 0],
      ],
    ],
    [
      'a payment that names no invoice is unapplied',
      { invoices: [F1], payments: [{ day: '2026-04-15', amount: 40 }] },
      [
        ['2026-04-14', 100, 0],
        ['2026-04-15', 100, 40],
      ],
    ],
    [
      'an overpayment goes to the client’s unapplied sum',
      { invoices: [F1], payments: [{ day: '2026-04-15', invoice: 'F1', amount: 130 }] },
      [['2026-04-15', 0, 30]],
    ],
    [
      'a bounced payment opens the invoice again on its day',
      {
        invoices: [F1],
        payments: [
          { day: '2026-04-15', invoice: 'F1', amount: 100 },
          { day: '2026-04-22', invoice: 'F1', amount: -100 },
        ],
      },
      [
        ['2026-04-15', 0, 0],
        ['2026-04-21', 0, 0],
        ['2026-04-22', 100, 0],
      ],
    ],
    [
      'a refund above what was paid opens no more than the total',
      {
        invoices: [F1],
        payments: [
          { day: '2026-04-15', invoice: 'F1', amount: 20 },
          { day: '2026-04-22', invoice: 'F1', amount: -50 },
        ],
      },
      [
        ['2026-04-21', 80, 0],
        ['2026-04-22', 100, -30],
      ],
    ],
    [
      'the order within a day never matters: a refund stands before the payment it follows',
      {
        invoices: [F1],
        payments: [
          { day: '2026-04-15', invoice: 'F1', amount: -50 },
          { day: '2026-04-15', invoice: 'F1', amount: 150 },
        ],
      },
      [['2026-04-15', 0, 0]],
    ],
    [
      'a write-off closes balance, its excess shows as unapplied',
      {
        invoices: [F1],
        payments: [
          { day: '2026-04-15', invoice: 'F1', amount: 70 },
          { day: '2026-04-20', invoice: 'F1', amount: 35, method: 'writeOff' },
        ],
      },
      [
        ['2026-04-19', 30, 0],
        ['2026-04-20', 0, 5],
      ],
    ],
    [
      'a credit note reduces the invoice it corrects from its issue date',
      { invoices: [F1, { ...NOTE, corrects: 'F1' }] },
      [
        ['2026-03-31', 100, 0],
        ['2026-04-01', 70, 0],
      ],
    ],
    [
      'a credit note older than the invoice it corrects is unapplied until then',
      { invoices: [F1, { ...NOTE, issued: '2026-03-01', corrects: 'F1' }] },
      [
        ['2026-02-28', 0, 0],
        ['2026-03-01', 0, 30],
        ['2026-03-09', 0, 30],
        ['2026-03-10', 70, 0],
      ],
    ],
    [
      'a credit note above what is open leaves credit',
      {
        invoices: [F1, { ...NOTE, corrects: 'F1' }],
        payments: [{ day: '2026-03-15', invoice: 'F1', amount: 90 }],
      },
      [
        ['2026-03-31', 10, 0],
        ['2026-04-01', 0, 20],
      ],
    ],
    [
      'a credit note that corrects nothing is unapplied from its issue date',
      { invoices: [F1, NOTE] },
      [
        ['2026-03-31', 100, 0],
        ['2026-04-01', 100, 30],
      ],
    ],
    [
      'credit moved onto an invoice leaves the note’s credit on the day it is applied',
      {
        invoices: [F1, NOTE],
        payments: [
          {
            day: '2026-04-05',
            applied: '2026-04-07',
            invoice: 'F1',
            amount: 25,
            method: 'creditNote',
            note: 'A1',
          },
        ],
      },
      [
        ['2026-04-04', 100, 30],
        ['2026-04-06', 100, 30],
        ['2026-04-07', 75, 5],
      ],
    ],
    [
      'credit moved away from a note that corrects an invoice opens that one again',
      {
        invoices: [F1, F2, { ...NOTE, corrects: 'F1' }],
        payments: [{ day: '2026-04-05', invoice: 'F2', amount: 30, method: 'creditNote', note: 'A1' }],
      },
      [
        ['2026-04-04', 70 + 80, 0],
        ['2026-04-05', 100 + 50, 0],
      ],
    ],
    [
      'credit moved onto an invoice not issued yet stays where it is until then',
      {
        invoices: [F1, { ...F2, issued: '2026-04-10' }, { ...NOTE, corrects: 'F1' }],
        payments: [{ day: '2026-04-05', invoice: 'F2', amount: 30, method: 'creditNote', note: 'A1' }],
      },
      [
        ['2026-04-05', 70, 0],
        ['2026-04-09', 70, 0],
        ['2026-04-10', 100 + 50, 0],
      ],
    ],
    [
      'credit moved away before the corrected invoice is issued leaves the unapplied sum',
      {
        invoices: [{ ...F1, issued: '2026-04-10' }, F2, { ...NOTE, corrects: 'F1' }],
        payments: [{ day: '2026-04-05', invoice: 'F2', amount: 30, method: 'creditNote', note: 'A1' }],
      },
      [
        ['2026-04-04', 80, 30],
        ['2026-04-05', 50, 0],
        ['2026-04-09', 50, 0],
        ['2026-04-10', 100 + 50, 0],
      ],
    ],
  ];

for (const [rule, records, standings] of RULES) {
  describe(rule, () => {
    for (const [day, open, unapplied] of standings) {
      test(`on ${day} ${open} is open, ${unapplied} unapplied`, () => {
        const ledger = buildLedger(registerOf(records));
        const sum = sumBalances(clientBalancesOn(ledger, 0, dayNumber(day)));
        expect([sum.open, sum.unapplied]).toEqual([open, unapplied]);
        expect(sum.balance).toBe(open - unapplied);
      });
    }
  });
}

const TWO_CLIENTS: RegisterRecords = {
  currencies: ['EUR', 'USD'],
  clients: ['C1', 'C2', 'C3'],
  invoices: [
    { number: 'F1', client: 'C2', issued: '2026-03-01', due: '2026-03-31', total: 100 },
    { number: 'F2', client: 'C1', issued: '2026-03-01', due: '2026-04-01', total: 50 },
    { number: 'F3', client: 'C1', issued: '2026-03-01', due: '2026-03-15', total: 70, currency: 'USD' },
  ],
  payments: [
    { client: 'C3', day: '2026-03-20', amount: 10 },
    { client: 'C1', day: '2026-03-20', amount: 5, currency: 'USD' },
  ],
};

test('balances stand in the order of the register, one currency at a time', () => {
  const ledger = buildLedger(registerOf(TWO_CLIENTS));
  const day = dayNumber('2026-04-01');
  expect(clientBalancesOn(ledger, 0, day)).toEqual([
    { client: 0, open: 50, notDue: 50, overdue: 0, unapplied: 0, balance: 50, disputed: 0 },
    { client: 1, open: 100, notDue: 0, overdue: 100, unapplied: 0, balance: 100, disputed: 0 },
    { client: 2, open: 0, notDue: 0, overdue: 0, unapplied: 10, balance: -10, disputed: 0 },
  ]);
  expect(clientBalancesOn(ledger, 1, day)).toEqual([
    { client: 0, open: 70, notDue: 0, overdue: 70, unapplied: 5, balance: 65, disputed: 0 },
  ]);
});

test('a client whose open and unapplied sums cancel out still has a balance of 0 to show', () => {
  const ledger = buildLedger(registerOf({ invoices: [F1], payments: [{ day: '2026-03-12', amount: 100 }] }));
  expect(clientBalancesOn(ledger, 0, dayNumber('2026-03-12'))).toEqual([
    { client: 0, open: 100, notDue: 100, overdue: 0, unapplied: 100, balance: 0, disputed: 0 },
  ]);
  expect(clientBalancesOn(ledger, 0, dayNumber('2026-03-09'))).toEqual([]);
});

test('an invoice paid in many instalments, written down backwards, is replayed day by day', () => {
  const payments = Array.from({ length: 28 }, (_, k) => ({
    day: `2026-04-${String(28 - k).padStart(2, '0')}` as CivilDate,
    invoice: 'F1',
    amount: 3,
  }));
  const ledger = buildLedger(registerOf({ invoices: [F1], payments }));
  for (let day = 1; day <= 28; day++) {
    expect(openBalanceOn(ledger, 0, dayNumber('2026-04-01') + day - 1)).toBe(100 - 3 * day);
  }
});
