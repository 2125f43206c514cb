/** The commands whose files others read: the accounting extract and the e-reporting tables. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../../delivery/temporary-folder.ts';
import { expectGolden } from '../../golden-file.ts';
import { type Files, writeFolder } from '../../sources/csv-fixture.ts';
import { filesBelow, type Ran, runCommand } from '../runs.ts';

const REGISTER: Files = {
  settings: 'key,value\ncompanyName,Maison Ollier\nlegalId,732 829 320\nlocale,fr_FR\n',
  clients: 'code,name,kind\nC1,=Mme;Roux,individual\n',
  invoices:
    'number,client,issueDate,net,vat,total,currency\nF1,C1,2026-10-01,100,20,120,\nF2,C1,2026-10-02,50,0,50,USD\n',
  payments: 'id,date,invoice,amount\n=P1,2026-10-05,F1,60\n,2026-10-06,F1,-10\n',
};
const OCTOBER = ['--from', '2026-10-01', '--to', '2026-10-31'];

async function run(
  command: string,
  register: Files,
  args: readonly string[],
): Promise<Ran & { readonly folder: string }> {
  const folder = temporaryFolder();
  return {
    ...(await runCommand(command, ['--register', writeFolder(register), ...args], { folder })),
    folder,
  };
}

describe('fec', () => {
  test('names itself an extract, its SIREN and its period', async () => {
    const { code, folder, out } = await run('fec', REGISTER, OCTOBER);
    const [file = ''] = filesBelow(folder);
    expect(file).toBe('extrait-comptable-732829320-20261001-20261031.txt');
    expect(out).toBe(
      `Extrait au format du FEC, à importer (ce n’est pas le FEC légal)\u202f: ${file}, 7 lignes.\n` +
        'Pièces en devise laissées de côté, faute de cours dans le registre\u202f: 1.\n',
    );
    expect(code).toBe(1);
    expectGolden('commands/fec.txt', readFileSync(join(folder, file), 'utf8'));
  });

  test('a document whose VAT nobody knows is named, and nothing is written', async () => {
    const invoices =
      'number,client,issueDate,net,vat,total\nF1,C1,2026-10-01,100,19,120\nF9,C1,2026-11-01,,,5\n';
    const { code, folder, out } = await run(
      'fec',
      { ...REGISTER, invoices, payments: 'date,amount\n' },
      OCTOBER,
    );
    expect(out).toMatch(/^Rien n’est écrit.*\n {2}F1\n$/);
    expect({ code, files: filesBelow(folder) }).toEqual({ code: 1, files: [] });
  });

  const REFUSED: readonly (readonly [string, readonly string[], Files, RegExp])[] = [
    ['no period', [], REGISTER, /indiquez la période/],
    [
      'a period that runs backwards',
      ['--from', '2026-10-31', '--to', '2026-10-01'],
      REGISTER,
      /indiquez la période/,
    ],
    [
      'a day that is none',
      ['--from', '2026-10-32', '--to', '2026-11-01'],
      REGISTER,
      /« 2026-10-32 » n’est pas un jour/,
    ],
    ['an impairment of 101 %', [...OCTOBER, '--impairment', '101'], REGISTER, /--impairment/],
    ['a small difference that is no number', [...OCTOBER, '--small', 'un'], REGISTER, /--small : « un »/],
    [
      'an account that is none',
      OCTOBER,
      { ...REGISTER, settings: `${REGISTER.settings}accounts,411=x\n` },
      /« 411=x » n’est pas une paire RÔLE=NUMÉRO.*411, 416/,
    ],
  ];
  test.each(REFUSED)('%s', async (_, args, register, words) => {
    const { code, folder, talk } = await run('fec', register, args);
    expect(talk.join('\n').replaceAll('\u202f', ' ')).toMatch(words);
    expect({ code, files: filesBelow(folder) }).toEqual({ code: 2, files: [] });
  });
});

test('e-reporting: two tables, as a French spreadsheet reads them', async () => {
  const { code, folder, out } = await run('e-reporting', REGISTER, OCTOBER);
  expect({ code, out }).toEqual({
    code: 0,
    out: 'E-reporting du 2026-10-01 au 2026-10-31, dans e-reporting\u202f: lignes de ventes 2, d’encaissements 2. À transmettre par votre plateforme agréée.\n',
  });
  const files = filesBelow(folder);
  expectGolden(
    'commands/e-reporting.csv',
    files.map((file) => `${file}\n${readFileSync(join(folder, file), 'utf8')}`).join('\n'),
  );
});
