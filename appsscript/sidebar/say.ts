/** The language the sidebar speaks: every text is written in French and in English where it is used. */
import { type Language, typesetFrench } from '../../shared/base/words.ts';

let spoken: Language = 'fr';

export function speak(language: Language): void {
  spoken = language;
}

export function language(): Language {
  return spoken;
}

/** The text of the language spoken; French gets its narrow no-break spaces. */
export function say(fr: string, en: string): string {
  return spoken === 'fr' ? typesetFrench(fr) : en;
}
