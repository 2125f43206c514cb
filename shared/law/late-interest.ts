/**
 * Late interest: simple, actual/365 in leap years too, from the day after the due date to the day of payment, on the principal as
 * it was on each day; split where the half-year's rate changes, rounded once at the end.
 */
import type { DayNumber } from '../base/civil-date.ts';
import { roundHalfAway } from '../base/money.ts';
import { halfYearOf, type MissingRate, nextHalfYear, type RateTable } from './half-year-rates.ts';

/** At what rate. `split`: each half-year at its own; otherwise that of the half-year in which interest began, to the end. */
export type InterestTerms =
  | { readonly rate: 'percent'; readonly percent: number } // a year
  | { readonly rate: 'series'; readonly series: string; readonly margin: number; readonly split: boolean };

/** What was owed from the day after `after` to `through` and on it, minor units. */
export type PrincipalSpan = {
  readonly after: DayNumber;
  readonly through: DayNumber;
  readonly principal: number;
};

/** Days that bear one rate on one principal: a line of the calculation as a letter shows it. */
export type InterestSegment = {
  readonly from: DayNumber;
  readonly through: DayNumber;
  readonly days: number;
  readonly principal: number; // minor units
  readonly percent: number; // a year
};

/** Minor units, or the row without which nothing is calculated. */
export type LateInterest =
  | { readonly minor: number; readonly segments: readonly InterestSegment[] }
  | { readonly minor: null; readonly missing: MissingRate };

const DAYS_PER_YEAR = 365;
const PERCENT = 100;
/** Rates are whole ten-thousandths of a percent, so that sums of half a cent are seen as such. */
const RATE_UNIT = 10_000;

/** @param spans in order of time, the first one beginning when interest does */
export function lateInterest(
  spans: readonly PrincipalSpan[],
  terms: InterestTerms,
  rates: RateTable,
): LateInterest {
  const segments: InterestSegment[] = [];
  for (const span of spans) {
    if (span.principal <= 0) continue;
    for (const { after, through } of piecesOf(span, terms)) {
      const rate = rateFrom(terms, rates, isFixed(terms) ? spans[0].after + 1 : after + 1);
      if (typeof rate !== 'number') return { minor: null, missing: rate };
      const { principal } = span;
      segments.push({ from: after + 1, through, days: through - after, principal, percent: rate });
    }
  }
  return { minor: sumOf(segments), segments };
}

function isFixed(terms: InterestTerms): boolean {
  return terms.rate === 'series' && !terms.split;
}

/** A span, cut where a half-year begins. */
function piecesOf(
  { after, through }: PrincipalSpan,
  terms: InterestTerms,
): readonly { readonly after: DayNumber; readonly through: DayNumber }[] {
  if (terms.rate === 'percent' || !terms.split) return [{ after, through }];
  const pieces: { readonly after: DayNumber; readonly through: DayNumber }[] = [];
  for (let from = after; from < through; ) {
    const to = Math.min(through, nextHalfYear(halfYearOf(from + 1)) - 1);
    pieces.push({ after: from, through: to });
    from = to;
  }
  return pieces;
}

function rateFrom(terms: InterestTerms, rates: RateTable, day: DayNumber): number | MissingRate {
  if (terms.rate === 'percent') return terms.percent;
  const halfYear = halfYearOf(day);
  const percent = rates(terms.series, halfYear);
  return percent === null ? { series: terms.series, from: halfYear } : percent + terms.margin;
}

function sumOf(segments: readonly InterestSegment[]): number {
  const sum = segments.reduce(
    (all, { days, percent, principal }) => all + principal * days * Math.round(percent * RATE_UNIT),
    0,
  );
  return roundHalfAway(sum / (RATE_UNIT * PERCENT * DAYS_PER_YEAR));
}
