/** `encaisse claim-file`: every piece, its fingerprint, and nothing half-written. */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../../delivery/temporary-folder.ts';
import { expectTypeset } from '../../french.ts';
import { readPdf, wordsIn } from '../../print/read-pdf.ts';
import { type Files, writeFolder } from '../../sources/csv-fixture.ts';
import { filesBelow, type Ran, runCommand } from '../runs.ts';
import { DAY, sealed, THREE_REMINDED, TWO_LATE } from './paper-registers.ts';

type Run = Ran & { readonly folder: string; readonly files: readonly string[] };

async function claim(register: Files, args: readonly string[], language: 'fr' | 'en' = 'fr'): Promise<Run> {
  const folder = temporaryFolder();
  const given = ['--register', writeFolder(register), '--as-of', DAY, ...args];
  const ran = await runCommand('claim-file', given, { folder, language });
  return { ...ran, folder, files: filesBelow(folder) };
}

function entries(folder: string, name: string): ReadonlyMap<string, Uint8Array> {
  return new Map(Object.entries(unzipSync(readFileSync(join(folder, name)))));
}

function words(bytes: Uint8Array | undefined): string {
  return wordsIn(readPdf(bytes ?? new Uint8Array())).replace(/\s+/g, ' ');
}

/** What `sha256sum -c` would say. */
function badSums(found: ReadonlyMap<string, Uint8Array>, list: string): readonly string[] {
  const lines = strFromU8(found.get(list) ?? new Uint8Array())
    .trimEnd()
    .split('\n');
  expect(lines).toHaveLength(found.size - 1); // all but the list itself
  return lines.filter((line) => {
    const [sum, path] = line.split('  ');
    return (
      createHash('sha256')
        .update(found.get(path) ?? '')
        .digest('hex') !== sum
    );
  });
}

describe('an archive', () => {
  test('holds every piece; its list names each, its fingerprint, and what is missing', async () => {
    const ran = await claim(sealed(), ['--client', 'C1', '--zip', 'c.zip']);
    expect(ran.files).toEqual(['c.zip']);
    const found = entries(ran.folder, 'c.zip');
    expect([...found.keys()].map((path) => path.replace(/_C1.*(\.pdf)$/, '$1'))).toEqual([
      '00-bordereau.pdf',
      'fiche-debiteur.pdf',
      'releve.pdf',
      'decompte-interets.pdf',
      'factures/F1.pdf',
      'etat-des-envois.pdf',
      'historique.pdf',
      'journal.csv',
      'empreintes-sha256.txt',
    ]);
    expect(badSums(found, 'empreintes-sha256.txt')).toEqual([]);
    const said = words(found.get('00-bordereau_C1_2026-11-20.pdf'));
    const bare = said.replace(/ /g, '');
    for (const [path, bytes] of found) {
      if (/^00-|^empreintes/.test(path)) continue;
      expect(bare).toContain(path.replace(/ /g, ''));
      expect(bare).toContain(createHash('sha256').update(bytes).digest('hex'));
    }
    expect(said).toContain('F1, document scellé');
    expect(said).toContain('F2 : Aucune ligne de cette facture');
    expect(ran.code).toBe(1);
    expect(ran.out).toBe(
      '9 fichiers dans c.zip\n  F2\u202f: Aucune ligne de cette facture n’est dans l’onglet Lignes.\n',
    );
    expectTypeset(ran.out);
  });
  test('a copy without a seal says so', async () => {
    const { folder } = await claim(THREE_REMINDED, ['--client', 'C1', '--invoice', 'F1', '--zip', 'c.zip']);
    const found = entries(folder, 'c.zip');
    expect(words(found.get('factures/F1.pdf'))).toContain('ce document n’a pas été scellé');
    expect(words(found.get('00-bordereau_C1_2026-11-20.pdf'))).toContain('F1, copie sans sceau');
  });
  test('the journal has the client’s own rows, and no formula', async () => {
    const { folder } = await claim(THREE_REMINDED, ['--client', 'C1', '--zip', 'c.zip']);
    const csv = strFromU8(entries(folder, 'c.zip').get('journal.csv') ?? new Uint8Array());
    const rows = csv.replace('\ufeff', '').trimEnd().split('\r\n');
    expect(rows).toHaveLength(1 + 6 + 1);
    expect(rows[0]).toBe('at;client;invoice;event;level;channel;recipient;status;newDeadline;user;detail');
    expect(csv).not.toContain('C2');
    expect(rows.at(-1)).toContain(`"'=HYPERLINK(""http://x"")"`);
  });
  test('nothing missing ends with 0', async () => {
    const ran = await claim(TWO_LATE, ['--client', 'C1', '--invoice', 'F1', '--zip', 'c.zip']);
    expect(ran).toMatchObject({ code: 0, out: '9 fichiers dans c.zip\n', talk: [] });
  });
  test('the same claim is the same archive', async () => {
    const [one, other] = [
      await claim(sealed(), ['--client', 'C1', '--zip', 'c.zip']),
      await claim(sealed(), ['--client', 'C1', '--zip', 'c.zip']),
    ];
    expect(readFileSync(join(one.folder, 'c.zip')).equals(readFileSync(join(other.folder, 'c.zip')))).toBe(
      true,
    );
  });
  test('in English', async () => {
    const register = { ...sealed(), settings: String(TWO_LATE.settings).replace('fr_FR', 'en_GB') };
    const ran = await claim(register, ['--client', 'C1', '--zip', 'c.zip'], 'en');
    expect(ran.out).toMatch(/^9 files in c\.zip\n {2}F2: The Lines tab has no line/);
    expect(badSums(entries(ran.folder, 'c.zip'), 'fingerprints-sha256.txt')).toEqual([]);
  });
});

