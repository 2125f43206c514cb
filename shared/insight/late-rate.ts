/**
 * Late rate: the share of a client's invoices paid late or overdue, half by number and half by value, recent ones weighing more.
 * Most clients have one to three invoices, and one late payment out of one says little: as if two more invoices had been paid
 * as the register's clients pay on average, each rate is drawn towards the register's own, the less the more invoices there are.
 */
import { WEIGHT_OF_TODAY } from './behaviour.ts';
import type { Behaviour } from './behaviour-columns.ts';

/** Invoices paid as on average that every client is lent. */
const LENT_INVOICES = 2;
/** What the register itself is drawn towards while it is young: about one invoice in three is paid late in public sets of invoices. */
const USUAL_RATE = 1 / 3;

export type LateRates = {
  readonly register: number; // share between 0 and 1
  readonly ofClient: (client: number) => number;
};

export function lateRates(behaviour: Behaviour): LateRates {
  const { lateValue, lateWeight, value, weight } = behaviour;
  const invoices = sum(weight) / WEIGHT_OF_TODAY;
  const byNumber = drawn(share(sum(lateWeight), sum(weight)), invoices, USUAL_RATE);
  const byValue = drawn(share(sum(lateValue), sum(value)), invoices, USUAL_RATE);
  return {
    register: (byNumber + byValue) / 2,
    ofClient: (client) => {
      const own = weight[client] / WEIGHT_OF_TODAY;
      const ownByNumber = drawn(share(lateWeight[client], weight[client]), own, byNumber);
      const ownByValue = drawn(share(lateValue[client], value[client]), own, byValue);
      return (ownByNumber + ownByValue) / 2;
    },
  };
}

function drawn(rate: number, invoices: number, towards: number): number {
  return (rate * invoices + towards * LENT_INVOICES) / (invoices + LENT_INVOICES);
}

function share(part: number, whole: number): number {
  return whole > 0 ? part / whole : 0;
}

function sum(column: Float64Array | Int32Array): number {
  let total = 0;
  for (let client = 0; client < column.length; client++) total += column[client];
  return total;
}
