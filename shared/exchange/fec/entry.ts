/** An accounting entry before it is written: balanced lines of one journal, one day, one piece. */
import type { DayNumber } from '../../base/civil-date.ts';
import type { AccountRole, JournalRole } from './accounts.ts';

export type EntryLine = {
  readonly account: AccountRole;
  readonly client: number | null; // index into the register's clients, of 411 and 416
  readonly label: string;
  readonly minor: number; // above 0: debit; below 0: credit
  readonly node: string; // what lettering joins: a document or a payment; empty of lines that are not a client's
};

export type Entry = {
  readonly journal: JournalRole;
  readonly day: DayNumber;
  readonly piece: string;
  readonly pieceDay: DayNumber;
  readonly lines: readonly EntryLine[]; // none of zero; they add up to zero
};

/** The entry without its lines of zero. Throws where the rest does not add up: a bug of ours, never the register's. */
export function balancedEntry(entry: Entry): Entry {
  const lines = entry.lines.filter(({ minor }) => minor !== 0);
  const sum = lines.reduce((all, { minor }) => all + minor, 0);
  if (sum !== 0) throw new Error(`the entry of ${entry.piece} is off by ${sum}`);
  return { ...entry, lines };
}
