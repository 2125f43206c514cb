import { afterEach, describe, expect, test } from 'vitest';
import { smtpTransport } from '../../batch/delivery/smtp.ts';
import type { SmtpSettings } from '../../batch/delivery/smtp-settings.ts';
import type { SendResult } from '../../batch/delivery/transport.ts';
import { selfSigned } from './certificate.ts';
import { LOGIN, startMailServer } from './mail-server.ts';
import { headerText, partOf, readMime } from './mime-parts.ts';
import { localSettings, MAIL, MESSAGE, WORKBOOK } from './one-mail.ts';
import { POINTS, type Script, startScriptedServer } from './scripted-server.ts';

const PATIENCE = { connectMs: 20_000, replyMs: 20_000 };
const CERTIFICATE = selfSigned();

const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const server of open.splice(0)) await server.close();
});

async function mailServer(options: Parameters<typeof startMailServer>[0] = {}) {
  const server = await startMailServer(options);
  open.push(server);
  return server;
}

async function sendTo(port: number, changes: Partial<SmtpSettings> = {}, authority?: string) {
  return smtpTransport(localSettings(port, changes), PATIENCE, authority).send(MAIL);
}

function codeOf(result: SendResult): string {
  return result.outcome === 'accepted' ? 'accepted' : `${result.outcome} ${result.failure.code}`;
}

