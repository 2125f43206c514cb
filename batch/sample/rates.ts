/** Interest rates of the sample: the ECB's and the French legal ones since 2021. */
import { type DayNumber, dayNumber } from '../../shared/base/civil-date.ts';
import type { SampleRow } from './rows.ts';

type Change = readonly [from: `${number}-${number}-${number}`, percent: string];

/** European Central Bank, main refinancing operations, by the day each rate took effect. */
const ECB_MRO: readonly Change[] = [
  ['2016-03-16', '0.00'], // still in force on 1 January 2021
  ['2022-07-27', '0.50'],
  ['2022-09-14', '1.25'],
  ['2022-11-02', '2.00'],
  ['2022-12-21', '2.50'],
  ['2023-02-08', '3.00'],
  ['2023-03-22', '3.50'],
  ['2023-05-10', '3.75'],
  ['2023-06-21', '4.00'],
  ['2023-08-02', '4.25'],
  ['2023-09-20', '4.50'],
  ['2024-06-12', '4.25'],
  ['2024-09-18', '3.65'],
  ['2024-10-23', '3.40'],
  ['2024-12-18', '3.15'],
  ['2025-02-05', '2.90'],
  ['2025-03-12', '2.65'],
  ['2025-04-23', '2.40'],
  ['2025-06-11', '2.15'],
  ['2026-06-17', '2.40'],
  ['2026-09-16', '2.65'],
];

/** French legal interest (arrêtés, by half-year): A for creditors who are natural persons, B for all others. */
const FR_LEGAL: readonly (readonly [from: Change[0], a: string, b: string])[] = [
  ['2021-01-01', '3.14', '0.79'],
  ['2021-07-01', '3.12', '0.76'],
  ['2022-01-01', '3.13', '0.76'],
  ['2022-07-01', '3.15', '0.77'],
  ['2023-01-01', '4.47', '2.06'],
  ['2023-07-01', '6.82', '4.22'],
  ['2024-01-01', '8.01', '5.07'],
  ['2024-07-01', '8.16', '4.92'],
  ['2025-01-01', '7.21', '3.71'],
  ['2025-07-01', '6.65', '2.76'],
  ['2026-01-01', '6.67', '2.62'],
  ['2026-07-01', '6.84', '2.75'],
];

/** The rates known on a day, series by series. */
export function rateRows(asOf: DayNumber): readonly SampleRow<'rates'>[] {
  const rows = [
    ...ECB_MRO.map(([from, percent]) => ({ series: 'ECB-MRO', from, percent })),
    ...FR_LEGAL.map(([from, percent]) => ({ series: 'FR-LEGAL-A', from, percent })),
    ...FR_LEGAL.map(([from, , percent]) => ({ series: 'FR-LEGAL-B', from, percent })),
  ];
  return rows.filter(({ from }) => dayNumber(from) <= asOf);
}
