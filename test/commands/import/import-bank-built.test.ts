/** The built command writes a bank's file into a Google spreadsheet served on this machine. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import { temporaryFolder } from '../../delivery/temporary-folder.ts';
import { startSheetsServer } from '../../workspace/sheets-server.ts';
import { buildOnce, encaisse } from '../built-command.ts';
import { ID, register, rowsOf, STATEMENT } from './sheet-register.ts';

beforeAll(buildOnce, 60_000);

test('once, however often it is asked', async () => {
  const book = register();
  const server = await startSheetsServer([book]);
  onTestFinished(() => server.close());
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'releve.csv'), STATEMENT);
  const start = { folder, variables: { ENCAISSE_SHEETS_ROOT_URL: server.url } };
  const args = ['import-bank', 'releve.csv', '--register', ID, '--as-of', '2026-11-20'];
  const first = await encaisse(args, start);
  expect(first).toMatchObject({ code: 0, err: '' });
  expect(first.out).toMatch(/^1 mouvement imputé, 2 à décider, 1 hors clients/);
  expect(await encaisse(args, start)).toMatchObject({ code: 0, err: '' });
  expect([rowsOf(book, 'payments').length, rowsOf(book, 'bank').length]).toEqual([2, 4]);
});
