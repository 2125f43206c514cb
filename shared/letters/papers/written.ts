/** The words of a letter: the firm's own where it has written some, with what they name put in. */
import type { Language } from '../../base/words.ts';
import type { Settings } from '../../register/entries.ts';
import type { ClientKind } from '../../register/tables.ts';
import { bestText, type Paragraph } from '../fill-text.ts';
import { type MessageText, type TextShelf, textsOf } from '../message-texts.ts';
import { type MessageFacts, oneLine, placeholderValues } from '../placeholder-names.ts';

export type Written = {
  readonly subject: string;
  readonly above: readonly Paragraph[]; // the table
  readonly below: readonly Paragraph[];
};

/** Whose words, and for whom. */
export type Reader = { readonly kind: ClientKind; readonly language: Language };

/**
 * @param names of the texts that will do, the best first
 * @param choose leaves aside what must not be sent
 * @returns throws where nobody has written any: those that are shipped have them all
 */
export function writtenText(
  texts: TextShelf,
  names: readonly string[],
  { kind, language }: Reader,
  { companyName }: Pick<Settings, 'companyName'>,
  facts: MessageFacts,
  choose: (texts: readonly MessageText[]) => readonly MessageText[] = (all) => all,
): Written {
  const found: readonly MessageText[] = textsOf(texts, names, kind, language);
  const best = bestText(choose(found), placeholderValues({ ...facts, company: companyName, signature: '' }));
  if (!best) throw new Error(`no text for ${names.join(', ')}`);
  return { ...best.filled, subject: oneLine(best.filled.subject) };
}
