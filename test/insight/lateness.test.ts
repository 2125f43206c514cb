import { expect, test } from 'vitest';
import { dayNumber, NO_DAY } from '../../shared/base/civil-date.ts';
import { emptyLateness, isSmallRest, measureLateness } from '../../shared/insight/lateness.ts';
import { buildLedger, settledOn } from '../../shared/receivables/ledger.ts';
import { type PaymentRecord, type PlanRecord, registerOf } from '../receivables/register-of.ts';

const AS_OF = '2026-03-31';
const DUE = '2026-01-31';
const TOTAL = 100_00;

type Case = {
  readonly payments?: readonly Omit<PaymentRecord, 'invoice'>[];
  readonly creditNote?: number;
  readonly plans?: readonly Omit<PlanRecord, 'invoice'>[];
  readonly due?: typeof DUE;
};

function latenessOf({ payments = [], creditNote, plans = [], due = DUE }: Case) {
  const asOf = dayNumber(AS_OF);
  const register = registerOf({
    invoices: [
      { number: 'F1', issued: '2026-01-01', due, total: TOTAL },
      ...(creditNote === undefined
        ? []
        : [
            {
              number: 'A1',
              type: 'creditNote',
              issued: '2026-03-20',
              total: creditNote,
              corrects: 'F1',
            } as const,
          ]),
    ],
    payments: payments.map((payment) => ({ ...payment, invoice: 'F1' })),
    plans: plans.map((plan) => ({ ...plan, invoice: 'F1' })),
  });
  const ledger = buildLedger(register);
  const into = emptyLateness();
  const lastDay = ledger.day.reduce((last, day) => (day <= asOf ? day : last), NO_DAY);
  const applied = { credited: creditNote ?? 0, settled: settledOn(ledger, 0, asOf), lastDay };
  measureLateness({ ledger, asOf, unit: 100 }, 0, applied, into);
  const { due: fellDue, late, amountDays, overdue } = into;
  return { fellDue, late, amountDays, overdue, days: into.lateUntil - into.lateSince };
}

const ON_TIME = { fellDue: TOTAL, late: 0, amountDays: 0, overdue: 0, days: 0 };

for (const [what, given, expected] of [
  ['due on the day: nothing has fallen due', { due: AS_OF }, { ...ON_TIME, fellDue: 0 }],
  ['paid on its due day', { payments: [{ day: DUE, amount: TOTAL }] }, ON_TIME],
  [
    'paid the day after',
    { payments: [{ day: '2026-02-01', amount: TOTAL }] },
    { ...ON_TIME, late: TOTAL, amountDays: TOTAL, days: 1 },
  ],
  [
    'unpaid for 59 days',
    {},
    { fellDue: TOTAL, late: TOTAL, amountDays: 59 * TOTAL, overdue: TOTAL, days: 59 },
  ],
  [
    'half on time, half ten days late',
    {
      payments: [
        { day: DUE, amount: 50_00 },
        { day: '2026-02-10', amount: 50_00 },
      ],
    },
    { ...ON_TIME, late: 50_00, amountDays: 500_00, days: 10 },
  ],
  [
    'half still open',
    { payments: [{ day: DUE, amount: 50_00 }] },
    { fellDue: TOTAL, late: 50_00, amountDays: 59 * 50_00, overdue: 50_00, days: 59 },
  ],
  [
    'paid on time, bounced ten days later, paid again after ten more',
    {
      payments: [
        { day: DUE, amount: TOTAL },
        { day: '2026-02-10', amount: -TOTAL },
        { day: '2026-02-20', amount: TOTAL },
      ],
    },
    { ...ON_TIME, late: TOTAL, amountDays: 10 * TOTAL, days: 20 },
  ],
  [
    'paid and bounced on one day: never paid',
    {
      payments: [
        { day: '2026-02-10', amount: TOTAL },
        { day: '2026-02-10', amount: -TOTAL },
      ],
    },
    { fellDue: TOTAL, late: TOTAL, amountDays: 59 * TOTAL, overdue: TOTAL, days: 59 },
  ],
  [
    'a credit note takes off what was due, however late it came',
    { creditNote: TOTAL },
    { ...ON_TIME, fellDue: 0 },
  ],
  [
    'what a credit note leaves is paid ten days late',
    { creditNote: 40_00, payments: [{ day: '2026-02-10', amount: 60_00 }] },
    { fellDue: 60_00, late: 60_00, amountDays: 600_00, overdue: 0, days: 10 },
  ],
  [
    'paid after the day asked for: open',
    { payments: [{ day: '2026-04-01', amount: TOTAL }] },
    { fellDue: TOTAL, late: TOTAL, amountDays: 59 * TOTAL, overdue: TOTAL, days: 59 },
  ],
  [
    'a plan from the start replaces the due date',
    {
      plans: [
        {
          instalments: [
            ['2026-02-28', 50_00],
            ['2026-04-30', 50_00],
          ],
        },
      ],
      payments: [{ day: '2026-02-28', amount: 50_00 }],
    },
    { ...ON_TIME, fellDue: 50_00 },
  ],
  [
    'an instalment missed',
    {
      plans: [
        {
          instalments: [
            ['2026-02-28', 50_00],
            ['2026-04-30', 50_00],
          ],
        },
      ],
    },
    { fellDue: 50_00, late: 50_00, amountDays: 31 * 50_00, overdue: 50_00, days: 31 },
  ],
  [
    'a plan agreed ten days after the due date: late until then',
    { plans: [{ agreedOn: '2026-02-10', instalments: [['2026-04-30', TOTAL]] }] },
    { fellDue: TOTAL, late: TOTAL, amountDays: 10 * TOTAL, overdue: 0, days: 10 },
  ],
] as const) {
  test(what, () => expect(latenessOf(given as Case)).toEqual(expected));
}

for (const [open, total, small] of [
  [0, 0, true],
  [1_00, 100_00, true],
  [1_01, 100_00, false],
  [10_00, 5000_00, true],
  [10_01, 5000_00, false],
] as const) {
  test(`${open} open of ${total} is ${small ? 'a small rest' : 'a debt'}`, () => {
    expect(isSmallRest(open, total, 100)).toBe(small);
  });
}
