/**
 * Observations: what each invoice showed of how long payment takes, up to a day. Money counts by its share of the invoice; what is
 * still open was not paid so far, what is in dispute not until then; what was written off is never paid. Credit notes reduce what was
 * ever due, and money that bounced was never paid.
 */
import type { DayNumber } from '../../base/civil-date.ts';
import { MOVEMENT_KINDS } from '../../receivables/movements.ts';
import { type DuePart, planOn } from '../../receivables/parts.ts';
import { disputedPart, type Ledger } from '../../receivables/replay.ts';
import type { Register } from '../../register/entries.ts';
import { isCredit } from '../lateness.ts';
import { FIRST_DELAY, LAST_DELAY } from './payment-delays-bins.ts';

const CASH = MOVEMENT_KINDS.indexOf('cash');
const WRITE_OFF = MOVEMENT_KINDS.indexOf('writeOff');

/** What an invoice due on the day weighs; due a year ago it weighs half. Whole numbers, so that no order of adding changes a sum. */
export const WEIGHT_OF_TODAY = 1024;
const HALF_LIFE_DAYS = 365;

/** Client by client: those of client c stand from starts[c] up to, not including, starts[c + 1]. Delays are days after the due date. */
export type Observations = {
  readonly starts: Int32Array;
  readonly from: Int16Array; // the delay of the first day on which it could be paid
  readonly to: Int16Array; // the delay of the payment, or of the last day on which it was seen unpaid
  readonly paid: Uint8Array; // 1: paid on that day
  readonly weight: Int16Array;
};

/** One record, filled again for every invoice: a full register has half a million. */
type Pen = {
  readonly ledger: Ledger;
  readonly asOf: DayNumber;
  seen: Observations;
  of: Int32Array; // the client of each observation
  at: number; // where the next observation goes
  invoice: number;
  billed: number; // what of it was ever due: the units above those that credit notes took off
  total: number;
  plan: readonly DuePart[] | null;
};

/** Every payment, and what is still waited for, of one currency: what was open on the day counts as not paid yet. */
export function observePayments(ledger: Ledger, currencyIndex: number, asOf: DayNumber): Observations {
  const { client, count, creditNote, currency, issueDay } = ledger.register.invoices;
  const clients = ledger.register.clients.length;
  const seen = emptyObservations(clients, ledger.amount.length); // most are payments
  const of = new Int32Array(seen.weight.length);
  const pen: Pen = { ledger, asOf, seen, of, at: 0, invoice: 0, billed: 0, total: 0, plan: null };
  for (let i = 0; i < count; i++) {
    if (creditNote[i] === 1 || currency[i] !== currencyIndex || issueDay[i] > asOf) continue;
    makeRoom(pen, mostOf(ledger, i, asOf));
    const before = pen.at;
    observeInvoice(pen, i);
    pen.of.fill(client[i], before, pen.at);
  }
  return byClient(pen.seen, pen.of.subarray(0, pen.at));
}

/** An observation a movement, one each of what is written off, open and disputed, and one more a part of a plan. */
function mostOf(ledger: Ledger, invoice: number, asOf: DayNumber): number {
  const { firstPlan, starts } = ledger;
  const parts = firstPlan[invoice] < 0 ? 0 : (planOn(ledger, invoice, asOf)?.length ?? 0);
  return starts[invoice + 1] - starts[invoice] + 3 + parts;
}

function makeRoom(pen: Pen, needed: number): void {
  const { at, of, seen } = pen;
  if (at + needed <= of.length) return;
  const room = at + needed + Math.ceil(of.length / 4);
  const larger = emptyObservations(seen.starts.length - 1, room);
  larger.from.set(seen.from);
  larger.to.set(seen.to);
  larger.paid.set(seen.paid);
  larger.weight.set(seen.weight);
  pen.seen = larger;
  pen.of = new Int32Array(room);
  pen.of.set(of);
}

function emptyObservations(clients: number, room: number): Observations {
  return {
    starts: new Int32Array(clients + 1),
    from: new Int16Array(room),
    to: new Int16Array(room),
    paid: new Uint8Array(room),
    weight: new Int16Array(room),
  };
}

/** A counting sort: a walk from invoice to invoice and then this is faster than a walk from client to client. */
function byClient(seen: Observations, of: Int32Array): Observations {
  const sorted = emptyObservations(seen.starts.length - 1, of.length);
  const { starts } = sorted;
  for (const client of of) starts[client + 1]++;
  for (let c = 1; c < starts.length; c++) starts[c] += starts[c - 1];
  const next = starts.slice();
  for (let k = 0; k < of.length; k++) {
    const place = next[of[k]]++;
    sorted.from[place] = seen.from[k];
    sorted.to[place] = seen.to[k];
    sorted.paid[place] = seen.paid[k];
    sorted.weight[place] = seen.weight[k];
  }
  return sorted;
}

