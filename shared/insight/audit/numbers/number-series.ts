/** Series of numbers: each document's series, and its serial within. */
import type { Frame, FramedNumbers } from './number-frames.ts';
import { familiesOf, formsOf, POWERS } from './number-years.ts';

export type Series = {
  readonly before: string;
  readonly after: string;
  readonly digits: number; // its numbers are filled up to so many with zeros; 1: they are not
  readonly family: number; // shared by series that differ in digits only, such as those of other years
};

export type SeriesOfDocuments = {
  readonly series: readonly Series[];
  readonly seriesOf: Int32Array; // by document, -1 where its number has no digits to count with
  readonly serial: Float64Array; // by document
};

/** @param issued documents in order of issue day */
export function assignSeries(
  numbers: FramedNumbers,
  issued: Int32Array,
  issueDay: Int32Array,
): SeriesOfDocuments {
  const { family, count } = familiesOf(numbers);
  const forms = formsOf(numbers, family, count, issued, issueDay);
  const all = newAssignment(numbers, family);
  for (let at = 0; at < issued.length; at++) {
    const document = issued[at];
    const frame = numbers.frame[document];
    if (frame < 0) continue;
    const form = forms[family[frame]];
    if (form.kind === 'yearLast') placeBeforeYear(all, document);
    else placeByLead(all, document, form.kind === 'lead' ? form.figures : 0);
  }
  return { series: all.drafts.map(finished), seriesOf: all.seriesOf, serial: all.serial };
}

/** @param padded how many of its numbers begin with a zero, by width; null: none */
type Draft = { before: string; after: string; readonly family: number; padded: Int32Array | null };

/** Series as they are met. The one met last is mostly the next one's too. */
type Assignment = {
  readonly numbers: FramedNumbers;
  readonly family: Int32Array; // by frame
  readonly drafts: Draft[];
  readonly known: Map<string, number>;
  readonly seriesOf: Int32Array;
  readonly serial: Float64Array;
  lastFrame: number;
  lastLead: number;
  lastSeries: number;
};

function newAssignment(numbers: FramedNumbers, family: Int32Array): Assignment {
  const documents = numbers.frame.length;
  return {
    numbers,
    family,
    drafts: [],
    known: new Map(),
    seriesOf: new Int32Array(documents).fill(-1),
    serial: new Float64Array(documents),
    lastFrame: -1,
    lastLead: -1,
    lastSeries: -1,
  };
}

/** `12/2026`: the run before the year counts. */
function placeBeforeYear(all: Assignment, document: number): void {
  const { digits, frame, frames, value } = all.numbers;
  const { after, before } = frames[frame[document]];
  const inner = /^(.*?)(\d{1,15})(\D*)$/s.exec(before);
  if (inner === null) {
    placeByLead(all, document, 0);
    return;
  }
  const year = String(value[document]).padStart(digits[document], '0');
  const series = seriesAt(all, inner[1], inner[3] + year + after, all.family[frame[document]]);
  place(all, document, series, Number(inner[2]), inner[2].length);
}

/** @param figures of the run that name the year or the month; 0: all of it counts */
function placeByLead(all: Assignment, document: number, figures: number): void {
  const { digits, frame, value } = all.numbers;
  const width = digits[document] - figures;
  if (figures === 0 || width <= 0) {
    const series = seriesOfLead(all, frame[document], -1, 0);
    place(all, document, series, value[document], digits[document]);
    return;
  }
  const lead = Math.floor(value[document] / POWERS[width]);
  const series = seriesOfLead(all, frame[document], lead, figures);
  place(all, document, series, value[document] - lead * POWERS[width], width);
}

/** @param width digits the serial is written with */
function place(all: Assignment, document: number, series: number, serial: number, width: number): void {
  all.seriesOf[document] = series;
  all.serial[document] = serial;
  if (serial >= POWERS[width - 1]) return;
  const draft = all.drafts[series];
  draft.padded = draft.padded ?? new Int32Array(POWERS.length);
  draft.padded[width]++;
}

/** @param lead what the run begins with, -1 where all of it counts */
function seriesOfLead(all: Assignment, frame: number, lead: number, figures: number): number {
  if (all.lastFrame !== frame || all.lastLead !== lead) {
    const { before, after }: Frame = all.numbers.frames[frame];
    const named = figures > 0 ? before + String(lead).padStart(figures, '0') : before;
    all.lastSeries = seriesAt(all, named, after, all.family[frame]);
    all.lastFrame = frame;
    all.lastLead = lead;
  }
  return all.lastSeries;
}

/** Spellings that differ in case and spaces are one series; of them the first in order of characters is shown. */
function seriesAt({ drafts, known }: Assignment, before: string, after: string, family: number): number {
  const key = `${before}0${after}`.toUpperCase().replace(/\s+/g, '');
  const found = known.get(key);
  if (found === undefined) {
    known.set(key, drafts.length);
    return drafts.push({ before, after, family, padded: null }) - 1;
  }
  const draft = drafts[found];
  if (before < draft.before || (before === draft.before && after < draft.after)) {
    draft.before = before;
    draft.after = after;
  }
  return found;
}

/** One number with a zero too few shall not change how the others are written: the commonest width of those with zeros counts. */
function finished({ after, before, family, padded }: Draft): Series {
  const digits = padded === null ? 1 : padded.lastIndexOf(Math.max(...Array.from(padded)));
  return { before, after, digits, family };
}

/** The text of a number of a series. */
export function numberOf({ before, after, digits }: Series, serial: number): string {
  return before + String(serial).padStart(digits, '0') + after;
}

/** How the numbers of a series look: `F2026-#####`. */
export function patternOf({ before, after, digits }: Series): string {
  return before + '#'.repeat(digits) + after;
}
