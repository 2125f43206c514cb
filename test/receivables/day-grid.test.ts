import { expect, test } from 'vitest';
import { addRun, emptySteps, gridOf, indexFrom, sumsOf } from '../../shared/receivables/day-grid.ts';

test('days stand once, oldest first', () => {
  expect([...gridOf([30, -5, 10, 30]).days]).toEqual([-5, 10, 30]);
});

for (const [day, index] of [
  [-100, 0],
  [-5, 0],
  [-4, 1],
  [10, 1],
  [11, 2],
  [30, 2],
  [31, 3],
  [4000, 3],
] as const) {
  test(`the first day asked for from ${day} on is number ${index}`, () => {
    expect(indexFrom(gridOf([30, -5, 10]), day)).toBe(index);
  });
}

test('a run adds its value to its days alone', () => {
  const grid = gridOf([1, 2, 3, 4]);
  const steps = emptySteps(grid);
  addRun(steps, 1, 3, 5);
  addRun(steps, 2, 4, 7);
  expect([...sumsOf(steps)]).toEqual([0, 5, 12, 7]);
});
