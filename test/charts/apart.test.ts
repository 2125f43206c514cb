import fc from 'fast-check';
import { expect, test } from 'vitest';
import { apart } from '../../batch/charts/apart.ts';

for (const [name, wanted, places] of [
  ['nothing', [], []],
  ['one', [50], [50]],
  ['far from one another', [10, 50, 100], [10, 50, 100]],
  ['too near', [50, 55, 58], [50, 60, 70]],
  ['at the lowest place', [98, 99, 100], [80, 90, 100]],
  ['below it', [104], [100]],
  ['only the last is moved up', [20, 96, 99], [20, 90, 100]],
] as const) {
  test(`labels: ${name}`, () => expect(apart(wanted, 10, 100)).toEqual(places));
}

test('however many: they keep their order, their room, and stay above the lowest place', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 200 }), { maxLength: 9 }), (given) => {
      const places = apart(
        given.sort((a, b) => a - b),
        10,
        200,
      );
      return places.every((place, at) => place <= 200 && (at === 0 || place - places[at - 1] >= 10));
    }),
  );
});
