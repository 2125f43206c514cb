/**
 * Judging out of time: on each of several days the product is given what was known that day and nothing later; then what came is looked at.
 *
 * - A client is late when at least half of the invoices that fall due in the 90 days after are paid late (one day is late).
 * - An invoice is late when it is not paid in full by its due day; judged are those open and not due yet.
 * - The expected date is judged on open invoices that were paid later on, in days; cash on what the open invoices brought in each of 13 weeks.
 */
import type { DayNumber } from '../../../shared/base/civil-date.ts';
import { type ForecastItem, forecastCash } from '../../../shared/insight/forecast/forecast.ts';
import { rateClients } from '../../../shared/insight/risk/risk.ts';
import { buildLedger } from '../../../shared/receivables/ledger.ts';
import { type Baselines, baselinesOf } from './baselines.ts';
import { type DataInvoice, type DataSet, registerAt, settledDay } from './data-set.ts';
import { areaUnderCurve, mean, meanOfKnown, wape } from './figures.ts';

/** One figure of the product, and of those it is compared with. */
export type Compared = Readonly<Record<string, number>>;

export type Verdict = {
  readonly asOfDays: number;
  readonly clients: number; // judged, on all days together
  readonly invoices: number;
  readonly clientAuc: Compared;
  readonly invoiceAuc: Compared;
  readonly meanError: Compared; // days
  readonly coverage: number; // of the interval that should hold 80 %
  readonly coverageOfWeeks: number; // of the weeks' range, which should hold 80 %
  readonly wape: Compared; // of 13 weeks
};

const OUTLOOK_DAYS = 90;
const WEEKS = 13;

export function judge(set: DataSet, days: number): Verdict {
  const verdicts = asOfDays(set, days).map((asOf) => judgeDay(set, asOf));
  const figures = (of: (one: DayVerdict) => number) => meanOfKnown(verdicts.map(of));
  const compared = (of: (one: DayVerdict) => Compared): Compared =>
    Object.fromEntries(Object.keys(of(verdicts[0])).map((key) => [key, figures((one) => of(one)[key])]));
  return {
    asOfDays: verdicts.length,
    clients: verdicts.reduce((sum, one) => sum + one.clients, 0),
    invoices: verdicts.reduce((sum, one) => sum + one.invoices, 0),
    clientAuc: compared((one) => one.clientAuc),
    invoiceAuc: compared((one) => one.invoiceAuc),
    meanError: compared((one) => one.meanError),
    coverage: figures((one) => one.coverage),
    coverageOfWeeks: figures((one) => one.coverageOfWeeks),
    wape: compared((one) => one.wape),
  };
}

type DayVerdict = Omit<Verdict, 'asOfDays'>;

/** Spread evenly from the day by which four in ten were issued to the last that leaves 91 days to see what came. */
function asOfDays({ invoices, lastDay }: DataSet, days: number): readonly DayNumber[] {
  const issued = invoices.map((invoice) => invoice.issued).sort((a, b) => a - b);
  const from = issued[Math.floor(issued.length * 0.4)];
  const to = Math.max(from, Math.min(lastDay, issued[issued.length - 1]) - 7 * WEEKS);
  const found = Array.from({ length: days }, (_, k) =>
    Math.round(from + ((to - from) * k) / Math.max(1, days - 1)),
  );
  return Array.from(new Set(found));
}

function judgeDay(set: DataSet, asOf: DayNumber): DayVerdict {
  const ledger = buildLedger(registerAt(set, asOf));
  const { clients, invoices } = ledger.register;
  const baselines = baselinesOf(set.invoices, asOf);
  const scores = new Map(
    rateClients(ledger, 0, asOf).map(({ client, score }) => [clients[client].code, score]),
  );
  const answer = forecastCash(ledger, 0, asOf);
  const forecast = answer.value ?? { items: [], weeks: [] };
  const items = new Map(forecast.items.map((item) => [invoices.numberAt(item.invoice), item]));
  const open = set.invoices.filter(({ number }) => items.has(number));
  return {
    ...judgeClients(set, asOf, scores, baselines),
    ...judgeInvoices(open, asOf, items, baselines),
    ...judgeDates(open, items, asOf, baselines),
    ...judgeWeeks(open, asOf, forecast.weeks, baselines),
  };
}

