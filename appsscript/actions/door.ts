/** The door of every sidebar call: asks are checked before anything else, and whatever happens inside, an answer comes out. */
import type { Language, Words } from '../../shared/base/words.ts';
import type { Answer, SidebarCall, SidebarCalls } from '../contract.ts';
import type { World } from '../world.ts';
import { noticesOf } from './asks.ts';
import { SIDEBAR_ASKS } from './sidebar-asks.ts';

/** What runs behind a call. */
export type Action<C extends SidebarCall, W extends World = World> = (
  world: W,
  asks: SidebarCalls[C]['asks'],
) => Answer<SidebarCalls[C]['answers']>;

/** What went wrong without being foreseen, for the log: no message, which could name a client. */
export type Mishap = { readonly call: string; readonly error: string; readonly places: string };

const NOT_TAKEN: Words = {
  fr: 'Certains champs sont à corriger.',
  en: 'Some fields are to be corrected.',
};

/** @param open makes the world; it may throw, as everything behind the door may */
export function answerCall<C extends SidebarCall, W extends World>(
  call: C,
  asks: unknown,
  act: Action<C, W>,
  open: () => W,
  log: (mishap: Mishap) => void,
): Answer<SidebarCalls[C]['answers']> {
  let language: Language = 'fr';
  try {
    const world = open();
    const checked = SIDEBAR_ASKS[call](asks, '');
    if (checked.ok) return act(world, checked.value);
    language = world.sheet.language;
    const notices = noticesOf(checked.error, language);
    return { ok: false, message: NOT_TAKEN[language], notices };
  } catch (error) {
    log(mishapOf(call, error));
    return { ok: false, message: mishapWords(error)[languageAfter(open, language)], notices: [] };
  }
}

/** The language of what is said after a mishap; the spreadsheet may be what failed. */
function languageAfter(open: () => World, otherwise: Language): Language {
  try {
    return open().sheet.language;
  } catch {
    return otherwise;
  }
}

/** Names and places of an error; its message stays here. */
export function mishapOf(call: string, error: unknown): Mishap {
  if (!(error instanceof Error)) return { call, error: typeof error, places: '' };
  const places = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return { call, error: error.name, places: places.slice(0, 8).join('\n') };
}

const KINDS: readonly (readonly [RegExp, Words])[] = [
  [
    /too many times|quota|limit exceeded|trop de fois/i,
    {
      fr: 'La limite quotidienne de Google est atteinte. Ce qui reste attend : le prochain passage continue.',
      en: 'Google’s daily limit is reached. What is left waits: the next run goes on.',
    },
  ],
  [
    /permission|authoriz|authoris|not allowed/i,
    {
      fr: 'Google demande une autorisation que vous n’avez pas donnée, ou cet onglet est protégé contre vous. Ouvrez le menu Encaisse, acceptez, et recommencez.',
      en: 'Google asks for an authorisation you have not given, or this tab is protected from you. Open the Encaisse menu, accept, and try again.',
    },
  ],
  [
    /outside the sheet|getUi/i,
    {
      fr: 'Cette fonction ne s’appelle que depuis la feuille\u202f: rien n’a été fait.',
      en: 'This function can only be called from the sheet: nothing was done.',
    },
  ],
  [
    /no document lock/i,
    {
      fr: 'Cette feuille ne peut pas être réservée le temps de l’opération\u202f: rien n’a été fait.',
      en: 'This sheet cannot be reserved for the time of the operation: nothing was done.',
    },
  ],
  [
    /there is no tab/i,
    {
      fr: 'Il manque un onglet au registre\u202f: lancez «\u202fMettre en place\u202f», qui le recrée sans rien effacer.',
      en: 'The register lacks a tab: run “Set up”, which makes it again and erases nothing.',
    },
  ],
];

const OTHERWISE: Words = {
  fr: 'Google a interrompu l’opération. Vous pouvez recommencer\u202f: ce qui était commencé est repris, rien n’est fait deux fois.',
  en: 'Google interrupted the operation. You may try again: what was begun is taken up, nothing is done twice.',
};

/** What a person is told about an error nobody foresaw. */
export function mishapWords(error: unknown): Words {
  const message = error instanceof Error ? error.message : '';
  return KINDS.find(([pattern]) => pattern.test(message))?.[1] ?? OTHERWISE;
}
