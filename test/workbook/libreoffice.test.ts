/** LibreOffice opens the workbook, calculates it anew and prints it: the figures must stay, and every page be there. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Report } from '../../batch/answers/report.ts';
import { writeWorkbook } from '../../batch/workbook/write-workbook.ts';
import { type ReadBook, readBook } from './read-xlsx.ts';
import { emptyReport, reportOf } from './report-of.ts';
import { PROBLEMS, SHEET } from './sources-of.ts';

const SOFFICE = ['/usr/bin/soffice', '/usr/bin/libreoffice'].find(existsSync);
/** In CI its absence is a failure, not a pass in silence. */
const SKIPPED = SOFFICE === undefined && process.env.CI === undefined;

const REPORTS: readonly (readonly [name: string, report: Report])[] = [
  ['two', reportOf({ currencies: ['EUR', 'KWD'], problems: PROBLEMS, source: SHEET })],
  ['english', reportOf({ language: 'en', items: 60 })],
  ['empty', emptyReport()],
];

const folder = mkdtempSync(join(tmpdir(), 'encaisse-office-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

beforeAll(async () => {
  if (SKIPPED) return;
  const all = [...REPORTS, ['wrong', wronglyCached()] as const];
  for (const [name, report] of all) await writeWorkbook(report, written(name));
  calculateOnLoad();
  const names = all.map(([name]) => written(name));
  convert('xlsx', 'again', names);
  convert('pdf', 'print', names);
}, 180_000);

test.skipIf(SKIPPED)('it really calculates: a cached difference that is none is mended', () => {
  const sevens = (path: string) => formulasOf(bookAt(path)).filter(({ value }) => value === 7);
  expect(sevens(written('wrong'))).toHaveLength(1);
  expect(sevens(again('wrong'))).toHaveLength(0);
});

test.skipIf(SKIPPED).each(REPORTS)('%s: every formula gives the cached value again', (name) => {
  const formulas = formulasOf(bookAt(written(name)));
  expect(formulas.length).toBeGreaterThan(10);
  const theirs = new Map(formulasOf(bookAt(again(name))).map(({ place, value }) => [place, value]));
  for (const { place, value } of formulas) {
    if (typeof value === 'number') expect(Number(theirs.get(place)), place).toBeCloseTo(value, 6);
    else expect(theirs.get(place) ?? '', place).toBe(value ?? '');
  }
});

test.skipIf(SKIPPED).each(REPORTS)('%s: every cell keeps its value', (name) => {
  const theirs = valuesOf(bookAt(again(name)));
  for (const [place, value] of valuesOf(bookAt(written(name)))) {
    if (typeof value === 'number') expect(Number(theirs.get(place)), place).toBeCloseTo(value, 6);
    else expect(theirs.get(place), place).toBe(value);
  }
});

test.skipIf(SKIPPED).each(REPORTS)('%s: it prints, its charts with it', (name, report) => {
  const pdf = readFileSync(join(folder, 'print', `${name}.pdf`), 'latin1');
  expect(pdf.match(/\/Type\s*\/Page\b/g)?.length).toBeGreaterThanOrEqual(6);
  const charts = [...bookAt(again(name)).parts.keys()].filter((path) => path.startsWith('xl/charts/chart'));
  const forecasts = report.currencies.filter(({ forecast }) => forecast.value !== null).length;
  expect(charts).toHaveLength(4 * report.currencies.length + forecasts);
});

function written(name: string): string {
  return join(folder, `${name}.xlsx`);
}

function again(name: string): string {
  return join(folder, 'again', `${name}.xlsx`);
}

function bookAt(path: string): ReadBook {
  return readBook(readFileSync(path));
}

/** With a profile of its own: LibreOffice runs once a profile. */
function convert(to: string, into: string, files: readonly string[]): void {
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
  const out = ['--headless', '--convert-to', to, '--outdir', join(folder, into)];
  execFileSync(SOFFICE ?? 'soffice', [profile, ...out, ...files], { stdio: 'pipe' });
}

/** The proof's six terms agree, its cached difference does not. */
function wronglyCached(): Report {
  const report = reportOf({ items: 5 });
  const [euro] = report.currencies;
  const proof = { ...euro.proof, total: { ...euro.proof.total, difference: 700 } };
  return { ...report, currencies: [{ ...euro, proof }] };
}

/** LibreOffice trusts cached values unless told to calculate on loading. */
function calculateOnLoad(): void {
  const user = join(folder, 'profile', 'user');
  mkdirSync(user, { recursive: true });
  const always = '<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop>';
  writeFileSync(
    join(user, 'registrymodifications.xcu'),
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
