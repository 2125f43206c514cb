/** Findings: what an audit test answers, and how the report shows it. */
import type { Currency, Money } from '../../base/money.ts';
import type { Words } from '../../base/words.ts';
import type { TableKey } from '../../register/tables.ts';
import type { Sentence } from './teller.ts';
import type { AuditView } from './view.ts';

/**
 * Worst first. An error is wrong in the books whatever the reason; a warning is wrong unless somebody can explain it;
 * a note is lawful and ordinary, yet where an auditor looks first.
 */
export const AUDIT_SEVERITIES = ['error', 'warning', 'note'] as const;
export type AuditSeverity = (typeof AUDIT_SEVERITIES)[number];

/** The row of a finding on a whole table: its header. */
export const WHOLE_TABLE = 1;

export type AuditFinding = {
  readonly test: string; // the test's key
  readonly severity: AuditSeverity;
  readonly table: TableKey;
  readonly row: number; // as the sheet numbers it
  readonly subject: string; // an invoice number, a client code or a series of numbers
  readonly currency: Currency | null; // of the amount
  readonly amount: number | null; // minor units at stake
  readonly message: Words; // one plain sentence: what was found, and what to check
};

/** What became of one test. Amounts of different currencies are never added. */
export type AuditSummary =
  | {
      readonly test: string;
      readonly title: Words;
      readonly ran: true;
      readonly population: number; // rows or clients examined
      readonly hits: number;
      readonly listed: number; // hits among the findings: all, up to a thousand a test
      readonly amounts: readonly Money[]; // of all hits, a sum a currency
    }
  | { readonly test: string; readonly title: Words; readonly ran: false; readonly why: Words };

/** One audit test. A new one is a file of its own and a line in `tests`. */
export type AuditTest = {
  readonly key: string; // stable: scripts and marks of review name it
  readonly title: Words;
  readonly run: (view: AuditView) => Outcome;
};

export type Outcome =
  | { readonly ran: true; readonly population: number; readonly hits: readonly Hit[] }
  | { readonly ran: false; readonly why: Words };

/** A finding whose sentences are not made yet: of a hundred thousand hits few are read. */
export type Hit = {
  readonly severity: AuditSeverity;
  readonly table: TableKey;
  readonly row: number;
  readonly subject: string;
  readonly currency: number | null; // index into the register's currencies
  readonly amount: number | null;
  readonly say: Sentence;
};
