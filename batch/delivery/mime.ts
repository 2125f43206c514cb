/** One mail as a MIME message, the same for every transport. */
import MailComposer, { type Options } from 'nodemailer/lib/mail-composer';
import type { InlinePicture } from './message.ts';
import type { Mail } from './transport.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/**
 * The parts of a mail. Addresses are handed over as objects and files as bytes: nothing in them is looked up or taken apart.
 * @param from the sender's address; null leaves it to the mail client or to Gmail
 */
export function mailOptions(mail: Mail, from: string | null, headers: Readonly<Record<string, string>> = {}) {
  const { message } = mail;
  return {
    ...(from === null ? {} : { from: { name: message.sender, address: from } }),
    to: { name: '', address: mail.recipient },
    subject: message.subject,
    text: message.text,
    html: message.html,
    messageId: mail.messageId,
    date: mail.date,
    headers: { 'Content-Language': message.language, ...headers },
    attachments: [
      ...message.pictures.map(inlinePart),
      { filename: message.attachment, content: Buffer.from(mail.attachment), contentType: XLSX },
    ],
    disableFileAccess: true,
    disableUrlAccess: true,
  } satisfies Options;
}

/** A picture beside the HTML that shows it (multipart/related, RFC 2387). */
function inlinePart({ cid, fileName, png }: InlinePicture) {
  return {
    cid,
    filename: fileName,
    content: Buffer.from(png),
    contentType: 'image/png',
    contentDisposition: 'inline' as const,
  };
}

/** The whole message with CRLF line ends, as RFC 5322 has it. */
export function rawMail(
  mail: Mail,
  from: string | null,
  headers?: Readonly<Record<string, string>>,
): Promise<Buffer> {
  return new MailComposer({ ...mailOptions(mail, from, headers), newline: 'win' }).compile().build();
}
