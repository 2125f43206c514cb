/** An act: something to do this week, and what it weighs against others. */
import type { DayNumber } from '../base/civil-date.ts';
import type { Words } from '../base/words.ts';
import type { ClientBalance, Ledger, OpenItem } from '../receivables/ledger.ts';

export const PRIORITY_CODES = [
  'chase-client',
  'broken-promise',
  'broken-plan',
  'apply-cash',
  'settle-dispute',
  'over-limit',
  'unknown-sends',
  'mend-rows',
] as const;
export type PriorityCode = (typeof PRIORITY_CODES)[number];

export type Priority = {
  readonly code: PriorityCode;
  readonly client: number | null; // index into the register's clients
  readonly invoice: number | null; // index into the register's invoices
  readonly amount: number | null; // minor units at stake
  readonly text: Words; // one plain sentence, amounts and names included
};

/** What of one currency is looked at, on which day. */
export type Situation = {
  readonly ledger: Ledger;
  readonly currencyIndex: number; // index into the register's currencies
  readonly asOf: DayNumber;
  readonly balances: readonly ClientBalance[]; // of the currency on the day
  readonly items: readonly OpenItem[]; // of the currency on the day
};

export type Act = Priority & { readonly weight: number };

/** @param from days that make one step more @param most the highest urgency */
export function urgency(days: number, from: number, most: number): number {
  return Math.min(1 + Math.max(0, days) / from, most);
}
