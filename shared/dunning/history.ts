/** History: which levels of its calendar an item has behind it. The journal is the only memory. */
import { type DayNumber, NO_DAY } from '../base/civil-date.ts';
import type { OpenItem } from '../receivables/ledger.ts';
import { isFormalNotice, isNotice, type Ladder } from './calendar.ts';
import type { Group } from './groups.ts';
import type { Sending } from './journal.ts';
import { existedOn, oldestDueOf, oldestDueOn, type Situation } from './situation.ts';

export type ItemHistory = {
  readonly done: ReadonlySet<number>; // places in the ladder
  readonly last: Sending | null; // the last message about the item that was really sent
  readonly deadline: DayNumber | null; // which that message gave
  readonly reminders: number; // really sent since the item is late, without formal notices
  readonly unknown: Sending | null; // a level of which nobody knows whether it was sent
};

const NO_LEVEL = Number.MIN_SAFE_INTEGER;

const NO_HISTORY: ItemHistory = {
  done: new Set(),
  last: null,
  deadline: null,
  reminders: 0,
  unknown: null,
};

/** The day of the oldest debt that a message asked for: it spoke at the level of that one. */
type LeadingDue = (sending: Sending) => DayNumber;

/** @returns the history of each item of the group */
export function historyReader(situation: Situation, group: Group): (item: OpenItem) => ItemHistory {
  const { sendings } = situation.journalOf(group.client);
  if (sendings.length === 0) return () => NO_HISTORY;
  const leadingDue = leadingDues(situation, group, sendings);
  const byInvoice = sendingsByInvoice(sendings);
  const unnamed = byInvoice.get(NO_INVOICE) ?? [];
  return (item) => {
    const about = [...(byInvoice.get(item.invoice) ?? []), ...unnamed];
    const covering = about.filter((sending) => covers(situation, group.ladder, sending, item));
    return covering.length === 0 ? NO_HISTORY : historyOf(item, group.ladder, covering, leadingDue);
  };
}

const NO_INVOICE = -1;

function sendingsByInvoice(sendings: readonly Sending[]): ReadonlyMap<number, readonly Sending[]> {
  const byInvoice = new Map<number, Sending[]>();
  for (const sending of sendings) {
    const known = byInvoice.get(sending.invoice);
    if (known) known.push(sending);
    else byInvoice.set(sending.invoice, [sending]);
  }
  return byInvoice;
}

/**
 * A row that names the invoice is about it; one that names none is about all that was late that day, or soon due where its level
 * is a notice. An instalment has only the rows since its plan was agreed, and of reminders those after its own due day.
 */
function covers(situation: Situation, ladder: Ladder, sending: Sending, item: OpenItem): boolean {
  const { at, invoice, level } = sending;
  if (invoice >= 0 && invoice !== item.invoice) return false;
  if (invoice >= 0 && item.instalment === null) return true;
  const wasLate = item.dueDay < at;
  const isForLate = !isNoticeLevel(ladder, level);
  const isInTime = isForLate || at >= item.dueDay - ladder.noticeDays;
  return wasLate === isForLate && isInTime && existedOn(situation, item, at);
}

export function isNoticeLevel({ steps }: Ladder, level: number | null): boolean {
  if (level === null) return false;
  const step = steps.find((one) => one.level === level);
  return step ? isNotice(step) : level < 1;
}

/**
 * The oldest debt in a message has, with its level, all those before it behind it. Younger ones were carried along: they have that
 * level behind them and none before it, so that no level is skipped for them once the older debt is paid.
 */
