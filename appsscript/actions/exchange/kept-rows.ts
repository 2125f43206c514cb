/**
 * Rows of payments as they stood before some are taken out, or a block is written below them, kept outside the sheet: a run that Google stops between a wrong place and the
 * look afterwards leaves behind what has to come back.
 */
import type { Grid, World } from '../../world.ts';

/** A property holds nine kilobytes; a document's properties half a megabyte. */
const PART = 4000;
const MOST_PARTS = 100;
const COUNT = 'rowsKept';

/** What was to be taken out, and the tab as it was. */
export type TakenOut = { readonly ids: readonly string[]; readonly grid: Grid };

/** A block that was to be written from a row on, and the last rows above it. */
export type WrittenBelow = { readonly first: number; readonly height: number; readonly tail: Grid };

export type KeptRows = TakenOut | WrittenBelow;

/** A call a part, and two. Of very long tabs nothing is kept. */
export function keepRows(world: World, kept: KeptRows): void {
  const text = JSON.stringify(kept);
  const count = Math.ceil(text.length / PART);
  if (count > MOST_PARTS) return;
  world.properties.write(COUNT, '0'); // parts of two times never stand together
  for (let part = 0; part < count; part++)
    world.properties.write(`${COUNT}.${part}`, text.slice(part * PART, (part + 1) * PART));
  world.properties.write(COUNT, String(count)); // last: it says that the parts are whole
}

/** One call. What a run left behind; null where none did. */
export function rowsKept(world: World): KeptRows | null {
  const all = world.properties.read();
  const count = Number(all.get(COUNT) ?? '0');
  if (!(count > 0)) return null;
  const text = Array.from({ length: count }, (_, part) => all.get(`${COUNT}.${part}`) ?? '').join('');
  const read: unknown = JSON.parse(text);
  return isKept(read) ? read : null;
}

/** One call, once they are not needed any more. */
export function forgetRows(world: World): void {
  world.properties.write(COUNT, '0');
}

function isKept(value: unknown): value is KeptRows {
  return typeof value === 'object' && value !== null && ('grid' in value || 'tail' in value);
}
