/** Movements in order: invoice by invoice and day by day, whatever the order of the register's rows. */
import type { Register } from '../register/entries.ts';
import { type FoundMovements, findMovements } from './movements.ts';

/** Movements that settle an invoice (positive) or reopen it (negative), in minor units, from the day they take effect. */
export type Movements = {
  readonly starts: Int32Array; // invoice i owns the movements starts[i] … starts[i + 1] - 1, in order of day
  readonly day: Int32Array;
  readonly amount: Float64Array;
  readonly kind: Uint8Array; // index into MOVEMENT_KINDS
  readonly payment: Int32Array; // index into the register's payments, -1 for a credit note correcting the invoice
};

/** Collects every movement, invoice by invoice, in an order that does not depend on the order of the register's rows. */
export function sortMovements(register: Register): Movements {
  const found = findMovements(register);
  const { starts, order } = groupByInvoice(found, register.invoices.count);
  sortGroups(order, starts, comparison(found, register));
  return {
    starts,
    day: Int32Array.from(order, (m) => found.day[m]),
    amount: Float64Array.from(order, (m) => found.amount[m]),
    kind: Uint8Array.from(order, (m) => found.kind[m]),
    payment: Int32Array.from(order, (m) => found.payment[m]),
  };
}

/** A counting sort: linear however the rows are ordered. */
function groupByInvoice(
  found: FoundMovements,
  invoiceCount: number,
): { starts: Int32Array; order: Int32Array } {
  const starts = new Int32Array(invoiceCount + 1);
  for (let m = 0; m < found.count; m++) starts[found.invoice[m] + 1]++;
  for (let i = 0; i < invoiceCount; i++) starts[i + 1] += starts[i];
  const next = starts.slice();
  const order = new Int32Array(found.count);
  for (let m = 0; m < found.count; m++) order[next[found.invoice[m]]++] = m;
  return { starts, order };
}

type Comparison = (a: number, b: number) => number;

/** By the day of effect, then the money's own day, then kind, then the larger amount: what ties is interchangeable. */
function comparison({ day, amount, kind, payment }: FoundMovements, { payments }: Register): Comparison {
  const ownDay = (m: number) => (payment[m] < 0 ? day[m] : payments.day[payment[m]]);
  return (a, b) => day[a] - day[b] || ownDay(a) - ownDay(b) || kind[a] - kind[b] || amount[b] - amount[a];
}

/** Most invoices have a movement or two: those are sorted in place; only a long group is worth the engine's sort. */
const LONG_GROUP = 16;

function sortGroups(order: Int32Array, starts: Int32Array, compare: Comparison): void {
  for (let i = 0; i + 1 < starts.length; i++) {
    const from = starts[i];
    const to = starts[i + 1];
    if (to - from > LONG_GROUP) order.subarray(from, to).sort(compare);
    else if (to - from > 1) insertionSort(order, from, to, compare);
  }
}

function insertionSort(order: Int32Array, from: number, to: number, compare: Comparison): void {
  for (let k = from + 1; k < to; k++) {
    const moving = order[k];
    let hole = k;
    while (hole > from && compare(order[hole - 1], moving) > 0) {
      order[hole] = order[hole - 1];
      hole--;
    }
    order[hole] = moving;
  }
}
