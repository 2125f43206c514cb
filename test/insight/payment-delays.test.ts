import { describe, expect, test } from 'vitest';
import { BIN_COUNT, binOf, positionOf, TAIL } from '../../shared/insight/delays/payment-delays-bins.ts';
import {
  type Curve,
  cumulativeAt,
  curveOf,
  emptyTally,
  tallyUp,
  tallyWithSlack,
} from '../../shared/insight/delays/payment-delays-curve.ts';
import { likenessOf } from '../../shared/insight/delays/payment-delays-likeness.ts';
import { type Observations, WEIGHT_OF_TODAY } from '../../shared/insight/delays/payment-delays-observe.ts';
import { usualCurve } from '../../shared/insight/delays/payment-delays-usual.ts';

describe('steps', () => {
  for (const [delay, next, sameStep] of [
    [-63, -62, true],
    [-56, -55, false],
    [-14, -13, false],
    [-1, 0, false],
    [0, 1, false],
    [30, 31, false],
    [31, 32, false],
    [32, 38, true],
    [38, 39, false],
    [115, 116, false],
    [116, 143, true],
    [143, 144, false],
    [367, 368, false],
    [368, 3000, true],
  ] as const) {
    test(`${delay} and ${next} days are ${sameStep ? 'one step' : 'two steps'}`, () => {
      expect(binOf(delay) === binOf(next)).toBe(sameStep);
    });
  }

  test('time goes on with every day, ever more slowly in the last step', () => {
    for (let delay = -62; delay <= 2000; delay++) {
      expect(positionOf(delay)).toBeGreaterThan(positionOf(delay - 1));
    }
    expect(positionOf(-1000)).toBe(0);
    expect(positionOf(368) - positionOf(367)).toBeGreaterThan(positionOf(733) - positionOf(732));
    expect(binOf(368)).toBe(TAIL);
  });
});

/** One client after another: what was seen of its invoices, from 30 days before the due date; null: still unpaid on that day. */
type Seen = { readonly paid?: number; readonly unpaid?: number; readonly from?: number };

function observed(clients: readonly (readonly Seen[])[]): Observations {
  const all = clients.flat();
  return {
    starts: Int32Array.from([0, ...clients.map((_, c) => clients.slice(0, c + 1).flat().length)]),
    from: Int16Array.from(all, ({ from = -30 }) => from),
    to: Int16Array.from(all, ({ paid, unpaid }) => paid ?? unpaid ?? 0),
    paid: Uint8Array.from(all, ({ paid }) => Number(paid !== undefined)),
    weight: Int16Array.from(all, () => WEIGHT_OF_TODAY),
  };
}

const USUAL = usualCurve();

function curve(seen: readonly Seen[], lentInvoices = 2, slack = 0): Curve {
  const tally = emptyTally();
  tallyWithSlack(tally, observed([seen]), 0, seen.length, slack);
  return curveOf(tally, WEIGHT_OF_TODAY, USUAL, lentInvoices);
}

function paidShare(of: Curve, delay: number): number {
  return 1 - Math.exp(-cumulativeAt(of, delay));
}

test('what is usual: a third is paid late, and never all of it', () => {
  expect(paidShare(USUAL, 0)).toBeCloseTo(2 / 3, 2);
  expect(paidShare(USUAL, 4000)).toBeLessThan(1);
  expect(paidShare(USUAL, -63)).toBe(0);
});

describe('what one observation tells, step by step', () => {
  for (const [what, seen, delay, expected] of [
    ['a payment makes its step likelier', { paid: 5 }, 5, 1],
    ['… the step before less likely', { paid: 5 }, 4, -1],
    ['… and says nothing of the step after', { paid: 5 }, 6, 0],
    ['what is unpaid makes the last step it lived through less likely', { unpaid: 5 }, 5, -1],
    ['… and says nothing of the step after', { unpaid: 5 }, 6, 0],
    ['what cannot be paid yet says nothing of the days before', { paid: 5, from: 2 }, 1, 0],
    ['… and counts from its first day', { paid: 5, from: 2 }, 2, -1],
    ['within a step of four weeks, one seen for half of it counts for half', { unpaid: 129 }, 143, -1],
    ['what is not due yet says nothing of the due day', { unpaid: -3 }, 0, 0],
    ['a year and more: never paid', { unpaid: 4000 }, 500, -1],
  ] as const) {
    test(what, () => {
      const change = curve([seen]).rate[binOf(delay)] - USUAL.rate[binOf(delay)];
      expect(Math.sign(Math.abs(change) < 1e-12 ? 0 : change)).toBe(expected);
    });
  }

  test('half of a step lived through counts for half', () => {
    const [half, whole] = [129, 143].map((unpaid) => curve([{ unpaid }]).rate[binOf(143)]);
    expect(half).toBeGreaterThan(whole);
    expect(half).toBeLessThan(USUAL.rate[binOf(143)]);
  });
});

