/** The statement of interest: what each late invoice of a client bears to a day, line by line, as a letter or a claim file prints it. */
import type { DayNumber } from '../base/civil-date.ts';
import type { MissingRate } from './half-year-rates.ts';
import { type InterestSegment, segmentInterest } from './late-interest.ts';
import { type LateLaw, lateLawOf } from './late-law.ts';
import { type InvoicePenalties, penaltiesOwed } from './penalties-owed.ts';
import type { PenaltyBook } from './penalty-book.ts';

/** One line of the calculation. `amount` is in minor units and not rounded: it is shown with four decimals of the currency's unit. */
export type StatementSegment = InterestSegment & { readonly amount: number };

/** Minor units of one currency; null where a rate is missing, or where the fixed sum is one of another currency. */
export type StatementSums = {
  readonly interest: number | null;
  readonly indemnity: number | null;
  readonly received: number; // of both
  readonly waived: number; // of both
  readonly left: number | null;
  readonly missing: MissingRate | null; // the row the rates table lacks; of several sums, the first one's
};

export type StatementInvoice = StatementSums & {
  readonly invoice: number; // index into the register's invoices
  readonly dueDay: DayNumber; // the invoice's own; a plan's days show in the segments
  readonly isSettled: boolean; // its principal is paid
  readonly claimedOn: DayNumber | null;
  readonly segments: readonly StatementSegment[];
};

export type InterestStatement = {
  readonly client: number;
  readonly currency: number;
  readonly asOf: DayNumber;
  readonly law: LateLaw;
  readonly invoices: readonly StatementInvoice[]; // oldest due date first
  readonly totals: StatementSums;
};

/** @param currency index into the register's currencies */
export function interestStatement(book: PenaltyBook, client: number, currency: number): InterestStatement {
  const { clients, invoices } = book.ledger.register;
  const owed = penaltiesOwed(book, client, currency, indexes(invoices.count));
  const lines = owed.map((one) => lineOf(one, invoices.dueDay[one.invoice])).filter(isWorthALine);
  return {
    client,
    currency,
    asOf: book.asOf,
    law: lateLawOf(book.settings, clients[client]),
    invoices: lines,
    totals: totalsOf(lines),
  };
}

function* indexes(count: number): Generator<number> {
  for (let index = 0; index < count; index++) yield index;
}

function lineOf(owed: InvoicePenalties, dueDay: DayNumber): StatementInvoice {
  const { claimedOn, indemnity, interest, invoice, isSettled, missing, segments } = owed;
  return {
    invoice,
    dueDay,
    isSettled,
    claimedOn,
    segments: segments.map((segment) => ({ ...segment, amount: segmentInterest(segment) })),
    interest: interest.due,
    indemnity: indemnity.due,
    received: interest.received + indemnity.received,
    waived: interest.waived + indemnity.waived,
    left: sumOf([interest.left, indemnity.left]),
    missing,
  };
}

function isWorthALine({ indemnity, interest, received, waived }: StatementInvoice): boolean {
  return interest !== 0 || indemnity !== 0 || received !== 0 || waived !== 0;
}

function totalsOf(lines: readonly StatementInvoice[]): StatementSums {
  return {
    interest: sumOf(lines.map(({ interest }) => interest)),
    indemnity: sumOf(lines.map(({ indemnity }) => indemnity)),
    received: lines.reduce((sum, { received }) => sum + received, 0),
    waived: lines.reduce((sum, { waived }) => sum + waived, 0),
    left: sumOf(lines.map(({ left }) => left)),
    missing: lines.find(({ missing }) => missing !== null)?.missing ?? null,
  };
}

/** What is not known makes the sum unknown: a total that leaves something out would pass for all of it. */
function sumOf(parts: readonly (number | null)[]): number | null {
  return parts.reduce<number | null>((sum, part) => (sum === null || part === null ? null : sum + part), 0);
}
