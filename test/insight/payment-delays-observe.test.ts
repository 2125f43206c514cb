import { expect, test } from 'vitest';
import { dayNumber } from '../../shared/base/civil-date.ts';
import { observePayments, WEIGHT_OF_TODAY } from '../../shared/insight/delays/payment-delays-observe.ts';
import { buildLedger } from '../../shared/receivables/ledger.ts';
import {
  type InvoiceRecord,
  type PaymentRecord,
  type PlanRecord,
  registerOf,
} from '../receivables/register-of.ts';

const AS_OF = dayNumber('2026-01-31');

/** Issued on 1 January, due on the day asked for, so that its weight is that of today: 100.00. */
const F1: InvoiceRecord = { number: 'F1', issued: '2026-01-01', due: '2026-01-31', total: 100_00 };

type Case = {
  readonly invoice?: Partial<InvoiceRecord>;
  readonly payments?: readonly Partial<PaymentRecord>[];
  readonly notes?: readonly InvoiceRecord[];
  readonly plan?: Omit<PlanRecord, 'invoice'>;
};

/** From the first to the last unit of the invoice: paid or not, so many days after the due date, with so many percent. */
function observed({ invoice = {}, payments = [], notes = [], plan }: Case): readonly string[] {
  const register = registerOf({
    currencies: ['EUR', 'USD'],
    invoices: [{ ...F1, ...invoice }, ...notes],
    payments: payments.map((payment) => ({ invoice: 'F1', day: '2026-01-21', amount: 100_00, ...payment })),
    plans: plan ? [{ ...plan, invoice: 'F1' }] : [],
  });
  const seen = observePayments(buildLedger(register), 0, AS_OF);
  return Array.from({ length: seen.starts[1] }, (_, k) => {
    const percent = Math.round((100 * seen.weight[k]) / WEIGHT_OF_TODAY);
    return `${seen.paid[k] === 1 ? 'paid' : 'unpaid'} ${seen.from[k]}..${seen.to[k]} ${percent}%`;
  }).sort();
}

const note = (total: number, issued: InvoiceRecord['issued'] = '2026-01-15'): InvoiceRecord => ({
  number: 'A1',
  type: 'creditNote',
  issued,
  total,
  corrects: 'F1',
});

const cases: readonly (readonly [what: string, given: Case, expected: readonly string[]])[] = [
  ['paid ten days early', { payments: [{}] }, ['paid -30..-10 100%']],
  ['open', {}, ['unpaid -30..0 100%']],
  ['issued later: not there yet', { invoice: { issued: '2026-02-01' } }, []],
  ['paid later: open', { payments: [{ day: '2026-02-01' }] }, ['unpaid -30..0 100%']],
  ['of another currency', { invoice: { currency: 'USD' } }, []],
  [
    'due a year ago weighs half',
    { invoice: { issued: '2025-01-01', due: '2025-01-31' } },
    ['unpaid -30..365 50%'],
  ],
  ['not due yet weighs as much as due today', { invoice: { due: '2026-03-02' } }, ['unpaid -60..-30 100%']],
  [
    'a part paid counts by its share',
    { payments: [{ amount: 25_00 }] },
    ['paid -30..-10 25%', 'unpaid -30..0 75%'],
  ],
  [
    'two parts',
    { payments: [{ amount: 25_00 }, { amount: 75_00, day: '2026-01-31' }] },
    ['paid -30..-10 25%', 'paid -30..0 75%'],
  ],
  [
    'money above the total says nothing',
    { payments: [{}, { amount: 50_00, day: '2026-01-25' }] },
    ['paid -30..-10 100%'],
  ],
  [
    'a payment that bounced is none',
    { payments: [{}, { amount: -100_00, day: '2026-01-25' }] },
    ['unpaid -30..0 100%'],
  ],
  [
    'paid again after it bounced',
    { payments: [{}, { amount: -100_00, day: '2026-01-25' }, { day: '2026-01-28' }] },
    ['paid -30..-3 100%'],
  ],
  [
    'applied later: the money counts on its own day',
    { payments: [{ day: '2026-01-20', applied: '2026-01-30' }] },
    ['paid -30..-11 100%'],
  ],
  ['not applied yet: open', { payments: [{ applied: '2026-02-01' }] }, ['unpaid -30..0 100%']],
  [
    'paid before it was issued: on its first day',
    { payments: [{ day: '2025-12-01' }] },
    ['paid -30..-30 100%'],
  ],
  [
    'written off: never paid',
    { payments: [{ amount: 40_00, method: 'writeOff' }] },
    ['unpaid -30..0 60%', 'unpaid -30..4000 40%'],
  ],
  ['a credit note reduces what was due', { notes: [note(60_00)] }, ['unpaid -30..0 100%']],
  [
    '… and what is paid of the rest is all of it',
    { notes: [note(60_00)], payments: [{ amount: 40_00 }] },
    ['paid -30..-10 100%'],
  ],
  ['a credit note over all of it leaves nothing to see', { notes: [note(100_00)] }, []],
  ['a credit note of tomorrow is none yet', { notes: [note(100_00, '2026-02-01')] }, ['unpaid -30..0 100%']],
  [
    'disputed: unpaid until the dispute began',
    { invoice: { dispute: { from: '2026-01-11', amount: 30_00 } } },
    ['unpaid -30..-20 30%', 'unpaid -30..0 70%'],
  ],
  [
    'no dispute any more',
    { invoice: { dispute: { from: '2026-01-11', closedOn: '2026-01-31' } } },
    ['unpaid -30..0 100%'],
  ],
  [
    'instalments count from their own due dates, the earliest is paid first',
    {
      plan: {
        instalments: [
          ['2026-01-31', 50_00],
          ['2026-02-10', 50_00],
        ],
      },
      payments: [{ amount: 75_00 }],
    },
    ['paid -30..-10 50%', 'paid -40..-20 25%', 'unpaid -40..-10 25%'],
  ],
  [
    'a plan agreed tomorrow is none yet',
    { plan: { agreedOn: '2026-02-01', instalments: [['2026-03-31', 100_00]] } },
    ['unpaid -30..0 100%'],
  ],
];

for (const [what, given, expected] of cases) {
  test(what, () => expect(observed(given)).toEqual(expected));
}

test('credit moved here settles, but tells nothing of when money comes', () => {
  const register = registerOf({
    invoices: [F1, { number: 'A1', type: 'creditNote', issued: '2026-01-10', total: 100_00 }],
    payments: [{ invoice: 'F1', day: '2026-01-21', amount: 100_00, method: 'creditNote', note: 'A1' }],
  });
  const seen = observePayments(buildLedger(register), 0, AS_OF);
  expect([seen.starts[1], seen.paid[0], seen.to[0]]).toEqual([1, 0, -10]);
});

test('each client has its own', () => {
  const register = registerOf({
    clients: ['C1', 'C2', 'C3'],
    invoices: [
      { ...F1, client: 'C3' },
      { ...F1, number: 'F2', client: 'C1' },
      { ...F1, number: 'F3', client: 'C3' },
    ],
  });
  expect(Array.from(observePayments(buildLedger(register), 0, AS_OF).starts)).toEqual([0, 1, 1, 3]);
});
