/** The journal of one client as it stands, row by row, in a file any spreadsheet opens. */
import type { Cell } from '../../../shared/base/problem.ts';
import { readText } from '../../../shared/register/cells.ts';
import { matchHeaders } from '../../../shared/register/headers.ts';
import { TABLES } from '../../../shared/register/tables.ts';

/** UTF-8 with its mark, semicolons, CRLF. @param grid the journal's cells, its header first; may be empty */
export function journalCsv(grid: readonly (readonly Cell[])[], clientCode: string): string {
  const [header = [], ...rows] = grid;
  const place = matchHeaders(TABLES.journal, header).columns.get('client');
  const own = place === undefined ? [] : rows.filter((row) => readText(row[place] ?? null) === clientCode);
  const lines = [header, ...own].map((row) =>
    header.map((_, column) => field(readText(row[column] ?? null))),
  );
  return `\ufeff${lines.map((line) => `${line.join(';')}\r\n`).join('')}`;
}

/** What a spreadsheet would take for a formula has an apostrophe before it. */
function field(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) && !/^[+-]?[\d\s.,]+$/.test(text) ? `'${text}` : text;
  return /[";\r\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
}
