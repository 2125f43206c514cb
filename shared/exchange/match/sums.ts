/** Which open invoices of a client a sum pays: all, the oldest ones, or two to four of them. */
import type { Payable } from './payable.ts';

/** The oldest so many whose open sums make the amount; null where none do. */
export function oldestThatSum(payables: readonly Payable[], minor: number): readonly Payable[] | null {
  let sum = 0;
  for (let count = 0; count < payables.length && sum < minor; count++) {
    sum += payables[count].open;
    if (sum === minor) return payables.slice(0, count + 1);
  }
  return null;
}

const MOST_INVOICES = 24;
const MOST_PARTS = 4;

/** The two to four invoices that make the amount; null where none do, where several would, or where there are too many to try. */
export function onlySum(payables: readonly Payable[], minor: number): readonly Payable[] | null {
  if (payables.length > MOST_INVOICES) return null;
  const found: (readonly Payable[])[] = [];
  const look = (from: number, left: number, taken: readonly Payable[]): void => {
    if (left === 0 && taken.length >= 2) found.push(taken);
    if (left <= 0 || taken.length === MOST_PARTS || found.length > 1) return;
    for (let index = from; index < payables.length; index++)
      look(index + 1, left - payables[index].open, [...taken, payables[index]]);
  };
  look(0, minor, []);
  return found.length === 1 ? found[0] : null;
}
