/**
 * Recurring invoices: which of their periods are due, each once, also those that nobody was there for. A period's draft has an id made
 * of the recurrence and its day, so that making it again makes nothing.
 */
import { civilDate, type DayNumber, dayOf, daysInMonth, yearMonthDay } from '../base/civil-date.ts';
import type { Cell } from '../base/problem.ts';
import { ADDON_TABLES, EVERY_CHOICES } from '../register/addon-tables.ts';
import { readChoice } from '../register/cell-choices.ts';
import { readDay } from '../register/cell-dates.ts';
import { readInteger } from '../register/cell-numbers.ts';
import { readText } from '../register/cells.ts';
import { YES_NO_CHOICES } from '../register/tables.ts';
import { type CheckNotice, errorOn } from './notice.ts';
import { type DraftReading, type WrittenRow, writtenRows } from './read-drafts.ts';

export const EVERY = ['week', 'month', 'quarter', 'year'] as const;
export type Every = (typeof EVERY)[number];

export type Recurring = {
  readonly row: number;
  readonly id: string;
  readonly client: string;
  readonly every: Every;
  readonly next: DayNumber;
  readonly until: DayNumber | null; // the last day a period may begin on
  readonly isActive: boolean; // where nothing is written it is
  readonly dayOfMonth: number; // 31: the last day of shorter months, and the 31st again of the next long one
  readonly reference: string;
  readonly notes: string;
  readonly lastDraft: string;
};

export type ReadRecurring = {
  readonly recurring: readonly Recurring[];
  readonly notices: readonly { readonly row: number; readonly notice: CheckNotice }[]; // of rows that are left out
};

/** Reads the tab of recurring invoices. A row that cannot be read whole is left out and noticed; of rows that share an id, all are. */
export function readRecurring(grid: readonly (readonly Cell[])[], reading: DraftReading): ReadRecurring {
  const rows = writtenRows(grid, ADDON_TABLES.recurring.columns);
  const ids = rows.map((row) => readText(row.cell('id')));
  const recurring: Recurring[] = [];
  const notices: { row: number; notice: CheckNotice }[] = [];
  rows.forEach((row, index) => {
    const isDouble = ids.indexOf(ids[index]) !== ids.lastIndexOf(ids[index]);
    const read = isDouble ? doubleId() : readRow(row, reading);
    if ('severity' in read) notices.push({ row: row.row, notice: read });
    else recurring.push(read);
  });
  return { recurring, notices };
}

function doubleId(): CheckNotice {
  return errorOn(
    'id',
    'Deux abonnements portent cet identifiant : changez l’un des deux.',
    'Two recurring invoices share this id: change one of them.',
  );
}

function readRow(row: WrittenRow, { dateOrder }: DraftReading): Recurring | CheckNotice {
  const text = (key: string): string => readText(row.cell(key));
  const every = everyOf(row.cell('every'));
  const next = readDay(row.cell('next'), dateOrder);
  const until = text('until') === '' ? null : readDay(row.cell('until'), dateOrder);
  const active = text('active') === '' ? null : readChoice(row.cell('active'), YES_NO_CHOICES);
  if (!/^[\w-]{1,40}$/.test(text('id'))) return WRONG.id;
  if (text('client') === '') return WRONG.client;
  if (every === undefined) return WRONG.every;
  if (!next.ok) return WRONG.next;
  if (until !== null && !until.ok) return WRONG.until;
  if (active !== null && !active.ok) return WRONG.active;
  return {
    row: row.row,
    id: text('id'),
    client: text('client'),
    every,
    next: next.value,
    until: until === null ? null : until.value,
    isActive: active === null || active.value === 'yes',
    dayOfMonth: dayMeant(row.cell('dayOfMonth'), next.value),
    reference: text('reference'),
    notes: text('notes'),
    lastDraft: text('lastDraft'),
  };
}

const WRONG = {
  id: errorOn(
    'id',
    'Un identifiant sans espace ni accent est attendu, comme ABO-12.',
    'An id of plain letters and digits is expected, such as SUB-12.',
  ),
  client: errorOn('client', 'Le client manque.', 'The client is missing.'),
  every: errorOn(
    'every',
    'Écrivez semaine, mois, trimestre ou année.',
    'Write week, month, quarter or year.',
  ),
  next: errorOn(
    'next',
    'La prochaine date manque ou ne se lit pas.',
    'The next date is missing or cannot be read.',
  ),
  until: errorOn('until', 'Cette date ne se lit pas.', 'This date cannot be read.'),
  active: errorOn('active', 'Écrivez oui ou non.', 'Write yes or no.'),
} as const;

function everyOf(cell: Cell): Every | undefined {
  const read = readChoice(cell, EVERY_CHOICES);
  return EVERY.find((one) => read.ok && one === read.value);
}

/** Only on the last day of a month may a later day of the month be meant than the one that is written. */
function dayMeant(cell: Cell, next: DayNumber): number {
  const { day } = yearMonthDay(next);
  const written = readInteger(cell);
  const isMeant = written.ok && written.value > day && written.value <= 31 && isLastOfMonth(next);
  return isMeant ? written.value : day;
}

function isLastOfMonth(day: DayNumber): boolean {
  const { year, month, day: ofMonth } = yearMonthDay(day);
  return ofMonth === daysInMonth(year, month);
}

/** One period to invoice: its day, and the id its draft has. */
export type Period = { readonly day: DayNumber; readonly draft: string };

export type DuePeriods = {
  readonly periods: readonly Period[];
  readonly next: DayNumber; // to be written, with `dayOfMonth`, once the drafts are there
};

/** A date mistyped by years does not fill the register: the rest is for the next run, a day later. */
const MOST_PERIODS = 24;

/** The periods that begin on a day or before it and were not made yet, oldest first. */
export function duePeriods(recurring: Recurring, today: DayNumber): DuePeriods {
  const periods: Period[] = [];
  let { next } = recurring;
  const last = recurring.until === null ? today : Math.min(today, recurring.until);
  while (recurring.isActive && next <= last && periods.length < MOST_PERIODS) {
    periods.push({ day: next, draft: periodDraftId(recurring.id, next) });
    next = nextPeriod(next, recurring.every, recurring.dayOfMonth);
  }
  return { periods, next };
}

/** The id of a period's draft, such as `ABO-12_20261130`. */
function periodDraftId(id: string, day: DayNumber): string {
  return `${id}_${civilDate(day).replace(/-/g, '')}`;
}

const MONTHS = { month: 1, quarter: 3, year: 12 } as const;

/** The day the next period begins. @param dayOfMonth the day that is meant; shorter months take their last */
export function nextPeriod(day: DayNumber, every: Every, dayOfMonth: number): DayNumber {
  if (every === 'week') return day + 7;
  const from = yearMonthDay(day);
  const index = from.year * 12 + from.month - 1 + MONTHS[every];
  const year = Math.floor(index / 12);
  const month = (index % 12) + 1;
  return dayOf(year, month, Math.min(dayOfMonth, daysInMonth(year, month)));
}
