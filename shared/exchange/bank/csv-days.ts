/** Whether day or month stands first in the days of a CSV: as its figures or its language tell, or nobody can. */
import type { DayNumber } from '../../base/civil-date.ts';
import type { DayOrder } from '../../register/addon-tables.ts';
import { frenchDay } from './amounts.ts';
import { headWord } from './csv-columns.ts';

/** Words that only a French bank heads a column with. */
const FRENCH =
  /libelle|montant|solde|operation|dateop|valeur|devise|compta|intitule|nature|motif|tiers|sortie|entree|somme/;

const FIGURES = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{2}|\d{4})$/;

/**
 * French banks write the day first. A file with English headers says it by a figure above 12, or not at all.
 * @param days as the file writes them  @returns null where they have two readings
 */
export function dayOrderOf(headers: readonly string[], days: readonly string[]): DayOrder | null {
  if (headers.some((header) => FRENCH.test(headWord(header)) || /[éèàç]/i.test(header))) return 'dmy';
  const figures = days.flatMap((day) => {
    const match = FIGURES.exec(day.trim());
    return match ? [{ first: Number(match[1]), second: Number(match[3]), isDotted: match[2] === '.' }] : [];
  });
  if (figures.every(({ isDotted }) => isDotted)) return 'dmy'; // ISO 8601, or points, which no American writes
  if (figures.some(({ first }) => first > 12)) return 'dmy';
  return figures.some(({ second }) => second > 12) ? 'mdy' : null;
}

/** NaN where it is no day of the calendar. */
export function dayInOrder(text: string, order: DayOrder): DayNumber {
  const turned = text.trim().replace(FIGURES, '$3$2$1$2$4');
  return frenchDay(order === 'mdy' ? turned : text);
}
