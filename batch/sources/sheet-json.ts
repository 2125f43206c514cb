/** The JSON that the Sheets API answers, `unknown` until read. What has not its shape is asked for again. */
import type { Cell } from '../../shared/base/problem.ts';

/** An answer that is cut, or is not what the API answers. */
export class MalformedAnswer extends Error {
  override readonly name = 'MalformedAnswer';
}

export function malformed(): never {
  throw new MalformedAnswer('the answer of the Sheets API is cut or malformed');
}

/** Throws `MalformedAnswer` on what is no JSON, such as half an answer. */
export function readJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return malformed();
  }
}

/** A field of an object; `undefined` where the field, or the object, is not there. */
export function jsonField(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

/** A list; the API leaves out an empty one. */
export function jsonList(value: unknown): readonly unknown[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : malformed();
}

/** Rows of one range: an empty cell is an empty text, empty cells and rows at the end are left out. */
export type RangeRows = readonly (readonly Cell[])[];

/**
 * The rows of each range of an answer to `values.batchGet`.
 * @param count ranges asked for
 */
export function readValueRanges(bytes: Buffer, count: number): readonly RangeRows[] {
  const ranges = jsonList(jsonField(readJson(bytes), 'valueRanges'));
  if (ranges.length !== count) malformed();
  return ranges.map((range) => {
    const rows = jsonList(jsonField(range, 'values'));
    return areRows(rows) ? rows : malformed();
  });
}

function areRows(rows: readonly unknown[]): rows is RangeRows {
  return rows.every((row) => Array.isArray(row) && areCells(row));
}

/** The API's cells are texts, numbers and booleans. */
function areCells(cells: readonly unknown[]): boolean {
  for (const cell of cells) if (typeof cell === 'object') return false;
  return true;
}
