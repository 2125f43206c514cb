import { expect, test } from 'vitest';
import { languageOf } from '../../shared/base/words.ts';

for (const [locale, language] of [
  ['fr_FR', 'fr'],
  ['fr', 'fr'],
  ['en', 'en'],
  ['en_GB', 'en'],
  ['EN-us', 'en'],
  ['', 'fr'],
  ['de_DE', 'fr'],
  ['eng', 'fr'],
  ['es_EN', 'fr'],
] as const) {
  test(`locale "${locale}" speaks ${language}`, () => expect(languageOf(locale)).toBe(language));
}
