/** Sentences of a report that hold what somebody wrote into a cell, made fit for a line of a terminal or a mail. */

const LONGEST = 240;

/**
 * What could drive a terminal, break a line or turn it around becomes a space; of a sentence grown too long the middle goes, for it
 * begins with what to do and ends with how much.
 */
export function oneLine(text: string, longest: number = LONGEST): string {
  const plain = text.replace(/[\p{Cc}\u200e\u200f\u2028-\u202e\u2066-\u2069]+/gu, ' ');
  const letters = Array.from(plain);
  if (letters.length <= longest) return plain;
  const half = Math.floor(longest / 2);
  return `${letters.slice(0, half).join('')}…${letters.slice(1 - half).join('')}`;
}
