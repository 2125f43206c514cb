/** One cell the register's keeper has to mend. Its texts stand in `problem-words`. */

/** What a source holds in one cell; `null` is an empty cell. Dates are text or a spreadsheet's serial number. */
export type Cell = string | number | boolean | null;

/** Stable codes: tests and scripts name them. */
export const PROBLEM_CODES = [
  'amount/ambiguous',
  'amount/currency-mismatch',
  'amount/invalid',
  'amount/negative',
  'amount/over-total',
  'amount/too-large',
  'amount/too-many-decimals',
  'calendar/before-due',
  'calendar/order',
  'calendar/too-few-reminders',
  'calendar/unknown',
  'cell/formula-error',
  'choice/unknown',
  'client/duplicate',
  'client/mismatch',
  'client/unknown',
  'column/duplicate',
  'column/missing',
  'creditNote/overdrawn',
  'creditNote/unknown',
  'currency/mismatch',
  'currency/unknown',
  'date/ambiguous',
  'date/invalid',
  'date/two-digit-year',
  'email/invalid',
  'file/encoding',
  'file/truncated',
  'invoice/duplicate',
  'invoice/is-credit-note',
  'invoice/negative-total',
  'invoice/unknown',
  'number/invalid',
  'payment/no-client',
  'payment/penalties-by-credit',
  'plan/not-positive',
  'plan/sum',
  'required/missing',
  'row/duplicate',
  'row/extra-cells',
  'row/quotes',
  'setting/invalid',
  'table/duplicate',
  'terms/invalid',
] as const;
export type ProblemCode = (typeof PROBLEM_CODES)[number];

export type Problem = {
  readonly code: ProblemCode;
  readonly table: string; // a table of the register, by its key
  readonly row: number; // as the sheet numbers it: the header is row 1
  readonly column: string; // the column's key; empty where the whole row is meant
  readonly header: string; // the header's own text, for the message
  readonly found: Cell;
  readonly detail?: string; // what the remedy names: the choices, the sum expected, the row that stands
};
