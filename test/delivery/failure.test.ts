import { describe, expect, test } from 'vitest';
import { DeliveryError, type DeliveryFailure, failureText } from '../../batch/delivery/failure.ts';
import { FAILURE_WORDS } from '../../batch/delivery/failure-words.ts';
import { expectGolden } from '../golden-file.ts';

const server = 'smtp.durand.fr:587';

/** Each failure once; its golden text is our list of messages. */
const EVERY: readonly DeliveryFailure[] = [
  { code: 'attachment/unreadable', path: 'out/rapport.xlsx', cause: 'ENOENT: no such file or directory' },
  { code: 'gmail/forbidden', reply: '403 Request had insufficient authentication scopes.' },
  { code: 'gmail/lost', cause: '503 The service is currently unavailable.' },
  { code: 'gmail/no-credentials', cause: 'Could not load the default credentials.' },
  { code: 'gmail/refused', reply: '400 Invalid To header' },
  { code: 'outbox/unwritable', path: 'out/2026-W47.eml', cause: 'ENOSPC: no space left on device' },
  { code: 'recipients/invalid', found: 'b@y.fr\r\nBcc: evil@z.com' },
  { code: 'recipients/none' },
  { code: 'run/busy', pid: '4711', since: '2026-11-20T06:00:00.000Z' },
  {
    code: 'setting/invalid',
    variable: 'ENCAISSE_SMTP_PORT',
    expected: { fr: 'un nombre de 1 à 65535', en: 'a number from 1 to 65535' },
  },
  { code: 'setting/missing', variable: 'ENCAISSE_SMTP_HOST' },
  { code: 'smtp/login', server, reply: '535 5.7.8 Authentication failed' },
  { code: 'smtp/lost', server, cause: 'Connection closed unexpectedly' },
  { code: 'smtp/recipient', server, recipient: 'anne@example.com', reply: '550 5.1.1 No such mailbox' },
  { code: 'smtp/refused', server, reply: '554 5.7.1 Rejected as spam' },
  { code: 'smtp/tls', server, cause: 'self-signed certificate' },
  { code: 'smtp/too-large', server, reply: '552 5.3.4 Message too big' },
  { code: 'smtp/unreachable', server, cause: 'connect ECONNREFUSED' },
  { code: 'state/corrupt', path: 'out/sent.json' },
  { code: 'state/unwritable', path: 'out/sent.json', cause: 'EACCES: permission denied' },
];

test('every failure has its words, kept here', () => {
  expect(EVERY.map(({ code }) => code)).toEqual(Object.keys(FAILURE_WORDS));
  const texts = EVERY.map((failure) =>
    [failure.code, failureText(failure, 'fr'), failureText(failure, 'en')].join('\n'),
  );
  expectGolden('delivery/failures.txt', `${texts.join('\n\n')}\n`);
});

describe('each message', () => {
  for (const failure of EVERY) {
    test(`${failure.code}: one line, French typography, two sentences or more: what happened and what to do`, () => {
      const french = failureText(failure, 'fr');
      const english = failureText(failure, 'en');
      for (const text of [french, english]) {
        expect(text).not.toMatch(/[\r\n]/);
        expect(text).toMatch(/\.$/);
      }
      expect(french).not.toMatch(/[ \u00a0][;:!?»]|«[ \u00a0]|'/);
      expect(new DeliveryError(failure).message).toBe(english);
    });
  }
});
