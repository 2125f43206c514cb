/** What the dialog of bank statements and the script say to each other. The file itself stays in the browser: its movements travel. */

import type { KeptProfile, ProfileRow } from '../../shared/exchange/bank/kept-profiles.ts';

/** One statement of a file, or whole days of it where it is long. */
export type StatementFields = {
  readonly account: string;
  readonly currency: string;
  readonly movements: readonly MovementFields[];
};

export type MovementFields = {
  readonly day: string;
  readonly amount: string; // a decimal text, below 0 what went out
  readonly label: string;
  readonly payer: string;
  readonly payerIban: string;
  readonly reference: string;
  readonly bankId: string;
};

/** Movements that one call may carry: whole days of a statement. */
export const MOST_MOVEMENTS = 2000;

export type PartFields = { readonly invoice: string; readonly amount: string };

export type PlannedView = {
  readonly key: string;
  readonly day: string;
  readonly amount: string;
  readonly currency: string;
  readonly label: string;
  readonly payer: string;
  readonly isEarlier: boolean; // an earlier import left it to be decided
  readonly decision: 'apply' | 'ask' | 'log' | 'relog' | 'known';
  readonly reason: string;
  readonly client: string; // its code; empty: nobody
  readonly clientName: string;
  readonly parts: readonly PartFields[]; // what it would pay
  readonly left: string; // what they leave of it, not applied
};

export type ImportEntry = {
  readonly importId: string;
  readonly from: string;
  readonly to: string;
  readonly movements: number;
  readonly payments: number;
  readonly waiting: number;
};

export type ImportView = {
  readonly importId: string;
  readonly movements: readonly PlannedView[]; // of the statements, then those that earlier imports left
  readonly imports: readonly ImportEntry[]; // that may be taken back, the last first
  readonly profiles: readonly KeptProfile[]; // which column is what in banks' files that were unknown once
  readonly currency: string; // of the register
  readonly today: string;
};

export const IMPORT_KINDS = ['parts', 'unapplied', 'ignored'] as const;

/** What a person ticked or chose of one movement. What nobody decided is kept in the log to be decided later. */
export type ImportDecision = {
  readonly key: string;
  readonly kind: (typeof IMPORT_KINDS)[number];
  readonly client: string; // of `unapplied`
  readonly parts: readonly PartFields[];
};

export type ImportFields = {
  readonly statements: readonly StatementFields[];
  readonly decisions: readonly ImportDecision[];
  readonly profiles: readonly ProfileRow[]; // at most one: columns a person named, to be known the next time
};

/** An issued document as EN 16931 XML. */
export type EInvoiceMade = { readonly url: string; readonly text: string };

export type ImportDone = {
  readonly importId: string; // empty: nothing of it was new
  readonly text: string;
};
