/** Cells as Google hands them over and takes them. */
import type { Cell } from '../../shared/base/problem.ts';

/** What a cell may hold as Google gives it; a `Date` is a day or a time. */
export function cellOf(value: unknown, serial: (date: Date) => number): Cell {
  if (value instanceof Date) return serial(value);
  if (typeof value === 'string') return value === '' ? null : value;
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  return null;
}

/**
 * A cell as `setValues` is given it. Google reads a text as if it had been typed: `=…` becomes a formula, `1-2` a day, `007` a number.
 * A leading apostrophe says that what follows is text; Google takes it off and keeps the rest. So every text carries one: a client
 * who calls himself `=IMPORTXML(…)` stays a name, in any column, whatever its format.
 */
export function typedValue(cell: Cell): string | number | boolean {
  if (cell === null) return '';
  if (typeof cell === 'string') return cell === '' ? '' : `'${cell}`;
  if (typeof cell === 'number' && !Number.isFinite(cell))
    throw new Error('a cell given a number that is none');
  return cell;
}
