/** Calendars that cannot mean what they say: levels out of order, a formal notice that would never leave, a name that is none. */
import type { Problem } from '../../base/problem.ts';
import { calendarName, kindNamed } from '../calendar-names.ts';
import type { CalendarStep, Client, Settings } from '../entries.ts';
import { TABLES } from '../tables.ts';

/** At least so many reminders come before a formal notice. */
export const REMINDERS_FIRST = 3;

/** Checked once every row is read; the rows stay, as far as they can be followed. */
export function calendarProblems(
  steps: readonly CalendarStep[],
  clients: readonly Client[],
  settings: Settings,
): readonly Problem[] {
  const byName = new Map<string, CalendarStep[]>();
  for (const step of steps) {
    const name = calendarName(step.calendar);
    byName.set(name, [...(byName.get(name) ?? []), step]);
  }
  const ofCalendars = Array.from(byName.values()).flatMap((ladder) => ladderProblems(ladder, settings));
  const unknown = clients
    .filter(({ calendar }) => calendar !== '' && !isKnown(calendarName(calendar), byName))
    .map(({ calendar, row }) =>
      problemOf('calendar/unknown', 'clients', row, 'calendar', calendar, settings),
    );
  return [...ofCalendars, ...unknown];
}

function isKnown(name: string, written: ReadonlyMap<string, unknown>): boolean {
  return written.has(name) || kindNamed(name) !== undefined;
}

function ladderProblems(ladder: readonly CalendarStep[], settings: Settings): readonly Problem[] {
  const inOrder = [...ladder].sort((a, b) => a.level - b.level);
  return inOrder.flatMap((step, place) => {
    const before = inOrder.slice(0, place);
    return [...orderProblems(step, before, settings), ...noticeProblems(step, before, settings)];
  });
}

/** A level may fall on the day of the one below it, never before. */
function orderProblems(
  { offsetDays, row }: CalendarStep,
  before: readonly CalendarStep[],
  settings: Settings,
): readonly Problem[] {
  const latest = before.reduce((most, step) => Math.max(most, step.offsetDays), Number.NEGATIVE_INFINITY);
  if (offsetDays >= latest) return [];
  const problem = problemOf('calendar/order', 'calendars', row, 'offsetDays', offsetDays, settings);
  return [{ ...problem, detail: String(latest) }];
}

function noticeProblems(
  { channel, level, row }: CalendarStep,
  before: readonly CalendarStep[],
  settings: Settings,
): readonly Problem[] {
  const reminders = before.filter(
    (step) => step.offsetDays > 0 && step.channel !== 'registeredLetter',
  ).length;
  if (channel !== 'registeredLetter' || reminders >= REMINDERS_FIRST) return [];
  const problem = problemOf('calendar/too-few-reminders', 'calendars', row, 'level', level, settings);
  return [{ ...problem, detail: String(reminders) }];
}

function problemOf(
  code: Problem['code'],
  table: 'calendars' | 'clients',
  row: number,
  column: string,
  found: string | number,
  { language }: Settings,
): Problem {
  const header = TABLES[table].columns.find(({ key }) => key === column)?.header[language] ?? column;
  return { code, table, row, column, header, found };
}
