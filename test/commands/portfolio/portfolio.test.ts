/** `encaisse portfolio`: a report each, one overview, and failures that stay where they belong. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { isRecord } from '../../../batch/delivery/json.ts';
import { at, jsonTextOf } from '../../answers/json-of.ts';
import { temporaryFolder } from '../../delivery/temporary-folder.ts';
import { typeset } from '../../french.ts';
import { type Files, writeFolder } from '../../sources/csv-fixture.ts';
import { readBook, rowOf, sheetNamed } from '../../workbook/read-xlsx.ts';
import { CLEAN, english, WITH_PROBLEM } from '../registers.ts';
import { type Around, filesBelow, type Ran, runCommand } from '../runs.ts';

const DAY = ['--as-of', '2026-11-20'];

/** A folder with a portfolio of registers; `null` stands for one that does not exist. */
function desk(registers: Readonly<Record<string, Files | null>>, more: object = {}) {
  const folder = temporaryFolder();
  const list = Object.entries(registers).map(([name, files]) => ({
    name,
    register: files === null ? `no-${name}` : writeFolder(files),
  }));
  writeFileSync(join(folder, 'p.json'), JSON.stringify({ folder: 'out', registers: list, ...more }));
  const run = (args: readonly string[] = [], around: Partial<Around> = {}): Promise<Ran> =>
    runCommand('portfolio', ['p.json', ...args], { folder, ...around });
  const overview = (): unknown => JSON.parse(readFileSync(join(folder, 'out/overview.json'), 'utf8'));
  return { folder, run, overview, registers: list };
}

const firmsIn = (overview: unknown): readonly unknown[] => {
  const firms = at(overview, 'currencies.0.firms');
  return Array.isArray(firms) ? firms.map((row: unknown) => (isRecord(row) ? row.firm : null)) : [];
};

describe('two registers', () => {
  test('have a workbook and a JSON each, the same as alone, and one overview', async () => {
    const { folder, overview, registers, run } = desk({ 'Été & Fils': CLEAN, Dupont: WITH_PROBLEM });
    const { code, out, talk } = await run(DAY);
    expect(code).toBe(0);
    expect(out).toMatch(/^Portefeuille – créances au 2026-11-20\u202f; dossiers traités\u202f: 2 sur 2\n/);
    expect(talk).toEqual([
      typeset(`1/2 Été & Fils : ${join(folder, 'out/Ete-Fils.xlsx')}`),
      typeset(`2/2 Dupont : ${join(folder, 'out/Dupont.xlsx')}`),
      typeset(`écrit : ${join(folder, 'out/overview.xlsx')}`),
      typeset(`écrit : ${join(folder, 'out/overview.json')}`),
    ]);
    expect(filesBelow(join(folder, 'out'))).toEqual([
      expect.stringMatching(/^\.encaisse\/anchors-/),
      expect.stringMatching(/^\.encaisse\/anchors-/),
      'Dupont.json',
      'Dupont.xlsx',
      'Ete-Fils.json',
      'Ete-Fils.xlsx',
      'overview.json',
      'overview.xlsx',
      'summaries/Dupont.json',
      'summaries/Ete-Fils.json',
    ]);
    const alone = await jsonTextOf(registers[0].register, '2026-11-20');
    expect(readFileSync(join(folder, 'out/Ete-Fils.json'), 'utf8')).toBe(alone);
    const figures = JSON.parse(alone);
    expect(at(overview(), 'currencies.0.firms.1')).toMatchObject({
      firm: 'Été & Fils',
      open: at(figures, 'currencies.0.receivables.open'),
      overdue: at(figures, 'currencies.0.receivables.overdue'),
      dso: at(figures, 'currencies.0.dso.countBack'),
      problems: 0,
    });
    expect(at(overview(), 'currencies.0.firms.0')).toMatchObject({ firm: 'Dupont', problems: 1 });
  });
  test('the overview’s workbook holds the figures of its JSON, and leads to each workbook', async () => {
    const { folder, overview, run } = desk({ A: CLEAN, B: WITH_PROBLEM }, { name: 'Cabinet Durand' });
    await run(DAY);
    const book = readBook(readFileSync(join(folder, 'out/overview.xlsx')));
    expect(book.sheets.map(({ name }) => name)).toEqual(['Dossiers', 'Débiteurs']);
    const firms = sheetNamed(book, 'Dossiers');
    expect(rowOf(firms, 2)).toEqual([
      'Cabinet Durand · au 20 novembre 2026 · montants en EUR · dossiers tous traités (2)',
    ]);
    const row = at(overview(), 'currencies.0.firms.0');
    expect(rowOf(firms, 5).slice(0, 7)).toEqual([
      1,
      at(row, 'firm'),
      46346,
      Number(at(row, 'open')),
      Number(at(row, 'overdue')),
      at(row, 'overdueShare'),
      Number(at(row, 'overdue')) - Number(at(row, 'overdueWeekBefore')),
    ]);
    expect(rowOf(firms, 3).slice(1, 3)).toEqual(
      ['open', 'overdue'].map((key) => Number(at(overview(), `currencies.0.${key}`))),
    );
    expect(book.parts.get(firms.path.replace('worksheets/', 'worksheets/_rels/').concat('.rels'))).toContain(
      `Target="${at(row, 'workbook')}" TargetMode="External"`,
    );
    expect(rowOf(sheetNamed(book, 'Débiteurs'), 5).slice(0, 4)).toEqual([1, 'Épicerie Ollier', 'A', 'C1']);
  });
  test('each register keeps its own language; the overview has the configuration’s', async () => {
    const { folder, run } = desk({ A: CLEAN, B: english() }, { language: 'en' });
    const { out, talk } = await run(DAY, { language: 'fr' });
    expect(out).toMatch(/^Portfolio – receivables as of 2026-11-20; firms done: 2 of 2/);
    expect(talk.at(-1)).toMatch(/^written: /);
    const french = readBook(readFileSync(join(folder, 'out/A.xlsx')));
    const overview = readBook(readFileSync(join(folder, 'out/overview.xlsx')));
    expect(french.sheets[0].name).toBe('Synthèse');
    expect(overview.sheets.map(({ name }) => name)).toEqual(['Firms', 'Debtors']);
  });
});

