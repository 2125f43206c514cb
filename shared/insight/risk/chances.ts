/** Chances: how likely each client is to pay late, and how likely what it owes is to come more than 30 days late, or never. */
import type { DayNumber } from '../../base/civil-date.ts';
import type { Ledger, OpenItem } from '../../receivables/ledger.ts';
import { type Curve, cumulativeAt } from '../delays/payment-delays-curve.ts';
import { type Known, placesByClient } from '../known.ts';

/** Between 0 and 1. */
export type Chances = {
  readonly late: number; // that its next invoice is paid after its due date
  readonly lateBy30: number; // that what is open is paid more than 30 days after, or never: by amount, each item at its present age
};

const VERY_LATE_DAYS = 30;

/** @returns the chances of one client; `lateBy30` is 0 where it owes nothing */
export function chancesOf(
  ledger: Ledger,
  asOf: DayNumber,
  { delays, items }: Known,
): (client: number) => Chances {
  const places = placesByClient(ledger, items);
  return (client) => {
    const curve = delays.curveOf(client);
    const own = (places.get(client) ?? []).map((place) => items[place]);
    return { late: Math.exp(-cumulativeAt(curve, 0)), lateBy30: shareLate(curve, own, asOf) };
  };
}

function shareLate(curve: Curve, items: readonly OpenItem[], asOf: DayNumber): number {
  let open = 0;
  let late = 0;
  for (const item of items) {
    open += item.open;
    late += item.open * chanceVeryLate(curve, asOf - item.dueDay);
  }
  return open > 0 ? late / open : 0;
}

/** @param age days after the due date, unpaid so far */
function chanceVeryLate(curve: Curve, age: number): number {
  if (age >= VERY_LATE_DAYS) return 1;
  return Math.exp(cumulativeAt(curve, age) - cumulativeAt(curve, VERY_LATE_DAYS));
}
