/** The journal by client: what was sent, what may have been, what was promised, and when they were last in contact. */
import type { DayNumber } from '../base/civil-date.ts';
import type { JournalEntry } from '../register/entries.ts';
import type { JournalEvent } from '../register/tables.ts';

/** A reminder of some level that left, or whose leaving is not known. */
export type Sending = JournalEntry & { readonly isCertain: boolean };

/** A promise with a day. */
export type PaymentPromise = JournalEntry & { readonly promisedOn: DayNumber };

export type ClientJournal = {
  readonly sendings: readonly Sending[];
  readonly promises: readonly PaymentPromise[];
  readonly plans: readonly JournalEntry[]; // agreed, and not ended by a later release
  readonly lastContact: DayNumber | null;
};

export const EMPTY_JOURNAL: ClientJournal = {
  sendings: [],
  promises: [],
  plans: [],
  lastContact: null,
};

const SENDINGS: ReadonlySet<JournalEvent> = new Set(['reminder', 'call', 'letter', 'registeredLetter']);
const CONTACTS: ReadonlySet<JournalEvent> = new Set([
  ...Array.from(SENDINGS),
  'promise',
  'plan',
  'statement',
]);

/** Whether a row says anything to a decision: most of a journal tells of invoices sent and money received. */
export function isTelling({ event }: JournalEntry): boolean {
  return CONTACTS.has(event) || event === 'release';
}

/** The rows of each client, in the order of the journal. */
export function rowsOfClients(journal: readonly JournalEntry[]): Map<number, readonly JournalEntry[]> {
  const rows = new Map<number, JournalEntry[]>();
  for (const entry of journal) {
    const known = rows.get(entry.client);
    if (known) known.push(entry);
    else rows.set(entry.client, [entry]);
  }
  return rows;
}

/** The journal of one client as it stood on a day. */
export function journalOn(rows: readonly JournalEntry[], asOf: DayNumber): ClientJournal {
  return clientJournal(rows.filter(({ at }) => at <= asOf));
}

/** The journals of some clients as they stood on a day. */
export function journalsOn(
  journal: readonly JournalEntry[],
  clients: ReadonlySet<number>,
  asOf: DayNumber,
): ReadonlyMap<number, ClientJournal> {
  const rows = new Map<number, JournalEntry[]>();
  for (const entry of journal) {
    if (entry.at > asOf || !clients.has(entry.client)) continue;
    const known = rows.get(entry.client);
    if (known) known.push(entry);
    else rows.set(entry.client, [entry]);
  }
  return new Map(Array.from(rows, ([client, entries]) => [client, clientJournal(entries)] as const));
}

function clientJournal(entries: readonly JournalEntry[]): ClientJournal {
  const sendings: Sending[] = [];
  const promises: PaymentPromise[] = [];
  let lastContact: DayNumber | null = null;
  for (const entry of entries) {
    const { at, event, promisedOn } = entry;
    const happened = isHappened(entry);
    if (happened && CONTACTS.has(event)) lastContact = Math.max(at, lastContact ?? at);
    if (happened && event === 'promise' && promisedOn !== null) promises.push({ ...entry, promisedOn });
    if (SENDINGS.has(event) && (happened || isUnknown(entry)))
      sendings.push({ ...entry, isCertain: happened });
  }
  return { sendings, promises, plans: standingPlans(entries), lastContact };
}

/** A release takes away the plans told of up to its day: its invoice's, or without one the client's. */
function standingPlans(entries: readonly JournalEntry[]): readonly JournalEntry[] {
  if (entries.every(({ event }) => event !== 'plan')) return [];
  const happened = entries.filter(isHappened);
  const releases = happened.filter(({ event }) => event === 'release');
  return happened.filter(
    ({ at, event, invoice }) =>
      event === 'plan' &&
      !releases.some((one) => one.at >= at && (one.invoice < 0 || one.invoice === invoice)),
  );
}

/** A row without a status was written by hand, after the fact. */
function isHappened({ status }: JournalEntry): boolean {
  return status === null || status === 'sent';
}

/** A message claimed and never settled is as unknown as one that is called so: nobody knows whether it left. */
function isUnknown({ status }: JournalEntry): boolean {
  return status === 'unknown' || status === 'sending';
}
