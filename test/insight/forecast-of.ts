/** Forecasts of registers written as records. */
import { type CivilDate, civilDate, dayNumber } from '../../shared/base/civil-date.ts';
import { type Forecast, type ForecastItem, forecastCash } from '../../shared/insight/forecast/forecast.ts';
import { buildLedger } from '../../shared/receivables/ledger.ts';
import { type InvoiceRecord, type RegisterRecords, registerOf } from '../receivables/register-of.ts';

/** A Tuesday. */
export const AS_OF: CivilDate = '2026-06-30';

export function daysBefore(days: number): CivilDate {
  return civilDate(dayNumber(AS_OF) - days);
}

/** Throws where there is none. */
export function forecast(records: RegisterRecords, asOf: CivilDate = AS_OF): Forecast {
  const answer = forecastCash(buildLedger(registerOf(records)), 0, dayNumber(asOf));
  if (answer.value === null) throw new Error(answer.reason);
  return answer.value;
}

/** Invoices of 100.00, one a fortnight, the last due a month ago; each paid so many days after its due date. */
export function history(late: readonly number[], client = 'C001') {
  const due = (k: number) => 30 + 14 * (late.length - 1 - k);
  return {
    invoices: late.map((_, k) => invoiceDue(`${client}-${k}`, -due(k), { client })),
    payments: late.map((days, k) => ({
      invoice: `${client}-${k}`,
      day: daysBefore(due(k) - days),
      amount: 100_00,
    })),
  };
}

/** An invoice of 100.00 due so many days after the day, 30 days after its issue. */
export function invoiceDue(
  number: string,
  inDays: number,
  given: Partial<InvoiceRecord> = {},
): InvoiceRecord {
  return { number, issued: daysBefore(30 - inDays), due: daysBefore(-inDays), total: 100_00, ...given };
}

/** The forecast of one open invoice beside a history. */
export function itemDue(inDays: number, records: RegisterRecords): ForecastItem {
  const { invoices } = records;
  const { items } = forecast({ ...records, invoices: [...invoices, invoiceDue('OPEN', inDays)] });
  const found = items.find(({ invoice }) => invoice === invoices.length);
  if (!found) throw new Error('not open');
  return found;
}

/** Days after the day asked for. */
export function ahead(day: number): number {
  return day - dayNumber(AS_OF);
}
