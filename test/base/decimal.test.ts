import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type Decimal,
  decimalOf,
  decimalToText,
  factorLeft,
  factorOf,
  multiply,
  parseDecimal,
  roundDecimal,
} from '../../shared/base/decimal.ts';
import { LARGEST_MINOR } from '../../shared/base/money.ts';

function read(text: string): Decimal {
  const parsed = parseDecimal(text, 12);
  if (!parsed.ok) throw new Error(text);
  return parsed.value;
}

for (const [text, scale, expected] of [
  ['12', 2, '12'],
  ['12.50', 1, '12.5'],
  ['12.50', 2, '12.5'],
  ['012', 0, '12'],
  ['-0.00', 2, '0'],
  ['-0.25', 2, '-0.25'],
  ['0.0001', 4, '0.0001'],
] as const) {
  test(`${text} of at most ${scale} decimals is ${expected}`, () => {
    const parsed = parseDecimal(text, scale);
    expect(parsed.ok && decimalToText(parsed.value)).toBe(expected);
  });
}

for (const [text, scale, error] of [
  ['', 2, 'decimal/invalid'],
  ['1,5', 2, 'decimal/invalid'],
  ['.5', 2, 'decimal/invalid'],
  ['5.', 2, 'decimal/invalid'],
  ['+5', 2, 'decimal/invalid'],
  ['1e3', 2, 'decimal/invalid'],
  ['1'.repeat(31), 2, 'decimal/invalid'],
  ['1.005', 2, 'decimal/too-many-decimals'],
  ['1.23451', 4, 'decimal/too-many-decimals'],
] as const) {
  test(`${text} of at most ${scale} decimals is refused`, () =>
    expect(parseDecimal(text, scale)).toEqual({ ok: false, error }));
}

for (const [text, decimals, units] of [
  ['1.005', 2, 101],
  ['1.0049999', 2, 100],
  ['-1.005', 2, -101],
  ['-0.004', 2, 0],
  ['0.5', 0, 1],
  ['-0.5', 0, -1],
  ['0.49', 0, 0],
  ['12', 2, 1200],
  ['12.3', 3, 12300],
  ['0', 2, 0],
] as const) {
  test(`${text} rounds to ${units} of ${decimals} decimals`, () =>
    expect(roundDecimal(read(text), decimals)).toBe(units));
}

test('no room is NaN, just below it is not', () => {
  expect(roundDecimal(read(String(LARGEST_MINOR - 1)), 0)).toBe(LARGEST_MINOR - 1);
  expect(roundDecimal(read(String(LARGEST_MINOR)), 0)).toBeNaN();
  expect(roundDecimal(read(`-${LARGEST_MINOR}`), 0)).toBeNaN();
  expect(roundDecimal(read('9'.repeat(30)), 2)).toBeNaN();
});

test('percentages as factors', () => {
  expect(decimalToText(factorOf(read('5.5')))).toBe('0.055');
  expect(decimalToText(factorLeft(read('10')))).toBe('0.9');
  expect(decimalToText(factorLeft(read('33.3333')))).toBe('0.666667');
  expect(decimalToText(factorLeft(read('0')))).toBe('1');
  expect(decimalToText(factorLeft(read('100')))).toBe('0');
  expect(decimalToText(factorLeft(read('-5')))).toBe('1.05');
});

test('products are exact, whatever the size: those of whole numbers without limits', () => {
  const digits = fc.stringMatching(/^-?(0|[1-9]\d{0,14})\.\d{0,6}[1-9]$/);
  fc.assert(
    fc.property(digits, digits, (a, b) => {
      const product = multiply(read(a), read(b));
      const scale = read(a).scale + read(b).scale;
      const expected = BigInt(a.replace('.', '')) * BigInt(b.replace('.', ''));
      const sign = product.isNegative ? -1n : 1n;
      expect(product.scale).toBe(scale);
      expect(sign * BigInt(product.digits || '0')).toBe(expected);
    }),
  );
});

test('a whole number of minor units as a decimal', () => {
  expect(decimalToText(decimalOf(-1230, 2))).toBe('-12.3');
  expect(() => decimalOf(0.5)).toThrow();
});
