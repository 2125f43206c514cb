/** One cell to a word of a closed list: a choice, a currency. */
import { CURRENCY_SIGNS } from '../base/currencies.ts';
import { type Currency, isCurrency } from '../base/money.ts';
import type { Cell } from '../base/problem.ts';
import { ok, type Result, refuse } from '../base/result.ts';
import { isFormulaError, readText } from './cells.ts';
import { normaliseWord } from './headers.ts';
import type { Choice } from './tables.ts';

const LONGEST_WORD = 60;

/** The key of the choice a cell names by key, French or English word; case, accents, spaces and hyphens do not count. */
export function readChoice(
  cell: Cell,
  choices: readonly Choice[],
): Result<string, 'choice/unknown' | 'cell/formula-error'> {
  if (isFormulaError(cell)) return refuse('cell/formula-error');
  const text = readText(cell);
  if (text.length > LONGEST_WORD) return refuse('choice/unknown');
  const keys = keysByWord(choices);
  const key = keys.get(text) ?? keys.get(normaliseWord(text));
  return key === undefined ? refuse('choice/unknown') : ok(key);
}

const KEYS_BY_WORD = new WeakMap<readonly Choice[], ReadonlyMap<string, string>>();

/** Kept by list: a sheet asks the same few lists for each of its rows. */
function keysByWord(choices: readonly Choice[]): ReadonlyMap<string, string> {
  const known = KEYS_BY_WORD.get(choices);
  if (known) return known;
  const keys = new Map(
    choices.flatMap(({ key, words }) =>
      [key, words.fr, words.en].flatMap((word) => [
        [word, key] as const,
        [normaliseWord(word), key] as const,
      ]),
    ),
  );
  KEYS_BY_WORD.set(choices, keys);
  return keys;
}

/** The currency of a cell: an ISO 4217 code in any case, or a sign that stands for one currency only (`€`, not `$`). */
export function readCurrency(cell: Cell): Result<Currency, 'currency/unknown' | 'cell/formula-error'> {
  if (isFormulaError(cell)) return refuse('cell/formula-error');
  const text = readText(cell);
  const meant = CURRENCY_SIGNS.get(text);
  if (meant) return meant.length === 1 ? ok(meant[0]) : refuse('currency/unknown');
  const code = currencyOfCode(text);
  return code === null ? refuse('currency/unknown') : ok(code);
}

/** The currency of an ISO 4217 code in any case. Other letters than A to Z, some of which have an S or a K as capital, are none. */
export function currencyOfCode(text: string): Currency | null {
  const code = /^[A-Za-z]{3}$/.test(text) ? text.toUpperCase() : '';
  return isCurrency(code) ? code : null;
}
