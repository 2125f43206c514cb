/** Behaviour, column by column: one column a figure, one index a client. */
import type { DayNumber } from '../base/civil-date.ts';
import type { Applied, Lateness, View } from './lateness.ts';

/** Months looked back. A window begins on the day after the one so many months before the day asked for, and ends on that day. */
export const HISTORY_MONTHS = 24;
export const YEAR_MONTHS = 12;
export const RECENT_MONTHS = 3;

/**
 * Of one currency as of one day. All are whole numbers, so that no order of adding changes a sum. An invoice counts where it
 * fell due in the last 24 months, before the day asked for; an older one while it is open, with its open part only.
 */
export type Behaviour = {
  readonly firstDay: Int32Array; // of its first document in any currency; NEVER: none
  readonly sales: Float64Array; // of 24 months: invoices less credit notes, minor units
  readonly billed: Span; // issued in the last 3 months
  readonly billedBefore: Span; // issued in the 9 months before those
  readonly invoiced: Uint8Array; // 1: an invoice was issued in 24 months
  readonly settledEarly: Int32Array; // invoices settled before they fall due
  readonly due: Int32Array; // invoices
  readonly late: Int32Array; // of which paid late or overdue
  readonly daysLate: Int32Array; // of the late ones, summed
  readonly weight: Int32Array; // of the invoices due or settled early, by recency
  readonly lateWeight: Int32Array; // of those paid late or overdue
  readonly lateness: Float64Array; // weight times how late, see `late-rate.ts`
  readonly recent: Spell; // due in the last 3 months
  readonly before: Spell; // due in the 9 months before those
  readonly older: Spell; // due before that, and open: its open part only
  readonly oldestOverdue: Int32Array; // the invoice longest overdue; -1: none
  readonly oldestDays: Int32Array;
  readonly oldestOpen: Float64Array; // what of it is overdue, minor units
  readonly bounced: Int32Array; // payments that came back within 12 months and left their invoice open
  readonly bouncedAmount: Float64Array;
  readonly writtenOff: Float64Array; // within 24 months, minor units
  readonly disputes: Int32Array; // invoices in dispute with something open
  readonly disputedAmount: Float64Array;
};

/** In `firstDay`: no document yet. Later than any day. */
export const NEVER = 0x7fffffff;

/** Amounts due and the days they were late: `amountDays / amount` is the mean, weighted by amount. */
export type Spell = {
  readonly count: Int32Array;
  readonly amount: Float64Array;
  readonly amountDays: Float64Array;
};

/** What was invoiced in a span of months, and on what terms: `amountDays / amount` is the mean of days from issue to due date, weighted by amount. */
export type Span = Spell;

/** What one pass over the invoices carries. */
export type Pass = View & {
  readonly behaviour: Behaviour;
  readonly applied: Applied; // of the invoice being looked at
  readonly lateness: Lateness;
  readonly weights: Float64Array; // by age in days
  readonly history: DayNumber; // the day before each window begins
  readonly year: DayNumber;
  readonly recent: DayNumber;
};

export function emptyBehaviour(clients: number): Behaviour {
  const counts = () => new Int32Array(clients);
  const amounts = () => new Float64Array(clients);
  const spell = () => ({ count: counts(), amount: amounts(), amountDays: amounts() });
  return {
    firstDay: counts().fill(NEVER),
    sales: amounts(),
    billed: spell(),
    billedBefore: spell(),
    invoiced: new Uint8Array(clients),
    settledEarly: counts(),
    due: counts(),
    late: counts(),
    daysLate: counts(),
    weight: counts(),
    lateWeight: counts(),
    lateness: amounts(),
    recent: spell(),
    before: spell(),
    older: spell(),
    oldestOverdue: counts().fill(-1),
    oldestDays: counts(),
    oldestOpen: amounts(),
    bounced: counts(),
    bouncedAmount: amounts(),
    writtenOff: amounts(),
    disputes: counts(),
    disputedAmount: amounts(),
  };
}

export function addSpell(spell: Spell, client: number, amount: number, amountDays: number): void {
  spell.count[client]++;
  spell.amount[client] += amount;
  spell.amountDays[client] += amountDays;
}
