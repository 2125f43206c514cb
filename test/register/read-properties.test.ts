import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseCivilDate, serialOfDay } from '../../shared/base/civil-date.ts';
import type { Cell } from '../../shared/base/problem.ts';
import type { ReadRegister } from '../../shared/register/read.ts';
import { TABLE_KEYS } from '../../shared/register/tables.ts';
import { readFiles } from '../sources/csv-fixture.ts';
import {
  invoiceLines,
  paymentLines,
  planLines,
  type Row,
  readTables,
  type Tables,
  tableOf,
} from './read-fixture.ts';

const client = fc.constantFrom('C1', 'C2', 'C3', 'C9', '', '#REF!');
const day = fc.constantFrom(
  '2026-01-15',
  '2026-01-31',
  '2026-02-10',
  '2026-02-28',
  '2026-03-31',
  '2026-02-30',
  'x',
);
const maybeDay = fc.option(day, { nil: '' });
const amount = fc.oneof(
  fc.constantFrom(0, 10, 20, 30, 50, 100, 12.34, -10, -20, 1.0051),
  fc.constantFrom('', 'x', '12,50 €'),
);
const currency = fc.constantFrom('', '', '', 'EUR', 'USD', 'JPY', '$');
const document = fc.constantFrom('', 'D0', 'D1', 'D2', 'D3', 'D4', 'D5', 'D9');

const invoice = fc.record({
  type: fc.constantFrom('', '', 'avoir', 'invoice', 'x'),
  client,
  issueDate: day,
  dueDate: maybeDay,
  currency,
  total: amount,
  corrects: fc.oneof({ weight: 3, arbitrary: fc.constant('') }, document),
  disputedOn: maybeDay,
  disputedAmount: fc.constantFrom('', 5, -5),
});
const payment = fc.record({
  date: day,
  client,
  invoice: document,
  amount,
  currency,
  method: fc.constantFrom('', 'carte', 'avoir', 'avoir', 'abandon', 'x'),
  reference: document,
  appliedOn: maybeDay,
});
const instalment = fc.record({ invoice: document, dueDate: day, amount, agreedOn: maybeDay });

type Cells = Readonly<Record<string, Cell>>;

function table(rows: readonly Cells[], key?: string, prefix = ''): readonly Row[] {
  return tableOf(key === undefined ? [] : [key], {}, rows, (index) =>
    key === undefined ? {} : { [key]: `${prefix}${index}` },
  );
}

/** Registers of a few rows that name each other, good and bad; numbers and ids are never doubled. */
const registers: fc.Arbitrary<Tables> = fc
  .record({
    invoices: fc.array(invoice, { minLength: 1, maxLength: 7 }),
    payments: fc.array(payment, { minLength: 1, maxLength: 8 }),
    instalments: fc.array(instalment, { minLength: 1, maxLength: 6 }),
  })
  .map(({ invoices, payments, instalments }) => ({
    clients: [
      ['code', 'name', 'paymentTerms'],
      ['C1', 'Anne', ''],
      ['C2', 'Bo', '45 jours'],
      ['C3', '', 'x'],
    ],
    invoices: table(invoices, 'number', 'D'),
    payments: table(payments, 'id', 'P'),
    instalments: table(instalments),
  }));

/** All that was read but the rows it stood in, in an order of its own. */
function meaning(read: ReadRegister): unknown {
  const { invoices: documents, clients } = read.register;
  return {
    clients: clients.map(({ row: _, ...rest }) => rest).sort((a, b) => (a.code < b.code ? -1 : 1)),
    invoices: [...invoiceLines(read)].sort(),
    disputes: [...documents.disputes].map(([index, dispute]) => [documents.numberAt(index), dispute]).sort(),
    payments: [...paymentLines(read)].sort(),
    plans: [...planLines(read)].sort(),
    counts: read.register.rowCounts,
    problems: read.problems.map(({ row: _, detail, ...rest }) => JSON.stringify([rest, detail])).sort(),
  };
}

test('the order of the rows changes nothing that is read', () => {
  fc.assert(
    fc.property(
      registers.chain((tables) =>
        fc.tuple(
          fc.constant(tables),
          fc.record({
            clients: shuffled(tables.clients),
            invoices: shuffled(tables.invoices),
            payments: shuffled(tables.payments),
            instalments: shuffled(tables.instalments),
          }),
        ),
      ),
      ([tables, others]) => {
        expect(meaning(readTables(others))).toEqual(meaning(readTables(tables)));
      },
    ),
    { numRuns: 1000 },
  );
});

function shuffled([header, ...rows]: readonly Row[] = []): fc.Arbitrary<readonly Row[]> {
  return fc.shuffledSubarray([...rows], { minLength: rows.length }).map((all) => [header, ...all]);
}

test('no row is lost in silence: each is read, or a problem names it', () => {
  fc.assert(
    fc.property(registers, (tables) => {
      const { register, problems } = readTables(tables);
      for (const key of ['invoices', 'payments'] as const) {
        const read = new Set(register[key].row);
        const named = new Set(problems.filter((problem) => problem.table === key).map(({ row }) => row));
        const lost = (tables[key] ?? [])
          .slice(1)
          .filter((_, index) => !read.has(index + 2) && !named.has(index + 2));
        expect(lost).toEqual([]);
      }
    }),
    { numRuns: 1000 },
  );
});

/** A sheet's own cells: days are serial numbers, amounts are numbers. */
function asInSheet(cell: Cell): Cell {
  const parsed = typeof cell === 'string' ? parseCivilDate(cell) : null;
  return parsed?.ok === true ? serialOfDay(parsed.value) : cell;
}

function csvText(rows: readonly Row[]): string {
  return rows.map((row) => `${row.map((cell) => (cell === null ? '' : `"${cell}"`)).join(';')}\r\n`).join('');
}

test('a folder of CSV files and a sheet of the same cells are the same register', async () => {
  await fc.assert(
    fc.asyncProperty(registers, async (tables) => {
      const present = TABLE_KEYS.flatMap((key) => {
        const rows = tables[key];
        return rows === undefined ? [] : [[key, rows] as const];
      });
      const fromSheet = readTables(
        Object.fromEntries(present.map(([key, rows]) => [key, rows.map((row) => row.map(asInSheet))])),
      );
      const fromFiles = await readFiles(
        Object.fromEntries(present.map(([key, rows]) => [key, csvText(rows)])),
      );
      const found = (read: ReadRegister) => ({
        ...read.register,
        invoices: invoiceLines(read),
        rows: [[...read.register.invoices.row], [...read.register.payments.row]],
        disputes: read.register.invoices.disputes,
        payments: paymentLines(read),
        problems: read.problems.map(({ found: _, ...rest }) => rest),
      });
      expect(found(fromFiles)).toEqual(found(fromSheet));
    }),
    { numRuns: 300 },
  );
});
