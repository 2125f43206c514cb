import { mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openSource } from '../../batch/commands/ground/open-source.ts';
import { openCsvFolder } from '../../batch/sources/csv/csv-folder.ts';
import { SourceError } from '../../batch/sources/source.ts';
import type { Words } from '../../shared/base/words.ts';
import { startReading } from '../../shared/register/read.ts';
import { temporaryFolder } from '../delivery/temporary-folder.ts';
import { problemLines, readFiles, readFolder, writeFolder } from './csv-fixture.ts';

async function wordsOf(folder: string): Promise<Words> {
  try {
    await openCsvFolder(folder).read(startReading, () => undefined);
  } catch (error) {
    if (error instanceof SourceError) return error.words;
    throw error;
  }
  throw new Error(`${folder} was read`);
}

const CLIENTS = 'code,name\nC1,Anne\n';
const INVOICES = 'number,client,issueDate,total\nF1,C1,2026-01-31,100\n';

test('a folder that is not there', async () => {
  const folder = join(temporaryFolder(), 'nowhere');
  expect(await wordsOf(folder)).toEqual({
    fr: `le dossier «\u202f${folder}\u202f» n’existe pas\u202f; donnez le dossier qui contient clients.csv et invoices.csv, ou l’adresse d’une feuille Google.`,
    en: `the folder "${folder}" does not exist; give the folder that holds clients.csv and invoices.csv, or the address of a Google Sheet.`,
  });
});

test('a file instead of a folder', async () => {
  const path = join(writeFolder({ clients: CLIENTS }), 'clients.csv');
  expect(await wordsOf(path)).toEqual({
    fr: `«\u202f${path}\u202f» est un fichier\u202f; donnez le dossier qui contient clients.csv et invoices.csv, ou l’adresse d’une feuille Google.`,
    en: `"${path}" is a file; give the folder that holds clients.csv and invoices.csv, or the address of a Google Sheet.`,
  });
});

for (const [missing, files] of [
  ['clients', { invoices: INVOICES }],
  ['invoices', { clients: CLIENTS }],
  ['clients', {}],
] as const) {
  test(`${missing}.csv is missing beside ${Object.keys(files).join() || 'nothing'}`, async () => {
    const folder = writeFolder(files);
    expect(await wordsOf(folder)).toEqual({
      fr: `«\u202f${folder}\u202f» n’est pas un registre\u202f: le fichier ${missing}.csv manque. Seuls clients.csv et invoices.csv sont indispensables.`,
      en: `"${folder}" is not a register: the file ${missing}.csv is missing. Only clients.csv and invoices.csv are indispensable.`,
    });
  });
}

test('a file that cannot be read', async () => {
  const folder = writeFolder({ clients: CLIENTS });
  const path = join(folder, 'invoices.csv');
  mkdirSync(path);
  expect(await wordsOf(folder)).toEqual({
    fr: `«\u202f${path}\u202f» ne se lit pas (EISDIR)\u202f; vérifiez que le fichier est toujours là et que vous avez le droit de le lire.`,
    en: `"${path}" cannot be read (EISDIR); check that the file is still there and that you may read it.`,
  });
});

test('a file that goes away before it is read', async () => {
  const folder = writeFolder({ clients: CLIENTS, invoices: INVOICES });
  const source = openCsvFolder(folder);
  rmSync(join(folder, 'invoices.csv'));
  await expect(source.read(startReading, () => undefined)).rejects.toThrow(
    /invoices\.csv" cannot be read \(ENOENT\)/,
  );
});

