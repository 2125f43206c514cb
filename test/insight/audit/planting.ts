/** What the plants share: the books they change, and an invoice that no other has used. */
import { type CivilDate, civilDate, dayNumber } from '../../../shared/base/civil-date.ts';
import { decimalText } from '../../../shared/base/money.ts';
import { minorOf } from './minor-of.ts';
import type { Cells } from './read-audit.ts';

export type Books = {
  [Key in 'settings' | 'clients' | 'invoices' | 'lines' | 'payments' | 'journal']: Cells[];
};

/** Changes books in one way, and tells what has to be found: test, then subject. */
export type Plant = (books: Books) => readonly string[];

const taken = new WeakMap<Books, Set<string>>();

export function take(books: Books, invoice: Cells): void {
  const set = taken.get(books) ?? new Set();
  set.add(textOf(invoice, 'number'));
  taken.set(books, set);
}

/** Recent invoices in euros, on their own day, nothing paid, corrected or disputed, that no plant has used: the oldest first. */
export function openInvoices(
  books: Books,
  count: number,
  fits: (row: Cells) => boolean = () => true,
): readonly Cells[] {
  const used = taken.get(books) ?? new Set();
  const settled = new Set([
    ...books.payments.map((row) => textOf(row, 'invoice')),
    ...books.invoices.map((row) => textOf(row, 'corrects')),
  ]);
  return books.invoices
    .filter(
      (row) =>
        row.type === 'invoice' &&
        row.currency === 'EUR' &&
        textOf(row, 'issueDate') >= '2026-10-05' &&
        textOf(row, 'disputedOn') === '' &&
        !settled.has(textOf(row, 'number')) &&
        !used.has(textOf(row, 'number')) &&
        fits(row),
    )
    .slice(0, count);
}

export function oneOf(books: Books, fits?: (row: Cells) => boolean): Cells {
  const [invoice] = openInvoices(books, 1, fits);
  if (invoice === undefined) throw new Error('the sample has no such invoice');
  take(books, invoice);
  return invoice;
}

export function textOf(row: Cells, key: string): string {
  return String(row[key] ?? '');
}

export function change(rows: Cells[], row: Cells, cells: Cells): void {
  rows[rows.indexOf(row)] = { ...row, ...cells };
}

export function later(day: unknown, days: number): CivilDate {
  return civilDate(dayNumber(String(day) as CivilDate) + days);
}

export const kindOf = ({ clients }: Books, row: Cells): string =>
  textOf(clients.find(({ code }) => code === row.client) ?? {}, 'kind');

/** The transfers of November that pay an invoice in euros: those that the chain has. */
export function sealedReceipts({ payments }: { readonly payments: readonly Cells[] }): readonly Cells[] {
  return payments.filter(
    (row) =>
      /^R\d+$/.test(textOf(row, 'id')) &&
      textOf(row, 'date') >= '2026-11-01' &&
      textOf(row, 'invoice') !== '' &&
      row.currency === 'EUR' &&
      row.method === 'transfer' &&
      !textOf(row, 'amount').startsWith('-'),
  );
}

export function pay(books: Books, cells: Cells): void {
  const id = `X${books.payments.filter((row) => textOf(row, 'id').startsWith('X')).length}`;
  books.payments.push({
    id,
    currency: '',
    reference: '',
    appliedOn: '',
    notes: '',
    method: 'transfer',
    client: '',
    invoice: '',
    ...cells,
  });
}

/** An amount moved by some cents. */
export function moved(cell: unknown, minor: number): string {
  return decimalText(minorOf(String(cell), 'EUR') + minor, 'EUR');
}
