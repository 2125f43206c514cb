import fc from 'fast-check';
import { expect, test } from 'vitest';
import { currencyDigits, decimalNumber, decimalText, LARGEST_MINOR } from '../../shared/base/money.ts';
import type { Cell } from '../../shared/base/problem.ts';
import { plainAmountOfNumber, plainAmountOfText, readAmount } from '../../shared/register/cell-amounts.ts';

function answer(cell: Cell, currency: string): number | string {
  const amount = readAmount(cell, currency);
  return amount.ok ? amount.value : amount.error.replace('amount/', '');
}

const CURRENCIES = ['EUR', 'JPY', 'KWD'] as const;

/** What a cell is in euros (two decimals), yen (none) and dinars (three). */
for (const [cell, eur, jpy, kwd] of [
  // Numbers, as a sheet keeps them
  [0, 0, 0, 0],
  [-0, 0, 0, 0],
  [12, 1200, 12, 12000],
  [-12.5, -1250, 'too-many-decimals', -12500],
  [30 * 0.17, 510, 'too-many-decimals', 5100],
  [0.1 + 0.2, 30, 'too-many-decimals', 300],
  [1.1 + 2.2, 330, 'too-many-decimals', 3300],
  [1.005, 'too-many-decimals', 'too-many-decimals', 1005],
  [1.0049999999999, 'too-many-decimals', 'too-many-decimals', 'too-many-decimals'],
  [5e-324, 'too-many-decimals', 'too-many-decimals', 'too-many-decimals'],
  [0.001, 'too-many-decimals', 'too-many-decimals', 1],
  [99999999999.99, LARGEST_MINOR - 1, 'too-many-decimals', 'too-large'],
  [-99999999999.99, 1 - LARGEST_MINOR, 'too-many-decimals', 'too-large'],
  [100000000000, 'too-large', 100000000000, 'too-large'],
  [9999999999999, 'too-large', LARGEST_MINOR - 1, 'too-large'],
  [10000000000000, 'too-large', 'too-large', 'too-large'],
  [1e308, 'too-large', 'too-large', 'too-large'],
  [Number.NaN, 'invalid', 'invalid', 'invalid'],
  [Number.POSITIVE_INFINITY, 'invalid', 'invalid', 'invalid'],
  [true, 'invalid', 'invalid', 'invalid'],
  [false, 'invalid', 'invalid', 'invalid'],
  [null, 'invalid', 'invalid', 'invalid'],
  // Digits with one point
  ['12', 1200, 12, 12000],
  ['1234.5', 123450, 'too-many-decimals', 1234500],
  ['1234.50', 123450, 'too-many-decimals', 1234500],
  ['-1234.5', -123450, 'too-many-decimals', -1234500],
  ['−1234.5', -123450, 'too-many-decimals', -1234500],
  ['- 12', -1200, -12, -12000],
  ['-0', 0, 0, 0],
  ['-0.00', 0, 0, 0],
  ['0.05', 5, 'too-many-decimals', 50],
  ['00012', 1200, 12, 12000],
  ['100.00', 10000, 100, 100000],
  ['12.3400', 1234, 'too-many-decimals', 12340],
  ['12.3450', 'too-many-decimals', 'too-many-decimals', 12345],
  // Three digits after one mark: dinars have three decimals, as programs write them
  ['1.234', 'ambiguous', 'ambiguous', 1234],
  ['12.345', 'ambiguous', 'ambiguous', 12345],
  ['123.456', 'ambiguous', 'ambiguous', 123456],
  ['-1.234', 'ambiguous', 'ambiguous', -1234],
  ['1,234', 'ambiguous', 'ambiguous', 'ambiguous'],
  ['1.000', 'ambiguous', 'ambiguous', 1000],
  ['999,999', 'ambiguous', 'ambiguous', 'ambiguous'],
  ['1.234 EUR', 'ambiguous', 'currency-mismatch', 'currency-mismatch'],
  ['0.123', 'too-many-decimals', 'too-many-decimals', 123],
  ['0,123', 'too-many-decimals', 'too-many-decimals', 123],
  ['012.345', 'too-many-decimals', 'too-many-decimals', 12345],
  ['1234.567', 'too-many-decimals', 'too-many-decimals', 1234567],
  ['1234,567', 'too-many-decimals', 'too-many-decimals', 1234567],
  ['1.2345', 'too-many-decimals', 'too-many-decimals', 'too-many-decimals'],
  // One comma
  ['12,5', 1250, 'too-many-decimals', 12500],
  ['12,50', 1250, 'too-many-decimals', 12500],
  ['1234,56', 123456, 'too-many-decimals', 1234560],
  // Groups
  ['1 234,56', 123456, 'too-many-decimals', 1234560],
  ['1\u00a0234,56', 123456, 'too-many-decimals', 1234560],
  ['1\u202f234\u202f567,89', 123456789, 'too-many-decimals', 1234567890],
  ['1\u2009234', 123400, 1234, 1234000],
  ["1'234.50", 123450, 'too-many-decimals', 1234500],
  ['1’234.50', 123450, 'too-many-decimals', 1234500],
  ['1 234.567', 'too-many-decimals', 'too-many-decimals', 1234567],
  ['1.234,56', 123456, 'too-many-decimals', 1234560],
  ['1,234.56', 123456, 'too-many-decimals', 1234560],
  ['1,234.567', 'too-many-decimals', 'too-many-decimals', 1234567],
  ['1.234.567', 123456700, 1234567, 1234567000],
  ['1,234,567', 123456700, 1234567, 1234567000],
  ['1,234,567.8', 123456780, 'too-many-decimals', 1234567800],
  ['12 34', 'invalid', 'invalid', 'invalid'],
  ['1 2345', 'invalid', 'invalid', 'invalid'],
  ['1234 567', 'invalid', 'invalid', 'invalid'],
  ['0 123', 'invalid', 'invalid', 'invalid'],
  ['1  234', 'invalid', 'invalid', 'invalid'],
  ['1.23.456', 'invalid', 'invalid', 'invalid'],
  ['1,23,456', 'invalid', 'invalid', 'invalid'],
  ['1 234.567,89', 'invalid', 'invalid', 'invalid'],
  ["1 234'567", 'invalid', 'invalid', 'invalid'],
  ['1.234,567,890', 'invalid', 'invalid', 'invalid'],
  ['1,234.567.890', 'invalid', 'invalid', 'invalid'],
  ['12,34 567', 'invalid', 'invalid', 'invalid'],
  // Signs and codes
  ['1 234,56 €', 123456, 'currency-mismatch', 'currency-mismatch'],
  ['1 234,56\u202f€', 123456, 'currency-mismatch', 'currency-mismatch'],
  ['€12', 1200, 'currency-mismatch', 'currency-mismatch'],
  ['-12 €', -1200, 'currency-mismatch', 'currency-mismatch'],
  ['€-12', -1200, 'currency-mismatch', 'currency-mismatch'],
  ['-€12', -1200, 'currency-mismatch', 'currency-mismatch'],
  ['EUR 12', 1200, 'currency-mismatch', 'currency-mismatch'],
  ['12 eur', 1200, 'currency-mismatch', 'currency-mismatch'],
  ['¥12', 'currency-mismatch', 12, 'currency-mismatch'],
  ['KWD 1,5', 'currency-mismatch', 'currency-mismatch', 1500],
  ['12 $', 'currency-mismatch', 'currency-mismatch', 'currency-mismatch'],
  ['12 zł', 'currency-mismatch', 'currency-mismatch', 'currency-mismatch'],
  ['€12€', 'invalid', 'invalid', 'invalid'],
  ['€12 EUR', 'invalid', 'invalid', 'invalid'],
  ['12 XYZ', 'invalid', 'invalid', 'invalid'],
  ['12 uſd', 'invalid', 'invalid', 'invalid'],
  ['12 euros', 'invalid', 'invalid', 'invalid'],
  ['--12', 'invalid', 'invalid', 'invalid'],
  ['-€-12', 'invalid', 'invalid', 'invalid'],
  ['12 €-', 'invalid', 'invalid', 'invalid'],
  ['E-UR 12', 'invalid', 'invalid', 'invalid'],
  // Sizes
  ['99999999999.99', LARGEST_MINOR - 1, 'too-many-decimals', 'too-large'],
  ['100000000000', 'too-large', 100000000000, 'too-large'],
  ['10 000 000 000 000', 'too-large', 'too-large', 'too-large'],
  ['9'.repeat(50), 'too-large', 'too-large', 'too-large'],
  ['9'.repeat(61), 'invalid', 'invalid', 'invalid'],
  ['-100000000000.00', 'too-large', -100000000000, 'too-large'],
  // What is no amount
  ['(12,00)', 'invalid', 'invalid', 'invalid'],
  ['12-', 'invalid', 'invalid', 'invalid'],
  ['+12', 'invalid', 'invalid', 'invalid'],
  ['1e3', 'invalid', 'invalid', 'invalid'],
  ['1e308', 'invalid', 'invalid', 'invalid'],
  ['12.', 'invalid', 'invalid', 'invalid'],
  ['12,', 'invalid', 'invalid', 'invalid'],
  ['.5', 'invalid', 'invalid', 'invalid'],
  [',5', 'invalid', 'invalid', 'invalid'],
  ['-', 'invalid', 'invalid', 'invalid'],
  ['12 %', 'invalid', 'invalid', 'invalid'],
  ['12\n34', 'invalid', 'invalid', 'invalid'],
  ['１２', 'invalid', 'invalid', 'invalid'],
  ['١٢', 'invalid', 'invalid', 'invalid'],
  ['\u202e12', 'invalid', 'invalid', 'invalid'],
  ['=12', 'invalid', 'invalid', 'invalid'],
  ['douze', 'invalid', 'invalid', 'invalid'],
  ['', 'invalid', 'invalid', 'invalid'],
  ['12 13', 'invalid', 'invalid', 'invalid'],
  ['#REF!', 'cell/formula-error', 'cell/formula-error', 'cell/formula-error'],
  ['#N/A', 'cell/formula-error', 'cell/formula-error', 'cell/formula-error'],
] as const) {
  test(`${typeof cell} ${String(cell)} is ${eur} EUR, ${jpy} JPY, ${kwd} KWD`, () => {
    expect(CURRENCIES.map((currency) => answer(cell, currency))).toEqual([eur, jpy, kwd]);
  });
}

