/** What is usual: the curve that stands in while a register is young. */
import { BIN_COUNT, positionOf } from './payment-delays-bins.ts';
import type { Curve } from './payment-delays-curve.ts';

/** Days after the due date, and the share still unpaid then: in public sets of invoices about one in three is paid late. */
const USUAL: readonly (readonly [delay: number, unpaid: number])[] = [
  [-63, 1],
  [-31, 0.97],
  [-14, 0.8],
  [-7, 0.67],
  [0, 0.333],
  [7, 0.22],
  [14, 0.15],
  [31, 0.08],
  [59, 0.04],
  [115, 0.02],
  [367, 0.01],
  [731, 0.008],
];

/** Between two points the share falls at an even rate. */
export function usualCurve(): Curve {
  const rate = new Float64Array(BIN_COUNT);
  const before = new Float64Array(BIN_COUNT);
  let sum = 0;
  for (let bin = 0, k = 0; bin < BIN_COUNT; bin++) {
    while (k + 2 < USUAL.length && positionOf(USUAL[k + 1][0]) <= bin) k++;
    const [from, unpaid] = USUAL[k];
    const [to, left] = USUAL[k + 1];
    rate[bin] = Math.log(unpaid / left) / (positionOf(to) - positionOf(from));
    before[bin] = sum;
    sum += rate[bin];
  }
  return { rate, before };
}
