/** What is told of one setting in the tab that lists them. */
import type { Words } from '../../base/words.ts';
import type { Choice } from '../tables.ts';

export type ToldSetting = {
  readonly help: Words;
  readonly first?: Words; // what a new register is given
  readonly required?: true; // an invoice cannot be issued without it
  readonly choices?: readonly Choice[];
};

export const NOTHING: Words = { fr: '', en: '' };

export function said(fr: string, en: string): Words {
  return { fr, en };
}
