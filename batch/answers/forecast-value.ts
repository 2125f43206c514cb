/** The forecast as JSON: where nothing was ever paid its weeks and items stand, their figures null with the reason. */
import { civilDate, type DayNumber } from '../../shared/base/civil-date.ts';
import { decimalText } from '../../shared/base/money.ts';
import type {
  ChasedForecast,
  Forecast,
  ForecastWeek,
  NoForecast,
} from '../../shared/insight/forecast/forecast.ts';
import { WEEKS } from '../../shared/insight/forecast/forecast-weeks.ts';
import type { OpenItem } from '../../shared/receivables/ledger.ts';
import type { JsonRow, JsonValue } from './json-text.ts';
import type { CurrencyReport, Report } from './report.ts';

type MoneyText = (minor: number) => string;

/** The keys `forecast` and, where there is none, `forecastReason`: who reads the weeks finds them either way. */
export function forecastValue(
  { asOfDay, register }: Report,
  { currency, forecast, items: open }: CurrencyReport,
): { readonly [key: string]: JsonValue } {
  if (forecast.value === null) {
    const { reason } = forecast;
    return {
      forecast: noForecast(reason, asOfDay, open, register.invoices.numberAt),
      forecastReason: reason,
    };
  }
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

function noForecast(
  reason: NoForecast,
  asOf: DayNumber,
  open: readonly OpenItem[],
  numberAt: (invoice: number) => string,
): JsonValue {
  const week = unknown(['expected', 'low', 'high'], reason);
  const item = unknown(['expectedOn', 'p10', 'p90', 'late', 'lateBy30', 'paidWithinYear'], reason);
  return {
    weeks: Array.from({ length: WEEKS }, (_, at) => ({ from: civilDate(asOf + 1 + 7 * at), ...week })),
    ...unknown(['later', 'disputedApart', 'unapplied', 'chased'], reason),
    items: () => open.map(({ instalment, invoice }) => ({ invoice: numberAt(invoice), instalment, ...item })),
  };
}

/** Each key null, with its reason beside it. */
function unknown(keys: readonly string[], reason: NoForecast): { readonly [key: string]: string | null } {
  return Object.fromEntries(keys.flatMap((key) => [[key, null] as const, [`${key}Reason`, reason] as const]));
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
