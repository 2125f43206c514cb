import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { auth } from 'googleapis/build/src/apis/gmail/index.js';
import { describe, expect, onTestFinished, test } from 'vitest';
import { gmailTransport } from '../../batch/delivery/gmail.ts';
import { headerText, partOf, readMime } from './mime-parts.ts';
import { MAIL, MESSAGE, WORKBOOK } from './one-mail.ts';

type Asked = { readonly line: string; readonly headers: IncomingMessage['headers']; readonly body: Buffer };

/** Google's upload endpoint on this machine. */
async function startGmail(answer: (response: ServerResponse) => void) {
  const asked: Asked[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      asked.push({
        line: `${request.method} ${request.url}`,
        headers: request.headers,
        body: Buffer.concat(chunks),
      });
      answer(response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return { asked, rootUrl: `http://127.0.0.1:${port}/` };
}

function json(status: number, body: object): (response: ServerResponse) => void {
  return (response) =>
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

async function signIn() {
  const client = new auth.OAuth2();
  client.setCredentials({ access_token: 'canari-token', expiry_date: Date.now() + 3_600_000 });
  return client;
}

const send = (rootUrl: string, user: string | null = null) =>
  gmailTransport({ user, rootUrl, signIn }).send(MAIL);

test('the whole message goes up as it stands, once', async () => {
  const { asked, rootUrl } = await startGmail(json(200, { id: '18c0', labelIds: ['SENT'] }));
  expect(await send(rootUrl, 'rapport@durand.fr')).toEqual({ outcome: 'accepted', place: null });
  const [request] = asked;
  if (!request || asked.length > 1) throw new Error(`${asked.length} requests`);
  expect(request.line).toBe('POST /upload/gmail/v1/users/me/messages/send?uploadType=media');
  expect(request.headers['content-type']).toBe('message/rfc822');
  expect(request.headers.authorization).toBe('Bearer canari-token');
  const mail = readMime(request.body);
  expect(headerText(mail, 'subject')).toBe(MESSAGE.subject);
  expect(headerText(mail, 'from')).toBe('Cabinet Durand & Associés <rapport@durand.fr>');
  expect(headerText(mail, 'to')).toBe('anne@example.com');
  expect(headerText(mail, 'message-id')).toBe(MAIL.messageId);
  expect(partOf(mail, 'application/vnd').body.equals(WORKBOOK)).toBe(true);
});

test('without a mailbox named, the sender is left to Gmail', async () => {
  const { asked, rootUrl } = await startGmail(json(200, { id: '1' }));
  await send(rootUrl);
  expect(asked.map(({ body }) => readMime(body).headers.has('from'))).toEqual([false]);
});

describe('what Gmail answers', () => {
  const error = (code: number, message: string) => json(code, { error: { code, message, errors: [] } });
  for (const [name, answer, meaning, words] of [
    ['a bad recipient', error(400, 'Invalid To header'), 'refused gmail/refused', '400 Invalid To header'],
    [
      'no right',
      error(403, 'Request had insufficient authentication scopes.'),
      'refused gmail/forbidden',
      '403',
    ],
    ['no login', error(401, 'Invalid Credentials'), 'refused gmail/forbidden', '401'],
    ['too many', error(429, 'User-rate limit exceeded.'), 'refused gmail/refused', '429'],
    ['its own trouble', error(500, 'Backend Error'), 'unknown gmail/lost', '500'],
    ['unavailable', error(503, 'The service is currently unavailable.'), 'unknown gmail/lost', '503'],
    ['a cut connection', (response: ServerResponse) => response.destroy(), 'unknown gmail/lost', ''],
  ] as const) {
    test(`${name}: ${meaning}, asked once, the token in no message`, async () => {
      const { asked, rootUrl } = await startGmail(answer);
      const result = await send(rootUrl);
      if (result.outcome === 'accepted') throw new Error('accepted');
      expect(`${result.outcome} ${result.failure.code}`).toBe(meaning);
      expect(JSON.stringify(result)).toContain(words);
      expect(JSON.stringify(result)).not.toContain('canari');
      expect(asked).toHaveLength(1);
    });
  }
});

test('without credentials nothing is sent, and they are asked for once', async () => {
  let attempts = 0;
  const transport = gmailTransport({
    user: null,
    signIn: () => {
      attempts += 1;
      return Promise.reject(new Error('Could not load the default credentials.'));
    },
  });
  const expected = {
    outcome: 'refused',
    failure: { code: 'gmail/no-credentials', cause: 'Could not load the default credentials.' },
  };
  expect([await transport.send(MAIL), await transport.send(MAIL)]).toEqual([expected, expected]);
  expect(attempts).toBe(1);
});
