/** Lateness: how long how much of one invoice stayed unpaid past its due day, seen on a day. What is still open counts up to that day. */
import { type DayNumber, NO_DAY } from '../base/civil-date.ts';
import { MOVEMENT_KINDS } from '../receivables/movements.ts';
import { type Ledger, openOf } from '../receivables/replay.ts';

const CREDIT_NOTE = MOVEMENT_KINDS.indexOf('creditNote');
const CREDIT_MOVED = MOVEMENT_KINDS.indexOf('creditMoved');

/** From where invoices are looked at. */
export type View = {
  readonly ledger: Ledger;
  readonly asOf: DayNumber;
  readonly unit: number; // minor units of one unit of the currency: 100 for EUR
};

/**
 * Of one invoice, minor units. Credit notes reduce what was ever due, whenever they came: a correction is no late payment.
 * One record is filled again for every invoice: a full register has half a million.
 */
export type Lateness = {
  dueDay: DayNumber; // of what fell due last before the day; NO_DAY: nothing did
  due: number; // fell due before the day
  late: number; // of which was unpaid after its due day, the most at once
  amountDays: number; // each minor unit times the days it was late
  lateSince: DayNumber; // the first due day missed by more than a small rest; NO_DAY: none was
  lateUntil: DayNumber; // when all but a small rest was settled, or the day itself
  overdue: number; // unpaid and past due on the day
  overdueSince: DayNumber; // the due day of the oldest part of it; NO_DAY: nothing is
};

export function emptyLateness(): Lateness {
  const none = { dueDay: NO_DAY, lateSince: NO_DAY, lateUntil: NO_DAY, overdueSince: NO_DAY };
  return { ...none, due: 0, late: 0, amountDays: 0, overdue: 0 };
}

function clear(lateness: Lateness): void {
  lateness.dueDay = NO_DAY;
  lateness.due = 0;
  lateness.late = 0;
  lateness.amountDays = 0;
  lateness.lateSince = NO_DAY;
  lateness.lateUntil = NO_DAY;
  lateness.overdue = 0;
  lateness.overdueSince = NO_DAY;
}

/** A rest of at most 1 % of the invoice and 10 units of the currency is a bank's fee or a rounding, not a late payment. */
export function isSmallRest(open: number, total: number, unit: number): boolean {
  return open * 100 <= total && open <= 10 * unit;
}

/** Credit notes, and their credit moved away again, change what was due; all else settles it on its day. */
export function isCredit(kind: number, amount: number): boolean {
  return kind === CREDIT_NOTE || (kind === CREDIT_MOVED && amount < 0);
}

/** What was applied to an invoice up to the day and on it, minor units; one record, filled again for every invoice. */
export type Applied = {
  credited: number; // by credit notes
  settled: number; // by everything, credit notes included
  lastDay: DayNumber; // of the last movement; NO_DAY: none
};

/** Of one invoice, as a whole or part by part where a plan rules. @param into overwritten: one record serves all invoices */
export function measureLateness(
  view: View,
  invoice: number,
  applied: Readonly<Applied>,
  into: Lateness,
): void {
  clear(into);
  if (view.ledger.firstPlan[invoice] < 0) measureWhole(view, invoice, applied, into);
  else measurePlanned(view, invoice, applied, into);
}

function measureWhole(view: View, invoice: number, applied: Readonly<Applied>, into: Lateness): void {
  const { dueDay, total } = view.ledger.register.invoices;
  const from = dueDay[invoice];
  const upper = total[invoice];
  if (from >= view.asOf) return;
  into.dueDay = from;
  into.due = openOf(upper, applied.credited);
  into.overdue = openOf(upper, applied.settled);
  if (into.overdue > 0) into.overdueSince = from;
  else if (applied.lastDay <= from) return; // settled by its due day and untouched since: most invoices
  into.late = watchSlice(view, invoice, applied.credited, { lower: 0, upper, from, to: view.asOf }, into);
}

