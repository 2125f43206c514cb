import { expect, test } from 'vitest';
import { minutesOf } from '../../shared/register/cell-minutes.ts';

for (const [cell, minutes] of [
  [46346, null], // a day
  [46346.5, 720],
  [46346 + 23 / 24 + 59 / 1440, 1439],
  [46346.0000001, 0],
  ['2026-11-20', null],
  ['2026-11-20 08:30', 510],
  ['2026-11-20T08:30:59Z', 510],
  ['20/11/2026 7:05', 425],
  ['2026-11-20T24:00', null],
  ['', null],
  [null, null],
  [true, null],
] as const) {
  test(`${cell} is ${minutes} minutes into its day`, () => expect(minutesOf(cell)).toBe(minutes));
}
