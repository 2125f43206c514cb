/** Whether somebody typed a payment already that now comes with a bank's file: each typed row stands for one movement only. */
import type { Register } from '../../register/entries.ts';
import type { BankMovement } from '../bank/statement.ts';
import { invoicesNamed } from './references.ts';
import { byAmount, type Transfer } from './transfers.ts';

const DAYS_APART = 5;

/** The same amount, some days apart at most, and the label names an invoice that it pays. */
export function recordedFinder(
  register: Register,
  transfers: readonly Transfer[],
): (movement: BankMovement) => boolean {
  const typed = byAmount(transfers.filter(({ isImported, parts }) => !isImported && parts.length > 0));
  const taken = new Set<number>();
  return ({ day, label, minor, reference }) => {
    const found = (typed.get(minor) ?? []).find((transfer) => {
      const isFar = Math.abs(transfer.day - day) > DAYS_APART;
      if (isFar || transfer.payments.some((payment) => taken.has(payment))) return false;
      return invoicesNamed(`${reference} ${label}`, transfer.parts, register).length > 0;
    });
    for (const payment of found?.payments ?? []) taken.add(payment);
    return found !== undefined;
  };
}
