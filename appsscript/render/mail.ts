/** A message as it is sent: subject, text, HTML and the pictures in it. The words are the firm's, the layout is ours. */
import type { Language } from '../../shared/base/words.ts';
import { bestText, type Paragraph } from '../../shared/letters/fill-text.ts';
import type { LintFinding } from '../../shared/letters/lint/lint-codes.ts';
import type { MessageText } from '../../shared/letters/message-texts.ts';
import { contactText, MESSAGE_WORDS } from '../../shared/letters/message-words.ts';
import { type MessageFacts, oneLine, placeholderValues } from '../../shared/letters/placeholder-names.ts';
import { type Sender, signatureOf } from '../../shared/letters/sender.ts';
import htmlPage from '../../templates/mail.page.html.hbs';
import textPage from '../../templates/mail.page.text.hbs';

/** What a mail of the add-on's world takes, and what is wrong with its words. */
export type Message = {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly inline: readonly { readonly cid: string; readonly gifBase64: string }[];
  readonly unknown: readonly string[]; // names in the firm's own text that stand for nothing: it was left aside for one without
  readonly findings: readonly LintFinding[]; // on the firm's own text, and on the message: with an error it does not leave
};

export type DetailRow = {
  readonly number: string;
  readonly note: string;
  readonly issued: string;
  readonly due: string;
  readonly late: string;
  readonly open: string;
  readonly link: string; // https only; empty: none
  readonly pay: string;
  readonly text: string; // the row as a line of plain text
};

/** The amounts, as a table. A head that is empty has no column. */
export type Details = {
  readonly totalLabel: string;
  readonly total: string;
  readonly untilLabel: string;
  readonly until: string; // empty: none
  readonly numberHead: string;
  readonly issuedHead: string;
  readonly dueHead: string;
  readonly lateHead: string;
  readonly openHead: string;
  readonly rows: readonly DetailRow[];
  readonly sums: readonly { readonly label: string; readonly text: string }[];
  readonly facts: readonly { readonly label: string; readonly text: string }[];
  readonly leftOut: string; // what is not asked for; empty: nothing
  readonly law: string;
};

/** How to pay. */
export type PaymentBox = {
  readonly lines: readonly { readonly label: string; readonly text: string }[]; // empty: no account
  readonly link: string; // https only; empty: none
  readonly gifBase64: string; // the QR code; empty: none
};

export type MailParts = {
  readonly language: Language;
  readonly texts: readonly MessageText[]; // the best first
  readonly facts: MessageFacts;
  readonly token: string; // a number that stands in the subject, so that answers find their invoice
  readonly details: Details | null;
  readonly payment: PaymentBox | null;
  readonly asksForMoney: boolean;
  readonly receiptLink?: string; // https only; empty: none
  readonly sender: Sender;
};

const QR_CID = 'virement';
const LONGEST_SUBJECT = 180;
const LONGEST_NUMBER = 35;

/** Takes the best text all of whose names stand for something: no client reads `{{montnat}}`. */
export function composeMail(parts: MailParts): Message {
  const { facts, payment, sender, texts, token } = parts;
  const values = placeholderValues({ ...facts, company: sender.company, signature: signatureOf(sender) });
  const best = bestText(texts, values);
  if (!best) throw new Error('a message without any text');
  const { above, below, subject } = best.filled;
  const view = viewOf(parts, subjectOf(subject, token), above, below);
  return {
    subject: view.subject,
    text: plainText(textPage(view)),
    html: htmlPage(view),
    inline: payment?.gifBase64 ? [{ cid: QR_CID, gifBase64: payment.gifBase64 }] : [],
    unknown: best.unknown,
    findings: [],
  };
}

function subjectOf(text: string, token: string): string {
  const line = oneLine(text).slice(0, LONGEST_SUBJECT);
  const number = oneLine(token).slice(0, LONGEST_NUMBER);
  return number === '' || line.includes(number) ? line : `${line} [${number}]`.trim();
}

function viewOf(
  { asksForMoney, details, language, payment, receiptLink = '', sender }: MailParts,
  subject: string,
  before: readonly Paragraph[],
  after: readonly Paragraph[],
) {
  const words = MESSAGE_WORDS[language];
  const { colon } = words;
  return {
    language,
    subject,
    preview: (before[1] ?? before[0] ?? []).join(' '),
    company: sender.company,
    before,
    after,
    details: details && { ...details, colon },
    payment: payment && {
      link: payment.link,
      lines: payment.lines,
      iban: payment.lines.length > 0,
      qr: payment.gifBase64 === '' ? '' : QR_CID,
      heading: words.howToPay,
      pay: words.pay,
      scan: words.scan,
      qrAlt: words.qrAlt,
      colon,
    },
    receiptLink,
    receipt: words.receipt,
    colon,
    meanwhile: asksForMoney ? words.meanwhile : '',
    contact: contactText(sender, language),
    identity: sender.identity[language],
  };
}

/** Never more than one empty line. */
function plainText(text: string): string {
  return `${text.replace(/\n{3,}/g, '\n\n').trim()}\n`;
}
