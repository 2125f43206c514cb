/** The months as people name them in a cell, in French and English, whole and shortened. */
import { normaliseWord } from './known-words.ts';

const NAMES: readonly string[] = [
  'janvier janv jan january',
  'fevrier fevr fev february feb',
  'mars march mar',
  'avril avr april apr',
  'mai may',
  'juin june jun',
  'juillet juil july jul',
  'aout august aug',
  'septembre sept sep september',
  'octobre oct october',
  'novembre nov november',
  'decembre dec december',
];

const MONTHS: ReadonlyMap<string, number> = new Map(
  NAMES.flatMap((names, i) => names.split(' ').map((name) => [name, i + 1] as const)),
);

/** The month's number from 1 to 12, 0 where the word names none. Case and accents do not count. */
export function monthOf(name: string): number {
  return MONTHS.get(normaliseWord(name)) ?? 0;
}
