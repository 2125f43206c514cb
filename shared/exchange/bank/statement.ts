/** A bank statement as any file of it says: an account, what moved on it, and the balances that prove the file whole. */
import type { DayNumber } from '../../base/civil-date.ts';
import type { Currency } from '../../base/money.ts';
import type { Words } from '../../base/words.ts';

/** One movement; minor units of the statement's currency, above 0 what came in. */
export type BankMovement = {
  readonly day: DayNumber; // booked on
  readonly valueDay: DayNumber | null;
  readonly minor: number;
  readonly label: string; // all the bank says of it, on one line
  readonly payer: string; // who paid or was paid, where the bank names them apart; may be empty
  readonly payerIban: string; // without spaces; may be empty
  readonly reference: string; // end-to-end or structured reference; may be empty
  readonly bankId: string; // the bank's own (FITID, AcctSvcrRef); may be empty, and banks have reused them
  readonly line: number; // of the file, from 1: where a message points to
};

export type BankBalance = { readonly day: DayNumber; readonly minor: number };

export type BankStatement = {
  readonly account: string; // IBAN or number, without spaces; empty where the file does not say
  readonly currency: Currency;
  readonly opening: BankBalance | null;
  readonly closing: BankBalance | null;
  readonly movements: readonly BankMovement[]; // in the order of the file
};

/** Why a file, or a row of it, is refused. Nothing of a refused file is imported. */
export type BankFault = {
  readonly code: string; // stable: `bank/format`, `bank/amount`, `bank/balance` …
  readonly line: number; // 0: the file as a whole
  readonly message: Words; // what was found, and the remedy
};

/** The header row of a CSV, by which the file is known again. */
export type BankHeader = {
  readonly headers: string;
  readonly keptAs: string; // the name of the profile that the register keeps for it, and it was read with; empty: none
};

export type ReadStatements =
  | { readonly ok: true; readonly statements: readonly BankStatement[]; readonly header?: BankHeader }
  | { readonly ok: false; readonly faults: readonly BankFault[] };
