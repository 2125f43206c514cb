import { describe, expect, test } from 'vitest';
import { DeliveryError, failureText } from '../../batch/delivery/failure.ts';
import { readSmtpSettings } from '../../batch/delivery/smtp-settings.ts';

const BASE = {
  ENCAISSE_SMTP_HOST: 'smtp.durand.fr',
  ENCAISSE_SMTP_USER: 'rapport@durand.fr',
  ENCAISSE_SMTP_PASSWORD: 'canari-4713',
};

test('host, user and password are enough: STARTTLS on 587, the user is the sender', () => {
  expect(readSmtpSettings(BASE)).toEqual({
    host: 'smtp.durand.fr',
    port: 587,
    security: 'starttls',
    login: { user: 'rapport@durand.fr', password: 'canari-4713' },
    from: 'rapport@durand.fr',
  });
});

describe('port and encryption', () => {
  for (const [changes, port, security] of [
    [{ ENCAISSE_SMTP_PORT: '465' }, 465, 'tls'],
    [{ ENCAISSE_SMTP_PORT: '25' }, 25, 'starttls'],
    [{ ENCAISSE_SMTP_SECURE: 'tls' }, 465, 'tls'],
    [{ ENCAISSE_SMTP_SECURE: ' STARTTLS ' }, 587, 'starttls'],
    [{ ENCAISSE_SMTP_SECURE: 'none' }, 25, 'none'],
    [{ ENCAISSE_SMTP_HOST: 'localhost' }, 25, 'none'],
    [{ ENCAISSE_SMTP_HOST: '127.0.0.1', ENCAISSE_SMTP_PORT: '1025' }, 1025, 'none'],
    [{ ENCAISSE_SMTP_HOST: '::1' }, 25, 'none'],
    [{ ENCAISSE_SMTP_HOST: 'localhost', ENCAISSE_SMTP_SECURE: 'starttls' }, 587, 'starttls'],
    [{ ENCAISSE_SMTP_HOST: 'localhost.evil.com' }, 587, 'starttls'],
    [{ ENCAISSE_SMTP_PORT: '65535' }, 65535, 'starttls'],
  ] as const) {
    test(JSON.stringify(changes), () => {
      expect(readSmtpSettings({ ...BASE, ...changes })).toMatchObject({ port, security });
    });
  }
});

test('no login at all is allowed, with a sender of its own', () => {
  const { ENCAISSE_SMTP_HOST } = BASE;
  expect(readSmtpSettings({ ENCAISSE_SMTP_HOST, ENCAISSE_SMTP_FROM: 'a@x.fr' })).toMatchObject({
    login: null,
    from: 'a@x.fr',
  });
});

describe('what is missing or wrong names its variable, and never the password', () => {
  for (const [changes, code, variable] of [
    [{ ENCAISSE_SMTP_HOST: ' ' }, 'setting/missing', 'ENCAISSE_SMTP_HOST'],
    [{ ENCAISSE_SMTP_USER: '' }, 'setting/missing', 'ENCAISSE_SMTP_USER'],
    [{ ENCAISSE_SMTP_PASSWORD: '' }, 'setting/missing', 'ENCAISSE_SMTP_PASSWORD'],
    [{ ENCAISSE_SMTP_USER: 'apikey' }, 'setting/missing', 'ENCAISSE_SMTP_FROM'],
    [{ ENCAISSE_SMTP_FROM: 'Durand <a@x.fr>' }, 'setting/invalid', 'ENCAISSE_SMTP_FROM'],
    [{ ENCAISSE_SMTP_PORT: '0' }, 'setting/invalid', 'ENCAISSE_SMTP_PORT'],
    [{ ENCAISSE_SMTP_PORT: '65536' }, 'setting/invalid', 'ENCAISSE_SMTP_PORT'],
    [{ ENCAISSE_SMTP_PORT: '58 7' }, 'setting/invalid', 'ENCAISSE_SMTP_PORT'],
    [{ ENCAISSE_SMTP_SECURE: 'true' }, 'setting/invalid', 'ENCAISSE_SMTP_SECURE'],
  ] as const) {
    test(`${JSON.stringify(changes)}: ${code}`, () => {
      const failure = failureOf({ ...BASE, ...changes });
      expect(failure).toMatchObject({ code, variable });
      for (const language of ['fr', 'en'] as const) {
        expect(failureText(failure, language)).toContain(variable);
        expect(failureText(failure, language)).not.toContain('canari');
      }
    });
  }
});

function failureOf(env: Readonly<Record<string, string>>) {
  try {
    readSmtpSettings(env);
  } catch (error) {
    if (error instanceof DeliveryError) return error.failure;
  }
  throw new Error('no DeliveryError');
}
