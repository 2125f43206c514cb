import { expect, test } from 'vitest';
import type { Cell } from '../../shared/base/problem.ts';
import type { TableKey } from '../../shared/register/tables.ts';
import { CLIENTS, invoices, problemLines, type Row, readTables, tableOf } from './read-fixture.ts';

type Cells = Partial<Record<string, Cell>>;

const USUAL = {
  lines: { invoice: 'F1', description: 'Conseil', quantity: 2, unitPrice: 50, vatRate: 20 },
  journal: { at: '1970-01-02', client: 'C1', event: 'note' },
  calendars: { calendar: 'doux', level: 1, offsetDays: 3, channel: 'email' },
  rates: { series: 'ECB-MRO', from: '1970-01-02', percent: 2.15 },
} as const;

function tableRead(table: keyof typeof USUAL, ...rows: readonly Cells[]) {
  const tables: Partial<Record<TableKey, readonly Row[]>> = {
    clients: CLIENTS,
    invoices: invoices(
      {},
      { client: 'C2', currency: 'JPY' },
      { total: 'x' },
      { number: 'A1', type: 'avoir' },
    ),
    [table]: tableOf(Object.keys(USUAL[table]), USUAL[table], rows),
  };
  const read = readTables(tables);
  return { ...read, problems: read.problems.slice(1) }; // F3 is left out
}

for (const cells of [
  { at: '' },
  { at: '2026-02-30' },
  { client: '' },
  { client: 'C9' },
  { event: '' },
  { event: 'dance' },
  { event: '#REF!' },
  { invoice: 'F9' },
  { invoice: 'F3' },
  { invoice: 'F2' },
  { invoice: '#REF!' },
] as const) {
  test(`a journal row with ${JSON.stringify(cells)} is one problem and left out`, () => {
    const read = tableRead('journal', cells);
    expect(read.problems).toHaveLength(1);
    expect(read.problems[0]).toMatchObject({ table: 'journal', row: 2, column: Object.keys(cells)[0] });
    expect(read.register.journal).toEqual([]);
  });
}

test('a journal row without an invoice stands for all of the client’s', () => {
  const { register, problems } = tableRead('journal', {
    event: 'Relance',
    level: 2,
    channel: 'courriel',
    status: 'envoyé',
  });
  expect(problems).toEqual([]);
  expect(register.journal).toEqual([
    {
      row: 2,
      at: 1,
      client: 0,
      invoice: -1,
      event: 'reminder',
      level: 2,
      channel: 'email',
      recipient: '',
      status: 'sent',
      amount: null,
      promisedOn: null,
      newDeadline: null,
      key: '',
      user: '',
      interest: null,
      indemnity: null,
      tracking: '',
      detail: '',
    },
  ]);
});

for (const [cells, expected] of [
  [{ at: '2026-03-01T23:30:00Z' }, { at: 20_513 }],
  [{ at: 25_570.999 }, { at: 1 }],
  [{ invoice: 'F1' }, { invoice: 0 }],
  [
    { invoice: 'F2', client: 'C2', amount: 100 },
    { invoice: 1, amount: 100 },
  ],
  [{ amount: 100 }, { invoice: -1, amount: 10_000 }],
  [
    { interest: '14,15 €', indemnity: 40 },
    { interest: 1415, indemnity: 4000 },
  ],
  [{ event: 'reconnaissance de dette' }, { event: 'acknowledgement' }],
  [{ event: 'court action' }, { event: 'courtAction' }],
  [
    { invoice: 'A1', event: 'facture envoyée' },
    { invoice: 2, event: 'invoiceSent' },
  ],
  [
    { promisedOn: '1970-01-03', newDeadline: 25_571 },
    { promisedOn: 2, newDeadline: 2 },
  ],
] as const) {
  test(`a journal row with ${JSON.stringify(cells)}`, () => {
    const { register, problems } = tableRead('journal', cells);
    expect(problems).toEqual([]);
    expect(register.journal[0]).toMatchObject(expected);
  });
}