test('a name that leads nowhere', async () => {
  const folder = writeFolder({ clients: CLIENTS });
  symlinkSync(join(folder, 'nowhere'), join(folder, 'invoices.csv'));
  expect((await wordsOf(folder)).en).toMatch(/invoices\.csv" cannot be read \(ENOENT\)/);
});

for (const [name, bytes] of [
  ['UTF-16 with its mark', Buffer.from(`\ufeff${CLIENTS}`, 'utf16le')],
  ['UTF-16 without', Buffer.from(CLIENTS, 'utf16le')],
  ['UTF-16, the other way round', Buffer.from(`\ufeff${CLIENTS}`, 'utf16le').swap16()],
  ['a renamed workbook', Buffer.from('504b03041400060008000000', 'hex')],
] as const) {
  test(`${name} is no text`, async () =>
    expect(await wordsOf(writeFolder({ clients: bytes, invoices: INVOICES }))).toEqual({
      fr: 'clients.csv n’est pas un fichier de texte en UTF-8\u202f: c’est de l’UTF-16, ou un classeur renommé. Enregistrez la table au format «\u202fCSV UTF-8\u202f».',
      en: 'clients.csv is not a text file in UTF-8: it is UTF-16, or a renamed workbook. Save the table in the format “CSV UTF-8”.',
    }));
}

test('a bug of the reader is no fault of the file', async () => {
  const sink = { ...startReading(), rows: () => expect.unreachable('the sink is broken') };
  const source = openCsvFolder(writeFolder({ clients: CLIENTS, invoices: INVOICES }));
  await expect(
    source.read(
      () => sink,
      () => undefined,
    ),
  ).rejects.toThrow('the sink is broken');
});

for (const name of ['book.xlsx', 'book.xlsm', 'book.xls', 'book.ods', 'BOOK.XLSX']) {
  test(`${name} is refused with the reason`, () => {
    const folder = writeFolder({ [name]: 'PK' });
    const world = { environment: {}, folder } as Parameters<typeof openSource>[1];
    expect(() => openSource(name, world)).toThrow(
      expect.objectContaining({
        words: {
          fr: expect.stringMatching(/est un classeur.*CSV dans un dossier/),
          en: expect.stringMatching(/is a workbook.*CSV in one folder/),
        },
      }),
    );
  });
}

for (const names of [
  ['clients', 'invoices', 'payments'],
  ['Clients.csv', 'INVOICES.CSV', 'Payments.csv'],
  ['Clients.csv', 'Factures.csv', 'Règlements.csv'.normalize('NFD')],
]) {
  test(`tables are found by their names: ${names.join(', ')}`, async () => {
    const [clients, invoices, payments] = names;
    const { register, problems } = await readFolder(
      writeFolder({
        [clients]: CLIENTS,
        [invoices]: INVOICES,
        [payments]: 'date,invoice,amount\n2026-02-01,F1,40\n',
      }),
    );
    expect(problems).toEqual([]);
    expect([register.clients.length, register.invoices.count, register.payments.count]).toEqual([1, 1, 1]);
  });
}

test('two files of one table: the one with the key’s own name is read, the other is a problem', async () => {
  const read = await readFolder(
    writeFolder({
      clients: CLIENTS,
      'Clients.CSV': 'code,name\nC9,Zoé\n',
      'Factures.csv': INVOICES,
      'invoices.csv': INVOICES,
    }),
  );
  expect(read.register.clients.map(({ code }) => code)).toEqual(['C1']);
  expect(read.problems.map(({ code, table, row, found }) => [code, table, row, found])).toEqual([
    ['table/duplicate', 'clients', 1, 'Clients.CSV'],
    ['table/duplicate', 'invoices', 1, 'Factures.csv'],
  ]);
});

test('what bears no table’s name is the keeper’s own', async () => {
  const read = await readFolder(
    writeFolder({
      clients: CLIENTS,
      invoices: INVOICES,
      'notes.csv': 'x',
      'clients.csv.bak': 'x',
      'payments.txt': 'x',
    }),
  );
  expect([read.problems, read.register.payments.count]).toEqual([[], 0]);
});

test('progress runs up to 1, an empty folder’s too', async () => {
  for (const files of [
    { clients: CLIENTS, invoices: INVOICES, payments: 'date,amount\n2026-01-01,"1' },
    { clients: '', invoices: '' },
  ]) {
    const shares: number[] = [];
    await openCsvFolder(writeFolder(files)).read(startReading, (share) => shares.push(share));
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(shares.at(-1)).toBe(1);
  }
});

test('optional tables may be missing', async () => {
  const read = await readFiles({ clients: CLIENTS, invoices: INVOICES });
  expect(problemLines(read)).toEqual([]);
  expect(read.register.rowCounts).toEqual({
    settings: 0,
    clients: 1,
    invoices: 1,
    lines: 0,
    payments: 0,
    instalments: 0,
    journal: 0,
    calendars: 0,
    rates: 0,
  });
});
