/** What has changed since an earlier day. */
import type { DayNumber } from '../../shared/base/civil-date.ts';
import { roundHalfAway } from '../../shared/base/money.ts';
import type { Received } from '../../shared/insight/received.ts';
import { RISK_GRADES, type RiskGrade } from '../../shared/insight/risk/risk.ts';
import type { EarlierPart, ForetoldWeek } from './earlier.ts';
import type { CurrencyReport } from './report.ts';

/** Of one currency. Minor units; clients by their index in the register. */
export type Changes = {
  readonly since: DayNumber;
  readonly kept: boolean; // the earlier day's own report; else recomputed
  readonly open: number; // on that day
  readonly overdue: number;
  readonly dso: number | null;
  readonly newlyLate: readonly { readonly client: number; readonly overdue: number }[]; // largest first
  readonly lateNoMore: readonly number[]; // clients
  readonly fell: readonly { readonly client: number; readonly from: RiskGrade; readonly to: RiskGrade }[]; // riskiest first
  readonly cash: CashSince;
};

export type CashSince = {
  readonly came: number; // of what was open that day, disputes apart: what a forecast speaks of
  readonly beside: number; // of invoices issued since or in dispute that day, or naming none
  readonly foretold: Foretold | null; // null: nothing was foretold so far ahead
};

/** Ranges of several weeks do not add up: only one week has one. */
export type Foretold = {
  readonly expected: number;
  readonly range: { readonly low: number; readonly high: number } | null;
};

export type Since = { readonly day: DayNumber; readonly kept: boolean; readonly asOf: DayNumber };

type Now = Pick<CurrencyReport, 'ageing' | 'risk'>;

export function changesSince(
  { ageing, risk }: Now,
  before: EarlierPart,
  received: Received,
  { asOf, day, kept }: Since,
): Changes {
  const late = ageing.clients.filter(({ overdue }) => overdue > 0);
  const lateNow = new Set(late.map(({ client }) => client));
  const newlyLate = late
    .filter(({ client }) => !before.late.has(client))
    .map(({ client, overdue }) => ({ client, overdue }));
  const fell = risk.flatMap(({ client, grade }) => {
    const from = before.grades.get(client);
    return from !== undefined && isWorse(grade, from) ? [{ client, from, to: grade }] : [];
  });
  return {
    since: day,
    kept,
    open: before.open,
    overdue: before.overdue,
    dso: before.dso,
    newlyLate,
    lateNoMore: [...before.late].filter((client) => !lateNow.has(client)),
    fell,
    cash: cashSince(before.foretold, received, asOf - day),
  };
}

/** No grade, for want of history, is neither better nor worse. */
function isWorse(now: RiskGrade, then: RiskGrade): boolean {
  if (now === 'unknown' || then === 'unknown') return false;
  return RISK_GRADES.indexOf(now) > RISK_GRADES.indexOf(then);
}

function cashSince(foretold: readonly ForetoldWeek[], received: Received, days: number): CashSince {
  const { disputed, ofNew, weeks, withoutInvoice } = received;
  return {
    came: weeks.reduce((sum, amount) => sum + amount, 0),
    beside: disputed + ofNew + withoutInvoice,
    foretold: foretoldFor(foretold, days),
  };
}

const DAYS_A_WEEK = 7;

/** The weeks that have passed, the last one by its days; `null` where they were not all foretold. */
function foretoldFor(weeks: readonly ForetoldWeek[], days: number): Foretold | null {
  if (Math.ceil(days / DAYS_A_WEEK) > weeks.length) return null;
  const whole = Math.floor(days / DAYS_A_WEEK);
  const rest = days % DAYS_A_WEEK;
  const passed = weeks.slice(0, whole).reduce((sum, { expected }) => sum + expected, 0);
  const begun = rest === 0 ? 0 : roundHalfAway((weeks[whole].expected * rest) / DAYS_A_WEEK);
  const [{ high, low }] = weeks;
  return { expected: passed + begun, range: days === DAYS_A_WEEK ? { low, high } : null };
}
