/** The lint of a message about to leave: its last look, at what its reader will see. */
import type { Letter } from '../letter.ts';
import { type MessageText, nameOfLevel } from '../message-texts.ts';
import { type LintContext, lintText } from './lint.ts';
import { finding, isRefused, type LintFinding } from './lint-codes.ts';

/** What leaves, and what is known of it. */
export type Leaving = {
  readonly letter: Letter;
  readonly subject: string;
  readonly text: string; // all that is read, as plain text
  readonly hasPayment: boolean; // an account or a link stands in it
  readonly contacts?: number; // with the client in the last 30 days, this one not counted; without it nobody asks
  readonly mostContacts?: number;
};

const FORMAL_NOTICE_LEVEL = 4;

/** How a letter's level is judged, whatever its calendar calls it. */
export function lintContextOf(letter: Letter): LintContext {
  const { facts, isFormalNotice, isNotice, kind, language, level } = letter;
  const isPrivate = kind === 'individual' || kind === 'association';
  return {
    level: isNotice ? 0 : isFormalNotice ? FORMAL_NOTICE_LEVEL : Math.max(1, level),
    kind,
    language,
    base: nameOfLevel(letter),
    mayClaim: !isPrivate || facts.indemnity !== '',
  };
}

/** Texts of the firm that the lint refuses are left aside: the next best is taken. @param texts the best first */
export function lawfulTexts(texts: readonly MessageText[], letter: Letter): readonly MessageText[] {
  const context = lintContextOf(letter);
  const lawful = texts.filter((text) => {
    const findings = lintText(text, context).filter(({ code }) => code !== 'placeholder/unknown');
    return !isRefused(findings) && !lacksDeadline(findings, letter);
  });
  return lawful.length > 0 ? lawful : texts.slice(-1);
}

/** Where the calendar gives no new deadline, the table shows none either: the text has to. */
function lacksDeadline(findings: readonly LintFinding[], { facts, isNotice }: Letter): boolean {
  return !isNotice && facts.newDeadline === '' && findings.some(({ code }) => code === 'deadline/missing');
}

/** What is missing of it, or too much: an error keeps it from leaving. Its tone is that of its text, which `lawfulTexts` chose. */
export function lintMessage(leaving: Leaving): readonly LintFinding[] {
  const {
    contacts = 0,
    hasPayment,
    letter,
    mostContacts = Number.POSITIVE_INFINITY,
    subject,
    text,
  } = leaving;
  const { facts, isNotice, total } = letter;
  const all = `${subject}\n${text}`;
  return [
    ...(all.includes(total) ? [] : [finding('amount/missing', 'message')]),
    ...(isNotice || all.includes(facts.newDeadline || facts.deadline)
      ? []
      : [finding('deadline/missing', 'message')]),
    ...(hasPayment ? [] : [finding('payment/missing', 'message')]),
    ...(contacts >= mostContacts ? [finding('contacts/too-many', 'message', String(contacts))] : []),
  ];
}
