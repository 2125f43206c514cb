/** Lines: broken where a reader breaks them, and never wider than their column. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { COLORS, ink } from '../../batch/print/ink.ts';
import { openPdf } from '../../batch/print/pdf.ts';
import { linesOf, settable, widthOf } from '../../batch/print/pen.ts';

const INK = ink(10, COLORS.text);
const pdf = () => openPdf({ title: 't', author: 'a', subject: 's', language: 'fr', madeOn: '2026-11-25' });

describe('where lines break', () => {
  const one = pdf();
  const TABLE = [
    ['', 100, ['']],
    ['deux mots', 100, ['deux mots']],
    ['deux mots', 30, ['deux', 'mots']],
    ['  deux   mots ', 100, ['deux mots']],
    ['une\nautre', 100, ['une', 'autre']],
    ['une\r\nautre', 100, ['une', 'autre']],
    ['donne 1\u202f234,50\u202f€', 50, ['donne', '1\u202f234,50\u202f€']],
    ['total\u00a0dû', 40, ['total\u00a0dû']],
    ['https://exemple.example/chemin', 80, ['https://exemple.', 'example/chemin']],
    ['a\tb', 100, ['a b']],
  ] as const;
  for (const [text, width, lines] of TABLE) {
    test(JSON.stringify(text), () => expect(linesOf(one, text, INK, width)).toEqual(lines));
  }
});

test('no line is wider than its column, and no character is lost', () => {
  const one = pdf();
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', maxLength: 80 }),
      fc.integer({ min: 20, max: 200 }),
      (text, width) => {
        const lines = linesOf(one, text, INK, width);
        for (const line of lines) {
          const isOneCharacter = Array.from(line).length <= 1;
          if (!isOneCharacter) expect(widthOf(one, line, INK)).toBeLessThanOrEqual(width);
        }
        const bare = (some: string): string => some.replace(/\s/gu, '');
        expect(bare(lines.join(''))).toBe(bare(settable(one, text.replace(/[\r\n\t]/g, ' '))));
      },
    ),
  );
});

describe('what the typeface cannot set', () => {
  const TABLE = [
    ['é œ Œ € « » ’ – — \u00a0 \u202f Ł ş Ω Ж', ''],
    ['東京', '東京'],
    ['👍', '👍'],
    ['e\u0301', ''], // composed
    ['a\u0000b\u200bc\u202ed', ''], // control characters say nothing
  ] as const;
  for (const [text, lacking] of TABLE) {
    test(JSON.stringify(text), () => {
      const one = pdf();
      const set = settable(one, text);
      expect([...one.missing].join('')).toBe(lacking);
      expect(Array.from(set).filter((character) => character === '□')).toHaveLength(
        Array.from(lacking).length,
      );
    });
  }
});
