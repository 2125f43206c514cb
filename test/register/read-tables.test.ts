import { expect, test } from 'vitest';
import type { Cell } from '../../shared/base/problem.ts';
import { startReading } from '../../shared/register/read.ts';
import { TABLE_KEYS, TABLES, type TableKey } from '../../shared/register/tables.ts';
import {
  CLIENTS,
  invoiceLines,
  invoices,
  payments,
  problemLines,
  type Row,
  readTables,
  sheetBlock,
} from './read-fixture.ts';

const ONE = ['F1 C1 2026-01-31 due 2026-03-02 100.00 EUR'];

for (const [name, header] of [
  ['keys', ['number', 'client', 'issueDate', 'total']],
  ['French headers', ['Numéro', 'Client', 'Date de facture', 'Montant TTC']],
  ['English headers', ['Number', 'Client', 'Issue date', 'Total']],
  ['any mixture, case, accents and spaces', [' NUMERO ', 'client', 'date  de FACTURE', 'TOTAL']],
] as const) {
  test(`headers may be ${name}`, () => {
    const read = readTables({ clients: CLIENTS, invoices: [header, ['F1', 'C1', '2026-01-31', 100]] });
    expect([problemLines(read), invoiceLines(read)]).toEqual([[], ONE]);
  });
}

test('columns may stand in any order, between columns of the keeper’s own', () => {
  const read = readTables({
    clients: CLIENTS,
    invoices: [
      ['', 'Total', 'My notes', 'Client', 'Numéro', 'Paid by', 'issueDate'],
      ['x', 100, '#REF!', 'C1', 'F1', true, '2026-01-31'],
    ],
  });
  expect([problemLines(read), invoiceLines(read)]).toEqual([[], ONE]);
});

test('of a column that stands twice the first is read, and the other is a problem that names its letter', () => {
  const read = readTables({
    clients: CLIENTS,
    invoices: [
      ['number', 'client', 'issueDate', 'total', 'Montant TTC'],
      ['F1', 'C1', '2026-01-31', 100, 900],
    ],
  });
  expect(invoiceLines(read)).toEqual(ONE);
  expect(read.problems).toEqual([
    {
      code: 'column/duplicate',
      table: 'invoices',
      row: 1,
      column: 'total',
      header: 'total',
      found: 'Montant TTC',
      detail: 'E',
    },
  ]);
});

for (const table of TABLE_KEYS) {
  const required = TABLES[table].columns.filter((column) => column.required);
  for (const gone of required) {
    test(`${table} without its column ${gone.key} is counted and not read`, () => {
      const keys = TABLES[table].columns.filter((column) => column !== gone).map(({ key }) => key);
      const read = readTables({ [table]: [keys, keys, keys] });
      expect(read.problems).toEqual([
        {
          code: 'column/missing',
          table,
          row: 1,
          column: gone.key,
          header: gone.key,
          found: null,
          detail: `${gone.header.fr} / ${gone.header.en} / ${gone.key}`,
        },
      ]);
      expect(read.register.rowCounts[table]).toBe(2);
    });
  }
}

test('a renamed required column is missing', () => {
  const read = readTables({
    clients: [
      ['code', 'Customer name'],
      ['C1', 'Anne'],
    ],
  });
  expect(problemLines(read)).toEqual(['clients 1 name column/missing']);
});

test('an empty header row misses every required column', () =>
  expect(problemLines(readTables({ clients: [[]] }))).toEqual([
    'clients 1 code column/missing',
    'clients 1 name column/missing',
  ]));

test('no table at all: an empty register in euros, Paris, French, 30 days', () => {
  const { register, problems } = readTables({});
  expect(problems).toEqual([]);
  expect(register.settings).toMatchObject({
    language: 'fr',
    locale: '',
    currency: 'EUR',
    timeZone: 'Europe/Paris',
    paymentTerms: [{ step: 'days', count: 30 }],
    reportRecipients: [],
    agedBy: 'dueDate',
  });
  expect([register.clients, register.plans, register.journal, register.calendars, register.rates]).toEqual([
    [],
    [],
    [],
    [],
    [],
  ]);
  expect([register.invoices.count, register.payments.count, register.currencies]).toEqual([0, 0, ['EUR']]);
});

test('only headers', () => {
  const headers = TABLE_KEYS.map((key): [TableKey, Row[]] => [
    key,
    [TABLES[key].columns.map((column) => column.header.fr)],
  ]);
  const { register, problems } = readTables(Object.fromEntries(headers));
  expect(problems).toEqual([]);
  expect(Object.values(register.rowCounts)).toEqual(TABLE_KEYS.map(() => 0));
});

test('blank rows are not counted, and the rows after them keep their number', () => {
  const read = readTables({
    clients: [['code', 'name'], [], ['C1', 'Anne'], [null, ''], ['', ' '], ['\u00a0', '\t\n'], ['C1', 'Bo']],
  });
  expect(problemLines(read)).toEqual(['clients 7 code client/duplicate']);
  expect(read.register.clients.map(({ row, code }) => [row, code])).toEqual([[3, 'C1']]);
  expect(read.register.rowCounts.clients).toBe(2);
});

