/** One cell to a word of a closed list: a choice, a currency. */
import { CURRENCY_SIGNS } from '../base/currencies.ts';
import { type Currency, isCurrency } from '../base/money.ts';
import type { Cell } from '../base/problem.ts';
import { ok, type Result, refuse } from '../base/result.ts';
import { isFormulaError, readText } from './cells.ts';
import { type KnownWords, knownWords } from './known-words.ts';
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
  const key = choiceWords(choices)(text);
  return key === undefined ? refuse('choice/unknown') : ok(key);
}

const CHOICE_WORDS = new WeakMap<readonly Choice[], KnownWords<string>>();

/** Kept by list: a sheet asks the same few lists for each of its rows. */
function choiceWords(choices: readonly Choice[]): KnownWords<string> {
  const words = CHOICE_WORDS.get(choices) ?? knownWords(choices.map(({ key, words }) => [key, words]));
  CHOICE_WORDS.set(choices, words);
  return words;
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
