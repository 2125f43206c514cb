/** The interest and the indemnity that a client owes in a currency, as a paper lists them; or why it cannot be said. */
import { dayText } from '../../base/numbers-text.ts';
import type { Words } from '../../base/words.ts';
import type { MissingRate } from '../../law/half-year-rates.ts';
import { type InvoicePenalties, penaltiesOwed } from '../../law/penalties-owed.ts';
import { penaltyBook } from '../../law/penalty-book.ts';
import type { Desk } from '../letterhead.ts';
import type { InterestAccount, InvoiceInterest } from './interest-paper.ts';

export type AccountOrWhy = { readonly account: InterestAccount } | { readonly why: Words };

/** @param among the invoices it is about, indexes; empty: all of the client's in that currency */
export function interestAccountOf(
  { asOf, ledger }: Desk,
  client: number,
  currency: number,
  among: readonly number[] = [],
): AccountOrWhy {
  const { count, dueDay } = ledger.register.invoices;
  const all = among.length > 0 ? among : Array.from({ length: count }, (_, index) => index);
  const owed = penaltiesOwed(penaltyBook(ledger, asOf), client, currency, all);
  const missing = owed.find((one) => one.missing !== null)?.missing;
  if (missing) return { why: missingWords(missing) };
  const invoices = owed.flatMap((one) => interestOn(one, dueDay[one.invoice]));
  return invoices.length > 0 ? { account: { client, currency, invoices } } : { why: NOTHING };
}

/** What of it was paid or given up is told; an invoice of which nothing is left is not listed. */
function interestOn(
  { indemnity, interest, invoice, segments }: InvoicePenalties,
  dueDay: number,
): readonly InvoiceInterest[] {
  const due = { interest: interest.due ?? 0, indemnity: indemnity.due ?? 0 };
  const left = (interest.left ?? 0) + (indemnity.left ?? 0);
  return left > 0
    ? [{ invoice, dueDay, segments, ...due, settled: due.interest + due.indemnity - left }]
    : [];
}

const NOTHING: Words = {
  fr: 'ce client ne doit ni intérêts ni indemnité dans cette devise à cette date.',
  en: 'this client owes neither interest nor indemnity in this currency on that day.',
};

function missingWords({ from, series }: MissingRate): Words {
  return {
    fr: `le taux ${series} à partir du ${dayText(from, 'fr')} manque dans l’onglet Taux\u202f: sans lui, les intérêts ne se calculent pas.`,
    en: `the Rates tab lacks the rate ${series} from ${dayText(from, 'en')}: without it interest cannot be calculated.`,
  };
}
