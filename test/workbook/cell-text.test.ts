import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  bannerText,
  cellText,
  cleanText,
  textElement,
  xmlEscape,
} from '../../batch/workbook/xlsx/cell-text.ts';

test.each([
  ['=1+1', '=1+1'], // typed text: nothing is in front of it
  ['a\u0000b\u0008c', 'abc'],
  ['tab\tline\nend', 'tab\tline\nend'],
  ['a\r\nb\rc', 'a\nb\nc'],
  ['\ud800lone\udc00', 'lone'],
  ['pair 😀', 'pair 😀'],
  ['\ufffe\uffff', ''],
  ['\u202eevil', '\u202eevil'], // turns the direction: shown as the register has it
])('%j is clean as %j', (text, clean) => {
  expect(cleanText(text)).toBe(clean);
});

test('a text of Excel’s longest length stays, a longer one ends with an ellipsis', () => {
  expect(cleanText('x'.repeat(32_767))).toBe('x'.repeat(32_767));
  expect(cleanText('x'.repeat(32_768))).toBe(`${'x'.repeat(32_766)}…`);
});

test('a clipped text never ends in half a character', () => {
  expect(cleanText(`${'x'.repeat(32_765)}😀😀`)).toBe(`${'x'.repeat(32_765)}…`);
});

test.each([
  ['_x0041_', '_x005F_x0041_'],
  ['_x00e9_', '_x005F_x00e9_'],
  ['_x41_', '_x41_'],
  ['a_x', 'a_x'],
])('%s is not read as an escape', (text, written) => {
  expect(cellText(text)).toBe(written);
});

test('markup is escaped', () => {
  expect(xmlEscape('<a href="x">&</a>')).toBe('&lt;a href=&quot;x&quot;&gt;&amp;&lt;/a&gt;');
});

test.each([
  ['Dubois & Fils', 'Dubois && Fils'],
  ['a\n\tb', 'a b'],
  ['&&A', '&&&&A'],
  ['😀'.repeat(100), '😀'.repeat(80)],
])('%j is safe in a page header', (text, banner) => {
  expect(bannerText(text)).toBe(banner);
});

test.each([
  ['C001', '<t>C001</t>'],
  ['Élan & Cie', '<t>Élan &amp; Cie</t>'],
  [' in front', '<t xml:space="preserve"> in front</t>'],
  ['behind ', '<t xml:space="preserve">behind </t>'],
  ['two\nlines', '<t xml:space="preserve">two\nlines</t>'],
  ['_x0041_', '<t>_x005F_x0041_</t>'],
])('%j is written as %s', (text, xml) => {
  expect(textElement(text)).toBe(xml);
});

test('what the quick way writes is what the careful way writes', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const content = textElement(text).replace(/^<t(?: xml:space="preserve")?>|<\/t>$/g, '');
      expect(content).toBe(xmlEscape(cellText(text)));
    }),
    { numRuns: 2_000 },
  );
});
