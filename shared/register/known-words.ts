/** Words that a person may write in place of a key: the key itself, its French or its English word, whatever the case and the marks. */
import type { Words } from '../base/words.ts';

/** The key a text names, if it names one. */
export type KnownWords<K extends string> = (text: string) => K | undefined;

/** @param named of two keys with one word the last is meant */
export function knownWords<K extends string>(named: readonly (readonly [K, Words])[]): KnownWords<K> {
  const written = named.flatMap(([key, { fr, en }]) => [key, fr, en].map((word) => [word, key] as const));
  const keys = new Map([...written.map(([word, key]) => [normaliseWord(word), key] as const), ...written]);
  return (text) => keys.get(text) ?? keys.get(normaliseWord(text)); // most are written as they are offered
}

/** What is left of a word without case, accents, spaces, hyphens, apostrophes and other marks: `N° TVA` gives `ntva`. */
export function normaliseWord(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/œ/g, 'oe')
    .replace(/æ/g, 'ae')
    .replace(/[^\p{L}\p{N}]|º/gu, '');
}
