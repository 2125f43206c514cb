/**
 * Late interest: simple, actual/365 in leap years too, from the day after the due date to the day of payment, on the principal as
 * it was on each day; split where the half-year's rate changes, rounded once at the end.
 */
import type { DayNumber } from '../base/civil-date.ts';
import { roundHalfAway } from '../base/money.ts';
import { halfYearOf, type MissingRate, nextHalfYear, type RateTable } from './half-year-rates.ts';

/** At what rate. */
export type InterestTerms = FlatRate | SeriesRate;

/** A rate of the contract, percent a year. */
export type FlatRate = { readonly rate: 'percent'; readonly percent: number };

/** A rate of the rates table, and what is added to it. */
export type SeriesRate = {
  readonly rate: 'series';
  readonly series: string;
  readonly margin: number; // points
  readonly applies: 'eachHalfYear' | 'firstDay' | 'lastDay'; // each half-year at its own; or one rate for all: that of the first or last day late
  readonly reference?: 'eve'; // a rate kept by the day of its change counts as it stood on the eve of the half-year
  readonly roundedUpTo?: number; // points: the sum of rate and margin goes up to the next multiple
};

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

/** @param spans of one debt in order of time, the first one beginning when interest does */
export function lateInterest(
  spans: readonly PrincipalSpan[],
  terms: InterestTerms,
  rates: RateTable,
): LateInterest {
  const segments: InterestSegment[] = [];
  const owed = spans.filter(({ principal }) => principal > 0);
  const fixedOn = fixedDay(owed, terms);
  for (const { after, principal, through } of owed) {
    for (const piece of piecesOf(after, through, fixedOn === null && terms.rate === 'series')) {
      const rate = rateFrom(terms, rates, fixedOn ?? piece.after + 1);
      if (typeof rate !== 'number') return { minor: null, missing: rate };
      const days = piece.through - piece.after;
      segments.push({ from: piece.after + 1, through: piece.through, days, principal, percent: rate });
    }
  }
  return { minor: interestOf(segments), segments };
}

/** The day whose half-year gives the one rate of all; null where each half-year has its own. */
function fixedDay(owed: readonly PrincipalSpan[], terms: InterestTerms): DayNumber | null {
  if (terms.rate === 'percent' || terms.applies === 'eachHalfYear' || owed.length === 0) return null;
  return terms.applies === 'firstDay' ? owed[0].after + 1 : owed[owed.length - 1].through;
}

type Piece = { readonly after: DayNumber; readonly through: DayNumber };

/** A span, cut where a half-year begins. */
function piecesOf(after: DayNumber, through: DayNumber, isSplit: boolean): readonly Piece[] {
  if (!isSplit) return [{ after, through }];
  const pieces: Piece[] = [];
  for (let from = after; from < through; ) {
    const to = Math.min(through, nextHalfYear(halfYearOf(from + 1)) - 1);
    pieces.push({ after: from, through: to });
    from = to;
  }
  return pieces;
}

/** The yearly percentage of the half-year a day falls in, or the row that is missing. */
export function rateFrom(terms: InterestTerms, rates: RateTable, day: DayNumber): number | MissingRate {
  if (terms.rate === 'percent') return terms.percent;
  const { margin, reference, roundedUpTo = 0, series } = terms;
  const halfYear = halfYearOf(day);
  const percent = rates(series, halfYear, reference === 'eve' ? halfYear - 1 : halfYear);
  return percent === null ? { series, from: halfYear } : roundedUp(percent + margin, roundedUpTo);
}

/** @param step points; 0: the rate stays as it is */
function roundedUp(percent: number, step: number): number {
  const whole = Math.round(percent * RATE_UNIT);
  const unit = Math.round(step * RATE_UNIT);
  return (unit === 0 ? whole : Math.ceil(whole / unit) * unit) / RATE_UNIT;
}

/** The interest of segments together, minor units: rounded once, half away from zero. */
export function interestOf(segments: readonly InterestSegment[]): number {
  const sum = segments.reduce((all, segment) => all + numeratorOf(segment), 0);
  return roundHalfAway(sum / (RATE_UNIT * PERCENT * DAYS_PER_YEAR));
}

/** One segment's interest, in minor units, not rounded: a letter shows it with four decimals of the currency's unit. */
export function segmentInterest(segment: InterestSegment): number {
  return numeratorOf(segment) / (RATE_UNIT * PERCENT * DAYS_PER_YEAR);
}

function numeratorOf({ days, percent, principal }: InterestSegment): number {
  return principal * days * Math.round(percent * RATE_UNIT);
}
