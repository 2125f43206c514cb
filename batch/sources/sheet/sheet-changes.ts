/** What is asked of the Sheets API to change a table: rows added below, rows taken out, cells written. */
import type { Cell } from '../../../shared/base/problem.ts';
import type { RowTexts } from '../../../shared/exchange/match/import-rows.ts';
import { type CellData, cellData, formattedCell, writtenCell } from './sheet-cells.ts';
import type { SheetRequest } from './sheet-client.ts';
import { placeIn, type SheetTable } from './sheet-table.ts';

/**
 * Rows below the last one that holds something, in columns counted from the first. `values.append` would look for a table to append to,
 * and has taken the wrong column where cells of the last row are empty.
 */
export function appendRequest(table: SheetTable, rows: readonly RowTexts[]): SheetRequest {
  const keys = Array.from(new Set(rows.flatMap((row) => Object.keys(row))));
  const places = keys.map((key) => [key, placeIn(table, key)] as const);
  const width = Math.max(...places.map(([, place]) => place)) + 1;
  return {
    appendCells: {
      sheetId: table.tab.gid,
      fields: 'userEnteredValue,userEnteredFormat.numberFormat',
      rows: rows.map((row) => {
        const values: CellData[] = Array.from({ length: width }, () => ({}));
        for (const [key, place] of places) {
          const cell = writtenCell(table.key, key, row[key] ?? '', table.language);
          values[place] = formattedCell(cell, table.key, key, table.language);
        }
        return { values };
      }),
    },
  };
}

/** Rows as they stood before, below the last one. */
export function returnRequests(
  { tab }: SheetTable,
  rows: readonly (readonly Cell[])[],
): readonly SheetRequest[] {
  if (rows.length === 0) return [];
  const back = rows.map((cells) => ({ values: cells.map(cellData) }));
  return [{ appendCells: { sheetId: tab.gid, fields: 'userEnteredValue', rows: back } }];
}

/** @param rows from 0, as in the table; the lowest go first, so that those above keep their numbers */
export function deleteRequests({ tab }: SheetTable, rows: readonly number[]): readonly SheetRequest[] {
  if (rows.length === 0) return [];
  const runs = runsOf(rows).map((run): SheetRequest => {
    const startIndex = run.first + 1;
    const range = { sheetId: tab.gid, dimension: 'ROWS', startIndex, endIndex: run.last + 2 };
    return { deleteDimension: { range } };
  });
  const isAll = rows.length >= tab.rowCount - 1; // Google refuses to take out every row below the frozen one
  return isAll
    ? [{ appendDimension: { sheetId: tab.gid, dimension: 'ROWS', length: 1 } }, ...runs.reverse()]
    : runs.reverse();
}

function runsOf(rows: readonly number[]): { readonly first: number; readonly last: number }[] {
  const runs: { first: number; last: number }[] = [];
  for (const row of [...rows].sort((a, b) => a - b)) {
    const open = runs[runs.length - 1];
    if (open && open.last === row - 1) open.last = row;
    else runs.push({ first: row, last: row });
  }
  return runs;
}

/** @param row from 0, as in the table; the cell keeps its format */
export function cellRequest({ tab }: SheetTable, row: number, place: number, cell: Cell): SheetRequest {
  return {
    updateCells: {
      start: { sheetId: tab.gid, rowIndex: row + 1, columnIndex: place },
      rows: [{ values: [cellData(cell)] }],
      fields: 'userEnteredValue',
    },
  };
}
