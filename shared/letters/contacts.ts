/** Contacts: what the journal tells of one client, one line a message, as papers list it. */
import type { DayNumber } from '../base/civil-date.ts';
import type { Language, Words } from '../base/words.ts';
import type { JournalEntry, Register } from '../register/entries.ts';
import { type Channel, type JournalEvent, type JournalStatus, TABLES } from '../register/tables.ts';

/** One message, call or agreement: rows of one day that differ by their invoice only are one. */
export type Contact = {
  readonly at: DayNumber;
  readonly event: JournalEvent;
  readonly level: number | null;
  readonly channel: Channel | null;
  readonly recipient: string;
  readonly status: JournalStatus | null;
  readonly invoices: readonly number[]; // indexes; empty: about the account
  readonly amounts: readonly (number | null)[]; // minor units, of the same rows
  readonly promisedOn: DayNumber | null;
  readonly newDeadline: DayNumber | null;
  readonly tracking: string;
  readonly detail: string;
};

/** What reached the client, or was meant to. */
const SENT: ReadonlySet<JournalEvent> = new Set([
  'invoiceSent',
  'receiptAcknowledged',
  'reminder',
  'call',
  'letter',
  'registeredLetter',
  'statement',
]);

/** Every contact with the client up to the day and on it, in order of time. @param only what was sent or said about invoices */
export function contactsOf(
  { journal }: Register,
  client: number,
  asOf: DayNumber,
  only: 'all' | 'sent' = 'all',
): readonly Contact[] {
  const found = new Map<string, Contact>();
  const entries = journal
    .filter((entry) => entry.client === client && entry.at <= asOf)
    .filter(({ event }) => only === 'all' || SENT.has(event))
    .sort((a, b) => a.at - b.at || a.row - b.row);
  for (const entry of entries) {
    const key = keyOf(entry);
    const known = found.get(key);
    found.set(key, known ? joined(known, entry) : contactOf(entry));
  }
  return Array.from(found.values());
}

function keyOf(entry: JournalEntry): string {
  const { at, channel, detail, event, level, recipient, row, status, tracking } = entry;
  const isMessage = event === 'reminder' || event === 'letter' || event === 'registeredLetter';
  return [at, event, level, channel, recipient, status, tracking, isMessage ? detail : row].join('\n');
}

function contactOf(entry: JournalEntry): Contact {
  const { amount, at, channel, detail, event, invoice, level } = entry;
  const { newDeadline, promisedOn, recipient, status, tracking } = entry;
  const invoices = invoice < 0 ? [] : [invoice];
  const same = { at, channel, detail, event, level, newDeadline, promisedOn, recipient, status, tracking };
  return { ...same, invoices, amounts: [amount] };
}

function joined(contact: Contact, { amount, invoice, newDeadline }: JournalEntry): Contact {
  return {
    ...contact,
    invoices: invoice < 0 ? contact.invoices : [...contact.invoices, invoice],
    amounts: [...contact.amounts, amount],
    newDeadline:
      newDeadline === null ? contact.newDeadline : Math.max(newDeadline, contact.newDeadline ?? newDeadline),
  };
}

/** The journal's own words for one of its choices. */
export function journalWord(
  column: 'event' | 'channel' | 'status',
  key: string | null,
  language: Language,
): string {
  return key === null ? '' : (WORDS[column].get(key)?.[language] ?? key);
}

const WORDS: Readonly<Record<'event' | 'channel' | 'status', ReadonlyMap<string, Words>>> = {
  event: wordsOf('event'),
  channel: wordsOf('channel'),
  status: wordsOf('status'),
};

function wordsOf(column: string): ReadonlyMap<string, Words> {
  const { choices = [] } = TABLES.journal.columns.find(({ key }) => key === column) ?? {};
  return new Map(choices.map(({ key, words }) => [key, words] as const));
}

/** Whether it left or was said: the rest are facts of our own. */
export function isMessage({ event }: Pick<Contact, 'event'>): boolean {
  return SENT.has(event) || event === 'thankYou';
}

/** A row without a status was written by hand, after the fact. */
export function happened({ status }: Pick<Contact, 'status'>): boolean {
  return status === null || status === 'sent';
}

/** The currency of a journal row's amount, an index: its invoice's, else the register's own. */
export function currencyOfEntry({ invoices }: Register, { invoice }: Pick<JournalEntry, 'invoice'>): number {
  return invoice < 0 ? 0 : invoices.currency[invoice];
}
