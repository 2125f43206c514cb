/** Groups: rows with equal keys within days of one another, found without a sort and without a text a row. */

export type NearKeys = {
  readonly day: Int32Array; // by row
  readonly nearDays: number;
  readonly hash: (row: number) => number; // equal keys have equal hashes
  readonly key: (row: number) => string;
};

/** Few enough that their days stay in the processor's cache. */
const MOST_BUCKETS = 2 ** 18;
const LONG_AGO = -0x80000000;

/**
 * The groups of rows with the same key of which two neighbours stand within `nearDays`, each in the order of `rows`, without
 * its rows that are near no other. A first pass keeps the last row of each bucket of hashes; only where another comes soon after
 * are keys compared.
 * @param rows in order of day
 */
export function nearGroups(rows: Int32Array, { day, hash, key, nearDays }: NearKeys): readonly number[][] {
  const buckets = Math.min(MOST_BUCKETS, 2 ** Math.ceil(Math.log2(rows.length * 4 + 1)));
  const lastDay = new Int32Array(buckets).fill(LONG_AGO);
  const lastPlace = new Int32Array(buckets);
  const isNear = new Uint8Array(rows.length);
  for (let at = 0; at < rows.length; at++) {
    const mixed = hash(rows[at]);
    const bucket = (mixed ^ (mixed >>> 15)) & (buckets - 1);
    const on = day[rows[at]];
    if (on - lastDay[bucket] <= nearDays) isNear[at] = isNear[lastPlace[bucket]] = 1;
    lastDay[bucket] = on;
    lastPlace[bucket] = at;
  }
  const candidates: number[] = [];
  for (let at = 0; at < rows.length; at++) if (isNear[at] === 1) candidates.push(rows[at]);
  return groupBy(candidates, key).filter((group) =>
    group.some((row, at) => at > 0 && day[row] - day[group[at - 1]] <= nearDays),
  );
}

/** Rows by what they share, groups and rows in the order in which they are met. */
export function groupBy<T>(rows: Iterable<number>, keyOf: (row: number) => T): readonly number[][] {
  const groups = new Map<T, number[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const known = groups.get(key);
    if (known) known.push(row);
    else groups.set(key, [row]);
  }
  return Array.from(groups.values());
}

/** FNV-1a's. */
const PRIME = 0x01000193;

/** A hash of a client, a currency and an amount below 2^53. */
export function hashAmount(client: number, currency: number, amount: number): number {
  let hash = Math.imul(client + 1, PRIME);
  hash = Math.imul(hash ^ currency ^ (hash >>> 15), PRIME);
  hash = Math.imul(hash ^ amount ^ (hash >>> 15), PRIME);
  return Math.imul(hash ^ (amount / 0x100000000) ^ (hash >>> 15), PRIME);
}
