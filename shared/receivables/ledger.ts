/** The ledger: every dated movement of every invoice, sorted once, replayed to any day. */
import type { DayNumber } from '../base/civil-date.ts';
import type { Register } from '../register/entries.ts';

/** What a movement on an invoice is. */
export const MOVEMENT_KINDS = ['cash', 'writeOff', 'creditNote', 'creditMoved'] as const;
export type MovementKind = (typeof MOVEMENT_KINDS)[number];

/** Movements that settle an invoice (positive) or reopen it (negative), in minor units, from the day they take effect. */
export type Ledger = {
  readonly register: Register;
  readonly starts: Int32Array; // invoice i owns the movements starts[i] … starts[i + 1] - 1, in order of day
  readonly day: Int32Array;
  readonly amount: Float64Array;
  readonly kind: Uint8Array; // index into MOVEMENT_KINDS
  readonly payment: Int32Array; // index into the register's payments, -1 for a credit note correcting the invoice
};

/** An invoice, or one instalment of its plan, with something left to pay on the day asked for. Minor units of one currency. */
export type OpenItem = {
  readonly invoice: number; // index into the register's invoices
  readonly instalment: number | null; // rank by due date, from 1
  readonly dueDay: DayNumber;
  readonly total: number; // an instalment's: its part
  readonly open: number; // above 0
  readonly disputed: boolean;
};

/** What one client owes in one currency on a day, minor units. `open` = `notDue` + `overdue`; `balance` = `open` - `unapplied`. */
export type ClientBalance = {
  readonly client: number; // index into the register's clients
  readonly open: number;
  readonly notDue: number;
  readonly overdue: number;
  readonly unapplied: number; // money and credit that settles no invoice yet; negative: refunded without credit
  readonly balance: number;
  readonly disputed: number;
};