for (const [column, found, code] of [
  ['level', 'two', 'number/invalid'],
  ['channel', 'pigeon', 'choice/unknown'],
  ['status', 'perhaps', 'choice/unknown'],
  ['amount', 'x', 'amount/invalid'],
  ['promisedOn', 'soon', 'date/invalid'],
  ['newDeadline', '2026-02-30', 'date/invalid'],
  ['recipient', '#REF!', 'cell/formula-error'],
] as const) {
  test(`a journal’s ${column} ${found} leaves out its cell: ${code}`, () => {
    const read = tableRead('journal', { [column]: found });
    expect(problemLines(read)).toEqual([`journal 2 ${column} ${code}`]);
    expect(read.register.journal).toHaveLength(1);
  });
}

test('calendar steps', () => {
  const { register, problems } = tableRead(
    'calendars',
    { offsetDays: -5, template: 'avant' },
    {
      level: '2',
      offsetDays: '15',
      channel: 'lettre',
      minimumGapDays: 7,
      newDeadlineDays: 8,
      penalties: 'oui',
    },
  );
  expect(problems).toEqual([]);
  const none = { minimumGapDays: null, newDeadlineDays: null, penalties: false };
  expect(register.calendars).toEqual([
    { row: 2, calendar: 'doux', level: 1, offsetDays: -5, channel: 'email', template: 'avant', ...none },
    {
      row: 3,
      calendar: 'doux',
      level: 2,
      offsetDays: 15,
      channel: 'letter',
      template: '',
      minimumGapDays: 7,
      newDeadlineDays: 8,
      penalties: true,
    },
  ]);
});

for (const [table, cells, problem, keeps] of [
  ['calendars', { calendar: '' }, 'calendar required/missing', 0],
  ['calendars', { level: 'one' }, 'level number/invalid', 0],
  ['calendars', { offsetDays: 1.5 }, 'offsetDays number/invalid', 0],
  ['calendars', { channel: '' }, 'channel required/missing', 0],
  ['calendars', { channel: 'pigeon' }, 'channel choice/unknown', 0],
  ['calendars', { minimumGapDays: 'x' }, 'minimumGapDays number/invalid', 1],
  ['calendars', { newDeadlineDays: true }, 'newDeadlineDays number/invalid', 1],
  ['calendars', { minimumGapDays: -1 }, 'minimumGapDays number/invalid', 1],
  ['calendars', { newDeadlineDays: -8 }, 'newDeadlineDays number/invalid', 1],
  ['calendars', { offsetDays: 0, newDeadlineDays: 8 }, 'offsetDays calendar/before-due', 0],
  ['calendars', { offsetDays: -60, penalties: 'oui' }, 'offsetDays calendar/before-due', 0],
  ['calendars', { penalties: 'perhaps' }, 'penalties choice/unknown', 1],
  ['rates', { series: '' }, 'series required/missing', 0],
  ['rates', { from: '2026-02-30' }, 'from date/invalid', 0],
  ['rates', { percent: '' }, 'percent required/missing', 0],
  ['rates', { percent: 'two' }, 'percent number/invalid', 0],
] as const) {
  test(`${table} with ${JSON.stringify(cells)}: ${problem}`, () => {
    const read = tableRead(table, cells);
    expect(problemLines(read)).toEqual([`${table} 2 ${problem}`]);
    expect(read.register[table]).toHaveLength(keeps);
  });
}

