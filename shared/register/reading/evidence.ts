/** What a register says beside its sums: what audits and imports look at, and nothing else does. Columns go with the register's, index by index. */
import type { DayNumber } from '../../base/civil-date.ts';
import type { Currency } from '../../base/money.ts';
import type { DayOrder } from '../addon-tables.ts';
import type { Lines } from './line-rows.ts';

export type Evidence = {
  readonly net: Float64Array; // by document: minor units, NaN where the cell is empty or unreadable
  readonly vat: Float64Array;
  readonly serviceDay: Int32Array; // by document: NO_DAY where none
  readonly witnesses: ReadonlyMap<number, number>; // a document's index to the seal its row bears (`witnessNumber`)
  readonly lines: Lines;
  readonly isReasoned: Uint8Array; // by payment: 1 where its reference or its notes say something
  readonly referenced: Int32Array; // by payment: the document whose number its reference is, -1 where it is none
  readonly strays: readonly StrayPayment[];
  readonly repeats: readonly RepeatedNumber[];
  readonly journalMinutes: readonly (number | null)[]; // by journal entry: minutes of its day; null where only the day is known
  readonly ibans: readonly string[]; // by client: as written, without spaces, in capitals
  readonly settingRows: ReadonlyMap<string, number>; // a setting's key to its row
  readonly bankProfiles: readonly BankProfile[];
  readonly reviews: readonly Review[];
};

/** A payment row left out because it names one client and another one's invoice. */
export type StrayPayment = {
  readonly row: number;
  readonly client: number; // that the row names
  readonly invoice: number;
  readonly day: DayNumber;
  readonly amount: number; // minor units of the invoice's currency
};

/** An invoice row left out because a row above has its number. */
export type RepeatedNumber = {
  readonly row: number;
  readonly first: number; // the row that stands
  readonly number: string;
  readonly total: number; // minor units, NaN where unreadable
  readonly currency: Currency; // of the row
};

/** A finding that somebody has looked into. */
export type Review = {
  readonly row: number;
  readonly finding: string; // the finding's id
  readonly facts: string; // its facts as they were
  readonly reason: string;
  readonly by: string;
  readonly on: DayNumber | null;
};

/** Which column of an unknown bank's CSV is what, as somebody named them: headers as the file writes them, empty where it has none. */
export type BankProfile = {
  readonly row: number;
  readonly name: string;
  readonly headers: string; // the file's whole header row
  readonly date: string;
  readonly label: string; // several one after another
  readonly amount: string;
  readonly direction: string;
  readonly debit: string;
  readonly credit: string;
  readonly balance: string;
  readonly value: string;
  readonly reference: string;
  readonly dayOrder: DayOrder;
};
