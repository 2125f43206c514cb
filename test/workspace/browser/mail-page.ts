/** A mail that was sent, as a reader's mailbox shows it: the HTML with its pictures, nothing fetched, no script. */
import type { SentMail } from '../state.ts';

/** What the page may do where it is shown: nothing but show itself. */
export const MAIL_POLICY =
  "default-src 'none'; img-src data:; style-src 'unsafe-inline'; sandbox allow-popups";

/** The mail's HTML, its inline pictures put where their `cid:` stands. */
export function mailPage(mail: SentMail): string {
  const html = mail.htmlBody === '' ? `<pre>${escaped(mail.body)}</pre>` : mail.htmlBody;
  return html.replace(/(["'(])cid:([^"')]+)/g, (whole, before: string, cid: string) => {
    const image = mail.inlineImages.get(cid);
    if (!image) return whole;
    return `${before}data:${image.contentType};base64,${Buffer.from(image.bytes).toString('base64')}`;
  });
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
}
