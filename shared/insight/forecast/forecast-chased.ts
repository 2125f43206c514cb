/**
 * What would come if everything due were chased now: each overdue item counts, for two weeks, as many times as likely to be paid as the register's own
 * reminders were followed by payment. An estimate, and an upper one: a client that was reminded already may not hear a second time.
 */
import type { DayNumber } from '../../base/civil-date.ts';
import { CHASE_DAYS } from '../delays/reminder-effect.ts';
import { chancePaidBy, type Outlook } from './forecast-outlook.ts';
import { WEEKS } from './forecast-weeks.ts';

/** Minor units: `more` is what comes in each of the weeks beyond the forecast, unrounded; below 0 in later weeks, for what has come before. */
export type ChasedSums = { items: number; amount: number; readonly more: Float64Array };

export function emptyChased(): ChasedSums {
  return { items: 0, amount: 0, more: new Float64Array(WEEKS) };
}

/** Adds an overdue item that nobody has promised to pay. The outlook's rates are changed. */
export function addChased(
  sums: ChasedSums,
  outlook: Outlook,
  times: number,
  amount: number,
  ends: readonly DayNumber[],
): void {
  const before = ends.map((end) => chancePaidBy(outlook, end));
  hasten(outlook, times);
  sums.items++;
  sums.amount += amount;
  ends.forEach((end, week) => {
    const more = chancePaidBy(outlook, end) - before[week];
    const earlier = week === 0 ? 0 : chancePaidBy(outlook, ends[week - 1]) - before[week - 1];
    sums.more[week] += amount * (more - earlier);
  });
}

function hasten({ rates, told }: Outlook, times: number): void {
  const gained = rates[CHASE_DAYS] * (times - 1);
  for (let k = 1; k <= told; k++) {
    rates[k] = k <= CHASE_DAYS ? rates[k] * times : rates[k] + gained;
  }
}
