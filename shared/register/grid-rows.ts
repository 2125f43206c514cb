/** Grids of cells, as a spreadsheet's script hands them out, poured into the register's reader. */
import type { Cell } from '../base/problem.ts';
import { plainAmountOfNumber, plainAmountOfText } from './cell-amounts.ts';
import type { CellBlock } from './cell-block.ts';
import { plainDayOfNumber, plainDayOfText } from './cell-dates.ts';
import { type ReadRegister, startReading } from './read.ts';
import { isEmpty } from './row-cells.ts';
import { SOURCE_TABLE_KEYS, type SourceTableKey } from './source-tables.ts';
import { STAGE_ROOM, stageText } from './staged-text.ts';

/** Rows of cells, the header first; days are serial numbers. A tab that is not there is an empty grid. */
export type CellGrid = readonly (readonly Cell[])[];

/** Reads a register out of grids. A table without a grid, or with an empty one, has no rows and no problem. */
export function readGrids(grids: ReadonlyMap<SourceTableKey, CellGrid>): ReadRegister {
  const reader = startReading();
  for (const table of SOURCE_TABLE_KEYS) {
    const grid = grids.get(table) ?? [];
    if (grid.length === 0) continue;
    const headers = headersOf(grid);
    reader.header(table, headers, grid.length - 1);
    if (grid.length > 1) reader.rows(gridRows(grid, headers.length));
  }
  return reader.finish();
}

/** The header's cells up to the last that holds something: what stands right of them is the keeper's own. */
export function headersOf([first = []]: CellGrid): readonly Cell[] {
  let width = first.length;
  while (width > 0 && isEmpty(first[width - 1])) width--;
  return first.slice(0, width);
}

/** @param width columns of the header */
function gridRows(grid: CellGrid, width: number): CellBlock {
  const cellAt = (row: number, column: number): Cell => grid[row + 1][column] ?? null;
  return {
    firstRow: 2,
    rowCount: grid.length - 1,
    cell: cellAt,
    plainDay: (row, column) => {
      const cell = cellAt(row, column);
      if (typeof cell === 'number') return plainDayOfNumber(cell);
      return typeof cell === 'string' ? plainDayOfText(cell) : Number.NaN;
    },
    plainAmount: (row, column, digits) => {
      const cell = cellAt(row, column);
      if (typeof cell === 'number') return plainAmountOfNumber(cell, digits);
      return typeof cell === 'string' ? plainAmountOfText(cell, digits) : Number.NaN;
    },
    stage: (row, column, staged) => {
      const cell = cellAt(row, column);
      if (typeof cell !== 'string' || !isPlain(cell)) return false;
      stageText(staged, cell);
      return true;
    },
    isBlank: (row) => isBlankRow(grid[row + 1], width),
    rowFlaw: () => null, // a sheet cannot shift its cells as a file's missing comma does
  };
}

const PLAIN = /^[!"$-~](?:[ -~]*[!-~])?$/;

/** Printable ASCII without spaces at its ends that does not start with `#`: it is read as it stands. */
function isPlain(text: string): boolean {
  return text.length <= STAGE_ROOM && PLAIN.test(text);
}

function isBlankRow(row: readonly Cell[], width: number): boolean {
  const end = Math.min(width, row.length);
  for (let column = 0; column < end; column++) if (!isEmpty(row[column])) return false;
  return true;
}
