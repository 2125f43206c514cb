/** The payments of the register as a bank saw them: rows that one transfer became are one again. */
import type { DayNumber } from '../../base/civil-date.ts';
import { isCash } from '../../receivables/movements.ts';
import type { Payments, Register } from '../../register/entries.ts';
import { IMPORTED } from './imported.ts';
import type { MatchPart } from './match.ts';

export type Transfer = {
  readonly client: number;
  readonly day: DayNumber;
  readonly minor: number; // signed, of the currency asked for
  readonly parts: readonly MatchPart[]; // onto invoices; what they leave was not applied
  readonly payments: readonly number[]; // indexes of the rows
  readonly isImported: boolean; // written by an import, not by a person
};

/**
 * Rows of one import's movement together. Of rows that people typed each alone, and those of one client and day together too: a transfer
 * over several invoices is typed as several rows.
 * @param paymentIds by row, of those that have one
 */
export function transfersOf(
  { payments }: Register,
  paymentIds: ReadonlyMap<number, string>,
  currency: number,
): readonly Transfer[] {
  const imported = new Map<string, number[]>();
  const typed = new Map<string, number[]>();
  const single: Transfer[] = [];
  for (let p = 0; p < payments.count; p++) {
    if (!isCash(payments, p) || payments.currency[p] !== currency) continue;
    const id = paymentIds.get(payments.row[p]) ?? '';
    const isImported = id.startsWith(IMPORTED);
    if (!isImported) single.push(transferOf(payments, [p], false));
    const [groups, key] = isImported
      ? [imported, id.slice(0, IMPORTED_LENGTH)]
      : [typed, `${payments.client[p]} ${payments.day[p]}`];
    const group = groups.get(key);
    if (group) group.push(p);
    else groups.set(key, [p]);
  }
  const together = Array.from(typed.values()).filter((rows) => rows.length > 1);
  return [
    ...single,
    ...together.map((rows) => transferOf(payments, rows, false)),
    ...Array.from(imported.values(), (rows) => transferOf(payments, rows, true)),
  ];
}

/** `B-` and the 20 digits of a movement's key; its second part and those after add `-2`, `-3` … */
const IMPORTED_LENGTH = IMPORTED.length + 20;

function transferOf(payments: Payments, rows: readonly number[], isImported: boolean): Transfer {
  return {
    client: payments.client[rows[0]],
    day: payments.day[rows[0]],
    minor: rows.reduce((sum, p) => sum + payments.amount[p], 0),
    parts: rows
      .filter((p) => payments.invoice[p] >= 0)
      .map((p) => ({ invoice: payments.invoice[p], minor: payments.amount[p] })),
    payments: rows,
    isImported,
  };
}

/** Transfers by their amount, in their order. */
export function byAmount(transfers: readonly Transfer[]): ReadonlyMap<number, readonly Transfer[]> {
  const groups = new Map<number, Transfer[]>();
  for (const transfer of transfers) {
    const group = groups.get(transfer.minor);
    if (group) group.push(transfer);
    else groups.set(transfer.minor, [transfer]);
  }
  return groups;
}
