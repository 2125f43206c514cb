/** The mail an invoice leaves with: the firm's words around what was sealed, to the address that was sealed. */
import type { DayNumber } from '../../../shared/base/civil-date.ts';
import { languageOf } from '../../../shared/base/words.ts';
import { documentOf } from '../../../shared/invoicing/document.ts';
import { senderOf } from '../../../shared/letters/sender.ts';
import type { Register } from '../../../shared/register/entries.ts';
import { CLIENT_KINDS, type ClientKind } from '../../../shared/register/tables.ts';
import { type InvoiceMail, invoiceMail } from '../../render/invoice-mail.ts';
import type { Message } from '../../render/mail.ts';
import { messageTexts } from '../../render/message-texts.ts';
import type { Grid, Mail, MailAttachment } from '../../world.ts';
import type { ReceiptLinks } from '../acknowledge.ts';
import type { Sealed } from './book.ts';

export type MailSetting = {
  readonly register: Register;
  readonly templates: Grid;
  readonly today: DayNumber;
  readonly receiptLink?: ReceiptLinks;
};

export function mailOfInvoice(
  sealed: Sealed,
  setting: MailSetting,
  attachments: readonly MailAttachment[],
): AddressedMail {
  const { snapshot, hash } = sealed;
  const client = setting.register.clients.find(({ code }) => code === snapshot.client.code);
  const asked: InvoiceMail = {
    contact: client?.contact ?? '',
    document: documentOf(snapshot, hash),
    kind: kindOf(snapshot.client.kind),
    texts: messageTexts(setting.templates),
    sender: senderOf(setting.register.settings),
    receiptLink: setting.receiptLink?.(snapshot.number, languageOf(snapshot.client.language)) ?? '',
  };
  return addressed(
    invoiceMail(asked),
    snapshot.client.email,
    client?.cc ?? [],
    setting.register,
    attachments,
  );
}

function kindOf(text: string): ClientKind {
  return CLIENT_KINDS.find((kind) => kind === text) ?? 'company';
}

/** A mail, and what is wrong with the firm's own words for it. */
export type AddressedMail = Mail & Pick<Message, 'findings' | 'unknown'>;

/** A message with its addresses: one recipient, the client's copies, the firm's own. */
export function addressed(
  { findings, subject, text, html, inline, unknown }: Message,
  to: string,
  cc: readonly string[],
  { settings }: Register,
  attachments: readonly MailAttachment[] = [],
): AddressedMail {
  const setting = (key: string): string => settings.texts.get(key) ?? '';
  return {
    to,
    cc,
    bcc: setting('bcc'),
    replyTo: setting('replyTo') || setting('email'),
    senderName: setting('senderName') || settings.companyName,
    subject,
    text,
    html,
    inline,
    attachments,
    findings,
    unknown,
  };
}
