/** What to do first: the few acts that bring in or protect the most money this week. */
import type { Words } from '../base/words.ts';

export type Priority = {
  readonly code: string; // stable: 'chase-client', 'apply-cash', 'settle-dispute', 'over-limit', 'broken-plan', 'mend-rows' …
  readonly client: number | null; // index into the register's clients
  readonly invoice: number | null; // index into the register's invoices
  readonly amount: number | null; // minor units at stake
  readonly text: Words; // one plain sentence, amounts and names included
};
