/** The registers under `test/registers` provoke each problem once; what they say is our list of messages, and is read like code. */
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { PROBLEM_CODES, type Problem } from '../../shared/base/problem.ts';
import { problemText } from '../../shared/base/problem-words.ts';
import { LANGUAGES, type Language } from '../../shared/base/words.ts';
import { TABLE_KEYS, TABLES } from '../../shared/register/tables.ts';
import { expectGolden } from '../golden-file.ts';
import { readFolder } from '../sources/csv-fixture.ts';
import { invoiceLines, paymentLines } from './read-fixture.ts';

const REGISTERS = join(import.meta.dirname, '..', 'registers');
const NAMES = ['every-problem', 'windows-1252', 'cut-short'];

const readByName = (name: string) => readFolder(join(REGISTERS, name));

function text(problem: Problem, language: Language): string {
  const table = TABLES[TABLE_KEYS.find((key) => key === problem.table) ?? 'settings'];
  const column = table.columns.find(({ key }) => key === problem.column);
  return problemText(problem, language, {
    table: table.title[language],
    header: column?.header[language] ?? problem.header,
  });
}

test('every problem is met once', async () => {
  const reads = await Promise.all(NAMES.map(readByName));
  const codes = reads.flatMap(({ problems }) => problems.map(({ code }) => code));
  const read = PROBLEM_CODES.filter((code) => code !== 'amount/over-total'); // of another tool's file
  expect(codes.sort()).toEqual([...read].sort());
});

test('what they say', async () => {
  const parts = await Promise.all(
    NAMES.map(async (name) => {
      const { problems } = await readByName(name);
      const lines = problems.map((problem) =>
        LANGUAGES.map((language) => `${text(problem, language)}\n`).join(''),
      );
      return `== ${name}\n\n${lines.join('\n')}`;
    }),
  );
  expectGolden('register/every-problem.txt', parts.join('\n'));
});

test('what can be read beside them is read', async () => {
  const read = await readByName('every-problem');
  expect(read.register.clients.map(({ code }) => code)).toEqual(['C1', 'C2', 'C3', 'C4', 'C5', 'C6', 'C7']);
  expect(invoiceLines(read)).toEqual([
    'F2026-00001 C1 2026-01-15 due 2026-02-14 100.00 EUR',
    'note A2026-00001 C1 2026-01-20 due 2026-02-19 30.00 EUR',
  ]);
  expect(paymentLines(read)).toEqual(['2026-02-01 C1 F2026-00001 10.00 EUR transfer']);
  expect(read.register.rowCounts).toEqual({
    settings: 2,
    clients: 11,
    invoices: 14,
    lines: 1,
    payments: 9,
    instalments: 3,
    journal: 1,
    calendars: 5,
    rates: 1,
  });
  expect([read.register.plans.length, read.register.journal.length, read.register.calendars.length]).toEqual([
    0, 1, 4,
  ]);
});

test('Windows-1252 is read as such', async () => {
  const { register } = await readByName('windows-1252');
  expect(register.clients.map(({ name }) => name)).toEqual(['Anne', 'Zoé Noël – Béziers']);
});
