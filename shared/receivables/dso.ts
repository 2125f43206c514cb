/** How fast sales turn into cash: DSO and its family, as of a day and by month. */
import type { DayNumber } from '../base/civil-date.ts';

/** Why a figure cannot be computed. */
export type NoFigure = 'no-sales' | 'no-history' | 'history-exhausted' | 'no-cash' | 'nothing-collectable';

/** A figure, or why there is none: never 0 or infinity in its place. */
export type Figure = { readonly value: number } | { readonly value: null; readonly reason: NoFigure };

/** Figures of one currency as of one day. Days unless said otherwise. */
export type DsoFigures = {
  readonly countBack: Figure;
  readonly simple: Figure;
  readonly bestPossible: Figure;
  readonly averageDaysDelinquent: Figure;
  readonly cei: Figure; // percent
  readonly weightedDaysToPay: Figure; // cash of the last 365 days, from issue to payment
  readonly weightedDaysLate: Figure; // … from due date to payment; early payments count negative
  readonly weightedDaysToPayWithOpen: Figure; // the same with what is open and overdue counted to the day
  readonly weightedDaysLateWithOpen: Figure;
};

export type DsoMonth = DsoFigures & {
  readonly month: string; // '2026-10'
  readonly end: DayNumber;
  readonly sales: number; // invoices less credit notes issued in the month, VAT included, minor units
  readonly closing: number; // open at the month's end
  readonly overdue: number; // of which past due
};

export type DsoMeasures = DsoFigures & {
  readonly periodDays: number;
  readonly sales: number; // of the window, minor units
  readonly monthly: readonly DsoMonth[]; // the last 24 whole months, oldest first
};
