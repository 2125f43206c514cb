/** Which rows of a table stand on which page. */

export type Rooms = {
  readonly first: number; // for rows, on the page the table begins on
  readonly other: number; // on each page after it
  readonly carry: number; // below the rows of a page that another follows
  readonly tail: number; // what has to stand on the page of the last row
};

/** So many rows go with the tail to a page of its own: sums without a line above them say nothing. */
const COMPANIONS = 2;

/**
 * How many rows stand on each page, in order. The last page has room for the tail; where it would hold the tail alone, some rows
 * come along. 0 on the first: the table begins on the next. 0 on the last: the tail is too high to share a page.
 * @param heights of the rows; one that is higher than a page gets a page
 */
export function rowsByPage(
  heights: readonly number[],
  { first, other, carry, tail }: Rooms,
): readonly number[] {
  const pages: number[] = [];
  let done = 0;
  for (;;) {
    const room = pages.length === 0 ? first : other;
    const left = heights.slice(done);
    if (sum(left) + tail <= room) return [...pages, left.length];
    if (left.length === 0 && pages.length > 0) return [...pages, 0];
    const fits = fitting(left, room - carry);
    const kept = Math.min(fits, left.length - COMPANIONS);
    const taken = kept > 0 || pages.length === 0 ? Math.max(0, kept) : Math.max(1, fits);
    pages.push(taken);
    done += taken;
  }
}

function fitting(heights: readonly number[], room: number): number {
  let height = 0;
  const over = heights.findIndex((one) => {
    height += one;
    return height > room;
  });
  return over < 0 ? heights.length : over;
}

function sum(heights: readonly number[]): number {
  return heights.reduce((total, height) => total + height, 0);
}
