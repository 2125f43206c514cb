/** The penalty book: what was claimed, received and given up of interest and fixed sums up to a day, from the journal and the payments. */
import type { DayNumber } from '../base/civil-date.ts';
import type { Ledger } from '../receivables/ledger.ts';
import type { JournalEntry, PenaltyPayment } from '../register/entries.ts';
import { type RateTable, rateTable } from './half-year-rates.ts';
import { type LawSettings, lawSettingsOf } from './law-settings.ts';

/** What one message said was owed in all. Minor units. */
export type PenaltyClaim = {
  readonly at: DayNumber;
  readonly interest: number;
  readonly indemnity: number;
};

export type PenaltyBook = {
  readonly ledger: Ledger;
  readonly asOf: DayNumber;
  readonly settings: LawSettings;
  readonly rates: RateTable;
  readonly claims: ReadonlyMap<number, readonly PenaltyClaim[]>; // by invoice
  readonly clientClaims: ReadonlyMap<number, readonly PenaltyClaim[]>; // of rows that name no invoice, by client; the register's currency
  readonly notices: ReadonlyMap<number, readonly DayNumber[]>; // days of formal notices, by invoice
  readonly clientNotices: ReadonlyMap<number, readonly DayNumber[]>; // of rows that name no invoice, by client
  readonly receipts: ReadonlyMap<number, readonly PenaltyPayment[]>; // by client, in order of day
};

/** A message of which nobody knows whether it left has claimed nothing. */
export function penaltyBook(ledger: Ledger, asOf: DayNumber): PenaltyBook {
  const { journal, penaltyPayments, rates, settings } = ledger.register;
  const known = journal.filter((entry) => entry.at <= asOf && isDone(entry));
  const claims = known.filter(({ indemnity, interest }) => interest !== null || indemnity !== null);
  const notices = known.filter(({ event }) => event === 'registeredLetter');
  const received = penaltyPayments.filter(({ day }) => day <= asOf);
  const isNamed = ({ invoice }: JournalEntry): boolean => invoice >= 0;
  const isUnnamed = ({ invoice }: JournalEntry): boolean => invoice < 0;
  return {
    ledger,
    asOf,
    settings: lawSettingsOf(settings),
    rates: rateTable(rates),
    claims: grouped(claims.filter(isNamed), ({ invoice }) => invoice, claimOf),
    clientClaims: grouped(claims.filter(isUnnamed), ({ client }) => client, claimOf),
    notices: grouped(notices.filter(isNamed), ({ invoice }) => invoice, dayOfEntry),
    clientNotices: grouped(notices.filter(isUnnamed), ({ client }) => client, dayOfEntry),
    receipts: grouped([...received].sort(byDay), ({ client }) => client, same),
  };
}

/** A row without a status was written by hand, after the fact. */
function isDone({ status }: JournalEntry): boolean {
  return status === null || status === 'sent';
}

function claimOf({ at, indemnity, interest }: JournalEntry): PenaltyClaim {
  return { at, interest: interest ?? 0, indemnity: indemnity ?? 0 };
}

function dayOfEntry({ at }: JournalEntry): DayNumber {
  return at;
}

function same(payment: PenaltyPayment): PenaltyPayment {
  return payment;
}

function byDay(a: PenaltyPayment, b: PenaltyPayment): number {
  return a.day - b.day || a.row - b.row;
}

function grouped<Row, Kept>(
  rows: readonly Row[],
  keyOf: (row: Row) => number,
  keep: (row: Row) => Kept,
): ReadonlyMap<number, readonly Kept[]> {
  const groups = new Map<number, Kept[]>();
  for (const row of rows) {
    const known = groups.get(keyOf(row));
    if (known) known.push(keep(row));
    else groups.set(keyOf(row), [keep(row)]);
  }
  return groups;
}

/** The first formal notice about an invoice: a row that names none is about all that was late that day. */
export function formalNoticeOn(book: PenaltyBook, invoice: number): DayNumber | null {
  const { client, dueDay } = book.ledger.register.invoices;
  const own = book.notices.get(invoice) ?? [];
  const ofClient = (book.clientNotices.get(client[invoice]) ?? []).filter((day) => day > dueDay[invoice]);
  return own.length + ofClient.length === 0 ? null : Math.min(...own, ...ofClient);
}
