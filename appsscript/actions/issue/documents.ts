/** The printed documents: one PDF a number, named by its seal, made once. */
import { serialOfDay } from '../../../shared/base/civil-date.ts';
import type { Cell } from '../../../shared/base/problem.ts';
import { documentOf } from '../../../shared/invoicing/document.ts';
import { readText } from '../../../shared/register/cells.ts';
import { invoicePage } from '../../render/invoice-page.ts';
import type { StoredFile, World } from '../../world.ts';
import { cellOf, placeOf, rowsWith } from '../frame.ts';
import { writeRows } from '../record/write-rows.ts';
import type { Book, Sealed } from './book.ts';

/** Numbers may hold a slash, file names may not. */
export function fileName({ number, hash }: Pick<Sealed, 'number' | 'hash'>): string {
  return `${number.replace(/\//g, '-')}-${hash.slice(3, 11)}.pdf`;
}

/**
 * The document's file. One that an earlier run may have made is looked for first.
 * @returns null where Google did not make it: the invoice stands, its mail waits
 */
export function documentFile(world: World, sealed: Sealed, isNew: boolean): StoredFile | null {
  const name = fileName(sealed);
  try {
    const known = isNew ? null : world.files.find(name);
    return known ?? world.files.storePdf(name, invoicePage(documentOf(sealed.snapshot, sealed.hash)));
  } catch {
    return null;
  }
}

export type Recorded = {
  readonly number: string;
  readonly url: string; // empty: not made yet
  readonly isSent: boolean;
};

/**
 * Writes beside each number where its document is and when it was sent: one look at where the numbers stand, which also brings to the
 * sheet all that was written before, and one write a run of rows.
 */
export function recordDocuments(world: World, book: Book, recorded: readonly Recorded[]): void {
  if (recorded.length === 0) return;
  const numbers = world.sheet.readColumn('invoices', placeOf(book.invoices, 'number') + 1).map(readText);
  const today = serialOfDay(world.now().day);
  const rows = recorded.flatMap(({ number, url, isSent }) => {
    const row = numbers.indexOf(number) + 1;
    const isOnce = row > 1 && numbers.lastIndexOf(number) === row - 1;
    const sentOn = isSent ? today : sentBefore(book, number);
    return isOnce ? [{ row, values: { document: url === '' ? null : url, sentOn } }] : [];
  });
  writeRows(world, book.invoices, rows);
}

function sentBefore({ invoices }: Book, number: string): Cell {
  const [row = 0] = rowsWith(invoices, 'number', number);
  return row > 0 ? cellOf(invoices, row, 'sentOn') : null;
}
