import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isInShard, readShard, WHOLE } from '../../batch/options/shard.ts';

const CLOUD = (index: string, count: string) => ({
  CLOUD_RUN_TASK_INDEX: index,
  CLOUD_RUN_TASK_COUNT: count,
});

for (const [name, flag, variables, part, parts] of [
  ['nothing said', null, {}, 1, 1],
  ['a flag', '2/8', {}, 2, 8],
  ['the last part', '8/8', {}, 8, 8],
  ['the first of one', '1/1', {}, 1, 1],
  ['the first task of Cloud Run', null, CLOUD('0', '8'), 1, 8],
  ['its last', null, CLOUD('7', '8'), 8, 8],
  ['its only one', null, CLOUD('0', '1'), 1, 1],
  ['a flag goes before Cloud Run', '3/4', CLOUD('0', '8'), 3, 4],
] as const) {
  test(name, () => expect(readShard(flag, variables)).toEqual({ part, parts }));
}

describe('what is no part is refused', () => {
  for (const flag of ['0/8', '9/8', '2', '2/0', '/', '-1/8', '1.5/2', '1/10001', '1/2/3', 'a/b', '1 / 2']) {
    test(`--shard ${flag}`, () =>
      expect(() => readShard(flag, {})).toThrow(
        `--shard: "${flag}" is not a part; write 2/8, say, the second of eight.`,
      ));
  }
  for (const [index, count] of [
    ['8', '8'],
    ['', '8'],
    ['0', ''],
    ['x', '8'],
    ['-1', '8'],
  ] as const) {
    test(`task ${index} of ${count}`, () =>
      expect(() => readShard(null, CLOUD(index, count))).toThrow(
        `CLOUD_RUN_TASK_INDEX/CLOUD_RUN_TASK_COUNT: "${index}/${count}" is not a part`,
      ));
  }
});

test('every register is in one part, and the parts differ by one at most', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 12 }), fc.nat(60), (parts, registers) => {
      const sizes = Array.from({ length: parts }, (_, at) => {
        const shard = { part: at + 1, parts };
        return Array.from({ length: registers }, (__, index) => index).filter((index) =>
          isInShard(index, shard),
        ).length;
      });
      const sum = sizes.reduce((total, size) => total + size, 0);
      return sum === registers && Math.max(...sizes) - Math.min(...sizes) <= 1;
    }),
  );
  expect([0, 1, 99].every((index) => isInShard(index, WHOLE))).toBe(true);
});
