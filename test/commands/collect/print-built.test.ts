/** The commands that print, as they are built: their fonts, their colour profile and their texts are found beside them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { beforeAll, expect, test } from 'vitest';
import { temporaryFolder } from '../../delivery/temporary-folder.ts';
import { readPdf, wordsIn } from '../../print/read-pdf.ts';
import { writeFolder } from '../../sources/csv-fixture.ts';
import { buildOnce, encaisse } from '../built-command.ts';
import { filesBelow } from '../runs.ts';
import { DAY, sealed } from './paper-registers.ts';

beforeAll(buildOnce, 120_000);

test('a formal notice with its enclosures, and a claim file', async () => {
  const folder = temporaryFolder();
  const given = ['--register', writeFolder(sealed()), '--as-of', DAY, '--client', 'C1'];
  const notice = await encaisse(['letter', ...given, '--kind', 'formal-notice', '--pdf', 'm.pdf'], {
    folder,
  });
  expect(notice).toMatchObject({ code: 1, out: '' }); // one invoice has no lines: no copy of it, which is told
  expect(filesBelow(folder)).toEqual(['m-1-etat-des-envois_C1_2026-11-20.pdf', 'm-2-F1.pdf', 'm.pdf']);
  const pdf = readPdf(readFileSync(join(folder, 'm.pdf')));
  expect(wordsIn(pdf)).toContain('Hôtel du Parc & Fils');
  expect(pdf.text).toContain('/DestOutputProfile');
  expect(pdf.text).toContain('+SourceSans3-Bold');
  const claim = await encaisse(['claim-file', ...given, '--zip', 'c.zip'], { folder });
  expect(claim).toMatchObject({ code: 1, err: '' }); // one invoice has no lines, and the list says so
  expect(Object.keys(unzipSync(readFileSync(join(folder, 'c.zip'))))).toContain('factures/F1.pdf');
});

test('the help of both, in both languages', async () => {
  const folder = temporaryFolder();
  for (const [name, fr, en] of [
    ['letter', 'une lettre à un client', 'a letter to a client'],
    ['claim-file', 'le dossier d’une créance', 'the file of a claim'],
  ] as const) {
    const french = await encaisse([name, '--help'], { folder });
    expect(french).toMatchObject({ code: 0, err: '' });
    expect(french.out).toContain(fr);
    const english = await encaisse([name, '--help'], { folder, variables: { LANG: 'en_GB.UTF-8' } });
    expect(english.out).toContain(en);
    for (const line of [...french.out.split('\n'), ...english.out.split('\n')])
      expect(line.length).toBeLessThan(113);
  }
});
