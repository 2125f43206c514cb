/** Concentration: how much of what is owed hangs on how few clients. */
import type { DayNumber } from '../base/civil-date.ts';
import type { ClientBalance, OpenItem } from '../receivables/ledger.ts';

/** Of one currency as of one day. Shares are between 0 and 1; `null` where nothing is owed. */
export type Concentration = {
  readonly clients: number; // with an exposure above 0
  readonly largest: { readonly client: number; readonly exposure: number; readonly share: number } | null;
  readonly topTenShare: number | null;
  readonly herfindahl: number | null; // sum of squared shares: 1 is one client, 0.01 a hundred equal ones
  readonly overdueShare: number | null; // overdue / open
  readonly over90Share: number | null; // more than 90 days overdue / open
};

const TOP_CLIENTS = 10;

/**
 * Shares of clients are of the exposures (open - unapplied, at least 0: what one client has paid in advance covers no other's debt);
 * shares by age are of what is open. Of equal exposures the client that stands first in `balances` is the largest.
 * @param balances @param items of one currency on the day
 */
export function concentrationOf(
  balances: readonly ClientBalance[],
  items: readonly OpenItem[],
  asOf: DayNumber,
): Concentration {
  const exposures = balances
    .map(({ client, balance }) => ({ client, exposure: balance }))
    .filter(({ exposure }) => exposure > 0)
    .sort((a, b) => b.exposure - a.exposure);
  const total = sumOf(exposures, ({ exposure }) => exposure);
  const open = sumOf(items, (item) => item.open);
  const openFor = (days: number) => sumOf(items, (item) => (asOf - item.dueDay > days ? item.open : 0));
  const topTen = exposures.slice(0, TOP_CLIENTS);
  const [first] = exposures;
  return {
    clients: exposures.length,
    largest: first ? { ...first, share: first.exposure / total } : null,
    topTenShare: shareOf(
      sumOf(topTen, ({ exposure }) => exposure),
      total,
    ),
    herfindahl: first ? sumOf(exposures, ({ exposure }) => (exposure / total) ** 2) : null,
    overdueShare: shareOf(openFor(0), open),
    over90Share: shareOf(openFor(90), open),
  };
}

function sumOf<T>(list: readonly T[], figure: (one: T) => number): number {
  return list.reduce((sum, one) => sum + figure(one), 0);
}

function shareOf(part: number, whole: number): number | null {
  return whole > 0 ? part / whole : null;
}
