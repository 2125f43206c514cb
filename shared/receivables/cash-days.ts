/** Cash days: how long the cash of a year took to come, as of each of several days, from one walk over the payments. */
import { addRun, type DayGrid, emptySteps, indexFrom, sumsOf } from './day-grid.ts';
import { isCash } from './movements.ts';
import { type DuePart, dueDaySum, planOn } from './parts.ts';
import type { Ledger } from './replay.ts';

/** The cash of a day is that of the days since, and not including, this many days before. */
const CASH_WINDOW_DAYS = 365;

/**
 * One sum a day of the grid, over the cash received in its window that names an invoice issued by then. Refunds and bounced
 * payments count negative. Minor units, and minor units times days.
 */
export type CashDays = {
  readonly amount: Float64Array;
  readonly toPay: Float64Array; // from the issue date to the payment
  readonly late: Float64Array; // from the due date in force to the payment; negative: early
};

type Walk = CashDays & { readonly ledger: Ledger; readonly grid: DayGrid };

/** Of one currency, minor units on each day of the grid. */
export function cashDaysOn(ledger: Ledger, currency: number, grid: DayGrid): CashDays {
  const walk: Walk = {
    ledger,
    grid,
    amount: emptySteps(grid),
    toPay: emptySteps(grid),
    late: emptySteps(grid),
  };
  addUnplanned(walk, currency);
  addPlanned(walk, currency);
  return { amount: sumsOf(walk.amount), toPay: sumsOf(walk.toPay), late: sumsOf(walk.late) };
}

/** Where an invoice has no plan, a payment's delay is the same on every day it is in the window of. */
function addUnplanned(walk: Walk, currency: number): void {
  const { firstPlan, register } = walk.ledger;
  const { invoices, payments } = register;
  for (let p = 0; p < payments.count; p++) {
    const invoice = payments.invoice[p];
    if (invoice < 0 || payments.currency[p] !== currency || !isCash(payments, p) || firstPlan[invoice] >= 0) {
      continue;
    }
    const day = payments.day[p];
    const from = indexFrom(walk.grid, Math.max(day, invoices.issueDay[invoice]));
    const to = Math.max(from, indexFrom(walk.grid, day + CASH_WINDOW_DAYS));
    addCash(walk, from, to, p, payments.amount[p] * (day - invoices.dueDay[invoice]));
  }
}

function addCash(walk: Walk, from: number, to: number, payment: number, late: number): void {
  const { invoices, payments } = walk.ledger.register;
  const amount = payments.amount[payment];
  const age = payments.day[payment] - invoices.issueDay[payments.invoice[payment]];
  addRun(walk.amount, from, to, amount);
  addRun(walk.toPay, from, to, amount * age);
  addRun(walk.late, from, to, late);
}

/** Where it has one, the due day is that of the parts the money fills, under the plan that rules on the day asked for. */
function addPlanned(walk: Walk, currency: number): void {
  const { plans, register } = walk.ledger;
  const planned = new Set(plans.map(({ invoice }) => invoice));
  for (const invoice of planned) {
    if (register.invoices.currency[invoice] !== currency) continue;
    const first = indexFrom(walk.grid, register.invoices.issueDay[invoice]);
    for (let k = first; k < walk.grid.days.length; k++) addPlannedOn(walk, invoice, k);
  }
}

/** Replays what is dated up to the day and on it, in order: each movement fills the invoice where the one before left it. */
function addPlannedOn(walk: Walk, invoice: number, k: number): void {
  const { ledger } = walk;
  const { payments } = ledger.register;
  const asOf = walk.grid.days[k];
  const parts = planOn(ledger, invoice, asOf) ?? [wholeInvoice(ledger, invoice)];
  let filled = 0;
  for (let m = ledger.starts[invoice]; m < ledger.starts[invoice + 1]; m++) {
    const payment = ledger.payment[m];
    const cash = payment >= 0 && isCash(payments, payment);
    const day = cash ? payments.day[payment] : ledger.day[m];
    if (day > asOf) continue;
    const before = filled;
    filled += ledger.amount[m];
    if (!cash || day <= asOf - CASH_WINDOW_DAYS) continue;
    const due = dueDaySum(parts, filled) - dueDaySum(parts, before);
    addCash(walk, k, k + 1, payment, ledger.amount[m] * day - due);
  }
}

function wholeInvoice({ register }: Ledger, invoice: number): DuePart {
  const { dueDay, total } = register.invoices;
  return { instalment: null, dueDay: dueDay[invoice], total: total[invoice] };
}
