/** A table of a sheet, described: its columns, its rows, where it stands. */
import type { ConditionalFormattingRule, Font } from 'exceljs';
import type { Currency } from '../../../shared/base/money.ts';

export type ColumnKind =
  | 'text' // short text of which each row has its own
  | 'word' // short text that many rows share
  | 'prose' // sentences, which wrap
  | 'amount' // whole minor units of the table's currency
  | 'day' // a day number
  | 'whole' // a whole number
  | 'ordinal' // a rank, or the number of a row: no thousands
  | 'change' // whole points more or fewer than before
  | 'days' // a number of days, one decimal shown
  | 'share'; // 0 to 1, shown as a percentage

/** Where the cell of another column stands, in the same row. */
export type CellAt = (key: string) => string;

export type Column<Row> = {
  readonly key: string;
  readonly header: string;
  readonly kind: ColumnKind;
  readonly cell: (row: Row) => string | number | null;
  readonly total?: 'sum' | { readonly formula: (at: CellAt) => string; readonly value: number | null };
  readonly formula?: (at: CellAt) => string; // of each row of an amount, live; `cell` gives its cached value
  readonly width?: number; // fixed rather than measured
  readonly align?: 'center';
  readonly font?: Partial<Font>; // other than the body's
  readonly rules?: readonly ConditionalFormattingRule[];
};

export type Table<Row> = {
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly currency: Currency;
  readonly totalLabel: string; // empty: the table has no total row
  readonly whenEmpty: string;
};

/** Where a table stands in its sheet. An empty table has one row, which says so. */
export type Placed = {
  readonly totalRow: number;
  readonly headerRow: number;
  readonly firstRow: number;
  readonly lastRow: number;
  readonly lastColumn: string;
  readonly column: (key: string) => string; // its letter
  readonly range: (key: string) => string; // its rows: `C5:C64`
};

export function isTextKind(kind: ColumnKind): boolean {
  return kind === 'text' || kind === 'word' || kind === 'prose';
}
