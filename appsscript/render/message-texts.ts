/** The texts of messages: the firm's own from the templates tab, else those that are shipped. */
import type { Cell } from '../../shared/base/problem.ts';
import type { Language } from '../../shared/base/words.ts';
import { ADDON_TABLES } from '../../shared/register/addon-tables.ts';
import { readText } from '../../shared/register/cells.ts';
import { matchHeaders } from '../../shared/register/headers.ts';
import type { ClientKind } from '../../shared/register/tables.ts';
import { SHIPPED_TEXTS } from './shipped-texts.ts';

export type MessageText = { readonly subject: string; readonly body: string };

/** By name and language, such as `reminder-2/fr`. */
export type MessageTexts = ReadonlyMap<string, MessageText>;

/** The templates tab's texts, by name and language; of two rows the first stands. @param grid the header first; may be empty */
export function messageTexts(grid: readonly (readonly Cell[])[]): MessageTexts {
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

/**
 * The texts a message to a kind of client may take, the best first: the firm's own for that kind (`reminder-2.individual`), the shipped
 * one for that kind, the firm's own, the shipped one. So that words written for companies never reach a private person where ours differ.
 * @returns none where nobody has written such a text
 */
export function textsFor(
  own: MessageTexts,
  name: string,
  kind: ClientKind,
  language: Language,
): readonly MessageText[] {
  const named = PUBLIC_NAMES.get(`${name}/${kind}`) ?? name;
  const forKind = `${named}.${kind}/${language}`;
  const forAll = `${named}/${language}`;
  const inOrder = [own.get(forKind), shippedText(forKind), own.get(forAll), shippedText(forAll)];
  const found = inOrder.filter(isWritten);
  const subject = found.find((text) => text.subject.trim() !== '')?.subject ?? '';
  return found.map((text) => (text.subject.trim() === '' ? { ...text, subject } : text));
}

function isWritten(text: MessageText | null | undefined): text is MessageText {
  return text !== null && text !== undefined;
}

/** To a public body nothing is threatened: its payment order is asked after, then the interest that its law gives. */
const PUBLIC_NAMES: ReadonlyMap<string, string> = new Map([
  ['reminder-2/administration', 'payment-order'],
  ['reminder-3/administration', 'payment-order'],
  ['formal-notice/administration', 'moratory-interest'],
]);

/** The first line is the subject. */
function shippedText(key: string): MessageText | null {
  const text = SHIPPED_TEXTS.get(key);
  if (text === undefined) return null;
  const end = text.indexOf('\n');
  return { subject: text.slice(0, end), body: text.slice(end).trim() };
}
