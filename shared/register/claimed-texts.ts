/**
 * Texts that may stand in one row only, such as payment ids. They mostly come in order, each above the one before; as long as
 * they do none can repeat, so nothing is looked up. The first that is out of order has the others indexed.
 */
import {
  addText,
  entryOf,
  NO_ENTRY,
  newStagedText,
  newTextIndex,
  type StagedText,
  stageText,
  type TextIndex,
  valueOfEntry,
} from './text-index.ts';

export type ClaimedTexts = {
  count: number;
  units: Uint16Array; // of all texts in order; the last one decides whether the next is above it
  starts: Int32Array;
  rows: Int32Array;
  index: TextIndex | null; // null while they came in order
};

const ROOM = 64;

export function newClaimedTexts(): ClaimedTexts {
  return {
    count: 0,
    units: new Uint16Array(ROOM * 8),
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
  const taken = entryOf(claimed.index, staged);
  if (taken !== NO_ENTRY) return valueOfEntry(claimed.index, taken);
  addText(claimed.index, staged, row);
  return 0;
}

/** Longer is above; of one length, the later unit is. */
function isAbove({ count, units: held, starts }: ClaimedTexts, { units, length }: StagedText): boolean {
  if (count === 0) return true;
  const start = starts[count - 1];
  if (starts[count] - start !== length) return length > starts[count] - start;
  for (let at = 0; at < length; at++) {
    if (units[at] !== held[start + at]) return units[at] > held[start + at];
  }
  return false;
}

function append(claimed: ClaimedTexts, { units, length }: StagedText, row: number): void {
  const start = claimed.starts[claimed.count];
  if (claimed.count === claimed.rows.length) {
    claimed.starts = enlarged(claimed.starts, claimed.starts.length * 2);
    claimed.rows = enlarged(claimed.rows, claimed.rows.length * 2);
  }
  if (start + length > claimed.units.length) {
    const larger = new Uint16Array(Math.max(start + length, claimed.units.length * 2));
    larger.set(claimed.units);
    claimed.units = larger;
  }
  for (let at = 0; at < length; at++) claimed.units[start + at] = units[at];
  claimed.rows[claimed.count] = row;
  claimed.count++;
  claimed.starts[claimed.count] = start + length;
}

function enlarged(column: Int32Array, length: number): Int32Array {
  const larger = new Int32Array(length);
  larger.set(column);
  return larger;
}

function indexOf({ count, units, starts, rows }: ClaimedTexts): TextIndex {
  const index = newTextIndex();
  const staged = newStagedText();
  for (let place = 0; place < count; place++) {
    stageText(staged, textOf(units, starts[place], starts[place + 1]));
    addText(index, staged, rows[place]);
  }
  return index;
}

function textOf(units: Uint16Array, from: number, to: number): string {
  let text = '';
  for (let at = from; at < to; at++) text += String.fromCharCode(units[at]);
  return text;
}
