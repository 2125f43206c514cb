/** One client's standing on a day: what it owes in each currency and how old that is, what may still be granted, how it pays. */
import type { DayNumber } from '../base/civil-date.ts';
import type { Words } from '../base/words.ts';
import { type Ageing, ageItems } from '../receivables/ageing.ts';
import {
  type ClientBalance,
  clientBalancesOn,
  type Ledger,
  type OpenItem,
  openItemsOn,
} from '../receivables/ledger.ts';
import { behaviourOn } from './behaviour.ts';
import { type Credit, creditCheck } from './credit/credit.ts';
import { habitWords } from './habit.ts';

/** Minor units of one currency. */
export type CurrencyStanding = {
  readonly currency: number; // index into the register's currencies
  readonly balance: ClientBalance;
  readonly ageing: Ageing;
  readonly items: readonly OpenItem[]; // oldest due date first
};

export type ClientStanding = {
  readonly currencies: readonly CurrencyStanding[]; // those with anything open or unapplied, the register's own first
  readonly credit: Credit; // of nothing more: how far the limit is used
  readonly habit: Words; // of the currency it owes most in, else of the register's own
};

/** Currency by currency, those in which the client has a balance. */
export function clientStanding(ledger: Ledger, client: number, asOf: DayNumber): ClientStanding {
  const { register } = ledger;
  const currencies = register.currencies.flatMap((_, currency) => {
    const balance = clientBalancesOn(ledger, currency, asOf).find((one) => one.client === client);
    if (!balance) return [];
    const items = openItemsOn(ledger, currency, asOf).filter(
      ({ invoice }) => register.invoices.client[invoice] === client,
    );
    const ageing = ageItems(register, items, asOf, register.settings.agedBy);
    return [{ currency, balance, ageing, items }];
  });
  const currency = register.settings.currency;
  const behaviour = behaviourOn(ledger, currencies[0]?.currency ?? 0, asOf);
  return {
    currencies,
    credit: creditCheck(ledger, asOf, { client, amount: 0, currency, waiting: 0 }),
    habit: habitWords(behaviour, client),
  };
}
