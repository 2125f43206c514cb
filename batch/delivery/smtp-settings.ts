/** The mail server, from environment variables. The password is read here and goes nowhere but to the server. */
import { readAddress } from './address.ts';
import { DeliveryError } from './failure.ts';

/**
 * tls: encrypted from the first byte (port 465). starttls: upgraded before anything is said (port 587), or nothing is sent.
 * none: never encrypted.
 */
const SMTP_SECURITY = ['tls', 'starttls', 'none'] as const;
export type SmtpSecurity = (typeof SMTP_SECURITY)[number];

export type SmtpSettings = {
  readonly host: string;
  readonly port: number;
  readonly security: SmtpSecurity;
  readonly login: { readonly user: string; readonly password: string } | null;
  readonly from: string;
};

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads ENCAISSE_SMTP_HOST, _PORT, _SECURE (`tls`, `starttls`, `none`), _USER, _PASSWORD and _FROM (by default the user).
 * Without _SECURE: `tls` on port 465, `none` on this machine's own server, `starttls` everywhere else.
 * @throws DeliveryError `setting/missing`, `setting/invalid`
 */
export function readSmtpSettings(env: Environment): SmtpSettings {
  const host = required(env, 'ENCAISSE_SMTP_HOST');
  const portText = text(env, 'ENCAISSE_SMTP_PORT');
  const security = readSecurity(text(env, 'ENCAISSE_SMTP_SECURE'), host, portText);
  return {
    host,
    port: portText === '' ? { tls: 465, starttls: 587, none: 25 }[security] : readPort(portText),
    security,
    login: readLogin(env),
    from: readFrom(env),
  };
}

function readSecurity(word: string, host: string, port: string): SmtpSecurity {
  if (word === '') {
    if (port === '465') return 'tls';
    return /^(localhost|127\.\d+\.\d+\.\d+|::1)$/i.test(host) ? 'none' : 'starttls';
  }
  const found = SMTP_SECURITY.find((security) => security === word.toLowerCase());
  if (!found) throw invalid('ENCAISSE_SMTP_SECURE', 'tls, starttls ou none', 'tls, starttls or none');
  return found;
}

function readPort(word: string): number {
  const port = /^\d{1,5}$/.test(word) ? Number(word) : 0;
  if (port < 1 || port > 65_535) {
    throw invalid('ENCAISSE_SMTP_PORT', 'un nombre de 1 à 65535', 'a number from 1 to 65535');
  }
  return port;
}

/** User and password come together or not at all: half a login is a mistake, not an anonymous sending. */
function readLogin(env: Environment): SmtpSettings['login'] {
  const user = text(env, 'ENCAISSE_SMTP_USER');
  const password = env.ENCAISSE_SMTP_PASSWORD ?? ''; // as it is: a password may begin or end with a space
  if (user === '' && password === '') return null;
  if (user === '') throw new DeliveryError({ code: 'setting/missing', variable: 'ENCAISSE_SMTP_USER' });
  if (password === '')
    throw new DeliveryError({ code: 'setting/missing', variable: 'ENCAISSE_SMTP_PASSWORD' });
  return { user, password };
}

function readFrom(env: Environment): string {
  const named = text(env, 'ENCAISSE_SMTP_FROM');
  const from = readAddress(named === '' ? text(env, 'ENCAISSE_SMTP_USER') : named);
  if (from !== null) return from;
  if (named === '') throw new DeliveryError({ code: 'setting/missing', variable: 'ENCAISSE_SMTP_FROM' });
  throw invalid('ENCAISSE_SMTP_FROM', 'une seule adresse e-mail', 'one email address alone');
}

function required(env: Environment, variable: string): string {
  const value = text(env, variable);
  if (value === '') throw new DeliveryError({ code: 'setting/missing', variable });
  return value;
}

function text(env: Environment, variable: string): string {
  return (env[variable] ?? '').trim();
}

function invalid(variable: string, fr: string, en: string): DeliveryError {
  return new DeliveryError({ code: 'setting/invalid', variable, expected: { fr, en } });
}
