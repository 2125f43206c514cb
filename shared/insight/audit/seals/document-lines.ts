/** The lines of each document, put together however their rows lie. */
import { type Lines, NO_POSITION } from '../../../register/reading/line-rows.ts';

/** Document d owns `order[starts[d]] … order[starts[d + 1] - 1]`: indexes into the lines, by position, then by row. */
export type DocumentLines = { readonly order: Int32Array; readonly starts: Int32Array };

/** A counting sort by document; only a document whose lines lie out of order is sorted. */
export function linesByDocument(lines: Lines, documents: number): DocumentLines {
  const { count, document } = lines;
  const starts = new Int32Array(documents + 1);
  for (let at = 0; at < count; at++) starts[document[at] + 1]++;
  for (let d = 1; d <= documents; d++) starts[d] += starts[d - 1];
  const next = starts.slice();
  const order = new Int32Array(count);
  for (let at = 0; at < count; at++) order[next[document[at]]++] = at;
  for (let d = 0; d < documents; d++) sortLines(order.subarray(starts[d], starts[d + 1]), lines);
  return { order, starts };
}

/** Lines without a position stay behind those that have one, in the order of their rows. */
function sortLines(own: Int32Array, { position, row }: Lines): void {
  const rank = (at: number): number =>
    position[at] === NO_POSITION ? Number.MAX_SAFE_INTEGER : position[at];
  for (let k = 1; k < own.length; k++) {
    if (rank(own[k - 1]) > rank(own[k])) {
      own.sort((a, b) => rank(a) - rank(b) || row[a] - row[b]);
      return;
    }
  }
}
