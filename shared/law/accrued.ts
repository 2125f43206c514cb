/** Accrued: the interest and the fixed sum that one late invoice bears on a day, whether its principal has been paid since or not. */
import type { DayNumber } from '../base/civil-date.ts';
import { fixedSumOn } from './fixed-sum.ts';
import type { MissingRate } from './half-year-rates.ts';
import { isPaymentForbidden, lastInterestDay } from './insolvency.ts';
import { type InterestSegment, type InterestTerms, interestOf, lateInterest } from './late-interest.ts';
import { type LateLaw, lateLawOf } from './late-law.ts';
import { type OwedPart, owedParts } from './owed-parts.ts';
import { formalNoticeOn, type PenaltyBook } from './penalty-book.ts';

export type Accrued = {
  readonly law: LateLaw;
  readonly isLate: boolean; // some of it was paid late, or is late now
  readonly interest: number | null; // minor units, rounded once; null: a rate is missing
  readonly segments: readonly InterestSegment[];
  readonly missing: MissingRate | null;
  readonly indemnity: number | null; // minor units, for the whole invoice; null: its currency is not that of the sum
};

/** @param through the last day that counts, at most the book's */
export function accruedOn(book: PenaltyBook, invoice: number, through: DayNumber): Accrued {
  const { clients, currencies, invoices } = book.ledger.register;
  const client = clients[invoices.client[invoice]];
  const law = lateLawOf(book.settings, client);
  const issued = invoices.issueDay[invoice];
  const window = { since: issued, through };
  const parts = owedParts(book.ledger, invoice, window, book.asOf);
  const isLate = parts.some((spans) => spans.some(({ principal }) => principal > 0));
  const none = { law, isLate, interest: 0, segments: [], missing: null, indemnity: 0 };
  if (!isLate || isPaymentForbidden(issued, firstLateDay(parts) - 1, client.insolvencyOn)) return none;
  const { fixedSum } = law;
  const total = invoices.total[invoice];
  const lastDay = Math.min(through, lastInterestDay(issued, client.insolvencyOn));
  return {
    ...none,
    ...interestOn(book, invoice, law, lastDay),
    indemnity: fixedSum === null ? 0 : fixedSumOn(fixedSum, total, currencies[invoices.currency[invoice]]),
  };
}

function firstLateDay(parts: readonly OwedPart[]): DayNumber {
  const days = parts.flatMap((spans) =>
    spans.filter(({ principal }) => principal > 0).map(({ after }) => after),
  );
  return Math.min(...days) + 1;
}

type Interest = Pick<Accrued, 'interest' | 'segments' | 'missing'>;

function interestOn(
  book: PenaltyBook,
  invoice: number,
  { interest: terms, since }: LateLaw,
  through: DayNumber,
): Interest {
  const begins = since === 'dueDay' ? Number.NEGATIVE_INFINITY : formalNoticeOn(book, invoice);
  if (terms === null || begins === null) return { interest: 0, segments: [], missing: null };
  const parts = owedParts(book.ledger, invoice, { since: begins, through }, book.asOf);
  return summed(parts, terms, book);
}

/** Each part has its own first day; the sum is rounded once. */
function summed(parts: readonly OwedPart[], terms: InterestTerms, { rates }: PenaltyBook): Interest {
  const segments: InterestSegment[] = [];
  for (const spans of parts) {
    const part = lateInterest(spans, terms, rates);
    if (part.minor === null) return { interest: null, segments: [], missing: part.missing };
    segments.push(...part.segments);
  }
  return { interest: interestOf(segments), segments, missing: null };
}
