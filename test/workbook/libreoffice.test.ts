/** LibreOffice opens the workbook, calculates it anew and prints it: the figures must stay, and every page be there. */
import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Report } from '../../batch/answers/report.ts';
import { writeWorkbook } from '../../batch/workbook/write-workbook.ts';
import { type ReadBook, readBook } from './read-xlsx.ts';
import { emptyReport, PROBLEMS, reportOf, SHEET } from './report-of.ts';

const SOFFICE = ['/usr/bin/soffice', '/usr/bin/libreoffice'].find(existsSync);
/** In CI its absence is a failure, not a pass in silence. */
const SKIPPED = SOFFICE === undefined && process.env.CI === undefined;

const REPORTS: readonly (readonly [name: string, report: Report])[] = [
  ['two', reportOf({ currencies: ['EUR', 'KWD'], problems: PROBLEMS, source: SHEET })],
  ['english', reportOf({ language: 'en', items: 60 })],
  ['empty', emptyReport()],
];

describe.skipIf(SKIPPED)('LibreOffice', () => {
  const folder = mkdtempSync(join(tmpdir(), 'encaisse-office-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  beforeAll(async () => {
    const profile = join(folder, 'profile');
    calculateOnLoad(profile);
    const all = [...REPORTS, ['wrong', wronglyCached()] as const];
    const names = all.map(([name]) => join(folder, `${name}.xlsx`));
    for (const [at, [, report]] of all.entries()) await writeWorkbook(report, names[at]);
    const convert = (to: string, into: string): Buffer =>
      execFileSync(
        SOFFICE ?? 'soffice',
        [
          `-env:UserInstallation=file://${profile}`,
          '--headless',
          '--convert-to',
          to,
          '--outdir',
          join(folder, into),
          ...names,
        ],
        { stdio: 'pipe' },
      );
    convert('xlsx', 'again');
    convert('pdf', 'print');
  }, 180_000);

  test('it really calculates: a cached difference that is none is mended', () => {
    const differences = (path: string) =>
      formulasOf(readBook(readFileSync(path))).filter(({ value }) => value === 7);
    expect(differences(join(folder, 'wrong.xlsx'))).toHaveLength(1);
    expect(differences(join(folder, 'again', 'wrong.xlsx'))).toHaveLength(0);
  });

  test.each(REPORTS)('%s: every formula gives the cached value again', (name) => {
    const ours = readBook(readFileSync(join(folder, `${name}.xlsx`)));
    const theirs = readBook(readFileSync(join(folder, 'again', `${name}.xlsx`)));
    const formulas = formulasOf(ours);
    expect(formulas.length).toBeGreaterThan(10);
    const again = new Map(formulasOf(theirs).map(({ place, value }) => [place, value]));
    for (const { place, value } of formulas) {
      if (typeof value === 'number') expect(Number(again.get(place)), place).toBeCloseTo(value, 6);
      else expect(again.get(place) ?? '', place).toBe(value ?? '');
    }
  });

  test.each(REPORTS)('%s: every cell keeps its value', (name) => {
    const ours = valuesOf(readBook(readFileSync(join(folder, `${name}.xlsx`))));
    const theirs = valuesOf(readBook(readFileSync(join(folder, 'again', `${name}.xlsx`))));
    for (const [place, value] of ours) {
      if (typeof value === 'number') expect(Number(theirs.get(place)), place).toBeCloseTo(value, 6);
      else expect(theirs.get(place), place).toBe(value);
    }
  });

  test.each(REPORTS)('%s: it prints, its charts with it', (name) => {
    expect(readdirSync(join(folder, 'print'))).toContain(`${name}.pdf`);
    const pdf = readFileSync(join(folder, 'print', `${name}.pdf`), 'latin1');
    expect(pdf.match(/\/Type\s*\/Page\b/g)?.length).toBeGreaterThanOrEqual(6);
    const again = readBook(readFileSync(join(folder, 'again', `${name}.xlsx`)));
    const charts = [...again.parts.keys()].filter((path) => path.startsWith('xl/charts/chart'));
    const currencies = REPORTS.find(([one]) => one === name)?.[1].currencies.length ?? 0;
    expect(charts).toHaveLength(4 * currencies);
  });
});

/** The proof's six terms agree, its cached difference does not. */
function wronglyCached(): Report {
  const report = reportOf({ items: 5 });
  const [euro] = report.currencies;
  const proof = { ...euro.proof, total: { ...euro.proof.total, difference: 700 } };
  return { ...report, currencies: [{ ...euro, proof }] };
}

/** LibreOffice trusts cached values unless told to calculate on loading. */
function calculateOnLoad(profile: string): void {
  mkdirSync(join(profile, 'user'), { recursive: true });
  const always = '<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop>';
  writeFileSync(
    join(profile, 'user', 'registrymodifications.xcu'),
    '<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="http://openoffice.org/2001/registry">' +
      `<item oor:path="/org.openoffice.Office.Calc/Formula/Load">${always}</item></oor:items>`,
  );
}

function formulasOf(book: ReadBook) {
  return book.sheets.flatMap(({ cells, name }) =>
    [...cells]
      .filter(([, { formula }]) => formula !== null)
      .map(([address, { value }]) => ({ place: `${name}!${address}`, value })),
  );
}

function valuesOf(book: ReadBook): ReadonlyMap<string, string | number> {
  const values = new Map<string, string | number>();
  for (const { cells, name } of book.sheets) {
    for (const [address, { value }] of cells)
      if (value !== null && value !== '') values.set(`${name}!${address}`, value);
  }
  return values;
}
