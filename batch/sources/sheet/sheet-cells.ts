/** Cells as they are written: days as serial numbers, amounts as numbers, choices in the sheet's words, all else as text, never a formula. */
import { parseCivilDate, serialOfDay } from '../../../shared/base/civil-date.ts';
import type { Cell } from '../../../shared/base/problem.ts';
import type { Language } from '../../../shared/base/words.ts';
import { SOURCE_TABLES, type SourceTableKey } from '../../../shared/register/source-tables.ts';
import type { Column } from '../../../shared/register/tables.ts';
import { formatOf } from '../../../shared/register/tabs/tab-columns.ts';
import type { SheetRequest } from './sheet-client.ts';

export type WrittenCell = string | number | null;

type Rows = NonNullable<NonNullable<SheetRequest['appendCells']>['rows']>;
export type CellData = NonNullable<Rows[number]['values']>[number];

/** Throws on a column the table does not have, or a text that is not of its kind: a bug of ours. */
export function writtenCell(
  table: SourceTableKey,
  key: string,
  text: string,
  language: Language,
): WrittenCell {
  const column = columnOf(table, key);
  if (text === '') return null;
  switch (column.kind) {
    case 'date':
      return serialIn(text);
    case 'amount':
    case 'number':
    case 'integer':
      return numberIn(text);
    case 'choice':
      return column.choices?.find((choice) => choice.key === text)?.words[language] ?? text;
    default:
      return text;
  }
}

export function columnOf(table: SourceTableKey, key: string): Column {
  const column = SOURCE_TABLES[table].columns.find((one) => one.key === key);
  if (column === undefined) throw new Error(`no column ${key} in ${table}`);
  return column;
}

function serialIn(text: string): number {
  const day = parseCivilDate(text);
  if (!day.ok) throw new Error(`no day: ${text}`);
  return serialOfDay(day.value);
}

function numberIn(text: string): number {
  const number = Number(text);
  if (!Number.isFinite(number)) throw new Error(`no number: ${text}`);
  return number;
}

/** A text is given as one: what begins with `=` or looks like a number stays what it is. */
export function cellData(cell: Cell): CellData {
  if (cell === null) return {};
  if (typeof cell === 'boolean') return { userEnteredValue: { boolValue: cell } };
  return { userEnteredValue: typeof cell === 'number' ? { numberValue: cell } : { stringValue: cell } };
}

/** With the format that the column's cells have: rows that the grid grows by have none of their own. */
export function formattedCell(
  cell: WrittenCell,
  table: SourceTableKey,
  key: string,
  language: Language,
): CellData {
  return {
    ...cellData(cell),
    userEnteredFormat: { numberFormat: formatFor(columnOf(table, key), language) },
  };
}

function formatFor(column: Column, language: Language): { readonly type: string; readonly pattern: string } {
  const pattern = formatOf(column, language);
  if (pattern === '@') return { type: 'TEXT', pattern };
  return { type: column.kind === 'date' ? 'DATE' : 'NUMBER', pattern };
}
