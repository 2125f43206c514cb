/** Ageing: each open balance placed by how long it is overdue. */

/** Youngest first; the report's columns stand in this order. */
export const AGEING_BUCKETS = ['notDue', 'd1to30', 'd31to60', 'd61to90', 'd90plus'] as const;
export type AgeingBucket = (typeof AGEING_BUCKETS)[number];
export type Ageing = Readonly<Record<AgeingBucket, number>>; // open balance, minor units of one currency
