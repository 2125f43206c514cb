/** Movements: what settles or reopens each invoice, and from which day. */
import type { DayNumber } from '../base/civil-date.ts';
import type { Payments, Register } from '../register/entries.ts';
import { PAYMENT_METHODS } from '../register/tables.ts';

/** What a movement on an invoice is. */
export const MOVEMENT_KINDS = ['cash', 'writeOff', 'creditNote', 'creditMoved'] as const;
export type MovementKind = (typeof MOVEMENT_KINDS)[number];

const CASH = MOVEMENT_KINDS.indexOf('cash');
const WRITE_OFF = MOVEMENT_KINDS.indexOf('writeOff');
const CREDIT_NOTE = MOVEMENT_KINDS.indexOf('creditNote');
const CREDIT_MOVED = MOVEMENT_KINDS.indexOf('creditMoved');

/** The movement kind of each payment method, by its index. */
const KIND_OF_METHOD = Uint8Array.from(PAYMENT_METHODS, (method) => {
  if (method === 'creditNote') return CREDIT_MOVED;
  return method === 'writeOff' ? WRITE_OFF : CASH;
});

/** @returns whether the payment is money: neither a write-off nor moved credit. */
export function isCash(payments: Payments, payment: number): boolean {
  return KIND_OF_METHOD[payments.method[payment]] === CASH;
}

/** @returns whether the row moves a credit note's credit: it changes no client's balance, on no day. */
export function movesCredit(payments: Payments, payment: number): boolean {
  return KIND_OF_METHOD[payments.method[payment]] === CREDIT_MOVED;
}

/** The day from which a payment that names an invoice reduces it: not before it is applied, nor before the invoice is issued. */
export function effectiveDay({ invoices, payments }: Register, payment: number): DayNumber {
  const issueDay = invoices.issueDay[payments.invoice[payment]];
  return Math.max(payments.appliedDay[payment], issueDay);
}

/** Movements as they are met, in the order of the rows. */
export type FoundMovements = {
  count: number;
  readonly invoice: Int32Array;
  readonly day: Int32Array;
  readonly amount: Float64Array;
  readonly kind: Uint8Array;
  readonly payment: Int32Array;
};

/** Finds every movement of every invoice. */
export function findMovements(register: Register): FoundMovements {
  const most = 2 * register.payments.count + register.invoices.count;
  const found: FoundMovements = {
    count: 0,
    invoice: new Int32Array(most),
    day: new Int32Array(most),
    amount: new Float64Array(most),
    kind: new Uint8Array(most),
    payment: new Int32Array(most),
  };
  findPayments(register, found);
  findCorrections(register, found);
  return found;
}

function add(
  found: FoundMovements,
  invoice: number,
  day: DayNumber,
  amount: number,
  kind: number,
  payment: number,
): void {
  const m = found.count++;
  found.invoice[m] = invoice;
  found.day[m] = day;
  found.amount[m] = amount;
  found.kind[m] = kind;
  found.payment[m] = payment;
}

/**
 * Payments that name an invoice. Credit moved leaves its note on the day it arrives elsewhere, so that it is never counted
 * twice or not at all; where the note corrects an invoice, that one is reopened.
 */
function findPayments(register: Register, found: FoundMovements): void {
  const { invoices, payments } = register;
  for (let p = 0; p < payments.count; p++) {
    if (payments.invoice[p] < 0) continue;
    const kind = KIND_OF_METHOD[payments.method[p]];
    const day = effectiveDay(register, p);
    add(found, payments.invoice[p], day, payments.amount[p], kind, p);
    const corrected = kind === CREDIT_MOVED ? invoices.corrects[payments.note[p]] : -1;
    if (corrected >= 0) {
      add(found, corrected, Math.max(day, invoices.issueDay[corrected]), -payments.amount[p], kind, p);
    }
  }
}

/** Credit notes that correct an invoice. */
function findCorrections({ invoices }: Register, found: FoundMovements): void {
  const { corrects, creditNote, issueDay, total } = invoices;
  for (let note = 0; note < invoices.count; note++) {
    if (creditNote[note] === 0 || corrects[note] < 0) continue;
    const day = Math.max(issueDay[note], issueDay[corrects[note]]);
    add(found, corrects[note], day, total[note], CREDIT_NOTE, -1);
  }
}
