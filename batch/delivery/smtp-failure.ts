/** What an error of the SMTP client means: the server said no, the message never got there, or nobody knows. */
import { causeText, type DeliveryFailure } from './failure.ts';
import type { SmtpSettings } from './smtp-settings.ts';
import type { SendResult } from './transport.ts';

/** What the client's errors carry, where they are errors of its own. */
type SmtpError = {
  readonly code: string;
  readonly originalCode: string; // of the system, such as ECONNREFUSED
  readonly command: string;
  readonly responseCode: number; // 0 without a reply
  readonly response: string;
  readonly timeoutType: string;
};

/** No connection was ever made: certain that nothing left. */
const NEVER_CONNECTED =
  /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EAI_FAIL|EHOSTUNREACH|ENETUNREACH|EHOSTDOWN|EADDRNOTAVAIL)$/;

/** The certificate or the protocol of TLS, as Node names it. */
const TLS_TROUBLE = /CERT|TLS|SSL|^EPROTO$|UNABLE_TO_VERIFY/;

/** Classes what the SMTP client threw. The password is struck out of whatever the server said. */
export function smtpFailure(caught: unknown, settings: SmtpSettings, recipient: string): SendResult {
  const error = readError(caught);
  const server = `${settings.host}:${settings.port}`;
  const said = (words: string) => causeText(redact(words, settings));
  if (error.responseCode >= 400) {
    return { outcome: 'refused', failure: refusal(error, server, recipient, said(error.response)) };
  }
  const cause = said(caught instanceof Error ? caught.message : String(caught));
  const failure = neverSent(error, server, cause);
  if (failure) return { outcome: 'refused', failure };
  return { outcome: 'unknown', failure: { code: 'smtp/lost', server, cause } };
}

/** The server answered with a number that says no. */
function refusal(error: SmtpError, server: string, recipient: string, reply: string): DeliveryFailure {
  if (error.code === 'EAUTH') return { code: 'smtp/login', server, reply };
  if (error.code === 'ETLS' || /STARTTLS/.test(error.command))
    return { code: 'smtp/tls', server, cause: reply };
  if (error.responseCode === 552) return { code: 'smtp/too-large', server, reply }; // RFC 1870
  if (error.responseCode === 530) return { code: 'smtp/login', server, reply }; // RFC 4954: authentication required
  if (error.command === 'RCPT TO') return { code: 'smtp/recipient', server, recipient, reply };
  return { code: 'smtp/refused', server, reply };
}

/** What failed before the envelope, or null where the message may have been handed over. */
function neverSent(error: SmtpError, server: string, cause: string): DeliveryFailure | null {
  if (error.code === 'EAUTH' || error.code === 'ENOAUTH') return { code: 'smtp/login', server, reply: cause };
  if (error.code === 'ETLS' || TLS_TROUBLE.test(error.originalCode)) {
    return { code: 'smtp/tls', server, cause };
  }
  const unconnected =
    error.code === 'EDNS' ||
    error.timeoutType === 'CONNECT_TIMEOUT' ||
    error.timeoutType === 'GREETING_TIMEOUT';
  if (unconnected || NEVER_CONNECTED.test(error.originalCode)) {
    return { code: 'smtp/unreachable', server, cause };
  }
  return null;
}

function readError(caught: unknown): SmtpError {
  const fields = new Map(typeof caught === 'object' && caught !== null ? Object.entries(caught) : []);
  const text = (key: string) => String(fields.get(key) ?? '');
  return {
    code: text('code'),
    originalCode: text('originalCode'),
    command: text('command'),
    responseCode: Number(fields.get('responseCode') ?? 0),
    response: text('response'),
    timeoutType: text('timeoutType'),
  };
}

/** Strikes the password out of a server's words, in clear and as the login sends it (RFC 4616, base64). */
function redact(words: string, { login }: SmtpSettings): string {
  if (!login) return words;
  const base64 = (text: string) => Buffer.from(text, 'utf8').toString('base64');
  const secrets = [base64(`\0${login.user}\0${login.password}`), base64(login.password), login.password];
  return secrets.reduce((text, secret) => text.split(secret).join('•••'), words);
}
