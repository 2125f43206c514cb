import { expect, test } from 'vitest';
import { clippedTo, textWidth, widestWord, wrappedLines } from '../../batch/workbook/table/text-width.ts';

test('digits are the unit, capitals and ideographs are wider, thin letters narrower', () => {
  expect(textWidth('0000')).toBeCloseTo(4.08);
  expect(textWidth('MMMM')).toBeGreaterThan(textWidth('nnnn'));
  expect(textWidth('llll')).toBeLessThan(textWidth('nnnn'));
  expect(textWidth('漢字')).toBe(4);
  expect(textWidth('😀')).toBe(2);
});

test.each([
  ['', 10, 1],
  ['short', 10, 1],
  ['one two', 4, 2],
  ['one\ntwo', 40, 2],
  ['nnnnnnnnnnnnnnnnnnnn', 10, 3],
  ['a nnnnnnnnnnnnnnnnnnn b', 10, 4],
])('%j in %d digits takes %d lines', (text, width, lines) => {
  expect(wrappedLines(text, width)).toBe(lines);
});

test.each([
  ['Dubois', 10, 'Dubois'],
  ['Dubois et Fils Menuiserie', 10, 'Dubois et…'],
  ['', 3, ''],
])('%j fits %d digits as %j', (text, width, clipped) => {
  expect(clippedTo(text, width)).toBe(clipped);
  expect(textWidth(clipped)).toBeLessThanOrEqual(width + 1);
});

test('the widest word is that of any line', () => {
  expect(widestWord('a\nlonger b')).toBe(textWidth('longer'));
});
