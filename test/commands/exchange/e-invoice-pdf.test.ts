/** `encaisse e-invoice --pdf`: each invoice as a PDF that carries the very XML written beside it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { genesisHead, sealNext } from '../../../shared/invoicing/seal.ts';
import { snapshotText } from '../../../shared/invoicing/snapshot-text.ts';
import { temporaryFolder } from '../../delivery/temporary-folder.ts';
import { snapshotOfNumber } from '../../invoicing/snapshots.ts';
import { readPdf, wordsIn } from '../../print/read-pdf.ts';
import { writeFolder } from '../../sources/csv-fixture.ts';
import { filesBelow, runCommand } from '../runs.ts';

const SETTINGS =
  'key,value\ncompanyName,Maison Ollier\nlegalId,732829320\nvatNumber,FR44732829320\naddressLine1,3 rue Vide\npostalCode,69001\n' +
  'city,Lyon\ncountry,FR\nlocale,fr_FR\n';
const CLIENTS =
  'code,name,legalId,addressLine1,postalCode,city,country\nC1,Épicerie Ollier,552100554,1 rue Haute,75011,Paris,FR\n';

function sealRow(): string {
  const row = sealNext(genesisHead('1SheetId', 'k3y'), {
    type: 'ISSUE',
    number: 'F2026-00007',
    at: '2026-11-25T08:30:00Z',
    snapshotText: snapshotText(snapshotOfNumber('F2026-00007')),
  });
  const cells = [row.seq, row.type, row.number, row.at, row.snapshot, row.prev, row.hash];
  return `seq,type,number,at,snapshot,prev,hash\n${cells.map((cell) => `"${String(cell).replace(/"/g, '""')}"`).join(',')}\n`;
}

function attached(bytes: Uint8Array): string | undefined {
  const found = [...readPdf(bytes).objects.values()].find(({ head }) => head.includes('/Type /EmbeddedFile'));
  return found?.stream?.toString('utf8');
}

test('what was sealed, and what has its rows only, marked so', async () => {
  const register = {
    settings: SETTINGS,
    clients: CLIENTS,
    invoices:
      'number,client,issueDate,dueDate,total\nF1,C1,2026-10-01,2026-10-31,120.00\nF2026-00007,C1,2026-11-25,2026-12-25,120.00\n',
    lines:
      'invoice,description,quantity,unitPrice,vatRate\nF1,Conseil,1,100,20\nF2026-00007,Conseil,1,100,20\n',
    seals: sealRow(),
  };
  const folder = temporaryFolder();
  const args = ['--register', writeFolder(register), '--folder', 'out', '--pdf'];
  const { code, out } = await runCommand('e-invoice', args, { folder });
  expect({ code, out }).toEqual({ code: 0, out: '2 factures électroniques écrites dans out.\n' });
  expect(filesBelow(join(folder, 'out'))).toEqual(['F1.pdf', 'F1.xml', 'F2026-00007.pdf', 'F2026-00007.xml']);
  for (const [number, isSealed] of [
    ['F1', false],
    ['F2026-00007', true],
  ] as const) {
    const bytes = readFileSync(join(folder, 'out', `${number}.pdf`));
    expect(attached(bytes)).toBe(readFileSync(join(folder, 'out', `${number}.xml`), 'utf8'));
    const pdf = readPdf(bytes);
    expect(pdf.xmp).toContain('<fx:ConformanceLevel>EN 16931<');
    expect(wordsIn(pdf).includes('n’a pas été scellé')).toBe(!isSealed);
    expect(wordsIn(pdf).includes('Empreinte du sceau')).toBe(isSealed);
    expect(wordsIn(pdf)).not.toContain('Aperçu');
  }
});

test('without the switch there is none', async () => {
  const register = {
    settings: SETTINGS,
    clients: CLIENTS,
    invoices: 'number,client,issueDate,dueDate,total\nF1,C1,2026-10-01,2026-10-31,120.00\n',
    lines: 'invoice,description,quantity,unitPrice,vatRate\nF1,Conseil,1,100,20\n',
  };
  const folder = temporaryFolder();
  await runCommand('e-invoice', ['--register', writeFolder(register), '--folder', 'out'], { folder });
  expect(filesBelow(join(folder, 'out'))).toEqual(['F1.xml']);
});

test('where the typeface lacks a character there is no PDF with squares: the XML stands alone, and it is told which', async () => {
  const register = {
    settings: SETTINGS,
    clients: CLIENTS.replace('Épicerie Ollier', 'Tokyo 東京'),
    invoices: 'number,client,issueDate,dueDate,total\nF1,C1,2026-10-01,2026-10-31,120.00\n',
    lines: 'invoice,description,quantity,unitPrice,vatRate\nF1,Conseil,1,100,20\n',
  };
  const folder = temporaryFolder();
  const args = ['--register', writeFolder(register), '--folder', 'out', '--pdf'];
  const { code, out } = await runCommand('e-invoice', args, { folder });
  expect(out).toMatch(/^F1\n {2}PDF non écrit.*\u202f: 東 京\. Le XML les porte/);
  expect(out).toMatch(/\n1 facture électronique écrite dans out, 1 sans son PDF\.\n$/);
  expect({ code, files: filesBelow(join(folder, 'out')) }).toEqual({ code: 1, files: ['F1.xml'] });
  expect(readFileSync(join(folder, 'out', 'F1.xml'), 'utf8')).toContain('Tokyo 東京');
});

test('the VAT in euros of an invoice in dollars stands on its page as it stands in its XML', async () => {
  const register = {
    settings: SETTINGS,
    clients: CLIENTS,
    invoices: 'number,client,issueDate,dueDate,currency,total\nF1,C1,2026-10-01,2026-10-31,USD,120.00\n',
    lines: 'invoice,description,quantity,unitPrice,vatRate\nF1,Conseil,1,100,20\n',
  };
  const folder = temporaryFolder();
  const args = ['--register', writeFolder(register), '--folder', 'out', '--pdf', '--invoice', 'F1'];
  const { code } = await runCommand('e-invoice', [...args, '--vat-euros', '18.35'], { folder });
  const bytes = readFileSync(join(folder, 'out', 'F1.pdf'));
  expect(code).toBe(0);
  expect(attached(bytes)).toContain('currencyID="EUR">18.35<');
  expect(wordsIn(readPdf(bytes)).replace(/\s/gu, ' ')).toMatch(/TVA en euros : 18,35 €/);
});
