/** The proof: not due + overdue - unapplied = balance = invoices - credit notes - payments, for each client and in total. */

/** Both sides, from two separate additions over the register. Minor units of one currency. */
export type ProofLine = {
  readonly notDue: number;
  readonly overdue: number;
  readonly unapplied: number;
  readonly balance: number; // notDue + overdue - unapplied
  readonly invoices: number;
  readonly creditNotes: number;
  readonly payments: number; // write-offs included, moved credit not
  readonly ledger: number; // invoices - creditNotes - payments
  readonly difference: number; // balance - ledger: 0, or the report is wrong
};

export type Proof = {
  readonly total: ProofLine;
  readonly clients: readonly (ProofLine & { readonly client: number })[]; // every client with a row on either side
  readonly holds: boolean; // no line has a difference
};
