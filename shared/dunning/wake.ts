/** Wake: when a decision that lets a client alone has to be made again. Until then the days only pass. */
import type { DayNumber } from '../base/civil-date.ts';
import type { OpenItem } from '../receivables/ledger.ts';
import type { JournalEntry } from '../register/entries.ts';
import { isNotice } from './calendar.ts';
import type { ChasedItem } from './chase.ts';
import type { Weighed } from './decide.ts';
import type { Group } from './groups.ts';

/**
 * @param rows the client's journal
 * @returns the first day on which the decision may be another one while nothing is paid: tomorrow, where it is to send or to hold
 */
export function wakeDay({ decision, weighing }: Weighed, rows: readonly JournalEntry[]): DayNumber {
  const { chase, situation } = weighing;
  const tomorrow = situation.asOf + 1;
  if (decision.action !== 'none') return tomorrow;
  const { insolvencyOn } = situation.ledger.register.clients[chase.group.client];
  const ahead = [
    ...chase.items.flatMap((item) => daysOf(item, chase.group)),
    ...(insolvencyOn === null ? [] : [insolvencyOn]),
    ...rows.map(({ at }) => at),
  ];
  return ahead.reduce((first, day) => (day > situation.asOf && day < first ? day : first), Infinity);
}

/** The days on which an item's own standing changes. */
function daysOf({ dueDay, next, promised }: ChasedItem, { ladder }: Group): readonly DayNumber[] {
  const notices = ladder.steps.filter(isNotice).map(({ offsetDays }) => dueDay + offsetDays);
  return [
    ...notices,
    dueDay + 1,
    ...(next ? [next.dueOn] : []),
    ...(promised?.isPending ? [promised.lastDay + 1] : []),
  ];
}

/** Whether a group asks for the same as the day before: no money moved, no dispute began or ended, no plan took over. */
export function isSameGroup(a: Group, b: Group): boolean {
  return (
    a.unapplied === b.unapplied &&
    a.items.length === b.items.length &&
    a.items.every((item, k) => isSameItem(item, b.items[k]))
  );
}

function isSameItem(a: OpenItem, b: OpenItem): boolean {
  return (
    a.invoice === b.invoice &&
    a.instalment === b.instalment &&
    a.dueDay === b.dueDay &&
    a.open === b.open &&
    a.disputed === b.disputed
  );
}