describe('drawn towards', () => {
  test('no observation leaves the curve as it is', () => {
    expect(Array.from(curve([]).rate).map((rate) => rate.toFixed(12))).toEqual(
      Array.from(USUAL.rate).map((rate) => rate.toFixed(12)),
    );
  });

  test('the more invoices are lent the less the own ones count', () => {
    const shares = [0.5, 2, 10, 1000].map((lent) => paidShare(curve([{ paid: 20 }], lent), 10));
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(shares[3]).toBeCloseTo(paidShare(USUAL, 10), 2);
  });

  test('the more own invoices there are the more they count', () => {
    const shares = [1, 3, 10, 100].map((count) => paidShare(curve(new Array(count).fill({ paid: 20 })), 10));
    expect(shares).toEqual([...shares].sort((a, b) => b - a));
    expect(shares[3]).toBeLessThan(0.05);
  });
});

describe('no survivorship', () => {
  test('three paid early look worse beside three long unpaid', () => {
    const early = new Array(3).fill({ paid: -5 });
    const late = new Array(3).fill({ unpaid: 80 });
    expect(paidShare(curve([...early, ...late]), 60)).toBeLessThan(0.7);
    expect(paidShare(curve(early), 60)).toBeGreaterThan(0.95);
  });
});

describe('slack', () => {
  test('none: the very day', () => {
    const exact = curve(new Array(20).fill({ paid: 5 }), 0.5);
    expect(paidShare(exact, 5) - paidShare(exact, 4)).toBeGreaterThan(0.9);
  });

  test('six days: around it, and no sum changes', () => {
    const seen = new Array(20).fill({ paid: 5 });
    const around = curve(seen, 0.5, 6);
    expect(paidShare(around, -2)).toBeLessThan(0.05);
    expect(paidShare(around, 5)).toBeGreaterThan(0.5);
    expect(paidShare(around, 5)).toBeLessThan(0.7);
    expect(paidShare(around, 11)).toBeGreaterThan(0.95);
    const tally = emptyTally();
    tallyWithSlack(tally, observed([seen]), 0, 20, 6);
    expect(tally.paid.reduce((a, b) => a + b, 0)).toBe(20 * WEIGHT_OF_TODAY);
  });

  test('never before the first day on which it could be paid', () => {
    const around = curve([{ paid: 0, from: 0 }], 2, 6);
    expect(around.rate[binOf(-1)]).toBeCloseTo(USUAL.rate[binOf(-1)], 12);
  });

  test('without it both ways of adding up agree', () => {
    const seen: readonly Seen[] = [{ paid: -20 }, { paid: 3 }, { paid: 200 }, { unpaid: 40 }, { paid: 900 }];
    const [a, b] = [emptyTally(), emptyTally()];
    tallyUp(a, observed([seen]), 0, seen.length);
    tallyWithSlack(b, observed([seen]), 0, seen.length, 0);
    expect(b).toEqual(a);
    expect(a.paid.length).toBe(BIN_COUNT);
  });
});

describe('likeness', () => {
  const often = (delays: readonly number[], times: number) =>
    Array.from({ length: times }, () => delays.map((paid): Seen => ({ paid }))).flat();

  for (const [what, clients, lent, slack] of [
    ['one client: what is usual', [often([0, 10], 10)], 2, [5]],
    ['one payment a client: what is usual', [[{ paid: 3 }], [{ paid: 30 }], [{ paid: -5 }]], 2, [6, 6, 6]],
    ['each in its own manner', [often([0], 40), often([20], 40), often([40], 40)], 0.5, [0, 0, 0]],
    ['all alike', [often([0, 20], 100), often([0, 20], 100), often([0, 20], 100)], 50, [6, 6, 6]],
    ['what is not due yet says nothing', [often([0, 4], 10), [{ unpaid: -3 }]], 2, [2, 6]],
  ] as const) {
    test(what, () => {
      const likeness = likenessOf(observed(clients));
      expect(likeness.lentInvoices).toBe(lent);
      expect(Array.from(likeness.slack)).toEqual(slack);
    });
  }
});
