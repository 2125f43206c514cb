import { expect, test } from 'vitest';
import type { Cell } from '../../shared/base/problem.ts';
import { CLIENTS, invoiceLines, invoices, problemLines, type Row, readTables } from './read-fixture.ts';

type Cells = Partial<Record<string, Cell>>;

function invoicesRead(...rows: readonly Cells[]) {
  return readTables({ clients: CLIENTS, invoices: invoices(...rows) });
}

for (const [terms, setting, due] of [
  ['', '', '2026-03-02'],
  ['', '45 jours', '2026-03-17'],
  ['comptant', '45 jours', '2026-01-31'],
  ['45 days, EOM', '', '2026-03-31'],
  ['EOM, 45 days', '', '2026-03-17'],
  ['1 mois', '', '2026-02-28'],
  ['unreadable', '45 jours', '2026-03-17'],
  ['unreadable', 'unreadable', '2026-03-02'],
] as const) {
  test(`without a due date: the client’s terms “${terms}”, else the setting’s “${setting}”, else 30 days: ${due}`, () => {
    const read = readTables({
      settings: [
        ['key', 'value'],
        ['paymentTerms', setting],
      ],
      clients: [
        ['code', 'name', 'paymentTerms'],
        ['C1', 'Anne', terms],
      ],
      invoices: invoices({ issueDate: '2026-01-31' }),
    });
    expect(invoiceLines(read)).toEqual([`F1 C1 2026-01-31 due ${due} 100.00 EUR`]);
  });
}

test('a due date as written rules, even before the issue date', () =>
  expect(invoiceLines(invoicesRead({ dueDate: '2026-01-01' }))).toEqual([
    'F1 C1 2026-01-31 due 2026-01-01 100.00 EUR',
  ]));

for (const [cells, line] of [
  [{ type: '' }, 'F1 C1 2026-01-31 due 2026-03-02 100.00 EUR'],
  [{ type: 'facture' }, 'F1 C1 2026-01-31 due 2026-03-02 100.00 EUR'],
  [{ type: 'avoir' }, 'note F1 C1 2026-01-31 due 2026-03-02 100.00 EUR'],
  [{ type: 'Credit Note', total: -100 }, 'note F1 C1 2026-01-31 due 2026-03-02 100.00 EUR'],
  [{ type: 'creditNote', total: '-100,00 €' }, 'note F1 C1 2026-01-31 due 2026-03-02 100.00 EUR'],
  [{ total: 0 }, 'F1 C1 2026-01-31 due 2026-03-02 0.00 EUR'],
  [{ total: '1 234,56 €' }, 'F1 C1 2026-01-31 due 2026-03-02 1234.56 EUR'],
  [{ total: 0.1 + 0.2 }, 'F1 C1 2026-01-31 due 2026-03-02 0.30 EUR'],
  [{ total: 99_999_999_999.99 }, 'F1 C1 2026-01-31 due 2026-03-02 99999999999.99 EUR'],
  [{ currency: 'usd' }, 'F1 C1 2026-01-31 due 2026-03-02 100.00 USD'],
  [{ currency: 'JPY', total: 100 }, 'F1 C1 2026-01-31 due 2026-03-02 100 JPY'],
  [{ currency: 'KWD', total: 1.005 }, 'F1 C1 2026-01-31 due 2026-03-02 1.005 KWD'],
  [{ issueDate: 46_053.99 }, 'F1 C1 2026-01-31 due 2026-03-02 100.00 EUR'],
  [{ number: 12 }, '12 C1 2026-01-31 due 2026-03-02 100.00 EUR'],
  [{ number: '00012' }, '00012 C1 2026-01-31 due 2026-03-02 100.00 EUR'],
] as const satisfies readonly (readonly [Cells, string])[]) {
  test(`${JSON.stringify(cells)} is read`, () => {
    const read = invoicesRead(cells);
    expect([problemLines(read), invoiceLines(read)]).toEqual([[], [line]]);
  });
}

test('an empty currency is the setting’s', () => {
  const read = readTables({
    settings: [
      ['key', 'value'],
      ['currency', 'USD'],
    ],
    clients: CLIENTS,
    invoices: invoices({}, { currency: 'EUR' }),
  });
  expect(invoiceLines(read).map((line) => line.slice(-3))).toEqual(['USD', 'EUR']);
  expect(read.register.currencies).toEqual(['USD', 'EUR']);
});

