/** `encaisse letter`: what is written, under which name, and what is refused with its reason. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { LETTER_KINDS } from '../../../shared/letters/letter-choice.ts';
import { temporaryFolder } from '../../delivery/temporary-folder.ts';
import { readPdf, wordsIn } from '../../print/read-pdf.ts';
import { type Files, writeFolder } from '../../sources/csv-fixture.ts';
import { filesBelow, type Ran, runCommand } from '../runs.ts';
import { DAY, sealed, THREE_REMINDED, TWO_LATE } from './paper-registers.ts';

type Run = Ran & { readonly folder: string; readonly files: readonly string[] };

async function letter(register: Files, args: readonly string[]): Promise<Run> {
  const folder = temporaryFolder();
  const given = ['--register', writeFolder(register), '--as-of', DAY, ...args];
  const ran = await runCommand('letter', given, { folder });
  return { ...ran, folder, files: filesBelow(folder) };
}

function words({ folder }: Run, name: string): string {
  return wordsIn(readPdf(readFileSync(join(folder, name)))).replace(/\s+/g, ' ');
}

describe('written', () => {
  test('a reminder, where it is said', async () => {
    const ran = await letter(TWO_LATE, ['--client', 'C1', '--kind', 'reminder', '--pdf', 'relance.pdf']);
    expect(ran).toMatchObject({
      code: 0,
      out: '',
      talk: ['écrit\u202f: relance.pdf'],
      files: ['relance.pdf'],
    });
    const said = words(ran, 'relance.pdf');
    for (const text of ['Hôtel du Parc & Fils', 'F1', 'F2', '1 800,00 €', 'FR76 3000 6000'])
      expect(said).toContain(text);
  });
  test('named after itself where nothing is said', async () => {
    const ran = await letter(TWO_LATE, ['--client', 'c1', '--kind', 'statement']);
    expect(ran.files).toHaveLength(1);
    expect(ran.files[0]).toMatch(/^releve_C1_[\w-]+\.pdf$/);
    expect(ran.talk).toEqual([`écrit\u202f: ${ran.files[0]}`]);
  });
  for (const kind of ['proof-sheet', 'statement', 'interest', 'history', 'call-sheet'] as const) {
    test(kind, async () => {
      const ran = await letter(THREE_REMINDED, ['--client', 'C1', '--kind', kind, '--pdf', 'l.pdf']);
      expect(ran).toMatchObject({ code: 0, files: ['l.pdf'] });
      expect(words(ran, 'l.pdf')).toContain('Hôtel du Parc & Fils');
    });
  }
  test('interest that was paid or given up is not asked for again', async () => {
    const paid = 'date,client,invoice,amount,method,purpose\n2026-11-19,C1,F1,40.00,transfer,penalties\n';
    const args = ['--client', 'C1', '--kind', 'interest', '--pdf', 'l.pdf'];
    const before = words(await letter(TWO_LATE, args), 'l.pdf');
    const after = words(await letter({ ...TWO_LATE, payments: paid }, args), 'l.pdf');
    expect(before).not.toContain('Déjà réglé');
    expect(after).toContain('Déjà réglé ou abandonné −40,00 €');
    const total = (said: string): number => Number(/Total dû ([\d,]+) €/.exec(said)?.[1]?.replace(',', '.'));
    expect(total(before) - total(after)).toBeCloseTo(40, 9);
  });
  test('thanks to one who has paid', async () => {
    const ran = await letter(TWO_LATE, ['--client', 'C2', '--kind', 'thank-you', '--pdf', 'l.pdf']);
    expect(words(ran, 'l.pdf')).toContain('20,00 €');
  });
  test('a formal notice with what goes into its envelope', async () => {
    const args = [
      '--client',
      'C1',
      '--kind',
      'formal-notice',
      '--tracking',
      '1A 234',
      '--pdf',
      'envoi/mise.pdf',
    ];
    const ran = await letter(THREE_REMINDED, args);
    expect(ran.code).toBe(1); // F2 has no lines: its rows make no copy
    expect(ran.talk.at(-1)).toMatch(/^copie à joindre vous-même, F2\u202f: Aucune ligne/);
    expect(ran.files).toHaveLength(3);
    const [sheet, copy, notice] = ran.files;
    expect(notice).toBe('envoi/mise.pdf');
    expect(sheet).toMatch(/^envoi\/mise-1-etat-des-envois_C1_[\w-]+\.pdf$/);
    expect(copy).toBe('envoi/mise-2-F1.pdf');
    expect(words(ran, notice)).toContain('1A 234');
    expect(words(ran, sheet)).toContain('28/09/2026');
    expect(words(ran, copy)).toContain('ce document n’a pas été scellé');
  });
  test('what was sealed is what is copied', async () => {
    const ran = await letter(sealed(), ['--client', 'C1', '--kind', 'formal-notice', '--pdf', 'm.pdf']);
    const said = words(ran, 'm-2-F1.pdf');
    expect(said).toContain('Scellé');
    expect(said).toContain('Empreinte du sceau');
    expect(said).not.toContain('n’a pas été scellé');
  });
  test('the duplicate of what will never be paid, stamped with the words of the law', async () => {
    const payments =
      'date,client,invoice,amount,method\n2026-11-18,C1,F1,300.00,transfer\n2026-11-19,C1,F1,400.00,writeOff\n';
    const args = ['--invoice', 'F1', '--kind', 'irrecoverable', '--pdf', 'l.pdf'];
    const ran = await letter({ ...TWO_LATE, payments }, args);
    expect(ran).toMatchObject({ code: 0, files: ['l-1-F1.pdf', 'l.pdf'] });
    const law =
      'facture demeurée impayée pour la somme de 750,00 € (prix net) et pour la somme de 150,00 € (TVA correspondante)';
    for (const file of ran.files) expect(words(ran, file)).toContain(law);
  });
  test('in the firm’s own words', async () => {
    const templates =
      'template,language,subject,body\nletter.reminder-1,fr,Objet à nous,"Bonjour {{client}}, nos mots."\n';
    const ran = await letter({ ...TWO_LATE, templates }, [
      '--client',
      'C1',
      '--kind',
      'reminder',
      '--pdf',
      'l.pdf',
    ]);
    expect(words(ran, 'l.pdf')).toContain('nos mots');
  });
  test('by one of its invoices', async () => {
    const ran = await letter(TWO_LATE, ['--invoice', 'F2', '--kind', 'call-sheet', '--pdf', 'l.pdf']);
    expect(words(ran, 'l.pdf')).toContain('Hôtel du Parc');
  });
  test('a register with things to mend ends with 1, and says so', async () => {
    const invoices = `${TWO_LATE.invoices}F9,C1,2026-02-30,,,,50.00\n`;
    const ran = await letter({ ...TWO_LATE, invoices }, [
      '--client',
      'C1',
      '--kind',
      'statement',
      '--pdf',
      'l.pdf',
    ]);
    expect(ran).toMatchObject({ code: 1, files: ['l.pdf'] });
    expect(ran.talk[1]).toMatch(/^le registre a 1 point à corriger/);
  });
  test('characters the typeface lacks are told', async () => {
    const clients = String(TWO_LATE.clients).replace('Hôtel du Parc & Fils', '東京ホテル');
    const ran = await letter({ ...TWO_LATE, clients }, [
      '--client',
      'C1',
      '--kind',
      'statement',
      '--pdf',
      'l.pdf',
    ]);
    expect(ran.code).toBe(1);
    expect(ran.talk[1]).toBe('caractères que la police n’a pas, imprimés en carrés\u202f: 東 京 ホ テ ル');
  });
});

test('a place nothing can be written to: 3, and nothing is left behind', async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'f'), '');
  mkdirSync(join(folder, 'd.pdf'));
  for (const path of ['f/l.pdf', 'd.pdf']) {
    const args = [
      '--register',
      writeFolder(THREE_REMINDED),
      '--as-of',
      DAY,
      '--client',
      'C1',
      '--kind',
      'formal-notice',
      '--pdf',
      path,
    ];
    const ran = await runCommand('letter', args, { folder });
    expect(ran.code).toBe(3);
    expect(ran.talk.join()).toContain(`«\u202f${path}\u202f» ne peut pas être écrit`);
  }
  expect(filesBelow(folder)).toEqual(['f']);
  expect(existsSync(join(folder, 'd-2-F1.pdf'))).toBe(false);
});

test('every kind is in the help', async () => {
  const { commandNamed } = await import('../../../batch/commands/commands.ts');
  const about = commandNamed('letter')?.flags.kind.about;
  for (const kind of LETTER_KINDS) {
    expect(about?.fr).toContain(kind);
    expect(about?.en).toContain(kind);
  }
});
