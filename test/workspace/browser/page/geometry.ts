/** Where rows and columns of a tab stand, in pixels. Rows and columns from 1. */
import type { TabShape } from '../protocol.ts';

export const ROW_HEIGHT = 21;
export const HEADER_HEIGHT = 24;
export const GUTTER_WIDTH = 46;

export type Geometry = {
  readonly columns: number;
  readonly width: number;
  readonly height: number;
  readonly left: (column: number) => number; // of the cells' area
  readonly widthOf: (column: number) => number;
  readonly top: (row: number) => number;
  readonly heightOf: (row: number) => number;
  readonly rowAt: (y: number) => number;
};

export function geometryOf({ heights, rowCount, widths }: TabShape): Geometry {
  const lefts = [0];
  for (const width of widths) lefts.push((lefts.at(-1) ?? 0) + width);
  const given = new Map(heights);
  const top = (row: number): number =>
    heights.reduce(
      (y, [special, pixels]) => (special < row ? y + pixels - ROW_HEIGHT : y),
      (row - 1) * ROW_HEIGHT,
    );
  return {
    columns: widths.length,
    width: lefts.at(-1) ?? 0,
    height: top(rowCount + 1),
    left: (column) => lefts[column - 1] ?? 0,
    widthOf: (column) => widths[column - 1] ?? 0,
    top,
    heightOf: (row) => given.get(row) ?? ROW_HEIGHT,
    rowAt: (y) => rowAt(top, rowCount, y),
  };
}

/** The row at a height, by halving. */
function rowAt(top: (row: number) => number, rowCount: number, y: number): number {
  let [low, high] = [1, rowCount];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (top(middle) <= y) low = middle;
    else high = middle - 1;
  }
  return low;
}

export function columnLetters(column: number): string {
  const letter = String.fromCharCode(65 + ((column - 1) % 26));
  return column > 26 ? columnLetters(Math.floor((column - 1) / 26)) + letter : letter;
}
