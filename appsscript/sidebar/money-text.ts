/** Amounts and days as they are shown. */
import { parseCivilDate, weekday, yearMonthDay } from '../../shared/base/civil-date.ts';
import { currencyDigits, isCurrency } from '../../shared/base/money.ts';
import { countText, dayText, moneyText } from '../../shared/base/numbers-text.ts';
import { language } from './say.ts';

/** Digits after the point; two where the code is none we know, as while it is being typed. */
export function digitsOf(currency: string): number {
  return isCurrency(currency) ? currencyDigits(currency) : 2;
}

/** Minor units of a plain decimal text (`12.3` EUR is 1230), exactly; nothing where it has more decimals or is no number. */
export function minorOf(plain: string, currency: string): number | undefined {
  const match = /^(-?)(\d+)(?:\.(\d*))?$/.exec(plain);
  const digits = digitsOf(currency);
  const decimals = (match?.[3] ?? '').replace(/0+$/, '');
  if (!match || decimals.length > digits) return undefined;
  const minor = Number(`${match[2]}${decimals.padEnd(digits, '0')}`);
  if (!Number.isSafeInteger(minor)) return undefined;
  return match[1] === '-' && minor !== 0 ? -minor : minor;
}

/** Minor units as the plain decimal text the script takes. */
export function plainOf(minor: number, currency: string): string {
  const digits = digitsOf(currency);
  const text = String(Math.abs(minor)).padStart(digits + 1, '0');
  const sign = minor < 0 ? '-' : '';
  return digits === 0 ? sign + text : `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

/** `1 234,50 €` of minor units. */
export function shownMinor(minor: number, currency: string): string {
  return isCurrency(currency) ? moneyText(minor, currency, language()) : plainOf(minor, currency);
}

/** `1 234,50 €` of a plain decimal text; what is none is shown as it is. */
export function shownMoney(plain: string, currency: string): string {
  const minor = minorOf(plain, currency);
  return minor === undefined ? plain : shownMinor(minor, currency);
}

/** `25/11/2026` of `2026-11-25` in French, `25 Nov 2026` in English. */
export function shownDay(day: string): string {
  const parsed = parseCivilDate(day.slice(0, 10));
  if (!parsed.ok) return day;
  const parts = yearMonthDay(parsed.value);
  const two = (value: number) => String(value).padStart(2, '0');
  if (language() === 'fr') return `${two(parts.day)}/${two(parts.month)}/${parts.year}`;
  return `${parts.day} ${MONTHS[parts.month - 1]} ${parts.year}`;
}

/** `mercredi 25 novembre 2026` of `2026-11-25`, `Wednesday 25 November 2026`. */
export function longDay(day: string): string {
  const parsed = parseCivilDate(day);
  if (!parsed.ok) return day;
  const names = language() === 'fr' ? FRENCH_DAYS : ENGLISH_DAYS;
  return `${names[weekday(parsed.value) - 1]} ${dayText(parsed.value, language())}`;
}

const FRENCH_DAYS = 'lundi mardi mercredi jeudi vendredi samedi dimanche'.split(' ');
const ENGLISH_DAYS = 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' ');

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** `3 factures`, `1 invoice`. */
export function shownCount(
  count: number,
  fr: readonly [string, string],
  en: readonly [string, string],
): string {
  const [one, many] = language() === 'fr' ? fr : en;
  return countText(count, one, many, language());
}
