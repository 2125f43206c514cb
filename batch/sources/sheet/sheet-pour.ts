/** The rows of a spreadsheet into the sink, and what they say of themselves: whether the add-on is writing. */
import type { Cell } from '../../../shared/base/problem.ts';
import type { CellBlock } from '../../../shared/register/cell-block.ts';
import { matchHeaders } from '../../../shared/register/headers.ts';
import { normaliseWord } from '../../../shared/register/known-words.ts';
import { SOURCE_TABLES, type SourceTableKey } from '../../../shared/register/source-tables.ts';
import type { CellSink } from '../source.ts';
import { type GridView, gridBlock } from './grid-block.ts';
import type { Piece } from './sheet-plan.ts';
import type { GridCells, ScannedRange } from './sheet-scan.ts';

/** The setting the add-on counts up when it begins and when it ends a change of several cells: odd, it is between the two. */
const REVISION = 'revision';

export type Pourer = {
  /** Hands over the rows of a piece; pieces come in order, a table's first one with its header. */
  pour(piece: Piece, range: ScannedRange): void;
  /** Where the columns of the tables poured so far stand, from 0, by their key. */
  readonly columns: ReadonlyMap<SourceTableKey, ReadonlyMap<string, number>>;
  /** Whether the settings poured so far say that a change is half written. */
  isHalfWritten(): boolean;
};

/**
 * @param cells what the ranges were scanned into
 * @param duplicates titles of the tabs that claim a table another tab stands for
 */
export function newPourer(
  sink: CellSink,
  cells: GridCells,
  duplicates: ReadonlyMap<SourceTableKey, readonly string[]>,
): Pourer {
  const view: GridView = { cells, first: 0, firstRow: 0, rowCount: 0, columnCount: 0, width: 0 };
  const block = gridBlock(view);
  const columns = new Map<SourceTableKey, ReadonlyMap<string, number>>();
  let headers: readonly Cell[] = [];
  let halfWritten = false;
  return {
    columns,
    pour({ table, firstRow }, range) {
      Object.assign(view, range, { firstRow });
      if (firstRow === 1) {
        headers = takeHeaders(view, block);
        columns.set(table, matchHeaders(SOURCE_TABLES[table], headers).columns);
        sink.header(table, headers);
        for (const found of duplicates.get(table) ?? [])
          sink.flaw({ code: 'table/duplicate', row: 1, found });
      }
      if (table === 'settings') halfWritten ||= isOdd(revisionOf(headers, block));
      if (block.rowCount > 0) sink.rows(block);
    },
    isHalfWritten: () => halfWritten,
  };
}

/** The cells of the block's first row up to the last that holds something; the block then begins below them. */
function takeHeaders(view: GridView, block: CellBlock): readonly Cell[] {
  const row = Array.from({ length: view.rowCount > 0 ? view.columnCount : 0 }, (_, i) => block.cell(0, i));
  const headers = row.slice(0, row.findLastIndex((cell) => cell !== null) + 1);
  view.width = headers.length;
  if (view.rowCount > 0) {
    view.first += view.columnCount;
    view.firstRow += 1;
    view.rowCount -= 1;
  }
  return headers;
}

function revisionOf(headers: readonly Cell[], block: CellBlock): Cell {
  const { columns } = matchHeaders(SOURCE_TABLES.settings, headers);
  const [key, value] = [columns.get('key'), columns.get('value')];
  if (key === undefined || value === undefined) return null;
  for (let row = 0; row < block.rowCount; row++)
    if (normaliseWord(String(block.cell(row, key) ?? '')) === REVISION) return block.cell(row, value);
  return null;
}

function isOdd(revision: Cell): boolean {
  return Math.abs(Number(revision)) % 2 === 1;
}
