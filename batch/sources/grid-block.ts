/** Rows of a spreadsheet as a block of cells. Also right for rows a test writes by hand. */
import type { DayNumber } from '../../shared/base/civil-date.ts';
import type { Cell } from '../../shared/base/problem.ts';
import { plainAmountOfNumber, plainAmountOfText } from '../../shared/register/cell-amounts.ts';
import type { CellBlock } from '../../shared/register/cell-block.ts';
import { plainDayOfNumber, plainDayOfText } from '../../shared/register/cell-dates.ts';
import { isPlainText } from '../../shared/register/cells.ts';
import { STAGE_ROOM, type StagedText, stageText } from '../../shared/register/text-index.ts';

/**
 * A block over rows that may be shorter than the header; an empty text is an empty cell. No row is flawed: notes right of a
 * sheet's table are the keeper's own.
 * @param firstRow the sheet's number of the first row; the header is row 1
 * @param width columns of the header: what stands right of them does not keep a row from being blank
 */
export function gridBlock(
  rows: readonly (readonly Cell[])[],
  firstRow: number,
  width = Number.POSITIVE_INFINITY,
): CellBlock {
  return {
    firstRow,
    rowCount: rows.length,
    cell: (row, column) => cellOf(rows[row], column),
    plainDay: (row, column) => plainDayOf(cellOf(rows[row], column)),
    plainAmount: (row, column, digits) => plainAmountOf(cellOf(rows[row], column), digits),
    stage: (row, column, staged) => stagePlain(cellOf(rows[row], column), staged),
    isBlank: (row) => isBlankRow(rows[row], width),
    rowFlaw: () => null,
  };
}

function cellOf(row: readonly Cell[], column: number): Cell {
  if (column >= row.length) return null;
  const value = row[column];
  return value === '' ? null : value;
}

function plainDayOf(cell: Cell): DayNumber {
  if (typeof cell === 'number') return plainDayOfNumber(cell);
  return typeof cell === 'string' ? plainDayOfText(cell) : Number.NaN;
}

function stagePlain(cell: Cell, staged: StagedText): boolean {
  if (typeof cell !== 'string' || cell.length > STAGE_ROOM || !isPlainText(cell)) return false;
  stageText(staged, cell);
  return true;
}

function plainAmountOf(cell: Cell, digits: number): number {
  if (typeof cell === 'number') return plainAmountOfNumber(cell, digits);
  return typeof cell === 'string' ? plainAmountOfText(cell, digits) : Number.NaN;
}

function isBlankRow(row: readonly Cell[], width: number): boolean {
  const end = Math.min(row.length, width);
  for (let column = 0; column < end; column++) if (cellOf(row, column) !== null) return false;
  return true;
}
