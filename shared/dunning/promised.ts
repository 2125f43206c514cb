/** Promises: what a client said about an item, and whether its word still holds. */
import type { DayNumber } from '../base/civil-date.ts';
import type { OpenItem } from '../receivables/ledger.ts';
import type { Group } from './groups.ts';
import type { PaymentPromise } from './journal.ts';
import { existedOn, itemSince, receivedBetween, type Situation } from './situation.ts';

/** A transfer takes a day or two, a weekend as long: a promise is broken when this many days have passed beyond its day. */
export const PROMISE_GRACE_DAYS = 3;

/** The last promise about an item that is not paid: nobody asks before its last day has passed, then the ladder resumes. */
export type Promised = {
  readonly promise: PaymentPromise;
  readonly lastDay: DayNumber; // grace included
  readonly isPending: boolean; // false: broken
};

/** @returns the promise that rules an item, null where there is none or the amount promised has come in */
export function promisedOn(situation: Situation, group: Group, item: OpenItem): Promised | null {
  const { promises } = situation.journalOf(group.client);
  if (promises.length === 0) return null;
  const promise = promises
    .filter((one) => concerns(situation, group, one, item))
    .reduce<PaymentPromise | null>(lastMade, null);
  if (promise === null) return null;
  const lastDay = promise.promisedOn + PROMISE_GRACE_DAYS;
  if (situation.asOf <= lastDay) return { promise, lastDay, isPending: true };
  return isKept(situation, group, promise, lastDay) ? null : { promise, lastDay, isPending: false };
}

/** Without an invoice a promise is about all that was open that day; its amount, if any, is in the register's own currency. */
function concerns(situation: Situation, group: Group, promise: PaymentPromise, item: OpenItem): boolean {
  if (promise.invoice >= 0) {
    return promise.invoice === item.invoice && itemSince(situation, item) <= promise.at;
  }
  return (promise.amount === null || group.currency === 0) && existedOn(situation, item, promise.at);
}

function lastMade(a: PaymentPromise | null, b: PaymentPromise): PaymentPromise {
  if (a === null) return b;
  const order = a.at - b.at || a.promisedOn - b.promisedOn || (a.amount ?? 0) - (b.amount ?? 0);
  return order > 0 ? a : b;
}

/** The item is still open: the promise is kept only where it named an amount and that has come in since. */
function isKept(situation: Situation, group: Group, promise: PaymentPromise, lastDay: DayNumber): boolean {
  const { amount, at, invoice } = promise;
  if (amount === null) return false;
  if (invoice < 0) return receivedBetween(situation, group, at, lastDay) >= amount;
  const { amount: amounts, day, starts } = situation.ledger;
  let settled = 0;
  for (let m = starts[invoice]; m < starts[invoice + 1]; m++) {
    if (day[m] >= at && day[m] <= lastDay) settled += amounts[m];
  }
  return settled >= amount;
}
