import { expect, test } from 'vitest';
import type { Cell } from '../../shared/base/problem.ts';
import { CLIENTS, invoices, payments, planLines, problemLines, readTables, tableOf } from './read-fixture.ts';

type Cells = Partial<Record<string, Cell>>;

/** F1 over 100 euros of 31 January 2026, F2 over 90 dollars, the credit note A1. @param paid payments of F1, and more */
function plansRead(rows: readonly Cells[], paid: readonly Cells[] = [], more: readonly Cells[] = []) {
  const usual = { invoice: 'F1', dueDate: '2026-04-01' };
  return readTables({
    clients: CLIENTS,
    invoices: invoices(
      {},
      { currency: 'USD', total: 90 },
      { number: 'A1', type: 'avoir', total: 30, issueDate: '2026-02-05' },
      ...more,
    ),
    payments: payments(...paid.map((cells) => ({ invoice: 'F1', ...cells }))),
    instalments: tableOf(['invoice', 'dueDate', 'amount', 'agreedOn'], usual, rows),
  });
}

test('instalments of the total, in order of their days, rule from the start', () => {
  const read = plansRead([
    { amount: 60, dueDate: '2026-05-01' },
    { amount: '40,00 €', dueDate: '2026-04-01' },
  ]);
  expect(problemLines(read)).toEqual([]);
  expect(planLines(read)).toEqual(['F1 from 2026-01-31: 2026-04-01 40.00, 2026-05-01 60.00; settled 0.00']);
});

test('their rows are known by their numbers', () =>
  expect(
    plansRead([{ amount: 40 }, { amount: 60 }]).register.plans[0].instalments.map(({ row }) => row),
  ).toEqual([2, 3]));

const ON = { agreedOn: '2026-03-10' };

for (const [name, amounts, paid, plan] of [
  ['the total', [40, 60], [], 'settled 0.00'],
  ['the total, though some is paid', [40, 60], [{ amount: 25 }], 'settled 0.00'],
  ['the open balance', [35, 40], [{ amount: 25 }], 'settled 25.00'],
  ['the balance: paid on that day counts', [75], [{ amount: 25, date: '2026-03-10' }], 'settled 25.00'],
  ['the balance: paid the day after does not', [75], [{ amount: 25, date: '2026-03-11' }], null],
  ['the balance: applied the day after does not', [75], [{ amount: 25, appliedOn: '2026-03-11' }], null],
  ['the balance: a write-off counts', [75], [{ amount: 25, method: 'abandon' }], 'settled 25.00'],
  ['the balance: a refund counts against', [90], [{ amount: 25 }, { amount: -15 }], 'settled 10.00'],
  [
    'the balance: credit moved counts',
    [70],
    [{ amount: 30, method: 'avoir', reference: 'A1' }],
    'settled 30.00',
  ],
  ['a cent more', [40, 60.01], [], null],
  ['a cent less', [40, 59.99], [], null],
  ['neither total nor balance', [50], [{ amount: 25 }], null],
  ['the total, though all is paid', [100], [{ amount: 100 }], 'settled 0.00'],
  ['the total of an invoice refunded more than paid', [100], [{ amount: -5 }], 'settled 0.00'],
] as const) {
  test(`a plan of ${name} ${plan === null ? 'is a problem' : 'stands'}`, () => {
    const read = plansRead(
      amounts.map((amount) => ({ ...ON, amount })),
      paid,
    );
    expect(problemLines(read)).toEqual(plan === null ? ['instalments 2 amount plan/sum'] : []);
    expect(planLines(read).map((line) => line.replace(/.*; /, ''))).toEqual(plan === null ? [] : [plan]);
  });
}

test('a credit note that corrects the invoice lowers the balance, credit moved away raises it', () => {
  const corrects = { number: 'A5', type: 'avoir', total: 40, issueDate: '2026-02-05', corrects: 'F1' };
  const away = { invoice: 'F6', method: 'avoir', reference: 'A5', amount: 15, date: '2026-02-20' };
  const more = [corrects, { number: 'F6' }];
  expect(planLines(plansRead([{ ...ON, amount: 60 }], [], more))).toHaveLength(1);
  expect(planLines(plansRead([{ ...ON, amount: 75 }], [away], more))).toHaveLength(1);
  expect(planLines(plansRead([{ ...ON, amount: 60 }], [away], more))).toEqual([]);
});

