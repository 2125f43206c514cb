import fc from 'fast-check';
import { expect, test } from 'vitest';
import { gridLines, heightOf, scaleFor } from '../../batch/charts/scale.ts';

for (const [most, top, step] of [
  [0.3, 0.3, 0.1],
  [1, 1, 0.2],
  [99, 100, 20],
  [100, 100, 20],
  [100.1, 125, 25],
  [125.1, 150, 50],
  [250.1, 300, 100],
  [174_565, 200_000, 50_000],
  [9_000_000, 10_000_000, 2_000_000],
] as const) {
  test(`up to ${most}: lines every ${step} up to ${top}`, () => {
    const scale = scaleFor(most);
    expect(scale.top).toBeCloseTo(top, 9);
    expect(scale.step).toBeCloseTo(step, 9);
  });
}

test('whatever the value: it fits, with one to five steps, and less than half of them empty', () => {
  fc.assert(
    fc.property(fc.double({ min: 1e-3, max: 1e12, noNaN: true }), (most) => {
      const { step, top } = scaleFor(most);
      const steps = Math.round(top / step);
      return top >= most * (1 - 1e-9) && top - step < most && steps >= 1 && steps <= 5;
    }),
  );
});

const PLOT = { left: 60, right: 500, top: 20, bottom: 220 };

test('nothing stands on the base, the largest on the top line', () => {
  const scale = { top: 100, step: 25 };
  expect([0, 50, 100].map((value) => heightOf(value, scale, PLOT))).toEqual([220, 120, 20]);
});

const labels = (top: number, step: number, language: 'fr' | 'en') =>
  gridLines({ top, step }, PLOT, language).map((line) => /<text[^>]*>([^<]*)/.exec(line)?.[1]);

for (const [top, step, fr, en] of [
  [0.3, 0.1, ['0', '0,1', '0,2', '0,3'], ['0', '0.1', '0.2', '0.3']],
  [7.5, 2.5, ['0', '2,5', '5,0', '7,5'], ['0', '2.5', '5.0', '7.5']],
  [8000, 4000, ['0', '4\u202f000', '8\u202f000'], ['0', '4,000', '8,000']],
  [40_000, 20_000, ['0', '20\u00a0k', '40\u00a0k'], ['0', '20k', '40k']],
  [12_500, 12_500, ['0', '12,5\u00a0k'], ['0', '12.5k']],
  [1_500_000, 500_000, ['0', '0,5\u00a0M', '1,0\u00a0M', '1,5\u00a0M'], ['0', '0.5M', '1.0M', '1.5M']],
] as const) {
  test(`the figures of a scale up to ${top}`, () => {
    expect(labels(top, step, 'fr')).toEqual(fr);
    expect(labels(top, step, 'en')).toEqual(en);
  });
}
