/** Sending by SMTP. Only a numeric reply of the server is an answer; a lost connection is "unknown". */
import { createTransport } from 'nodemailer';
import { mailOptions } from './mime.ts';
import { smtpFailure } from './smtp-failure.ts';
import type { SmtpSettings } from './smtp-settings.ts';
import type { Mail, SendResult, Transport } from './transport.ts';

export type SmtpPatience = {
  readonly connectMs: number; // to connect, and to be greeted
  readonly replyMs: number; // for any later reply; a server may think long about what it was handed (RFC 5321 §4.5.3.2.6)
};
const PATIENCE: SmtpPatience = { connectMs: 30_000, replyMs: 300_000 };

/**
 * A transport that opens one connection a message; there is no pool, because a pool tries again on its own.
 * @param authority PEM certificates to trust instead of the system's
 */
export function smtpTransport(
  settings: SmtpSettings,
  patience: SmtpPatience = PATIENCE,
  authority?: string,
): Transport {
  const { host, port, security, login, from } = settings;
  const transporter = createTransport({
    host,
    port,
    secure: security === 'tls',
    requireTLS: security === 'starttls',
    ignoreTLS: security === 'none',
    ...(login ? { auth: { user: login.user, pass: login.password } } : {}),
    ...(authority === undefined ? {} : { tls: { ca: authority } }),
    connectionTimeout: patience.connectMs,
    greetingTimeout: patience.connectMs,
    dnsTimeout: patience.connectMs,
    socketTimeout: patience.replyMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  });

  async function send(mail: Mail): Promise<SendResult> {
    try {
      await transporter.sendMail({
        ...mailOptions(mail, from, { 'Auto-Submitted': 'auto-generated' }),
        envelope: { from, to: [mail.recipient] },
      });
      return { outcome: 'accepted', place: null };
    } catch (error) {
      return smtpFailure(error, settings, mail.recipient);
    }
  }

  return { name: 'smtp', send };
}
