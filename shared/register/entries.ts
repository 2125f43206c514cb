/** What the register says, once read: records where rows are few, columns of numbers where they are many. */
import type { DayNumber } from '../base/civil-date.ts';
import type { Currency } from '../base/money.ts';
import type { Language } from '../base/words.ts';
import type { BankState } from './addon-tables.ts';
import type { Channel, ClientKind, JournalEvent, JournalStatus, TableKey } from './tables.ts';
import type { PaymentTerms } from './terms.ts';

export type Settings = {
  readonly companyName: string;
  readonly locale: string; // as written, such as `fr_FR`; empty where none is set
  readonly language: Language;
  readonly currency: Currency; // EUR where none is set
  readonly timeZone: string; // Europe/Paris where none is set
  readonly paymentTerms: PaymentTerms; // 30 days where none is set
  readonly reportRecipients: readonly string[];
  readonly agedBy: 'dueDate' | 'issueDate';
  readonly texts: ReadonlyMap<string, string>; // every setting as written, by its key
};

export type Client = {
  readonly row: number;
  readonly code: string;
  readonly name: string;
  readonly kind: ClientKind; // company where none is set
  readonly legalId: string;
  readonly vatNumber: string;
  readonly addressLine1: string;
  readonly addressLine2: string;
  readonly postalCode: string;
  readonly city: string;
  readonly country: string;
  readonly language: Language; // the register's where none is set
  readonly contact: string; // the person who looks after payments; empty: not known
  readonly email: string;
  readonly cc: readonly string[];
  readonly phone: string;
  readonly paymentTerms: PaymentTerms | null; // null: the setting's
  readonly creditLimit: number | null; // minor units of the register's own currency
  readonly calendar: string;
  readonly holdUntil: DayNumber | null;
  readonly holdReason: string;
  readonly owner: string;
  readonly since: DayNumber | null;
  readonly insolvencyOn: DayNumber | null; // the day a court opened insolvency proceedings
  readonly maximumTermDays: number | null; // from the invoice date; null: the law's general limit
  readonly notes: string;
};

/** Invoices and credit notes, one index a document. Amounts are minor units of the document's currency, never negative. */
export type Invoices = {
  readonly count: number;
  readonly row: Int32Array;
  readonly numberAt: (index: number) => string;
  readonly creditNote: Uint8Array; // 1: a credit note, which reduces
  readonly client: Int32Array; // index into `clients`
  readonly issueDay: Int32Array;
  readonly dueDay: Int32Array; // as written, or computed from the terms
  readonly currency: Uint8Array; // index into `currencies`
  readonly total: Float64Array;
  readonly corrects: Int32Array; // of a credit note: the invoice it corrects, -1 where none
  readonly disputes: ReadonlyMap<number, Dispute>; // by the invoice's index
};

export type Dispute = {
  readonly from: DayNumber;
  readonly closedOn: DayNumber | null; // the dispute lasts to the eve
  readonly amount: number | null; // minor units; null: all of it
  readonly reason: string;
};

/** Payments, one index a row: cash, write-offs and credit moved onto an invoice. Amounts are signed minor units. */
export type Payments = {
  readonly count: number;
  readonly row: Int32Array;
  readonly day: Int32Array; // it counts from this day on
  readonly appliedDay: Int32Array; // it reduces its invoice from this day on; never before `day`
  readonly client: Int32Array;
  readonly invoice: Int32Array; // index into `invoices` (never a credit note), -1 where none
  readonly currency: Uint8Array;
  readonly amount: Float64Array;
  readonly method: Uint8Array; // index into PAYMENT_METHODS
  readonly note: Int32Array; // of method `creditNote`: the credit note the credit comes from, else -1
};

/** A row of the payments that could not be read, and whose client is: money may have come. */
export type UnreadPayment = {
  readonly row: number;
  readonly client: number; // index into `clients`
  readonly day: DayNumber; // NO_DAY where that is what cannot be read
};

/** One row that pays, refunds or gives up interest and indemnities. It settles no invoice and is no client's unapplied money. */
export type PenaltyPayment = {
  readonly row: number;
  readonly day: DayNumber;
  readonly client: number; // index into `clients`
  readonly invoice: number; // the one that was late, index into `invoices`; -1: the client's oldest claims first
  readonly currency: number; // index into `currencies`
  readonly amount: number; // signed minor units
  readonly isWaiver: boolean; // given up, not received
};

/** One payment plan that adds up: its instalments in order of due date. */
export type Plan = {
  readonly invoice: number; // index into `invoices`
  readonly agreedOn: DayNumber; // the plan rules from this day on; the issue day where none was written
  readonly settledBefore: number; // minor units that stay settled outside the plan: total - sum of the instalments
  readonly instalments: readonly {
    readonly row: number;
    readonly dueDay: DayNumber;
    readonly amount: number;
  }[];
};

export type JournalEntry = {
  readonly row: number;
  readonly at: DayNumber;
  readonly client: number;
  readonly invoice: number; // index into `invoices`, -1: all of the client's items of that day
  readonly event: JournalEvent;
  readonly level: number | null;
  readonly channel: Channel | null;
  readonly recipient: string;
  readonly status: JournalStatus | null;
  readonly amount: number | null; // minor units of the invoice's currency, else of the register's
  readonly promisedOn: DayNumber | null;
  readonly newDeadline: DayNumber | null;
  readonly interest: number | null; // claimed in all up to that day, minor units of the same currency as `amount`
  readonly indemnity: number | null; // as `interest`
  readonly tracking: string; // the number of a registered letter
  readonly key: string;
  readonly user: string;
  readonly detail: string;
};

export type CalendarStep = {
  readonly row: number;
  readonly calendar: string;
  readonly level: number;
  readonly offsetDays: number; // from the due date; negative: before
  readonly channel: Channel;
  readonly template: string;
  readonly minimumGapDays: number | null;
  readonly newDeadlineDays: number | null;
  readonly penalties: boolean;
};

export type Rate = {
  readonly row: number;
  readonly series: string;
  readonly from: DayNumber;
  readonly percent: number;
  readonly source: string; // where its keeper has it from
  readonly toCheck: boolean; // shipped from a source that is not the official one
};

/** One movement of an imported bank statement. */
export type BankEntry = {
  readonly row: number;
  readonly key: string; // its fingerprint
  readonly importId: string;
  readonly account: string;
  readonly day: DayNumber;
  readonly minor: number; // of its currency, above 0 what came in
  readonly currency: Currency;
  readonly label: string;
  readonly payer: string;
  readonly payerIban: string;
  readonly state: BankState;
  readonly client: number; // index into `clients`, -1: nobody
  readonly payments: readonly string[]; // ids of the rows it became
};

export type Register = {
  readonly settings: Settings;
  readonly currencies: readonly Currency[]; // the register's own first, the others as rows name them
  readonly clients: readonly Client[];
  readonly invoices: Invoices;
  readonly payments: Payments;
  readonly penaltyPayments: readonly PenaltyPayment[];
  readonly unreadPayments: readonly UnreadPayment[]; // left out; those whose client is known
  readonly plans: readonly Plan[];
  readonly journal: readonly JournalEntry[];
  readonly calendars: readonly CalendarStep[];
  readonly rates: readonly Rate[];
  readonly bank: readonly BankEntry[];
  readonly rowCounts: Readonly<Record<TableKey, number>>; // rows read, good or bad; blank rows are none
};
