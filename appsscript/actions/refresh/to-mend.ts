/** Cells to be mended, as the sheet tells them: beside the invoice they spoil, on the list of the day, and in the corner while one types. */
import type { Problem } from '../../../shared/base/problem.ts';
import { problemText } from '../../../shared/base/problem-words.ts';
import type { Language } from '../../../shared/base/words.ts';
import { readText } from '../../../shared/register/cells.ts';
import { TABLE_KEYS, TABLES } from '../../../shared/register/tables.ts';
import type { Grid } from '../../world.ts';
import type { ComputedCells, InvoicePlaces } from './invoice-columns.ts';

/** `Règlements ligne 3, Date : « 2026-02-30 » n’est pas un jour du calendrier ; …`, without the code, which helps nobody in a sheet. */
export function mendText(problem: Problem, language: Language): string {
  const table = titleOf(problem.table, language);
  return problemText(problem, language, { table, header: problem.header }).replace(/ \[[\w/-]+\]$/, '');
}

/** The title that the tab of a table bears. */
export function titleOf(table: string, language: Language): string {
  const known = TABLE_KEYS.find((key) => key === table);
  return known === undefined ? table : TABLES[known].title[language];
}

/** Rows of invoices that could not be read say which cell to mend, and show no sums: by number, of those that no readable row has. */
export function rowsToMend(
  grid: Grid,
  { number }: InvoicePlaces,
  problems: readonly Problem[],
  language: Language,
  isRead: (number: string) => boolean,
): ReadonlyMap<string, ComputedCells> {
  const rows = new Map<string, ComputedCells>();
  for (const { header, row, table } of problems) {
    if (table !== 'invoices' || row < 2 || header === '') continue;
    const text = readText(grid[row - 1]?.[number] ?? null);
    if (text === '' || isRead(text) || rows.has(text)) continue;
    const nextStep = language === 'fr' ? `À corriger\u202f: ${header}` : `To be mended: ${header}`;
    rows.set(text, { paid: null, openBalance: null, daysOverdue: null, dunningLevel: null, nextStep });
  }
  return rows;
}
