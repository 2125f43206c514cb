/** Whether what is due leaves by itself: only the word that says so; nothing written means that it is prepared. */

import { readText } from '../../shared/register/cells.ts';
import type { Settings } from '../../shared/register/entries.ts';

export function mailsByItself({ texts }: Pick<Settings, 'texts'>): boolean {
  return /^(send|envoi)$/i.test(readText(texts.get('sendMode') ?? ''));
}
