/** French texts in tests: written with plain spaces, compared with the typography that readers see. */
import { expect } from 'vitest';

/** The text as a French printer sets it: a narrow no-break space before ; : ! ? % € and inside « ». */
export function typeset(french: string): string {
  return french.replace(/ ([;:!?%€»])/g, '\u202f$1').replace(/« /g, '«\u202f');
}

/** Fails where a person would read a plain space, or none, before a sign that wants a narrow no-break one. */
export function expectTypeset(french: string): void {
  expect(french.match(/.{0,20}[ \u00a0][;:!?%»].{0,5}|.{0,5}«[^\u202f].{0,20}|\w'\w/g) ?? []).toEqual([]);
}
