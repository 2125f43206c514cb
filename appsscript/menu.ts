/** The add-on's menu: always the same entries, whatever the script may do so far. */
import type { Language, Words } from '../shared/base/words.ts';
import type { Endpoint } from './surface.ts';

type MenuEntry = { readonly label: Words; readonly calls: Endpoint };

const MENU: readonly MenuEntry[] = [
  { label: { fr: 'À propos d’Encaisse', en: 'About Encaisse' }, calls: 'showAbout' },
];

export function menuEntries(
  language: Language,
): readonly { readonly label: string; readonly calls: Endpoint }[] {
  return MENU.map(({ label, calls }) => ({ label: label[language], calls }));
}
