/** The texts of messages and letters: the firm's own from the templates tab, else those that are shipped. */
import type { Cell } from '../base/problem.ts';
import type { Language } from '../base/words.ts';
import { ADDON_TABLES } from '../register/addon-tables.ts';
import { readText } from '../register/cells.ts';
import { matchHeaders } from '../register/headers.ts';
import type { ClientKind } from '../register/tables.ts';

export type MessageText = { readonly subject: string; readonly body: string };

/** By name and language, such as `reminder-2/fr`; a letter's text is named `letter.reminder-2/fr`. */
export type MessageTexts = ReadonlyMap<string, MessageText>;

/** All texts there are. */
export type TextShelf = { readonly own: MessageTexts; readonly shipped: MessageTexts };

/** The templates tab's texts, by name and language; of two rows the first stands. @param grid the header first; may be empty */
export function ownTexts(grid: readonly (readonly Cell[])[]): MessageTexts {
  const { columns } = matchHeaders(ADDON_TABLES.templates, grid[0] ?? []);
  const texts = new Map<string, MessageText>();
  for (const row of grid.slice(1)) {
    const cell = (key: string): string => readText(row[columns.get(key) ?? row.length] ?? null);
    const key = `${cell('template').trim().toLowerCase()}/${cell('language').trim().toLowerCase()}`;
    const body = cell('body').replace(/\r\n?/g, '\n');
    if (body.trim() !== '' && !texts.has(key)) texts.set(key, { subject: cell('subject'), body });
  }
  return texts;
}

/** A shipped text as its file has it: the first line is the subject. */
export function parseText(file: string): MessageText {
  const text = file.replace(/\r\n?/g, '\n');
  const end = text.indexOf('\n');
  return end < 0
    ? { subject: text, body: '' }
    : { subject: text.slice(0, end), body: text.slice(end).trim() };
}

/**
 * The texts a message to a kind of client may take, the best first: the firm's own for that kind (`reminder-2.individual`), the shipped
 * one for that kind, the firm's own, the shipped one. So that words written for companies never reach a private person where ours differ.
 * @returns none where nobody has written such a text
 */
export function textsFor(
  { own, shipped }: TextShelf,
  name: string,
  kind: ClientKind,
  language: Language,
): readonly MessageText[] {
  const named = PUBLIC_NAMES.get(`${name}/${kind}`) ?? name;
  const forKind = `${named}.${kind}/${language}`;
  const forAll = `${named}/${language}`;
  const inOrder = [own.get(forKind), shipped.get(forKind), own.get(forAll), shipped.get(forAll)];
  return withSubjects(inOrder.filter(isWritten));
}

/** A text without a subject takes that of the best one that has any. */
function withSubjects(texts: readonly MessageText[]): readonly MessageText[] {
  const subject = texts.find((text) => text.subject.trim() !== '')?.subject ?? '';
  return texts.map((text) => (text.subject.trim() === '' ? { ...text, subject } : text));
}

/** The texts of several names, such as the calendar's own and that of its level: the best first. */
export function textsOf(
  shelf: TextShelf,
  names: readonly string[],
  kind: ClientKind,
  language: Language,
): readonly MessageText[] {
  return withSubjects(names.flatMap((name) => textsFor(shelf, name, kind, language)));
}

function isWritten(text: MessageText | undefined): text is MessageText {
  return text !== undefined;
}

/** To a public body nothing is threatened: its payment order is asked after, then the interest that its law gives. */
const PUBLIC_NAMES: ReadonlyMap<string, string> = new Map([
  ['reminder-2/administration', 'payment-order'],
  ['reminder-3/administration', 'payment-order'],
  ['formal-notice/administration', 'moratory-interest'],
  ['letter.reminder-2/administration', 'letter.payment-order'],
  ['letter.reminder-3/administration', 'letter.payment-order'],
  ['letter.formal-notice/administration', 'letter.moratory-interest'],
]);

/** What a reminder's text is called: by what it is, and by its level. */
export function nameOfLevel({
  isFormalNotice,
  isNotice,
  level,
}: {
  readonly isFormalNotice: boolean;
  readonly isNotice: boolean;
  readonly level: number;
}): string {
  if (isNotice) return 'notice';
  if (isFormalNotice) return 'formal-notice';
  return `reminder-${Math.min(3, Math.max(1, level))}`;
}

/** Articles of French law in brackets, as the shipped texts cite them. */
const FRENCH_ARTICLES = /[ \u00a0\u202f]\(articles? [^()]*(?:Code|code)[^()]*\)/g;

/** The shipped texts for contracts under another law: they say the same and cite no French article. The firm's own stay as they are. */
export function withoutFrenchLaw({ own, shipped }: TextShelf): TextShelf {
  const plain = (text: string): string => text.replace(FRENCH_ARTICLES, '');
  const texts = Array.from(
    shipped,
    ([key, { body, subject }]) => [key, { subject, body: plain(body) }] as const,
  );
  return { own, shipped: new Map(texts) };
}
