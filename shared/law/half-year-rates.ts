/** Rates by half-year: the law takes those of 1 January and 1 July (C. com. L441-10 II, C. mon. fin. L313-2, directive 2011/7/EU art. 2). */
import { type DayNumber, dayOf, yearMonthDay } from '../base/civil-date.ts';
import type { Rate as RateRow } from '../register/entries.ts';

type Rate = Pick<RateRow, 'series' | 'from' | 'percent'>;

/** The row that the rates table lacks. */
export type MissingRate = { readonly series: string; readonly from: DayNumber };

/**
 * @param halfYear the day the half-year begins
 * @param on the day whose rate it takes where a series is kept by the day of each change; without one, that first day
 * @returns the rate of a series in percent; null where no row gives it
 */
export type RateTable = (series: string, halfYear: DayNumber, on?: DayNumber) => number | null;

/** The first day of the half-year a day falls in. */
export function halfYearOf(day: DayNumber): DayNumber {
  const { year, month } = yearMonthDay(day);
  return dayOf(year, month <= 6 ? 1 : 7, 1);
}

/** The first day of the half-year after the one that begins on the day. */
export function nextHalfYear(halfYear: DayNumber): DayNumber {
  return halfYearOf(halfYear + 190);
}

/**
 * A series whose rows all stand on 1 January or 1 July is kept by half-year: each needs a row of its own. Any other is kept by
 * the day a rate takes effect, and its last row stands until the next.
 */
export function rateTable(rates: readonly Rate[]): RateTable {
  const bySeries = new Map<string, Rate[]>();
  for (const rate of rates) {
    const name = seriesName(rate.series);
    bySeries.set(name, [...(bySeries.get(name) ?? []), rate]);
  }
  return (series, halfYear, on = halfYear) => {
    const rows = bySeries.get(seriesName(series)) ?? [];
    return isByHalfYear(rows) ? rateFrom(rows, halfYear) : latestRate(rows, on);
  };
}

function isByHalfYear(rows: readonly Rate[]): boolean {
  return rows.every(({ from }) => halfYearOf(from) === from);
}

function rateFrom(rows: readonly Rate[], halfYear: DayNumber): number | null {
  return rows.find(({ from }) => from === halfYear)?.percent ?? null;
}

function latestRate(rows: readonly Rate[], day: DayNumber): number | null {
  let latest: Rate | null = null;
  for (const row of rows) {
    if (row.from <= day && (latest === null || row.from > latest.from)) latest = row;
  }
  return latest?.percent ?? null;
}

function seriesName(series: string): string {
  return series.trim().toUpperCase();
}
