/** Days and months, short enough for an axis. */
import { type DayNumber, yearMonthDay } from '../../shared/base/civil-date.ts';
import { dayText } from '../../shared/base/numbers-text.ts';
import { type Language, NO_BREAK_SPACE } from '../../shared/base/words.ts';

const SHORT: Readonly<Record<Language, readonly string[]>> = {
  fr: ['janv.', 'févr.', 'mars', 'avr.', 'mai', 'juin', 'juil.', 'août', 'sept.', 'oct.', 'nov.', 'déc.'],
  en: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
};

/** `oct. 26`, `Oct 26`: the month of a day. */
export function shortMonth(day: DayNumber, language: Language): string {
  const { month, year } = yearMonthDay(day);
  return `${SHORT[language][month - 1]}${NO_BREAK_SPACE}${String(year % 100).padStart(2, '0')}`;
}

/** `21 nov.`, `21 Nov`. */
export function shortDay(day: DayNumber, language: Language): string {
  const { day: ofMonth, month } = yearMonthDay(day);
  return `${ofMonth}${NO_BREAK_SPACE}${SHORT[language][month - 1]}`;
}

/** `octobre 2026`: the month of a day, in a sentence. */
export function monthText(day: DayNumber, language: Language): string {
  return dayText(day, language).replace(/^\S+ /, '');
}
