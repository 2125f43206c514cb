/** One table of a spreadsheet as it stands this moment, whole: what a change of it is made from and compared with. */
import type { Cell } from '../../../shared/base/problem.ts';
import type { Language } from '../../../shared/base/words.ts';
import { readText } from '../../../shared/register/cells.ts';
import { matchHeaders } from '../../../shared/register/headers.ts';
import { normaliseWord } from '../../../shared/register/known-words.ts';
import { SOURCE_TABLES, type SourceTableKey } from '../../../shared/register/source-tables.ts';
import { SourceError } from '../source.ts';
import type { SheetClient } from './sheet-client.ts';
import { jsonField, jsonList, malformed, readJson } from './sheet-json.ts';
import { rangeOf } from './sheet-plan.ts';
import { matchTabs, readSpreadsheet, type SheetTab, SPREADSHEET_FIELDS } from './sheet-tabs.ts';
import { missingColumn, missingTab } from './sheet-write-words.ts';

export type SheetTable = {
  readonly key: SourceTableKey;
  readonly tab: SheetTab;
  readonly places: ReadonlyMap<string, number>; // a column's place, from 0, by its key
  readonly language: Language; // of its headers: choices are written in it
  readonly rows: readonly (readonly Cell[])[]; // the first is the sheet's row 2; without what is empty at its end
};

/** @throws SourceError where the spreadsheet has no such tab */
export async function readSheetTable(client: SheetClient, key: SourceTableKey): Promise<SheetTable> {
  const { tabs } = await client.spreadsheet(SPREADSHEET_FIELDS, readSpreadsheet);
  const tab = matchTabs(tabs).tabs.get(key);
  if (tab === undefined) throw new SourceError(missingTab(key));
  const [headers = [], ...rows] = await client.values([rangeOf(tab, 1, tab.rowCount)], cellsIn);
  const { columns, texts } = matchHeaders(SOURCE_TABLES[key], headers);
  return { key, tab, places: columns, language: languageOf(key, texts), rows };
}

function cellsIn(bytes: Buffer): readonly (readonly Cell[])[] {
  const [range] = jsonList(jsonField(readJson(bytes), 'valueRanges'));
  return jsonList(jsonField(range, 'values')).map((row) => jsonList(row).map(cellIn));
}

function cellIn(value: unknown): Cell {
  if (value === '' || value === null) return null;
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? value
    : malformed();
}

/** English where more headers are English than French. */
function languageOf(key: SourceTableKey, texts: ReadonlyMap<string, string>): Language {
  const count = (language: Language): number =>
    SOURCE_TABLES[key].columns.filter(
      ({ header, key: column }) => normaliseWord(header[language]) === normaliseWord(texts.get(column) ?? ''),
    ).length;
  return count('en') > count('fr') ? 'en' : 'fr';
}

/** @throws SourceError on a column the tab has not */
export function placeIn({ key, places, tab }: SheetTable, column: string): number {
  const place = places.get(column);
  if (place === undefined) throw new SourceError(missingColumn(key, column, tab.title));
  return place;
}

/** A cell's text as the reader of a register takes it. @param row from 0, as in `rows` */
export function textIn(table: SheetTable, row: number, column: string): string {
  return readText(table.rows[row]?.[placeIn(table, column)] ?? null);
}
