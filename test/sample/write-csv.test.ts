import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { SampleRow, TableRow } from '../../batch/sample/rows.ts';
import { writeCsvFolder } from '../../batch/sample/write-csv.ts';
import { TABLE_KEYS } from '../../shared/register/tables.ts';
import { temporaryFolder } from '../delivery/temporary-folder.ts';

function setting(key: string, value: string): TableRow {
  return { table: 'settings', row: { key, value } };
}

for (const [cell, written] of [
  ['plain', 'plain'],
  ['', ''],
  ['1;2', '1;2'],
  ['1, rue Haute', '"1, rue Haute"'],
  ['l’« or »', 'l’« or »'],
  ['say "yes"', '"say ""yes"""'],
  ['two\nlines', '"two\nlines"'],
  ['a\rb', '"a\rb"'],
] as const) {
  test(`${JSON.stringify(cell)} is written ${JSON.stringify(written)}`, () => {
    const folder = temporaryFolder();
    writeCsvFolder([setting('companyName', cell)], folder);
    expect(readFileSync(join(folder, 'settings.csv'), 'utf8')).toBe(`key,value\ncompanyName,${written}\n`);
  });
}

test('every table has a file, an empty one its header alone; rows are counted', () => {
  const folder = join(temporaryFolder(), 'new', 'folder');
  const counts = writeCsvFolder([setting('a', '1'), setting('b', '2')], folder);
  expect(counts).toMatchObject({ settings: 2, invoices: 0 });
  expect(readdirSync(folder).sort()).toEqual(TABLE_KEYS.map((key) => `${key}.csv`).sort());
  expect(readFileSync(join(folder, 'rates.csv'), 'utf8')).toBe('series,from,percent,source,toCheck\n');
});

test('cells stand in the header’s order, whatever the order of the row’s keys', () => {
  const folder = temporaryFolder();
  const row: SampleRow<'rates'> = {
    toCheck: '',
    percent: '2.15',
    source: 'ECB',
    from: '2026-01-01',
    series: 'ECB-MRO',
  };
  writeCsvFolder([{ table: 'rates', row }], folder);
  expect(readFileSync(join(folder, 'rates.csv'), 'utf8')).toContain('ECB-MRO,2026-01-01,2.15,ECB,\n');
});

test('more than a buffer of rows arrives whole', () => {
  const folder = temporaryFolder();
  function* many(): Generator<TableRow> {
    for (let i = 0; i < 40_000; i++) yield setting(`clé ${i}`, 'é'.repeat(10));
  }
  writeCsvFolder(many(), folder);
  const lines = readFileSync(join(folder, 'settings.csv'), 'utf8').split('\n');
  expect(lines).toHaveLength(40_002);
  expect(lines[40_000]).toBe(`clé 39999,${'é'.repeat(10)}`);
});

test('where the rows fail, the folder stays as it was', () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'settings.csv'), 'before');
  function* failing(): Generator<TableRow> {
    yield setting('a', '1');
    throw new Error('no more rows');
  }
  expect(() => writeCsvFolder(failing(), folder)).toThrow('no more rows');
  expect(readdirSync(folder)).toEqual(['settings.csv']);
  expect(readFileSync(join(folder, 'settings.csv'), 'utf8')).toBe('before');
  expect(existsSync(join(folder, 'settings.csv.part'))).toBe(false);
});
