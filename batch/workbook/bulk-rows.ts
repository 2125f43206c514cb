/**
 * Long tables as sheet XML, row after row. exceljs keeps each cell as an object (25 s for 100,000 rows); here a row is a
 * line of text that leaves for the zip at once. The styles are those exceljs gave the table's one model row.
 */
import { textElement } from './cell-text.ts';

/** One column of a long table; `cell(i)` is asked once for each row, in order. */
export type BulkColumn =
  | { readonly kind: 'text'; readonly cell: (index: number) => string | null } // each its own: kept in the row
  | { readonly kind: 'word'; readonly cell: (index: number) => string | null } // few different ones: kept once, shared
  | { readonly kind: 'number'; readonly cell: (index: number) => number | null }
  | {
      readonly kind: 'formula';
      readonly cell: (index: number) => number | null; // the cached value
      readonly formula: (sheetRow: number) => string;
    };

export type BulkRows = {
  readonly firstRow: number; // in the sheet; exceljs wrote the model row there
  readonly count: number; // at least 1
  readonly columns: readonly BulkColumn[];
  readonly height?: (index: number) => number; // points; without it the sheet's own
};

/** The workbook's shared strings: exceljs's own, then ours. */
export type SharedStrings = { readonly base: number; readonly index: Map<string, number> };

/** @param styles the style id of each column's cells, as the model row has it */
export function* rowsXml(
  rows: BulkRows,
  styles: readonly string[],
  strings: SharedStrings,
): Generator<string> {
  const writers = rows.columns.map((column, at) =>
    cellWriter(column, columnLetter(at + 1), styles[at] ?? '', strings),
  );
  for (let index = 0; index < rows.count; index++) {
    const number = String(rows.firstRow + index);
    let xml = rows.height
      ? `<row r="${number}" ht="${rows.height(index)}" customHeight="1">`
      : `<row r="${number}">`;
    for (const write of writers) xml += write(index, number);
    yield `${xml}</row>`;
  }
}

type CellWriter = (index: number, row: string) => string;

function cellWriter(column: BulkColumn, letter: string, style: string, strings: SharedStrings): CellWriter {
  const open = `<c r="${letter}`;
  const styled = style === '' ? '' : `" s="${style}`;
  switch (column.kind) {
    case 'text':
      return (index, row) => {
        const text = column.cell(index);
        if (text === null || text === '') return `${open}${row}${styled}"/>`;
        return `${open}${row}${styled}" t="inlineStr"><is>${textElement(text)}</is></c>`;
      };
    case 'word':
      return (index, row) => {
        const text = column.cell(index);
        if (text === null || text === '') return `${open}${row}${styled}"/>`;
        return `${open}${row}${styled}" t="s"><v>${sharedIndex(strings, text)}</v></c>`;
      };
    case 'number':
      return (index, row) => {
        const value = column.cell(index);
        return value === null
          ? `${open}${row}${styled}"/>`
          : `${open}${row}${styled}"><v>${numberText(value)}</v></c>`;
      };
    case 'formula':
      return (index, row) => {
        const value = column.cell(index);
        const cached = value === null ? '' : `<v>${numberText(value)}</v>`;
        return `${open}${row}${styled}"><f>${column.formula(Number(row))}</f>${cached}</c>`;
      };
  }
}

function sharedIndex(strings: SharedStrings, text: string): number {
  const known = strings.index.get(text);
  if (known !== undefined) return known;
  const index = strings.base + strings.index.size;
  strings.index.set(text, index);
  return index;
}

/** A number as XML. Throws on what no workbook can hold: NaN or infinity here is our bug, never a figure. */
export function numberText(value: number): string {
  if (!Number.isFinite(value)) throw new Error(`${value} is no number a workbook can hold`);
  return String(value);
}

/** 1 is A, 27 is AA. */
export function columnLetter(column: number): string {
  const rest = (column - 1) % 26;
  const letter = String.fromCharCode(65 + rest);
  return column > 26 ? columnLetter((column - 1 - rest) / 26) + letter : letter;
}
