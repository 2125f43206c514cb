/**
 * Interest rates as known on 25 November 2026: what a new register's rates begin with. They are not looked up afterwards: a half-year
 * without its rate holds penalties back, and its keeper adds the row.
 */
import type { CivilDate } from '../base/civil-date.ts';

export type KnownRate = { readonly series: string; readonly from: CivilDate; readonly percent: number };

type Change = readonly [from: CivilDate, percent: number];

/**
 * European Central Bank, main refinancing operations, by the day each rate took effect. That of 16 September 2026 stands in two
 * sources that quote the Bank: a keeper checks it at ecb.europa.eu.
 */
const ECB_MRO: readonly Change[] = [
  ['2016-03-16', 0],
  ['2022-07-27', 0.5],
  ['2022-09-14', 1.25],
  ['2022-11-02', 2],
  ['2022-12-21', 2.5],
  ['2023-02-08', 3],
  ['2023-03-22', 3.5],
  ['2023-05-10', 3.75],
  ['2023-06-21', 4],
  ['2023-08-02', 4.25],
  ['2023-09-20', 4.5],
  ['2024-06-12', 4.25],
  ['2024-09-18', 3.65],
  ['2024-10-23', 3.4],
  ['2024-12-18', 3.15],
  ['2025-02-05', 2.9],
  ['2025-03-12', 2.65],
  ['2025-04-23', 2.4],
  ['2025-06-11', 2.15],
  ['2026-06-17', 2.4],
  ['2026-09-16', 2.65],
];

/** French legal interest (arrêtés, by half-year): A for creditors who are natural persons, B for all others. */
const FR_LEGAL: readonly (readonly [from: CivilDate, a: number, b: number])[] = [
  ['2021-01-01', 3.14, 0.79],
  ['2021-07-01', 3.12, 0.76],
  ['2022-01-01', 3.13, 0.76],
  ['2022-07-01', 3.15, 0.77],
  ['2023-01-01', 4.47, 2.06],
  ['2023-07-01', 6.82, 4.22],
  ['2024-01-01', 8.01, 5.07],
  ['2024-07-01', 8.16, 4.92],
  ['2025-01-01', 7.21, 3.71],
  ['2025-07-01', 6.65, 2.76],
  ['2026-01-01', 6.67, 2.62],
  ['2026-07-01', 6.84, 2.75],
];

/** Series by series, oldest first. */
export const KNOWN_RATES: readonly KnownRate[] = [
  ...ECB_MRO.map(([from, percent]) => ({ series: 'ECB-MRO', from, percent })),
  ...FR_LEGAL.map(([from, percent]) => ({ series: 'FR-LEGAL-A', from, percent })),
  ...FR_LEGAL.map(([from, , percent]) => ({ series: 'FR-LEGAL-B', from, percent })),
];
