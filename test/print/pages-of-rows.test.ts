/** Rows on pages: each page full, none too full, sums never alone. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rowsByPage } from '../../batch/print/pages-of-rows.ts';

const ROOMS = { first: 50, other: 100, carry: 10, tail: 30 };
const rows = (count: number): readonly number[] => Array.from({ length: count }, () => 10);

describe('rows of ten points on pages of fifty and a hundred', () => {
  const TABLE = [
    [0, [0]],
    [1, [1]],
    [2, [2]], // 20 and the tail of 30 fill the page
    [3, [1, 2]], // the tail takes two rows along
    [4, [2, 2]],
    [6, [4, 2]],
    [11, [4, 7]], // 70 and 30 fill the second page
    [12, [4, 6, 2]],
    [13, [4, 7, 2]],
  ] as const;
  for (const [count, pages] of TABLE) {
    test(`${count} rows: ${JSON.stringify(pages)}`, () =>
      expect(rowsByPage(rows(count), ROOMS)).toEqual(pages));
  }
});

describe('what no page holds', () => {
  test('a row higher than a page gets a page', () =>
    expect(rowsByPage([10, 500, 10], ROOMS)).toEqual([1, 1, 1]));
  test('a head that leaves no room: the table begins on the next page', () =>
    expect(rowsByPage([20, 20], { ...ROOMS, first: 5 })).toEqual([0, 2]));
  test('a tail that fills a page stands alone on it', () =>
    expect(rowsByPage([10, 10], { ...ROOMS, tail: 100 })).toEqual([0, 2, 0]));
});

test('whatever the heights: every row once, no page too full, the sums with a line above them', () => {
  const heights = fc.array(fc.integer({ min: 8, max: 45 }), { maxLength: 120 });
  const rooms = fc.record({
    first: fc.integer({ min: 60, max: 200 }),
    other: fc.integer({ min: 200, max: 300 }),
    carry: fc.integer({ min: 8, max: 15 }),
    tail: fc.integer({ min: 10, max: 90 }),
  });
  fc.assert(
    fc.property(heights, rooms, (all, room) => {
      const pages = rowsByPage(all, room);
      expect(pages.reduce((sum, count) => sum + count, 0)).toBe(all.length);
      let done = 0;
      for (const [page, count] of pages.entries()) {
        const isLast = page === pages.length - 1;
        const height = all.slice(done, done + count).reduce((sum, one) => sum + one, 0);
        const most = (page === 0 ? room.first : room.other) - (isLast ? room.tail : room.carry);
        expect(height).toBeLessThanOrEqual(most);
        done += count;
      }
      if (all.length > 0) expect(pages.at(-1)).toBeGreaterThan(0);
    }),
  );
});
