/** The charts of one currency, in the order the mail shows them. */
import type { CurrencyReport, Report } from '../answers/report.ts';
import { ageingChart } from './ageing-chart.ts';
import type { Chart } from './chart.ts';
import { dsoChart } from './dso-chart.ts';
import { forecastChart } from './forecast-chart.ts';

/** Those that have something to show. */
export function chartsOf(report: Report, part: CurrencyReport): readonly Chart[] {
  const charts = [ageingChart(report, part), dsoChart(report, part), forecastChart(report, part)];
  return charts.filter((chart) => chart !== null);
}
