import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { XMLValidator } from 'fast-xml-parser';
import { describe, expect, test } from 'vitest';
import { generateRegister } from '../../../batch/sample/generate.ts';
import { demoSample } from '../../../batch/sample/options.ts';
import { writeCsvFolder } from '../../../batch/sample/write-csv.ts';
import { snapshotText } from '../../../shared/invoicing/snapshot-text.ts';
import { temporaryFolder } from '../../delivery/temporary-folder.ts';
import { snapshotOfNumber } from '../../invoicing/snapshots.ts';
import { type Files, writeFolder } from '../../sources/csv-fixture.ts';
import { filesBelow, type Ran, runCommand } from '../runs.ts';

const SETTINGS =
  'key,value\ncompanyName,Maison Ollier\nlegalId,732829320\nvatNumber,FR44732829320\naddressLine1,3 rue Vide\npostalCode,69001\n' +
  'city,Lyon\ncountry,FR\nlocale,fr_FR\n';
const CLIENTS =
  'code,name,legalId,addressLine1,postalCode,city,country\nC1,Épicerie Ollier,552100554,1 rue Haute,75011,Paris,FR\n';
const ROWS: Files = {
  settings: SETTINGS,
  clients: CLIENTS,
  invoices: 'number,client,issueDate,dueDate,total\nF1,C1,2026-10-01,2026-10-31,120.00\n',
  lines: 'invoice,description,quantity,unitPrice,vatRate\nF1,Conseil,1,100,20\n',
};

async function run(
  register: Files,
  args: readonly string[] = [],
): Promise<Ran & { readonly folder: string }> {
  const folder = temporaryFolder();
  const ran = await runCommand('e-invoice', ['--register', writeFolder(register), ...args], { folder });
  return { ...ran, folder };
}

test('every invoice of the sample register is exported; a credit note that names none is refused with the rule', async () => {
  const folder = temporaryFolder();
  const register = join(folder, 'register');
  mkdirSync(register);
  const sample = demoSample('2026-11-20');
  writeCsvFolder(generateRegister(sample), register);
  const ran = await runCommand('e-invoice', ['--register', register, '--folder', 'out'], { folder });
  const invoices = readFileSync(join(register, 'invoices.csv'), 'utf8').match(/^F\d{4}-\d+/gm) ?? [];
  const files = filesBelow(join(folder, 'out'));
  expect(invoices.length).toBe(sample.invoices);
  expect(files).toEqual(expect.arrayContaining(invoices.map((number) => `${number}.xml`)));
  expect(ran.out.match(/^ {2}.*$/gm)?.filter((line) => !line.startsWith('  BR-FR-CO-05 · '))).toEqual([]);
  for (const name of files.slice(0, 50))
    expect(XMLValidator.validate(readFileSync(join(folder, 'out', name), 'utf8'))).toBe(true);
}, 90_000);

describe('what is written', () => {
  test('a document without seal comes from its rows', async () => {
    const { code, folder, out } = await run(ROWS);
    expect({ code, out }).toEqual({
      code: 0,
      out: '1 facture électronique écrite dans factures-electroniques.\n',
    });
    const xml = readFileSync(join(folder, 'factures-electroniques/F1.xml'), 'utf8');
    expect(xml).toMatch(/<ram:GrandTotalAmount>120\.00</);
    expect(xml).toMatch(/<ram:Name>Épicerie Ollier</);
  });

  test('a sealed one from its seal, whatever its rows have become', async () => {
    const text = snapshotText(snapshotOfNumber('F1')).replaceAll('"', '""');
    const seals = `seq,type,number,at,snapshot,prev,hash\n1,ISSUE,F1,2026-10-01T08:00:00Z,"${text}",h1:a,h1:b\n`;
    const { folder } = await run({ ...ROWS, seals });
    expect(readFileSync(join(folder, 'factures-electroniques/F1.xml'), 'utf8')).toMatch(/Boulangerie Martin/);
  });

  test('a number with a slash keeps to its folder', async () => {
    const { folder } = await run({
      ...ROWS,
      invoices: 'number,client,issueDate,total\n../F/1,C1,2026-10-01,120.00\n',
      lines: 'invoice,description,quantity,unitPrice,vatRate\n../F/1,Conseil,1,100,20\n',
    });
    expect(
      filesBelow(folder).every((file) => file.startsWith('factures-electroniques/') || file === ''),
    ).toBe(true);
  });

  test('only those of a period, only those named', async () => {
    expect((await run(ROWS, ['--from', '2026-10-02'])).out).toMatch(/^0 facture/);
    expect((await run(ROWS, ['--to', '2026-10-01'])).out).toMatch(/^1 facture/);
    expect((await run(ROWS, ['--invoice', 'F1'])).out).toMatch(/^1 facture/);
  });
});

