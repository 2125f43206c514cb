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

/** A step as a sentence begins with it. */
export function stepName(step: Step): Words {
  if (isNotice(step)) return { fr: 'Avis avant échéance', en: 'Notice before the due date' };
  if (isFormalNotice(step)) {
    return { fr: `Mise en demeure (niveau ${step.level})`, en: `Formal notice (level ${step.level})` };
  }
  return step.level < 1 ? { fr: 'Premier message', en: 'First message' } : levelName(step.level);
}

function levelName(level: number): Words {
  return { fr: `Niveau ${level}`, en: `Level ${level}` };
}

/** French makes what is said of a formal notice feminine. */
export function agreeing(step: Step | null, masculine: string): string {
  return step && isFormalNotice(step) ? `${masculine}e` : masculine;
}

/** `niveau 2 envoyé le 2 mai 2026` @param step null: a level that the calendar does not have */
export function sentLevel(step: Step | null, level: number, on: DayNumber): Words {
  const name = lowerCase(step ? stepName(step) : levelName(level));
  return {
    fr: `${name.fr} ${agreeing(step, 'envoyé')} le ${day(on).fr}`,
    en: `${name.en} sent on ${day(on).en}`,
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
