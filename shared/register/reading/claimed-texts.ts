/**
 * Texts that may stand in one row only, such as payment ids. They mostly come in order, each above the one before; as long as
 * they do none can repeat, so nothing is looked up. The first that is out of order has the others indexed.
 */
import { newStagedText, type StagedText, stageText, textOfWords } from '../staged-text.ts';
import {
  addText,
  findOrAdd,
  newTextIndex,
  type TextIndex,
  valueOfEntry,
  valueOfText,
} from '../text-index.ts';

export type ClaimedTexts = {
  count: number;
  words: Int32Array; // of all texts in order; the last one decides whether the next is above it
  starts: Int32Array;
  rows: Int32Array;
  index: TextIndex | null; // null while they came in order
};

const ROOM = 64;

export function newClaimedTexts(): ClaimedTexts {
  return {
    count: 0,
    words: new Int32Array(ROOM * 4),
    starts: new Int32Array(ROOM + 1),
    rows: new Int32Array(ROOM),
    index: null,
  };
}

/** @returns the row that has the staged text already, or 0: then it belongs to this row from now on */
export function claimText(claimed: ClaimedTexts, staged: StagedText, row: number): number {
  if (claimed.index === null && !isAbove(claimed, staged)) claimed.index = indexOf(claimed);
  if (claimed.index === null) {
    append(claimed, staged, row);
    return 0;
  }
  const taken = findOrAdd(claimed.index, staged, row);
  return taken < 0 ? 0 : valueOfEntry(claimed.index, taken);
}

/** @returns the row that has the staged text, or 0; indexes the texts where none had to be yet */
export function rowOfText(claimed: ClaimedTexts, staged: StagedText): number {
  if (claimed.index === null) claimed.index = indexOf(claimed);
  return valueOfText(claimed.index, staged, 0);
}

/** Longer is above; of one length, the larger first word that differs is. Any order will do that never calls two texts equal. */
function isAbove(
  { count, words: held, starts }: ClaimedTexts,
  { words, count: length }: StagedText,
): boolean {
  if (count === 0) return true;
  const start = starts[count - 1];
  for (let at = 0; at < length; at++) {
    if (words[at] !== held[start + at]) return words[at] > held[start + at];
  }
  return false;
}

function append(claimed: ClaimedTexts, { words, count: length }: StagedText, row: number): void {
  const start = claimed.starts[claimed.count];
  if (claimed.count === claimed.rows.length) {
    claimed.starts = enlarged(claimed.starts, claimed.starts.length * 2);
    claimed.rows = enlarged(claimed.rows, claimed.rows.length * 2);
  }
  if (start + length > claimed.words.length) {
    claimed.words = enlarged(claimed.words, Math.max(start + length, claimed.words.length * 2));
  }
  for (let at = 0; at < length; at++) claimed.words[start + at] = words[at];
  claimed.rows[claimed.count] = row;
  claimed.count++;
  claimed.starts[claimed.count] = start + length;
}

function enlarged(column: Int32Array, length: number): Int32Array {
  const larger = new Int32Array(length);
  larger.set(column);
  return larger;
}

function indexOf({ count, words, starts, rows }: ClaimedTexts): TextIndex {
  const index = newTextIndex();
  const staged = newStagedText();
  for (let place = 0; place < count; place++) {
    stageText(staged, textOfWords(words, starts[place]));
    addText(index, staged, rows[place]);
  }
  return index;
}
