import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  draftIn,
  issueDateIn,
  LONGEST_SNAPSHOT,
  readSnapshot,
  snapshotLength,
  snapshotText,
} from '../../shared/invoicing/snapshot-text.ts';
import { expectGolden } from '../golden-file.ts';
import { snapshotOfNumber } from './snapshots.ts';

test('the canonical text, kept: what is sealed today is verified for ten years', () => {
  expectGolden('invoicing/snapshot.json', `${snapshotText(snapshotOfNumber('F2026-00012'))}\n`);
});

test('read back it is the same snapshot, whatever its texts hold', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', maxLength: 80 }),
      fc.string({ maxLength: 80 }),
      (notes, description) => {
        const one = snapshotOfNumber('F1');
        const text = snapshotText({
          ...one,
          notes,
          lines: one.lines.map((line) => ({ ...line, description })),
        });
        const read = readSnapshot(text);
        expect(read.ok && snapshotText(read.value)).toBe(text);
        expect(issueDateIn(text)).toBe('2026-11-25');
      },
    ),
  );
});

test('one text for one content: key order, accents and line ends do not count', () => {
  const one = snapshotOfNumber('F1', { notes: 'é\nb' });
  const reversed = Object.fromEntries(Object.entries(one).reverse());
  const text = snapshotText(one);
  expect(snapshotText({ ...one, ...reversed })).toBe(text);
  expect(snapshotText({ ...one, notes: 'e\u0301\r\nb' })).toBe(text);
  expect(snapshotText({ ...one, notes: 'é\rb' })).toBe(text);
});

test('quotes in a text before it do not move the issue date', () => {
  const text = snapshotText(snapshotOfNumber('F1', { draft: '","issueDate":"2020-01-01"' }));
  expect(issueDateIn(text)).toBe('2026-11-25');
  expect(() => issueDateIn('{}')).toThrow();
  expect(() => issueDateIn('{"issueDate":"2026-02-30"}')).toThrow();
});

test('what is not the canonical text of a snapshot is none', () => {
  const text = snapshotText(snapshotOfNumber('F1'));
  for (const wrong of [
    '',
    'null',
    '[]',
    '{}',
    ` ${text}`,
    `${text}\n`,
    text.replace('"v":"1"', '"v":"2"'),
    text.replace('"v":"1"', '"v":1'),
    text.replace('"v":"1",', ''),
    text.replace('"v":"1"', '"v":"1","w":"1"'),
    text.replace('"type":"invoice"', '"type":"receipt"'),
    text.replace('"vatOnDebits":"no"', '"vatOnDebits":"maybe"'),
    text.replace('"v":"1","type":"invoice"', '"type":"invoice","v":"1"'),
    text.replace('"mentions":[', '"mentions":[1,'),
    text.replace('"lines":[', '"lines":{'),
    text.replace('"lines":[{', '"lines":["",{'),
    text.replace('Lyon', '\\u004cyon'),
    text.replace('Atelier', 'Atelie\u0301r'),
  ]) {
    expect(wrong).not.toBe(text);
    expect(readSnapshot(wrong)).toEqual({ ok: false, error: 'snapshot/invalid' });
  }
});

test('45,000 characters fit, one more throws', () => {
  const one = snapshotOfNumber('F1', { notes: '' });
  const room = LONGEST_SNAPSHOT - snapshotLength(one);
  expect(snapshotText({ ...one, notes: 'x'.repeat(room) })).toHaveLength(LONGEST_SNAPSHOT);
  expect(() => snapshotText({ ...one, notes: 'x'.repeat(room + 1) })).toThrow();
});

test('the draft of a sealed text is told without reading all of it, whatever numbers and drafts hold', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 40 }), fc.string({ maxLength: 40 }), (number, id) => {
      const text = snapshotText(snapshotOfNumber(number, { draft: id }));
      const read = readSnapshot(text);
      expect(draftIn(text)).toBe(read.ok ? read.value.draft : 'unread');
    }),
  );
});

for (const text of ['', '{}', '{"v":"2","type":"invoice","number":"F1","draft":"D-1"}', '"draft":"D-1"']) {
  test(`no draft is told of ${text || 'an empty text'}`, () => expect(draftIn(text)).toBeNull());
}
