/** Every text and figure of the workbook as a reader sees it, kept: the diff of these files is the review of its words. */
import { test } from 'vitest';
import type { Report } from '../../batch/answers/report.ts';
import { expectGolden } from '../golden-file.ts';
import { bookOf, type ReadSheet } from './read-xlsx.ts';
import { emptyReport, reportOf } from './report-of.ts';
import { PROBLEMS, SHEET } from './sources-of.ts';

const SMALL = { clients: 4, items: 6, problems: PROBLEMS, source: SHEET };

const KEPT: readonly (readonly [name: string, report: Report])[] = [
  ['french', reportOf({ ...SMALL, currencies: ['EUR', 'USD'] })],
  ['english', reportOf({ ...SMALL, language: 'en' })],
  ['empty-french', emptyReport()],
];

test.each(KEPT)('the texts of the workbook: %s', async (name, report) => {
  const { sheets } = await bookOf(report);
  expectGolden(`workbook/${name}.txt`, `${sheets.map(sheetText).join('\n')}`);
});

/** One line a row: the cells that hold something, a formula behind its value. */
function sheetText({ cells, name }: ReadSheet): string {
  const rows = new Map<number, string[]>();
  for (const [address, { formula, value }] of cells) {
    if (value === null || value === '') continue;
    const row = Number(address.replace(/[A-Z]+/, ''));
    const shown =
      typeof value === 'number' ? String(Math.round(value * 1e6) / 1e6) : value.replaceAll('\n', ' ⏎ ');
    rows.set(row, [...(rows.get(row) ?? []), formula === null ? shown : `${shown} {=${formula}}`]);
  }
  return [`== ${name}`, ...Array.from(rows, ([row, texts]) => `${row}: ${texts.join(' | ')}`), ''].join('\n');
}
