/** A bank's file into a CSV folder: what is written, asked, refused, taken back, and never twice. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { temporaryFolder } from '../../delivery/temporary-folder.ts';
import { expectGolden } from '../../golden-file.ts';
import { filesBelow, type Ran, runCommand } from '../runs.ts';

const FILES = {
  settings: 'key,value\ncompanyName,Maison Ollier\nlocale,fr_FR\n',
  clients: 'code,name\nC1,Épicerie Ollier\nC2,Garage Bellon\n',
  invoices:
    'number,client,issueDate,dueDate,total\nF2026-00012,C1,2026-10-01,2026-10-31,120.00\nF2026-00013,C2,2026-10-01,2026-10-31,80.00\nF2026-00014,C2,2026-10-02,2026-11-01,45.00\n',
  payments:
    'id;date;client;invoice;amount;currency;method;reference;mine\r\nP1;2026-10-03;;F2026-00014;5.00;;;;"à moi; oui"\r\n',
};

const STATEMENT =
  'Date;Libellé;Débit;Crédit;Solde\n05/11/2026;VIR OLLIER F2026-00012;;120,00;1 120,00\n06/11/2026;VIR GARAGE BELLON;;80,00;1 200,00\n' +
  '07/11/2026;FRAIS;-2,00;;1 198,00\n08/11/2026;VIREMENT INCONNU;;17,00;1 215,00\n';

let folder = '';
beforeEach(() => {
  folder = temporaryFolder();
  for (const [table, text] of Object.entries(FILES)) write(`${table}.csv`, text);
  write('releve.csv', STATEMENT);
});

function write(name: string, text: string): void {
  writeFileSync(join(folder, name), text);
}
const read = (name: string): string => readFileSync(join(folder, name), 'utf8');

function run(...args: readonly string[]): Promise<Ran> {
  return runCommand('import-bank', ['--register', '.', '--as-of', '2026-11-20', ...args], { folder });
}

test('what is certain is applied, the rest asked about; every other byte stays', async () => {
  const { code, out } = await run('releve.csv');
  expect(code).toBe(0);
  expectGolden('commands/import-bank.txt', `${out}\n${read('payments.csv')}\n${read('bank.csv')}`);
  expect(read('payments.csv').startsWith(FILES.payments)).toBe(true);
});

test('the same file again writes nothing', async () => {
  await run('releve.csv');
  const before = [read('payments.csv'), read('bank.csv')];
  const { out } = await run('releve.csv');
  expect(out.replaceAll('\u202f', ' ')).toMatch(
    /^0 mouvement imputé, 0 à décider, 0 hors clients, 4 déjà connus\./,
  );
  expect([read('payments.csv'), read('bank.csv')]).toEqual(before);
});

test('a column that the file lacks is added: no cell of a payment is dropped', async () => {
  write('payments.csv', 'date,invoice,amount\n2026-10-03,F2026-00014,5.00\n');
  await run('releve.csv');
  expect(read('payments.csv').split('\n').slice(0, 2)).toEqual([
    'date,invoice,amount,id,client,currency,method,reference',
    '2026-10-03,F2026-00014,5.00,,,,,',
  ]);
});

test('a dry run writes nothing', async () => {
  const { out } = await run('releve.csv', '--dry-run');
  expect(out).toMatch(/Essai.*rien n’est écrit\.\n$/);
  expect(read('payments.csv')).toBe(FILES.payments);
  expect(filesBelow(folder)).not.toContain('bank.csv');
});

describe('what a person decides', () => {
  async function asked(): Promise<readonly string[]> {
    const { out } = await run('releve.csv');
    return out.match(/b1:[0-9a-f]{20}/g) ?? [];
  }

  test('what was proposed, later', async () => {
    const [bellon] = await asked();
    const { out } = await run('--confirm', `${bellon}=F2026-00013`);
    expect(out).toMatch(/^1 mouvement imputé/);
    expect(read('payments.csv')).toMatch(/;2026-11-06;C2;F2026-00013;80\.00;EUR;transfer;VIR GARAGE BELLON;/);
    expect(read('bank.csv')).toMatch(new RegExp(`${bellon}.*,applied,C2,B-`));
  });

  test('two invoices, one of them in part, the rest not applied', async () => {
    const [bellon] = await asked();
    await run('--confirm', `${bellon}=F2026-00013:50.00+F2026-00014:20.00`);
    expect(read('payments.csv').match(/2026-11-06;[^;]*;[^;]*;[\d.]+/g)).toEqual([
      '2026-11-06;C2;F2026-00013;50.00',
      '2026-11-06;C2;F2026-00014;20.00',
      '2026-11-06;C2;;10.00',
    ]);
  });

  test('money of a client not applied yet, and nobody’s', async () => {
    const [bellon, unknown] = await asked();
    await run('--confirm', `${bellon}=C2`, '--confirm', `${unknown}=-`);
    expect(read('bank.csv')).toMatch(new RegExp(`${bellon}.*,unapplied,C2,`));
    expect(read('bank.csv')).toMatch(new RegExp(`${unknown}.*,ignored,`));
  });

  test.each([
    ['b1:00=F2026-00013', /ne désigne aucun mouvement/],
    ['KEY=F2026-00099', /n’est ni un client, ni une facture/],
    ['KEY=F2026-00013:90.00', /dépasse ce qui est dû/],
    ['KEY=F2026-00013:80.01', /dépasse ce qui est dû/],
    ['KEY=F2026-00012:0.00+F2026-00013', /dépasse|n’est ni/],
    ['KEY=F2026-00013:50.00+F2026-00013:30.01', /dépasse ce qui est dû/],
    ['KEY=F2026-00013:30.00+F2026-00012:50.00', /mêle deux clients|dépasse/],
  ])('%s is refused', async (text, words) => {
    const [bellon = ''] = await asked();
    const before = read('payments.csv');
    const { code, talk } = await run('--confirm', text.replace('KEY', bellon));
    expect({ code, words: words.test(talk.join('\n')) }).toEqual({ code: 2, words: true });
    expect(read('payments.csv')).toBe(before);
  });
});

describe('a rejected debit', () => {
  const BACK = 'Date;Libellé;Débit;Crédit;Solde\n15/11/2026;REJET PRLV EPICERIE OLLIER;-120,00;;1 095,00\n';

  async function asked(): Promise<string> {
    await run('releve.csv');
    write('rejet.csv', BACK);
    const { out } = await run('rejet.csv');
    return /--confirm (b1:\S+)/.exec(out)?.[1] ?? '';
  }

  test('is proposed against the payment it undoes; confirmed, the invoice is owed again, and can be paid again', async () => {
    const proposed = await asked();
    expect(proposed).toMatch(/^b1:[0-9a-f]{20}=F2026-00012$/);
    expect((await run('--confirm', proposed)).code).toBe(0);
    expect(read('payments.csv')).toMatch(/;2026-11-15;C1;F2026-00012;-120\.00;EUR;directDebit;/);
    expect(read('bank.csv')).toMatch(/2026-11-15,-120\.00.*,applied,C1,B-/);
    write('encore.csv', 'Date;Libellé;Montant\n18/11/2026;VIR F2026-00012;120,00\n');
    expect((await run('encore.csv')).out).toMatch(/^1 mouvement imputé/);
  });

  test.each(['F2026-00012:120.01', 'F2026-00013', 'F2026-00012:60.00+F2026-00012:60.01'])(
    '%s is more than was paid: refused',
    async (answer) => {
      const key = (await asked()).split('=')[0] ?? '';
      const before = read('payments.csv');
      expect((await run('--confirm', `${key}=${answer}`)).talk[0]).toMatch(/ce qui avait été réglé/);
      expect(read('payments.csv')).toBe(before);
    },
  );
});

describe('an import taken back', () => {
  test('its payments leave, its movements stay as undone, and the file may come again', async () => {
    const { out } = await run('releve.csv');
    const id = /I-[0-9a-f]{10}/.exec(out)?.[0] ?? '';
    expect((await run('--undo', id)).out.replaceAll('\u202f', ' ')).toBe(
      `Import ${id} : règlements retirés 1, mouvements annulés 4.\n`,
    );
    expect(read('payments.csv')).toBe(FILES.payments);
    expect((await run('releve.csv')).out).toMatch(/^1 mouvement imputé/);
  });

  test('one that nobody knows is refused', async () => {
    const { code, talk } = await run('--undo', 'I-0000000000');
    expect({ code, talk }).toEqual({
      code: 2,
      talk: ['encaisse\u202f: aucun import «\u202fI-0000000000\u202f»\u202f; les derniers sont —.'],
    });
  });
});

test('an import that broke off between payments and log is taken up: paid once', async () => {
  await run('releve.csv');
  const payments = read('payments.csv');
  write('bank.csv', `${read('bank.csv').split('\r\n')[0]}\r\n`);
  await run('releve.csv');
  expect(read('payments.csv')).toBe(payments);
  expect(read('bank.csv')).toMatch(/,applied,,B-/);
});

test('a payment somebody typed is not taken again', async () => {
  write('payments.csv', `${FILES.payments}P2;2026-11-04;;F2026-00012;120.00;;;;\r\n`);
  const { out } = await run('releve.csv');
  expect(out).toMatch(/^0 mouvement imputé, 2 à décider, 2 hors clients/);
});

test('the same movements in another format are asked about', async () => {
  await run('releve.csv');
  write('autre.csv', 'Date;Libellé;Montant\n05/11/2026;VIREMENT SEPA RECU F2026-00012;120,00\n');
  const { out } = await run('autre.csv');
  expect(out).toMatch(/un mouvement du même jour et du même montant est déjà importé/);
  expect(read('payments.csv').match(/;F2026-00012;/g)).toHaveLength(1);
});

describe('what is refused', () => {
  test.each([
    [
      'a balance that does not add up',
      STATEMENT.replace('1 198,00', '1 197,00'),
      /ligne 4.*Le solde de cette ligne.*\[bank\/balance\]/,
    ],
    ['a day to come', STATEMENT.replace('08/11/2026', '08/12/2026'), /\[bank\/future\]/],
    [
      'a day that is none',
      STATEMENT.replace('08/11/2026', '31/11/2026'),
      /« 31\/11\/2026 » n’est pas une date.*\[bank\/day\]/,
    ],
    ['an amount that is none', STATEMENT.replace('17,00', '17,0O'), /\[bank\/amount\]/],
    ['no header', STATEMENT.replace('Débit;Crédit', 'Un;Deux'), /\[bank\/columns\]/],
    ['nothing', '', /\[bank\/empty\]/],
    ['not text', 'PK\u0003\u0004\u0000', /\[bank\/binary\]/],
    [
      'an entity bomb',
      '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aa">]><Document/>',
      /\[bank\/entities\]/,
    ],
    ['another XML', '<Document><Other/></Document>', /\[bank\/format\]/],
    ['XML cut short', '<Document><BkToCstmrStmt>', /\[bank\/xml\]/],
    [
      'a quote that never closes',
      'Date;Libellé;Montant\n05/11/2026;"VIR;1,00\n',
      /\[bank\/(quotes|columns)\]/,
    ],
  ])('%s', async (_, text, words) => {
    write('releve.csv', text);
    const { code, out } = await run('releve.csv');
    expect(out.replaceAll('\u202f', ' ')).toMatch(words);
    expect({ code, payments: read('payments.csv'), files: filesBelow(folder).includes('bank.csv') }).toEqual({
      code: 1,
      payments: FILES.payments,
      files: false,
    });
  });

  test('a file that is not there, and nothing asked', async () => {
    expect((await run('rien.csv')).talk[0]).toMatch(/rien\.csv.* ne se lit pas \(ENOENT\)/u);
    expect((await run()).talk[0]).toMatch(/indiquez le relevé/);
  });
});
