/**
 * What becomes of a value that is put into a cell, by a user who types it or by `setValues`: texts that look like a number,
 * a day or a formula are taken for one, unless the cell is formatted as text (`@`).
 */
import { serialOfInstant } from './sheet-dates.ts';
import type { CellValue } from './spreadsheet.ts';

/** What a cell is given: its value, a formula, and the format it takes on if it had none. */
export type Entered = {
  readonly value: CellValue;
  readonly formula: string | null;
  readonly format: string | null;
};

export type CellPlace = { readonly locale: string; readonly timeZone: string; readonly format: string };

const TEXT_FORMAT = '@';
export const DAY_FORMAT = 'yyyy-mm-dd';

/** Whether a number format shows a day or a time. */
export function isDateFormat(format: string): boolean {
  return (
    /[ydhs]|m{1,5}/i.test(format.replace(/"[^"]*"|\\.|\[[^\]]*\]|[Gg]eneral/g, '')) && !/[#0?]/.test(format)
  );
}

export function entered(value: unknown, place: CellPlace): Entered {
  if (value === null || value === undefined || value === '') return plain(null);
  if (value instanceof Date) {
    const format = isDateFormat(place.format) ? null : DAY_FORMAT;
    return { value: serialOfInstant(value.getTime(), place.timeZone), formula: null, format };
  }
  if (typeof value === 'boolean') return plain(value);
  if (typeof value === 'number') return enteredNumber(value, place);
  if (typeof value === 'string') return enteredText(value, place);
  throw new Error(`NotEmulated: a cell given ${Object.prototype.toString.call(value)}`);
}

function enteredNumber(value: number, place: CellPlace): Entered {
  if (!Number.isFinite(value)) return plain('#NUM!');
  return plain(place.format === TEXT_FORMAT ? String(value) : value);
}

/** A leading apostrophe is never part of the text: it says that what follows is one. */
function enteredText(text: string, place: CellPlace): Entered {
  if (text.startsWith("'")) return plain(text.slice(1));
  if (text.startsWith('=') && text.length > 1) return { value: '#NAME?', formula: text, format: null };
  if (place.format === TEXT_FORMAT) return plain(text);
  const trimmed = text.trim();
  if (/^(true|vrai)$/i.test(trimmed)) return plain(true);
  if (/^(false|faux)$/i.test(trimmed)) return plain(false);
  return numberIn(trimmed, place) ?? dayIn(trimmed, place) ?? plain(text);
}

function numberIn(text: string, { locale }: CellPlace): Entered | null {
  const comma = /^(fr|de|es|it|pt|nl|pl)/.test(locale);
  const bare = comma
    ? text.replace(/(\d)[\s\u00a0\u202f](?=\d{3})/g, '$1').replace(',', '.')
    : text.replace(/(\d),(?=\d{3})/g, '$1');
  if (comma && text.includes('.')) return null;
  const match = /^([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)\s?(%|€)?$/i.exec(bare);
  if (!match) return null;
  const number = Number(match[1]);
  if (match[2] === '%') return { value: number / 100, formula: null, format: '0%' };
  return { value: number, formula: null, format: match[2] === '€' ? '#,##0.00 "€"' : null };
}

function dayIn(text: string, { locale }: CellPlace): Entered | null {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  if (iso) return day(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const local = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text);
  if (!local) return null;
  const [first, second, year] = [Number(local[1]), Number(local[2]), Number(local[3])];
  return locale === 'en_US' ? day(year, first, second) : day(year, second, first);
}

function day(year: number, month: number, dayOfMonth: number): Entered | null {
  const millis = Date.UTC(year, month - 1, dayOfMonth);
  const date = new Date(millis);
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== dayOfMonth) return null;
  return { value: serialOfInstant(millis, 'UTC'), formula: null, format: DAY_FORMAT };
}

function plain(value: CellValue): Entered {
  return { value, formula: null, format: null };
}
