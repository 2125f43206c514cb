/** The same seed gives the same bytes, on every machine and in every release. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { generateRegister } from '../../batch/sample/generate.ts';
import { benchSample, demoSample, type SampleOptions } from '../../batch/sample/options.ts';
import { writeCsvFolder } from '../../batch/sample/write-csv.ts';
import { TABLE_KEYS } from '../../shared/register/tables.ts';
import { temporaryFolder } from '../delivery/temporary-folder.ts';
import { expectGolden } from '../golden-file.ts';

function written(options: SampleOptions): ReadonlyMap<string, string> {
  const folder = temporaryFolder();
  writeCsvFolder(generateRegister(options), folder);
  return new Map(readdirSync(folder).map((file) => [file, readFileSync(join(folder, file), 'utf8')]));
}

function hashes(name: string, options: SampleOptions): string {
  const lines = [...written(options)].map(
    ([file, text]) => `${createHash('sha256').update(text).digest('hex')}  ${name}/${file}\n`,
  );
  return lines.join('');
}

test('demonstration and benchmark have the bytes they always had', () => {
  const demo = hashes('demo', demoSample('2026-11-20'));
  expect(hashes('demo', demoSample('2026-11-20'))).toBe(demo);
  const mistaken = { ...demoSample('2026-11-20'), withMistakes: true };
  const bench = hashes('bench', benchSample(2_000, '2026-11-20'));
  expectGolden('sample/hashes.txt', demo + hashes('mistakes', mistaken) + bench);
});

test('the first rows of every table look as they should', () => {
  const files = written({ ...demoSample('2026-11-20'), clients: 20, months: 6, invoices: 60 });
  const excerpt = TABLE_KEYS.map((table) => {
    const text = files.get(`${table}.csv`) ?? '';
    return `== ${table}.csv\n${text.split('\n').slice(0, 12).join('\n')}\n`;
  });
  expectGolden('sample/excerpt.txt', excerpt.join('\n'));
});

test('another seed gives another register', () => {
  const options = benchSample(100, '2026-11-20');
  expect(hashes('bench', { ...options, seed: 2 })).not.toBe(hashes('bench', options));
});
