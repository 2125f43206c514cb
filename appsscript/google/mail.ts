/** Mail through MailApp: it may send and nothing else; no mailbox is ever read. */
import type { Mail, World } from '../world.ts';
import type { Drawer } from './files.ts';

type Blob = GoogleAppsScript.Base.Blob;

/** @param drawer where the files to attach are */
export function mailPort(drawer: Drawer): World['mail'] {
  return {
    quota: () => MailApp.getRemainingDailyQuota(),
    fetch: (mail) => {
      for (const { fileId } of mail.attachments) drawer.blob(fileId);
    },
    send: (mail) => {
      const attachments = mail.attachments.map(({ fileId }) => drawer.blob(fileId));
      MailApp.sendEmail({ ...headersOf(mail), ...bodyOf(mail), attachments });
    },
  };
}

/** A line break in a header could begin another header. Nothing that reaches this place should hold one; if it does, nothing leaves. */
function headersOf(mail: Mail): GoogleAppsScript.Mail.MailAdvancedParameters {
  const headers = {
    to: mail.to,
    ...(mail.cc.length > 0 ? { cc: mail.cc.join(',') } : {}),
    ...(mail.bcc === '' ? {} : { bcc: mail.bcc }),
    ...(mail.replyTo === '' ? {} : { replyTo: mail.replyTo }),
    ...(mail.senderName === '' ? {} : { name: mail.senderName }),
    subject: mail.subject,
  };
  for (const [name, value] of Object.entries(headers)) {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
    if (/[\u0000-\u001f\u007f]/.test(value)) throw new Error(`the mail's ${name} holds a control character`);
  }
  return headers;
}

function bodyOf(mail: Mail): GoogleAppsScript.Mail.MailAdvancedParameters {
  const inlineImages: Record<string, Blob> = {};
  for (const { cid, gifBase64 } of mail.inline) {
    inlineImages[cid] = Utilities.newBlob(Utilities.base64Decode(gifBase64), 'image/gif', `${cid}.gif`);
  }
  return {
    body: mail.text,
    htmlBody: mail.html,
    ...(mail.inline.length > 0 ? { inlineImages } : {}),
  };
}