describe('an accepted mail', () => {
  test('arrives whole: addresses, subject, text, HTML, and the workbook byte for byte', async () => {
    const server = await mailServer();
    expect(await sendTo(server.port, { login: LOGIN })).toEqual({ outcome: 'accepted', place: null });
    const [mail] = server.mails;
    if (!mail) throw new Error('no mail arrived');
    expect([mail.from, mail.to]).toEqual(['rapport@durand.fr', ['anne@example.com']]);

    const parts = readMime(mail.bytes);
    expect(headerText(parts, 'subject')).toBe(MESSAGE.subject);
    expect(headerText(parts, 'from')).toBe('Cabinet Durand & Associés <rapport@durand.fr>');
    expect(headerText(parts, 'to')).toBe('anne@example.com');
    expect(headerText(parts, 'message-id')).toBe(MAIL.messageId);
    expect(headerText(parts, 'date')).toBe('Fri, 20 Nov 2026 06:00:00 +0000');
    expect(headerText(parts, 'auto-submitted')).toBe('auto-generated');
    expect(lines(partOf(parts, 'text/plain').body)).toBe(MESSAGE.text.trimEnd());
    expect(lines(partOf(parts, 'text/html').body)).toBe(MESSAGE.html.trimEnd());
    const workbook = partOf(parts, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet');
    expect(workbook.body.equals(WORKBOOK)).toBe(true);
    expect(workbook.headers.get('content-disposition')).toBe('attachment; filename=encaisse-2026-11-20.xlsx');
  });

  for (const security of ['starttls', 'tls'] as const) {
    test(`goes encrypted with ${security}`, async () => {
      const server = await mailServer({ ...CERTIFICATE, secure: security === 'tls', disabledCommands: [] });
      const result = await sendTo(
        server.port,
        { security, login: LOGIN, host: 'localhost' },
        CERTIFICATE.cert,
      );
      expect(codeOf(result)).toBe('accepted');
      expect(server.mails.map(({ secure }) => secure)).toEqual([true]);
    });
  }
});

describe('a server that says no', () => {
  test('to the login: refused, in one attempt, and the password is in no message', async () => {
    const server = await mailServer();
    const login = { user: LOGIN.user, password: 'canari-wrong-4712' };
    const result = await sendTo(server.port, { login });
    expect(codeOf(result)).toBe('refused smtp/login');
    expect(JSON.stringify(result)).toContain('535');
    expect(JSON.stringify(result)).not.toMatch(/canari/);
    expect(server.logins).toEqual([LOGIN.user]);
  });

  test('without a login where one is wanted', async () => {
    const server = await mailServer();
    expect(codeOf(await sendTo(server.port))).toBe('refused smtp/login');
  });

  test('to the recipient', async () => {
    const server = await mailServer({ authOptional: true });
    const result = await smtpTransport(localSettings(server.port), PATIENCE).send({
      ...MAIL,
      recipient: 'unknown@example.com',
    });
    expect(result).toEqual({
      outcome: 'refused',
      failure: {
        code: 'smtp/recipient',
        server: `127.0.0.1:${server.port}`,
        recipient: 'unknown@example.com',
        reply: '550 5.1.1 No such mailbox',
      },
    });
  });

  test('to a message too large', async () => {
    const server = await mailServer({ authOptional: true, size: 1000, hideSize: true });
    expect(codeOf(await sendTo(server.port))).toBe('refused smtp/too-large');
  });
});

describe('a server that is not there, or not to be trusted', () => {
  test('nobody listens', async () => {
    const server = await startMailServer();
    await server.close();
    expect(codeOf(await sendTo(server.port))).toBe('refused smtp/unreachable');
  });

  test('no such host', async () => {
    expect(codeOf(await sendTo(25, { host: 'mail.encaisse.invalid' }))).toBe('refused smtp/unreachable');
  });

  test('it offers no STARTTLS: not a word is sent in clear', async () => {
    const server = await mailServer();
    const result = await sendTo(server.port, { security: 'starttls', login: LOGIN });
    expect(codeOf(result)).toBe('refused smtp/tls');
    expect([server.logins, server.mails]).toEqual([[], []]);
  });

  for (const security of ['starttls', 'tls'] as const) {
    test(`its certificate is nobody's (${security})`, async () => {
      const server = await mailServer({ ...CERTIFICATE, secure: security === 'tls', disabledCommands: [] });
      const result = await sendTo(server.port, { security, login: LOGIN, host: 'localhost' });
      expect(codeOf(result)).toBe('refused smtp/tls');
      expect([server.logins, server.mails]).toEqual([[], []]);
    });
  }

  test('it speaks no TLS where TLS is expected', async () => {
    const server = await mailServer();
    expect(codeOf(await sendTo(server.port, { security: 'tls' }))).toBe('refused smtp/tls');
  });
});

/** What each fault means at each point: only a number is an answer; after the final dot's 250 nothing matters any more. */
const FAULTS: readonly (readonly [fault: string, point: (typeof POINTS)[number], meaning: string])[] = [
  ...POINTS.map((point) => ['cut', point, point === 'QUIT' ? 'accepted' : 'unknown smtp/lost'] as const),
  ...POINTS.map((point) => ['half:2', point, point === 'QUIT' ? 'accepted' : 'unknown smtp/lost'] as const),
  ['421 busy', 'greeting', 'refused smtp/refused'],
  ['554 go away', 'greeting', 'refused smtp/refused'],
  ['421 closing', 'EHLO', 'refused smtp/refused'],
  ['550 sender', 'MAIL', 'refused smtp/refused'],
  ['451 later', 'MAIL', 'refused smtp/refused'],
  ['450 greylisted', 'RCPT', 'refused smtp/recipient'],
  ['550 unknown', 'RCPT', 'refused smtp/recipient'],
  ['451 later', 'DATA', 'refused smtp/refused'],
  ['554 spam', 'final dot', 'refused smtp/refused'],
  ['452 disk full', 'final dot', 'refused smtp/refused'],
  ['552 too large', 'final dot', 'refused smtp/too-large'],
  ['421 shutting down', 'final dot', 'refused smtp/refused'],
  ['half:554 no', 'final dot', 'refused smtp/refused'],
  ['500 what', 'QUIT', 'accepted'],
];

describe('every point of the conversation', () => {
  for (const [fault, point, meaning] of FAULTS) {
    test(`${fault} at ${point}: ${meaning}`, async () => {
      const script: Script = { [point]: fault };
      const server = await startScriptedServer(script);
      open.push(server);
      expect(codeOf(await sendTo(server.port))).toBe(meaning);
      expect(server.seen.filter((seen) => seen === 'greeting')).toHaveLength(1); // nothing is tried again on its own
    });
  }
});

test('silence at any point: unknown, but before the greeting nothing was handed over', async () => {
  const meanings = await Promise.all(
    POINTS.map(async (point) => {
      const server = await startScriptedServer({ [point]: 'hang' });
      open.push(server);
      const impatient = { connectMs: 1_500, replyMs: 2_000 };
      return codeOf(await smtpTransport(localSettings(server.port), impatient).send(MAIL));
    }),
  );
  expect(meanings).toEqual([
    'refused smtp/unreachable',
    ...['EHLO', 'MAIL', 'RCPT', 'DATA', 'final dot'].map(() => 'unknown smtp/lost'),
    'accepted',
  ]);
});

function lines(body: Buffer): string {
  return body.toString('utf8').replace(/\r\n/g, '\n').trimEnd();
}
