/** What a run saw is kept outside the register: whoever cuts or rewrites it afterwards is told at the next run. */
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../delivery/temporary-folder.ts';
import type { Cells, Records } from '../../insight/audit/read-audit.ts';
import { sealsOf } from '../../insight/audit/seal-records.ts';
import { writeFolder } from '../../sources/csv-fixture.ts';
import { filesBelow, NOW, report } from '../runs.ts';

const number = (k: number): string => `F${k}`;
const INVOICES = Array.from({ length: 5 }, (_, k) => ({
  number: number(k + 1),
  client: 'C1',
  issueDate: `2026-10-0${k + 1}`,
  dueDate: `2026-11-0${k + 1}`,
  currency: 'EUR',
  net: '100.00',
  vat: '20.00',
  total: '120.00',
}));
const BOOKS: Records = { clients: [{ code: 'C1', name: 'Anne' }], invoices: INVOICES };

function csvOf(rows: readonly Cells[]): string {
  const columns = Object.keys(rows[0]);
  const cell = (value: unknown): string => `"${String(value ?? '').replaceAll('"', '""')}"`;
  return [columns.join(','), ...rows.map((row) => columns.map((key) => cell(row[key])).join(','))].join('\n');
}

function desk() {
  const seals = sealsOf(BOOKS).map((row) => ({ ...row }));
  const clients = csvOf([{ code: 'C1', name: 'Anne' }]);
  const register = writeFolder({ clients, invoices: csvOf(INVOICES), seals: csvOf(seals) });
  const folder = temporaryFolder();
  const put = (name: string, rows: readonly Cells[]): void =>
    writeFileSync(join(register, name), csvOf(rows));
  const run = async (week: number, more: readonly string[] = []) => {
    const clock = () => new Date(NOW.getTime() + week * 7 * 86_400_000);
    const args = ['--register', register, '--email', '--to', 'a@example.com', '--json', '-', ...more];
    const { out } = await report(args, { folder, clock });
    const { audit, seals: head }: { audit: Record<string, unknown>[]; seals: unknown } = JSON.parse(out);
    const told = audit.filter(({ test: key }) => key === 'seal-chain' || key === 'history-changed');
    return {
      head,
      told: told.map(({ row, severity, table, test: key }) => `${severity} ${key} ${table}:${row}`),
    };
  };
  return { folder, put, register, run, seals };
}

test('a register that only grows is told nothing', async () => {
  const { put, run, seals } = desk();
  put('seals.csv', seals.slice(0, 4));
  put('invoices.csv', INVOICES.slice(0, 4));
  expect((await run(0)).told).toEqual([]);
  put('seals.csv', seals);
  put(
    'invoices.csv',
    INVOICES.map((row, k) => (k === 4 ? { ...row, issueDate: '2026-11-24', dueDate: '2026-12-24' } : row)),
  );
  const { head, told } = await run(1);
  expect(told).toEqual([]);
  expect(head).toEqual({ documents: 5, seq: 5, hash: seals[4].hash });
});

test('the last seal and its invoice deleted: at the next run, and at every run after', async () => {
  const { put, run, seals } = desk();
  expect((await run(0)).told).toEqual([]);
  put('seals.csv', seals.slice(0, 4));
  put('invoices.csv', INVOICES.slice(0, 4));
  const gone = ['error seal-chain seals:6', 'warning history-changed invoices:1'];
  expect((await run(1)).told).toEqual(gone);
  expect((await run(2)).told).toEqual(gone);
});

test('the whole chain made anew, with its own hashes', async () => {
  const { put, run } = desk();
  await run(0);
  const anew = {
    ...BOOKS,
    invoices: INVOICES.map((row, k) => (k === 0 ? { ...row, dueDate: '2027-01-01' } : row)),
  };
  put('invoices.csv', anew.invoices);
  put(
    'seals.csv',
    sealsOf(anew).map((row) => ({ ...row })),
  );
  expect((await run(1)).told).toEqual(['error seal-chain seals:6']);
});

test('all seals taken away', async () => {
  const { register, run } = desk();
  await run(0);
  rmSync(join(register, 'seals.csv'));
  expect((await run(1)).told).toEqual(['error seal-chain seals:2']);
});

test('a dry run keeps nothing; a file asked for is the only one written', async () => {
  const { folder, register, run } = desk();
  await run(0, ['--dry-run']);
  expect(filesBelow(folder)).toEqual([]);
  await report(['--register', register, '--as-of', '2026-11-20', '--json', 'r.json'], { folder });
  expect(filesBelow(folder)).toEqual(['r.json']);
});
