/** How fast sales turn into cash: DSO and its family, as of a day and by month. */
import { civilDate, type DayNumber, endOfMonth, startOfMonth } from '../base/civil-date.ts';
import { type CashDays, cashDaysOn } from './cash-days.ts';
import { type DayGrid, gridOf, indexFrom } from './day-grid.ts';
import {
  countBack,
  daysOfSales,
  difference,
  effectiveness,
  type Figure,
  none,
  weightedDays,
} from './dso-formulas.ts';
import type { Ledger } from './replay.ts';
import { monthsBack, type Sales, salesBetween, salesUntil } from './sales.ts';
import { type Standing, standingOn } from './standing.ts';

export type { Figure, NoFigure } from './dso-formulas.ts';

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

/** The window of `simple`, `bestPossible` and `cei`: this many days, the last of which is the day asked for. */
const PERIOD_DAYS = 91;

const SERIES_MONTHS = 24;

/** Every measure of one currency as of a day, with the months before. */
export function measureDso(ledger: Ledger, currency: number, asOf: DayNumber): DsoMeasures {
  return measureDsoAgainst(ledger, currency, asOf, []).measures;
}

/** The same, and the figures of earlier days to compare with, from one walk over the register. */
export function measureDsoAgainst(
  ledger: Ledger,
  currency: number,
  asOf: DayNumber,
  earlier: readonly DayNumber[],
): { readonly measures: DsoMeasures; readonly earlier: readonly DsoFigures[] } {
  const ends = wholeMonthEnds(asOf, SERIES_MONTHS);
  const history = historyOn(ledger, currency, [...ends, asOf, ...earlier]);
  const measures = {
    ...figuresOn(history, asOf),
    periodDays: PERIOD_DAYS,
    sales: salesBetween(history.sales, asOf - PERIOD_DAYS + 1, asOf),
    monthly: ends.map((end) => monthOf(history, end)),
  };
  return { measures, earlier: earlier.map((day) => figuresOn(history, day)) };
}

/** The figures of one day alone. */
export function dsoFiguresOn(ledger: Ledger, currency: number, asOf: DayNumber): DsoFigures {
  return figuresOn(historyOn(ledger, currency, [asOf]), asOf);
}

/** The last days of the last whole months, oldest first; a month that ends on the day is whole. */
function wholeMonthEnds(asOf: DayNumber, count: number): readonly DayNumber[] {
  const ends: DayNumber[] = [];
  let end = endOfMonth(asOf) === asOf ? asOf : startOfMonth(asOf) - 1;
  while (ends.length < count) {
    ends.unshift(end);
    end = startOfMonth(end) - 1;
  }
  return ends;
}

/** What the figures of several days are made of. */
type History = {
  readonly sales: Sales;
  readonly standing: Standing; // on the days and on the eves of their windows
  readonly standingGrid: DayGrid;
  readonly cash: CashDays;
  readonly cashGrid: DayGrid;
};

function historyOn(ledger: Ledger, currency: number, days: readonly DayNumber[]): History {
  const standingGrid = gridOf([...days, ...days.map((day) => day - PERIOD_DAYS)]);
  const cashGrid = gridOf(days);
  return {
    sales: salesUntil(ledger.register, currency, Math.max(...days)),
    standing: standingOn(ledger, currency, standingGrid),
    standingGrid,
    cash: cashDaysOn(ledger, currency, cashGrid),
    cashGrid,
  };
}

function monthOf(history: History, end: DayNumber): DsoMonth {
  const at = indexFrom(history.standingGrid, end);
  return {
    month: civilDate(end).slice(0, 7),
    end,
    sales: salesBetween(history.sales, startOfMonth(end), end),
    closing: history.standing.open[at],
    overdue: history.standing.overdue[at],
    ...figuresOn(history, end),
  };
}

function figuresOn(history: History, asOf: DayNumber): DsoFigures {
  const { sales, standing, standingGrid } = history;
  const at = indexFrom(standingGrid, asOf);
  const open = standing.open[at];
  const notDue = open - standing.overdue[at];
  const opening = standing.open[indexFrom(standingGrid, asOf - PERIOD_DAYS)];
  const periodSales = salesBetween(sales, asOf - PERIOD_DAYS + 1, asOf);
  const simple = daysOfSales(open, periodSales, PERIOD_DAYS);
  const bestPossible = daysOfSales(notDue, periodSales, PERIOD_DAYS);
  return {
    countBack: sales.firstSaleDay > asOf ? none('no-sales') : countBack(open, monthsBack(sales, asOf)),
    simple,
    bestPossible,
    averageDaysDelinquent: difference(simple, bestPossible),
    cei: effectiveness({ opening, sales: periodSales, closing: open, notDue }),
    ...cashFigures(history, asOf),
  };
}

type CashFigures = Pick<
  DsoFigures,
  'weightedDaysToPay' | 'weightedDaysLate' | 'weightedDaysToPayWithOpen' | 'weightedDaysLateWithOpen'
>;

function cashFigures({ cash, cashGrid, standing, standingGrid }: History, asOf: DayNumber): CashFigures {
  const at = indexFrom(cashGrid, asOf);
  const open = indexFrom(standingGrid, asOf);
  const amount = cash.amount[at];
  const withOpen = amount + standing.overdue[open];
  return {
    weightedDaysToPay: weightedDays(cash.toPay[at], amount),
    weightedDaysLate: weightedDays(cash.late[at], amount),
    weightedDaysToPayWithOpen: weightedDays(cash.toPay[at] + standing.overdueAge[open], withOpen),
    weightedDaysLateWithOpen: weightedDays(cash.late[at] + standing.overdueDelay[open], withOpen),
  };
}
