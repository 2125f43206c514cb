/**
 * Likeness: how much one payment of a client says of its next. Where clients differ from each other more than each differs from itself,
 * its own few invoices decide; where they do not, the register's do. The register tells: the variance of delays between clients and
 * within them (the intraclass correlation of an analysis of variance), drawn towards what is usual while few clients have paid twice.
 */
import type { Observations } from './payment-delays-observe.ts';

export type Likeness = {
  /** As if so many more invoices of each client had been paid as others pay: (1 - likeness) / likeness. */
  readonly lentInvoices: number;
  /** By client: a payment on one day might as well have come so many days before or after. */
  readonly slack: Uint8Array;
};

/** A third of what tells invoices apart is usually their client: two invoices of its own weigh as much as all the others'. */
const USUAL_LIKENESS = 1 / 3;
const USUAL_LENT_PAYMENTS = 20;
/** Nobody is sure of a client after one invoice, and no client is lost in the crowd. */
const LEAST_LENT = 0.5;
const MOST_LENT = 50;
/** Delays beyond say no more than that a payment was very early or very late. */
const EARLIEST = -30;
const LATEST = 60;
/** A client that pays once a week, whatever falls due between, pays up to six days before or after. */
export const MOST_SLACK = 6;
/** While a client has paid little, its spread is drawn towards that of all clients, and that towards ten days. */
const SPREAD_LENT = 2;
const USUAL_VARIANCE = 100;
/** Sums of fractions differ in their last digit with the order of adding: that much makes no day. */
const ROUNDING = 1e-9;

/** What is open counts with its days past due so far; before its due day it says nothing yet. */
export function likenessOf(seen: Observations): Likeness {
  const clients = Array.from({ length: seen.starts.length - 1 }, (_, client) => spreadOfClient(seen, client));
  const all = spreadOfAll(clients);
  return {
    lentInvoices: lentInvoices(all),
    slack: Uint8Array.from(clients, (client) => slackOf(client, all.usual)),
  };
}

/** Of one client: as many invoices of equal weight as would tell as much (Kish's effective number); days, and squared days. */
type Spread = { readonly invoices: number; readonly mean: number; readonly variance: number };

function spreadOfClient(seen: Observations, client: number): Spread {
  let weights = 0;
  let squares = 0;
  let days = 0;
  let squaredDays = 0;
  for (let k = seen.starts[client]; k < seen.starts[client + 1]; k++) {
    if (seen.paid[k] === 0 && seen.to[k] <= 0) continue;
    const weight = seen.weight[k];
    const delay = Math.min(Math.max(seen.to[k], EARLIEST), LATEST);
    weights += weight;
    squares += weight * weight;
    days += weight * delay;
    squaredDays += weight * delay * delay;
  }
  if (weights === 0) return { invoices: 0, mean: 0, variance: 0 };
  const mean = days / weights;
  const variance = Math.max(0, squaredDays / weights - mean * mean);
  return { invoices: (weights * weights) / squares, mean, variance };
}

/** Of all clients; squared days. */
type SpreadOfAll = {
  readonly spare: number; // payments beyond each client's first, where there are clients to compare
  readonly within: number;
  readonly between: number;
  readonly usual: number; // within, drawn towards what is usual
};

function spreadOfAll(spreads: readonly Spread[]): SpreadOfAll {
  const known = spreads.filter(({ invoices }) => invoices > 0);
  const sum = (of: (spread: Spread) => number) => known.reduce((all, spread) => all + of(spread), 0);
  const invoices = sum((spread) => spread.invoices);
  const spare = invoices - known.length;
  const squares = sum((spread) => spread.invoices * spread.variance);
  const usual = (squares + USUAL_VARIANCE * USUAL_LENT_PAYMENTS) / (spare + USUAL_LENT_PAYMENTS);
  if (known.length < 2 || spare < ROUNDING) return { spare: 0, within: 0, between: 0, usual };
  const mean = sum((spread) => spread.invoices * spread.mean) / invoices;
  const within = squares / spare;
  const meanSquare = sum((spread) => spread.invoices * (spread.mean - mean) ** 2) / (known.length - 1);
  const each = (invoices - sum((spread) => spread.invoices ** 2) / invoices) / (known.length - 1);
  return { spare, within, between: Math.max(0, (meanSquare - within) / each), usual };
}

/** In quarters of an invoice: finer is not known. */
function lentInvoices({ between, spare, within }: SpreadOfAll): number {
  const seen = between > 0 ? between / (between + within) : 0;
  const likeness = (seen * spare + USUAL_LIKENESS * USUAL_LENT_PAYMENTS) / (spare + USUAL_LENT_PAYMENTS);
  const lent = Math.round((4 * (1 - likeness)) / Math.max(likeness, 0.001)) / 4;
  return Math.min(Math.max(lent, LEAST_LENT), MOST_LENT);
}

function slackOf({ invoices, variance }: Spread, usual: number): number {
  const drawn = (invoices * variance + SPREAD_LENT * usual) / (invoices + SPREAD_LENT);
  return Math.min(Math.floor(Math.sqrt(drawn) + ROUNDING), MOST_SLACK);
}
