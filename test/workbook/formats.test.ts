import { expect, test } from 'vitest';
import {
  amountFormat,
  changeFormat,
  dayFormat,
  decimalsFormat,
  moneyFormat,
  monthFormat,
  quoted,
} from '../../batch/workbook/formats.ts';

test.each([
  ['EUR', '#,##0.00;-#,##0.00;"–"'],
  ['JPY', '#,##0;-#,##0;"–"'],
  ['KWD', '#,##0.000;-#,##0.000;"–"'],
])('amounts in %s have its digits', (currency, format) => {
  expect(amountFormat(currency)).toBe(format);
});

test.each([
  ['EUR', 'fr', 2, '#,##0.00"\u202f€"'],
  ['EUR', 'en', 0, '"€"#,##0'],
  ['USD', 'fr', 0, '#,##0"\u202f$US"'],
  ['USD', 'en', 2, '"US$"#,##0.00'],
  ['CHF', 'fr', 2, '#,##0.00"\u202fCHF"'],
  ['CHF', 'en', 2, '"CHF\u00a0"#,##0.00'],
  ['JPY', 'fr', 0, '#,##0"\u202fJPY"'],
] as const)('money in %s in %s', (currency, language, digits, format) => {
  expect(moneyFormat(currency, language, digits)).toBe(format);
});

test('a change says up, down or nothing', () => {
  expect(changeFormat('#,##0', ' sur 7 jours')).toBe(
    '"▲ +"#,##0" sur 7 jours";"▼ −"#,##0" sur 7 jours";"="" sur 7 jours"',
  );
  expect(changeFormat(decimalsFormat(1), '')).toBe('"▲ +"#,##0.0;"▼ −"#,##0.0;"="');
});

test('a quote cannot end a text inside a format', () => {
  expect(quoted('a"b')).toBe('"ab"');
  expect(quoted('')).toBe('');
});

test('days and months in the reader’s language', () => {
  expect([dayFormat('fr'), dayFormat('en')]).toEqual(['dd/mm/yyyy', 'd mmm yyyy']);
  expect(monthFormat('fr', 'yyyy')).toBe('[$-40C]mmm\\ yyyy');
  expect(monthFormat('en', 'yy')).toBe('[$-809]mmm\\ yy');
});
