/** Numbers and days as a sheet shows them: number formats by the sheet's locale. */
import { instantOfSerial } from '../sheet-dates.ts';
import type { CellValue } from '../spreadsheet.ts';
import { isDateFormat } from '../typed-values.ts';

/** A cell's text on the screen. @param format a number format, `#,##0.00`; empty: by the value alone */
export function shownText(value: CellValue, format: string, locale: string): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return booleanText(value, locale);
  if (typeof value === 'string') return value;
  if (isDateFormat(format)) return dayText(value, format);
  if (format === '' || format === 'General' || format === '@') return plainNumber(value, locale);
  return patternText(value, format, locale);
}

/** A cell's text as one would type it again. */
export function entryText(value: CellValue, format: string, locale: string): string {
  if (value === null) return '';
  if (typeof value === 'number' && isDateFormat(format)) return dayText(value, format);
  if (typeof value === 'number') return plainNumber(value, locale);
  return typeof value === 'boolean' ? booleanText(value, locale) : value;
}

function booleanText(value: boolean, locale: string): string {
  if (locale.startsWith('fr')) return value ? 'VRAI' : 'FAUX';
  return value ? 'TRUE' : 'FALSE';
}

function plainNumber(value: number, locale: string): string {
  const text = String(Number(value.toPrecision(15)));
  return usesComma(locale) ? text.replace('.', ',') : text;
}

function usesComma(locale: string): boolean {
  return /^(fr|de|es|it|pt|nl|pl)/.test(locale);
}

const two = (number: number): string => String(number).padStart(2, '0');

function dayText(serial: number, format: string): string {
  const at = new Date(instantOfSerial(serial, 'UTC'));
  return format.replace(/yyyy|yy|mm|m|dd|d|hh|ss/gi, (token, place: number) => {
    switch (token.toLowerCase()) {
      case 'yyyy':
        return String(at.getUTCFullYear());
      case 'yy':
        return two(at.getUTCFullYear() % 100);
      case 'mm':
        return two(/h[^a-z]?$/i.test(format.slice(0, place)) ? at.getUTCMinutes() : at.getUTCMonth() + 1);
      case 'm':
        return String(at.getUTCMonth() + 1);
      case 'dd':
        return two(at.getUTCDate());
      case 'd':
        return String(at.getUTCDate());
      case 'hh':
        return two(at.getUTCHours());
      default:
        return two(at.getUTCSeconds());
    }
  });
}

/** Digits by the pattern's `0` and `#`, everything around them as it stands. */
function patternText(value: number, format: string, locale: string): string {
  const [positive = '', negative] = format.split(';');
  const pattern = value < 0 && negative !== undefined ? negative : positive;
  const digits = /[#0,]*[#0](?:\.([#0]+))?/.exec(pattern);
  if (!digits) return literal(pattern);
  const percent = pattern.includes('%');
  const decimals = digits[1] ?? '';
  const text = Math.abs(percent ? value * 100 : value).toLocaleString(locale.replace('_', '-'), {
    useGrouping: digits[0].includes(','),
    minimumFractionDigits: decimals.replace(/#/g, '').length,
    maximumFractionDigits: decimals.length,
  });
  const sign = value < 0 && negative === undefined && /[1-9]/.test(text) ? '-' : '';
  const before = literal(pattern.slice(0, digits.index));
  return `${before}${sign}${text}${literal(pattern.slice(digits.index + digits[0].length))}`;
}

function literal(pattern: string): string {
  return pattern.replace(
    /"([^"]*)"|\\(.)|\[[^\]]*\]/g,
    (_, quoted?: string, escaped?: string) => quoted ?? escaped ?? '',
  );
}
