/**
 * Penalties owed: per late invoice what it bears, what was claimed before, what was received or given up, what is left. Paying the
 * principal ends neither; what a message has claimed is shown as claimed and never added a second time.
 */
import type { DayNumber } from '../base/civil-date.ts';
import { openBalanceOn } from '../receivables/ledger.ts';
import type { PenaltyPayment } from '../register/entries.ts';
import { type Accrued, accruedOn } from './accrued.ts';
import type { PenaltyBook, PenaltyClaim } from './penalty-book.ts';

/** One of the two sums of an invoice, minor units. `left` = `due` - `received` - `waived`, at least 0; null where `due` is not known. */
export type PenaltyLine = {
  readonly due: number | null; // all it has come to
  readonly claimed: number; // the most that a message has asked for
  readonly received: number; // refunds and bounced payments count negative
  readonly waived: number;
  readonly left: number | null;
};

export type InvoicePenalties = Pick<Accrued, 'law' | 'segments' | 'missing'> & {
  readonly invoice: number; // index into the register's invoices
  readonly isSettled: boolean; // nothing of the principal is open
  readonly interest: PenaltyLine;
  readonly indemnity: PenaltyLine;
  readonly claimedOn: DayNumber | null; // by the last message that did
};

/** The penalties of some invoices of one client and currency: those that were late, oldest due day first. */
export function penaltiesOwed(
  book: PenaltyBook,
  client: number,
  currency: number,
  among: Iterable<number>,
): readonly InvoicePenalties[] {
  const { invoices } = book.ledger.register;
  const own = Array.from(among).filter(
    (i) =>
      invoices.client[i] === client &&
      invoices.currency[i] === currency &&
      invoices.creditNote[i] === 0 &&
      invoices.issueDay[i] <= book.asOf,
  );
  own.sort((a, b) => invoices.dueDay[a] - invoices.dueDay[b] || a - b);
  const late = own
    .map((invoice) => ({ invoice, accrued: accruedOn(book, invoice, book.asOf) }))
    .filter(({ accrued, invoice }) => accrued.isLate || book.claims.has(invoice));
  const claims = claimsOn(book, client, currency, late);
  const received = receiptsOn(book, client, currency, late, claims);
  return late.map(({ accrued, invoice }, k) => {
    const { indemnity, interest, law, missing, segments } = accrued;
    const claim = claims[k];
    return {
      invoice,
      law,
      segments,
      missing,
      isSettled: openBalanceOn(book.ledger, invoice, book.asOf) === 0,
      interest: lineOf(interest, claim.interest, received[k].interest),
      indemnity: lineOf(indemnity, claim.indemnity, received[k].indemnity),
      claimedOn: claim.at,
    };
  });
}

type Late = { readonly invoice: number; readonly accrued: Accrued };
type Money = { received: number; waived: number };
type Received = { readonly interest: Money; readonly indemnity: Money };
type Claimed = { interest: number; indemnity: number; at: DayNumber | null };

function lineOf(due: number | null, claimed: number, { received, waived }: Money): PenaltyLine {
  return { due, claimed, received, waived, left: due === null ? null : Math.max(0, due - received - waived) };
}

/** A message says what is owed in all by then: the highest counts, so that a row copied or written twice adds nothing. */
function claimsOn(
  book: PenaltyBook,
  client: number,
  currency: number,
  late: readonly Late[],
): readonly Claimed[] {
  const claimed = late.map(({ invoice }) => {
    const own: Claimed = { interest: 0, indemnity: 0, at: null };
    for (const claim of book.claims.get(invoice) ?? []) raise(own, claim);
    return own;
  });
  const unnamed = currency === 0 ? (book.clientClaims.get(client) ?? []) : [];
  for (const claim of unnamed) spread(book, claim, late, claimed);
  return claimed;
}

function raise(claimed: Claimed, { at, indemnity, interest }: PenaltyClaim): void {
  claimed.interest = Math.max(claimed.interest, interest);
  claimed.indemnity = Math.max(claimed.indemnity, indemnity);
  claimed.at = Math.max(at, claimed.at ?? at);
}

/** A message that names no invoice claimed what each bore that day, as far as its sums go: oldest first. */
function spread(
  book: PenaltyBook,
  { at, indemnity, interest }: PenaltyClaim,
  late: readonly Late[],
  claimed: readonly Claimed[],
): void {
  let interestLeft = interest;
  let indemnityLeft = indemnity;
  late.forEach(({ invoice }, k) => {
    const then = accruedOn(book, invoice, at);
    const ofInterest = Math.min(interestLeft, then.interest ?? 0);
    const ofIndemnity = Math.min(indemnityLeft, then.indemnity ?? 0);
    if (ofInterest + ofIndemnity === 0) return;
    interestLeft -= ofInterest;
    indemnityLeft -= ofIndemnity;
    raise(claimed[k], { at, interest: ofInterest, indemnity: ofIndemnity });
  });
}

/** Rows that name an invoice are its own; the others go to what was claimed, oldest first, then to what was not. */
function receiptsOn(
  book: PenaltyBook,
  client: number,
  currency: number,
  late: readonly Late[],
  claims: readonly Claimed[],
): readonly Received[] {
  const received = late.map(() => ({ interest: nothing(), indemnity: nothing() }));
  const rows = (book.receipts.get(client) ?? []).filter((row) => row.currency === currency);
  const order = late.map((_, k) => k);
  order.sort((a, b) => Number(claims[a].at === null) - Number(claims[b].at === null) || a - b);
  for (const row of rows) {
    const k = late.findIndex(({ invoice }) => invoice === row.invoice);
    if (k >= 0) settle(book, row, late[k].invoice, received[k], row.amount);
  }
  for (const row of rows) {
    if (row.invoice >= 0) continue;
    let left = row.amount;
    for (const k of order) left -= settle(book, row, late[k].invoice, received[k], left, left > 0);
  }
  return received;
}

function nothing(): Money {
  return { received: 0, waived: 0 };
}

/**
 * Interest accrued by that day first, then the fixed sum (C. civ. 1343-1); money that goes back, the other way round.
 * @param isBounded whether what is over both is left for other invoices; else it counts as interest paid ahead
 * @returns what was taken
 */
function settle(
  book: PenaltyBook,
  { day, isWaiver }: PenaltyPayment,
  invoice: number,
  { indemnity, interest }: Received,
  amount: number,
  isBounded = false,
): number {
  const then = accruedOn(book, invoice, day);
  const key = isWaiver ? 'waived' : 'received';
  const ofInterest = roomIn(interest, then.interest);
  const ofIndemnity = roomIn(indemnity, then.indemnity);
  const toIndemnity =
    amount < 0 ? -Math.min(indemnity[key], -amount) : Math.max(0, Math.min(amount - ofInterest, ofIndemnity));
  const toInterest = isBounded ? Math.min(amount, ofInterest) : amount - toIndemnity;
  interest[key] += toInterest;
  indemnity[key] += toIndemnity;
  return toInterest + toIndemnity;
}

function roomIn({ received, waived }: Money, due: number | null): number {
  return Math.max(0, (due ?? 0) - received - waived);
}
