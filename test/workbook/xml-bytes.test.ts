import fc from 'fast-check';
import { expect, test } from 'vitest';
import { textElement } from '../../batch/workbook/xlsx/cell-text.ts';
import {
  makeRoom,
  putDecimal,
  putInteger,
  putTextElement,
  takeBytes,
  type XmlBytes,
  xmlBytes,
} from '../../batch/workbook/xlsx/xml-bytes.ts';
import { LARGEST_MINOR } from '../../shared/base/money.ts';

function written(write: (out: XmlBytes) => void): string {
  const out = xmlBytes(64);
  write(out);
  return Buffer.from(takeBytes(out)).toString();
}

test.each([
  [0, '0'],
  [9, '9'],
  [10, '10'],
  [-1, '-1'],
  [2_147_483_647, '2147483647'],
  [2_147_483_648, '2147483648'],
  [Number.MAX_SAFE_INTEGER, '9007199254740991'],
])('%d is written %s', (value, text) => {
  expect(written((out) => putInteger(out, value))).toBe(text);
});

test.each([
  [0, 2, '0'],
  [5, 2, '0.05'],
  [-5, 2, '-0.05'],
  [100, 2, '1'],
  [1_230, 2, '12.30'],
  [1_230, 0, '1230'],
  [1_230, 3, '1.230'],
  [-LARGEST_MINOR - 1, 2, '-100000000000.01'],
])('%d minor units of %d digits are written %s', (minor, digits, text) => {
  expect(written((out) => putDecimal(out, minor, digits))).toBe(text);
});

test('any whole number is written as it is, any amount exactly', () => {
  const safe = fc.maxSafeInteger();
  fc.assert(
    fc.property(safe, (value) => {
      expect(written((out) => putInteger(out, value))).toBe(String(value));
    }),
  );
  fc.assert(
    fc.property(
      fc.integer({ min: -LARGEST_MINOR, max: LARGEST_MINOR }),
      fc.constantFrom(0, 2, 3),
      (minor, digits) => {
        expect(Number(written((out) => putDecimal(out, minor, digits)))).toBe(minor / 10 ** digits);
      },
    ),
  );
});

test('any text is written as the careful way writes it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      expect(written((out) => putTextElement(out, text))).toBe(textElement(text));
    }),
    { numRuns: 1_000 },
  );
  for (const text of ['F2026-00012', 'été', ' x', 'x ', '_x0041_', 'x'.repeat(40_000), 'é'.repeat(40_000)]) {
    expect(written((out) => putTextElement(out, text))).toBe(textElement(text));
  }
});

test('what was handed out is not written over', () => {
  const out = xmlBytes(4);
  makeRoom(out, 24);
  putInteger(out, 123);
  const first = takeBytes(out);
  makeRoom(out, 24);
  putInteger(out, 456);
  expect([Buffer.from(first).toString(), Buffer.from(takeBytes(out)).toString()]).toEqual(['123', '456']);
});
