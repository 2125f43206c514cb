/** What is usual: the curve that stands in while a register is young. */
import { BIN_COUNT, positionOf } from './payment-delays-bins.ts';
import { type Curve, curveOfRates } from './payment-delays-curve.ts';

/** Days after the due date, each the end of a step, and the share still unpaid then: in public sets of invoices about one in three is paid late. */
const USUAL: readonly (readonly [delay: number, unpaid: number])[] = [
  [-63, 1],
  [-35, 0.97],
  [-14, 0.8],
  [-7, 0.67],
  [0, 0.333],
  [7, 0.22],
  [14, 0.15],
  [31, 0.08],
  [59, 0.04],
  [115, 0.02],
  [367, 0.01],
];

/** What is left after a year comes, or not, at the rate of a debt nobody expects: one in twenty a year. */
const TAIL_RATE = 0.004;

/** Between two points the share falls at an even rate, step by step. */
export function usualCurve(): Curve {
  const rate = new Float64Array(BIN_COUNT).fill(TAIL_RATE);
  for (let k = 0; k + 1 < USUAL.length; k++) {
    const [from, to] = [positionOf(USUAL[k][0]), positionOf(USUAL[k + 1][0])];
    rate.fill(Math.log(USUAL[k][1] / USUAL[k + 1][1]) / (to - from), from, to);
  }
  return curveOfRates(rate);
}
