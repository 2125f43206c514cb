/** Promises: what a client said it would pay by a day, and whether it did. */
import { addMonths, type DayNumber } from '../base/civil-date.ts';
import { currencyDigits } from '../base/money.ts';
import { type Ledger, openBalanceOn } from '../receivables/ledger.ts';
import { isCash } from '../receivables/movements.ts';
import type { JournalEntry } from '../register/entries.ts';
import { isSmallRest } from './lateness.ts';

/** A bank transfer takes a day or two, a weekend as long: a promise is broken when this many days have passed beyond its day. */
export const PROMISE_GRACE_DAYS = 3;
const MONTHS_REMEMBERED = 12;

/** A promise with a day, as the journal holds it. */
export type PaymentPromise = JournalEntry & { readonly promisedOn: DayNumber };

/** The promises that concern one currency and were made up to the day, in the journal's order. */
export function promisesOn(
  ledger: Ledger,
  currencyIndex: number,
  asOf: DayNumber,
): readonly PaymentPromise[] {
  const { invoices, journal } = ledger.register;
  const found: PaymentPromise[] = [];
  for (const entry of journal) {
    if (entry.event !== 'promise' || entry.promisedOn === null || entry.at > asOf) continue;
    if (entry.invoice >= 0 && invoices.currency[entry.invoice] !== currencyIndex) continue;
    // Without an invoice an amount is in the register's own currency; without an amount it speaks of all that is owed.
    if (entry.invoice < 0 && entry.amount !== null && currencyIndex !== 0) continue;
    found.push({ ...entry, promisedOn: entry.promisedOn });
  }
  return found;
}

/** The promises of the last 12 months whose last day, grace included, has passed. */
export function pastPromises(
  ledger: Ledger,
  currencyIndex: number,
  asOf: DayNumber,
): readonly PaymentPromise[] {
  const remembered = addMonths(asOf, -MONTHS_REMEMBERED);
  return promisesOn(ledger, currencyIndex, asOf).filter(
    ({ promisedOn }) => asOf > lastDay(promisedOn) && promisedOn > remembered,
  );
}

/**
 * The promises of the last 12 months that were not kept. One is kept when by its last day, grace included, the amount promised has
 * come in since the promise was made, or what it was about is settled: the invoice, else all the client owed then and had due by its day.
 */
export function brokenPromises(
  ledger: Ledger,
  currencyIndex: number,
  asOf: DayNumber,
): readonly PaymentPromise[] {
  const past = pastPromises(ledger, currencyIndex, asOf);
  const ofInvoice = past.filter(({ invoice }) => invoice >= 0);
  const ofClient = past.filter(({ invoice }) => invoice < 0);
  const broken = new Set<PaymentPromise>(ofInvoice.filter((promise) => !isInvoiceKept(ledger, promise)));
  if (ofClient.length > 0) addBrokenByClient(ledger, currencyIndex, ofClient, broken);
  return past.filter((promise) => broken.has(promise));
}

function lastDay(promisedOn: DayNumber): DayNumber {
  return promisedOn + PROMISE_GRACE_DAYS;
}

function isInvoiceKept(ledger: Ledger, promise: PaymentPromise): boolean {
  const { amount: amounts, day, starts } = ledger;
  if (isSettled(ledger, promise.invoice, lastDay(promise.promisedOn))) return true;
  if (promise.amount === null) return false;
  let paid = 0;
  for (let m = starts[promise.invoice]; m < starts[promise.invoice + 1]; m++) {
    if (day[m] >= promise.at && day[m] <= lastDay(promise.promisedOn)) paid += amounts[m];
  }
  return paid >= promise.amount;
}

function isSettled(ledger: Ledger, invoice: number, day: DayNumber): boolean {
  const { currencies, invoices } = ledger.register;
  const unit = 10 ** currencyDigits(currencies[invoices.currency[invoice]]);
  return isSmallRest(openBalanceOn(ledger, invoice, day), invoices.total[invoice], unit);
}

/** One look at all invoices and payments, for the few clients who promised without naming an invoice. */
function addBrokenByClient(
  ledger: Ledger,
  currencyIndex: number,
  promises: readonly PaymentPromise[],
  broken: Set<PaymentPromise>,
): void {
  const { invoices } = ledger.register;
  const byClient = groupByClient(promises);
  for (let i = 0; i < invoices.count; i++) {
    if (invoices.creditNote[i] === 1 || invoices.currency[i] !== currencyIndex) continue;
    for (const promise of byClient.get(invoices.client[i]) ?? []) {
      if (invoices.issueDay[i] > promise.at || invoices.dueDay[i] > promise.promisedOn) continue;
      if (!isSettled(ledger, i, lastDay(promise.promisedOn))) broken.add(promise);
    }
  }
  const received = receivedSince(ledger, currencyIndex, byClient);
  for (const [promise, amount] of received)
    if (amount >= (promise.amount ?? Infinity)) broken.delete(promise);
}

function groupByClient(promises: readonly PaymentPromise[]): ReadonlyMap<number, readonly PaymentPromise[]> {
  const byClient = new Map<number, PaymentPromise[]>();
  for (const promise of promises) {
    const group = byClient.get(promise.client);
    if (group) group.push(promise);
    else byClient.set(promise.client, [promise]);
  }
  return byClient;
}

/** The money each client paid from the day of its promise to the last day of it, whatever it was applied to. */
function receivedSince(
  { register }: Ledger,
  currencyIndex: number,
  byClient: ReadonlyMap<number, readonly PaymentPromise[]>,
): ReadonlyMap<PaymentPromise, number> {
  const { payments } = register;
  const received = new Map<PaymentPromise, number>();
  for (let p = 0; p < payments.count; p++) {
    if (payments.currency[p] !== currencyIndex || !isCash(payments, p)) continue;
    for (const promise of byClient.get(payments.client[p]) ?? []) {
      if (payments.day[p] < promise.at || payments.day[p] > lastDay(promise.promisedOn)) continue;
      received.set(promise, (received.get(promise) ?? 0) + payments.amount[p]);
    }
  }
  return received;
}
