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

/** An open-addressing hash table; entries are numbered in the order they were added. */
export type TextIndex = {
  count: number;
  slots: Int32Array; // entry + 1, 0 where free; a power of two, at most half full
  hashes: Int32Array; // by entry
  starts: Uint32Array; // by entry; entry e is units[starts[e] … starts[e + 1])
  values: Int32Array; // by entry
  units: Uint16Array;
};

const ROOM = 64;

export function newTextIndex(): TextIndex {
  return {
    count: 0,
    slots: new Int32Array(ROOM * 2),
    hashes: new Int32Array(ROOM),
    starts: new Uint32Array(ROOM + 1),
    values: new Int32Array(ROOM),
    units: new Uint16Array(ROOM * 8),
  };
}

/** What `entryOf` answers for a text the index does not hold. */
export const NO_ENTRY = -1;

/** The entry of the staged text, or NO_ENTRY. */
export function entryOf(index: TextIndex, { units, length, hash }: StagedText): number {
  const mask = index.slots.length - 1;
  for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
    const entry = index.slots[slot] - 1;
    if (entry < 0) return NO_ENTRY;
    if (index.hashes[entry] === hash && holds(index, entry, units, length)) return entry;
  }
}

/** The value of the staged text, or `otherwise`. */
export function valueOfText(index: TextIndex, staged: StagedText, otherwise: number): number {
  const entry = entryOf(index, staged);
  return entry === NO_ENTRY ? otherwise : index.values[entry];
}

/** Adds the staged text, which the index does not hold yet. @returns its entry */
export function addText(index: TextIndex, { units, length, hash }: StagedText, value: number): number {
  if (index.count === index.hashes.length) growEntries(index);
  const entry = index.count++;
  const start = index.starts[entry];
  if (start + length > index.units.length) growUnits(index, start + length);
  for (let at = 0; at < length; at++) index.units[start + at] = units[at];
  index.starts[entry + 1] = start + length;
  index.values[entry] = value;
  index.hashes[entry] = hash;
  fillSlot(index.slots, hash, entry);
  return entry;
}

/** The text of an entry. */
export function textOfEntry({ starts, units }: TextIndex, entry: number): string {
  let text = '';
  for (let at = starts[entry]; at < starts[entry + 1]; at++) text += String.fromCharCode(units[at]);
  return text;
}

function holds(
  { starts, units: held }: TextIndex,
  entry: number,
  units: Uint16Array,
  length: number,
): boolean {
  const start = starts[entry];
  if (starts[entry + 1] - start !== length) return false;
  for (let at = 0; at < length; at++) if (held[start + at] !== units[at]) return false;
  return true;
}

function fillSlot(slots: Int32Array, hash: number, entry: number): void {
  const mask = slots.length - 1;
  let slot = hash & mask;
  while (slots[slot] !== 0) slot = (slot + 1) & mask;
  slots[slot] = entry + 1;
}

function growEntries(index: TextIndex): void {
  const room = index.hashes.length * 2;
  const hashes = new Int32Array(room);
  const starts = new Uint32Array(room + 1);
  const values = new Int32Array(room);
  hashes.set(index.hashes);
  starts.set(index.starts);
  values.set(index.values);
  index.slots = new Int32Array(room * 2);
  for (let entry = 0; entry < index.count; entry++) fillSlot(index.slots, hashes[entry], entry);
  index.hashes = hashes;
  index.starts = starts;
  index.values = values;
}

function growUnits(index: TextIndex, needed: number): void {
  const units = new Uint16Array(Math.max(needed, index.units.length * 2));
  units.set(index.units);
  index.units = units;
}
