/** The way from a report to a cell of the register: a web address where it is a Google Sheet, a file and a row where it is a folder. */
import { SOURCE_TABLE_KEYS } from '../../../shared/register/source-tables.ts';
import type { Report } from '../../answers/report.ts';
import { columnLetter } from '../xlsx/bulk-rows.ts';

export type SheetSource = Extract<Report['source'], { kind: 'sheet' }>;

/** A cell of the register; an empty column means the row as a whole, a row below 1 the table. */
export type CellPlace = { readonly table: string; readonly row: number; readonly column: string };

/** The cell in the Google Sheet, or the row where the whole of it is meant; null where the sheet has no such tab. */
export function cellUrl({ spreadsheetId, tabs, columns }: SheetSource, place: CellPlace): string | null {
  const { table, row, column } = place;
  const key = SOURCE_TABLE_KEYS.find((known) => known === table);
  const gid = key === undefined ? undefined : tabs.get(key);
  if (gid === undefined) return null;
  const id = encodeURIComponent(spreadsheetId);
  const at = key === undefined ? undefined : columns.get(key)?.get(column);
  const range = at === undefined ? `${row}:${row}` : `${columnLetter(at + 1)}${row}`;
  return `https://docs.google.com/spreadsheets/d/${id}/edit#gid=${gid}${row < 1 ? '' : `&range=${range}`}`;
}

/** `invoices.csv:12` */
export function fileRow({ table, row }: CellPlace): string {
  return `${table}.csv:${row}`;
}
