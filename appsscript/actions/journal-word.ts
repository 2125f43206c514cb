/** The journal's own words for its choices. */
import type { Language } from '../../shared/base/words.ts';
import { TABLES } from '../../shared/register/tables.ts';

/** @returns the word of a key, or the key itself where it is none */
export function journalWord(column: 'channel' | 'event' | 'status', key: string, language: Language): string {
  const choices = TABLES.journal.columns.find((one) => one.key === column)?.choices ?? [];
  return choices.find((choice) => choice.key === key)?.words[language] ?? key;
}
