/** An earlier day, as far as this week is compared with it: recomputed from the register, or read from that day's report. */
import type { DayNumber } from '../../shared/base/civil-date.ts';
import type { Currency } from '../../shared/base/money.ts';
import { type ForecastWeek, foretoldWeeks } from '../../shared/insight/forecast/forecast.ts';
import type { Known } from '../../shared/insight/known.ts';
import type { RiskGrade } from '../../shared/insight/risk/risk.ts';
import type { RiskBefore } from '../../shared/insight/risk/risk-before.ts';
import type { Figure } from '../../shared/receivables/dso.ts';
import { type Ledger, sumBalances } from '../../shared/receivables/ledger.ts';

export type Earlier = {
  readonly day: DayNumber;
  readonly kept: boolean; // read from a report of that day; else recomputed from what the register says today
  readonly parts: ReadonlyMap<Currency, EarlierPart>; // a currency that is missing had nothing open
};

/** Of one currency. Minor units; clients by their index in today's register. */
export type EarlierPart = {
  readonly open: number;
  readonly overdue: number;
  readonly dso: number | null; // count-back, days
  readonly late: ReadonlySet<number>; // clients with something overdue
  readonly grades: ReadonlyMap<number, RiskGrade>;
  readonly foretold: readonly ForetoldWeek[]; // from the day after; none where there was no forecast
};

export type ForetoldWeek = { readonly expected: number; readonly low: number; readonly high: number };

export const NOTHING_EARLIER: EarlierPart = {
  open: 0,
  overdue: 0,
  dso: null,
  late: new Set(),
  grades: new Map(),
  foretold: [],
};

/** A week ago, replayed. @param known of the currency on that day @param risk as rated on that day */
export function earlierWeek(
  ledger: Ledger,
  currencyIndex: number,
  day: DayNumber,
  known: Known,
  { dso, risk }: { readonly dso: Figure; readonly risk: RiskBefore['week'] },
): EarlierPart {
  const { open, overdue } = sumBalances(known.balances);
  const late = known.balances.filter((balance) => balance.overdue > 0).map(({ client }) => client);
  return {
    open,
    overdue,
    dso: dso.value,
    late: new Set(late),
    grades: new Map(Array.from(risk, ([client, { grade }]) => [client, grade])),
    foretold: weeksOf(foretoldWeeks(ledger, currencyIndex, day, known)),
  };
}

function weeksOf(weeks: readonly ForecastWeek[] | null): readonly ForetoldWeek[] {
  return (weeks ?? []).map(({ expected, high, low }) => ({ expected, low, high }));
}
