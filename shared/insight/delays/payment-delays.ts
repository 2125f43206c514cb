/**
 * Payment delays: how each client pays, as a curve of what is still unpaid so many days after the due date.
 *
 * 1. Each invoice issued up to the day tells how long its money took, counted from the due date: early days are negative, amounts play
 *    no part, a part payment counts by its share. What is still open tells too: not paid so far. Leaving it out would show only the
 *    best. What was written off is never paid; what is disputed counts as unpaid until the dispute began; a bounced payment is none;
 *    credit notes reduce what was due; instalments count from their own due dates.
 * 2. An invoice due a year ago weighs half of one due today.
 * 3. The register's own curve comes from all clients (a large one does not speak for the others where clients differ), drawn towards
 *    what is usual as if two more invoices had been paid that way.
 * 4. The curve of each kind of client is drawn towards the register's as if ten more invoices had been paid that way.
 * 5. The curve of a client is drawn towards its kind's as if `lentInvoices` more had been paid that way: from half an invoice, where
 *    clients pay each in its own manner, to fifty, where they are all alike. The register itself tells which. With one invoice a
 *    client mostly follows its kind, with twenty mostly itself.
 * 6. A payment counts a few days before and after its day too, six at most and less for a client that pays like a clock.
 *
 * What was paid on one day is no promise for the next: a curve is conditional on the present age. Of an invoice 40 days late only
 * what the curve holds beyond 40 days counts.
 */
import type { DayNumber } from '../../base/civil-date.ts';
import type { Ledger } from '../../receivables/ledger.ts';
import { CLIENT_KINDS } from '../../register/tables.ts';
import {
  addTally,
  type Curve,
  clearTally,
  curveOf,
  emptyTally,
  newSpreading,
  type Tally,
  tallyUp,
  tallyWithSlack,
} from './payment-delays-curve.ts';
import { likenessOf } from './payment-delays-likeness.ts';
import { type Observations, observePayments, WEIGHT_OF_TODAY } from './payment-delays-observe.ts';
import { usualCurve } from './payment-delays-usual.ts';

export type PaymentDelays = {
  readonly hasPayments: boolean; // false: nothing was ever paid, and the curves are what is usual elsewhere
  readonly lentInvoices: number; // as if so many more invoices of each client had been paid as its kind pays
  readonly curveOf: (client: number) => Curve;
};

/** Invoices: as if so many more had been paid as is usual elsewhere, and of each kind as all the register's clients pay. */
const REGISTER_LENT = 2;
const KIND_LENT = 10;
/** A client's share in the register's curve is a whole number of this part of one. */
const SCALE = 256;

/** Of one currency. Nothing dated after the day is looked at. */
export function paymentDelaysOn(ledger: Ledger, currencyIndex: number, asOf: DayNumber): PaymentDelays {
  const { clients } = ledger.register;
  const seen = observePayments(ledger, currencyIndex, asOf);
  const likeness = likenessOf(seen);
  const lent = likeness.lentInvoices;
  const kindOf = clients.map(({ kind }) => CLIENT_KINDS.indexOf(kind));
  const byKind = talliesByKind(seen, kindOf, lent);
  const register = curveOf(sumOf(byKind), SCALE * WEIGHT_OF_TODAY, usualCurve(), REGISTER_LENT);
  const curves = byKind.map((tally) => curveOf(tally, SCALE * WEIGHT_OF_TODAY, register, KIND_LENT));
  const tally = emptyTally();
  const spreading = newSpreading();
  const own = (client: number): Curve => {
    const kind = curves[kindOf[client]];
    const [from, to] = [seen.starts[client], seen.starts[client + 1]];
    if (from === to) return kind;
    clearTally(tally);
    tallyWithSlack(tally, seen, from, to, likeness.slack[client], spreading);
    return curveOf(tally, WEIGHT_OF_TODAY, kind, lent);
  };
  const known = new Map<number, Curve>(); // several questions ask for the same
  return {
    hasPayments: seen.paid.includes(1),
    lentInvoices: lent,
    curveOf: (client) => {
      const curve = known.get(client) ?? own(client);
      known.set(client, curve);
      return curve;
    },
  };
}

/**
 * The more clients differ, the less a large one may speak for the others: its invoices count for (1 + lent) / (n + lent) each,
 * n being their number. Where clients are alike, every invoice counts in full.
 */
function talliesByKind(seen: Observations, kindOf: readonly number[], lent: number): readonly Tally[] {
  const tallies = CLIENT_KINDS.map(emptyTally);
  const own = emptyTally();
  kindOf.forEach((kind, client) => {
    const [from, to] = [seen.starts[client], seen.starts[client + 1]];
    if (from === to) return;
    clearTally(own);
    tallyUp(own, seen, from, to);
    const invoices = weightOf(seen, from, to) / WEIGHT_OF_TODAY;
    const share = Math.min(1, (1 + lent) / (invoices + lent));
    addTally(tallies[kind], own, Math.max(1, Math.round(SCALE * share)));
  });
  return tallies;
}

function weightOf(seen: Observations, from: number, to: number): number {
  let sum = 0;
  for (let k = from; k < to; k++) sum += seen.weight[k];
  return sum;
}

function sumOf(tallies: readonly Tally[]): Tally {
  const sum = emptyTally();
  for (const tally of tallies) addTally(sum, tally, 1);
  return sum;
}
