/** Numbers typed in fields, on both sides of every edge. */
import { describe, expect, test } from 'vitest';
import { parseDecimal, shownDecimal } from '../../appsscript/sidebar/forms/decimals.ts';

const READ = [
  ['fr', '1 234,56', '1234.56'],
  ['fr', '1\u202f234,56\u00a0€', '1234.56'],
  ['fr', '1234.56', '1234.56'],
  ['fr', '1.234,56', '1234.56'],
  ['fr', '1,234.56', '1234.56'],
  ['fr', '1,234', '1.234'],
  ['en', '1,234', '1234'],
  ['en', '1.234', '1.234'],
  ['fr', '1.234', '1.234'],
  ['en', '1,23', '1.23'],
  ['en', '1,234,567.8', '1234567.8'],
  ['fr', '1.234.567', '1234567'],
  ['fr', '1 234 567', '1234567'],
  ['fr', ',5', '0.5'],
  ['fr', '12,', '12'],
  ['fr', '007', '7'],
  ['fr', '0', '0'],
  ['fr', '-0,00', '0.00'],
  ['fr', '−12,50', '-12.50'],
  ['fr', '5,5 %', '5.5'],
  ['en', '€1,234.50', '1234.50'],
  ['fr', "1'234,50", '1234.50'],
] as const;

const REFUSED = [
  '',
  ' ',
  '-',
  ',',
  '.',
  '12a',
  '1 23',
  '12 34,5',
  '1,2,3',
  '1.2,3.4',
  '1,23.456,7',
  '1e3',
  '=1+1',
  '١٢',
];

describe('a number as it is typed', () => {
  for (const [language, text, expected] of READ) {
    test(`${language}: ${text} is ${expected}`, () => expect(parseDecimal(text, language)).toBe(expected));
  }
  for (const text of REFUSED) {
    test(`'${text}' is no number`, () => {
      expect(parseDecimal(text, 'fr')).toBeUndefined();
      expect(parseDecimal(text, 'en')).toBeUndefined();
    });
  }
});

const SHOWN = [
  ['fr', '1234.5', 2, '1\u202f234,50'],
  ['en', '1234.5', 2, '1,234.50'],
  ['fr', '1234.567', 2, '1\u202f234,567'],
  ['fr', '3', 0, '3'],
  ['fr', '3.00', 0, '3'],
  ['fr', '-12.5', 2, '-12,50'],
  ['fr', 'abc', 2, 'abc'],
  ['fr', '12345678901234567', 0, '12345678901234567'],
] as const;

describe('a number as it is shown', () => {
  for (const [language, plain, least, expected] of SHOWN) {
    test(`${language}: ${plain} is ${expected}`, () =>
      expect(shownDecimal(plain, least, language)).toBe(expected));
  }
  test('what is shown is read back', () => {
    for (const [language, plain] of SHOWN.slice(0, 6)) {
      expect(Number(parseDecimal(shownDecimal(plain, 2, language), language))).toBe(Number(plain));
    }
  });
});
