import { describe, expect, test } from 'vitest';
import { civilDate, NO_DAY } from '../../shared/base/civil-date.ts';
import type { Cell } from '../../shared/base/problem.ts';
import { CLIENTS, invoices, paymentLines, payments, problemLines, readTables } from './read-fixture.ts';

type Cells = Partial<Record<string, Cell>>;

/** F1 of C1 in euros, F2 of C2 in dollars, the notes A1 (50 EUR, C1, of 10 February), A2 (C2, USD) and A3 (EUR, C2). */
function paymentsRead(...rows: readonly Cells[]) {
  return readTables({
    clients: CLIENTS,
    invoices: invoices(
      { number: 'F1' },
      { number: 'F2', client: 'C2', currency: 'USD' },
      { number: 'A1', type: 'avoir', total: -50, issueDate: '2026-02-10' },
      { number: 'A2', type: 'avoir', client: 'C2', currency: 'USD' },
      { number: 'A3', type: 'avoir', client: 'C2' },
      { number: 'F7', client: 'C9' },
    ),
    payments: payments(...rows),
  });
}

/** The problems but that of F7, which names no client. */
function paymentProblems(read: ReturnType<typeof paymentsRead>): readonly string[] {
  return problemLines(read).slice(1);
}

for (const [cells, line] of [
  [{ invoice: 'F1' }, '2026-03-01 C1 F1 10.00 EUR transfer'],
  [{ invoice: 'F2' }, '2026-03-01 C2 F2 10.00 USD transfer'],
  [{ invoice: 'F1', client: 'C1', currency: 'eur' }, '2026-03-01 C1 F1 10.00 EUR transfer'],
  [{ client: 'C1' }, '2026-03-01 C1 - 10.00 EUR transfer'],
  [{ client: 'C1', currency: 'USD' }, '2026-03-01 C1 - 10.00 USD transfer'],
  [{ invoice: 'F1', amount: -10 }, '2026-03-01 C1 F1 -10.00 EUR transfer'],
  [{ invoice: 'F1', amount: 0 }, '2026-03-01 C1 F1 0.00 EUR transfer'],
  [{ invoice: 'F1', amount: 1000 }, '2026-03-01 C1 F1 1000.00 EUR transfer'],
  [{ invoice: 'F1', method: 'chèque' }, '2026-03-01 C1 F1 10.00 EUR cheque'],
  [{ invoice: 'F1', method: 'ABANDON' }, '2026-03-01 C1 F1 10.00 EUR writeOff'],
  [{ invoice: 'F1', appliedOn: '2026-04-01' }, '2026-03-01 C1 F1 10.00 EUR transfer applied 2026-04-01'],
  [{ invoice: 'F1', appliedOn: '2026-03-01' }, '2026-03-01 C1 F1 10.00 EUR transfer'],
  [{ invoice: 'F1', appliedOn: '2026-02-28' }, '2026-03-01 C1 F1 10.00 EUR transfer'],
  [{ invoice: 'F1', date: '2025-01-01' }, '2025-01-01 C1 F1 10.00 EUR transfer'],
  [{ invoice: 'A1', amount: -10 }, '2026-03-01 C1 - -10.00 EUR transfer'],
  [{ invoice: 'F1', method: 'avoir', reference: 'A1' }, '2026-03-01 C1 F1 10.00 EUR creditNote of A1'],
  [{ invoice: 'F1', reference: '#REF!', notes: '#REF!' }, '2026-03-01 C1 F1 10.00 EUR transfer'],
] as const satisfies readonly (readonly [Cells, string])[]) {
  test(`${JSON.stringify(cells)} is read`, () => {
    const read = paymentsRead(cells);
    expect([paymentProblems(read), paymentLines(read)]).toEqual([[], [line]]);
  });
}

for (const [cells, expected] of [
  [{ invoice: 'F1' }, []],
  [{ invoice: 'F1', date: '2026-02-30' }, ['C1 -']],
  [{ invoice: 'F1', amount: 'dix' }, ['C1 2026-03-01']],
  [{ client: 'C2', invoice: 'F99' }, ['C2 2026-03-01']],
  [{ client: 'C2', invoice: 'F1' }, ['C2 2026-03-01', 'C1 2026-03-01']],
  [{ client: 'C2', method: 'troc' }, ['C2 2026-03-01']],
  [{ client: 'C8', invoice: 'F1' }, ['C1 2026-03-01']],
  [{ client: 'C8' }, []],
  [{ invoice: 'F99' }, []],
] as const satisfies readonly (readonly [Cells, readonly string[]])[]) {
  test(`${JSON.stringify(cells)} leaves ${expected.length} clients of whom a payment is not known`, () => {
    const { clients, unreadPayments } = paymentsRead(cells).register;
    const told = unreadPayments.map(({ client, day, row }) => {
      expect(row).toBe(2);
      return `${clients[client].code} ${day === NO_DAY ? '-' : civilDate(day)}`;
    });
    expect(told).toEqual(expected);
  });
}

