/** Phrases: the small pieces of dunning sentences, in French and English. */
import type { DayNumber } from '../base/civil-date.ts';
import { countText, dayText, moneyText } from '../base/numbers-text.ts';
import { NARROW_NO_BREAK_SPACE, type Words } from '../base/words.ts';
import { nextHalfYear } from '../law/half-year-rates.ts';
import { isFormalNotice, isNotice, type Step } from './calendar.ts';

/** French sets a narrow space before `:` and `;`. */
export const COLON = `${NARROW_NO_BREAK_SPACE}:`;
export const SEMICOLON = `${NARROW_NO_BREAK_SPACE};`;

export function day(dayNumber: DayNumber): Words {
  return { fr: dayText(dayNumber, 'fr'), en: dayText(dayNumber, 'en') };
}

export function amount(minor: number, currency: string): Words {
  return { fr: moneyText(minor, currency, 'fr'), en: moneyText(minor, currency, 'en') };
}

export function days(count: number): Words {
  return { fr: countText(count, 'jour', 'jours', 'fr'), en: countText(count, 'day', 'days', 'en') };
}

/** `aujourd’hui`, `hier`, `il y a 6 jours` */
export function ago(count: number): Words {
  if (count === 0) return { fr: 'aujourd’hui', en: 'today' };
  if (count === 1) return { fr: 'hier', en: 'yesterday' };
  return { fr: `il y a ${days(count).fr}`, en: `${days(count).en} ago` };
}

/** A step as a cell or a sentence begins with it; French sets what is said of it in its gender. */
export type StepWords = Words & { readonly isFeminine: boolean };

/** `Relance 2`, `Appel (niveau 3)`, `Mise en demeure`: the same words in the sheet, the sidebar and the report. */
export function stepWords(step: Step): StepWords {
  const { channel, level } = step;
  if (isNotice(step)) {
    return { fr: 'Avis avant échéance', en: 'Notice before the due date', isFeminine: false };
  }
  if (isFormalNotice(step)) return { fr: 'Mise en demeure', en: 'Formal notice', isFeminine: true };
  if (channel === 'call')
    return { fr: `Appel (niveau ${level})`, en: `Call (level ${level})`, isFeminine: false };
  if (level < 1) return { fr: 'Premier message', en: 'First message', isFeminine: false };
  return reminderWords(level);
}

function reminderWords(level: number): StepWords {
  return { fr: `Relance ${level}`, en: `Reminder ${level}`, isFeminine: true };
}

export function agreeing(isFeminine: boolean, masculine: string): string {
  return isFeminine ? `${masculine}e` : masculine;
}

/** `relance 2 envoyée le 2 mai 2026`, `appel (niveau 3) passé le 2 mai 2026` @param step null: a level that the calendar does not have */
export function sentLevel(step: Step | null, level: number, on: DayNumber): Words {
  const words = step ? stepWords(step) : reminderWords(level);
  const name = lowerCase(words);
  const isCall = step !== null && step.channel === 'call' && !isNotice(step);
  return {
    fr: `${name.fr} ${agreeing(words.isFeminine, isCall ? 'passé' : 'envoyé')} le ${day(on).fr}`,
    en: `${name.en} ${isCall ? 'made' : 'sent'} on ${day(on).en}`,
  };
}

/** Words within a sentence. */
export function lowerCase({ fr, en }: Words): Words {
  const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
  return { fr: lower(fr), en: lower(en) };
}

/** Words at the beginning of a sentence. */
export function capitalised({ fr, en }: Words): Words {
  const upper = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
  return { fr: upper(fr), en: upper(en) };
}

/** `du 1er juillet 2026 au 31 décembre 2026` */
export function halfYearName(halfYear: DayNumber): Words {
  const last = day(nextHalfYear(halfYear) - 1);
  return { fr: `du ${day(halfYear).fr} au ${last.fr}`, en: `from ${day(halfYear).en} to ${last.en}` };
}
