/** A decision: what to send one client in one currency on a day, or why nothing. */
import type { DayNumber } from '../base/civil-date.ts';
import type { Words } from '../base/words.ts';
import type { MissingRate } from '../law/half-year-rates.ts';
import type { Channel } from '../register/tables.ts';

/** Every reason there is, and what it leads to. Codes are stable: scripts and journals name them. */
export const ACTION_BY_CODE = {
  'level-due': 'send',
  'promise-broken': 'send',
  insolvency: 'hold',
  'client-hold': 'hold',
  disputed: 'hold',
  'promise-pending': 'hold',
  'plan-unwritten': 'hold',
  'unknown-send': 'hold',
  'payment-unread': 'hold',
  'unapplied-covers': 'hold',
  'below-tolerance': 'hold',
  'bank-stale': 'hold',
  'cool-down': 'hold',
  'contact-limit': 'hold',
  'three-reminders-first': 'hold',
  'no-address': 'hold',
  'rate-missing': 'hold',
  'not-a-working-day': 'hold',
  quota: 'hold',
  'not-yet': 'none',
  'level-done': 'none',
} as const;
export type DunningCode = keyof typeof ACTION_BY_CODE;
export type DunningAction = (typeof ACTION_BY_CODE)[DunningCode];

/** One item that the message asks for. */
export type AskedItem = {
  readonly invoice: number; // index into the register's invoices
  readonly instalment: number | null;
  readonly dueDay: DayNumber;
  readonly amount: number; // minor units; what is disputed left out
  readonly level: number | null; // that it reaches by this message, at most the message's; null: none that it had not reached
};

/** Why an amount is not known. */
export type AmountReason = 'rate-missing' | 'other-currency';

/** Minor units, or why there are none. */
export type ClaimedAmount =
  | { readonly minor: number }
  | { readonly minor: null; readonly reason: AmountReason };

/** Interest and fixed sums that are left to pay. */
export type PenaltySums = { readonly interest: ClaimedAmount; readonly indemnity: ClaimedAmount };

/** What the message claims beside the debt; all are 0 where its level is without penalties. */
export type Penalties = PenaltySums & {
  readonly missingRate: MissingRate | null;
  readonly claims: readonly InvoiceClaim[]; // what its rows of the journal say was claimed
  readonly earlier: PenaltySums & { readonly invoices: readonly number[] }; // what remains of invoices paid meanwhile; not in the sums above
};

/** All that one invoice's interest and fixed sum have come to, what was paid of them included. Minor units. */
export type InvoiceClaim = {
  readonly invoice: number;
  readonly interest: number;
  readonly indemnity: number;
};

export type DunningDecision = Penalties & {
  readonly client: number; // index into the register's clients
  readonly currency: number; // index into the register's currencies
  readonly action: DunningAction;
  readonly level: number | null; // to be sent, or the one that would come next; null: the calendar has no other
  readonly channel: Channel | null;
  readonly asked: readonly AskedItem[]; // oldest due date first
  readonly total: number; // minor units: the asked amounts less what is unapplied, at least 0
  readonly newDeadline: DayNumber | null; // of a message that is sent
  readonly code: DunningCode;
  readonly heldUntil: DayNumber | null; // of what is held: the last day on which the reason holds; null: until somebody acts
  readonly why: Words;
};
