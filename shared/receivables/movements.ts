/** Movements: what settles or reopens each invoice, and from which day. */

import type { DayNumber } from '../base/civil-date.ts';
import type { Payments, Register } from '../register/entries.ts';
import { effectiveDay as dayInEffect } from '../register/reading/read-payments.ts';
import { PAYMENT_METHODS } from '../register/tables.ts';

/** What a movement on an invoice is. */
export const MOVEMENT_KINDS = ['cash', 'writeOff', 'creditNote', 'creditMoved'] as const;

const CASH = MOVEMENT_KINDS.indexOf('cash');
const WRITE_OFF = MOVEMENT_KINDS.indexOf('writeOff');
/** The kind of a credit note that corrects an invoice. */
export const CREDIT_NOTE = MOVEMENT_KINDS.indexOf('creditNote');
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
  return dayInEffect(payments.appliedDay[payment], invoices.issueDay[payments.invoice[payment]]);
}

/** The kind of movement that a payment is on the invoice it names. */
export function kindOf(payments: Payments, payment: number): number {
  return KIND_OF_METHOD[payments.method[payment]];
}

/** @returns the invoice that credit moved away reopens: the one its credit note corrects; -1 where there is none. */
export function reopenedBy({ invoices, payments }: Register, payment: number): number {
  return movesCredit(payments, payment) ? invoices.corrects[payments.note[payment]] : -1;
}
