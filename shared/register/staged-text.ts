/**
 * A text under the reader's eyes, as a few whole numbers: what is looked up a million times is neither made a string nor
 * compared character by character.
 */

/**
 * `words[0]` says how long the text is, the others hold it: four characters each where all are ASCII, else two UTF-16 units, and
 * then the length is written as ~length. So one text has one form. One record is filled again and again.
 */
export type StagedText = { words: Int32Array; count: number; hash: number };

/** Characters that `stageAscii` takes at most. */
export const STAGE_ROOM = 64;

export function newStagedText(): StagedText {
  return { words: new Int32Array(1 + STAGE_ROOM / 2), count: 0, hash: 0 };
}

const SPACE = 0x20;
const HASH_MARK = 0x23; // `#` starts the error of a formula
const LAST_PRINTABLE = 0x7e;

/**
 * Stages bytes that are read as they stand: printable ASCII without spaces at their ends that does not start with `#`, of at
 * most STAGE_ROOM characters. @returns false for all others, the empty text too
 */
export function stageAscii(staged: StagedText, bytes: Uint8Array, start: number, end: number): boolean {
  const length = end - start;
  if (length <= 0 || length > STAGE_ROOM || bytes[start] === HASH_MARK) return false;
  if (bytes[start] === SPACE || bytes[end - 1] === SPACE) return false;
  const { words } = staged;
  words[0] = length;
  let hash = hashWord(HASH_START, length);
  let count = 1;
  let at = start;
  for (; at + 4 <= end; at += 4) {
    const a = bytes[at];
    const b = bytes[at + 1];
    const c = bytes[at + 2];
    const d = bytes[at + 3];
    if (!isPrintable(a) || !isPrintable(b) || !isPrintable(c) || !isPrintable(d)) return false;
    const word = (a << 24) | (b << 16) | (c << 8) | d;
    words[count++] = word;
    hash = hashWord(hash, word);
  }
  if (at < end) {
    let word = 0;
    for (let shift = 24; at < end; at++, shift -= 8) {
      if (!isPrintable(bytes[at])) return false;
      word |= bytes[at] << shift;
    }
    words[count++] = word;
    hash = hashWord(hash, word);
  }
  endStage(staged, count, hash);
  return true;
}

function isPrintable(byte: number): boolean {
  return byte >= SPACE && byte <= LAST_PRINTABLE;
}

/** Stages any text, however long. */
export function stageText(staged: StagedText, text: string): void {
  const each = isAscii(text) ? 4 : 2;
  const bits = 32 / each;
  const count = 1 + Math.ceil(text.length / each);
  if (count > staged.words.length) staged.words = new Int32Array(count * 2);
  const { words } = staged;
  words[0] = each === 4 ? text.length : ~text.length;
  let hash = hashWord(HASH_START, words[0]);
  for (let place = 1; place < count; place++) {
    words[place] = 0;
    for (let k = 0; k < each; k++) {
      const unit = text.charCodeAt((place - 1) * each + k); // NaN past the end, which `<<` takes for 0
      words[place] |= unit << (32 - bits * (k + 1));
    }
    hash = hashWord(hash, words[place]);
  }
  endStage(staged, count, hash);
}

function isAscii(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 0x7f) return false;
  return true;
}

/** The text that words hold from a place on. */
export function textOfWords(words: Int32Array, from: number): string {
  const isAscii = words[from] >= 0;
  const length = isAscii ? words[from] : ~words[from];
  let text = '';
  for (let done = 0; done < length; done += CODES_AT_ONCE) {
    const codes: number[] = [];
    const end = Math.min(length, done + CODES_AT_ONCE);
    for (let at = done; at < end; at++)
      codes.push(isAscii ? asciiAt(words, from, at) : unitAt(words, from, at));
    text += String.fromCharCode(...codes);
  }
  return text;
}

/** A call takes so many arguments and no more. */
const CODES_AT_ONCE = 1024;

function asciiAt(words: Int32Array, from: number, at: number): number {
  return (words[from + 1 + (at >> 2)] >>> (24 - 8 * (at & 3))) & 0xff;
}

function unitAt(words: Int32Array, from: number, at: number): number {
  return (words[from + 1 + (at >> 1)] >>> (16 - 16 * (at & 1))) & 0xffff;
}

const HASH_START = 0x811c9dc5;

/** FNV-1a, a word at a time. */
function hashWord(hash: number, word: number): number {
  const mixed = Math.imul(hash ^ word, 0x01000193);
  return mixed ^ (mixed >>> 15);
}

/** Stirs the hash, so that its low bits tell numbers apart that differ in their first characters only. */
function endStage(staged: StagedText, count: number, hash: number): void {
  const stirred = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  staged.count = count;
  staged.hash = stirred ^ (stirred >>> 13);
}
