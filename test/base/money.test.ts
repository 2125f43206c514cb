import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CURRENCY_DIGITS, CURRENCY_SIGNS } from '../../shared/base/currencies.ts';
import {
  addMoney,
  currencyDigits,
  decimalNumber,
  decimalText,
  isCurrency,
  LARGEST_MINOR,
  money,
  roundHalfAway,
  splitMoney,
} from '../../shared/base/money.ts';

const someMinor = fc.integer({ min: 1 - LARGEST_MINOR, max: LARGEST_MINOR - 1 });
const someCurrency = fc.constantFrom('EUR', 'JPY', 'KWD');

for (const [currency, digits] of [
  ['EUR', 2],
  ['JPY', 0],
  ['KWD', 3],
  ['XOF', 0],
  ['TND', 3],
  ['HUF', 2],
] as const) {
  test(`${currency} has ${digits} digits`, () => expect(currencyDigits(currency)).toBe(digits));
}

test('a code that is no currency throws, and is no currency', () => {
  expect(() => currencyDigits('EURO')).toThrow('unknown currency EURO');
  expect(['EURO', 'eur', '', '€', 'FRF', 'XXX'].filter(isCurrency)).toEqual([]);
});

test('every currency has a three-letter code and 0 to 3 digits, and every sign stands for currencies we know', () => {
  for (const [code, digits] of CURRENCY_DIGITS) {
    expect(code).toMatch(/^[A-Z]{3}$/);
    expect([0, 2, 3]).toContain(digits);
  }
  expect([...CURRENCY_SIGNS.values()].flat().filter((code) => !isCurrency(code))).toEqual([]);
});

for (const [minor, currency, text] of [
  [0, 'EUR', '0.00'],
  [5, 'EUR', '0.05'],
  [-5, 'EUR', '-0.05'],
  [-1230, 'EUR', '-12.30'],
  [100000, 'EUR', '1000.00'],
  [1230, 'JPY', '1230'],
  [-1, 'JPY', '-1'],
  [7, 'KWD', '0.007'],
  [1007, 'KWD', '1.007'],
  [LARGEST_MINOR - 1, 'EUR', '99999999999.99'],
] as const) {
  test(`${minor} minor units of ${currency} are ${text}`, () =>
    expect(decimalText(minor, currency)).toBe(text));
}

test('text and number of an amount say the same', () => {
  fc.assert(
    fc.property(someMinor, someCurrency, (minor, currency) => {
      expect(Number(decimalText(minor, currency)) + 0).toBe(decimalNumber(minor, currency) + 0);
    }),
  );
});

test('adding is exact, and never across currencies', () => {
  expect(addMoney(money(10, 'EUR'), money(-10, 'EUR'))).toEqual({ minor: 0, currency: 'EUR' });
  expect(() => addMoney(money(1, 'EUR'), money(1, 'USD'))).toThrow('EUR and USD are never added');
});

test('money is whole, safe and never -0', () => {
  expect(Object.is(money(-0, 'EUR').minor, 0)).toBe(true);
  expect(() => money(0.5, 'EUR')).toThrow('0.5 EUR is not a safe whole number');
  expect(() => money(2 ** 53, 'EUR')).toThrow('is not a safe whole number');
  expect(() => money(Number.NaN, 'EUR')).toThrow('is not a safe whole number');
});

for (const [value, rounded] of [
  [2.5, 3],
  [-2.5, -3],
  [2.4, 2],
  [-2.4, -2],
  [0.5, 1],
  [-0.5, -1],
  [-0.4, 0],
  [0, 0],
] as const) {
  test(`${value} rounds to ${rounded}`, () => expect(Object.is(roundHalfAway(value), rounded)).toBe(true));
}

for (const [minor, weights, shares] of [
  [100, [1, 1, 1], [34, 33, 33]],
  [-100, [1, 1, 1], [-34, -33, -33]],
  [100, [1, 2], [33, 67]],
  [1, [1, 1], [1, 0]],
  [0, [1, 1], [0, 0]],
  [5, [0, 1], [0, 5]],
] as const) {
  test(`${minor} split by ${weights.join(':')} is ${shares.join(', ')}`, () => {
    expect(splitMoney(money(minor, 'EUR'), weights).map((share) => share.minor)).toEqual(shares);
  });
}

test('weights that share nothing throw', () => {
  for (const weights of [[], [0, 0], [1, -1], [2, -1], [Number.NaN]]) {
    expect(() => splitMoney(money(1, 'EUR'), weights)).toThrow('weights are positive');
  }
});

test('shares add up to the whole, keep its sign and are at most a unit off their exact part', () => {
  const weights = fc
    .array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 1, maxLength: 20 })
    .filter((list) => list.some((weight) => weight > 0));
  fc.assert(
    fc.property(someMinor, weights, (minor, list) => {
      const shares = splitMoney(money(minor, 'EUR'), list).map((share) => share.minor);
      const sum = list.reduce((a, b) => a + b, 0);
      expect(shares.reduce((a, b) => a + b, 0)).toBe(minor + 0);
      for (const [i, share] of shares.entries()) {
        expect(share * Math.sign(minor)).toBeGreaterThanOrEqual(0);
        expect(Math.abs(share - (minor / sum) * list[i])).toBeLessThan(1.01);
        expect(Object.is(share, -0)).toBe(false);
      }
    }),
    { numRuns: 5000 },
  );
});
