/**
 * A bank's CSV: a preamble, a header row, movements newest or oldest first. What it does not say (its account, its balances) stays
 * unknown; a column of running balances must add up row by row, and then proves the file.
 */
import { type Currency, isCurrency } from '../../base/money.ts';
import type { DayOrder } from '../../register/addon-tables.ts';
import { amountMinor, frenchDay } from './amounts.ts';
import { mixedSigns, rowMinor, withDirection } from './csv-amounts.ts';
import { type Balanced, withBalances } from './csv-balances.ts';
import { type CsvColumns, type CsvProfile, columnsOf, profileColumns } from './csv-columns.ts';
import { dayInOrder, dayOrderOf } from './csv-days.ts';
import { headersText, sameHeaders } from './csv-header.ts';
import { layoutOf } from './csv-layouts.ts';
import { badCurrency, badDay, bankFault } from './fault.ts';
import type { KeptProfile } from './kept-profiles.ts';
import type { BankFault, ReadStatements } from './statement.ts';

/** A row as a reader of CSV hands it over. */
export type CsvRow = { readonly line: number; readonly cells: readonly string[] };

const MOST_PREAMBLE = 40;

/** What is known of a CSV before it is read. */
export type CsvReading = {
  readonly currency: Currency; // of the register: a bank's CSV seldom says its own
  readonly profile: CsvProfile | null; // its columns, where somebody has just named them
  readonly kept: readonly KeptProfile[]; // of files read before
};

/** A profile somebody named goes before one the register keeps for this header, and that before the words banks are known to use. */
export function readBankCsv(rows: readonly CsvRow[], reading: CsvReading): ReadStatements {
  const { currency, profile } = reading;
  const found = findHeader(rows.slice(0, MOST_PREAMBLE), reading);
  if (found === null) return profile === null ? withoutHeader(rows, currency) : refusedColumns(profile);
  const moved = rows.slice(found.at + 1).filter((row) => isMovement(row, found.columns));
  const columns = withDirection(found.columns, moved);
  const order =
    found.dayOrder ??
    dayOrderOf(
      rows[found.at].cells,
      moved.map(({ cells }) => cells[columns.date] ?? ''),
    );
  if (order === null) return { ok: false, faults: [twoDayOrders(moved[0].line)] };
  const faults: BankFault[] = [];
  const read = moved.map((row) => movementOf(row, columns, { currency, order }, faults));
  if (faults.length > 0) return { ok: false, faults };
  const preamble = rows.slice(0, found.at);
  const statements = byAccount(read).map((own) => withBalances(own, preamble, currency, faults));
  if (statements.some(({ opening }) => opening === null)) faults.push(...mixedSigns(moved, columns));
  const header = { headers: headersText(rows[found.at].cells), keptAs: found.keptAs };
  return faults.length > 0 ? { ok: false, faults } : { ok: true, statements, header };
}

type FoundHeader = {
  readonly at: number;
  readonly columns: CsvColumns;
  readonly dayOrder: DayOrder | null; // as a profile says
  readonly keptAs: string; // the name of a kept profile; empty: none
};

function findHeader(rows: readonly CsvRow[], { kept, profile }: CsvReading): FoundHeader | null {
  if (profile !== null) return headerBy(rows, (cells) => byProfile(cells, profile, ''));
  return (
    headerBy(rows, (cells) => byKept(cells, kept)) ??
    headerBy(rows, (cells) => {
      const columns = columnsOf(cells);
      return columns && { columns, dayOrder: null, keptAs: '' };
    })
  );
}

type Columned = Omit<FoundHeader, 'at'>;

function headerBy(
  rows: readonly CsvRow[],
  read: (cells: readonly string[]) => Columned | null,
): FoundHeader | null {
  for (const [at, { cells }] of rows.entries()) {
    const found = read(cells);
    if (found !== null) return { at, ...found };
  }
  return null;
}

function byProfile(cells: readonly string[], profile: CsvProfile, keptAs: string): Columned | null {
  const columns = profileColumns(cells, profile);
  return columns && { columns, dayOrder: profile.dayOrder ?? 'dmy', keptAs };
}

/** Of several for one header the one written last. */
function byKept(cells: readonly string[], kept: readonly KeptProfile[]): Columned | null {
  const own = kept.filter(({ headers }) => sameHeaders(headers, headersText(cells)));
  const last = own[own.length - 1];
  return last ? byProfile(cells, last.profile, last.name) : null;
}

function isMovement({ cells }: CsvRow, columns: CsvColumns): boolean {
  return cells.some((cell) => cell.trim() !== '') && !isFooter(cells, columns);
}

function withoutHeader(rows: readonly CsvRow[], currency: Currency): ReadStatements {
  const layout = layoutOf(rows, currency);
  if (layout === null) return refusedColumns(null);
  const faults: BankFault[] = [];
  const moved = layout.rows.filter((row) => isMovement(row, layout.columns));
  const read = moved.map((row) => movementOf(row, layout.columns, { currency, order: 'dmy' }, faults));
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
  row: CsvRow,
  columns: CsvColumns,
  { currency, order }: { readonly currency: Currency; readonly order: DayOrder },
  faults: BankFault[],
): Balanced {
  const { cells, line } = row;
  const cell = (at: number): string => (at < 0 ? '' : (cells[at] ?? '').trim());
  const day = dayInOrder(cell(columns.date), order);
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
      valueDay: Number.isNaN(dayInOrder(value, order)) ? null : dayInOrder(value, order),
      minor: rowMinor(row, columns, currency, faults),
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

function twoDayOrders(line: number): BankFault {
  return bankFault(
    'bank/days',
    line,
    'Les dates de ce fichier se lisent jour/mois ou mois/jour, et rien ne dit lequel : rien n’est importé. Indiquez les colonnes et l’ordre des dates.',
    'The days of this file may be day/month or month/day, and nothing says which: nothing is imported. Name the columns and the order of the days.',
  );
}
