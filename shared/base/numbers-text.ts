/** Numbers, amounts and days as a person reads them in a sentence. (In workbook cells they stay numbers.) */
import { type DayNumber, yearMonthDay } from './civil-date.ts';
import { type Currency, currencyDigits, roundHalfAway } from './money.ts';
import { type Language, NARROW_NO_BREAK_SPACE } from './words.ts';

const MINUS = '\u2212';

const MONTHS: Readonly<Record<Language, readonly string[]>> = {
  fr: [
    'janvier',
    'février',
    'mars',
    'avril',
    'mai',
    'juin',
    'juillet',
    'août',
    'septembre',
    'octobre',
    'novembre',
    'décembre',
  ],
  en: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
};

/** Signs that name one currency only; every other currency is written by its code (CLDR: fr `$US`, en-GB `US$`). */
const SIGNS: Readonly<Record<Language, ReadonlyMap<Currency, string>>> = {
  fr: new Map([
    ['EUR', '€'],
    ['USD', '$US'],
    ['GBP', '£'],
  ]),
  en: new Map([
    ['EUR', '€'],
    ['USD', 'US$'],
    ['GBP', '£'],
  ]),
};

/** `1 234,50 €` in French, `€1,234.50` in English; a currency without a sign of its own by its code. */
export function moneyText(minor: number, currency: Currency, language: Language): string {
  const digits = scaledText(Math.abs(minor), currencyDigits(currency), language);
  const sign = minor < 0 ? MINUS : '';
  const symbol = SIGNS[language].get(currency);
  if (language === 'fr') return sign + digits + NARROW_NO_BREAK_SPACE + (symbol ?? currency);
  return symbol === undefined ? `${sign}${currency}\u00a0${digits}` : sign + symbol + digits;
}

/** `1 234,5` in French, `1,234.5` in English: exactly `decimals` decimals, half rounded away from zero. */
export function numberText(value: number, decimals: number, language: Language): string {
  const scaled = roundHalfAway(value * 10 ** decimals);
  return (scaled < 0 ? MINUS : '') + scaledText(Math.abs(scaled), decimals, language);
}

/** A share between 0 and 1 as `62 %` or `62%`. */
export function percentText(share: number, decimals: number, language: Language): string {
  return `${numberText(share * 100, decimals, language)}${language === 'fr' ? NARROW_NO_BREAK_SPACE : ''}%`;
}

/** `14 mai 2026` and `1er mai 2026` in French, `14 May 2026` in English. */
export function dayText(dayNumber: DayNumber, language: Language): string {
  const { year, month, day } = yearMonthDay(dayNumber);
  const ordinal = language === 'fr' && day === 1 ? '1er' : String(day);
  return `${ordinal} ${MONTHS[language][month - 1]} ${year}`;
}

/** A whole number with its noun: French takes the singular below 2, English for 1 only. */
export function countText(count: number, one: string, many: string, language: Language): string {
  const singular = language === 'fr' ? Math.abs(count) < 2 : count === 1;
  return `${numberText(count, 0, language)} ${singular ? one : many}`;
}

/** @param scaled a whole number of units of the last decimal, not negative */
function scaledText(scaled: number, decimals: number, language: Language): string {
  if (decimals === 0) return grouped(String(scaled), language);
  const text = String(scaled).padStart(decimals + 1, '0');
  const point = text.length - decimals;
  return grouped(text.slice(0, point), language) + (language === 'fr' ? ',' : '.') + text.slice(point);
}

/** Digits in groups of three, from the right. */
function grouped(digits: string, language: Language): string {
  if (digits.length <= 3) return digits;
  const separator = language === 'fr' ? NARROW_NO_BREAK_SPACE : ',';
  let start = digits.length % 3 || 3;
  let text = digits.slice(0, start);
  for (; start < digits.length; start += 3) text += separator + digits.slice(start, start + 3);
  return text;
}
