/** Rows that an import writes, as the sheet takes them: days as serials, amounts as numbers, choices in the sheet's words. */
import { parseCivilDate, serialOfDay } from '../../../shared/base/civil-date.ts';
import type { Cell } from '../../../shared/base/problem.ts';
import type { Language } from '../../../shared/base/words.ts';
import type { RowTexts } from '../../../shared/exchange/match/import-rows.ts';
import { SOURCE_TABLES } from '../../../shared/register/source-tables.ts';
import { choiceText, type Row } from '../frame.ts';

/** Throws on a column the table does not have, or a text that is not of its kind: our bug. */
export function sheetRows(
  table: 'clients' | 'invoices' | 'payments' | 'bank',
  rows: readonly RowTexts[],
  language: Language,
): readonly Row[] {
  const kinds = new Map(SOURCE_TABLES[table].columns.map(({ key, kind }) => [key, kind] as const));
  const cell = (key: string, text: string): Cell => {
    if (text === '') return null;
    if (kinds.get(key) === 'date') return serialOf(text);
    if (NUMBERS.has(kinds.get(key) ?? '') && Number.isFinite(Number(text))) return Number(text);
    return kinds.get(key) === 'choice' ? choiceText(table, key, text, language) : text;
  };
  return rows.map((row) =>
    Object.keys(row).reduce<Record<string, Cell>>((cells, key) => {
      cells[key] = cell(key, row[key]);
      return cells;
    }, {}),
  );
}

const NUMBERS: ReadonlySet<string> = new Set(['amount', 'number', 'integer']);

function serialOf(text: string): number {
  const day = parseCivilDate(text);
  if (!day.ok) throw new Error(`no day of an import: ${text}`);
  return serialOfDay(day.value);
}
