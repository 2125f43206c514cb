/**
 * The limit a client's purchases and payments call for: what it buys in the days until it pays, times a factor of its grade.
 *
 *   purchases a day (12 months) × (terms + mean days late, 60 at most + 10) × factor; A: 2, B: 1.5, C: 0.75, D: 0, unknown: 0.5
 *
 * It is a proposal: a person sets limits. Without a purchase in 12 months there is nothing to go by, and none is proposed.
 */
import { roundHalfAway } from '../../base/money.ts';
import type { RiskGrade } from './risk.ts';
import type { RiskFigures } from './risk-figures.ts';

const FACTORS: Readonly<Record<RiskGrade, number>> = { A: 2, B: 1.5, C: 0.75, D: 0, unknown: 0.5 };
const DAYS = 365;
const MOST_DAYS_LATE = 60;
/** An order waits for its invoice, a payment for its bank. */
const SPARE_DAYS = 10;
const QUARTERS_BEFORE = 3;

/** @param unit minor units of one unit of the currency @returns minor units, two figures and zeros; null: nothing bought in 12 months */
export function proposedLimit(
  { growth, history }: RiskFigures,
  grade: RiskGrade,
  unit: number,
): number | null {
  const before = growth.salesBefore * QUARTERS_BEFORE;
  const sales = growth.sales + before;
  if (sales <= 0) return null;
  const terms = (growth.sales * growth.termDays + before * growth.termDaysBefore) / sales;
  const late = Math.min(Math.max(0, history.meanDaysLate), MOST_DAYS_LATE);
  return roundLimit((sales / DAYS) * (terms + late + SPARE_DAYS) * FACTORS[grade], unit);
}

/** Two figures and zeros, never finer than 100 units: 12,345.67 becomes 12,000. */
function roundLimit(minor: number, unit: number): number {
  const units = minor / unit;
  const step = Math.max(100, 10 ** (Math.floor(Math.log10(Math.max(units, 1))) - 1));
  return roundHalfAway(units / step) * step * unit;
}
