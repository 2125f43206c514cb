import { createHash, createHmac } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hmacSha256, sha256, sha256OfBytes, utf8Bytes } from '../../shared/base/sha256.ts';

/** Kept as they are: a seal made today is verified in ten years. */
const VECTORS = [
  ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
  ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
  [
    'abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq',
    '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
  ],
  ['é', '4a99557e4033c3539de2eb65472017cad5f9557f7a0625a09f1c3f6e2ba69c4c'],
  ['🧾', 'af0a15e1bb0a19e57017ee9d4977455578978dfdedaf953c6aed60c0aba8275b'],
  ['שלום', 'b7ac0398ef74193ab738b21df0912329303df10d868c2bac37a84a59d12c0e2f'],
  ['\u2028', '9302ba54172cedf06896cf1fdb15db2e3021647909340ba8ad4cb16cbc0f5e1a'],
] as const;

for (const [text, hash] of VECTORS) {
  test(`the hash of ${JSON.stringify(text)}`, () => expect(sha256(text)).toBe(hash));
}

for (const length of [55, 56, 57, 63, 64, 65, 119, 120, 1000]) {
  test(`${length} bytes are padded to whole blocks`, () =>
    expect(sha256('x'.repeat(length))).toBe(createHash('sha256').update('x'.repeat(length)).digest('hex')));
}

test('any text has the hash that Node gives it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      expect(sha256(text)).toBe(createHash('sha256').update(text, 'utf8').digest('hex'));
    }),
  );
});

test('half a surrogate pair is U+FFFD, as every encoder writes it', () => {
  for (const text of ['\ud83e', 'a\ud83eb', '\udc00', '\udc00\ud83e', '\ud83e\ud83e\uddfe']) {
    expect(Array.from(utf8Bytes(text))).toEqual([...Buffer.from(text, 'utf8')]);
  }
});

test('bytes, signed as Google gives them or not, have one hash', () => {
  const bytes = [0, 1, 127, 128, 200, 255];
  const hash = createHash('sha256').update(Buffer.from(bytes)).digest('hex');
  expect(sha256OfBytes(bytes)).toBe(hash);
  expect(sha256OfBytes(bytes.map((byte) => (byte > 127 ? byte - 256 : byte)))).toBe(hash);
});

test('RFC 4231, case 2', () => {
  expect(hmacSha256('Jefe', 'what do ya want for nothing?')).toBe(
    '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
  );
});

test('any HMAC is the one Node gives, with keys below, at and above a block', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 80 }), fc.string({ maxLength: 80 }), (key, text) => {
      expect(hmacSha256(key, text)).toBe(createHmac('sha256', key).update(text).digest('hex'));
    }),
  );
  for (const length of [63, 64, 65]) {
    const key = 'k'.repeat(length);
    expect(hmacSha256(key, 'x')).toBe(createHmac('sha256', key).update('x').digest('hex'));
  }
});

test('a full sheet of seals is verified in seconds', () => {
  const text = 'x'.repeat(1500);
  const start = performance.now();
  for (let i = 0; i < 2000; i++) sha256(text);
  expect(performance.now() - start).toBeLessThan(2000);
});
