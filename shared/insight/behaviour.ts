/** Behaviour: what each client did with its invoices of one currency, counted in one pass, as of a day. */
import { addMonths, type DayNumber, NO_DAY } from '../base/civil-date.ts';
import { currencyDigits } from '../base/money.ts';
import { disputedPart, type Ledger, openOf } from '../receivables/replay.ts';
import {
  addSpell,
  type Behaviour,
  emptyBehaviour,
  HISTORY_MONTHS,
  type Pass,
  RECENT_MONTHS,
  YEAR_MONTHS,
} from './behaviour-columns.ts';
import { latenessParts, WEIGHT_OF_TODAY } from './late-rate.ts';
import { emptyLateness, isSmallRest, measureLateness } from './lateness.ts';
import { readMovements } from './movement-marks.ts';

/** An invoice due a year ago weighs half of one due today. */
const HALF_LIFE_DAYS = 365;

/** Counts the behaviour of every client in one currency. Nothing dated after the day is looked at. */
export function behaviourOn(ledger: Ledger, currencyIndex: number, asOf: DayNumber): Behaviour {
  const { client, count, creditNote, currency, issueDay, total } = ledger.register.invoices;
  const pass = startPass(ledger, currencyIndex, asOf);
  const { firstDay, invoiced, sales } = pass.behaviour;
  for (let i = 0; i < count; i++) {
    const issued = issueDay[i];
    if (issued > asOf) continue;
    const c = client[i];
    if (issued < firstDay[c]) firstDay[c] = issued;
    if (currency[i] !== currencyIndex) continue;
    if (issued > pass.history) sales[c] += creditNote[i] === 1 ? -total[i] : total[i];
    if (creditNote[i] === 1) continue;
    if (issued > pass.history) invoiced[c] = 1;
    if (issued > pass.year) countBilled(pass, i, c);
    countInvoice(pass, i, c);
  }
  return pass.behaviour;
}

function startPass(ledger: Ledger, currencyIndex: number, asOf: DayNumber): Pass {
  const { clients, currencies } = ledger.register;
  const history = addMonths(asOf, -HISTORY_MONTHS);
  return {
    ledger,
    asOf,
    unit: 10 ** currencyDigits(currencies[currencyIndex]),
    behaviour: emptyBehaviour(clients.length),
    applied: { credited: 0, settled: 0, lastDay: NO_DAY },
    lateness: emptyLateness(),
    weights: recencyWeights(asOf - history),
    history,
    year: addMonths(asOf, -YEAR_MONTHS),
    recent: addMonths(asOf, -RECENT_MONTHS),
  };
}

function recencyWeights(days: number): Float64Array {
  return Float64Array.from({ length: days }, (_, age) =>
    Math.round(WEIGHT_OF_TODAY * 0.5 ** (age / HALF_LIFE_DAYS)),
  );
}

function countBilled({ behaviour, ledger, recent }: Pass, invoice: number, client: number): void {
  const { dueDay, issueDay, total } = ledger.register.invoices;
  const span = issueDay[invoice] > recent ? behaviour.billed : behaviour.billedBefore;
  addSpell(span, client, total[invoice], total[invoice] * (dueDay[invoice] - issueDay[invoice]));
}

/** An invoice that fell due too long ago says nothing any more once it is settled; while it is open it says the most. */
function countInvoice(pass: Pass, invoice: number, client: number): void {
  const { applied, asOf, lateness, ledger } = pass;
  const { dueDay, total } = ledger.register.invoices;
  readMovements(pass, invoice, client);
  const open = openOf(total[invoice], applied.settled);
  if (open === 0 && dueDay[invoice] <= pass.history && ledger.firstPlan[invoice] < 0) return;
  const small = isSmallRest(open, total[invoice], pass.unit);
  measureLateness(pass, invoice, applied, lateness);
  if (open > 0) countDispute(pass, invoice, client, open);
  if (lateness.overdue > 0 && !small) countOldest(pass, invoice, client);
  if (lateness.due > 0 && lateness.dueDay > pass.history) countDue(pass, invoice, client);
  else if (lateness.overdue > 0 && !small) countOldDebt(pass, client);
  else if (small && dueDay[invoice] >= asOf && applied.credited < total[invoice])
    countEarly(pass, invoice, client);
}

function countDispute(
  { ledger, asOf, behaviour }: Pass,
  invoice: number,
  client: number,
  open: number,
): void {
  const disputed = disputedPart(ledger, invoice, open, asOf);
  if (disputed === 0) return;
  behaviour.disputes[client]++;
  behaviour.disputedAmount[client] += disputed;
}

/** Of invoices overdue since one day the one with more overdue is named, then the one whose number comes first. */
function countOldest({ ledger, asOf, behaviour, lateness }: Pass, invoice: number, client: number): void {
  const { numberAt } = ledger.register.invoices;
  const { oldestDays, oldestOpen, oldestOverdue } = behaviour;
  const days = asOf - lateness.overdueSince;
  const held = oldestOverdue[client];
  const ahead = days - oldestDays[client] || lateness.overdue - oldestOpen[client];
  if (held >= 0 && (ahead < 0 || (ahead === 0 && numberAt(held) < numberAt(invoice)))) return;
  oldestOverdue[client] = invoice;
  oldestDays[client] = days;
  oldestOpen[client] = lateness.overdue;
}

function countDue(pass: Pass, invoice: number, client: number): void {
  const { applied, behaviour, lateness } = pass;
  const { due, dueDay, late, overdue } = lateness;
  const weight = pass.weights[pass.asOf - dueDay];
  behaviour.due[client]++;
  if (isSmallRest(late, pass.ledger.register.invoices.total[invoice], pass.unit)) {
    countOnTime(behaviour, client, weight, Math.min(0, applied.lastDay - dueDay));
  } else {
    countLate(behaviour, client, weight, lateness.lateUntil - lateness.lateSince);
  }
  if (dueDay > pass.recent) addSpell(behaviour.recent, client, due, lateness.amountDays);
  else if (dueDay > pass.year) addSpell(behaviour.before, client, due, lateness.amountDays);
  else if (overdue > 0) countOlder(pass, client);
}

function countOlder({ asOf, behaviour, lateness }: Pass, client: number): void {
  addSpell(behaviour.older, client, lateness.overdue, lateness.overdue * (asOf - lateness.overdueSince));
}

/** A debt older than the window weighs as much as the oldest in it. */
function countOldDebt(pass: Pass, client: number): void {
  const { asOf, behaviour, lateness, weights } = pass;
  behaviour.due[client]++;
  countLate(behaviour, client, weights[weights.length - 1], asOf - lateness.overdueSince);
  countOlder(pass, client);
}

/** Settled before it falls due: as good as one due today. */
function countEarly({ applied, behaviour, ledger, weights }: Pass, invoice: number, client: number): void {
  behaviour.settledEarly[client]++;
  const days = applied.lastDay - ledger.register.invoices.dueDay[invoice];
  countOnTime(behaviour, client, weights[0], Math.min(0, days));
}

/** @param days after the due day: 0 or below */
function countOnTime(behaviour: Behaviour, client: number, weight: number, days: number): void {
  behaviour.weight[client] += weight;
  behaviour.lateness[client] += weight * latenessParts(days);
}

function countLate(behaviour: Behaviour, client: number, weight: number, days: number): void {
  behaviour.late[client]++;
  behaviour.daysLate[client] += days;
  behaviour.weight[client] += weight;
  behaviour.lateWeight[client] += weight;
  behaviour.lateness[client] += weight * latenessParts(days);
}