test('the problem of a plan names its invoice, its sum, the total and the balance', () => {
  const read = plansRead(
    [{ amount: 50 }, { ...ON, amount: 5, dueDate: '2026-06-01' }, { ...ON, amount: 7 }],
    [{ amount: 25 }],
  );
  expect(read.problems).toEqual([
    {
      code: 'plan/sum',
      table: 'instalments',
      row: 2,
      column: 'amount',
      header: 'amount',
      found: 'F1',
      detail: '50.00 | 100.00',
    },
    {
      code: 'plan/sum',
      table: 'instalments',
      row: 3,
      column: 'amount',
      header: 'amount',
      found: 'F1',
      detail: '12.00 | 100.00 | 75.00',
    },
  ]);
});

test('several plans of one invoice, and of two, each rule from their day', () => {
  const read = plansRead([
    { agreedOn: '2026-03-10', amount: 100, dueDate: '2026-06-01' },
    { amount: 100, dueDate: '2026-05-01' },
    { invoice: 'F2', amount: 90 },
    { agreedOn: '2026-02-10', amount: 100, dueDate: '2026-04-01' },
  ]);
  expect(planLines(read)).toEqual([
    'F1 from 2026-01-31: 2026-05-01 100.00; settled 0.00',
    'F1 from 2026-02-10: 2026-04-01 100.00; settled 0.00',
    'F1 from 2026-03-10: 2026-06-01 100.00; settled 0.00',
    'F2 from 2026-01-31: 2026-04-01 90.00; settled 0.00',
  ]);
});

test('a plan agreed on or before the issue date rules after the one without a day, in any order of rows', () => {
  const rows = [
    { agreedOn: '2026-01-31', amount: 100, dueDate: '2026-06-01' },
    { agreedOn: '2026-01-20', amount: 100, dueDate: '2026-05-01' },
    { amount: 100, dueDate: '2026-04-01' },
  ];
  const plans = planLines(plansRead(rows));
  expect(plans.map((line) => line.slice(3, 30))).toEqual([
    'from 2026-01-31: 2026-04-01',
    'from 2026-01-31: 2026-05-01',
    'from 2026-01-31: 2026-06-01',
  ]);
  expect(planLines(plansRead([...rows].reverse()))).toEqual(plans);
});

for (const [cells, problem] of [
  [{ amount: -10 }, 'amount plan/not-positive'],
  [{ amount: '' }, 'amount required/missing'],
  [{ amount: 'x' }, 'amount amount/invalid'],
  [{ amount: 10, dueDate: '2026-02-30' }, 'dueDate date/invalid'],
  [{ amount: 10, dueDate: '' }, 'dueDate required/missing'],
  [{ amount: 10, agreedOn: 'x' }, 'agreedOn date/invalid'],
] as const satisfies readonly (readonly [Cells, string])[]) {
  test(`a row left out takes its plan with it, even if the rest adds up: ${problem}`, () => {
    const read = plansRead([{ amount: 100 }, cells]);
    expect([problemLines(read), planLines(read)]).toEqual([[`instalments 3 ${problem}`], []]);
  });
}

test('a row left out of one plan leaves the others', () => {
  const read = plansRead([
    { amount: 100 },
    { amount: 100, agreedOn: '2026-03-01' },
    { amount: 'x', agreedOn: '2026-03-01' },
  ]);
  expect(planLines(read)).toEqual(['F1 from 2026-01-31: 2026-04-01 100.00; settled 0.00']);
});

test('an instalment of nothing is a problem, and its plan adds up without it', () => {
  const read = plansRead([{ amount: 100 }, { amount: 0 }]);
  expect(problemLines(read)).toEqual(['instalments 3 amount plan/not-positive']);
  expect(planLines(read)).toHaveLength(1);
});

for (const [invoice, problem] of [
  ['F9', 'invoice invoice/unknown'],
  ['A1', 'invoice invoice/is-credit-note'],
  ['', 'invoice required/missing'],
  ['#REF!', 'invoice cell/formula-error'],
] as const) {
  test(`an instalment of invoice ${invoice}: ${problem}`, () => {
    const read = plansRead([{ invoice, amount: 30 }]);
    expect([problemLines(read), planLines(read)]).toEqual([[`instalments 2 ${problem}`], []]);
  });
}

test('amounts are in the invoice’s currency', () =>
  expect(problemLines(plansRead([{ invoice: 'F2', amount: '90 €' }]))).toEqual([
    'instalments 2 amount amount/currency-mismatch',
  ]));
