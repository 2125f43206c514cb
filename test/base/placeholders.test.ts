/** Placeholders: what users write is filled once, from a list of names, and nothing else happens to it. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fillPlaceholders, LONGEST_TEXT, unknownPlaceholders } from '../../shared/base/placeholders.ts';

const VALUES = new Map([
  ['number', 'F2026-00012'],
  ['echeance', '1er mai 2026'],
  ['braces', '{{number}}'],
  ['pattern', '$& $1 $$'],
  ['nothing', ''],
]);

const FILLED = [
  ['', ''],
  ['Facture {{number}}.', 'Facture F2026-00012.'],
  ['{{ Number }}{{NUMBER}}', 'F2026-00012F2026-00012'],
  ['{{échéance}} {{Echeance}}', '1er mai 2026 1er mai 2026'],
  ['{{nothing}}', ''],
  ['{{braces}}', '{{number}}'],
  ['{{{number}}}', '{F2026-00012}'],
  ['{{pattern}}', '$& $1 $$'],
  ['{number} {{}} {{ number', '{number} {{}} {{ number'],
  ['{{num\nber}}', '{{num\nber}}'],
] as const;

for (const [text, expected] of FILLED) {
  test(`'${text.replace(/\n/g, '↵')}' becomes '${expected.replace(/\n/g, '↵')}'`, () =>
    expect(fillPlaceholders(text, VALUES).text).toBe(expected));
}

describe('a name that stands for nothing stays, and is told', () => {
  const UNKNOWN = [
    ['{{montnat}} {{montnat}}', ['montnat']],
    ['{{constructor}} {{__proto__}} {{toString}}', ['constructor', '__proto__', 'toString']],
    ['{{constructor.prototype}}', ['constructor.prototype']],
    ['{{number}} {{#each x}}{{/each}}', ['#each x', '/each']],
    ['{{> partial}}', ['> partial']],
    ['{{braces}}', []],
    ['{{  }}', ['']],
  ] as const;
  for (const [text, names] of UNKNOWN) {
    test(text, () => expect(fillPlaceholders(text, VALUES).unknown).toEqual(names));
  }
  test('of a text that is being written', () =>
    expect(unknownPlaceholders('{{number}} {{nombre}}', new Set(['number']))).toEqual(['nombre']));
});

describe('a text has a longest length', () => {
  test('which just fits', () => {
    const text = 'a'.repeat(LONGEST_TEXT);
    expect(fillPlaceholders(text, VALUES)).toEqual({ text, unknown: [], isCut: false });
  });
  test('and is cut beyond it', () => {
    const { text, isCut } = fillPlaceholders('a'.repeat(1_000_000), VALUES);
    expect([text.length, isCut]).toEqual([LONGEST_TEXT, true]);
  });
  test('whatever its values hold', () => {
    const values = new Map([['big', 'b'.repeat(15_000)]]);
    const { text, isCut } = fillPlaceholders('{{big}}{{big}}', values);
    expect([text.length, isCut]).toEqual([LONGEST_TEXT, true]);
  });
  test('braces without end take no time', () => {
    const started = performance.now();
    fillPlaceholders('{{'.repeat(500_000), VALUES);
    fillPlaceholders('{{a'.repeat(300_000), VALUES);
    expect(performance.now() - started).toBeLessThan(500);
  });
});

test('values are never read again, wherever they stand', () => {
  const braced = fc.string({ unit: fc.constantFrom('{', '}', 'a', 'b', ' ') });
  fc.assert(
    fc.property(braced, braced, (before, value) => {
      const values = new Map([['a', value]]);
      const { text } = fillPlaceholders(`${before.replace(/[{}]/g, '')}{{a}}`, values);
      expect(text).toBe(before.replace(/[{}]/g, '') + value);
    }),
  );
});
