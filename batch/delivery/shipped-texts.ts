/** The shipped texts of messages and letters, read from `templates/` as they stand. */
import { readdirSync, readFileSync } from 'node:fs';
import { type MessageTexts, parseText } from '../../shared/letters/message-texts.ts';
import { templateFolder } from './templates.ts';

const TEXT_FILE = /^(message|letter)\.(.+)\.(fr|en)\.txt$/;

/** By name and language: `reminder-2/fr` of a mail, `letter.reminder-2/fr` of a letter. */
export function shippedTexts(): MessageTexts {
  const folder = templateFolder();
  const texts = readdirSync(folder).flatMap((file) => {
    const [, what, name, language] = TEXT_FILE.exec(file) ?? [];
    if (name === undefined) return [];
    const key = `${what === 'letter' ? 'letter.' : ''}${name}/${language}`;
    return [[key, parseText(readFileSync(new URL(file, folder), 'utf8'))] as const];
  });
  return new Map(texts);
}
