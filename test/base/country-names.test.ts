import { expect, test } from 'vitest';
import { countryName } from '../../shared/base/country-names.ts';

for (const [text, fr, en] of [
  ['FR', 'France', 'France'],
  ['us', 'États-Unis', 'United States'],
  [' DE ', 'Allemagne', 'Germany'],
  ['Deutschland', 'Deutschland', 'Deutschland'], // as written
  ['VU', 'VU', 'VU'], // a country without a name here
  ['ZZ', 'ZZ', 'ZZ'],
  ['', '', ''],
] as const) {
  test(JSON.stringify(text), () =>
    expect([countryName(text, 'fr'), countryName(text, 'en')]).toEqual([fr, en]),
  );
}
