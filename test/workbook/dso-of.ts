/** DSO figures made by hand for the workbook's tests: a season of two years, the first three months without history. */
import type { Receivables } from '../../batch/answers/report.ts';
import { addMonths, civilDate, endOfMonth } from '../../shared/base/civil-date.ts';
import type { DsoFigures, DsoMeasures, DsoMonth } from '../../shared/receivables/dso.ts';
import type { Wanted } from './register-of.ts';

function figuresOf(open: number, overdue: number, sales: number): DsoFigures {
  if (sales <= 0) return NO_FIGURES;
  const days = (share: number) => ({ value: share * 91 });
  return {
    countBack: days((open / sales) * 1.04),
    simple: days(open / sales),
    bestPossible: days((open - overdue) / sales),
    averageDaysDelinquent: days(overdue / sales),
    cei: { value: 78.4 },
    weightedDaysToPay: { value: 47.31 },
    weightedDaysLate: { value: 12.94 },
    weightedDaysToPayWithOpen: { value: 55.02 },
    weightedDaysLateWithOpen: { value: 21.5 },
  };
}

const NO_FIGURES: DsoFigures = {
  countBack: { value: null, reason: 'history-exhausted' },
  simple: { value: null, reason: 'no-sales' },
  bestPossible: { value: null, reason: 'no-sales' },
  averageDaysDelinquent: { value: null, reason: 'no-sales' },
  cei: { value: null, reason: 'nothing-collectable' },
  weightedDaysToPay: { value: null, reason: 'no-cash' },
  weightedDaysLate: { value: null, reason: 'no-cash' },
  weightedDaysToPayWithOpen: { value: null, reason: 'no-cash' },
  weightedDaysLateWithOpen: { value: null, reason: 'no-cash' },
};

export function measuresOf(wanted: Wanted, { open, overdue }: Receivables, asOfDay: number): DsoMeasures {
  const sales = Math.round(open * 1.6);
  const months = wanted.months ?? 24;
  return {
    ...figuresOf(open, overdue, sales),
    periodDays: 91,
    sales,
    monthly: Array.from({ length: months }, (_, at) =>
      monthOf(open, sales, addMonths(asOfDay, at - months), at),
    ),
  };
}

/** The first three months have no history yet. */
function monthOf(open: number, sales: number, day: number, at: number): DsoMonth {
  const season = 1 + 0.25 * Math.sin(at / 2) + at / 100;
  const closing = Math.round(open * 0.8 * season);
  const overdue = Math.round(closing * (0.35 + 0.1 * Math.cos(at / 3)));
  const end = endOfMonth(day);
  const figures = at < 3 ? NO_FIGURES : figuresOf(closing, overdue, sales);
  return {
    ...figures,
    month: civilDate(end).slice(0, 7),
    end,
    sales: Math.round(sales / 3),
    closing,
    overdue,
  };
}
