/** Credit moved onto invoices never exceeds what its credit note still holds. */
import { decimalText } from '../../base/money.ts';
import type { Problem } from '../../base/problem.ts';
import type { CurrencyIndex } from './currency-index.ts';
import type { InvoiceRows } from './invoice-rows.ts';
import type { PaymentRows } from './read-payments.ts';

/**
 * Leaves out every move that its credit note cannot give. The moves of a note are taken day by day; within a day they have no
 * order, so where together they are too much, all of that day are problems.
 */
export function checkCreditMoved(
  rows: PaymentRows,
  invoices: InvoiceRows,
  currencies: CurrencyIndex,
  header: string,
  problems: Problem[],
): ReadonlySet<number> {
  const gone = new Set<number>();
  for (const [note, moves] of movesByNote(rows)) {
    let left = invoices.columns.total[note];
    for (const { day, indexes, sum } of daysOf(rows, moves)) {
      const issued = day >= invoices.columns.issueDay[note];
      if (issued && sum <= left && left - sum <= invoices.columns.total[note]) {
        left -= sum;
        continue;
      }
      for (const index of indexes) {
        gone.add(index);
        problems.push(overdrawn(rows, index, currencies, header, issued ? left : 0));
      }
    }
  }
  return gone;
}

function movesByNote({ count, columns }: PaymentRows): ReadonlyMap<number, number[]> {
  const moves = new Map<number, number[]>();
  for (let index = 0; index < count; index++) {
    const note = columns.note[index];
    if (note < 0) continue;
    const known = moves.get(note);
    if (known) known.push(index);
    else moves.set(note, [index]);
  }
  return moves;
}

type DayOfMoves = { readonly day: number; readonly indexes: number[]; sum: number };

function daysOf({ columns }: PaymentRows, moves: readonly number[]): readonly DayOfMoves[] {
  const days = new Map<number, DayOfMoves>();
  for (const index of moves) {
    const day = columns.appliedDay[index];
    const known = days.get(day) || { day, indexes: [], sum: 0 };
    known.indexes.push(index);
    known.sum += columns.amount[index];
    days.set(day, known);
  }
  return [...days.values()].sort((a, b) => a.day - b.day);
}

function overdrawn(
  { columns }: PaymentRows,
  index: number,
  { codes }: CurrencyIndex,
  header: string,
  left: number,
): Problem {
  const currency = codes[columns.currency[index]];
  return {
    code: 'creditNote/overdrawn',
    table: 'payments',
    row: columns.row[index],
    column: 'amount',
    header,
    found: decimalText(columns.amount[index], currency),
    detail: `${decimalText(left, currency)} ${currency}`,
  };
}
