/**
 * Likeness: which documents may have a number like another's. Told by frames, of which there are few, so that the numbers of a
 * well-kept register, all of one form, need no second look.
 */
import { groupBy } from '../groups.ts';
import type { Frame, FramedNumbers } from '../numbers/number-frames.ts';
import { bareText, looseText } from '../numbers/number-text.ts';
import { POWERS } from '../numbers/number-years.ts';
import type { AuditView } from '../view.ts';

/** Documents whose number may be another's but for punctuation and zeros: their frame reads like another, or has numbers with more and with fewer zeros. */
export function looselyAlike({ issued, numbering }: AuditView): Iterable<number> {
  const { frames } = numbering.numbers;
  const alike = unevenFrames(numbering.numbers, issued);
  const first = new Map<string, number>();
  frames.forEach(({ after, before }, frame) => {
    const text = looseText(`${before}0${after}`);
    const known = first.get(text);
    if (known === undefined) first.set(text, frame);
    else alike[frame] = alike[known] = 1;
  });
  return documentsOf(alike, numbering.numbers, issued);
}

/** Marks frames in which two numbers may have one value: some begin with zeros and are longer than others. */
function unevenFrames({ digits, frame, frames, value }: FramedNumbers, issued: Int32Array): Uint8Array {
  const shortest = new Uint8Array(frames.length).fill(255);
  const longestPadded = new Uint8Array(frames.length);
  for (let at = 0; at < issued.length; at++) {
    const document = issued[at];
    const of = frame[document];
    if (of < 0) continue;
    const length = digits[document];
    if (length < shortest[of]) shortest[of] = length;
    const isPadded = value[document] < POWERS[length - 1];
    if (isPadded && length > longestPadded[of]) longestPadded[of] = length;
  }
  return longestPadded.map((longest, of) => (longest > shortest[of] ? 1 : 0));
}

/** Documents whose number may be another's but for separators: what stands before the run of one begins another's. */
export function barelyAlike({ issued, numbering }: AuditView): Iterable<number> {
  const { frames } = numbering.numbers;
  const alike = new Uint8Array(frames.length);
  for (const group of groupBy(frames.keys(), (frame) => bareText(frames[frame].after)))
    markNested(group, frames, alike);
  return documentsOf(alike, numbering.numbers, issued);
}

/** Marks frames of which one's text and some digits are the other's: in order of text, what begins with a text comes after it. */
function markNested(group: readonly number[], frames: readonly Frame[], alike: Uint8Array): void {
  const texts = group.map((frame) => ({ frame, text: bareText(frames[frame].before) }));
  texts.sort((a, b) => (a.text < b.text ? -1 : 1));
  let outer: typeof texts = [];
  for (const inner of texts) {
    outer = outer.filter(({ text }) => inner.text.startsWith(text));
    for (const { frame, text } of outer) {
      if (/^\d*$/.test(inner.text.slice(text.length))) alike[frame] = alike[inner.frame] = 1;
    }
    outer.push(inner);
  }
}

function documentsOf(marked: Uint8Array, { frame }: FramedNumbers, issued: Int32Array): Iterable<number> {
  return marked.includes(1) ? issued.filter((i) => frame[i] >= 0 && marked[frame[i]] === 1) : [];
}
