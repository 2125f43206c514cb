/** How a source hands cells to the reader: table by table, in blocks of rows. */
import type { DayNumber } from '../base/civil-date.ts';
import type { Cell } from '../base/problem.ts';
import type { StagedText } from './staged-text.ts';

/**
 * Some rows of one table. The two `plain…` functions are the quick way for the forms that have one reading in every locale;
 * what they answer equals what `readDay` and `readAmount` make of `cell`, and NaN means: ask those.
 */
export type CellBlock = {
  readonly firstRow: number; // the sheet's number of the block's row 0; the header is row 1
  readonly rowCount: number;
  /** The cell at a row of the block and a column of the header; `null` where empty or past the row's end. */
  cell(row: number, column: number): Cell;
  /** The day of a cell that holds `YYYY-MM-DD` or a serial number, else NaN. */
  plainDay(row: number, column: number): DayNumber;
  /** Minor units of a cell that holds digits, at most one point and no more decimals than `digits`, else NaN. */
  plainAmount(row: number, column: number, digits: number): number;
  /**
   * Stages a text of printable ASCII without spaces at its ends that does not start with `#`, of at most STAGE_ROOM characters;
   * false for every other cell, the empty one too: ask `cell`.
   */
  stage(row: number, column: number, staged: StagedText): boolean;
  /** Whether no cell of the row holds anything. */
  isBlank(row: number): boolean;
  /** What makes the row unreadable as a whole, else `null`. */
  rowFlaw(row: number): RowFlaw | null;
};

/** A file's row with more filled cells than the header has columns, or with text after a closing quote. */
export type RowFlaw = 'row/extra-cells' | 'row/quotes';

/** What a source itself saw wrong with a table. */
export type TableFlaw =
  | { readonly code: 'file/encoding'; readonly row: number } // read as Windows-1252 from this row on
  | { readonly code: 'file/truncated'; readonly row: number } // the row is cut; it is not handed over
  | { readonly code: 'table/duplicate'; readonly row: number; readonly found: string };
