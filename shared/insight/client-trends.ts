/** Trends: how each client paid in each of the last four quarters, and whether it is getting better or worse. */
import { addMonths, type DayNumber, NO_DAY } from '../base/civil-date.ts';
import { currencyDigits } from '../base/money.ts';
import type { Ledger } from '../receivables/ledger.ts';
import { emptyLateness, isCredit, isSmallRest, type Lateness, measureLateness } from './lateness.ts';

/** Of what fell due in three months. */
export type Quarter = {
  readonly from: DayNumber; // its first day
  readonly due: number; // invoices
  readonly late: number; // of which paid late or overdue
  readonly amount: number; // due, minor units
  readonly meanDaysLate: number | null; // weighted by amount, what is open counted to the day asked for; null: nothing was due
};

const TREND_DIRECTIONS = ['better', 'steady', 'worse', 'unknown'] as const;
export type TrendDirection = (typeof TREND_DIRECTIONS)[number];

export type ClientTrend = {
  readonly client: number; // index into the register's clients
  readonly quarters: readonly Quarter[]; // four, oldest first; the last ends on the day before the one asked for
  readonly daysMore: number | null; // mean days late of the last quarter, less those of the three before; null: too few invoices
  readonly direction: TrendDirection;
};

const QUARTERS = 4;
const MONTHS = 3;
/** Fewer invoices on either side tell no trend. */
const LEAST_INVOICES = 3;
/** A working week: less is no change. */
const LEAST_DAYS = 5;

/** Days: who has no trend stands last. */
const LEAST_OF_ALL = -1e9;

type Sums = { due: number; late: number; amount: number; amountDays: number };

/** Every client with something due in the last twelve months, in one currency: those that got worse by most first, then by code. */
export function clientTrends(ledger: Ledger, currencyIndex: number, asOf: DayNumber): readonly ClientTrend[] {
  const starts = Array.from({ length: QUARTERS }, (_, k) => addMonths(asOf, -MONTHS * (QUARTERS - k)));
  const { clients } = ledger.register;
  const byClient = sumQuarters(ledger, currencyIndex, asOf, starts);
  return Array.from(byClient, ([client, sums]) => trendOf(client, sums, starts)).sort(
    (a, b) =>
      (b.daysMore ?? LEAST_OF_ALL) - (a.daysMore ?? LEAST_OF_ALL) ||
      (clients[a.client].code < clients[b.client].code ? -1 : 1),
  );
}

function sumQuarters(
  ledger: Ledger,
  currencyIndex: number,
  asOf: DayNumber,
  starts: readonly DayNumber[],
): ReadonlyMap<number, readonly Sums[]> {
  const { client, count, creditNote, currency, issueDay, total } = ledger.register.invoices;
  const unit = 10 ** currencyDigits(ledger.register.currencies[currencyIndex]);
  const view = { ledger, asOf, unit };
  const lateness = emptyLateness();
  const byClient = new Map<number, readonly Sums[]>();
  for (let i = 0; i < count; i++) {
    if (creditNote[i] === 1 || currency[i] !== currencyIndex || issueDay[i] > asOf) continue;
    if (isLongDue(ledger, i, starts[0])) continue;
    measureLateness(view, i, appliedTo(ledger, i, asOf), lateness);
    const quarter = quarterOf(lateness, starts);
    if (quarter < 0) continue;
    const sums = byClient.get(client[i]) ?? starts.map(() => ({ due: 0, late: 0, amount: 0, amountDays: 0 }));
    byClient.set(client[i], sums);
    addTo(sums[quarter], lateness, isSmallRest(lateness.late, total[i], unit));
  }
  return byClient;
}

/** Due before the first quarter, and under no plan: most invoices of a full register. */
function isLongDue({ firstPlan, register }: Ledger, invoice: number, first: DayNumber): boolean {
  return register.invoices.dueDay[invoice] < first && firstPlan[invoice] < 0;
}

function appliedTo({ amount, day, kind, starts }: Ledger, invoice: number, asOf: DayNumber) {
  const applied = { credited: 0, settled: 0, lastDay: NO_DAY };
  for (let m = starts[invoice]; m < starts[invoice + 1] && day[m] <= asOf; m++) {
    applied.settled += amount[m];
    applied.lastDay = day[m];
    if (isCredit(kind[m], amount[m])) applied.credited += amount[m];
  }
  return applied;
}

function quarterOf({ due, dueDay }: Lateness, starts: readonly DayNumber[]): number {
  if (due <= 0) return -1;
  let quarter = -1;
  while (quarter + 1 < starts.length && starts[quarter + 1] <= dueDay) quarter++;
  return quarter;
}

function addTo(sums: Sums, { amountDays, due }: Lateness, isOnTime: boolean): void {
  sums.due++;
  sums.amount += due;
  sums.amountDays += amountDays;
  if (!isOnTime) sums.late++;
}

function trendOf(client: number, sums: readonly Sums[], starts: readonly DayNumber[]): ClientTrend {
  const quarters = sums.map(
    ({ amount, amountDays, due, late }, k): Quarter => ({
      from: starts[k],
      due,
      late,
      amount,
      meanDaysLate: amount > 0 ? amountDays / amount : null,
    }),
  );
  const daysMore = changeOf(sums);
  return { client, quarters, daysMore, direction: directionOf(daysMore) };
}

function changeOf(sums: readonly Sums[]): number | null {
  const last = sums[QUARTERS - 1];
  const before = sums.slice(0, -1);
  const all = (of: (one: Sums) => number) => before.reduce((sum, one) => sum + of(one), 0);
  if (
    Math.min(
      last.due,
      all(({ due }) => due),
    ) < LEAST_INVOICES
  )
    return null;
  return last.amountDays / last.amount - all(({ amountDays }) => amountDays) / all(({ amount }) => amount);
}

function directionOf(daysMore: number | null): TrendDirection {
  if (daysMore === null) return 'unknown';
  if (daysMore >= LEAST_DAYS) return 'worse';
  return daysMore <= -LEAST_DAYS ? 'better' : 'steady';
}
