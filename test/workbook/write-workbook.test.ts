import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { writeWorkbook } from '../../batch/workbook/write-workbook.ts';
import { readBook } from './read-xlsx.ts';
import { reportOf } from './report-of.ts';

const folder = mkdtempSync(join(tmpdir(), 'encaisse-workbook-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('a workbook is written, and nothing else is left in its folder', async () => {
  const path = join(folder, 'report.xlsx');
  await writeWorkbook(reportOf({ items: 10 }), path);
  expect(readBook(readFileSync(path)).sheets).toHaveLength(16);
  expect(readdirSync(folder)).toEqual(['report.xlsx']);
});

test('a failure while the rows are written leaves the old file and no other', async () => {
  const path = join(folder, 'report.xlsx');
  writeFileSync(path, 'the week before');
  const report = reportOf({ items: 10 });
  const [euro] = report.currencies;
  const items = [...euro.items.slice(1), { ...euro.items[0], total: Number.NaN }];
  const broken = { ...report, currencies: [{ ...euro, items }] };
  await expect(writeWorkbook(broken, path)).rejects.toThrow('NaN is no number a workbook can hold');
  expect(readFileSync(path, 'utf8')).toBe('the week before');
  expect(readdirSync(folder)).toEqual(['report.xlsx']);
});

test('a folder that is not there is the caller’s error, with its path', async () => {
  const path = join(folder, 'nowhere', 'report.xlsx');
  await expect(writeWorkbook(reportOf({ items: 1 }), path)).rejects.toThrow(/ENOENT.*nowhere/);
});
