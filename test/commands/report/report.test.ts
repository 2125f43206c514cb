/** What one run of the report answers, writes, says and ends with. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Language } from '../../../shared/base/words.ts';
import { temporaryFolder } from '../../delivery/temporary-folder.ts';
import { expectTypeset, typeset } from '../../french.ts';
import { expectGolden } from '../../golden-file.ts';
import { type Files, writeFolder } from '../../sources/csv-fixture.ts';
import { CLEAN, english, WITH_PROBLEM } from '../registers.ts';
import { filesBelow, type Ran, report } from '../runs.ts';

type Run = Ran & { readonly folder: string; readonly files: readonly string[] };

/** Runs beside the register, in a folder of its own. */
async function run(register: Files, args: readonly string[], language: Language = 'fr'): Promise<Run> {
  const folder = temporaryFolder();
  const ran = await report(['--register', writeFolder(register), ...args], { folder, language });
  return { ...ran, folder, files: filesBelow(folder) };
}

describe('nothing but the register', () => {
  test('the summary, in French', async () => {
    const { code, out, talk, files } = await run(CLEAN, []);
    expect({ code, talk, files }).toEqual({ code: 0, talk: [], files: [] });
    expectGolden('commands/summary.fr.txt', out);
    expectTypeset(out);
  });
  test('the summary, in English, whatever the terminal speaks', async () => {
    const { code, out } = await run(english(), [], 'fr');
    expect(code).toBe(0);
    expectGolden('commands/summary.en.txt', out);
  });
  test('a register with a problem ends with 1', async () => {
    const { code, out } = await run(WITH_PROBLEM, []);
    expect(code).toBe(1);
    expect(out).toMatch(/Un point du registre est à corriger\.\n$/);
  });
  for (const [settings, words] of [
    ['agedBy,never\n', 'One thing in the register is to be mended.'],
    ['agedBy,never\ncurrency,EURO\n', '2 things in the register are to be mended.'],
  ] as const) {
    test(words, async () => expect((await run(english(settings), [])).out).toContain(words));
  }
});

describe('files', () => {
  test('the workbook and the JSON, and nothing else', async () => {
    const { code, talk, folder, files } = await run(CLEAN, ['--xlsx', 'r.xlsx', '--json', 'r.json']);
    expect({ code, files }).toEqual({ code: 0, files: ['r.json', 'r.xlsx'] });
    expect(talk).toEqual([typeset('écrit : r.xlsx'), typeset('écrit : r.json')]);
    expect(JSON.parse(readFileSync(join(folder, 'r.json'), 'utf8'))).toMatchObject({ asOf: '2026-11-20' });
    expect(readFileSync(join(folder, 'r.xlsx')).subarray(0, 2).toString()).toBe('PK');
  });
  test('in English', async () => {
    const { talk } = await run(english(), ['--json', 'r.json']);
    expect(talk).toEqual(['written: r.json']);
  });
  test('the JSON file is the JSON of the standard output', async () => {
    const { folder } = await run(CLEAN, ['--json', 'r.json']);
    const { out, talk, files } = await run(CLEAN, ['--json', '-']);
    expect(talk).toEqual([]);
    expect(files).toEqual([]);
    expect(JSON.parse(out)).toMatchObject({ schema: 1 });
    const unnamed = (text: string) => text.replace(/"name": "[^"]*"/, '');
    expect(unnamed(out)).toBe(unnamed(readFileSync(join(folder, 'r.json'), 'utf8')));
  });
  test('a file is written over', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'r.json'), 'old');
    await report(['--register', writeFolder(CLEAN), '--json', 'r.json'], { folder });
    expect(readFileSync(join(folder, 'r.json'), 'utf8')).toMatch(/^\{\n/);
  });
});

describe('what cannot be written', () => {
  for (const [option, name] of [
    ['--xlsx', 'r.xlsx'],
    ['--json', 'r.json'],
  ] as const) {
    test(`${option} into a folder that is not there`, async () => {
      const { code, talk, files } = await run(CLEAN, [option, `none/${name}`]);
      expect({ code, files }).toEqual({ code: 3, files: [] });
      expect(talk).toEqual([
        typeset(
          `encaisse : « none/${name} » ne peut pas être écrit (ENOENT) ; vérifiez que son dossier existe, que vous pouvez y écrire et que le disque n’est pas plein.`,
        ),
      ]);
    });
    test(`${option} over a folder leaves nothing aside`, async () => {
      const folder = temporaryFolder();
      mkdirSync(join(folder, name, 'kept'), { recursive: true });
      const ran = await report(['--register', writeFolder(english()), option, name], { folder });
      expect(ran.code).toBe(3);
      expect(ran.talk[0]).toMatch(
        new RegExp(
          `^encaisse: "${name}" cannot be written \\(E\\w+\\); check that its folder exists, that you may write there and that the disk is not full\\.$`,
        ),
      );
      expect(filesBelow(folder)).toEqual([]);
      expect(existsSync(join(folder, name, 'kept'))).toBe(true);
    });
  }
});

