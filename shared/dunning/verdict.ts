/** The verdict on a chase: the first thing that speaks against sending its message today, else that it goes out. */
import type { DayNumber } from '../base/civil-date.ts';
import { type HolidayCalendar, isWorkingDay, nextWorkingDay } from '../base/working-days.ts';
import type { MissingRate } from '../law/half-year-rates.ts';
import { REMINDERS_FIRST } from '../register/reading/check-calendars.ts';
import { isFormalNotice } from './calendar.ts';
import { channelTo } from './channel.ts';
import type { Chase } from './chase.ts';
import { CONTACT_WINDOW_DAYS, contactDays, fewContactsFrom } from './contacts.ts';
import { declarationDay } from './insolvency.ts';
import { type NextStep, resumes } from './next-step.ts';
import type { Promised } from './promised.ts';
import type { Situation } from './situation.ts';

/** A code with the facts its sentence tells. */
export type Verdict =
  | { readonly code: 'level-due' }
  | { readonly code: 'promise-broken'; readonly promised: Promised }
  | {
      readonly code: 'insolvency';
      readonly openedOn: DayNumber;
      readonly declareBy: DayNumber | null;
    }
  | { readonly code: 'client-hold'; readonly until: DayNumber; readonly reason: string }
  | { readonly code: 'disputed'; readonly amount: number; readonly since: DayNumber }
  | { readonly code: 'promise-pending'; readonly promised: Promised }
  | { readonly code: 'plan-unwritten'; readonly agreedOn: DayNumber }
  | { readonly code: 'unknown-send'; readonly level: number | null; readonly at: DayNumber }
  | { readonly code: 'payment-unread'; readonly row: number }
  | { readonly code: 'unapplied-covers'; readonly unapplied: number; readonly asked: number }
  | { readonly code: 'below-tolerance'; readonly total: number; readonly tolerance: number }
  | { readonly code: 'bank-stale'; readonly bankDay: DayNumber | null }
  | { readonly code: 'cool-down'; readonly since: DayNumber; readonly until: DayNumber }
  | { readonly code: 'contact-limit'; readonly contacts: number; readonly until: DayNumber }
  | { readonly code: 'three-reminders-first'; readonly reminders: number }
  | { readonly code: 'no-address' }
  | { readonly code: 'rate-missing'; readonly missing: MissingRate }
  | { readonly code: 'not-a-working-day'; readonly until: DayNumber }
  | { readonly code: 'quota'; readonly until: DayNumber }
  | { readonly code: 'not-yet' | 'level-done' };

/** What the verdict rests on beside the chase itself. */
export type Weighing = {
  readonly situation: Situation;
  readonly chase: Chase;
  readonly total: number; // minor units the message would ask for, net of what is unapplied
  readonly missingRate: MissingRate | null;
  readonly lastContact: DayNumber | null; // today where another currency's message goes out
};

/** @returns the last day on which what holds a message back does so, as far as the register knows; null: until somebody acts */
export function heldUntil(verdict: Verdict): DayNumber | null {
  switch (verdict.code) {
    case 'client-hold':
      return verdict.until;
    case 'promise-pending':
      return verdict.promised.lastDay;
    case 'cool-down':
    case 'contact-limit':
    case 'not-a-working-day':
    case 'quota':
      return verdict.until - 1;
    default:
      return null;
  }
}

/** What is wrong with the debt or the client comes first, then the calendar, then what today forbids. */
export function verdictOf(weighing: Weighing): Verdict {
  const { chase } = weighing;
  const standing =
    insolvency(weighing) ??
    clientHold(weighing) ??
    blockHold(weighing) ??
    unknownSend(chase) ??
    paymentUnread(weighing) ??
    smallTotal(weighing);
  if (standing) return standing;
  const { history, next } = chase.driver;
  if (next === null || next.dueOn > weighing.situation.asOf) {
    return { code: history.last === null ? 'not-yet' : 'level-done' };
  }
  return forbidden(weighing, next) ?? sending(chase);
}

function sending({ driver }: Chase): Verdict {
  const { history, promised } = driver;
  return resumes(history.last, promised) ? { code: 'promise-broken', promised } : { code: 'level-due' };
}

function insolvency({ chase, situation }: Weighing): Verdict | null {
  const client = situation.ledger.register.clients[chase.group.client];
  const openedOn = client.insolvencyOn;
  if (openedOn === null || openedOn > situation.asOf) return null;
  return {
    code: 'insolvency',
    openedOn,
    declareBy: declarationDay(client, openedOn),
  };
}

