/** Texts to whole numbers: what a Map of strings does, without making a string of each of a million cells. */
import { type StagedText, textOfWords } from './staged-text.ts';

/**
 * An open-addressing hash table; entries are numbered in the order they were added. What a look-up needs of an entry stands
 * together in its slot: a full sheet's table is larger than the processor's cache, and each place looked at costs a wait.
 */
export type TextIndex = {
  count: number;
  slots: Int32Array; // four numbers a slot, a power of two of them, at most three quarters full
  slotOf: Int32Array; // by entry
  words: Int32Array; // the entries' texts as they were staged, one after the other
  used: number; // of `words`
};

const SLOT = 4;
const HASH = 0; // … of the four
const ENTRY = 1; // entry + 1; 0 where the slot is free
const START = 2;
const VALUE = 3;

const ROOM = 64;

export function newTextIndex(): TextIndex {
  return {
    count: 0,
    slots: new Int32Array(ROOM * 2 * SLOT),
    slotOf: new Int32Array(ROOM),
    words: new Int32Array(ROOM * 4),
    used: 0,
  };
}

/** What `entryOf` answers for a text the index does not hold. */
export const NO_ENTRY = -1;

/** The entry of the staged text, or NO_ENTRY. */
export function entryOf(index: TextIndex, staged: StagedText): number {
  return index.slots[slotOfText(index, staged) + ENTRY] - 1;
}

/** The value of the staged text, or `otherwise`. */
export function valueOfText(index: TextIndex, staged: StagedText, otherwise: number): number {
  const slot = slotOfText(index, staged);
  return index.slots[slot + ENTRY] === 0 ? otherwise : index.slots[slot + VALUE];
}

/** Adds the staged text, which the index does not hold yet. @returns its entry */
export function addText(index: TextIndex, staged: StagedText, value: number): number {
  return ~findOrAdd(index, staged, value);
}

/** @returns the entry of the staged text or, where it had none and the value was added, ~entry: below 0 */
export function findOrAdd(index: TextIndex, staged: StagedText, value: number): number {
  if (index.count === index.slotOf.length) growEntries(index, index.count * 2);
  const slot = slotOfText(index, staged);
  const taken = index.slots[slot + ENTRY];
  if (taken !== 0) return taken - 1;
  const entry = index.count++;
  const start = index.used;
  const { words, count } = staged;
  if (start + count > index.words.length) growWords(index, start + count);
  for (let at = 0; at < count; at++) index.words[start + at] = words[at];
  index.used += count;
  index.slotOf[entry] = slot;
  writeSlot(index.slots, slot, entry, staged.hash, start, value);
  return ~entry;
}

/** Makes room for a number of entries at once: growing puts every entry into a new slot. */
export function reserveEntries(index: TextIndex, count: number): void {
  if (count > index.slotOf.length) growEntries(index, count);
}

export function valueOfEntry({ slots, slotOf }: TextIndex, entry: number): number {
  return slots[slotOf[entry] + VALUE];
}

export function setValue({ slots, slotOf }: TextIndex, entry: number, value: number): void {
  slots[slotOf[entry] + VALUE] = value;
}

/** The text of an entry. */
export function textOfEntry({ slots, slotOf, words }: TextIndex, entry: number): string {
  return textOfWords(words, slots[slotOf[entry] + START]);
}

/** Where the slot of a text starts, or the free one it would take. */
function slotOfText({ slots, words: held }: TextIndex, { words, count, hash }: StagedText): number {
  const mask = slots.length - 1;
  let slot = (hash * SLOT) & mask;
  while (slots[slot + ENTRY] !== 0) {
    if (slots[slot + HASH] === hash) {
      const start = slots[slot + START];
      let at = 0; // the first word tells how many follow: equal ones, equally many
      while (at < count && held[start + at] === words[at]) at++;
      if (at === count) return slot;
    }
    slot = (slot + SLOT) & mask;
  }
  return slot;
}

function writeSlot(
  slots: Int32Array,
  slot: number,
  entry: number,
  hash: number,
  start: number,
  value: number,
): void {
  slots[slot + HASH] = hash;
  slots[slot + ENTRY] = entry + 1;
  slots[slot + START] = start;
  slots[slot + VALUE] = value;
}

/** @param room entries that then fit */
function growEntries(index: TextIndex, room: number): void {
  const { slots: before } = index;
  const slotOf = new Int32Array(room);
  const slots = new Int32Array(slotCount(room) * SLOT);
  const mask = slots.length - 1;
  for (let from = 0; from < before.length; from += SLOT) {
    const entry = before[from + ENTRY] - 1;
    if (entry < 0) continue;
    let slot = (before[from + HASH] * SLOT) & mask;
    while (slots[slot + ENTRY] !== 0) slot = (slot + SLOT) & mask;
    writeSlot(slots, slot, entry, before[from + HASH], before[from + START], before[from + VALUE]);
    slotOf[entry] = slot;
  }
  index.slots = slots;
  index.slotOf = slotOf;
}

/** The least power of two of which a room of entries fills three quarters at most. */
function slotCount(room: number): number {
  let count = ROOM * 2;
  while (count * 3 < room * 4) count *= 2;
  return count;
}

function growWords(index: TextIndex, needed: number): void {
  const words = new Int32Array(Math.max(needed, index.words.length * 2));
  words.set(index.words);
  index.words = words;
}
