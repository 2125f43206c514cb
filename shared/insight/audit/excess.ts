/** Excess: what was applied to an invoice above its total, and whether money or a write-off did it. */
import type { DayNumber } from '../../base/civil-date.ts';
import { type Ledger, settledOn } from '../../receivables/ledger.ts';
import { MOVEMENT_KINDS } from '../../receivables/movements.ts';

/** Of one invoice, minor units. What credit notes exceed it by is in neither sum. */
export type Excess = {
  readonly invoice: number;
  readonly cash: number;
  readonly writtenOff: number;
  readonly lastCash: number; // index into the register's payments: the latest above 0; -1 where there is none
  readonly lastWriteOff: number;
};

const CASH = MOVEMENT_KINDS.indexOf('cash');
const WRITE_OFF = MOVEMENT_KINDS.indexOf('writeOff');

/** @param invoices issued by the day */
export function excessesOn(ledger: Ledger, invoices: Int32Array, asOf: DayNumber): readonly Excess[] {
  const { total } = ledger.register.invoices;
  const excesses: Excess[] = [];
  for (let at = 0; at < invoices.length; at++) {
    const invoice = invoices[at];
    const over = settledOn(ledger, invoice, asOf) - total[invoice];
    if (over > 0) excesses.push(excessOf(ledger, invoice, over, asOf));
  }
  return excesses;
}

/**
 * Goes through the days of an invoice. What a day adds above the total is its write-offs' first, then its money's: a credit
 * note that comes after the money makes no overpayment. What went back since is taken off.
 */
function excessOf(ledger: Ledger, invoice: number, over: number, asOf: DayNumber): Excess {
  const { amount, day, kind, payment, register, starts } = ledger;
  const total = register.invoices.total[invoice];
  const last = starts[invoice + 1];
  const sums = { cash: 0, writtenOff: 0, lastCash: -1, lastWriteOff: -1 };
  let settled = 0;
  for (let m = starts[invoice]; m < last && day[m] <= asOf; ) {
    const before = Math.max(0, settled - total);
    const today = { cash: 0, writtenOff: 0 };
    for (const first = day[m]; m < last && day[m] === first; m++) {
      settled += amount[m];
      if (kind[m] === CASH) today.cash += amount[m];
      if (kind[m] === WRITE_OFF) today.writtenOff += amount[m];
      if (kind[m] === CASH && amount[m] > 0) sums.lastCash = payment[m];
      if (kind[m] === WRITE_OFF && amount[m] > 0) sums.lastWriteOff = payment[m];
    }
    const added = Math.max(0, settled - total) - before;
    const writtenOff = clamp(today.writtenOff, added);
    sums.writtenOff += writtenOff;
    sums.cash += clamp(today.cash, added - writtenOff);
  }
  const writtenOff = Math.min(sums.writtenOff, over);
  return { ...sums, invoice, writtenOff, cash: Math.min(sums.cash, over - writtenOff) };
}

/** As much of an amount as fits between 0 and `most`. */
function clamp(amount: number, most: number): number {
  return Math.max(0, Math.min(amount, most));
}
