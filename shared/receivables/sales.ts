/** Sales: invoices less credit notes of one currency by issue date, VAT included. */
import { type DayNumber, dayOf, FIRST_YEAR, startOfMonth } from '../base/civil-date.ts';
import type { Register } from '../register/entries.ts';

export type Sales = {
  readonly firstDay: DayNumber; // of the first document, sale or credit; Infinity where there is none
  readonly firstSaleDay: DayNumber; // of the first invoice above 0; Infinity where there is none
  readonly running: Float64Array; // running[d]: minor units issued up to the day EARLIEST + d and on it
};

/** No document is older: its year would not be read. */
const EARLIEST = dayOf(FIRST_YEAR, 1, 1);

/** Adds up the documents issued up to a day and on it. */
export function salesUntil({ invoices }: Register, currency: number, lastDay: DayNumber): Sales {
  const { count, creditNote, currency: currencyOf, issueDay, total } = invoices;
  const running = new Float64Array(Math.max(0, lastDay - EARLIEST + 1));
  let firstDay = Number.POSITIVE_INFINITY;
  let firstSaleDay = Number.POSITIVE_INFINITY;
  for (let i = 0; i < count; i++) {
    if (currencyOf[i] !== currency || issueDay[i] > lastDay) continue;
    const sold = creditNote[i] === 1 ? -total[i] : total[i];
    running[issueDay[i] - EARLIEST] += sold;
    firstDay = Math.min(firstDay, issueDay[i]);
    if (sold > 0) firstSaleDay = Math.min(firstSaleDay, issueDay[i]);
  }
  for (let d = 1; d < running.length; d++) running[d] += running[d - 1];
  return { firstDay, firstSaleDay, running };
}

/** Sales of the days from one to another, both included, none after the day they were added up to. */
export function salesBetween(sales: Sales, from: DayNumber, to: DayNumber): number {
  return salesThrough(sales, to) - salesThrough(sales, from - 1);
}

function salesThrough({ running }: Sales, day: DayNumber): number {
  return day < EARLIEST ? 0 : running[day - EARLIEST];
}

export type SalesMonth = { readonly sales: number; readonly days: number };

/** The day's month up to that day, then whole months back to the first document's. */
export function* monthsBack(sales: Sales, asOf: DayNumber): Generator<SalesMonth> {
  let end = asOf;
  while (end >= sales.firstDay) {
    const start = startOfMonth(end);
    yield { sales: salesBetween(sales, start, end), days: end - start + 1 };
    end = start - 1;
  }
}
