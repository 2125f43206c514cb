import { expect, test } from 'vitest';
import { entryText, shownText } from './number-text.ts';

for (const [value, format, french, english] of [
  [1234.5, '#,##0.00', '1\u202f234,50', '1,234.50'],
  [-1234.5, '#,##0.00', '-1\u202f234,50', '-1,234.50'],
  [-0.001, '#,##0.00', '0,00', '0.00'],
  [0.256, '0.0%', '25,6%', '25.6%'],
  [12, '0', '12', '12'],
  [12.25, '', '12,25', '12.25'],
  [12.25, '@', '12,25', '12.25'],
  [12.5, '#,##0.00 "€"', '12,50 €', '12.50 €'],
  [46_346, 'dd/mm/yyyy', '20/11/2026', '20/11/2026'],
  [46_346, 'yyyy-mm-dd', '2026-11-20', '2026-11-20'],
  [46_346.375, 'yyyy-mm-dd hh:mm', '2026-11-20 09:00', '2026-11-20 09:00'],
  [true, '', 'VRAI', 'TRUE'],
  ['001', '0', '001', '001'],
  [null, '0', '', ''],
] as const) {
  test(`${value} as ${format || 'it is'}`, () => {
    expect(shownText(value, format, 'fr_FR')).toBe(french);
    expect(shownText(value, format, 'en_GB')).toBe(english);
  });
}

test('as one would type it: whole, without separators', () => {
  expect(entryText(1234.5, '#,##0.00', 'fr_FR')).toBe('1234,5');
  expect(entryText(46_346, 'dd/mm/yyyy', 'fr_FR')).toBe('20/11/2026');
});