describe('a dry run', () => {
  test('shows, writes nothing, sends nothing', async () => {
    const args = ['--xlsx', 'r.xlsx', '--json', 'r.json', '--email', '--dry-run'];
    const { code, out, talk, files } = await run(CLEAN, args);
    expect({ code, files }).toEqual({ code: 0, files: [] });
    expect(out).toContain('Maison Ollier');
    expect(talk.slice(0, 2)).toEqual([typeset('serait écrit : r.xlsx'), typeset('serait écrit : r.json')]);
    expect(talk[2]).toContain(typeset('compta@example.com : serait écrit en brouillon'));
    expect(talk).toHaveLength(3);
  });
  test('in English', async () => {
    const { talk } = await run(english(), ['--xlsx', 'r.xlsx', '--dry-run']);
    expect(talk).toEqual(['would be written: r.xlsx']);
  });
  test('still answers on the standard output', async () => {
    const { out, talk, files } = await run(CLEAN, ['--json', '-', '--dry-run']);
    expect(JSON.parse(out)).toMatchObject({ schema: 1 });
    expect({ talk, files }).toEqual({ talk: [], files: [] });
  });
});

describe('what is no register', () => {
  const cases = [
    [
      'a workbook',
      'registre.xlsx',
      2,
      '« registre.xlsx » est un classeur : Encaisse ne lit pas les classeurs. Enregistrez chaque onglet en CSV dans un dossier (clients.csv, invoices.csv…) ou donnez l’adresse de la feuille Google.',
      '"registre.xlsx" is a workbook: Encaisse does not read workbooks. Save each tab as CSV in one folder (clients.csv, invoices.csv …) or give the address of the Google Sheet.',
    ],
    [
      'another address',
      'https://docs.google.com/document/d/1abc',
      2,
      '« https://docs.google.com/document/d/1abc » n’est pas l’adresse d’une feuille Google : elle commence par https://docs.google.com/spreadsheets/d/ suivi de son long identifiant',
      '"https://docs.google.com/document/d/1abc" is not the address of a Google Sheet, which begins with https://docs.google.com/spreadsheets/d/ and its long id',
    ],
    [
      'a folder that is not there',
      '/nowhere/registre',
      3,
      'le dossier « /nowhere/registre » n’existe pas ; donnez le dossier qui contient clients.csv et invoices.csv, ou l’adresse d’une feuille Google.',
      'the folder "/nowhere/registre" does not exist; give the folder that holds clients.csv and invoices.csv, or the address of a Google Sheet.',
    ],
  ] as const;
  for (const [name, register, code, fr, en] of cases) {
    test(`${name}: the terminal’s language is spoken`, async () => {
      const folder = temporaryFolder();
      const args = ['--register', register, '--json', 'r.json'];
      expect(await report(args, { folder, language: 'fr' })).toEqual({
        code,
        out: '',
        talk: [typeset(`encaisse : ${fr}`).replaceAll('https\u202f:', 'https:')],
      });
      expect(await report(args, { folder, language: 'en' })).toEqual({
        code,
        out: '',
        talk: [`encaisse: ${en}`],
      });
      expect(filesBelow(folder)).toEqual([]);
    });
  }
  for (const name of ['r.xls', 'r.XLSM', 'r.ods']) {
    test(`${name} is a workbook too`, async () =>
      expect((await report(['--register', name], { folder: temporaryFolder() })).code).toBe(2));
  }
  test('a folder may be called r.xlsx', async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'r.xlsx'));
    for (const [table, text] of Object.entries(CLEAN))
      writeFileSync(join(folder, 'r.xlsx', `${table}.csv`), text);
    expect((await report(['--register', 'r.xlsx'], { folder })).code).toBe(0);
  });
});

test('names drive no terminal: control and direction characters become spaces', async () => {
  const clients = 'code,name\nC1,"\u001b[31mRouge\u202e\nFaux total : 0,00"\n';
  const { out } = await run({ ...CLEAN, clients }, []);
  expect(out).toContain(' [31mRouge Faux total');
  expect(out).not.toMatch(/[^\P{Cc}\n]|\u202e/u);
});

for (const day of ['1900-01-01', '2199-12-31']) {
  test(`the outermost day, ${day}`, async () =>
    expect((await run(CLEAN, ['--as-of', day, '--xlsx', 'r.xlsx', '--json', 'r.json'])).code).toBe(0));
}
