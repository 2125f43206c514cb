/** The forecast as JSON: null and the reason where nothing was ever paid. */
import { civilDate } from '../../shared/base/civil-date.ts';
import { decimalText } from '../../shared/base/money.ts';
import type { ChasedForecast, Forecast, ForecastWeek } from '../../shared/insight/forecast/forecast.ts';
import type { JsonRow, JsonValue } from './json-text.ts';
import type { CurrencyReport, Report } from './report.ts';

type MoneyText = (minor: number) => string;

/** The keys `forecast` and, where it is null, `forecastReason`. */
export function forecastValue(
  { register }: Report,
  { currency, forecast }: CurrencyReport,
): { readonly [key: string]: JsonValue } {
  if (forecast.value === null) return { forecast: null, forecastReason: forecast.reason };
  const money = (minor: number): string => decimalText(minor, currency);
  const { chased, disputedApart, items, later, unapplied, weeks } = forecast.value;
  return {
    forecast: {
      weeks: weeks.map((week) => weekValue(week, money)),
      later: money(later),
      disputedApart: money(disputedApart),
      unapplied: money(unapplied),
      ...chasedValue(chased, money),
      items: () => itemRows(items, register.invoices.numberAt),
    },
  };
}

/** Everything due chased now: the keys `chased` and, where it is null, `chasedReason`. */
function chasedValue(chased: ChasedForecast, money: MoneyText): { readonly [key: string]: JsonValue } {
  if (chased.value === null) return { chased: null, chasedReason: chased.reason };
  const { amount, items, reminders, times, weeks } = chased.value;
  return { chased: { items, amount: money(amount), times, reminders, weeks: weeks.map(money) } };
}

function weekValue({ from, expected, low, high }: ForecastWeek, money: MoneyText): JsonValue {
  return { from: civilDate(from), expected: money(expected), low: money(low), high: money(high) };
}

function* itemRows(items: Forecast['items'], numberAt: (invoice: number) => string): Generator<JsonRow> {
  for (const { invoice, instalment, expectedOn, p10, p90, late, lateBy30, paidWithinYear } of items) {
    yield {
      invoice: numberAt(invoice),
      instalment,
      expectedOn: civilDate(expectedOn),
      p10: civilDate(p10),
      p90: civilDate(p90),
      late,
      lateBy30,
      paidWithinYear,
    };
  }
}