describe('a failed register never stops the others', () => {
  test('it is listed with its reason, and the command ends with 1', async () => {
    const { folder, overview, run } = desk({ A: null, B: CLEAN, C: { ...CLEAN, clients: 'nothing\n' } });
    const { code, out, talk } = await run(DAY);
    expect(code).toBe(1);
    expect(firmsIn(overview())).toContain('B');
    expect(at(overview(), 'failed.0')).toMatchObject({ firm: 'A', register: 'no-A' });
    expect(at(overview(), 'failed.0.reason')).toContain(
      typeset(`le dossier « ${join(folder, 'no-A')} » n’existe pas`),
    );
    expect(out).toContain(typeset('Sans rapport :\n  A : le dossier'));
    expect(talk[0]).toContain(typeset('1/3 A : le dossier'));
    const book = readBook(readFileSync(join(folder, 'out/overview.xlsx')));
    expect(rowOf(sheetNamed(book, 'Échecs'), 4).slice(0, 2)).toEqual(['A', 'no-A']);
    expect(rowOf(sheetNamed(book, 'Dossiers'), 2)[0]).toMatch(
      /1 dossier sur 3 manque\u202f: voir la feuille Échecs$/,
    );
  });
  test('all failed: 3, and the overview says so', async () => {
    const { folder, overview, run } = desk({ A: null, B: null });
    const { code, out } = await run(DAY, { language: 'en' });
    expect(code).toBe(3);
    expect(out).toMatch(/^Portfolio; firms done: 0 of 2\n/);
    expect(at(overview(), 'registers')).toEqual({ total: 2, done: 0, failed: 2 });
    expect(readBook(readFileSync(join(folder, 'out/overview.xlsx'))).sheets.map(({ name }) => name)).toEqual([
      'Failed',
    ]);
  });
  test('a workbook is no register', async () => {
    const folder = temporaryFolder();
    const registers = [
      { name: 'A', register: 'a.xlsx' },
      { name: 'B', register: writeFolder(CLEAN) },
    ];
    writeFileSync(join(folder, 'p.json'), JSON.stringify({ folder: 'out', registers }));
    const { code, out } = await runCommand('portfolio', ['p.json', ...DAY], { folder });
    expect(code).toBe(1);
    expect(out).toContain('est un classeur');
  });
  test('where its files cannot be written, what stood there stands', async () => {
    const { folder, overview, run } = desk({ A: CLEAN, B: CLEAN });
    await run(DAY);
    const before = readFileSync(join(folder, 'out/A.json'), 'utf8');
    rmSync(join(folder, 'out/A.xlsx'));
    mkdirSync(join(folder, 'out/A.xlsx'));
    expect((await run(['--as-of', '2026-11-21'])).code).toBe(1);
    expect(readFileSync(join(folder, 'out/A.json'), 'utf8')).toBe(before);
    expect(firmsIn(overview())).toEqual(['B']);
    expect(at(overview(), 'failed.0.reason')).toContain('ne peut pas être écrit');
  });
  test('a folder that cannot be made fails every register, and the overview itself', async () => {
    const { folder, run } = desk({ A: CLEAN });
    writeFileSync(join(folder, 'out'), 'in the way');
    const { code, talk } = await run(DAY);
    expect(code).toBe(3);
    expect(talk.at(-1)).toContain('ne peut pas être écrit');
  });
});

