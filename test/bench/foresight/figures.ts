/** Figures by which a forecast is judged. */

/** The chance that one that came true was scored above one that did not; of equal scores half. NaN where all are alike. */
export function areaUnderCurve(scores: readonly number[], isTrue: readonly boolean[]): number {
  const order = scores.map((_, k) => k).sort((a, b) => scores[a] - scores[b]);
  let below = 0;
  let wins = 0;
  let positives = 0;
  for (let k = 0; k < order.length; ) {
    let end = k;
    let trues = 0;
    for (; end < order.length && scores[order[end]] === scores[order[k]]; end++)
      trues += Number(isTrue[order[end]]);
    const falses = end - k - trues;
    wins += trues * (below + falses / 2);
    below += falses;
    positives += trues;
    k = end;
  }
  return wins / (positives * below);
}

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Of what can be told; NaN where nothing can. */
export function meanOfKnown(values: readonly number[]): number {
  return mean(values.filter((value) => !Number.isNaN(value)));
}

export function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

/** Weighted absolute percentage error: what each week missed, as a share of all that came. */
export function wape(expected: readonly number[], came: readonly number[]): number {
  return sumOf(expected.map((value, k) => Math.abs(value - came[k]))) / sumOf(came);
}
