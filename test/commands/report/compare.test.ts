/** `--compare` and `--client`: an earlier report to compare with, and pages of clients; what cannot be meant is refused in words. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { HAND_MADE } from '../../answers/hand-made.ts';
import { at } from '../../answers/json-of.ts';
import { temporaryFolder } from '../../delivery/temporary-folder.ts';
import { expectTypeset, typeset } from '../../french.ts';
import { writeFolder } from '../../sources/csv-fixture.ts';
import { readBook } from '../../workbook/read-xlsx.ts';
import { CLEAN, english } from '../registers.ts';
import { report } from '../runs.ts';

const CHANGES = 'currencies.0.changes';

/** A report of the earlier day written to `before.json`, then one of the later day compared with it. */
async function compared(before: string, asOf: string, change: (text: string) => string = (text) => text) {
  const folder = temporaryFolder();
  const register = writeFolder(HAND_MADE);
  await report(['--register', register, '--as-of', before, '--json', 'before.json'], { folder });
  const path = join(folder, 'before.json');
  const earlier: unknown = JSON.parse(readFileSync(path, 'utf8'));
  writeFileSync(path, change(readFileSync(path, 'utf8')));
  const args = ['--register', register, '--as-of', asOf, '--compare', 'before.json', '--json', '-'];
  return { earlier, ...(await report(args, { folder })) };
}

test('a report of a week ago says what recomputing says, where nothing was entered late', async () => {
  const folder = temporaryFolder();
  const args = ['--register', writeFolder(HAND_MADE), '--as-of', '2026-11-20', '--json', '-'];
  const recomputed: unknown = JSON.parse((await report(args, { folder })).out);
  const kept: unknown = JSON.parse((await compared('2026-11-13', '2026-11-20')).out);
  expect(at(kept, `${CHANGES}.comparedWith`)).toBe('report');
  expect(at(recomputed, `${CHANGES}.comparedWith`)).toBe('recomputed');
  for (const key of [
    'since',
    'open',
    'overdue',
    'countBack',
    'newlyLate',
    'lateNoMore',
    'fell',
    'cash',
    'sentences',
  ])
    expect(at(kept, `${CHANGES}.${key}`), key).toEqual(at(recomputed, `${CHANGES}.${key}`));
});

test('a report of another day: its figures, its late clients, its forecast by the days that passed', async () => {
  const { code, earlier, out } = await compared('2026-10-25', '2026-11-20');
  expect(code).toBe(0);
  const now: unknown = JSON.parse(out);
  expect(at(now, `${CHANGES}.since`)).toBe('2026-10-25');
  expect(at(now, `${CHANGES}.open`)).toBe(at(earlier, 'currencies.0.receivables.open'));
  expect(at(now, `${CHANGES}.overdue`)).toBe(at(earlier, 'currencies.0.receivables.overdue'));
  expect(at(now, `${CHANGES}.cash.low`)).toBeNull();
  const weeks = [0, 1, 2, 3].map((k) => Number(at(earlier, `currencies.0.forecast.weeks.${k}.expected`)));
  const foretold = weeks[0] + weeks[1] + weeks[2] + (weeks[3] * 5) / 7; // 26 days
  expect(Number(at(now, `${CHANGES}.cash.foretold`))).toBeCloseTo(foretold, 2);
  expect(typeset(String(at(now, `${CHANGES}.sentences.0`)))).toContain('comme le 25 octobre 2026');
});

test('more weeks than were foretold: the cash alone', async () => {
  const { out } = await compared('2026-08-15', '2026-11-20');
  const now: unknown = JSON.parse(out);
  expect(at(now, `${CHANGES}.cash.foretold`)).toBeNull();
  expect(at(now, `${CHANGES}.cash.foretoldReason`)).toBe('no-forecast');
});

test('a client that left the register since is left out', async () => {
  const { code, out } = await compared('2026-11-13', '2026-11-20', (text) =>
    text.replaceAll('"client":"B"', '"client":"Z"'),
  );
  expect(code).toBe(0);
  const now: unknown = JSON.parse(out);
  expect(at(now, `${CHANGES}.newlyLate`)).toEqual([{ client: 'B', overdue: '200.00' }]);
  expect(at(now, `${CHANGES}.lateNoMore`)).toEqual([]);
});

