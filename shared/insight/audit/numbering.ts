/**
 * Numbering: the series a register's numbers belong to. A number is its series and its serial: `F2026-00012` is 12 of `F2026-`.
 * The serial is the last run of digits; where that run names the year or the month, so does the series, and it counts within.
 */
import type { Register } from '../../register/entries.ts';
import { type Frame, type FramedNumbers, frameNumbers } from './number-frames.ts';
import { familiesOf, formsOf, POWERS } from './number-years.ts';

export type Series = {
  readonly before: string;
  readonly after: string;
  readonly digits: number; // each of its numbers is written with as many at least
  readonly family: number; // shared by series that differ in digits only, such as those of other years
};

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
  const { family, count } = familiesOf(numbers);
  const forms = formsOf(numbers, family, count, issued, invoices.issueDay);
  const all = newSeriesIndex(numbers, family, invoices.count);
  for (let at = 0; at < issued.length; at++) {
    const document = issued[at];
    const frame = numbers.frame[document];
    if (frame < 0) continue;
    const form = forms[family[frame]];
    if (form.kind === 'yearLast') placeBeforeYear(all, document);
    else placeByLead(all, document, form.kind === 'lead' ? form.figures : 0);
  }
  const { serial, series } = all;
  return { numbers, series, serial, ...rank(all, issued, invoices.issueDay) };
}

type Draft = { before: string; after: string; digits: number; readonly family: number };

/** Series as they are met. The one met last is mostly the next one's too. */
type SeriesIndex = {
  readonly numbers: FramedNumbers;
  readonly family: Int32Array; // by frame
  readonly series: Draft[];
  readonly seriesOf: Int32Array; // by document, -1 where its number has no digits
  readonly serial: Float64Array; // by document
  readonly known: Map<string, number>;
  lastFrame: number;
  lastLead: number;
  lastSeries: number;
};

function newSeriesIndex(numbers: FramedNumbers, family: Int32Array, documents: number): SeriesIndex {
  return {
    numbers,
    family,
    series: [],
    seriesOf: new Int32Array(documents).fill(-1),
    serial: new Float64Array(documents),
    known: new Map(),
    lastFrame: -1,
    lastLead: -1,
    lastSeries: -1,
  };
}

/** `12/2026`: the run before the year counts. */
function placeBeforeYear(all: SeriesIndex, document: number): void {
  const { digits, frame, frames, value } = all.numbers;
  const { after, before } = frames[frame[document]];
  const inner = /^(.*?)(\d{1,15})(\D*)$/s.exec(before);
  if (inner === null) {
    placeByLead(all, document, 0);
    return;
  }
  const year = String(value[document]).padStart(digits[document], '0');
  const framed = { before: inner[1], after: inner[3] + year + after };
  all.seriesOf[document] = seriesAt(all, framed, inner[2].length, all.family[frame[document]]);
  all.serial[document] = Number(inner[2]);
}

/** @param figures of the run that name the year or the month; 0: all of it counts */
function placeByLead(all: SeriesIndex, document: number, figures: number): void {
  const { digits, frame, value } = all.numbers;
  const run = digits[document];
  if (figures === 0 || run <= figures) {
    all.seriesOf[document] = seriesOfLead(all, frame[document], -1, 0, run);
    all.serial[document] = value[document];
    return;
  }
  const unit = POWERS[run - figures];
  const lead = Math.floor(value[document] / unit);
  all.seriesOf[document] = seriesOfLead(all, frame[document], lead, figures, run - figures);
  all.serial[document] = value[document] - lead * unit;
}

/** @param lead what the run begins with, -1 where all of it counts @param digits figures that count */
function seriesOfLead(
  all: SeriesIndex,
  frame: number,
  lead: number,
  figures: number,
  digits: number,
): number {
  if (all.lastFrame !== frame || all.lastLead !== lead) {
    const { before, after } = all.numbers.frames[frame];
    const named = figures > 0 ? before + String(lead).padStart(figures, '0') : before;
    all.lastSeries = seriesAt(all, { before: named, after }, digits, all.family[frame]);
    all.lastFrame = frame;
    all.lastLead = lead;
  }
  const series = all.series[all.lastSeries];
  if (digits < series.digits) series.digits = digits;
  return all.lastSeries;
}

/** Spellings that differ in case and spaces are one series; of them the first in order of characters is shown. */
function seriesAt(all: SeriesIndex, { before, after }: Frame, digits: number, family: number): number {
  const key = `${before}0${after}`.toUpperCase().replace(/\s+/g, '');
  const found = all.known.get(key);
  if (found === undefined) {
    all.known.set(key, all.series.length);
    return all.series.push({ before, after, digits, family }) - 1;
  }
  const series = all.series[found];
  if (digits < series.digits) series.digits = digits;
  if (before < series.before || (before === series.before && after < series.after)) {
    series.before = before;
    series.after = after;
  }
  return found;
}

/** A counting sort by series keeps the order of issue days, which is mostly that of serials; only a series where it is not is sorted. */
function rank(
  { serial, series: { length: count }, seriesOf }: SeriesIndex,
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

function isRising(documents: Int32Array, serial: Float64Array): boolean {
  let at = 1;
  while (at < documents.length && serial[documents[at - 1]] <= serial[documents[at]]) at++;
  return at >= documents.length;
}

/** The text of a number of a series. */
export function numberOf({ before, after, digits }: Series, serial: number): string {
  return before + String(serial).padStart(digits, '0') + after;
}

/** How the numbers of a series look: `F2026-#####`. */
export function patternOf({ before, after, digits }: Series): string {
  return before + '#'.repeat(digits) + after;
}
