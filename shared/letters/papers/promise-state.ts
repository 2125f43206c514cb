/** What became of a promise to pay. */
import type { DayNumber } from '../../base/civil-date.ts';
import { PROMISE_GRACE_DAYS } from '../../dunning/promised.ts';
import { isCash } from '../../receivables/movements.ts';
import type { JournalEntry, Register } from '../../register/entries.ts';
import { currencyOfEntry } from '../contacts.ts';

export type PromiseState = 'awaited' | 'kept' | 'broken';

/** Kept where the money came by the day promised, or within the days a transfer takes. */
export function promiseState(
  register: Register,
  entry: JournalEntry,
  promisedOn: DayNumber,
  asOf: DayNumber,
): PromiseState {
  const { payments } = register;
  const currency = currencyOfEntry(register, entry);
  const lastDay = promisedOn + PROMISE_GRACE_DAYS;
  let received = 0;
  for (let p = 0; p < payments.count; p++) {
    const isIts = payments.client[p] === entry.client && payments.currency[p] === currency;
    const isInTime = payments.day[p] >= entry.at && payments.day[p] <= Math.min(lastDay, asOf);
    if (isIts && isInTime && isCash(payments, p)) received += payments.amount[p];
  }
  if (received > 0 && received >= (entry.amount ?? 1)) return 'kept';
  return asOf <= lastDay ? 'awaited' : 'broken';
}
