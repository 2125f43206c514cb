/** Words that do not belong: threats before their time, the law of firms to a private person, insults. Folded: small letters, no accents. */
import type { Language } from '../../base/words.ts';

type Patterns = Readonly<Record<Language, readonly RegExp[]>>;

/** What only a court, a bailiff or an agency does. */
export const LEGAL_ACTION: Patterns = {
  fr: [
    /\btribuna(?:l|ux)\b/,
    /\bjuridiction\b/,
    /\bhuissier\b/,
    /\bcommissaire de justice\b/,
    /\binjonction\b/,
    /\bassign(?:er|ation|e)\b/,
    /\bsaisi(?:e|r|es|rons)\b(?! (?:cette occasion|l.occasion))/,
    /\bpoursuites?\b/,
    /\bcontentieux\b/,
    /\bvoies? de droit\b/,
    /\b(?:societe|cabinet|agence) de recouvrement\b/,
    /\brecouvrement (?:force|judiciaire)\b/,
    /\bavocat\b/,
  ],
  en: [
    /\bcourts?\b/,
    /\bbailiffs?\b/,
    /\blegal (?:action|proceedings|steps)\b/,
    /\b(?:sue|suing|lawsuit|litigation)\b/,
    /\bdebt collect(?:or|ors|ion)\b/,
    /\bcollection agency\b/,
    /\b(?:our|a) (?:lawyer|solicitor|attorney)s?\b/,
    /\bprosecut/,
  ],
};

/** What comes third and last before that. */
export const LAST_STEP: Patterns = {
  fr: [
    /\bmis(?:e|es)? en demeure\b/,
    /\bmett(?:ons|re) en demeure\b/,
    /\bdernier avis\b/,
    /\bsuspen(?:dre|dons|sion) (?:de )?(?:nos|vos|les) (?:services|livraisons|prestations)\b/,
  ],
  en: [
    /\bformal (?:notice|demand)\b/,
    /\bfinal notice\b/,
    /\bsuspend (?:our|your|all) (?:services|deliveries)\b/,
  ],
};

/** What firms owe for being late, and private persons do not. */
export const FIRM_PENALTIES: Patterns = {
  fr: [
    /\bindemnite forfaitaire\b/,
    /\b40 ?(?:€|euros?)/,
    /\bl\.? ?441-10\b/,
    /\bd\.? ?441-5\b/,
    /\bpenalites? de retard\b/,
    /\bbce\b/,
  ],
  en: [
    /\bfixed (?:recovery charge|compensation|sum)\b/,
    /(?:€ ?40\b|\b40 euros?)/,
    /\bl\.? ?441-10\b/,
    /\bd\.? ?441-5\b/,
    /\blate (?:payment )?(?:fee|penalt)/,
    /\becb\b/,
  ],
};

/** What no collector writes. */
export const INSULTS: Patterns = {
  fr: [
    /\b(?:escroc|escroquerie|voleurs?|malhonnete|mauvais payeur|honteu(?:x|se)|scandaleu(?:x|se)|mauvaise foi|inadmissible|inacceptable)\b/,
  ],
  en: [
    /\b(?:crook|thief|thieves|dishonest|bad payer|shameful|disgraceful|bad faith|unacceptable|outrageous)\b/,
  ],
};

/** @returns the first words of the text that one of the patterns finds, as they stand folded; null where none does */
export function firstFound(
  patterns: Patterns,
  folded: string,
  languages: readonly Language[],
): string | null {
  for (const language of languages) {
    for (const pattern of patterns[language]) {
      const found = pattern.exec(folded);
      if (found) return found[0];
    }
  }
  return null;
}

/** Small letters, plain spaces and apostrophes, no accents: as the patterns are written. */
export function folded(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[\u2019\u02bc]/g, "'")
    .replace(/[\s\u00a0\u202f]+/g, ' ')
    .toLowerCase();
}

const FRENCH_WORDS = [
  'le',
  'les',
  'des',
  'une',
  'vous',
  'nous',
  'votre',
  'notre',
  'pour',
  'avec',
  'est',
  'et',
  'dans',
  'sur',
  'que',
  'cette',
  'ne',
  'pas',
  'bonjour',
  'merci',
];
const ENGLISH_WORDS = [
  'the',
  'you',
  'your',
  'we',
  'our',
  'for',
  'with',
  'is',
  'and',
  'in',
  'this',
  'that',
  'not',
  'have',
  'please',
  'to',
  'of',
  'hello',
  'thank',
  'dear',
];

/** The language of a text by its small words; null where too few of them tell. */
export function languageOfText(text: string): Language | null {
  const words = folded(text).split(/[^a-z]+/);
  const count = (known: readonly string[]): number => words.filter((word) => known.includes(word)).length;
  const french = count(FRENCH_WORDS);
  const english = count(ENGLISH_WORDS);
  if (french + english < 4) return null;
  if (french >= 2 * english) return 'fr';
  return english >= 2 * french ? 'en' : null;
}
