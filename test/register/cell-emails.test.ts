import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readEmail, readEmails } from '../../shared/register/cell-emails.ts';

const LABEL_63 = 'b'.repeat(63);
const DOMAIN_189 = `${LABEL_63}.${'c'.repeat(63)}.${'d'.repeat(61)}`; // 63 + 1 + 63 + 1 + 61

for (const address of [
  'a@b.fr',
  'Compta.Clients@exemple-sa.fr',
  "o'brien+factures@sub.example.co.uk",
  'a@xn--bcher-kva.xn--p1ai',
  `${'a'.repeat(64)}@b.fr`,
  `a@${LABEL_63}.fr`,
  `${'a'.repeat(64)}@${DOMAIN_189}`, // 254 characters
]) {
  test(`${address.slice(0, 40)} is an address`, () => {
    expect(readEmail(address)).toEqual({ ok: true, value: address });
    expect(readEmails(address)).toEqual({ ok: true, value: [address] });
  });
}

for (const text of [
  'a',
  '@b.fr',
  'a@',
  'a@b',
  'a@b.f',
  'a@b.1',
  'a@1.2.3.4',
  'a@b..fr',
  'a@.fr',
  'a@b.fr.',
  'a@-b.fr',
  'a@b-.fr',
  'a..b@c.fr',
  '.a@b.fr',
  'a.@b.fr',
  'a@b@c.fr',
  'é@b.fr',
  'a@bé.fr',
  '"a b"@c.fr',
  'Anne <a@b.fr>',
  '<a@b.fr>',
  'a(b)@c.fr',
  'a@b.fr>',
  'a:b@c.fr',
  'g: a@b.fr, c@d.fr;',
  'mailto:a@b.fr',
  'a@b.fr\0',
  'a@b.fr\r\nBcc: evil@z.com',
  'a@b.fr\nevil@z.com',
  'a\t@b.fr',
  'a@b.fr\u2028c@d.fr',
  'a@b\u200b.fr',
  `${'a'.repeat(65)}@b.fr`,
  `a@${LABEL_63}b.fr`,
  `${'a'.repeat(64)}@${DOMAIN_189}d`,
]) {
  test(`${JSON.stringify(text.slice(0, 40))} is no address, alone or in a list`, () => {
    expect(readEmail(text)).toEqual({ ok: false, error: 'email/invalid' });
    expect(readEmails(text)).toEqual({ ok: false, error: 'email/invalid' });
  });
}

for (const [text, addresses] of [
  ['a@b.fr, c@d.fr', ['a@b.fr', 'c@d.fr']],
  ['a@b.fr;c@d.fr;', ['a@b.fr', 'c@d.fr']],
  ['a@b.fr c@d.fr', ['a@b.fr', 'c@d.fr']],
  ['a@b.fr ;  c@d.fr', ['a@b.fr', 'c@d.fr']],
  ['', []],
  [null, []],
] as const) {
  test(`"${text}" is a list of ${addresses.length}`, () => {
    expect(readEmails(text)).toEqual({ ok: true, value: addresses });
  });
}

test('one cell for one address takes no list, no empty text, no formula error', () => {
  for (const text of ['a@b.fr, c@d.fr', 'a@b.fr;', 'a@b.fr c@d.fr', '', null, true]) {
    expect(readEmail(text)).toEqual({ ok: false, error: 'email/invalid' });
  }
  expect(readEmail('#N/A')).toEqual({ ok: false, error: 'cell/formula-error' });
  expect(readEmails('#N/A')).toEqual({ ok: false, error: 'cell/formula-error' });
});

test('a list too long to be one is refused', () => {
  expect(readEmails('a@b.fr,'.repeat(572)).ok).toBe(false); // 4004 characters
  expect(readEmails('a@b.fr,'.repeat(571)).ok).toBe(true);
});

test('what is read never holds what a header or an envelope gives a meaning to', () => {
  const part = fc.constantFrom(
    'a',
    'b.fr',
    '@',
    ',',
    ';',
    '<',
    '>',
    '"',
    '(',
    ')',
    '\r',
    '\n',
    '\0',
    ' ',
    ':',
    '.',
    '\\',
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
      const list = readEmails(parts.join(''));
      for (const address of list.ok ? list.value : [])
        expect(address).toMatch(/^[^\s,;<>"():\\\0@]+@[^\s,;<>"():\\\0@]+$/);
    }),
    { numRuns: 20_000 },
  );
});
