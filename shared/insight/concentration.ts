/** Concentration: how much of what is owed hangs on how few clients. */

/** Of one currency as of one day. Shares are between 0 and 1; `null` where nothing is owed. */
export type Concentration = {
  readonly clients: number; // with an exposure above 0
  readonly largest: { readonly client: number; readonly exposure: number; readonly share: number } | null;
  readonly topTenShare: number | null;
  readonly herfindahl: number | null; // sum of squared shares: 1 is one client, 0.01 a hundred equal ones
  readonly overdueShare: number | null; // overdue / open
  readonly over90Share: number | null; // more than 90 days overdue / open
};