test('a million blank rows, in blocks as they come', () => {
  const reader = startReading();
  reader.header('clients', ['code', 'name']);
  for (let at = 0; at < 100; at++)
    reader.rows(
      sheetBlock(
        Array.from({ length: 10_000 }, () => []),
        2 + at * 10_000,
        2,
      ),
    );
  reader.rows(sheetBlock([['C1', 'Anne']], 1_000_002));
  const { register, problems } = reader.finish();
  expect(problems).toEqual([]);
  expect(register.clients.map(({ row, code }) => [row, code])).toEqual([[1_000_002, 'C1']]);
  expect(register.rowCounts.clients).toBe(1);
});

test('all rows are counted, good or bad', () => {
  const read = readTables({
    clients: [...CLIENTS, ['C1', 'Twin'], ['', 'Nobody']],
    invoices: invoices({}, { client: 'C9' }),
    payments: payments({ client: 'C1' }, {}),
    lines: [
      ['invoice', 'description', 'quantity', 'unitPrice', 'vatRate'],
      ['F1', 'x', 'many', 1, 20],
    ],
  });
  expect(read.register.rowCounts).toEqual({
    settings: 0,
    clients: 4,
    invoices: 2,
    lines: 1,
    payments: 2,
    instalments: 0,
    journal: 0,
    calendars: 0,
    rates: 0,
  });
});

test('blocks of a table go on where the last one ended', () => {
  const reader = startReading();
  reader.header('clients', ['code', 'name']);
  reader.rows(sheetBlock([['C1', 'Anne']], 2));
  reader.rows(
    sheetBlock(
      [
        ['C1', 'Bo'],
        ['C2', 'Cy'],
      ],
      3,
    ),
  );
  const { register, problems } = reader.finish();
  expect(register.clients.map(({ row, name }) => [row, name])).toEqual([
    [2, 'Anne'],
    [4, 'Cy'],
  ]);
  expect(problems).toMatchObject([{ row: 3, detail: '2' }]);
});

test('more rows than the columns had room for', () => {
  const rows = Array.from({ length: 5000 }, (_, at) => ({ number: `F${at}`, total: at }));
  const read = readTables({
    clients: CLIENTS,
    invoices: invoices(...rows),
    payments: payments(...rows.map(({ number }) => ({ invoice: number, amount: 1 }))),
  });
  expect(problemLines(read)).toEqual([]);
  expect(read.register.invoices.count).toBe(5000);
  expect([...read.register.invoices.total]).toEqual(rows.map(({ total }) => total * 100));
  expect([...read.register.payments.invoice]).toEqual(rows.map((_, at) => at));
});

test('what a source sees wrong is noted with its table', () => {
  const reader = startReading();
  reader.header('clients', ['code', 'name']);
  reader.flaw({ code: 'file/encoding', row: 7 });
  reader.flaw({ code: 'file/truncated', row: 9 });
  reader.flaw({ code: 'table/duplicate', row: 1, found: 'Clients (2)' });
  const note = { table: 'clients', column: '', header: '' };
  expect(reader.finish().problems).toEqual([
    { ...note, code: 'file/encoding', row: 7, found: null },
    { ...note, code: 'file/truncated', row: 9, found: null },
    { ...note, code: 'table/duplicate', row: 1, found: 'Clients (2)' },
  ]);
});

test('tables out of order, or rows without a table, are bugs of a source', () => {
  const reader = startReading();
  expect(() => reader.rows(sheetBlock([]))).toThrow('opens a table before');
  expect(() => reader.flaw({ code: 'file/encoding', row: 1 })).toThrow('opens a table before');
  reader.header('invoices', []);
  expect(() => reader.header('clients', [])).toThrow('clients comes after invoices');
  expect(() => reader.header('invoices', [])).toThrow('invoices comes after invoices');
});

const HOSTILE: readonly Cell[] = [
  '=1+1',
  '+33 1',
  '-',
  '@SUM(A1)',
  'عميل',
  'שלום',
  '😀👩‍👩‍👧',
  '漢字',
  "O'Neil; DROP",
  '\u202etxt',
  'x'.repeat(50_000),
];
for (const text of HOSTILE) {
  test(`a code and a name may be ${String(text).slice(0, 20)}`, () => {
    const read = readTables({
      clients: [
        ['code', 'name'],
        [text, text],
      ],
      invoices: invoices({ client: text, number: text }),
      payments: payments({ invoice: text }),
    });
    expect(problemLines(read)).toEqual([]);
    expect(read.register.clients[0]).toMatchObject({ code: text, name: text });
    expect(read.register.invoices.numberAt(0)).toBe(text);
    expect([...read.register.payments.invoice]).toEqual([0]);
  });
}

test('codes are the same whatever the spaces around them, the accents’ form, or number and text', () => {
  const read = readTables({
    clients: [
      ['code', 'name'],
      ['É1', 'Zoé'],
      [1001, 'Un'],
      ['007', 'Sept'],
    ],
    invoices: invoices({ client: ' E\u03011 ' }, { client: '1001' }, { client: 7 }, { client: '007' }),
  });
  expect(problemLines(read)).toEqual(['invoices 4 client client/unknown']);
});
