/**
 * A bank's CSV: a preamble, a header row, movements newest or oldest first. What it does not say (its account, its balances) stays
 * unknown; a column of running balances must add up row by row, and then proves the file.
 */
import { type Currency, isCurrency } from '../../base/money.ts';
import { amountMinor, frenchDay } from './amounts.ts';
import { type Balanced, withBalances } from './csv-balances.ts';
import { type CsvColumns, type CsvProfile, columnsOf, profileColumns } from './csv-columns.ts';
import { layoutOf } from './csv-layouts.ts';
import { badAmount, badCurrency, badDay, bankFault } from './fault.ts';
import type { BankFault, ReadStatements } from './statement.ts';

/** A row as a reader of CSV hands it over. */
export type CsvRow = { readonly line: number; readonly cells: readonly string[] };

const MOST_PREAMBLE = 40;

/** @param currency of the register: a bank's CSV seldom says its own */
export function readBankCsv(
  rows: readonly CsvRow[],
  currency: Currency,
  profile: CsvProfile | null,
): ReadStatements {
  const find = (cells: readonly string[]): CsvColumns | null =>
    profile === null ? columnsOf(cells) : profileColumns(cells, profile);
  const header = rows.slice(0, MOST_PREAMBLE).findIndex(({ cells }) => find(cells) !== null);
  const columns = header < 0 ? null : find(rows[header].cells);
  if (columns === null) return profile === null ? withoutHeader(rows, currency) : refusedColumns(profile);
  const faults: BankFault[] = [];
  const read = movementsIn(rows.slice(header + 1), columns, currency, faults);
  if (faults.length > 0) return { ok: false, faults };
  const preamble = rows.slice(0, header);
  const statements = byAccount(read).map((own) => withBalances(own, preamble, currency, faults));
  return faults.length > 0 ? { ok: false, faults } : { ok: true, statements };
}

function movementsIn(
  rows: readonly CsvRow[],
  columns: CsvColumns,
  currency: Currency,
  faults: BankFault[],
): readonly Balanced[] {
  return rows
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== '') && !isFooter(cells, columns))
    .map((row) => movementOf(row, columns, currency, faults));
}

function withoutHeader(rows: readonly CsvRow[], currency: Currency): ReadStatements {
  const layout = layoutOf(rows, currency);
  if (layout === null) return refusedColumns(null);
  const faults: BankFault[] = [];
  const read = movementsIn(layout.rows, layout.columns, currency, faults);
  if (faults.length > 0) return { ok: false, faults };
  const { account, closing } = layout;
  const movements = read.map(({ movement }) => movement);
  return { ok: true, statements: [{ account, currency, opening: null, closing, movements }] };
}

function refusedColumns(profile: CsvProfile | null): ReadStatements {
  return { ok: false, faults: [noColumns(profile !== null)] };
}

/** One list for each account that a column names, in the order of the file; one where none does, or the file has no movement. */
function byAccount(rows: readonly Balanced[]): readonly (readonly Balanced[])[] {
  const groups = new Map<string, Balanced[]>();
  for (const row of rows) {
    const group = groups.get(row.account);
    if (group) group.push(row);
    else groups.set(row.account, [row]);
  }
  return groups.size === 0 ? [[]] : Array.from(groups.values());
}

/** A last line such as `Solde au 31/10/2026` has no day of its own. */
function isFooter(cells: readonly string[], columns: CsvColumns): boolean {
  return /^\s*(total|solde)/i.test(cells[0] ?? '') && Number.isNaN(frenchDay(cells[columns.date] ?? ''));
}

function movementOf(
  { cells, line }: CsvRow,
  columns: CsvColumns,
  currency: Currency,
  faults: BankFault[],
): Balanced {
  const cell = (at: number): string => (at < 0 ? '' : (cells[at] ?? '').trim());
  const day = frenchDay(cell(columns.date));
  if (Number.isNaN(day)) faults.push(badDay(line, cell(columns.date)));
  const value = cell(columns.value);
  const written = cell(columns.currency);
  if (written !== '' && (!isCurrency(written) || written !== currency))
    faults.push(badCurrency(line, written));
  const balance = cell(columns.balance);
  const labels = columns.labels.map(cell).filter((text) => text !== '');
  return {
    movement: {
      day,
      valueDay: value === '' || Number.isNaN(frenchDay(value)) ? null : frenchDay(value),
      minor: minorOf(cell, columns, currency, line, faults),
      label: Array.from(new Set(labels)).join(' ').replace(/\s+/g, ' '),
      payer: '',
      payerIban: '',
      reference: cell(columns.reference),
      bankId: '',
      line,
    },
    balance: balance === '' ? null : amountMinor(balance, currency, null),
    account: cell(columns.account).replace(/\s/g, ''),
  };
}

/** One signed column; or a debit, whatever its sign, and a credit, one of them empty or zero. */
function minorOf(
  cell: (at: number) => string,
  { amount, credit, debit }: CsvColumns,
  currency: Currency,
  line: number,
  faults: BankFault[],
): number {
  const read = (at: number): number => (cell(at) === '' ? 0 : amountMinor(cell(at), currency, null));
  const isOne = amount >= 0 && cell(amount) !== '';
  const [out, into] = isOne ? [0, read(amount)] : [read(debit), read(credit)];
  const isBoth = out !== 0 && into !== 0;
  const isNone = !isOne && cell(debit) === '' && cell(credit) === '';
  if (!Number.isNaN(out + into) && !isBoth && !isNone) return out === 0 ? into : -Math.abs(out);
  faults.push(badAmount(line, isOne ? cell(amount) : `${cell(debit)} ${cell(credit)}`.trim()));
  return 0;
}

function noColumns(hasProfile: boolean): BankFault {
  return hasProfile
    ? bankFault(
        'bank/profile',
        0,
        'Le profil ne correspond pas aux colonnes de ce fichier : rien n’est importé.',
        'The profile does not fit this file’s columns: nothing is imported.',
      )
    : bankFault(
        'bank/columns',
        0,
        'Aucune ligne d’en-tête connue (date, libellé, montant ou débit et crédit) : rien n’est importé. Donnez un profil qui nomme les colonnes.',
        'No header row is known (date, label, amount or debit and credit): nothing is imported. Give a profile that names the columns.',
      );
}
