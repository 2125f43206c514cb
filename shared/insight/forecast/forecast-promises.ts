/** Promises in a forecast: which open items a client has promised to pay by a day to come, and how far its word is good. */
import type { DayNumber } from '../../base/civil-date.ts';
import type { Ledger, OpenItem } from '../../receivables/ledger.ts';
import {
  brokenPromises,
  type PaymentPromise,
  PROMISE_GRACE_DAYS,
  pastPromises,
  promisesOn,
} from '../promises.ts';

/** What is promised of one item. */
export type ItemPromise = {
  readonly day: DayNumber; // on which it is promised
  readonly lastDay: DayNumber; // grace included; after it the promise is broken
  readonly share: number; // of what is open, above 0 to 1
  readonly kept: number; // chance that the client keeps its word
};

/** What is usual while a client has promised little: two promises in three are kept, told as two promises more. */
const USUAL_KEPT = 2 / 3;
const LENT_PROMISES = 2;

/** By the item's place in the list. Of several promises about one item the last made rules. */
export function promisesByItem(
  ledger: Ledger,
  currencyIndex: number,
  asOf: DayNumber,
  items: readonly OpenItem[],
): ReadonlyMap<number, ItemPromise> {
  const found = new Map<number, ItemPromise>();
  const pending = promisesOn(ledger, currencyIndex, asOf).filter(({ promisedOn }) => promisedOn >= asOf);
  if (pending.length === 0) return found;
  const keptOf = keptRates(ledger, currencyIndex, asOf);
  const placesOf = placesByClient(ledger, items, pending);
  for (const promise of [...pending].sort(byMaking)) {
    const { client, promisedOn: day } = promise;
    const word = { day, lastDay: day + PROMISE_GRACE_DAYS, kept: keptOf(client) };
    let left = promise.amount ?? Number.POSITIVE_INFINITY;
    for (const place of placesOf.get(client) ?? []) {
      if (left <= 0) break;
      if (!concerns(ledger, promise, items[place], asOf)) continue;
      const { open } = items[place];
      found.set(place, { ...word, share: Math.min(1, left / open) });
      left -= open;
    }
  }
  return found;
}

/** Without an invoice it is about all that the client owed then and has due by its day; with an amount, the oldest first. */
function concerns(ledger: Ledger, promise: PaymentPromise, item: OpenItem, asOf: DayNumber): boolean {
  if (itemSince(ledger, item, asOf) > promise.at) return false;
  return promise.invoice >= 0 ? promise.invoice === item.invoice : item.dueDay <= promise.promisedOn;
}

/** A plan agreed after a promise replaces it. */
function itemSince(ledger: Ledger, { invoice, instalment }: OpenItem, asOf: DayNumber): DayNumber {
  const { firstPlan, plans, register } = ledger;
  let since = register.invoices.issueDay[invoice];
  if (instalment === null) return since;
  for (let k = firstPlan[invoice]; k < plans.length && plans[k].invoice === invoice; k++) {
    if (plans[k].from <= asOf) since = Math.max(since, plans[k].from);
  }
  return since;
}

/** The last made stands last; of one day's the one for the later day, then the larger. */
function byMaking(a: PaymentPromise, b: PaymentPromise): number {
  return a.at - b.at || a.promisedOn - b.promisedOn || (a.amount ?? 0) - (b.amount ?? 0);
}

function placesByClient(
  { register }: Ledger,
  items: readonly OpenItem[],
  promises: readonly PaymentPromise[],
): ReadonlyMap<number, readonly number[]> {
  const places = new Map<number, number[]>(promises.map(({ client }) => [client, []]));
  items.forEach(({ invoice }, place) => {
    places.get(register.invoices.client[invoice])?.push(place);
  });
  return places;
}

/** The share of its promises that a client kept, drawn towards that of all clients, and that towards what is usual. */
function keptRates(ledger: Ledger, currencyIndex: number, asOf: DayNumber): (client: number) => number {
  const made = countByClient(pastPromises(ledger, currencyIndex, asOf));
  const broken = countByClient(brokenPromises(ledger, currencyIndex, asOf));
  const sum = (counts: ReadonlyMap<number, number>) =>
    Array.from(counts.values()).reduce((all, count) => all + count, 0);
  const ofAll = drawn(sum(made) - sum(broken), sum(made), USUAL_KEPT);
  return (client) => {
    const own = made.get(client) ?? 0;
    return drawn(own - (broken.get(client) ?? 0), own, ofAll);
  };
}

function drawn(kept: number, made: number, towards: number): number {
  return (kept + LENT_PROMISES * towards) / (made + LENT_PROMISES);
}

function countByClient(promises: readonly PaymentPromise[]): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const { client } of promises) counts.set(client, (counts.get(client) ?? 0) + 1);
  return counts;
}
