/** A mail ready to be sent, and the settings of a server on this machine. */
import { composeMessage } from '../../batch/delivery/message.ts';
import type { SmtpSettings } from '../../batch/delivery/smtp-settings.ts';
import { readMailTemplates } from '../../batch/delivery/templates.ts';
import type { Mail } from '../../batch/delivery/transport.ts';
import { FRENCH } from './figures.ts';

export const MESSAGE = composeMessage(FRENCH, readMailTemplates('fr'));

/** Bytes of every value, with line ends and dots where SMTP would touch them. */
export const WORKBOOK = Buffer.concat([
  Buffer.from(Array.from({ length: 4096 }, (_, index) => (index * 7) % 256)),
  Buffer.from('\r\n.\r\n..\n\r\r\n.\n'),
]);

export const MAIL: Mail = {
  message: MESSAGE,
  attachment: WORKBOOK,
  recipient: 'anne@example.com',
  messageId: '<0123456789abcdef@encaisse.invalid>',
  date: new Date('2026-11-20T06:00:00Z'),
};

export function localSettings(port: number, changes: Partial<SmtpSettings> = {}): SmtpSettings {
  return { host: '127.0.0.1', port, security: 'none', login: null, from: 'rapport@durand.fr', ...changes };
}
