/** Columns of numbers that grow while rows are read: a full sheet holds half a million rows. */

export type NumberColumn = Int32Array | Uint8Array | Uint16Array | Float64Array;
export type Columns = Readonly<Record<string, NumberColumn>>;

/** The same columns with twice the room. @param make columns of a capacity */
export function grown<T extends Columns>(columns: T, capacity: number, make: (capacity: number) => T): T {
  const larger = make(capacity * 2);
  for (const key in columns) larger[key].set(columns[key]);
  return larger;
}

/** Moves the rows that stay to the front, in order. @param moved each row's new index, below 0 where it goes */
export function keepRows(columns: Columns, moved: Int32Array): void {
  for (const key in columns) {
    const column = columns[key];
    for (let from = 0; from < moved.length; from++) {
      if (moved[from] >= 0) column[moved[from]] = column[from];
    }
  }
}

/** New indexes once some rows are gone: -1 for those. */
export function indexesWithout(count: number, gone: ReadonlySet<number>): Int32Array {
  const moved = new Int32Array(count);
  let kept = 0;
  for (let row = 0; row < count; row++) moved[row] = gone.has(row) ? -1 : kept++;
  return moved;
}
