/** The journal: invoices sent, reminders as the client's calendar has them, calls, promises kept and broken. */
import { civilDate, type DayNumber } from '../../shared/base/civil-date.ts';
import { decimalText } from '../../shared/base/money.ts';
import type { Channel, JournalEvent, JournalStatus } from '../../shared/register/tables.ts';
import type { Agenda } from './agenda.ts';
import { CALENDARS, type Step } from './calendars.ts';
import type { SampleClient } from './clients.ts';
import type { Bill, Outcome } from './documents.ts';
import { officeDayFrom } from './office-days.ts';
import { NEVER } from './payers.ts';
import type { Random } from './random.ts';
import type { SampleRow } from './rows.ts';

/** What differs from one journal row to another. */
export type Entry = {
  readonly event: JournalEvent;
  readonly level?: number;
  readonly channel?: Channel;
  readonly status?: JournalStatus;
  readonly amount?: number; // minor units
  readonly promisedOn?: DayNumber;
  readonly newDeadline?: DayNumber;
  readonly detail?: string;
};

/** A row written at some hour of the day. @param invoice its number; empty: about the client as a whole */
export function journalRow(
  client: SampleClient,
  invoice: string,
  day: DayNumber,
  random: Random,
  entry: Entry,
): SampleRow<'journal'> {
  const level = entry.level === undefined ? '' : String(entry.level);
  return {
    at: `${civilDate(day)} ${timeText(random)}`,
    client: client.code,
    invoice,
    event: entry.event,
    level,
    channel: entry.channel ?? '',
    recipient: recipientOf(client, entry.channel),
    status: entry.status ?? '',
    amount: entry.amount === undefined ? '' : decimalText(entry.amount, client.currency),
    promisedOn: entry.promisedOn === undefined ? '' : civilDate(entry.promisedOn),
    newDeadline: entry.newDeadline === undefined ? '' : civilDate(entry.newDeadline),
    key: level === '' ? '' : `${invoice}/${level}`,
    user: client.owner,
    detail: entry.detail ?? '',
  };
}

function recipientOf(client: SampleClient, channel: Channel | undefined): string {
  if (channel === 'email') return client.email;
  if (channel === 'call') return client.row.phone;
  return channel === undefined ? '' : client.row.name;
}

function timeText(random: Random): string {
  const hour = random.int(8, 17);
  return `${hour < 10 ? '0' : ''}${hour}:${String(random.int(0, 59)).padStart(2, '0')}`;
}

/** The week's reminders are still to be sent: the journal ends that many days before the register does. */
const UNSENT_DAYS = 4;
const ACKNOWLEDGED_SHARE = 0.2;

/** What keeping the journal takes. Its chance is its own: a register without journal has the same invoices. */
export type Secretary = { readonly asOf: DayNumber; readonly agenda: Agenda; readonly random: Random };

/** Posts all that is written about a bill from its sending to its settlement. */
export function keepJournal(bill: Bill, outcome: Outcome, secretary: Secretary): void {
  postSending(bill, secretary);
  for (const step of CALENDARS[bill.client.kind]) {
    const day = officeDayFrom(bill.dueDay + step.offsetDays);
    if (step.level < 0 && day <= bill.issueDay) continue;
    if (!mayRemind(bill, outcome, step, day, secretary.asOf)) return;
    postReminder(bill, step, day, secretary);
    if (step.channel === 'call') postPromise(bill, outcome, day, secretary);
  }
}

function note(bill: Bill, day: DayNumber, { agenda, random }: Secretary, entry: Entry): void {
  const row = journalRow(bill.client, bill.number, day, random, entry);
  agenda.post(day, { kind: 'row', row: { table: 'journal', row } });
}

/** Posts what is written about clients as a whole: the day their reminders were suspended, and why. */
export function noteHolds(clients: readonly SampleClient[], { agenda, random }: Secretary): void {
  for (const client of clients) {
    if (client.heldFrom === NEVER) continue;
    const entry: Entry = { event: 'hold', detail: client.row.holdReason };
    const row = journalRow(client, '', client.heldFrom, random, entry);
    agenda.post(client.heldFrom, { kind: 'row', row: { table: 'journal', row } });
  }
}

function postSending(bill: Bill, secretary: Secretary): void {
  const { email } = bill.client;
  const channel = email === '' ? 'letter' : 'email';
  note(bill, bill.issueDay, secretary, { event: 'invoiceSent', channel, status: 'sent' });
  if (email !== '' && secretary.random.chance(ACKNOWLEDGED_SHARE)) {
    note(bill, officeDayFrom(bill.issueDay + 1), secretary, { event: 'receiptAcknowledged', channel });
  }
}

/** Nobody is reminded of what is settled, contested or under a plan, nor while held, nor without an address. */
function mayRemind(bill: Bill, outcome: Outcome, step: Step, day: DayNumber, asOf: DayNumber): boolean {
  const stopped = Math.min(outcome.settledOn, outcome.quietFrom, bill.client.heldFrom, asOf - UNSENT_DAYS);
  return day < stopped && (step.channel !== 'email' || bill.client.email !== '');
}

const EVENT_OF_CHANNEL: Readonly<Record<Channel, JournalEvent>> = {
  email: 'reminder',
  call: 'call',
  letter: 'letter',
  registeredLetter: 'registeredLetter',
};

function postReminder(bill: Bill, step: Step, day: DayNumber, secretary: Secretary): void {
  note(bill, day, secretary, {
    event: EVENT_OF_CHANNEL[step.channel],
    level: step.level,
    channel: step.channel,
    status: 'sent',
    ...(step.newDeadlineDays === null ? {} : { newDeadline: day + step.newDeadlineDays }),
  });
}

const PROMISE_SHARE = 0.7;
const LONGEST_PROMISE = 21;

/** A call ends in a promise more often than not. It is kept where the money is known to come within three weeks. */
function postPromise(bill: Bill, outcome: Outcome, day: DayNumber, secretary: Secretary): void {
  if (!secretary.random.chance(PROMISE_SHARE)) return;
  const kept = outcome.settledOn - day <= LONGEST_PROMISE;
  const promisedOn = kept ? outcome.settledOn : officeDayFrom(day + secretary.random.int(7, 16));
  note(bill, day, secretary, { event: 'promise', channel: 'call', amount: bill.content.total, promisedOn });
  if (kept) return;
  note(bill, officeDayFrom(promisedOn + 1), secretary, { event: 'note', detail: 'Promesse non tenue' });
}
