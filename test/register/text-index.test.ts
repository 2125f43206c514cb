import fc from 'fast-check';
import { expect, test } from 'vitest';
import { newStagedText, stageAscii, stageText } from '../../shared/register/staged-text.ts';
import {
  addText,
  entryOf,
  findOrAdd,
  NO_ENTRY,
  newTextIndex,
  reserveEntries,
  setValue,
  textOfEntry,
  valueOfEntry,
  valueOfText,
} from '../../shared/register/text-index.ts';

const texts = fc.array(
  fc.oneof(
    fc.string({ unit: 'binary', maxLength: 8 }),
    fc.integer({ min: 0, max: 400 }).map((at) => `F2026-${String(at).padStart(5, '0')}`),
    fc.string({ minLength: 60, maxLength: 300 }),
  ),
  { maxLength: 400 },
);

test('answers what a Map of strings answers', () => {
  fc.assert(
    fc.property(texts, (sample) => {
      const index = newTextIndex();
      const staged = newStagedText();
      const model = new Map<string, number>();
      for (const [at, text] of sample.entries()) {
        stageText(staged, text);
        const known = model.get(text);
        if (valueOfText(index, staged, -7) !== (known ?? -7)) expect.unreachable(`${text} at ${at}`);
        if (known === undefined) addText(index, staged, at);
        else setValue(index, entryOf(index, staged), at);
        model.set(text, at);
      }
      const read = [...model.keys()].map((_, entry) => [
        textOfEntry(index, entry),
        valueOfEntry(index, entry),
      ]);
      expect(read).toEqual([...model]);
    }),
    { numRuns: 300 },
  );
});

test('half a million numbers are found again, and no other', () => {
  const index = newTextIndex();
  const staged = newStagedText();
  for (let at = 0; at < 500_000; at++) {
    stageText(staged, `F${at}`);
    addText(index, staged, at);
  }
  let wrong = 0;
  for (let at = 0; at < 500_000; at++) {
    stageText(staged, `F${at}`);
    if (valueOfText(index, staged, -1) !== at) wrong++;
    stageText(staged, `A${at}`);
    if (entryOf(index, staged) !== NO_ENTRY) wrong++;
  }
  expect(wrong).toBe(0);
});

for (const text of ['', ' ', '\0', 'x'.repeat(50_000), '😀', '\ud800']) {
  test(`${JSON.stringify(text.slice(0, 10))} of ${text.length} units is a text like any other`, () => {
    const index = newTextIndex();
    const staged = newStagedText();
    stageText(staged, text);
    expect(entryOf(index, staged)).toBe(NO_ENTRY);
    expect(addText(index, staged, 5)).toBe(0);
    stageText(staged, `${text}!`);
    expect(entryOf(index, staged)).toBe(NO_ENTRY);
    stageText(staged, text);
    expect(valueOfText(index, staged, -1)).toBe(5);
    expect(textOfEntry(index, 0)).toBe(text);
  });
}

test('bytes are staged as their text is, or left to it', () => {
  const byBytes = newStagedText();
  const byText = newStagedText();
  const nearAscii = fc.integer({ min: 0x1e, max: 0x80 }).map((code) => String.fromCharCode(code));
  const written = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 70 }),
    fc.array(nearAscii, { maxLength: 70 }).map((letters) => letters.join('')),
  );
  fc.assert(
    fc.property(written, (text) => {
      const bytes = Buffer.from(`x${text}`);
      const isPlain = /^[\x20-\x7e]{1,64}$/.test(text) && text.trim() === text && !text.startsWith('#');
      expect(stageAscii(byBytes, bytes, 1, bytes.length)).toBe(isPlain);
      if (!isPlain) return;
      stageText(byText, text);
      expect([byBytes.hash, byBytes.count]).toEqual([byText.hash, byText.count]);
      expect(byBytes.words.slice(0, byBytes.count)).toEqual(byText.words.slice(0, byText.count));
    }),
    { numRuns: 5000 },
  );
});

test('a reserve changes no answer', () => {
  const index = newTextIndex();
  const staged = newStagedText();
  for (const [reserve, from] of [
    [0, 0],
    [10, 100],
    [3000, 200],
  ]) {
    reserveEntries(index, reserve);
    for (let at = from; at < from + 100; at++) {
      stageText(staged, `é${at}`);
      expect(findOrAdd(index, staged, at)).toBe(~at);
      expect(findOrAdd(index, staged, -1)).toBe(at);
    }
  }
  for (let at = 0; at < 300; at++)
    expect([textOfEntry(index, at), valueOfEntry(index, at)]).toEqual([`é${at}`, at]);
});
