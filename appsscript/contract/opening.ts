/** What the dialog of a history brought along and the script say to each other: the rows of another tool's file, and what would come of them. */

export const MOST_OPENING_ROWS = 5000;

export type OpeningFields = {
  readonly table: 'clients' | 'invoices' | 'payments';
  readonly headers: readonly string[];
  readonly rows: readonly { readonly line: number; readonly cells: readonly string[] }[];
  readonly map: readonly { readonly header: string; readonly column: string }[]; // column empty: left out
};

export type OpeningView = {
  readonly rows: number; // that would be written
  readonly text: string; // how many, and what is known already
  readonly sums: readonly { readonly label: string; readonly text: string }[]; // before and after
  readonly problems: readonly string[]; // with any, nothing is written
  readonly more: number; // problems beyond those told
};
