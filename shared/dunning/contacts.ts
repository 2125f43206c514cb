/** Contacts: how often a client has heard from us about what is late. A notice before the due date reminds of nothing yet. */
import type { DayNumber } from '../base/civil-date.ts';
import type { Group } from './groups.ts';
import { isNoticeLevel } from './history.ts';
import type { Situation } from './situation.ts';

/** Contacts are counted over this many days, the day asked for included. */
export const CONTACT_WINDOW_DAYS = 30;

/** The days on which a reminder, a call or a letter left, each once, oldest first. */
export function contactDays({ journalOf }: Situation, { client, ladder }: Group): readonly DayNumber[] {
  const made = journalOf(client).sendings.filter(
    ({ isCertain, level }) => isCertain && !isNoticeLevel(ladder, level),
  );
  return Array.from(new Set(made.map(({ at }) => at))).sort((a, b) => a - b);
}

/** The day from which one more is within the limit; null where there never were so many. */
export function fewContactsFrom(
  days: readonly DayNumber[],
  { restraint }: Pick<Situation, 'restraint'>,
): DayNumber | null {
  const most = restraint.contactsPer30Days;
  return days.length < most ? null : days[days.length - most] + CONTACT_WINDOW_DAYS;
}