for (const [column, found, code] of [
  ['net', 'x', 'amount/invalid'],
  ['net', 1.005, 'amount/too-many-decimals'],
  ['vat', '#REF!', 'cell/formula-error'],
  ['serviceDate', '2026-13-01', 'date/invalid'],
] as const) {
  test(`${column} ${found} changes no sum: only its cell is left out`, () => {
    const read = invoicesRead({ [column]: found });
    expect(problemLines(read)).toEqual([`invoices 2 ${column} ${code}`]);
    expect(invoiceLines(read)).toHaveLength(1);
  });
}

for (const [column, found, code] of [
  ['number', '', 'required/missing'],
  ['number', '#REF!', 'cell/formula-error'],
  ['type', 'proforma', 'choice/unknown'],
  ['type', true, 'choice/unknown'],
  ['client', '', 'required/missing'],
  ['client', 'C9', 'client/unknown'],
  ['client', '#REF!', 'cell/formula-error'],
  ['issueDate', '', 'required/missing'],
  ['issueDate', '2026-02-30', 'date/invalid'],
  ['issueDate', true, 'date/invalid'],
  ['issueDate', 0, 'date/invalid'],
  ['issueDate', 1e308, 'date/invalid'],
  ['dueDate', '03/04/2026', 'date/ambiguous'],
  ['dueDate', '31/12/26', 'date/two-digit-year'],
  ['dueDate', '#VALEUR!', 'cell/formula-error'],
  ['currency', '$', 'currency/unknown'],
  ['currency', 'XYZ', 'currency/unknown'],
  ['currency', '#REF!', 'cell/formula-error'],
  ['total', '', 'required/missing'],
  ['total', '   ', 'required/missing'],
  ['total', '\u00a0', 'required/missing'],
  ['total', 'cent', 'amount/invalid'],
  ['total', '=1+1', 'amount/invalid'],
  ['total', true, 'amount/invalid'],
  ['total', '2026-01-31', 'amount/invalid'],
  ['total', '#REF!', 'cell/formula-error'],
  ['total', 1e308, 'amount/too-large'],
  ['total', 100_000_000_000, 'amount/too-large'],
  ['total', '100000000000', 'amount/too-large'],
  ['total', 1.005, 'amount/too-many-decimals'],
  ['total', '1,234', 'amount/ambiguous'],
  ['total', '12 $', 'amount/currency-mismatch'],
  ['total', -100, 'invoice/negative-total'],
  ['total', 'x'.repeat(50_000), 'amount/invalid'],
  ['corrects', 'F9', 'invoice/unknown'],
  ['corrects', '#REF!', 'cell/formula-error'],
  ['disputedOn', 'yesterday', 'date/invalid'],
  ['disputeClosedOn', '2026-02-30', 'date/invalid'],
  ['disputedAmount', 'half', 'amount/invalid'],
  ['disputedAmount', -5, 'amount/negative'],
] as const) {
  test(`${column} ${JSON.stringify(found).slice(0, 30)} leaves out the row: ${code}`, () => {
    const read = invoicesRead({ [column]: found });
    expect(problemLines(read)).toEqual([`invoices 2 ${column} ${code}`]);
    expect(invoiceLines(read)).toEqual([]);
  });
}

test('a client whose row was left out is unknown, and so are they all without a clients table', () => {
  const clients: Row[] = [
    ['code', 'name'],
    ['C1', ''],
  ];
  expect(problemLines(readTables({ clients, invoices: invoices({}) }))[1]).toBe(
    'invoices 2 client client/unknown',
  );
  expect(problemLines(readTables({ invoices: invoices({}) }))).toEqual(['invoices 2 client client/unknown']);
});

test('of rows with one number the first stands, even if it was left out itself', () => {
  const read = invoicesRead(
    { number: 'A', total: 'x' },
    { number: 'A', total: 2 },
    { number: 'B', total: 3 },
    { number: ' B', type: 'avoir', total: 4 },
    { number: 'B', total: 5 },
  );
  expect(invoiceLines(read)).toEqual(['B C1 2026-01-31 due 2026-03-02 3.00 EUR']);
  expect(problemLines(read)).toEqual([
    'invoices 2 total amount/invalid',
    'invoices 3 number invoice/duplicate',
    'invoices 5 number invoice/duplicate',
    'invoices 6 number invoice/duplicate',
  ]);
  expect(read.problems.map(({ detail }) => detail)).toEqual(['EUR', undefined, '4', '4']);
});

const NOTE = { number: 'A1', type: 'avoir', total: 10 };
const TAIL = 'C1 2026-01-31 due 2026-03-02';