describe('a file to compare with that cannot be meant', () => {
  const NO_REPORT = [
    '--compare : « f.json » n’est pas le JSON d’un rapport ; donnez un fichier écrit par « encaisse report --json ».',
    '--compare: "f.json" is not the JSON of a report; give a file that "encaisse report --json" has written.',
  ] as const;
  const head = (asOf: string, name: string, currencies = '[]') =>
    `{"schema":1,"asOf":"${asOf}","register":{"name":"${name}"},"currencies":${currencies}}`;
  const euro = (more: string) => `[{"currency":"EUR",${more}}]`;
  const full = '"receivables":{"open":"1.00","overdue":"0.00"},"dso":{},"items":[],"risk":[]';
  for (const [name, text, words] of [
    ['is no JSON', 'Numéro;Client', NO_REPORT],
    ['is a list', '[]', NO_REPORT],
    ['is of another schema', '{"schema":2}', NO_REPORT],
    ['has no day', head('2026-02-30', 'Maison Ollier'), NO_REPORT],
    ['has no currencies', '{"schema":1,"asOf":"2026-11-01","register":{"name":"x"}}', NO_REPORT],
    ['has an unknown currency', head('2026-11-01', 'x', '[{"currency":"EURO"}]'), NO_REPORT],
    ['has a currency without figures', head('2026-11-01', 'x', euro('"dso":{}')), NO_REPORT],
    ['has an amount that is none', head('2026-11-01', 'x', euro(full.replace('1.00', '1,00'))), NO_REPORT],
    [
      'has weeks that are none',
      head('2026-11-01', 'x', euro(`${full},"forecast":{"weeks":[{}]}`)),
      NO_REPORT,
    ],
    [
      'is another register’s',
      head('2026-11-01', 'Maison Autre'),
      [
        '--compare : « f.json » est le rapport de « Maison Autre », pas de « Maison Ollier » ; donnez un rapport du même registre.',
        '--compare: "f.json" is the report of "Maison Autre", not of "Ollier Ltd"; give a report of the same register.',
      ],
    ],
    [
      'is of the same day',
      head('2026-11-20', 'NAME'),
      [
        '--compare : « f.json » est un rapport du 2026-11-20, qui n’est pas antérieur au 2026-11-20 ; donnez un rapport plus ancien.',
        '--compare: "f.json" is a report of 2026-11-20, which is not before 2026-11-20; give an older one.',
      ],
    ],
  ] as const) {
    test(name, async () => {
      const folder = temporaryFolder();
      const said = async (files: typeof CLEAN, own: string, language: 'fr' | 'en') => {
        writeFileSync(join(folder, 'f.json'), text.replace('NAME', own));
        const args = ['--register', writeFolder(files), '--as-of', '2026-11-20', '--compare', 'f.json'];
        return report(args, { folder, language });
      };
      const french = await said(CLEAN, 'Maison Ollier', 'fr');
      expect({ code: french.code, out: french.out }).toEqual({ code: 2, out: '' });
      expect(french.talk).toEqual([typeset(`encaisse : ${words[0]}`)]);
      expectTypeset(french.talk.join('\n'));
      const inEnglish = await said(english(), 'Ollier Ltd', 'en');
      expect(inEnglish.talk).toEqual([`encaisse: ${words[1]}`]);
    });
  }
  test('is not there', async () => {
    const folder = temporaryFolder();
    const args = ['--register', writeFolder(CLEAN), '--compare', 'nowhere.json'];
    const french = await report(args, { folder });
    expect(french.code).toBe(2);
    expect(french.talk).toEqual([
      typeset('encaisse : --compare : « nowhere.json » ne peut pas être lu (ENOENT) ; vérifiez son chemin.'),
    ]);
    expect((await report(args, { folder, language: 'en' })).talk).toEqual([
      'encaisse: --compare: "nowhere.json" cannot be read (ENOENT); check its path.',
    ]);
  });
});

describe('pages of clients', () => {
  test('one a client asked for, each once, in the order asked for', async () => {
    const folder = temporaryFolder();
    const clients = ['--client', 'K', '--client=A', '--client', 'K'];
    const args = ['--register', writeFolder(HAND_MADE), '--as-of', '2026-11-20', ...clients];
    const { code, out } = await report([...args, '--xlsx', 'r.xlsx', '--json', '-'], { folder });
    expect(code).toBe(0);
    const { sheets } = readBook(readFileSync(join(folder, 'r.xlsx')));
    const names = sheets.map(({ name }) => name);
    expect(names.filter((name) => /^[AK] /.test(name))).toEqual(['K Koweït', 'A Alpha']);
    expect(at(JSON.parse(out), 'pages.0.client')).toBe('K');
    const texts = [...(sheets.find(({ name }) => name === 'A Alpha')?.cells.values() ?? [])].map(
      ({ value }) => value,
    );
    expect(texts).toContain(at(JSON.parse(out), 'pages.1.habits.0.text'));
  });
  test('an unknown code is refused, in words', async () => {
    const folder = temporaryFolder();
    const said = (files: typeof CLEAN) =>
      report(['--register', writeFolder(files), '--client', 'c1', '--xlsx', 'r.xlsx'], { folder });
    const french = await said(CLEAN);
    expect(french.code).toBe(2);
    expect(french.talk).toEqual([
      typeset(
        'encaisse : --client : le registre n’a pas de client « c1 » ; donnez un code de la table Clients, majuscules comprises.',
      ),
    ]);
    expect((await said(english())).talk).toEqual([
      'encaisse: --client: the register has no client "c1"; give a code of the Clients table, capitals included.',
    ]);
  });
});
