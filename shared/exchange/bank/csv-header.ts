/** The header row of a bank's CSV: which row it is, and names for its columns by which a person and a profile mean one. */
import { normaliseWord } from '../../register/known-words.ts';
import { amountMinor, frenchDay } from './amounts.ts';
import type { CsvRow } from './csv.ts';

const FEWEST_COLUMNS = 3; // a day, words, an amount

/** The headers trimmed; one that stands again is `Montant (2)`. */
export function namedHeaders(cells: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return cells.map((cell) => {
    const plain = cell.trim().replace(/\s+/g, ' ');
    let name = plain;
    for (let rank = 2; plain !== '' && taken.has(normaliseWord(name)); rank++) name = `${plain} (${rank})`;
    taken.add(normaliseWord(name));
    return name;
  });
}

/** The header row as one text, as the register keeps it. */
export function headersText(cells: readonly string[]): string {
  const names = namedHeaders(cells).map((name) => name.replace(/\|/g, '/'));
  while (names.length > 0 && names[names.length - 1] === '') names.pop();
  return names.join(' | ');
}

/** Whether two header rows are the same, whatever their case and marks. @param texts as `headersText` gives them */
export function sameHeaders(...texts: readonly [string, string]): boolean {
  const [one, other] = texts.map((text) => text.split('|').map(normaliseWord).join('|'));
  return one === other;
}

/** The first row as wide as the widest, which is no movement itself: what stands above is the bank's preamble. Empty where there is none. */
export function likelyHeader(rows: readonly CsvRow[]): readonly string[] {
  const widths = rows.map(({ cells }) => cells.filter((cell) => cell.trim() !== '').length);
  const named = rows.map(({ cells }, index) => (cells.some(isValue) ? 0 : widths[index]));
  const widest = Math.max(0, ...named);
  const isNarrow = widest < FEWEST_COLUMNS || widest < Math.max(0, ...widths) / 2;
  return isNarrow ? [] : namedHeaders(rows[named.indexOf(widest)].cells);
}

/** A header says no day and no amount. */
function isValue(cell: string): boolean {
  const text = cell.trim();
  return text !== '' && (!Number.isNaN(frenchDay(text)) || !Number.isNaN(amountMinor(text, 'EUR', null)));
}
