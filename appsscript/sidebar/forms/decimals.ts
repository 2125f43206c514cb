/** Numbers as people type them, as the script takes them (`1234.5`), and as they are shown. */
import { numberText } from '../../../shared/base/numbers-text.ts';
import type { Language } from '../../../shared/base/words.ts';

const SPACES = /[\s\u00a0\u202f\u2009'’]/g;
const GROUPED = /^\d{1,3}(?:[\s\u00a0\u202f\u2009'’]\d{3})+$/;

/**
 * Reads `1 234,56`, `1234.56`, `1.234,56 €`, `1,234.56`. One comma followed by three digits is a decimal comma in French and groups
 * thousands in English; one point is always the decimal point.
 * @returns the plain decimal text, or nothing where the text is no number
 */
export function parseDecimal(text: string, language: Language): string | undefined {
  const bare = text
    .trim()
    .replace(/\s*(?:€|%|EUR)$/i, '')
    .replace(/^€\s*/, '');
  const negative = /^[-−]/.test(bare);
  const parts = splitDecimal(bare.replace(/^[-−+]\s*/, ''), language);
  if (!parts) return undefined;
  const whole = parts.whole.replace(/^0+(?=\d)/, '');
  const number = parts.decimals === '' ? whole : `${whole}.${parts.decimals}`;
  return negative && /[1-9]/.test(number) ? `-${number}` : number;
}

type Parts = { readonly whole: string; readonly decimals: string };

function splitDecimal(text: string, language: Language): Parts | undefined {
  const marks = text.replace(/[^.,]/g, '');
  const last = marks.slice(-1);
  const groups = marks.slice(0, -1);
  if (groups === '' && !(last === ',' && language === 'en' && /^\d{1,3},\d{3}$/.test(text))) {
    const [whole = '', decimals = ''] = last === '' ? [text] : text.split(last);
    return partsOf(whole, decimals);
  }
  if (/^\.+$|^,+$/.test(marks)) return partsOf(text.split(last).join(' '), ''); // 1,234,567
  const at = text.lastIndexOf(last);
  const mark = groups[0];
  if (groups.split('').some((one) => one !== mark) || mark === last) return undefined;
  return partsOf(text.slice(0, at).split(mark).join(' '), text.slice(at + 1));
}

function partsOf(whole: string, decimals: string): Parts | undefined {
  const known = (whole === '' && decimals !== '') || /^\d+$/.test(whole) || GROUPED.test(whole);
  if (!known || !/^\d*$/.test(decimals)) return undefined;
  return { whole: whole === '' ? '0' : whole.replace(SPACES, ''), decimals };
}

/** How many digits stand after the point of a plain decimal text. */
export function decimalsOf(plain: string): number {
  return plain.includes('.') ? plain.length - plain.indexOf('.') - 1 : 0;
}

/** A plain decimal text as it is shown in a field: `1 234,50`. What is no number is shown as it is. */
export function shownDecimal(plain: string, least: number, language: Language): string {
  if (!/^-?\d+(?:\.\d*)?$/.test(plain)) return plain;
  const digits = plain.replace(/[-.]/g, '').length;
  if (digits > 15) return plain;
  const useful = plain.replace(/(\.\d*?)0+$/, '$1').replace(/\.$/, '');
  return numberText(Number(plain), Math.max(least, decimalsOf(useful)), language).replace('−', '-');
}