/** The last day of a hold is still on hold. */
function clientHold({ chase, situation }: Weighing): Verdict | null {
  const { holdReason, holdUntil } = situation.ledger.register.clients[chase.group.client];
  if (holdUntil === null || holdUntil < situation.asOf) return null;
  return { code: 'client-hold', until: holdUntil, reason: holdReason };
}

function blockHold({ chase, situation }: Weighing): Verdict | null {
  const { block, driver, group } = chase;
  if (block === null) return null;
  if (driver.promised && block === 'promise-pending') return { code: block, promised: driver.promised };
  if (driver.plan && block === 'plan-unwritten') return { code: block, agreedOn: driver.plan.at };
  const dispute = situation.ledger.register.invoices.disputes.get(driver.invoice);
  const amount = group.items.reduce((sum, { open }) => sum + open, 0);
  return { code: 'disputed', amount, since: dispute ? dispute.from : situation.asOf };
}

function unknownSend({ asked }: Chase): Verdict | null {
  for (const { history } of asked) {
    if (history.unknown)
      return { code: 'unknown-send', level: history.unknown.level, at: history.unknown.at };
  }
  return null;
}

/** What the client paid may stand in a row that cannot be read: nobody is reminded of what they have paid. */
function paymentUnread({ chase, situation }: Weighing): Verdict | null {
  const row = situation.unreadOf(chase.group.client, situation.asOf);
  return row === null ? null : { code: 'payment-unread', row };
}

function smallTotal({ chase, situation, total }: Weighing): Verdict | null {
  const { currency, unapplied } = chase.group;
  const asked = chase.asked.reduce((sum, { amount }) => sum + amount, 0);
  if (total <= 0) return { code: 'unapplied-covers', unapplied, asked };
  const tolerance = situation.restraint.tolerance(situation.ledger.register.currencies[currency]);
  return total < tolerance ? { code: 'below-tolerance', total, tolerance } : null;
}

function forbidden(weighing: Weighing, next: NextStep): Verdict | null {
  const { chase, missingRate, situation } = weighing;
  const { asOf, bankDay, ledger, policy } = situation;
  const { history } = chase.driver;
  if (bankDay === null || asOf - bankDay > policy.bankFreshnessDays) return { code: 'bank-stale', bankDay };
  const tooSoon = coolDownOf(weighing, next) ?? contactLimit(weighing);
  if (tooSoon) return tooSoon;
  if (isFormalNotice(next.step) && history.reminders < REMINDERS_FIRST) {
    return { code: 'three-reminders-first', reminders: history.reminders };
  }
  const client = ledger.register.clients[chase.group.client];
  if (channelTo(client, next.step.channel) === null) return { code: 'no-address' };
  if (missingRate) return { code: 'rate-missing', missing: missingRate };
  const holidays = holidaysOf(weighing);
  if (isWorkingDay(asOf, holidays)) return null;
  return { code: 'not-a-working-day', until: nextWorkingDay(asOf, holidays) };
}

/** Too soon after the level before, or after any contact at all. */
function coolDownOf({ lastContact, situation }: Weighing, { gapUntil }: NextStep): Verdict | null {
  if (lastContact === null) return null;
  const until = Math.max(gapUntil ?? lastContact, lastContact + situation.policy.contactGapDays);
  return situation.asOf < until ? { code: 'cool-down', since: lastContact, until } : null;
}

function contactLimit({ chase, situation }: Weighing): Verdict | null {
  const days = contactDays(situation, chase.group);
  const until = fewContactsFrom(days, situation);
  if (until === null || situation.asOf >= until) return null;
  const contacts = days.filter((day) => day > situation.asOf - CONTACT_WINDOW_DAYS).length;
  return { code: 'contact-limit', contacts, until };
}

/** The days off at the client's, where messages of ours would be read. */
export function holidaysOf({ chase, situation }: Weighing): HolidayCalendar {
  return situation.restraint.holidaysOf(situation.ledger.register.clients[chase.group.client]);
}

/** The first day on which the step could be sent, as far as is known: a working day. */
export function sendableFrom(weighing: Weighing, { dueOn, gapUntil }: NextStep): DayNumber {
  const { chase, lastContact, situation } = weighing;
  const afterContact = lastContact === null ? dueOn : lastContact + situation.policy.contactGapDays;
  const allowed = Math.max(
    dueOn,
    gapUntil ?? dueOn,
    afterContact,
    fewContactsFrom(contactDays(situation, chase.group), situation) ?? dueOn,
  );
  return nextWorkingDay(allowed, holidaysOf(weighing));
}
