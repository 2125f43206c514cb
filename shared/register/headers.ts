/** A sheet's header row to the table's columns, whatever the language, the case, the accents or the order. */
import type { Cell } from '../base/problem.ts';
import { readText } from './cells.ts';
import { type KnownWords, knownWords } from './known-words.ts';
import type { Column, Table } from './tables.ts';

export type HeaderMatch = {
  readonly columns: ReadonlyMap<string, number>; // a column's key to its place in the row, from 0
  readonly texts: ReadonlyMap<string, string>; // a column's key to the header as the sheet has it
  readonly missing: readonly Column[]; // required, and not there
  readonly duplicates: readonly { readonly key: string; readonly index: number }[]; // the first one stands
};

/** Finds the table's columns in a header row by key, French or English header. Headers it does not know are left alone. */
export function matchHeaders(table: Pick<Table, 'columns'>, headers: readonly Cell[]): HeaderMatch {
  const keyOf = headerWords(table);
  const columns = new Map<string, number>();
  const texts = new Map<string, string>();
  const duplicates: { key: string; index: number }[] = [];
  headers.forEach((header, index) => {
    const text = readText(header);
    const key = keyOf(text);
    if (key === undefined) return;
    if (columns.has(key)) {
      duplicates.push({ key, index });
      return;
    }
    columns.set(key, index);
    texts.set(key, text);
  });
  const missing = table.columns.filter((column) => column.required && !columns.has(column.key));
  return { columns, texts, missing, duplicates };
}

/** Asked for every tab that is read, told once. */
const HEADER_WORDS = new WeakMap<readonly Column[], KnownWords<string>>();

function headerWords({ columns }: Pick<Table, 'columns'>): KnownWords<string> {
  const words = HEADER_WORDS.get(columns) ?? knownWords(columns.map(({ key, header }) => [key, header]));
  HEADER_WORDS.set(columns, words);
  return words;
}
