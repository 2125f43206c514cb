/** French and English: every text a person reads exists in both. French stands first. */
export const LANGUAGES = ['fr', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** One text in both languages. */
export type Words = { readonly fr: string; readonly en: string };

/** The language of a locale such as `fr_FR` or `en-GB`; French where it names neither. */
export function languageOf(locale: string): Language {
  return /^en\b|^en[_-]/i.test(locale) ? 'en' : 'fr';
}

/** French puts a narrow no-break space in numbers and before `€ % ; : ! ?`. */
export const NARROW_NO_BREAK_SPACE = '\u202f';
export const NO_BREAK_SPACE = '\u00a0';

/** French written with plain spaces, as it is set: a narrow no-break space before `; : ! ? % €` and inside « ». */
export function typesetFrench(text: string): string {
  return text
    .replace(/ ([;:!?%€»])/g, `${NARROW_NO_BREAK_SPACE}$1`)
    .replace(/« /g, `«${NARROW_NO_BREAK_SPACE}`);
}
