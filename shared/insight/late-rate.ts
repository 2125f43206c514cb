/**
 * How late a client pays, as one figure from 0 (ten days early, always) to 1 (twenty days late or more, always).
 *
 * Each invoice counts an eighth for being late at all, and the rest for how late, in a straight line from ten days before its due day
 * to twenty days after: whether an invoice was late says little of a client that has one to three of them, how late says more, and beyond
 * twenty days another week says nothing new. An invoice due a year ago weighs half of one due today. The figure is drawn towards the
 * register's own as if one more invoice had been paid as its clients pay on average. A later payment never lowers it.
 */
import type { Behaviour } from './behaviour-columns.ts';

/** What an invoice due on the day weighs. Weights are whole numbers of this part of one, so that sums stay exact. */
export const WEIGHT_OF_TODAY = 64;
/** How late an invoice is, in whole parts of one. */
export const PARTS_OF_LATENESS = 120;

const EARLY_DAYS = 10;
const LATE_DAYS = 20;
const PARTS_FOR_LATE = PARTS_OF_LATENESS / 8;

/** @param days after the due day @returns 0 to PARTS_OF_LATENESS */
export function latenessParts(days: number): number {
  const along = Math.min(Math.max(days + EARLY_DAYS, 0), EARLY_DAYS + LATE_DAYS) / (EARLY_DAYS + LATE_DAYS);
  return (days > 0 ? PARTS_FOR_LATE : 0) + Math.round((PARTS_OF_LATENESS - PARTS_FOR_LATE) * along);
}

/** Invoices paid as on average that every client is lent. */
const LENT_INVOICES = 1;
/** What the register itself is drawn towards while it is young: about one invoice in three is paid late in public sets of invoices. */
const USUAL = 1 / 3;
const USUAL_LENT = 2;

/** Shares between 0 and 1. */
export type LateRates = {
  readonly register: number; // of its invoices, paid late or overdue
  readonly registerLateness: number; // how late its clients pay
  readonly latenessOf: (client: number) => number;
};

/** Each client’s own share of late invoices, drawn towards the register’s where its invoices are few. */
export function lateRates(behaviour: Behaviour): LateRates {
  const registerLateness = latenessOfRegister(behaviour);
  return {
    register: rateOfRegister(behaviour),
    registerLateness,
    latenessOf: (client) => {
      const own = behaviour.weight[client] / WEIGHT_OF_TODAY;
      const lateness = behaviour.lateness[client] / (WEIGHT_OF_TODAY * PARTS_OF_LATENESS);
      return (lateness + LENT_INVOICES * registerLateness) / (own + LENT_INVOICES);
    },
  };
}

/** A client with many invoices does not speak for the others: its n invoices count as 2 n / (n + 1). */
function latenessOfRegister({ lateness, weight }: Behaviour): number {
  let invoices = 0;
  let late = 0;
  for (let client = 0; client < weight.length; client++) {
    const own = weight[client] / WEIGHT_OF_TODAY;
    const share = Math.min(1, (1 + LENT_INVOICES) / (own + LENT_INVOICES));
    invoices += share * own;
    late += (share * lateness[client]) / (WEIGHT_OF_TODAY * PARTS_OF_LATENESS);
  }
  return steady((late + USUAL * USUAL_LENT) / (invoices + USUAL_LENT));
}

function rateOfRegister({ lateWeight, weight }: Behaviour): number {
  const late = sum(lateWeight) / WEIGHT_OF_TODAY;
  return (late + USUAL * USUAL_LENT) / (sum(weight) / WEIGHT_OF_TODAY + USUAL_LENT);
}

/** Sums of fractions differ in their last digit with the order of adding. */
function steady(share: number): number {
  return Math.round(share * 1e9) / 1e9;
}

function sum(column: Int32Array): number {
  let total = 0;
  for (let client = 0; client < column.length; client++) total += column[client];
  return total;
}