describe('in parts', () => {
  const four = () => desk({ A: CLEAN, B: CLEAN, C: null, D: CLEAN });
  test('each does its own, and says what is to be done at the end', async () => {
    const { folder, run } = four();
    const { code, out, talk } = await run([...DAY, '--shard', '2/2']);
    expect({ code, out }).toEqual({ code: 0, out: '' });
    expect(talk.map((line) => line.slice(0, 5))).toEqual(['2/4 B', '4/4 D', 'tranc']);
    expect(talk[2]).toBe(
      typeset('tranche 2/2 faite (2 dossiers). Quand toutes le sont : encaisse portfolio p.json --overview'),
    );
    expect(filesBelow(join(folder, 'out')).filter((name) => /^[^.].*xlsx$/.test(name))).toEqual([
      'B.xlsx',
      'D.xlsx',
    ]);
  });
  test('--overview gathers them as one run would have; what was not run is told', async () => {
    const parted = four();
    await parted.run(DAY, { environment: { CLOUD_RUN_TASK_INDEX: '1', CLOUD_RUN_TASK_COUNT: '2' } });
    const half = await parted.run(['--overview']);
    expect(half.code).toBe(1);
    expect(half.out).toContain(
      typeset('A : pas encore traité : lancez la tranche qui le porte, puis --overview'),
    );
    const first = await parted.run([...DAY, '--shard', '1/2']);
    expect(first.code).toBe(1);
    const whole = await parted.run(['--overview']);
    expect(whole.code).toBe(1);
    const before = parted.overview();
    await parted.run(DAY);
    expect(parted.overview()).toEqual(before);
  });
  test('a part whose registers all failed ends with 3, an empty one with 0', async () => {
    const { run } = four();
    expect((await run([...DAY, '--shard', '3/4'])).code).toBe(3);
    expect((await run([...DAY, '--shard', '5/8'])).code).toBe(0);
  });
});

describe('what cannot be meant ends with 2', () => {
  for (const [name, args, message] of [
    ['no configuration', [], 'say which portfolio: encaisse portfolio CONFIG.json'],
    ['two', ['p.json', 'q.json'], 'unexpected argument "q.json"'],
    ['a part that is none', ['p.json', '--shard', '3/2'], '--shard: "3/2" is not a part'],
    ['a day that is none', ['p.json', '--as-of', 'hier'], '--as-of: "hier" is not a day'],
    [
      'a part of the overview',
      ['p.json', '--overview', '--shard', '1/2'],
      '--overview gathers what is done: it does not go with --shard.',
    ],
    [
      'a day of the overview',
      ['p.json', '--overview', ...DAY],
      '--overview gathers what is done: it does not go with --as-of.',
    ],
  ] as const) {
    test(name, async () => {
      const { folder } = desk({ A: CLEAN });
      const { code, talk } = await runCommand('portfolio', args, { folder, language: 'en' });
      expect(code).toBe(2);
      expect(talk.join()).toContain(message);
      expect(filesBelow(folder)).toEqual(['p.json']);
    });
  }
});
