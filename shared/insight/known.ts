/** What several questions of one currency and day need alike, looked up once. */
import type { DayNumber } from '../base/civil-date.ts';
import {
  type ClientBalance,
  clientBalancesOn,
  type Ledger,
  type OpenItem,
  openItemsOn,
} from '../receivables/ledger.ts';
import { type PaymentDelays, paymentDelaysOn } from './delays/payment-delays.ts';

export type Known = {
  readonly items: readonly OpenItem[]; // open on the day
  readonly balances: readonly ClientBalance[]; // of every client, on the day
  readonly delays: PaymentDelays; // how each client pays, as seen on the day
};

/** @param given what the caller has already, of the same currency and day */
export function knownOn(
  ledger: Ledger,
  currencyIndex: number,
  asOf: DayNumber,
  given: Partial<Known> = {},
): Known {
  return {
    items: given.items ?? openItemsOn(ledger, currencyIndex, asOf),
    balances: given.balances ?? clientBalancesOn(ledger, currencyIndex, asOf),
    delays: given.delays ?? paymentDelaysOn(ledger, currencyIndex, asOf),
  };
}

/** The places of the open items in their list, client by client, in the order of each client's first item. */
export function placesByClient(
  { register }: Ledger,
  items: readonly OpenItem[],
): ReadonlyMap<number, readonly number[]> {
  const byClient = new Map<number, number[]>();
  items.forEach(({ invoice }, place) => {
    const client = register.invoices.client[invoice];
    const places = byClient.get(client);
    if (places) places.push(place);
    else byClient.set(client, [place]);
  });
  return byClient;
}