test('of one calendar’s level, and of one series’ day, the first row stands, even if it was left out itself', () => {
  const steps = tableRead(
    'calendars',
    {},
    { offsetDays: 9 },
    { level: 2, channel: 'x' },
    { level: 2 },
    { calendar: 'dur' },
  );
  expect(problemLines(steps)).toEqual([
    'calendars 3 level row/duplicate',
    'calendars 4 channel choice/unknown',
    'calendars 5 level row/duplicate',
  ]);
  expect(steps.register.calendars.map(({ row }) => row)).toEqual([2, 6]);
  const rates = tableRead(
    'rates',
    {},
    { percent: 9 },
    { from: '1970-01-03', percent: 'x' },
    { from: '1970-01-03' },
    { series: 'B' },
  );
  expect(problemLines(rates)).toEqual([
    'rates 3 from row/duplicate',
    'rates 4 percent number/invalid',
    'rates 5 from row/duplicate',
  ]);
  expect(rates.register.rates.map(({ row }) => row)).toEqual([2, 6]);
});

test('rates, negative ones too', () => {
  const { register } = tableRead('rates', {}, { from: '1970-01-03', percent: '-0,5 %' });
  expect(register.rates).toEqual([
    { row: 2, series: 'ECB-MRO', from: 1, percent: 2.15, source: '', toCheck: false },
    { row: 3, series: 'ECB-MRO', from: 2, percent: -0.5, source: '', toCheck: false },
  ]);
});

test('a rate says where it comes from, and whether that is still to be checked', () => {
  const { register, problems } = tableRead(
    'rates',
    { source: 'BCE', toCheck: 'oui' },
    { from: '1970-01-03', toCheck: 'no' },
    { from: '1970-01-04', toCheck: 'perhaps' },
  );
  expect(register.rates.map(({ source, toCheck }) => [source, toCheck])).toEqual([
    ['BCE', true],
    ['', false],
    ['', false],
  ]);
  expect(problems.map(({ code, column, row }) => [code, column, row])).toEqual([
    ['choice/unknown', 'toCheck', 4],
  ]);
});

for (const [cells, problems] of [
  [{}, []],
  [{ invoice: 'draft-17' }, []],
  [{ invoice: '' }, ['invoice required/missing']],
  [{ invoice: 'F3' }, ['invoice invoice/unknown']],
  [{ description: '' }, ['description required/missing']],
  [{ quantity: 'many' }, ['quantity number/invalid']],
  [{ unitPrice: '' }, ['unitPrice required/missing']],
  [{ vatRate: '20 %' }, []],
  [{ vatRate: 'full' }, ['vatRate number/invalid']],
  [{ discountPercent: 'x' }, ['discountPercent number/invalid']],
  [{ position: 1.5 }, ['position number/invalid']],
  [{ net: 1.005 }, ['net amount/too-many-decimals']],
  [{ invoice: 'F2', net: '5 €' }, ['net amount/currency-mismatch']],
] as const) {
  test(`a line with ${JSON.stringify(cells)}: ${problems.join() || 'nothing to mend'}`, () =>
    expect(problemLines(tableRead('lines', cells))).toEqual(problems.map((problem) => `lines 2 ${problem}`)));
}

for (const [own, status] of [
  [{ statusOf: '', key: 'rem:F1:1', claim: 't/C1@9' }, 'sent'], // typed by a person
  [{ statusOf: 'rem:F1:1', key: 'rem:F1:1', claim: 't/C1@9' }, 'sent'],
  [{ statusOf: 't/C1@9', key: 'rem:F1:1', claim: 't/C1@9' }, 'sent'],
  [{ statusOf: 't/C1@8', key: 'rem:F1:1', claim: 't/C1@9' }, 'unknown'],
  [{ statusOf: 'rem:F2:1', key: 'rem:F1:1', claim: '' }, 'unknown'],
  [{ statusOf: 'rem:F2:1', key: '', claim: '' }, null], // a person's note was never a message
] as const) {
  test(`a status said to be of “${own.statusOf}” beside “${own.key}” and “${own.claim}” is ${status}`, () => {
    const { register, problems } = tableRead('journal', { ...own, status: 'envoyé' });
    expect(problems).toEqual([]);
    expect(register.journal.map((entry) => entry.status)).toEqual([status]);
  });
}