/** From its first unit to its last: what credit notes took off, what was paid, what was written off, what is open, what of it is disputed. */
function observeInvoice(pen: Pen, invoice: number): void {
  const { amount, day, kind, register, starts } = pen.ledger;
  const total = register.invoices.total[invoice];
  let paid = 0;
  let credited = 0;
  let writtenOff = 0;
  let end = starts[invoice];
  for (; end < starts[invoice + 1] && day[end] <= pen.asOf; end++) {
    if (kind[end] === WRITE_OFF) writtenOff += amount[end];
    else if (isCredit(kind[end], amount[end])) credited += amount[end];
    else paid += amount[end];
  }
  const lower = Math.min(Math.max(credited, 0), total);
  if (lower === total) return;
  pen.invoice = invoice;
  pen.billed = total - lower;
  pen.total = total;
  pen.plan = pen.ledger.firstPlan[invoice] < 0 ? null : planOn(pen.ledger, invoice, pen.asOf);
  const paidUpTo = observePaid(pen, lower, end, paid);
  const lostUpTo = Math.min(total, paidUpTo + Math.max(writtenOff, 0));
  observe(pen, paidUpTo, lostUpTo, NEVER, UNPAID);
  if (lostUpTo < total) observeOpen(pen, lostUpTo);
}

/**
 * From the last movement back to the first, so that only what stayed counts: a payment stands for the units that no later refund
 * takes away again. Credit moved here settles as money does, but does not tell when money comes.
 * @returns up to which unit the invoice is settled
 */
function observePaid(pen: Pen, lower: number, end: number, paid: number): number {
  const { amount, day, kind, payment, register, starts } = pen.ledger;
  const first = starts[pen.invoice];
  const settled = Math.min(Math.max(lower + paid, lower), pen.total);
  let upper = settled;
  let sum = lower + paid;
  for (let m = end - 1; m >= first && upper > lower; m--) {
    if (kind[m] === WRITE_OFF || isCredit(kind[m], amount[m])) continue;
    sum -= amount[m];
    const below = Math.max(lower, Math.min(upper, sum));
    if (kind[m] !== CASH) observe(pen, below, upper, day[m], UNPAID);
    else observe(pen, below, upper, receivedOn(register, payment[m]), PAID);
    upper = below;
  }
  return settled;
}

/** Money counts on its own day, even where it was applied later; not before its invoice was issued. */
function receivedOn({ invoices, payments }: Register, payment: number): DayNumber {
  return Math.max(payments.day[payment], invoices.issueDay[payments.invoice[payment]]);
}

function observeOpen(pen: Pen, from: number): void {
  const { asOf, ledger, total } = pen;
  const disputed = disputedPart(ledger, pen.invoice, total - from, asOf);
  observe(pen, from, total - disputed, asOf, UNPAID);
  if (disputed === 0) return;
  const since = ledger.register.invoices.disputes.get(pen.invoice)?.from ?? asOf;
  observe(pen, total - disputed, total, since, UNPAID);
}

const PAID = 1;
const UNPAID = 0;
/** In place of the last day on which something was seen unpaid: it will never be paid. */
const NEVER: DayNumber = 0x7fffffff;

/** Under a plan money fills the earliest part first, and each part has its own due day. */
function observe(pen: Pen, from: number, to: number, on: DayNumber, paid: number): void {
  if (from >= to) return;
  if (pen.plan === null) {
    write(pen, from, to, pen.ledger.register.invoices.dueDay[pen.invoice], on, paid);
    return;
  }
  let lower = 0;
  for (const { dueDay, total } of pen.plan) {
    const upper = lower + total;
    if (from < upper && to > lower) {
      write(pen, Math.max(from, lower), Math.min(to, upper), dueDay, on, paid);
    }
    lower = upper;
  }
}

function write(pen: Pen, from: number, to: number, dueDay: DayNumber, on: DayNumber, paid: number): void {
  const { asOf, billed, invoice, ledger, seen, total } = pen;
  const weight = recency(asOf - dueDay);
  const lower = total - billed;
  const isWhole = to - from === billed;
  seen.from[pen.at] = within(ledger.register.invoices.issueDay[invoice] - dueDay);
  seen.to[pen.at] = within(on - dueDay);
  seen.paid[pen.at] = paid;
  seen.weight[pen.at] = isWhole
    ? weight
    : Math.round((weight * (to - lower)) / billed) - Math.round((weight * (from - lower)) / billed);
  pen.at++;
}

function within(delay: number): number {
  return Math.min(Math.max(delay, FIRST_DELAY), LAST_DELAY);
}

const WEIGHTS = Int32Array.from({ length: LAST_DELAY }, (_, age) =>
  Math.max(1, Math.round(WEIGHT_OF_TODAY * 0.5 ** (age / HALF_LIFE_DAYS))),
);

function recency(daysSinceDue: number): number {
  return WEIGHTS[Math.min(Math.max(daysSinceDue, 0), WEIGHTS.length - 1)];
}
