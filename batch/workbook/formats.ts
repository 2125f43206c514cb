/** Number formats of cells. Excel shows their `,` and `.` as the separators of its own language. */
import { type Currency, currencyDigits } from '../../shared/base/money.ts';
import { moneyText } from '../../shared/base/numbers-text.ts';
import type { Language } from '../../shared/base/words.ts';

export const WHOLE_FORMAT = '#,##0';
export const ORDINAL_FORMAT = '0';
export const DAYS_FORMAT = '#,##0.0';
export const SHARE_FORMAT = '0.0%';
export const TEXT_FORMAT = '@';

/** Amounts in tables, where the title names the currency; nothing is a dash. */
export function amountFormat(currency: Currency): string {
  const amount = decimalsFormat(currencyDigits(currency));
  return `${amount};-${amount};"–"`;
}

/** Amounts with the currency's sign, before or behind as the language has it. */
export function moneyFormat(currency: Currency, language: Language, digits: number): string {
  const sides = /^(\D*)[\d.,]+(\D*)$/.exec(moneyText(0, currency, language));
  return quoted(sides?.[1] ?? '') + decimalsFormat(digits) + quoted(sides?.[2] ?? '');
}

/** `1 234.50` with these decimals. */
export function decimalsFormat(digits: number): string {
  return digits === 0 ? WHOLE_FORMAT : `${WHOLE_FORMAT}.${'0'.repeat(digits)}`;
}

/**
 * A rise or a fall since an earlier day: `▲ +1 250 € sur 7 jours`, `= sur 7 jours`.
 * @param amount format of its size   @param since text behind it
 */
export function changeFormat(amount: string, since: string): string {
  const behind = quoted(since);
  return `"▲ +"${amount}${behind};"▼ −"${amount}${behind};"="${behind}`;
}

/** Text inside a number format. */
export function quoted(text: string): string {
  return text === '' ? '' : `"${text.replaceAll('"', '')}"`;
}

export function dayFormat(language: Language): string {
  return language === 'fr' ? 'dd/mm/yyyy' : 'd mmm yyyy';
}

/** The month's name in the report's language, whatever Excel itself speaks (LCID 40C: French, 809: English). */
export function monthFormat(language: Language, year: 'yy' | 'yyyy'): string {
  return `[$-${language === 'fr' ? '40C' : '809'}]mmm\\ ${year}`;
}
