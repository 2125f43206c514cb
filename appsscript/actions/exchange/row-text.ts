/** A row as one text, to find it again wherever it stands by now. */
import type { Grid } from '../../world.ts';

/** Without what is empty at its end: a tab is as wide as its widest row. Empty for a row without anything. */
export function textOfRow(row: Grid[number]): string {
  let length = row.length;
  while (length > 0 && (row[length - 1] === null || row[length - 1] === '')) length--;
  return length === 0 ? '' : JSON.stringify(row.slice(0, length));
}
