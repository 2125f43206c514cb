/** A sheet that is one table: title, totals and header stay in sight; filters; one sheet more where Excel's rows run out. */

import { NAVY, SUBTITLE, TITLE } from '../style.ts';
import { addPage, type Draft, type Page, put } from '../xlsx/page.ts';
import { fitColumns, putTable } from './put-table.ts';
import type { Placed, Table } from './table.ts';

/** Excel has 1,048,576 rows. */
const ROWS_PER_SHEET = 1_000_000;

export type TableSheet = {
  readonly name: string;
  readonly title: string;
  readonly subtitle: string;
  readonly frozenColumns: number;
};

export type PlacedTable = { readonly page: Page; readonly place: Placed };

const TOP = 3;

/** Writes the table on a sheet of its own, or on several, which are then numbered from 2. */
export function addTableSheets<Row>(
  draft: Draft,
  about: TableSheet,
  table: Table<Row>,
  rowsPerSheet: number = ROWS_PER_SHEET,
): readonly PlacedTable[] {
  const placed: PlacedTable[] = [];
  for (let from = 0; from === 0 || from < table.rows.length; from += rowsPerSheet) {
    const rest = from === 0 ? '' : ` ${placed.length + 1}`;
    const rows = table.rows.length > rowsPerSheet ? table.rows.slice(from, from + rowsPerSheet) : table.rows;
    placed.push(
      addTableSheet(
        draft,
        { ...about, name: about.name + rest, title: about.title + rest },
        { ...table, rows },
      ),
    );
  }
  return placed;
}

function addTableSheet<Row>(draft: Draft, about: TableSheet, table: Table<Row>): PlacedTable {
  const page = addPage(draft, about.name, { tab: NAVY, landscape: true });
  const columns = table.columns.length;
  put(page, 1, 1, about.title, TITLE, columns);
  put(page, 2, 1, about.subtitle, SUBTITLE, columns);
  page.sheet.getRow(1).height = 26;
  page.sheet.getRow(2).height = 18;
  const place = putTable(page, table, TOP, draft.language);
  fitColumns(page, table, place);
  keepInSight(page, place, about.frozenColumns);
  return { page, place };
}

function keepInSight(page: Page, place: Placed, frozenColumns: number): void {
  page.sheet.views = [
    { state: 'frozen', xSplit: frozenColumns, ySplit: place.headerRow, showGridLines: false, zoomScale: 100 },
  ];
  page.sheet.autoFilter = `A${place.headerRow}:${place.lastColumn}${place.lastRow}`;
  page.sheet.pageSetup.printTitlesRow = `${place.headerRow}:${place.headerRow}`;
}