/** Under a plan each instalment has its day; before the plan was agreed, the days it replaced stood. */
function measurePlanned(view: View, invoice: number, applied: Readonly<Applied>, into: Lateness): void {
  const { dueDay, total } = view.ledger.register.invoices;
  let parts: readonly Part[] = [{ dueDay: dueDay[invoice], total: total[invoice] }];
  const { firstPlan, plans } = view.ledger;
  for (let k = firstPlan[invoice]; k < plans.length && plans[k].invoice === invoice; k++) {
    if (plans[k].from > view.asOf) break;
    watchParts(view, invoice, applied.credited, parts, plans[k].from, into);
    parts = plans[k].parts;
  }
  watchParts(view, invoice, applied.credited, parts, view.asOf, into);
  for (const slice of slicesOf(parts, view.asOf)) noteDue(applied, slice, into);
  if (into.late > into.due) into.due = into.late; // late on a date that a plan has replaced since
  if (into.late > 0 && into.dueDay === NO_DAY) into.dueDay = dueDay[invoice];
}

type Part = { readonly dueDay: DayNumber; readonly total: number };

/** What of an invoice is settled while the sum applied goes from `lower` to `upper`, watched from its due day to another. */
type Slice = {
  readonly lower: number;
  readonly upper: number;
  readonly from: DayNumber;
  readonly to: DayNumber;
};

/** The parts that fall due before a day; money fills them in order. */
function slicesOf(parts: readonly Part[], to: DayNumber): readonly Slice[] {
  const slices: Slice[] = [];
  let lower = 0;
  for (const { dueDay, total } of parts) {
    if (dueDay < to) slices.push({ lower, upper: lower + total, from: dueDay, to });
    lower += total;
  }
  return slices;
}

function watchParts(
  view: View,
  invoice: number,
  credited: number,
  parts: readonly Part[],
  to: DayNumber,
  into: Lateness,
): void {
  let late = 0;
  for (const slice of slicesOf(parts, to)) late += watchSlice(view, invoice, credited, slice, into);
  into.late = Math.max(into.late, late);
}

function openOfSlice(settled: number, { lower, upper }: Slice): number {
  return upper - Math.min(Math.max(settled, lower), upper);
}

/** Follows what is open of a slice past its due day. @returns the most that was open at the end of one day */
function watchSlice(
  { ledger, unit }: View,
  invoice: number,
  credited: number,
  slice: Slice,
  into: Lateness,
): number {
  const { amount, day, kind, register, starts } = ledger;
  const last = starts[invoice + 1];
  let m = starts[invoice];
  let settled = credited;
  let since = slice.from;
  for (let most = 0; ; ) {
    for (; m < last && day[m] <= since; m++) if (!isCredit(kind[m], amount[m])) settled += amount[m];
    const moves = m < last && day[m] <= slice.to;
    const until = moves ? day[m] : slice.to;
    const open = openOfSlice(settled, slice);
    most = Math.max(most, open);
    into.amountDays += open * (until - since);
    if (!isSmallRest(open, register.invoices.total[invoice], unit)) noteLate(into, slice.from, until);
    if (!moves) return most;
    since = until;
  }
}

function noteLate(into: Lateness, since: DayNumber, until: DayNumber): void {
  if (into.lateSince === NO_DAY || since < into.lateSince) into.lateSince = since;
  if (until > into.lateUntil) into.lateUntil = until;
}

/** Adds what of the slice fell due, and what of it is open on the day. */
function noteDue({ credited, settled }: Readonly<Applied>, slice: Slice, into: Lateness): void {
  const open = openOfSlice(settled, slice);
  into.due += openOfSlice(credited, slice);
  into.dueDay = Math.max(into.dueDay, slice.from);
  into.overdue += open;
  if (open > 0 && into.overdueSince === NO_DAY) into.overdueSince = slice.from;
}