test('the same claim is the same archive, and a folder holds the same', async () => {
  const zipped = await claim(sealed(), ['--client', 'C1', '--zip', 'c.zip']);
  const again = await claim(sealed(), ['--client', 'C1', '--zip', 'c.zip']);
  expect(readFileSync(join(again.folder, 'c.zip')).equals(readFileSync(join(zipped.folder, 'c.zip')))).toBe(
    true,
  );
  const { files, folder } = await claim(sealed(), ['--client', 'C1', '--folder', 'dossier/C1']);
  const found = entries(zipped.folder, 'c.zip');
  expect(files).toEqual([...found.keys()].map((path) => `dossier/C1/${path}`).sort());
  for (const path of files) {
    expect(readFileSync(join(folder, path)).equals(found.get(path.slice(11)) ?? Buffer.of())).toBe(true);
  }
});

describe('names that would lead elsewhere', () => {
  const clients = 'code,name\n../../evil,"..\\..\\evil"\n';
  const numbers = ['../F1', 'F/1', 'F\\1', 'f/1', 'CON', 'F:1', '..', 'é*?"<>|'];
  const invoices = `number,client,issueDate,dueDate,net,vat,total\n${numbers
    .map((number) => `"${number.replace(/"/g, '""')}",../../evil,2026-08-03,2026-09-02,100.00,20.00,120.00\n`)
    .join('')}`;
  const lines = `invoice,description,quantity,unitPrice,vatRate,vatCategory\n${numbers
    .map((number) => `"${number.replace(/"/g, '""')}",Livraison,1,100,20,S\n`)
    .join('')}`;
  test('stay within the file, and no two pieces share one', async () => {
    const register = { ...TWO_LATE, clients, invoices, lines, payments: 'date,client,amount\n' };
    const ran = await claim(register, ['--client', '../../evil', '--folder', 'c']);
    const documents = ran.files.filter((path) => path.includes('factures/'));
    expect(documents).toHaveLength(numbers.length);
    for (const path of ran.files) {
      expect(path).toMatch(/^c\/(factures\/)?[\w][\w.-]*$/);
      expect(path).not.toMatch(/\/(con|prn|aux|nul)\./i);
    }
    expect(new Set(ran.files.map((path) => path.toLowerCase())).size).toBe(ran.files.length);
  });
});

describe('refused', () => {
  const TABLE = [
    [
      'neither archive nor folder',
      ['--client', 'C1'],
      /--zip FICHIER ou --folder DOSSIER/,
      /--zip FILE or --folder FOLDER/,
      2,
    ],
    ['both', ['--client', 'C1', '--zip', 'a', '--folder', 'b'], /l’un des deux/, /one of them/, 2],
    [
      'the standard output',
      ['--client', 'C1', '--zip', '-'],
      /--zip attend un fichier/,
      /--zip wants a file/,
      2,
    ],
    ['no client', ['--zip', 'a'], /dites de quel client/, /say which client/, 2],
    ['an unknown client', ['--client', 'X', '--zip', 'a'], /pas de client/, /no client/, 2],
    [
      'another’s invoice',
      ['--client', 'C1', '--invoice', 'F3', '--zip', 'a'],
      /celle du client C2/,
      /that of client C2/,
      2,
    ],
    [
      'nothing open',
      ['--client', 'C3', '--zip', 'a'],
      /rien n’est ouvert/,
      /nothing of this client is open/,
      1,
    ],
  ] as const;
  const register: Files = { ...TWO_LATE, clients: `${TWO_LATE.clients}C3,Rien SARL,,,,,\n` };
  for (const [name, args, fr, en, code] of TABLE) {
    test(name, async () => {
      const french = await claim(register, args);
      expect(french.out + french.talk.join()).toMatch(fr);
      expect(french).toMatchObject({ code, files: [] });
      const english = { ...register, settings: String(register.settings).replace('fr_FR', 'en_GB') };
      const other = await claim(english, args, 'en');
      expect(other.out + other.talk.join()).toMatch(en);
    });
  }
  test('a folder that is there already', async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'c'));
    const args = ['--register', writeFolder(TWO_LATE), '--client', 'C1', '--folder', 'c'];
    const ran = await runCommand('claim-file', args, { folder });
    expect(ran.code).toBe(2);
    expect(ran.talk.join()).toContain('«\u202fc\u202f» existe déjà');
  });
});

test('a place nothing can be written to: 3, and nothing is left behind', async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'f'), '');
  for (const target of [
    ['--zip', 'f/c.zip'],
    ['--folder', 'f/c'],
  ]) {
    const args = ['--register', writeFolder(TWO_LATE), '--as-of', DAY, '--client', 'C1', ...target];
    const ran = await runCommand('claim-file', args, { folder });
    expect(ran.code).toBe(3);
    expect(ran.talk.join()).toContain('ne peut pas être écrit');
  }
  expect(filesBelow(folder)).toEqual(['f']);
});
