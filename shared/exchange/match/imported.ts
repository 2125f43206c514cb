/** The ids of payments that an import writes: made from the movement's key, so that what was written is known again. */

/** What the id of an imported payment begins with. */
export const IMPORTED = 'B-';

/** The id of the payment that a movement's part becomes. @param index from 0 */
export function importedId(key: string, index: number): string {
  return `${IMPORTED}${key.slice(3)}${index === 0 ? '' : `-${index + 1}`}`;
}

/** Those of a movement that are in the register already. */
export function writtenIds(key: string, ids: ReadonlySet<string>): readonly string[] {
  const found: string[] = [];
  for (let index = 0; ids.has(importedId(key, index)); index++) found.push(importedId(key, index));
  return found;
}
