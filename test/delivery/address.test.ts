import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkRecipients, readAddress } from '../../batch/delivery/address.ts';
import { DeliveryError } from '../../batch/delivery/failure.ts';
import { smtpTransport } from '../../batch/delivery/smtp.ts';
import { startMailServer } from './mail-server.ts';
import { localSettings, MAIL } from './one-mail.ts';

function codeOf(texts: readonly string[]): string {
  try {
    return checkRecipients(texts).join(' ');
  } catch (error) {
    return error instanceof DeliveryError ? error.failure.code : String(error);
  }
}

describe('exactly one address each', () => {
  for (const text of [
    'b@y.fr\r\nBcc: evil@z.com',
    'b@y.fr\nevil@z.com',
    'b@y.fr\r\n',
    'b@y.fr\0',
    'a@x.fr, b@y.fr',
    'a, b',
    'g: a, b;',
    'g: a@x.fr, b@y.fr;',
    'a@x.fr;b@y.fr',
    'Anne <a@x.fr>',
    '<a@x.fr>',
    '"a b"@x.fr',
    'a@x.fr (comment)',
    'a@x.fr b@y.fr',
    'a@b@x.fr',
    'a@x',
    '@x.fr',
    'a@',
    'a@-x.fr',
    'a@x..fr',
    '.a@x.fr',
    'é@x.fr',
    'a@é.fr',
    'a@[127.0.0.1]',
    `${'l'.repeat(65)}@x.fr`,
    `a@${'d.'.repeat(127)}fr`,
    '',
  ]) {
    test(`${JSON.stringify(text).slice(0, 40)} is refused`, () => {
      expect(codeOf(['ok@x.fr', text])).toBe('recipients/invalid');
    });
  }

  for (const text of [
    'a@x.fr',
    "o'neil+rapport@mail.example.co.uk",
    `${'l'.repeat(64)}@x.fr`,
    'A_b-c@X-1.FR',
  ]) {
    test(`${text.slice(0, 40)} is taken`, () => expect(codeOf([text])).toBe(text));
  }

  test('one recipient twice gets one mail; none at all is an error', () => {
    expect(codeOf([' anne@x.fr ', 'Anne@X.fr', 'bob@x.fr'])).toBe('anne@x.fr bob@x.fr');
    expect(codeOf([])).toBe('recipients/none');
  });
});

test('what passes reaches the server as exactly that one recipient', async () => {
  const server = await startMailServer({ authOptional: true });
  try {
    const transport = smtpTransport(localSettings(server.port));
    const letters = fc.constantFrom(...'ab.@,;:<>"()[]\\ +-\'=?_%\r\n\0'.split(''));
    const address = fc.tuple(
      fc.string({ unit: letters, maxLength: 6 }),
      fc.string({ unit: letters, maxLength: 4 }),
    );
    const passed = fc
      .sample(address, 20_000)
      .map(([local, domain]) => `${local}x@${domain}y.fr`)
      .filter((text) => readAddress(text) === text)
      .slice(0, 60);
    expect(passed.length).toBeGreaterThan(20);
    for (const recipient of passed) await transport.send({ ...MAIL, recipient });
    expect(server.mails.map(({ to }) => to)).toEqual(passed.map((recipient) => [recipient]));
  } finally {
    await server.close();
  }
});
