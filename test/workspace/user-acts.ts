/** What users do to the sheet with their own hands, and the events Google makes of it. */
import { parseRange } from './a1-range.ts';
import { writeValues } from './cells.ts';
import { EnumValue } from './emulated.ts';
import type { Execution } from './execution.ts';
import { RangeService } from './services/range.ts';
import { UserService } from './services/session.ts';
import { SpreadsheetService } from './services/spreadsheet.ts';
import { type CellValue, cellAt, type Rect, type Tab } from './spreadsheet.ts';
import type { WorkspaceState } from './state.ts';

export type TypedCells = CellValue | readonly (readonly CellValue[])[];

export type Edited = {
  readonly tab: Tab;
  readonly rect: Rect;
  readonly value: string | undefined; // only where one cell was typed
  readonly oldValue: string | undefined;
};

/** Types a value into a cell, or pastes a block whose corner it is; each is taken for what it looks like. */
export function editCells(state: WorkspaceState, title: string, a1: string, cells: TypedCells): Edited {
  const quoted = `'${title.replaceAll("'", "''")}'`;
  const { tab, firstRow, firstColumn } = parseRange(state.book, `${quoted}!${a1}`);
  const block = isBlock(cells) ? cells : [[cells]];
  const before = cellAt(tab, firstRow, firstColumn);
  writeValues(state.book, tab, firstRow, firstColumn, block);
  const one = !isBlock(cells);
  return {
    tab,
    rect: {
      firstRow,
      lastRow: firstRow + block.length - 1,
      firstColumn,
      lastColumn: firstColumn + (block[0]?.length ?? 1) - 1,
    },
    value: one ? textOf(cells) : undefined,
    oldValue: one ? textOf(before) : undefined,
  };
}

function isBlock(cells: TypedCells): cells is readonly (readonly CellValue[])[] {
  return Array.isArray(cells);
}

function textOf(value: TypedCells): string | undefined {
  return value === null || isBlock(value) ? undefined : String(value);
}

export function editEvent(execution: Execution, { tab, rect, value, oldValue }: Edited): unknown {
  return {
    authMode: new EnumValue('AuthMode', execution.start.authMode),
    source: new SpreadsheetService(execution),
    range: new RangeService(execution, tab, rect),
    user: new UserService(execution),
    ...(value === undefined ? {} : { value }),
    ...(oldValue === undefined ? {} : { oldValue }),
  };
}

export function openEvent(execution: Execution): unknown {
  return {
    authMode: new EnumValue('AuthMode', execution.start.authMode),
    source: new SpreadsheetService(execution),
    user: new UserService(execution),
  };
}