test('without a currency anywhere the setting’s counts', () => {
  const settings = [
    ['key', 'value'],
    ['currency', 'CHF'],
  ];
  const read = readTables({ settings, clients: CLIENTS, payments: payments({ client: 'C1' }) });
  expect(paymentLines(read)).toEqual(['2026-03-01 C1 - 10.00 CHF transfer']);
});

for (const [cells, ...problems] of [
  [{}, 'client payment/no-client'],
  [{ client: 'C9' }, 'client client/unknown'],
  [{ client: '#REF!', invoice: 'F1' }, 'client cell/formula-error'],
  [{ client: 'C2', invoice: 'F1' }, 'client client/mismatch'],
  [{ client: 'C1', invoice: 'F9' }, 'invoice invoice/unknown'],
  [{ client: 'C1', invoice: 'F7' }, 'invoice invoice/unknown'],
  [{ client: 'C1', invoice: '#REF!' }, 'invoice cell/formula-error'],
  [{ invoice: 'F1', currency: 'USD' }, 'currency currency/mismatch'],
  [{ invoice: 'F1', currency: '$' }, 'currency currency/unknown'],
  [{ invoice: 'F1', amount: '10 $' }, 'amount amount/currency-mismatch'],
  [{ invoice: 'F1', amount: '' }, 'amount required/missing'],
  [{ invoice: 'F1', amount: true }, 'amount amount/invalid'],
  [{ invoice: 'F1', amount: 1.005 }, 'amount amount/too-many-decimals'],
  [{ invoice: 'F1', date: '' }, 'date required/missing'],
  [{ invoice: 'F1', date: '03/04/2026' }, 'date date/ambiguous'],
  [{ invoice: 'F1', appliedOn: 'soon' }, 'appliedOn date/invalid'],
  [{ invoice: 'F1', method: 'PayPal' }, 'method choice/unknown'],
  [{ invoice: 'F1', id: '#REF!' }, 'id cell/formula-error'],
  [{ invoice: 'A1' }, 'invoice invoice/is-credit-note'],
  [{ invoice: 'A1', amount: 0 }, 'invoice invoice/is-credit-note'],
  [{ invoice: 'A1', amount: -5, method: 'avoir', reference: 'A1' }, 'invoice invoice/is-credit-note'],
  [{ client: 'C1', method: 'avoir', reference: 'A1' }, 'invoice required/missing'],
  [{ invoice: 'F1', method: 'avoir' }, 'reference creditNote/unknown'],
  [{ invoice: 'F1', method: 'avoir', reference: 'A9' }, 'reference creditNote/unknown'],
  [{ invoice: 'F1', method: 'avoir', reference: 'F1' }, 'reference creditNote/unknown'],
  [{ invoice: 'F1', method: 'avoir', reference: '#REF!' }, 'reference cell/formula-error'],
  [{ invoice: 'F1', method: 'avoir', reference: 'A3' }, 'reference client/mismatch'],
  [
    { invoice: 'F1', method: 'avoir', reference: 'A2' },
    'reference client/mismatch',
    'reference currency/mismatch',
  ],
  [{ invoice: '#REF!', client: 'C1', method: 'avoir', reference: 'A1' }, 'invoice cell/formula-error'],
] as const satisfies readonly (readonly [Cells, ...string[]])[]) {
  test(`${JSON.stringify(cells)} leaves out the row: ${problems}`, () => {
    const read = paymentsRead(cells);
    expect(paymentProblems(read)).toEqual(problems.map((problem) => `payments 2 ${problem}`));
    expect(paymentLines(read)).toEqual([]);
  });
}

test('of rows with one id the first stands, even if it was left out itself; rows without an id are no duplicates', () => {
  const read = paymentsRead(
    { id: 'P1', client: 'C9' },
    { id: 'P1', client: 'C1' },
    { client: 'C1' },
    { client: 'C1' },
  );
  expect(paymentProblems(read)).toEqual(['payments 2 client client/unknown', 'payments 3 id row/duplicate']);
  expect(read.problems.at(-1)?.detail).toBe('2');
  expect(paymentLines(read)).toHaveLength(2);
});

test('a mismatch names what the invoice has', () =>
  expect(
    paymentsRead({ client: 'C2', invoice: 'F1' }, { invoice: 'F1', currency: 'USD' }).problems.map(
      ({ detail }) => detail,
    ),
  ).toEqual([undefined, 'C1', 'EUR']));

