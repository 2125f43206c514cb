/** The formulas of DSO and its family: plain numbers in, a figure or the reason for none out. */
import type { SalesMonth } from './sales.ts';

/** Why a figure cannot be computed. */
export type NoFigure = 'no-sales' | 'history-exhausted' | 'no-cash' | 'nothing-collectable';

/** A figure, or why there is none: never 0 or infinity in its place. */
export type Figure = { readonly value: number } | { readonly value: null; readonly reason: NoFigure };

export function none(reason: NoFigure): Figure {
  return { value: null, reason };
}

/** a - b, or the reason that one of them lacks. */
export function difference(a: Figure, b: Figure): Figure {
  if (a.value === null) return a;
  return b.value === null ? b : { value: a.value - b.value };
}

/** The plain formula: receivables / sales of the period × its days. */
export function daysOfSales(open: number, periodSales: number, periodDays: number): Figure {
  return periodSales > 0 ? { value: (open / periodSales) * periodDays } : none('no-sales');
}

/**
 * Count-back DSO (épuisement): the sales that the receivables stand for, counted from the day backwards. The last month counts
 * pro rata of its own days; one without sales adds its days, one of credits its days and its amount.
 */
export function countBack(open: number, newestFirst: Iterable<SalesMonth>): Figure {
  let left = open;
  let days = 0;
  if (left <= 0) return { value: 0 };
  for (const month of newestFirst) {
    if (month.sales >= left) return { value: days + (left / month.sales) * month.days };
    left -= month.sales;
    days += month.days;
  }
  return none('history-exhausted');
}

/** Minor units of one currency at the ends of a period; `sales` in between. */
export type Collection = {
  readonly opening: number;
  readonly sales: number;
  readonly closing: number;
  readonly notDue: number; // of closing
};

/** Collection effectiveness index, percent: of all that could be collected in the period, the share that was. */
export function effectiveness({ opening, sales, closing, notDue }: Collection): Figure {
  if (sales <= 0) return none('no-sales');
  const collectable = opening + sales - notDue;
  if (collectable <= 0) return none('nothing-collectable');
  return { value: (100 * (opening + sales - closing)) / collectable };
}

/** A mean number of days, weighted by money. */
export function weightedDays(amountDays: number, amount: number): Figure {
  return amount > 0 ? { value: amountDays / amount } : none('no-cash');
}
