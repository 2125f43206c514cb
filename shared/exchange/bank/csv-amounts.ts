/** The amount of a CSV's row, with its sign: from one column, from a debit and a credit, or from a column that says which of them it is. */
import type { Currency } from '../../base/money.ts';
import { normaliseWord } from '../../register/known-words.ts';
import { amountMinor } from './amounts.ts';
import type { CsvRow } from './csv.ts';
import type { CsvColumns } from './csv-columns.ts';
import { badAmount, bankFault } from './fault.ts';
import type { BankFault } from './statement.ts';

const OUT = ['d', 'db', 'dbit', 'dr', 'debit', 'sortie'];
const IN = ['c', 'cr', 'crdt', 'credit', 'entree'];

/** Minor units, above 0 what came in. A fault, and 0, where the row has two readings or none. */
export function rowMinor(
  { cells, line }: CsvRow,
  columns: CsvColumns,
  currency: Currency,
  faults: BankFault[],
): number {
  const { amount, credit, debit, direction } = columns;
  const cell = (at: number): string => cellAt(cells, at);
  const read = (at: number): number => (cell(at) === '' ? 0 : amountMinor(cell(at), currency, null));
  const [one, out, into] = [read(amount), read(debit), read(credit)];
  const isBoth = out !== 0 && into !== 0;
  const isUnlike = cell(amount) !== '' && out + into !== 0 && Math.abs(one) !== Math.abs(out + into);
  const isNone = [amount, debit, credit].every((at) => cell(at) === '');
  if (Number.isNaN(one + out + into) || isBoth || isUnlike || isNone) {
    faults.push(badAmount(line, [amount, debit, credit].map(cell).join(' ').trim()));
    return 0;
  }
  if (out !== 0) return -Math.abs(out);
  if (into !== 0) return into;
  return direction < 0 || one === 0 ? one : directed(one, cell(direction), line, faults);
}

function directed(minor: number, text: string, line: number, faults: BankFault[]): number {
  const way = wayOf(text);
  if (way < 0) return -Math.abs(minor);
  if (way > 0 && minor > 0) return minor;
  faults.push(badDirection(line, text));
  return 0;
}

/** -1 out, 1 in, 0 neither. */
function wayOf(text: string): -1 | 0 | 1 {
  const plain = text.trim();
  if (plain === '-' || OUT.includes(normaliseWord(plain))) return -1;
  return plain === '+' || IN.includes(normaliseWord(plain)) ? 1 : 0;
}

/**
 * With the column that says debit or credit in every row, where amounts have no sign of their own: known by its cells, whatever its
 * header.
 */
export function withDirection(columns: CsvColumns, rows: readonly CsvRow[]): CsvColumns {
  const { amount, debit, direction } = columns;
  if (amount < 0 || debit >= 0 || direction >= 0 || rows.length === 0) return columns;
  if (rows.some(({ cells }) => /^[-(]|-$/.test(cellAt(cells, amount)))) return columns;
  const width = Math.max(...rows.slice(0, MOST_LOOKED_AT).map(({ cells }) => cells.length));
  for (let at = 0; at < width; at++) {
    const ways = rows.map(({ cells }) => wayOf(cellAt(cells, at)));
    if (ways.every((way) => way !== 0) && ways.includes(-1)) return { ...columns, direction: at };
  }
  return columns;
}

const MOST_LOOKED_AT = 100;

/**
 * The first row whose debit has the other sign than those before, or whose credit is below zero: a reversal, or a bank's own manner, and
 * only a running balance tells.
 * @returns nothing where all signs are one
 */
export function mixedSigns(rows: readonly CsvRow[], columns: CsvColumns): readonly BankFault[] {
  const sign = (cells: readonly string[], at: number): number =>
    Math.sign(amountMinor(cellAt(cells, at), 'EUR', null)) || 0;
  const debits = rows.map(({ cells, line }) => ({ line, sign: sign(cells, columns.debit) }));
  const first = debits.find((one) => one.sign !== 0)?.sign ?? 0;
  const odd = debits.find((one) => one.sign !== 0 && one.sign !== first);
  const negative = rows.find(({ cells }) => sign(cells, columns.credit) < 0);
  const lines = [odd, negative].flatMap((one) => (one ? [one.line] : []));
  return lines.length === 0 ? [] : [badSigns(Math.min(...lines))];
}

function cellAt(cells: readonly string[], at: number): string {
  return at < 0 ? '' : (cells[at] ?? '').trim();
}

function badDirection(line: number, found: string): BankFault {
  return bankFault(
    'bank/direction',
    line,
    `« ${found.slice(0, 40)} » ne dit pas si ce montant est un débit ou un crédit : rien n’est importé. Téléchargez le relevé en OFX ou en CAMT.053, ou indiquez d’autres colonnes.`,
    `“${found.slice(0, 40)}” does not say whether this amount is a debit or a credit: nothing is imported. Download the statement as OFX or CAMT.053, or name other columns.`,
  );
}

function badSigns(line: number): BankFault {
  return bankFault(
    'bank/signs',
    line,
    'Le signe de ce montant se lit de deux façons (débits de signes contraires, ou crédit négatif) et aucun solde ne tranche : rien n’est importé. Téléchargez le relevé en OFX ou en CAMT.053.',
    'The sign of this amount has two readings (debits of opposite signs, or a credit below zero) and no balance tells which: nothing is imported. Download the statement as OFX or CAMT.053.',
  );
}