/** Moves credit of A1 (50.00, issued on 10 February) onto F1. */
function moved(amount: number, date: string, appliedOn = ''): Cells {
  return { invoice: 'F1', method: 'avoir', reference: 'A1', amount, date, appliedOn };
}

for (const [name, rows, left] of [
  ['all of it', [moved(50, '2026-02-10')], []],
  ['a cent more than all', [moved(50.01, '2026-02-10')], ['2 50.00 EUR']],
  ['bit by bit', [moved(30, '2026-02-11'), moved(20, '2026-02-12')], []],
  ['on the eve of the note', [moved(1, '2026-02-09')], ['2 0.00 EUR']],
  ['dated before the note, applied on its day', [moved(50, '2026-01-01', '2026-02-10')], []],
  [
    'more on a later day, which stands above',
    [moved(30, '2026-02-12'), moved(30, '2026-02-11')],
    ['2 20.00 EUR'],
  ],
  [
    'too much on one day: none of that day, for they have no order',
    [moved(30, '2026-02-11'), moved(30, '2026-02-11'), moved(50, '2026-02-12')],
    ['2 50.00 EUR', '3 50.00 EUR'],
  ],
  [
    'moved, taken back and moved again',
    [moved(50, '2026-02-11'), moved(-50, '2026-02-12'), moved(50, '2026-02-13')],
    [],
  ],
  ['taken back before it was moved', [moved(-10, '2026-02-11')], ['2 50.00 EUR']],
] as const) {
  test(`credit moved ${name}`, () => {
    const read = paymentsRead(...rows);
    expect(read.problems.slice(1).map(({ code, row, detail }) => [code, `${row} ${detail}`])).toEqual(
      left.map((each) => ['creditNote/overdrawn', each]),
    );
    expect(paymentLines(read)).toHaveLength(rows.length - left.length);
  });
}

test('rows of moved credit that go take nothing else with them', () => {
  const read = paymentsRead(
    { client: 'C1', amount: 1 },
    moved(60, '2026-02-11'),
    { invoice: 'F2', amount: 3, appliedOn: '2026-05-01' },
    moved(50, '2026-02-12'),
  );
  expect(paymentLines(read)).toEqual([
    '2026-03-01 C1 - 1.00 EUR transfer',
    '2026-03-01 C2 F2 3.00 USD transfer applied 2026-05-01',
    '2026-02-12 C1 F1 50.00 EUR creditNote of A1',
  ]);
  expect([...read.register.payments.row]).toEqual([2, 4, 5]);
});

describe('what pays penalties', () => {
  for (const [cells, expected] of [
    [{ invoice: 'F1' }, { client: 0, invoice: 0, currency: 0, amount: 1000, isWaiver: false }],
    [{ invoice: 'F2' }, { client: 1, invoice: 1, currency: 1, amount: 1000, isWaiver: false }],
    [{ client: 'C2' }, { client: 1, invoice: -1, currency: 0, amount: 1000, isWaiver: false }],
    [
      { invoice: 'F1', amount: -10 },
      { invoice: 0, amount: -1000, isWaiver: false },
    ],
    [
      { invoice: 'F1', method: 'abandon' },
      { invoice: 0, amount: 1000, isWaiver: true },
    ],
  ] as const) {
    test(`${JSON.stringify(cells)} is no payment of an invoice`, () => {
      const read = paymentsRead({ purpose: 'pénalités', ...cells });
      expect([paymentProblems(read), paymentLines(read)]).toEqual([[], []]);
      expect(read.register.penaltyPayments).toMatchObject([{ row: 2, day: 20_513, ...expected }]);
      expect(read.register.rowCounts.payments).toBe(1);
    });
  }
  for (const purpose of ['facture', 'invoice', '', null]) {
    test(`${purpose} is the purpose of a payment of the invoice`, () => {
      const read = paymentsRead({ invoice: 'F1', purpose });
      expect(read.register.penaltyPayments).toEqual([]);
      expect(paymentLines(read)).toHaveLength(1);
    });
  }
  for (const [cells, problem] of [
    [{ purpose: 'cadeau' }, 'purpose choice/unknown'],
    [{ method: 'avoir', reference: 'A1' }, 'purpose payment/penalties-by-credit'],
    [{ client: 'C2' }, 'client client/mismatch'],
    [{ invoice: 'A1' }, 'invoice invoice/is-credit-note'],
  ] as const) {
    test(`${JSON.stringify(cells)} leaves the row out of both`, () => {
      const read = paymentsRead({ invoice: 'F1', purpose: 'penalties', ...cells });
      expect(paymentProblems(read)).toEqual([`payments 2 ${problem}`]);
      expect([paymentLines(read), read.register.penaltyPayments]).toEqual([[], []]);
    });
  }
});