function historyOf(
  item: OpenItem,
  ladder: Ladder,
  covering: readonly Sending[],
  leadingDue: LeadingDue,
): ItemHistory {
  const certain = covering.filter(({ isCertain }) => isCertain);
  const done = new Set<number>();
  for (const sending of certain) addDone(done, ladder, sending, item.dueDay <= leadingDue(sending));
  const last = latestOf(certain.filter(({ level }) => level !== null));
  const reminders = new Set(certain.filter((sending) => isReminder(sending, item, ladder)).map(messageOf));
  return {
    done,
    last,
    deadline: last ? deadlineOf(last, ladder) : null,
    reminders: reminders.size,
    unknown: latestOf(covering.filter((sending) => !sending.isCertain && !isDone(done, ladder, sending))),
  };
}

function addDone(done: Set<number>, { steps }: Ladder, { level }: Sending, leads: boolean): void {
  if (level === null) return;
  const place = steps.findIndex((step) => step.level === level);
  if (place >= 0) done.add(place);
  if (!leads) return;
  steps.forEach((step, before) => {
    if (place >= 0 ? before < place : step.level < level) done.add(before);
  });
}

/** By day, then by level, then by deadline: the order of the rows says nothing. */
function latestOf(sendings: readonly Sending[]): Sending | null {
  const compare = (a: Sending, b: Sending): number =>
    a.at - b.at ||
    (a.level ?? NO_LEVEL) - (b.level ?? NO_LEVEL) ||
    (a.newDeadline ?? NO_DAY) - (b.newDeadline ?? NO_DAY);
  return sendings.reduce<Sending | null>((last, one) => (last && compare(last, one) > 0 ? last : one), null);
}

/** The deadline the row tells of, else the one its level gives. */
function deadlineOf({ at, level, newDeadline }: Sending, { steps }: Ladder): DayNumber | null {
  if (newDeadline !== null) return newDeadline;
  const days = steps.find((step) => step.level === level)?.newDeadlineDays ?? null;
  return days === null ? null : at + days;
}

/** What the level was says more than how it travelled; a call without one may have been about anything. */
function isReminder({ at, event, level }: Sending, { dueDay }: OpenItem, { steps }: Ladder): boolean {
  if (at <= dueDay) return false;
  const step = steps.find((one) => one.level === level);
  if (step) return !isNotice(step) && !isFormalNotice(step);
  return event !== 'registeredLetter' && (event !== 'call' || level !== null);
}

/** Two rows of one day and level are one message. */
function messageOf({ at, level }: Sending): string {
  return `${at}/${level ?? ''}`;
}

function isDone(done: ReadonlySet<number>, { steps }: Ladder, { level }: Sending): boolean {
  const place = steps.findIndex((step) => step.level === level);
  return place >= 0 && done.has(place);
}

function leadingDues(situation: Situation, group: Group, sendings: readonly Sending[]): LeadingDue {
  const known = new Map<string, DayNumber>();
  const named = namedByMessage(situation, group, sendings);
  return (sending) => {
    const key = sending.invoice >= 0 ? messageOf(sending) : String(sending.at);
    const due =
      known.get(key) ??
      (sending.invoice >= 0
        ? oldestOf(situation, named.get(key) ?? [], sending.at)
        : oldestDueOn(situation, group, sending.at));
    known.set(key, due);
    return due;
  };
}

/** Rows of one day and level that name invoices of the currency are one message: its oldest debt is theirs. */
function namedByMessage(
  { ledger }: Situation,
  { currency }: Group,
  sendings: readonly Sending[],
): ReadonlyMap<string, readonly number[]> {
  const { invoices } = ledger.register;
  const named = new Map<string, number[]>();
  for (const sending of sendings) {
    const { invoice } = sending;
    if (invoice < 0 || invoices.currency[invoice] !== currency) continue;
    const known = named.get(messageOf(sending));
    if (known) known.push(invoice);
    else named.set(messageOf(sending), [invoice]);
  }
  return named;
}

function oldestOf(situation: Situation, invoices: readonly number[], day: DayNumber): DayNumber {
  return invoices.reduce(
    (oldest, invoice) => Math.min(oldest, oldestDueOf(situation, invoice, day)),
    Number.POSITIVE_INFINITY,
  );
}