for (const [text, currency] of [
  ['$12', 'USD'],
  ['12 $', 'CAD'],
  ['£12', 'GBP'],
  ['12 zł', 'PLN'],
  ['¥12', 'CNY'],
] as const) {
  test(`${text} fits a row in ${currency}`, () => expect(answer(text, currency)).toBe(1200));
}

const someAmount = fc.integer({ min: 1 - LARGEST_MINOR, max: LARGEST_MINOR - 1 });
const someCurrency = fc.constantFrom(...CURRENCIES);

test('every amount goes through a number cell and back, the quick way too, never -0', () => {
  fc.assert(
    fc.property(someAmount, someCurrency, (minor, currency) => {
      const number = decimalNumber(minor, currency);
      expect(plainAmountOfNumber(number, currencyDigits(currency))).toBe(minor + 0);
      expect(answer(number, currency)).toBe(minor + 0);
    }),
    { numRuns: 10_000 },
  );
});

test('a number cell is judged by its 15-digit text, as a plain reading of that text would', () => {
  const sums = fc
    .tuple(
      fc.integer({ min: -1e9, max: 1e9 }),
      fc.integer({ min: 1, max: 1e6 }),
      fc.constantFrom(0.01, 0.1, 0.001, 1, 0.17),
    )
    .map(([a, b, step]) => a * step + b * step);
  fc.assert(
    fc.property(
      fc.oneof(sums, fc.double({ noNaN: true, min: -1e9, max: 1e9 })),
      someCurrency,
      (value, currency) => {
        const text = value === 0 ? '0' : value.toPrecision(15); // below 1e-6 it has an exponent
        const [, sign, whole, decimals = ''] = /^(-?)(\d+)(?:\.(\d*?)0*)?$/.exec(text) ?? [];
        const digits = currencyDigits(currency);
        const fits = whole !== undefined && decimals.length <= digits;
        const expected = fits ? Number(`${sign}${whole}${decimals.padEnd(digits, '0')}`) + 0 : Number.NaN;
        expect(plainAmountOfNumber(value, digits)).toBe(expected);
      },
    ),
    { numRuns: 10_000 },
  );
});

