import { expect, test } from 'vitest';
import { dayNumber } from '../../shared/base/civil-date.ts';
import { countText, dayText, moneyText, numberText, percentText } from '../../shared/base/numbers-text.ts';

for (const [minor, currency, fr, en] of [
  [0, 'EUR', '0,00\u202f€', '€0.00'],
  [5, 'EUR', '0,05\u202f€', '€0.05'],
  [-1230, 'EUR', '−12,30\u202f€', '−€12.30'],
  [99999, 'EUR', '999,99\u202f€', '€999.99'],
  [100000, 'EUR', '1\u202f000,00\u202f€', '€1,000.00'],
  [123456789012, 'EUR', '1\u202f234\u202f567\u202f890,12\u202f€', '€1,234,567,890.12'],
  [123450, 'USD', '1\u202f234,50\u202f$US', 'US$1,234.50'],
  [123450, 'CAD', '1\u202f234,50\u202fCAD', 'CAD\u00a01,234.50'],
  [1234, 'JPY', '1\u202f234\u202fJPY', 'JPY\u00a01,234'],
  [1234, 'KWD', '1,234\u202fKWD', 'KWD\u00a01.234'],
] as const) {
  test(`${minor} ${currency} is ${en}`, () => {
    expect([moneyText(minor, currency, 'fr'), moneyText(minor, currency, 'en')]).toEqual([fr, en]);
  });
}

for (const [value, decimals, fr, en] of [
  [0, 0, '0', '0'],
  [-0.04, 1, '0,0', '0.0'],
  [17.76, 1, '17,8', '17.8'],
  [2.5, 0, '3', '3'],
  [-2.5, 0, '−3', '−3'],
  [999, 0, '999', '999'],
  [1000, 0, '1\u202f000', '1,000'],
  [12345.678, 2, '12\u202f345,68', '12,345.68'],
] as const) {
  test(`${value} with ${decimals} decimals is ${en}`, () => {
    expect([numberText(value, decimals, 'fr'), numberText(value, decimals, 'en')]).toEqual([fr, en]);
  });
}

test('a share is a percentage, with a narrow space in French', () => {
  expect([percentText(0.625, 0, 'fr'), percentText(0.625, 1, 'en')]).toEqual(['63\u202f%', '62.5%']);
});

test('days are written out; the first of a month is 1er in French', () => {
  expect(dayText(dayNumber('2026-05-14'), 'fr')).toBe('14 mai 2026');
  expect(dayText(dayNumber('2026-08-01'), 'fr')).toBe('1er août 2026');
  expect(dayText(dayNumber('2026-08-01'), 'en')).toBe('1 August 2026');
});

for (const [count, fr, en] of [
  [0, '0 jour', '0 days'],
  [1, '1 jour', '1 day'],
  [2, '2 jours', '2 days'],
] as const) {
  test(`${count} takes its noun`, () => {
    expect([countText(count, 'jour', 'jours', 'fr'), countText(count, 'day', 'days', 'en')]).toEqual([
      fr,
      en,
    ]);
  });
}