test('a credit note corrects an invoice, which may stand below it', () => {
  const read = invoicesRead({ ...NOTE, corrects: 'F2' }, {});
  expect(problemLines(read)).toEqual([]);
  expect(invoiceLines(read)).toEqual([`note A1 ${TAIL} 10.00 EUR corrects F2`, `F2 ${TAIL} 100.00 EUR`]);
});

test('what an invoice corrects has to exist, and changes no sum', () => {
  const read = invoicesRead({}, { corrects: 'F1' }, { corrects: 'F3' }, { corrects: 'F9' });
  expect(problemLines(read)).toEqual(['invoices 5 corrects invoice/unknown']);
  expect([...read.register.invoices.corrects]).toEqual([-1, -1, -1]);
});

for (const [name, target, note, code] of [
  ['an unknown invoice', {}, { corrects: 'F9' }, 'invoice/unknown'],
  ['a row left out', { total: 'x' }, { corrects: 'F1' }, 'invoice/unknown'],
  ['a credit note', { type: 'avoir' }, { corrects: 'F1' }, 'invoice/is-credit-note'],
  ['itself', {}, { corrects: 'A1' }, 'invoice/is-credit-note'],
  ['another client’s invoice', { client: 'C2' }, { corrects: 'F1' }, 'client/mismatch'],
  ['an invoice in another currency', { currency: 'USD' }, { corrects: 'F1' }, 'currency/mismatch'],
] as const) {
  test(`a credit note that corrects ${name} is left out: ${code}`, () => {
    const read = invoicesRead(target, { ...NOTE, ...note });
    expect(problemLines(read).at(-1)).toBe(`invoices 3 corrects ${code}`);
    expect(invoiceLines(read).join()).not.toContain('A1');
    expect(read.problems.at(-1)?.found).toBe(note.corrects);
  });
}

test('what names a row left out is left out too, all along the chain, in any order', () => {
  const read = readTables({
    clients: CLIENTS,
    invoices: invoices(
      { number: 'F1', corrects: 'F2' },
      { number: 'F2', corrects: 'F3' },
      { number: 'F3', corrects: 'F9' },
      { number: 'F4', client: 'C2', disputedOn: '2026-02-01', disputedAmount: 7 },
      { number: 'A4', type: 'avoir', client: 'C2', corrects: 'F4' },
      { number: 'A1', type: 'avoir', corrects: 'F1' },
    ),
    payments: [
      ['date', 'invoice', 'amount'],
      ['2026-03-01', 'F1', 1],
      ['2026-03-01', 'F4', 2],
    ],
  });
  expect(problemLines(read)).toEqual([
    'invoices 4 corrects invoice/unknown',
    'invoices 3 corrects invoice/unknown',
    'invoices 2 corrects invoice/unknown',
    'invoices 7 corrects invoice/unknown',
    'payments 2 invoice invoice/unknown',
  ]);
  expect(invoiceLines(read)).toEqual([
    'F4 C2 2026-01-31 due 2026-03-02 100.00 EUR',
    'note A4 C2 2026-01-31 due 2026-03-02 100.00 EUR corrects F4',
  ]);
  expect([...read.register.invoices.disputes.keys()]).toEqual([0]);
  expect([...read.register.payments.invoice]).toEqual([0]);
});

test('disputes', () => {
  const read = invoicesRead(
    {},
    { disputedOn: '1970-01-02' },
    {
      disputedOn: '1970-01-02',
      disputeClosedOn: '1970-01-11',
      disputedAmount: '40',
      disputeReason: 'broken',
    },
    { disputeClosedOn: '1970-01-11', disputedAmount: 40 },
    { disputedOn: '1970-01-02', disputedAmount: 0, disputeReason: '#REF!' },
    { ...NOTE, disputedOn: '1970-01-02' },
  );
  expect(problemLines(read)).toEqual(['invoices 6 disputeReason cell/formula-error']);
  expect([...read.register.invoices.disputes]).toEqual([
    [1, { from: 1, closedOn: null, amount: null, reason: '' }],
    [2, { from: 1, closedOn: 10, amount: 4000, reason: 'broken' }],
    [4, { from: 1, closedOn: null, amount: 0, reason: '' }],
  ]);
});

test('the add-on’s computed columns are not read', () =>
  expect(problemLines(invoicesRead({ paid: '#REF!', openBalance: 'x', daysOverdue: true }))).toEqual([]));
