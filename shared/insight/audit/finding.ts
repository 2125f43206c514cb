/** Findings: what an audit test answers, and how the report shows it. */
import type { Currency, Money } from '../../base/money.ts';
import type { Words } from '../../base/words.ts';
import type { Review } from '../../register/reading/evidence.ts';
import type { SourceTableKey } from '../../register/source-tables.ts';
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
  readonly id: string; // the same at every run: the test, the subject and which of its findings; no row, since rows move
  readonly facts: string; // another where what was found is another
  readonly test: string; // the test's key
  readonly severity: AuditSeverity;
  readonly table: SourceTableKey;
  readonly row: number; // as the sheet numbers it
  readonly column: string | null; // its key; null: the row as a whole
  readonly subject: string; // an invoice number, a client code or a series of numbers
  readonly currency: Currency | null; // of the amount
  readonly amount: number | null; // minor units at stake
  readonly message: Words; // one plain sentence: what was found, and what to check
  readonly reviewed: Review | null; // looked into, the facts being the same
  readonly outdated: Review | null; // looked into, and the facts have changed since
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
      readonly reviewed: number; // of those listed
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
  readonly table: SourceTableKey;
  readonly row: number;
  readonly column?: string;
  readonly subject: string;
  readonly mark?: string; // tells the findings of one test on one subject from one another
  readonly facts?: readonly (string | number)[]; // that make it another finding when they change, beside the amount
  readonly currency: number | null; // index into the register's currencies
  readonly amount: number | null;
  readonly say: Sentence;
};

/** A test whose evidence was not read, or is not kept by this register. */
export function notRun(fr: string, en: string): Outcome {
  return { ran: false, why: { fr, en } };
}