describe('deposits', () => {
  const WITH_DEPOSIT: Files = {
    ...ROWS,
    invoices:
      'number,client,issueDate,dueDate,total\nF0,C1,2026-09-01,2026-09-30,30.00\nF1,C1,2026-10-01,2026-10-31,120.00\n',
    lines: 'invoice,description,quantity,unitPrice,vatRate\nF0,Acompte,1,25,20\nF1,Conseil,1,100,20\n',
  };
  const xmlOf = (folder: string, number: string): string =>
    readFileSync(join(folder, `factures-electroniques/${number}.xml`), 'utf8');

  test('a deposit invoice, and the final one that deducts it from what is due', async () => {
    const deposit = await run(WITH_DEPOSIT, ['--invoice', 'F0', '--deposit']);
    expect(xmlOf(deposit.folder, 'F0')).toMatch(/<ram:TypeCode>386</);
    const final = await run(WITH_DEPOSIT, ['--invoice', 'F1', '--deducts', 'F0:30.00']);
    expect(xmlOf(final.folder, 'F1')).toMatch(
      /<ram:ID>S4<[\s\S]*DuePayableAmount>90\.00<[\s\S]*IssuerAssignedID>F0</,
    );
    const byLine = await run(WITH_DEPOSIT, ['--invoice', 'F1', '--deducts', 'F0']);
    expect(xmlOf(byLine.folder, 'F1')).toMatch(/DuePayableAmount>120\.00</);
  });

  test.each([
    [['--deposit'], /portent sur une seule facture/],
    [['--invoice', 'F1', '--deposit', '--deducts', 'F0'], /portent sur une seule facture/],
    [['--invoice', 'F1', '--deducts', 'F9'], /n’est pas une facture du registre/],
    [['--invoice', 'F1', '--deducts', 'F0:x'], /n’est pas une facture du registre, ou pas un montant/],
  ])('%j is refused', async (args, words) => {
    const { code, talk } = await run(WITH_DEPOSIT, args);
    expect([code, words.test(talk.join(''))]).toEqual([2, true]);
  });
});

describe('who needs no platform', () => {
  const PERSON = CLIENTS.replace('code,name,legalId', 'code,name,kind,legalId').replace(
    'C1,Épicerie Ollier,552100554',
    'C1,Mme Ollier,particulier,',
  );

  test('a private person without mail address gets the PDF: nothing is wrong, and no file is made', async () => {
    const { code, folder, out } = await run({ ...ROWS, clients: PERSON });
    expect(out).toMatch(/^F1\n {2}BR-FR-12 · .*l’e-reporting/);
    expect(out).toMatch(/\n0 facture électronique écrite.*, 1 à remettre en PDF \(e-reporting\)\.\n$/);
    expect({ code, files: filesBelow(folder) }).toEqual({ code: 0, files: [] });
  });

  test('what is wrong beside that is still refused', async () => {
    const seller = SETTINGS.replace('3 rue Vide', '');
    expect((await run({ ...ROWS, clients: PERSON, settings: seller })).code).toBe(1);
  });

  test('with one, it is sent there', async () => {
    const clients = PERSON.replace('country\n', 'country,email\n').replace('FR\n', 'FR,ollier@exemple.fr\n');
    const { code, folder } = await run({ ...ROWS, clients });
    const xml = readFileSync(join(folder, 'factures-electroniques/F1.xml'), 'utf8');
    expect(xml).toMatch(/schemeID="EM">ollier@exemple\.fr</);
    expect([code, xml.includes('>B2C<')]).toEqual([0, true]);
  });
});

describe('VAT in another currency', () => {
  const DOLLARS: Files = {
    ...ROWS,
    invoices: 'number,client,issueDate,dueDate,currency,total\nF1,C1,2026-10-01,2026-10-31,USD,120.00\n',
  };

  test('is not written before it is said in euros', async () => {
    const refused = await run(DOLLARS);
    expect([refused.code, refused.out]).toEqual([1, expect.stringMatching(/BR-FR-CO-12 · .*--vat-euros/)]);
    const { code, folder } = await run(DOLLARS, ['--invoice', 'F1', '--vat-euros', '18,35']);
    const xml = readFileSync(join(folder, 'factures-electroniques/F1.xml'), 'utf8');
    expect([code, /currencyID="EUR">18\.35</.test(xml)]).toEqual([0, true]);
  });

  test.each([
    [['--vat-euros', '18,35']],
    [['--invoice', 'F1', '--vat-euros', 'x']],
    [['--invoice', 'F1', '--vat-euros=-1']],
  ])('%j is refused', async (args) => {
    const { code, talk } = await run(DOLLARS, args);
    expect([code, talk.join('')]).toEqual([
      2,
      expect.stringMatching(/--vat-euros.*d’une seule facture, nommée par --invoice/),
    ]);
  });
});

describe('what is refused', () => {
  const REFUSED: readonly (readonly [string, Files, RegExp])[] = [
    ['no lines', { ...ROWS, lines: 'invoice,description,quantity,unitPrice,vatRate\n' }, /Aucune ligne/],
    [
      'lines that make another total',
      { ...ROWS, lines: 'invoice,description,quantity,unitPrice,vatRate\nF1,Conseil,1,99,20\n' },
      /Les lignes ne font pas le total/,
    ],
    ['a client without SIREN', { ...ROWS, clients: CLIENTS.replace('552100554', '') }, /BR-FR-11 · Client/],
    [
      'a seller without address',
      { ...ROWS, settings: SETTINGS.replace('3 rue Vide', '') },
      /BR-08 · Vendeur/,
    ],
  ];
  test.each(REFUSED)('%s', async (_, register, reason) => {
    const { code, folder, out } = await run(register);
    expect(out).toMatch(reason);
    expect(out).toMatch(/0 facture électronique écrite.*, 1 refusée\.\n$/);
    expect({ code, files: filesBelow(folder) }).toEqual({ code: 1, files: [] });
  });

  test('a number the register does not have', async () => {
    const { code, talk } = await run(ROWS, ['--invoice', 'F9']);
    expect({ code, talk }).toEqual({ code: 2, talk: ['encaisse\u202f: le registre n’a pas de facture F9.'] });
  });
});
