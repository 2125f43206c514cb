/**
 * Texts to whole numbers: what a Map of strings does, without making a string of each of a million cells. A text is a run of
 * UTF-16 units, staged once and then looked up or added.
 */

/** The text under the reader's eyes. One record is filled again and again. */
export type StagedText = { units: Uint16Array; length: number; hash: number };

/** Units that a staged text has room for from the start. */
export const STAGE_ROOM = 64;

export function newStagedText(): StagedText {
  return { units: new Uint16Array(STAGE_ROOM), length: 0, hash: 0 };
}

/** Stages any text, however long. */
export function stageText(staged: StagedText, text: string): void {
  if (text.length > staged.units.length) staged.units = new Uint16Array(text.length * 2);
  let hash = HASH_START;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    staged.units[at] = unit;
    hash = hashUnit(hash, unit);
  }
  endStage(staged, text.length, hash);
}

/** FNV-1a's first value: a source that stages units itself starts its hash here, and goes on with `hashUnit`. */
export const HASH_START = 0x811c9dc5;

export function hashUnit(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, 0x01000193);
}

/** Ends a staging; stirs the hash, so that its low bits tell numbers apart that differ in their last digit. */
export function endStage(staged: StagedText, length: number, hash: number): void {
  const stirred = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  staged.length = length;
  staged.hash = stirred ^ (stirred >>> 13);
}

/**
 * An open-addressing hash table; entries are numbered in the order they were added. What a look-up needs of an entry stands
 * together in its slot: a full sheet's table is larger than the processor's cache, and each place looked at costs a wait.
 */
export type TextIndex = {
  count: number;
  slots: Int32Array; // four numbers a slot, a power of two of them, at most half full
  slotOf: Int32Array; // by entry
  starts: Int32Array; // by entry; entry e is units[starts[e] … starts[e + 1])
  units: Uint16Array;
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
    starts: new Int32Array(ROOM + 1),
    units: new Uint16Array(ROOM * 8),
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
export function addText(index: TextIndex, { units, length, hash }: StagedText, value: number): number {
  if (index.count === index.slotOf.length) growEntries(index);
  const entry = index.count++;
  const start = index.starts[entry];
  if (start + length > index.units.length) growUnits(index, start + length);
  for (let at = 0; at < length; at++) index.units[start + at] = units[at];
  index.starts[entry + 1] = start + length;
  index.slotOf[entry] = fillSlot(index.slots, entry, hash, start, value);
  return entry;
}

export function valueOfEntry({ slots, slotOf }: TextIndex, entry: number): number {
  return slots[slotOf[entry] + VALUE];
}

export function setValue({ slots, slotOf }: TextIndex, entry: number, value: number): void {
  slots[slotOf[entry] + VALUE] = value;
}

/** The text of an entry. */
export function textOfEntry({ starts, units }: TextIndex, entry: number): string {
  let text = '';
  for (let at = starts[entry]; at < starts[entry + 1]; at++) text += String.fromCharCode(units[at]);
  return text;
}

/** Where the slot of a text starts, or the free one it would take. */
function slotOfText({ slots, starts, units: held }: TextIndex, { units, length, hash }: StagedText): number {
  const mask = slots.length - 1;
  let slot = (hash * SLOT) & mask;
  for (;;) {
    const taken = slots[slot + ENTRY];
    if (taken === 0) return slot;
    if (slots[slot + HASH] === hash && starts[taken] - slots[slot + START] === length) {
      const start = slots[slot + START];
      let at = 0;
      while (at < length && held[start + at] === units[at]) at++;
      if (at === length) return slot;
    }
    slot = (slot + SLOT) & mask;
  }
}

/** @returns where the slot taken starts */
function fillSlot(slots: Int32Array, entry: number, hash: number, start: number, value: number): number {
  const mask = slots.length - 1;
  let slot = (hash * SLOT) & mask;
  while (slots[slot + ENTRY] !== 0) slot = (slot + SLOT) & mask;
  slots[slot + HASH] = hash;
  slots[slot + ENTRY] = entry + 1;
  slots[slot + START] = start;
  slots[slot + VALUE] = value;
  return slot;
}

function growEntries(index: TextIndex): void {
  const room = index.slotOf.length * 2;
  const { slots: before } = index;
  const slotOf = new Int32Array(room);
  const starts = new Int32Array(room + 1);
  const slots = new Int32Array(room * 2 * SLOT);
  starts.set(index.starts);
  for (let slot = 0; slot < before.length; slot += SLOT) {
    const entry = before[slot + ENTRY] - 1;
    if (entry < 0) continue;
    slotOf[entry] = fillSlot(slots, entry, before[slot + HASH], before[slot + START], before[slot + VALUE]);
  }
  index.slots = slots;
  index.slotOf = slotOf;
  index.starts = starts;
}

function growUnits(index: TextIndex, needed: number): void {
  const units = new Uint16Array(Math.max(needed, index.units.length * 2));
  units.set(index.units);
  index.units = units;
}
