/** Sales: invoices less credit notes of one currency by issue date, VAT included. */
import { type DayNumber, startOfMonth } from '../base/civil-date.ts';
import type { Invoices, Register } from '../register/entries.ts';

export type Sales = {
  readonly firstDay: DayNumber; // of the first document, sale or credit; Infinity where there is none
  readonly firstSaleDay: DayNumber; // of the first invoice above 0; Infinity where there is none
  readonly running: Float64Array; // running[d]: minor units issued up to firstDay + d and on it
};

/** Adds up the documents issued up to a day and on it. */
export function salesUntil({ invoices }: Register, currency: number, lastDay: DayNumber): Sales {
  const { count, creditNote, currency: currencyOf, issueDay, total } = invoices;
  const firstDay = firstIssueDay(invoices, currency);
  const running = new Float64Array(Math.max(0, lastDay - firstDay + 1));
  let firstSaleDay = Number.POSITIVE_INFINITY;
  for (let i = 0; i < count; i++) {
    if (currencyOf[i] !== currency || issueDay[i] > lastDay) continue;
    const sold = creditNote[i] === 1 ? -total[i] : total[i];
    running[issueDay[i] - firstDay] += sold;
    if (sold > 0) firstSaleDay = Math.min(firstSaleDay, issueDay[i]);
  }
  for (let d = 1; d < running.length; d++) running[d] += running[d - 1];
  return { firstDay, firstSaleDay, running };
}

function firstIssueDay({ count, currency: currencyOf, issueDay }: Invoices, currency: number): DayNumber {
  let first = Number.POSITIVE_INFINITY;
  for (let i = 0; i < count; i++) if (currencyOf[i] === currency) first = Math.min(first, issueDay[i]);
  return first;
}

/** Sales of the days from one to another, both included, none after the day they were added up to. */
export function salesBetween(sales: Sales, from: DayNumber, to: DayNumber): number {
  return salesThrough(sales, to) - salesThrough(sales, from - 1);
}

function salesThrough({ firstDay, running }: Sales, day: DayNumber): number {
  return day < firstDay ? 0 : running[day - firstDay];
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
