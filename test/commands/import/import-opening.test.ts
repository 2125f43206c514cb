/** Another tool's files brought along: read by the register's own rules, or refused whole. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { dayNumber } from '../../../shared/base/civil-date.ts';
import { buildLedger, clientBalancesOn } from '../../../shared/receivables/ledger.ts';
import { temporaryFolder } from '../../delivery/temporary-folder.ts';
import { readFolder } from '../../exchange/fec/books.ts';
import { expectGolden } from '../../golden-file.ts';
import { type Ran, runCommand } from '../runs.ts';

const FILES = {
  settings: 'key,value\ncompanyName,Maison Ollier\nlocale,fr_FR\n',
  clients: 'code,name\nC1,Épicerie Ollier\n',
  invoices: 'number,client,issueDate,total,seal\nF1,C1,2026-10-01,120.00,\n',
  payments: 'id,date,client,invoice,amount,currency,method,reference\n',
};
const OPENING =
  'N° pièce;Tiers;Date;Date d’échéance;Montant TTC;Solde;Journal\nF1;C1;01/10/2026;;120,00;120,00;VE\n' +
  'A-77;C1;15/11/2025;15/12/2025;1 200,50;200,50;VE\nA-78;C1;20/12/2025;;;60,00;VE\n';

let folder = '';
beforeEach(() => {
  folder = temporaryFolder();
  for (const [table, text] of Object.entries(FILES)) writeFileSync(join(folder, `${table}.csv`), text);
});

function run(text: string, ...args: readonly string[]): Promise<Ran> {
  writeFileSync(join(folder, 'ouverture.csv'), text);
  return runCommand('import-opening', ['--register', '.', 'ouverture.csv', ...args], { folder });
}
const read = (name: string): string => readFileSync(join(folder, name), 'utf8');

test('open invoices come along: what was settled before is a payment, what is there already is left alone', async () => {
  const { code, out } = await run(OPENING, '--table', 'invoices');
  expect(code).toBe(0);
  expectGolden('commands/import-opening.txt', `${out}\n${read('invoices.csv')}\n${read('payments.csv')}`);
  const { problems, register } = await readFolder(folder);
  expect(problems).toEqual([]);
  const [balance] = clientBalancesOn(buildLedger(register), 0, dayNumber('2026-11-20'));
  expect(balance?.open).toBe(12_000 + 20_050 + 6_000);
});

test('brought along twice, it stands once', async () => {
  await run(OPENING, '--table', 'invoices');
  const before = [read('invoices.csv'), read('payments.csv')];
  await run(OPENING, '--table', 'invoices');
  expect([read('invoices.csv'), read('payments.csv')]).toEqual(before);
  const payments = 'Date;Facture;Montant\n16/11/2025;A-77;10,00\n16/11/2025;A-77;10,00\n';
  await run(payments, '--table', 'payments');
  await run(payments, '--table', 'payments');
  expect(read('payments.csv').match(/,A-77,10\.00/g)).toHaveLength(2);
});

test('a file that is not there is named', async () => {
  const { code, talk } = await runCommand(
    'import-opening',
    ['--register', '.', 'absent.csv', '--table', 'invoices'],
    { folder },
  );
  expect([code, talk.join('\n').replaceAll('\u202f', ' ')]).toEqual([
    2,
    expect.stringContaining('le fichier « absent.csv » n’existe pas.'),
  ]);
});

test('a dry run writes nothing', async () => {
  const { out } = await run(OPENING, '--table', 'invoices', '--dry-run');
  expect(out).toMatch(/N° pièce → Numéro[\s\S]*rien n’est écrit/);
  expect(read('invoices.csv')).toBe(FILES.invoices);
});

test('columns are named by a person where nobody knows them, and left out where a person says so', async () => {
  const clients = 'Ident;Enseigne;Ville\nX1;Garage Bellon;Lyon\n';
  await run(
    clients,
    '--table',
    'clients',
    '--map',
    'Ident=code',
    '--map',
    'Enseigne=name',
    '--map',
    'Ville=',
  );
  expect(read('clients.csv')).toBe(`${FILES.clients}X1,Garage Bellon\n`);
});

describe('what is refused, and nothing is written', () => {
  test.each([
    ['a day that is none', OPENING.replace('15/11/2025', '31/11/2025'), /ligne 3, Date.*date\/invalid/],
    ['an amount that is none', OPENING.replace('1 200,50', 'douze'), /ligne 3, Montant TTC.*amount\/invalid/],
    ['too many decimals', OPENING.replace('1 200,50', '1 200,505'), /amount\/too-many-decimals/],
    ['a client nobody knows', OPENING.replace('A-77;C1', 'A-77;C9'), /ligne 3, Tiers.*client\/unknown/],
    ['the same number twice', OPENING.replace('A-78', 'A-77'), /ligne 4.*row\/duplicate/],
    ['an empty number', OPENING.replace('A-77', ''), /ligne 3.*required\/missing/],
    [
      'more open than was invoiced',
      OPENING.replace('1 200,50', '200,49'),
      /ligne 3, Solde.*200,50.*dépasse.*200\.49.*amount\/over-total/,
    ],
    [
      'an open sum that is none',
      OPENING.replace('200,50;VE', 'x;VE').replace('1 x', '1 200,50'),
      /amount\/invalid/,
    ],
  ])('%s', async (_, text, words) => {
    const { code, out } = await run(text, '--table', 'invoices');
    expect(out.replaceAll('\u202f', ' ')).toMatch(words);
    expect(out).toMatch(/Rien n’est écrit\.\n$/);
    expect([code, read('invoices.csv'), read('payments.csv')]).toEqual([1, FILES.invoices, FILES.payments]);
  });

  test.each([
    ['no table', [], /--table clients, invoices, payments/],
    ['a table that is none', ['--table', 'journal'], /--table clients/],
    [
      'a column that lacks',
      ['--table', 'payments'],
      /il manque amount.*--map "En-tête=amount".*N° pièce, Tiers/,
    ],
    [
      'a header that is not there',
      ['--table', 'invoices', '--map', 'Pièce jointe=number'],
      /pas d’en-tête « Pièce jointe »/,
    ],
    [
      'a column the register does not have',
      ['--table', 'invoices', '--map', 'Journal=journalCode'],
      /pas de colonne « journalCode »/,
    ],
  ])('%s', async (_, args, words) => {
    const { code, talk } = await run(OPENING.replace('Montant TTC', 'Total'), ...args);
    expect(talk.join('\n').replaceAll('\u202f', ' ')).toMatch(words);
    expect([code, read('invoices.csv')]).toEqual([2, FILES.invoices]);
  });

  test('a file that is no CSV', async () => {
    expect((await run('PK\u0000', '--table', 'clients')).talk[0]).toMatch(/ne se lit pas comme un CSV/);
  });
});
