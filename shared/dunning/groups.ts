/** Groups: what one client owes in one currency, late or soon due. One message at most goes out for each. */
import type { DayNumber } from '../base/civil-date.ts';
import {
  type ClientBalance,
  clientBalancesOn,
  type Ledger,
  type OpenItem,
  openItemsOn,
} from '../receivables/ledger.ts';
import type { Register } from '../register/entries.ts';
import type { Ladder } from './calendar.ts';

/** What of one currency is open on the day. */
export type Position = {
  readonly currency: number; // index into the register's currencies
  readonly items: readonly OpenItem[]; // oldest due date first
  readonly balances: readonly ClientBalance[];
};

/** What is open and owed on a day, currency by currency: currencies are never added. */
export function positionsOn(ledger: Ledger, asOf: DayNumber): readonly Position[] {
  return ledger.register.currencies.map((_, currency) => ({
    currency,
    items: openItemsOn(ledger, currency, asOf),
    balances: clientBalancesOn(ledger, currency, asOf),
  }));
}

export type Group = {
  readonly client: number;
  readonly currency: number;
  readonly ladder: Ladder;
  readonly unapplied: number; // minor units, at least 0
  readonly items: readonly OpenItem[]; // overdue, or due within the calendar's first notice; oldest due date first
};

/** The groups of a day by client code, and within a client by currency. */
export function groupsOn(
  register: Register,
  positions: readonly Position[],
  ladders: readonly Ladder[],
  asOf: DayNumber,
): readonly Group[] {
  const groups: Group[] = [];
  for (const { currency, items, balances } of positions) {
    const byClient = new Map<number, OpenItem[]>();
    for (const item of items) {
      const client = register.invoices.client[item.invoice];
      if (item.dueDay > asOf + ladders[client].noticeDays) continue;
      const group = byClient.get(client);
      if (group) group.push(item);
      else byClient.set(client, [item]);
    }
    for (const { client, unapplied } of balances) {
      const group = byClient.get(client);
      const ladder = ladders[client];
      if (group) groups.push({ client, currency, ladder, unapplied: Math.max(0, unapplied), items: group });
    }
  }
  return inOrder(groups, register);
}

/** By code unit: the order of the register's rows says nothing. Its own currency stands first. */
function inOrder(groups: readonly Group[], { clients, currencies }: Register): readonly Group[] {
  const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
  const currencyCode = (currency: number): string => (currency === 0 ? '' : currencies[currency]);
  return [...groups].sort(
    (a, b) =>
      compare(clients[a.client].code, clients[b.client].code) ||
      compare(currencyCode(a.currency), currencyCode(b.currency)),
  );
}
