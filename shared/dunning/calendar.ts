/** Calendars: which level follows which, how many days from the due date, by kind of client. */

import { calendarName, kindNamed } from '../register/calendar-names.ts';
import type { CalendarStep, Client, Register } from '../register/entries.ts';
import { SHIPPED_CALENDARS } from './shipped-calendars.ts';

/** One step of a calendar. `offsetDays` above 0 is a reminder, all else a notice: it goes out while nothing is late yet. */
export type Step = Omit<CalendarStep, 'row' | 'calendar'>;

/** The steps of one calendar in the order they are sent: by offset, then by level. */
export type Ladder = {
  readonly steps: readonly Step[];
  readonly noticeDays: number; // the first notice goes out that many days before the due date; 0: on it; -1: there is none
};

/** A notice leaves on the due date or before it: nothing is late yet. */
export function isNotice(step: Step): boolean {
  return step.offsetDays <= 0;
}

/** A formal notice (mise en demeure) is what leaves by registered letter. */
export function isFormalNotice(step: Step): boolean {
  return step.channel === 'registeredLetter';
}

/** @returns each client's ladder: its own calendar, else its kind's; the shipped one of its kind where no row describes it */
export function ladderFinder(register: Register): (client: Client) => Ladder {
  const written = writtenCalendars(register.calendars);
  const ladders = new Map<string, Ladder>();
  return (client) => {
    const name = calendarName(client.calendar || client.kind);
    const known = ladders.get(`${name} ${client.kind}`);
    if (known) return known;
    const ladder = ladderOf(written.get(name) ?? SHIPPED_CALENDARS[kindNamed(name) ?? client.kind]);
    ladders.set(`${name} ${client.kind}`, ladder);
    return ladder;
  };
}

function writtenCalendars(rows: readonly CalendarStep[]): ReadonlyMap<string, readonly Step[]> {
  const calendars = new Map<string, Step[]>();
  for (const row of rows) {
    const name = calendarName(row.calendar);
    const steps = calendars.get(name);
    if (steps) steps.push(row);
    else calendars.set(name, [row]);
  }
  return calendars;
}

/** Steps by their day; where two share one, the lower level first. */
export function ladderOf(steps: readonly Step[]): Ladder {
  const inOrder = [...steps].sort((a, b) => a.offsetDays - b.offsetDays || a.level - b.level);
  return { steps: inOrder, noticeDays: inOrder.length > 0 ? Math.max(-1, 0 - inOrder[0].offsetDays) : -1 };
}
