/** A sink that keeps the cells of some tables as they stand, for what shows a document whole, and hands everything on to the reader. */
import type { Cell } from '../../shared/base/problem.ts';
import type { SourceTableKey } from '../../shared/register/source-tables.ts';
import type { CellSink } from './source.ts';

export type KeptCells = ReadonlyMap<SourceTableKey, readonly (readonly Cell[])[]>; // the header row first

/** @param wanted the tables to keep; a table that is not there is not in `kept` */
export function keepingCells(
  into: CellSink,
  wanted: readonly SourceTableKey[],
): { readonly sink: CellSink; readonly kept: KeptCells } {
  const kept = new Map<SourceTableKey, (readonly Cell[])[]>();
  let rows: (readonly Cell[])[] | null = null;
  let width = 0;
  const sink: CellSink = {
    header(table, headers, expectedRows) {
      rows = wanted.includes(table) && !kept.has(table) ? [[...headers]] : null;
      width = headers.length;
      if (rows) kept.set(table, rows);
      into.header(table, headers, expectedRows);
    },
    rows(block) {
      if (rows) {
        while (rows.length < block.firstRow - 1) rows.push([]);
        for (let row = 0; row < block.rowCount; row++)
          rows.push(Array.from({ length: width }, (_, column) => block.cell(row, column)));
      }
      into.rows(block);
    },
    flaw: (flaw) => into.flaw(flaw),
  };
  return { sink, kept };
}
