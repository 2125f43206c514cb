/**
 * Numbering: the series a register's numbers belong to. A number is its series and its serial: `F2026-00012` is 12 of `F2026-`.
 * The serial is the last run of digits; where that run names the year or the month, so does the series, and it counts within.
 */
import type { Register } from '../../../register/entries.ts';
import { type FramedNumbers, frameNumbers } from './number-frames.ts';
import { assignSeries, type Series, type SeriesOfDocuments } from './number-series.ts';

export type Numbering = {
  readonly numbers: FramedNumbers;
  readonly series: readonly Series[];
  readonly serial: Float64Array; // by document
  readonly ranked: Int32Array; // documents with a serial: series by series, in order of serial, then of issue day
  readonly starts: Int32Array; // series s owns ranked[starts[s]] … ranked[starts[s + 1] - 1]
};

/** @param issued documents in order of issue day */
export function numberDocuments({ invoices }: Register, issued: Int32Array): Numbering {
  const numbers = frameNumbers(invoices, issued);
  const assigned = assignSeries(numbers, issued, invoices.issueDay);
  const { serial, series } = assigned;
  return { numbers, series, serial, ...rank(assigned, issued, invoices.issueDay) };
}

/** A counting sort by series keeps the order of issue days, which is mostly that of serials; only a series where it is not is sorted. */
function rank(
  { serial, series: { length: count }, seriesOf }: SeriesOfDocuments,
  issued: Int32Array,
  issueDay: Int32Array,
): Pick<Numbering, 'ranked' | 'starts'> {
  const starts = new Int32Array(count + 1);
  for (let at = 0; at < issued.length; at++) {
    if (seriesOf[issued[at]] >= 0) starts[seriesOf[issued[at]] + 1]++;
  }
  for (let s = 1; s <= count; s++) starts[s] += starts[s - 1];
  const ranked = new Int32Array(starts[count]);
  const next = starts.slice();
  for (let at = 0; at < issued.length; at++) {
    const document = issued[at];
    if (seriesOf[document] >= 0) ranked[next[seriesOf[document]]++] = document;
  }
  for (let s = 0; s < count; s++) {
    const documents = ranked.subarray(starts[s], starts[s + 1]);
    if (isRising(documents, serial)) continue;
    documents.sort((a, b) => serial[a] - serial[b] || issueDay[a] - issueDay[b]);
  }
  return { ranked, starts };
}

/** Whether a column never falls from one document to the next. */
export function isRising(documents: Int32Array, column: Int32Array | Float64Array): boolean {
  let at = 1;
  while (at < documents.length && column[documents[at - 1]] <= column[documents[at]]) at++;
  return at >= documents.length;
}
