/** Standing: what of one currency is open and overdue on each of several days, from one walk over every invoice's movements. */
import type { DayNumber } from '../base/civil-date.ts';
import { addRun, type DayGrid, emptySteps, indexFrom, sumsOf } from './day-grid.ts';
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

export function standingOn(ledger: Ledger, currency: number, grid: DayGrid): Standing {
  const { count, creditNote, currency: currencyOf, issueDay } = ledger.register.invoices;
  const last = grid.days[grid.days.length - 1];
  const walk: Walk = {
    ledger,
    grid,
    open: emptySteps(grid),
    overdue: emptySteps(grid),
    overdueIssue: emptySteps(grid),
    overdueDue: emptySteps(grid),
  };
  for (let i = 0; i < count; i++) {
    if (creditNote[i] === 1 || currencyOf[i] !== currency || issueDay[i] > last) continue;
    if (ledger.firstPlan[i] < 0) walkInvoice(walk, i);
    else walkPlanned(walk, i);
  }
  return standingOf(walk);
}

/** An open balance is a function of steps: each piece is added to its whole run of days at once. */
function walkInvoice(walk: Walk, invoice: number): void {
  const { amount, day, register, starts } = walk.ledger;
  const { dueDay, issueDay, total } = register.invoices;
  let settled = 0;
  let open = total[invoice];
  let from = indexFrom(walk.grid, issueDay[invoice]);
  for (let m = starts[invoice]; m < starts[invoice + 1]; m++) {
    const to = indexFrom(walk.grid, day[m]);
    addPiece(walk, from, to, issueDay[invoice], dueDay[invoice], open);
    settled += amount[m];
    open = openOf(total[invoice], settled);
    from = to;
  }
  addPiece(walk, from, walk.grid.days.length, issueDay[invoice], dueDay[invoice], open);
}

/** The due days of a plan hold from the day it is agreed: such an invoice is asked day by day. */
function walkPlanned(walk: Walk, invoice: number): void {
  const { grid, ledger } = walk;
  const issueDay = ledger.register.invoices.issueDay[invoice];
  for (let k = indexFrom(grid, issueDay); k < grid.days.length; k++) {
    const open = openBalanceOn(ledger, invoice, grid.days[k]);
    visitOpenParts(ledger, invoice, open, grid.days[k], (dueDay, openPart) => {
      addPiece(walk, k, k + 1, issueDay, dueDay, openPart);
    });
  }
}

/** Adds what is open on the days of the grid from one index up to, not including, another. */
function addPiece(
  walk: Walk,
  from: number,
  to: number,
  issueDay: DayNumber,
  dueDay: DayNumber,
  open: number,
): void {
  if (open === 0 || from >= to) return;
  const { grid } = walk;
  addRun(walk.open, from, to, open);
  const overdueFrom = Math.max(from, indexFrom(grid, dueDay + 1));
  if (overdueFrom >= to) return;
  addRun(walk.overdue, overdueFrom, to, open);
  addRun(walk.overdueIssue, overdueFrom, to, open * (issueDay - grid.days[0]));
  addRun(walk.overdueDue, overdueFrom, to, open * (dueDay - grid.days[0]));
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
