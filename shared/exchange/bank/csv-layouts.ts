/** Banks whose CSV has no header row: known by the line that says the account and its balance, which no movement looks like. */
import type { Currency } from '../../base/money.ts';
import { amountMinor, frenchDay } from './amounts.ts';
import type { CsvRow } from './csv.ts';
import type { CsvColumns } from './csv-columns.ts';
import type { BankBalance } from './statement.ts';

export type CsvLayout = {
  readonly columns: CsvColumns;
  readonly rows: readonly CsvRow[]; // of movements
  readonly account: string;
  readonly closing: BankBalance;
};

const NONE = {
  value: -1,
  debit: -1,
  credit: -1,
  direction: -1,
  balance: -1,
  reference: -1,
  currency: -1,
  account: -1,
} as const;

/** @returns null where the rows are of neither layout */
export function layoutOf(rows: readonly CsvRow[], currency: Currency): CsvLayout | null {
  return bnpLayout(rows, currency) ?? lclLayout(rows, currency);
}

/** BNP Paribas: `Compte de chèques;Compte de chèques;****1234;31/10/2026;;1 108,50`, then day, kind, kind, words, amount. */
function bnpLayout(rows: readonly CsvRow[], currency: Currency): CsvLayout | null {
  const [head, ...movements] = rows;
  const cells = head?.cells ?? [];
  const account = cellAt(cells, 2);
  const closing = balanceOf(cellAt(cells, 3), cellAt(cells, 5), currency);
  if (!/^\*+\d{4}$/.test(account) || closing === null) return null;
  return { columns: { ...NONE, date: 0, labels: [1, 2, 3], amount: 4 }, rows: movements, account, closing };
}

/** LCL: day, amount, kind, cheque number, words; the last line is `31/10/2026;1108,50;;01234 123456A`. */
function lclLayout(rows: readonly CsvRow[], currency: Currency): CsvLayout | null {
  const foot = rows[rows.length - 1];
  const cells = foot?.cells ?? [];
  const account = /^(\d{5}) ?(\d{6}[A-Z0-9])$/.exec(cellAt(cells, 3));
  const closing = balanceOf(cellAt(cells, 0), cellAt(cells, 1), currency);
  if (account === null || closing === null || cellAt(cells, 2) !== '') return null;
  return {
    columns: { ...NONE, date: 0, amount: 1, labels: [2, 4, 5], reference: 3 },
    rows: rows.slice(0, -1),
    account: account[1] + account[2],
    closing,
  };
}

function cellAt(cells: readonly string[], index: number): string {
  return (cells[index] ?? '').trim();
}

function balanceOf(day: string, amount: string, currency: Currency): BankBalance | null {
  const balance = { day: frenchDay(day), minor: amountMinor(amount, currency, null) };
  return Number.isNaN(balance.day) || Number.isNaN(balance.minor) ? null : balance;
}