test('every amount is read back from the plain, French, English and Swiss texts, and is never another amount', () => {
  fc.assert(
    fc.property(someAmount, someCurrency, (minor, currency) => {
      const plain = decimalText(minor, currency);
      const [whole, fraction = ''] = plain.split('.');
      const grouped = (by: string): string => whole.replace(/\B(?=(\d{3})+$)/g, by);
      const joined = (by: string, mark: string): string =>
        grouped(by) + (fraction === '' ? '' : mark + fraction);
      const texts = [
        plain,
        joined('\u202f', ','),
        joined(' ', '.'),
        joined(',', '.'),
        joined('.', ','),
        joined('’', '.'),
      ];
      for (const text of texts) expect([minor + 0, 'ambiguous']).toContain(answer(text, currency));
      for (const text of [joined(' ', ','), joined(' ', '.')]) {
        if (fraction.length !== 3) expect(answer(text, currency)).toBe(minor + 0);
      }
    }),
    { numRuns: 5000 },
  );
});

test('where the quick text way answers, readAmount answers the same', () => {
  const texts = fc.stringMatching(/^-?[0-9]{0,13}[.,]?[0-9]{0,4}$/);
  fc.assert(
    fc.property(texts, someCurrency, (text, currency) => {
      const plain = plainAmountOfText(text, currencyDigits(currency));
      const other = answer(` ${text}`, currency); // the space sends it the long way
      if (!Number.isNaN(plain)) expect(other).toBe(plain);
      expect(answer(text, currency)).toBe(other);
    }),
    { numRuns: 20_000 },
  );
});

for (const [text, digits, minor] of [
  ['12', 2, 1200],
  ['12,5', 2, 1250],
  ['-1234,56', 2, -123456],
  ['-12.5', 2, -1250],
  ['-0', 2, 0],
  ['0.123', 3, 123],
  ['1234.567', 3, 1234567],
  ['99999999999.99', 2, LARGEST_MINOR - 1],
] as const) {
  test(`the quick way takes ${text} with ${digits} digits`, () => {
    expect(Object.is(plainAmountOfText(text, digits), minor)).toBe(true);
  });
}

for (const [text, digits] of [
  ['', 2],
  ['-', 2],
  ['.', 2],
  ['1.', 2],
  ['.1', 2],
  ['1.1.1', 2],
  ['1,234', 2],
  ['1,5,5', 2],
  ['1,5.5', 2],
  ['1,234', 3],
  ['-1,234', 3],
  ['1.5', 0],
  ['1.555', 2],
  ['100000000000', 2],
  ['1 234', 2],
  ['1e3', 2],
  ['+1', 2],
  ['000000000000000001', 2],
] as const) {
  test(`the quick way leaves "${text}" with ${digits} digits to readAmount`, () => {
    expect(plainAmountOfText(text, digits)).toBeNaN();
  });
}
