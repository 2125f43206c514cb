/** Columns of unknown CSVs: named for one file, kept in the register, known the next time, whichever door they came through. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { keptProfiles, profileRow } from '../../../shared/exchange/bank/kept-profiles.ts';
import { SOURCE_TABLES } from '../../../shared/register/source-tables.ts';
import { temporaryFolder } from '../../delivery/temporary-folder.ts';
import { addTab } from '../../workspace/spreadsheet.ts';
import { emptySpreadsheet, openWorkspace } from '../../workspace/workspace.ts';
import { type Ran, runCommand } from '../runs.ts';
import { register, served, tabOf } from './sheet-register.ts';

const HEAD = 'Jour;Quoi;Combien\n';
const OCTOBER = `${HEAD}05/11/2026;VIR OLLIER F2026-00012;120,00\n`;
const NOVEMBER = `${HEAD}06/11/2026;VIR BELLON F2026-00013;75,00\n`;
const PROFILE = { name: 'Ma banque', date: 'Jour', label: ['Quoi'], amount: 'Combien' };
const TEXTS = {
  ...PROFILE,
  headers: 'Jour | Quoi | Combien',
  label: 'Quoi',
  direction: '',
  debit: '',
  credit: '',
};
const ROW = { ...TEXTS, balance: '', value: '', reference: '', dayOrder: 'dmy' } as const;

function inFolder(files: Readonly<Record<string, string>>): (...args: readonly string[]) => Promise<Ran> {
  const folder = temporaryFolder();
  const all = {
    'settings.csv': 'key,value\ncompanyName,Maison Ollier\nlocale,fr_FR\n',
    'clients.csv': 'code,name\nC1,Épicerie Ollier\n',
    'invoices.csv': 'number,client,issueDate,dueDate,total\nF2026-00012,C1,2026-10-01,2026-10-31,120.00\n',
    'octobre.csv': OCTOBER,
    'novembre.csv': NOVEMBER,
    'profil.json': JSON.stringify(PROFILE),
    ...files,
  };
  for (const [name, text] of Object.entries(all)) writeFileSync(join(folder, name), text);
  return (...args) =>
    runCommand('import-bank', ['--register', '.', '--as-of', '2026-11-20', ...args], { folder });
}

const plainly = (text = ''): string => text.replaceAll(/[\u202f\u00a0]/g, ' ');

describe('a profile', () => {
  test('that has a name is kept in a folder, and reads the next file', async () => {
    const run = inFolder({});
    expect((await run('octobre.csv')).out).toContain('[bank/columns]');
    const named = await run('octobre.csv', '--profile', 'profil.json');
    expect(plainly(named.out)).toContain('Profil gardé dans le registre : Ma banque.');
    const next = await run('novembre.csv');
    expect(plainly(next.out)).toContain('Lu avec le profil « Ma banque ».');
    expect(next.code).toBe(0);
  });

  test('without a name, or of a dry run, is not kept', async () => {
    const { name: _, ...nameless } = PROFILE;
    const run = inFolder({ 'sans-nom.json': JSON.stringify(nameless) });
    await run('octobre.csv', '--profile', 'sans-nom.json');
    await run('octobre.csv', '--profile', 'profil.json', '--dry-run');
    expect((await run('novembre.csv')).out).toContain('[bank/columns]');
  });

  test('named again for its header takes the place of the other; one may be asked for by name', async () => {
    const run = inFolder({
      'autre.json': JSON.stringify({ ...PROFILE, name: 'Dupont', dayOrder: 'mdy' }),
      'decembre.csv': `Solde;${HEAD}1,00;06/11/2026;VIR;75,00\n`,
    });
    await run('octobre.csv', '--profile', 'profil.json');
    await run('octobre.csv', '--profile', 'autre.json');
    expect(plainly((await run('novembre.csv', '--dry-run')).out)).toMatch(/profil « Dupont »/);
    expect((await run('decembre.csv')).out).toContain('[bank/columns]');
    expect((await run('decembre.csv', '--profile', 'dupont')).out).toContain('2026-06-11');
  });

  test.each([
    ['nothing', 'rien.json', 'ENOENT'],
    ['another order', 'ordre.json', 'n’est pas un profil'],
  ])('of %s is refused, and the kept ones named', async (_, file, words) => {
    const run = inFolder({ 'ordre.json': JSON.stringify({ ...PROFILE, dayOrder: 'ymd' }) });
    const { code, talk } = await run('octobre.csv', '--profile', file);
    expect([code, plainly(talk[0])]).toEqual([2, expect.stringContaining(words)]);
  });
});

const columns = SOURCE_TABLES.bankProfiles.columns;
const header = columns.map(({ header: words }) => words.fr);
const BOOK = { 'octobre.csv': OCTOBER, 'novembre.csv': NOVEMBER, 'profil.json': JSON.stringify(PROFILE) };

test('a spreadsheet keeps it as the add-on does; one without the tab is refused before anything is written', async () => {
  const book = register();
  const { run, seen } = await served(book, undefined, BOOK);
  const refused = await run('octobre.csv', '--profile', 'profil.json');
  expect([refused.code, plainly(refused.talk[0])]).toEqual([3, expect.stringContaining('Profils bancaires')]);
  expect(seen.filter(({ call }) => call === 'batchUpdate')).toEqual([]);
  addTab(book, 'Profils bancaires', [header]);
  expect((await run('octobre.csv', '--profile', 'profil.json')).code).toBe(0);
  expect(tabOf(book, 'Profils bancaires').rows[1]).toEqual([
    ...['Ma banque', 'Jour | Quoi | Combien', 'Jour', 'Quoi', 'Combien', null, null, null, null, null, null],
    'jour/mois',
  ]);
  expect(plainly((await run('novembre.csv')).out)).toContain('Lu avec le profil « Ma banque »');
});

test('what the add-on keeps serves the command, what the command keeps is shown by the add-on', async () => {
  const workspace = openWorkspace({ clock: Date.UTC(2026, 10, 20, 8), spreadsheet: emptySpreadsheet() });
  workspace.runInProcess('ui_setUp', {});
  const asks = { statements: [], decisions: [], profiles: [ROW] };
  expect(workspace.runInProcess('ui_applyImport', asks)).toMatchObject({ ok: true });
  const { run } = await served({ ...workspace.book, id: register().id }, undefined, BOOK);
  const read = await run('novembre.csv', '--dry-run');
  expect(plainly(read.out)).toContain('Lu avec le profil « Ma banque »');
  await run('octobre.csv', '--profile', 'profil.json');
  expect(workspace.runInProcess('ui_planImport', { statements: [] })).toMatchObject({
    value: { profiles: keptProfiles([ROW]).map(({ name, headers }) => ({ name, headers })) },
  });
  expect(profileRow({ name: 'Ma banque', headers: ROW.headers, profile: { ...PROFILE } })).toEqual(ROW);
});
