/** The mail of a reminder, a notice before the due date, or the announcement of a formal notice. */
import type { Language } from '../../shared/base/words.ts';
import type { Letter, LetterRow } from '../../shared/letters/letter.ts';
import { lintText } from '../../shared/letters/lint/lint.ts';
import type { LintFinding } from '../../shared/letters/lint/lint-codes.ts';
import { lawfulTexts, lintContextOf, lintMessage } from '../../shared/letters/lint/lint-message.ts';
import {
  type MessageText,
  nameOfLevel,
  type TextShelf,
  textsOf,
  withoutFrenchLaw,
} from '../../shared/letters/message-texts.ts';
import { instalmentText, MESSAGE_WORDS, settledText } from '../../shared/letters/message-words.ts';
import { linkFor } from '../../shared/letters/payment-means.ts';
import type { Sender } from '../../shared/letters/sender.ts';
import { composeMail, type DetailRow, type Details, type Message } from './mail.ts';
import { paymentBoxOf } from './payment-box.ts';

export type ReminderMail = {
  readonly letter: Letter;
  readonly texts: TextShelf;
  readonly sender: Sender;
};

export function reminderMail({ letter, sender, texts }: ReminderMail): Message {
  const { clientCode, currency, facts, language, rows, totalDecimal } = letter;
  const numbers = Array.from(new Set(rows.map(({ number }) => number)));
  const found = ownOrOfLevel(letter, letter.isFrenchLaw ? texts : withoutFrenchLaw(texts));
  const payment = paymentBoxOf(sender, { amount: totalDecimal, currency, numbers, clientCode }, language);
  const message = composeMail({
    language,
    texts: lawfulTexts(found, letter),
    facts,
    token: numbers[0] ?? '',
    details: detailsOf(letter, sender, numbers.length),
    payment,
    asksForMoney: true,
    sender,
  });
  return {
    ...message,
    findings: [
      ...ownFindings(found, letter),
      ...lintMessage({ ...message, letter, hasPayment: payment !== null }),
    ],
  };
}

/** What the lint says of the text that would be taken first; names that stand for nothing are told of apart. */
function ownFindings(texts: readonly MessageText[], letter: Letter): readonly LintFinding[] {
  const findings = texts.length === 0 ? [] : lintText(texts[0], lintContextOf(letter));
  const told = findings.filter(({ code }) => code !== 'placeholder/unknown');
  return told.map((one) => ({ ...one, severity: 'warning' as const })); // ours is taken in its place
}

/** The calendar's own text; where nobody has written one of that name, the text of its level. */
function ownOrOfLevel(
  { kind, language, template, ...letter }: Letter,
  texts: TextShelf,
): readonly MessageText[] {
  const names = [template.trim().toLowerCase(), nameOfLevel(letter)];
  return textsOf(texts, names, kind, language);
}

function detailsOf(letter: Letter, sender: Sender, invoiceCount: number): Details {
  const { facts, isNotice, language, law, leftOut, rows, sums, total, totalLabel } = letter;
  const words = MESSAGE_WORDS[language];
  return {
    totalLabel,
    total,
    untilLabel: isNotice ? words.due : words.deadline,
    until: isNotice ? facts.due : facts.newDeadline,
    numberHead: words.number,
    issuedHead: words.issued,
    dueHead: words.due,
    lateHead: isNotice ? '' : words.late,
    openHead: words.remaining,
    rows: rows.map((row) => rowOf(row, letter, invoiceCount > 1 ? sender : null)),
    sums,
    facts: [],
    leftOut,
    law,
  };
}

/** @param linked whose link each row has; null: the message has one for all */
function rowOf(row: LetterRow, { language }: Letter, linked: Sender | null): DetailRow {
  const words = MESSAGE_WORDS[language];
  const note = noteOf(row, language);
  return {
    number: row.number,
    note,
    issued: row.issued,
    due: row.due,
    late: row.late,
    open: row.open,
    link: linked ? linkFor(linked, row.number, row.openDecimal) : '',
    pay: words.pay,
    text: rowText(row, note, words),
  };
}

/** Which instalment it is, and what was paid of it. */
function noteOf({ instalment, settled, total }: LetterRow, language: Language): string {
  const parts = [
    instalment === null ? '' : instalmentText(instalment, language),
    settled === '' ? '' : settledText(settled, total, language),
  ];
  return parts.filter((part) => part !== '').join(', ');
}

function rowText(row: LetterRow, note: string, words: (typeof MESSAGE_WORDS)['fr']): string {
  const parts = [
    note === '' ? row.number : `${row.number} (${note})`,
    `${words.issued.toLowerCase()} ${row.issued}`,
    `${words.due.toLowerCase()} ${row.due}`,
    row.late === '' ? '' : `${words.late.toLowerCase()} ${row.late}`,
  ];
  return parts.filter((part) => part !== '').join(', ') + words.colon + row.open;
}
