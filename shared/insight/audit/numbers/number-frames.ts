/** Frames: every number cut into its last run of digits and the text around it, which the numbers of one series share. */
import type { Invoices } from '../../../register/entries.ts';

export type Frame = { readonly before: string; readonly after: string };

/** Columns by document. */
export type FramedNumbers = {
  readonly frames: readonly Frame[];
  readonly frame: Int32Array; // -1: not issued yet, without digits, or with more than can be counted with
  readonly value: Float64Array; // of the last run of digits
  readonly digits: Uint8Array; // of that run
};

/** Digits a run may have to be counted with exactly. */
const MOST_DIGITS = 15;
const ZERO = 48;
const NINE = 57;

/** Reads each number once: making its text is what costs. */
export function frameNumbers({ count, numberAt }: Invoices, issued: Int32Array): FramedNumbers {
  const frames: Frame[] = [];
  const frame = new Int32Array(count).fill(-1);
  const value = new Float64Array(count);
  const digits = new Uint8Array(count);
  const frameOf = frameIndex(frames);
  for (let at = 0; at < issued.length; at++) {
    const document = issued[at];
    const text = numberAt(document);
    let end = text.length;
    while (end > 0 && !isDigit(text.charCodeAt(end - 1))) end--;
    let start = end;
    let counted = 0;
    for (let unit = 1; start > 0 && isDigit(text.charCodeAt(start - 1)); unit *= 10) {
      start--;
      counted += (text.charCodeAt(start) - ZERO) * unit;
    }
    if (end === 0 || end - start > MOST_DIGITS) continue;
    frame[document] = frameOf(text, start, end);
    value[document] = counted;
    digits[document] = end - start;
  }
  return { frames, frame, value, digits };
}

function isDigit(unit: number): boolean {
  return unit >= ZERO && unit <= NINE;
}

/** Numbers the frames as they are met; a number mostly has the frame of the one before it. */
function frameIndex(frames: Frame[]): (text: string, start: number, end: number) => number {
  const known = new Map<string, number>();
  let last = -1;
  return (text, start, end) => {
    if (last >= 0 && isFramed(frames[last], text, start, end)) return last;
    const before = text.slice(0, start);
    const after = text.slice(end);
    const key = `${before}0${after}`; // its last run of digits is that 0, so no two frames share one
    const found = known.get(key);
    last = found ?? frames.push({ before, after }) - 1;
    if (found === undefined) known.set(key, last);
    return last;
  };
}

function isFramed({ before, after }: Frame, text: string, start: number, end: number): boolean {
  return (
    before.length === start &&
    after.length === text.length - end &&
    text.startsWith(before) &&
    (after === '' || text.endsWith(after))
  );
}