function judgeClients(
  { invoices }: DataSet,
  asOf: DayNumber,
  scores: ReadonlyMap<string, number>,
  { lateRate, meanDelay, overdueDays }: Baselines,
): Pick<DayVerdict, 'clients' | 'clientAuc'> {
  const fates = new Map<string, { due: number; late: number }>();
  for (const invoice of invoices) {
    if (invoice.due <= asOf || invoice.due > asOf + OUTLOOK_DAYS || !scores.has(invoice.client)) continue;
    const fate = fates.get(invoice.client) ?? { due: 0, late: 0 };
    fates.set(invoice.client, { due: fate.due + 1, late: fate.late + Number(isLate(invoice)) });
  }
  const judged = Array.from(fates.keys());
  const outcomes = Array.from(fates.values(), ({ due, late }) => late * 2 >= due);
  const auc = (score: (client: string) => number) => areaUnderCurve(judged.map(score), outcomes);
  return {
    clients: judged.length,
    clientAuc: {
      product: auc((client) => scores.get(client) ?? Number.NaN),
      'client mean': auc(meanDelay),
      'late rate': auc(lateRate),
      ageing: auc(overdueDays),
    },
  };
}

function isLate(invoice: DataInvoice): boolean {
  const settled = settledDay(invoice);
  return settled === null || settled > invoice.due;
}

function judgeInvoices(
  open: readonly DataInvoice[],
  asOf: DayNumber,
  items: ReadonlyMap<string, ForecastItem>,
  { lateRate, meanDelay }: Baselines,
): Pick<DayVerdict, 'invoices' | 'invoiceAuc'> {
  const judged = open.filter(({ due }) => due >= asOf);
  const outcomes = judged.map(isLate);
  const auc = (score: (invoice: DataInvoice) => number) => areaUnderCurve(judged.map(score), outcomes);
  return {
    invoices: judged.length,
    invoiceAuc: {
      product: auc(({ number }) => items.get(number)?.late ?? Number.NaN),
      'client mean': auc(({ client }) => meanDelay(client)),
      'late rate': auc(({ client }) => lateRate(client)),
    },
  };
}

function judgeDates(
  open: readonly DataInvoice[],
  items: ReadonlyMap<string, ForecastItem>,
  asOf: DayNumber,
  { meanDelay }: Baselines,
): Pick<DayVerdict, 'meanError' | 'coverage'> {
  const errors: { product: number; due: number; mean: number; covered: number }[] = [];
  for (const invoice of open) {
    const item = items.get(invoice.number);
    const settled = settledDay(invoice);
    if (item === undefined || settled === null) continue;
    const error = (day: number) => Math.abs(Math.max(day, asOf + 1) - settled);
    errors.push({
      product: Math.abs(item.expectedOn - settled),
      due: error(invoice.due),
      mean: error(Math.round(invoice.due + meanDelay(invoice.client))),
      covered: Number(settled >= item.p10 && settled <= item.p90),
    });
  }
  return {
    meanError: {
      product: mean(errors.map(({ product }) => product)),
      'client mean': mean(errors.map((error) => error.mean)),
      'due date': mean(errors.map(({ due }) => due)),
    },
    coverage: mean(errors.map(({ covered }) => covered)),
  };
}

function judgeWeeks(
  open: readonly DataInvoice[],
  asOf: DayNumber,
  weeks: readonly { readonly expected: number; readonly low: number; readonly high: number }[],
  { meanDelay }: Baselines,
): Pick<DayVerdict, 'wape' | 'coverageOfWeeks'> {
  const came = weekly((add) => {
    for (const { payments } of open)
      for (const { amount, day } of payments) if (day > asOf) add(day - asOf, amount);
  });
  const onDays = (dayOf: (invoice: DataInvoice) => number) =>
    weekly((add) => {
      for (const invoice of open) add(Math.max(1, Math.round(dayOf(invoice)) - asOf), openOn(invoice, asOf));
    });
  return {
    coverageOfWeeks: mean(
      weeks.map(({ high, low }, week) => Number(came[week] >= low && came[week] <= high)),
    ),
    wape: {
      product: wape(
        weeks.map(({ expected }) => expected),
        came,
      ),
      'client mean': wape(
        onDays(({ client, due }) => due + meanDelay(client)),
        came,
      ),
      'due date': wape(
        onDays(({ due }) => due),
        came,
      ),
    },
  };
}

function openOn({ amount, payments }: DataInvoice, asOf: DayNumber): number {
  return payments.reduce((open, payment) => (payment.day <= asOf ? open - payment.amount : open), amount);
}

/** @param fill adds an amount so many days after the day asked for */
function weekly(fill: (add: (days: number, amount: number) => void) => void): readonly number[] {
  const sums: number[] = new Array(WEEKS).fill(0);
  fill((days, amount) => {
    const week = Math.floor((days - 1) / 7);
    if (week < WEEKS) sums[week] += amount;
  });
  return sums;
}
