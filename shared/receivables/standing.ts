/** Standing: what of one currency is open and overdue on each of several days, from one walk over every invoice's movements. */
import type { DayNumber } from '../base/civil-date.ts';
import { type DayGrid, emptySteps, indexFrom, sumsOf } from './day-grid.ts';
import { type Ledger, openBalanceOn, openOf, visitOpenParts } from './replay.ts';

/** One sum a day of the grid, minor units. Ages are minor units times days: an open 5.00 that is 3 days old adds 1500. */
export type Standing = {
  readonly open: Float64Array;
  readonly overdue: Float64Array;
  readonly overdueAge: Float64Array; // of what is overdue, since the issue date
  readonly overdueDelay: Float64Array; // of what is overdue, since the due date
};

/** Steps by day of the grid. Ages are added as the day they count from, since the grid's first. */
type Walk = {
  readonly ledger: Ledger;
  readonly grid: DayGrid;
  readonly open: Float64Array;
  readonly overdue: Float64Array;
  readonly overdueIssue: Float64Array;
  readonly overdueDue: Float64Array;
};

/** Of one currency, minor units on each day of the grid. */
export function standingOn(ledger: Ledger, currency: number, grid: DayGrid): Standing {
  const { count, creditNote, currency: currencyOf } = ledger.register.invoices;
  const walk: Walk = {
    ledger,
    grid,
    open: emptySteps(grid),
    overdue: emptySteps(grid),
    overdueIssue: emptySteps(grid),
    overdueDue: emptySteps(grid),
  };
  for (let i = 0; i < count; i++) {
    if (creditNote[i] === 1 || currencyOf[i] !== currency) continue;
    if (ledger.firstPlan[i] < 0) walkInvoice(walk, i);
    else walkPlanned(walk, i);
  }
  return standingOf(walk);
}

/** An open balance is a function of steps: the total from the issue date on, and what each movement changes from its day on. */
function walkInvoice(walk: Walk, invoice: number): void {
  const { amount, day, register, starts } = walk.ledger;
  const { dueDay, issueDay, total } = register.invoices;
  let settled = 0;
  let open = total[invoice];
  change(walk, issueDay[invoice], issueDay[invoice], dueDay[invoice], open);
  for (let m = starts[invoice]; m < starts[invoice + 1]; m++) {
    settled += amount[m];
    const left = openOf(total[invoice], settled);
    change(walk, day[m], issueDay[invoice], dueDay[invoice], left - open);
    open = left;
  }
}

/** The due days of a plan hold from the day it is agreed: such an invoice is asked day by day. */
function walkPlanned(walk: Walk, invoice: number): void {
  const { grid, ledger } = walk;
  const issueDay = ledger.register.invoices.issueDay[invoice];
  for (const asOf of grid.days) {
    const open = openBalanceOn(ledger, invoice, asOf);
    visitOpenParts(ledger, invoice, open, asOf, (dueDay, openPart) => {
      change(walk, asOf, issueDay, dueDay, openPart);
      change(walk, asOf + 1, issueDay, dueDay, -openPart);
    });
  }
}

/**
 * Changes what is open from one day on. It is overdue from the later of that day and the day after the due date; what is undone
 * by then cancels out. Every change takes the same few steps, even one that no day sees: a way round costs more than it saves.
 */
function change(walk: Walk, from: DayNumber, issueDay: DayNumber, dueDay: DayNumber, by: number): void {
  const { grid } = walk;
  const first = grid.days[0];
  walk.open[indexFrom(grid, from)] += by;
  const overdueFrom = indexFrom(grid, Math.max(from, dueDay + 1));
  walk.overdue[overdueFrom] += by;
  walk.overdueIssue[overdueFrom] += by * (issueDay - first);
  walk.overdueDue[overdueFrom] += by * (dueDay - first);
}

function standingOf({ grid, ...steps }: Walk): Standing {
  const overdue = sumsOf(steps.overdue);
  const ageSince = (from: Float64Array) =>
    sumsOf(from).map((sum, k) => overdue[k] * (grid.days[k] - grid.days[0]) - sum);
  return {
    open: sumsOf(steps.open),
    overdue,
    overdueAge: ageSince(steps.overdueIssue),
    overdueDelay: ageSince(steps.overdueDue),
  };
}
