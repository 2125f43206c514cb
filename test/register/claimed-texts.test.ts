import fc from 'fast-check';
import { expect, test } from 'vitest';
import { claimText, newClaimedTexts } from '../../shared/register/reading/claimed-texts.ts';
import { newStagedText, stageText } from '../../shared/register/staged-text.ts';

/** What each text is answered, claimed by the rows 2, 3, 4 … in order. */
function claimAll(texts: readonly string[]): readonly number[] {
  const claimed = newClaimedTexts();
  const staged = newStagedText();
  return texts.map((text, at) => {
    stageText(staged, text);
    return claimText(claimed, staged, at + 2);
  });
}

for (const [title, texts, answers] of [
  ['in order', ['P1', 'P2', 'P3'], [0, 0, 0]],
  ['twice in a row', ['P1', 'P1'], [0, 2]],
  ['longer is above, whatever it starts with', ['Z', 'A1', 'Z'], [0, 0, 2]],
  ['out of order', ['P3', 'P1', 'P2', 'P1', 'P3'], [0, 0, 0, 3, 2]],
  ['out of order late', ['P1', 'P2', 'P4', 'P3', 'P2', 'P5'], [0, 0, 0, 0, 3, 0]],
  ['accents and emoji', ['é', '😀', 'é', '😀'], [0, 0, 2, 3]],
] as const) {
  test(title, () => expect(claimAll(texts)).toEqual(answers));
}

test('answers what a Map answers, in order or not', () => {
  const some = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 6 }),
    fc.integer({ min: 0, max: 300 }).map((id) => `P${id}`),
  );
  const lists = fc.array(some, { maxLength: 200 });
  fc.assert(
    fc.property(lists, fc.boolean(), (sample, inOrder) => {
      const texts = inOrder ? [...sample].sort((a, b) => a.length - b.length || (a < b ? -1 : 1)) : sample;
      const first = new Map<string, number>();
      const expected = texts.map((text, at) => {
        const row = first.get(text) ?? 0;
        if (row === 0) first.set(text, at + 2);
        return row;
      });
      expect(claimAll(texts)).toEqual(expected);
    }),
    { numRuns: 2000 },
  );
});
