import { expect, test } from 'vitest';
import { element, pathThrough, words } from '../../batch/charts/svg.ts';

test('an element without content closes itself; numbers to a tenth', () => {
  expect(element('rect', { x: 1.26, y: -0.04, fill: '#fff' })).toBe('<rect x="1.3" y="0" fill="#fff"/>');
  expect(element('g', {}, '<a/>')).toBe('<g><a/></g>');
});

test('words and attributes cannot open anything', () => {
  expect(words(0, 1, '<b>&"', { fill: '"><x' })).toBe(
    '<text x="0" y="1" fill="&#34;&#62;&#60;x">&#60;b&#62;&#38;&#34;</text>',
  );
});

for (const [name, points, path] of [
  ['nothing', [], ''],
  ['nothing known', [null, null], ''],
  [
    'a line',
    [
      [0, 1],
      [2, 3.14],
    ],
    'M0 1L2 3.1',
  ],
  ['a gap begins anew', [null, [0, 1], null, [4, 5], [6, 7]], 'M0 1M4 5L6 7'],
] as const) {
  test(`a path through ${name}`, () => expect(pathThrough(points)).toBe(path));
}
