/** The rows of a spreadsheet into the sink, and what they say of themselves: whether the add-on is writing. */
import type { Cell } from '../../shared/base/problem.ts';
import { matchHeaders, normaliseWord } from '../../shared/register/headers.ts';
import { TABLES, type TableKey } from '../../shared/register/tables.ts';
import { gridBlock } from './grid-block.ts';
import type { RangeRows } from './sheet-json.ts';
import type { Piece } from './sheet-plan.ts';
import type { CellSink } from './source.ts';

/** The setting the add-on counts up when it begins and when it ends a change of several cells: odd, it is between the two. */
const REVISION = 'revision';

export type Pourer = {
  /** Hands over the rows of a piece; pieces come in order, a table's first one with its header. */
  pour(piece: Piece, rows: RangeRows): void;
  /** Whether the settings poured so far say that a change is half written. */
  isHalfWritten(): boolean;
};

/** @param duplicates titles of the tabs that claim a table another tab stands for */
export function newPourer(sink: CellSink, duplicates: ReadonlyMap<TableKey, readonly string[]>): Pourer {
  let headers: readonly Cell[] = [];
  let halfWritten = false;
  return {
    pour({ table, firstRow }, rows) {
      const isFirst = firstRow === 1;
      if (isFirst) {
        headers = (rows[0] ?? []).map((cell) => (cell === '' ? null : cell));
        sink.header(table, headers);
        for (const found of duplicates.get(table) ?? [])
          sink.flaw({ code: 'table/duplicate', row: 1, found });
      }
      const body = isFirst ? rows.slice(1) : rows;
      if (table === 'settings') halfWritten ||= isOdd(revisionOf(headers, body));
      if (body.length > 0) sink.rows(gridBlock(body, isFirst ? 2 : firstRow, headers.length));
    },
    isHalfWritten: () => halfWritten,
  };
}

function revisionOf(headers: readonly Cell[], rows: RangeRows): Cell {
  const { columns } = matchHeaders(TABLES.settings, headers);
  const [key, value] = [columns.get('key'), columns.get('value')];
  if (key === undefined || value === undefined) return null;
  const row = rows.find((cells) => normaliseWord(String(cells[key] ?? '')) === REVISION);
  return row?.[value] ?? null;
}

function isOdd(revision: Cell): boolean {
  return Math.abs(Number(revision)) % 2 === 1;
}
