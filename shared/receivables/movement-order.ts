/** Movements in order: invoice by invoice and day by day, whatever the order of the register's rows. */
import type { DayNumber } from '../base/civil-date.ts';
import type { Register } from '../register/entries.ts';
import { CREDIT_NOTE, effectiveDay, kindOf, reopenedBy } from './movements.ts';

/** Movements that settle an invoice (positive) or reopen it (negative), in minor units, from the day they take effect. */
export type Movements = {
  readonly starts: Int32Array; // invoice i owns the movements starts[i] … starts[i + 1] - 1, in order of day
  readonly day: Int32Array;
  readonly amount: Float64Array;
  readonly kind: Uint8Array; // index into MOVEMENT_KINDS
  readonly payment: Int32Array; // index into the register's payments, -1 for a credit note correcting the invoice
};

/**
 * Collects every movement, invoice by invoice: a counting sort, linear however the rows are ordered. Within an invoice they stand by
 * the day of effect, then the money's own day, then kind, then the larger amount first: what still ties is interchangeable.
 */
export function sortMovements(register: Register): Movements {
  const starts = countByInvoice(register);
  const movements = placeByInvoice(register, starts);
  const inOrder = comparison(movements, register);
  for (let i = 0; i + 1 < starts.length; i++) {
    if (starts[i + 1] - starts[i] > 1) sortRange(movements, starts[i], starts[i + 1], inOrder);
  }
  return movements;
}

function countByInvoice(register: Register): Int32Array {
  const { invoices, payments } = register;
  const starts = new Int32Array(invoices.count + 1);
  for (let p = 0; p < payments.count; p++) {
    if (payments.invoice[p] < 0) continue;
    starts[payments.invoice[p] + 1]++;
    const reopened = reopenedBy(register, p);
    if (reopened >= 0) starts[reopened + 1]++;
  }
  for (let note = 0; note < invoices.count; note++) {
    if (invoices.corrects[note] >= 0) starts[invoices.corrects[note] + 1]++;
  }
  for (let i = 1; i < starts.length; i++) starts[i] += starts[i - 1];
  return starts;
}

/**
 * Credit moved leaves its note on the day it arrives elsewhere, so that it is never counted twice or not at all. What a note
 * corrects is reduced once both are issued.
 */
function placeByInvoice(register: Register, starts: Int32Array): Movements {
  const { invoices, payments } = register;
  const movements = emptyMovements(starts);
  const next = starts.slice();
  for (let p = 0; p < payments.count; p++) {
    const invoice = payments.invoice[p];
    if (invoice < 0) continue;
    const day = effectiveDay(register, p);
    const kind = kindOf(payments, p);
    put(movements, next[invoice]++, day, payments.amount[p], kind, p);
    const reopened = reopenedBy(register, p);
    if (reopened < 0) continue;
    const reopensOn = Math.max(day, invoices.issueDay[reopened]);
    put(movements, next[reopened]++, reopensOn, -payments.amount[p], kind, p);
  }
  for (let note = 0; note < invoices.count; note++) {
    const corrected = invoices.corrects[note];
    if (corrected < 0) continue;
    const day = Math.max(invoices.issueDay[note], invoices.issueDay[corrected]);
    put(movements, next[corrected]++, day, invoices.total[note], CREDIT_NOTE, -1);
  }
  return movements;
}

function emptyMovements(starts: Int32Array): Movements {
  const count = starts[starts.length - 1];
  return {
    starts,
    day: new Int32Array(count),
    amount: new Float64Array(count),
    kind: new Uint8Array(count),
    payment: new Int32Array(count),
  };
}

function put(
  { day, amount, kind, payment }: Movements,
  at: number,
  onDay: DayNumber,
  ofAmount: number,
  ofKind: number,
  ofPayment: number,
): void {
  day[at] = onDay;
  amount[at] = ofAmount;
  kind[at] = ofKind;
  payment[at] = ofPayment;
}

type Comparison = (a: number, b: number) => number;

function comparison({ day, amount, kind, payment }: Movements, { payments }: Register): Comparison {
  const ownDay = (m: number) => (payment[m] < 0 ? day[m] : payments.day[payment[m]]);
  return (a, b) => day[a] - day[b] || ownDay(a) - ownDay(b) || kind[a] - kind[b] || amount[b] - amount[a];
}

/** Sorts one invoice's movements. A register is mostly kept by day, so most are in order and cost one look. */
function sortRange(movements: Movements, from: number, to: number, compare: Comparison): void {
  let m = from + 1;
  while (m < to && compare(m - 1, m) <= 0) m++;
  if (m === to) return;
  const order = Int32Array.from({ length: to - from }, (_, k) => from + k).sort(compare);
  for (const column of [movements.day, movements.amount, movements.kind, movements.payment]) {
    const sorted = column.slice(from, to);
    order.forEach((source, k) => {
      sorted[k] = column[source];
    });
    column.set(sorted, from);
  }
}
