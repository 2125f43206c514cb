/**
 * Limitation: the day after which an open invoice can no longer be claimed in court. Only the debtor's acknowledgement, an action in
 * court or enforcement begins it anew (C. civ. 2240 ff.); reminders and formal notices do not. A promise or a plan may be such an
 * acknowledgement, if it is in writing and says so: that is for the register's keeper to judge, who then writes it into the journal.
 */
import { addMonths, type DayNumber } from '../base/civil-date.ts';
import { type Ledger, openBalanceOn, openItemsOf } from '../receivables/ledger.ts';
import type { JournalEntry } from '../register/entries.ts';
import type { JournalEvent } from '../register/tables.ts';
import { rulesOf } from './countries.ts';
import { debtorClass, type LawSettings, lawSettingsOf } from './law-settings.ts';

export type Limitation = {
  readonly invoice: number; // index into the register's invoices
  readonly years: number;
  readonly since: DayNumber; // the due day of its oldest open part, or the last interruption
  readonly isInterrupted: boolean;
  readonly expiresOn: DayNumber; // the last day on which it can still be claimed
  readonly warnFrom: DayNumber; // six months before
  readonly isFromLaw: boolean; // false: the years are the settings'
};

/** What may have interrupted it, if the paper says that the debt is owed: the keeper is asked. */
export type PossibleInterruption = {
  readonly row: number;
  readonly at: DayNumber;
  readonly event: JournalEvent;
};

const WARNING_MONTHS = 6;
const MONTHS_PER_YEAR = 12;
const INTERRUPTIONS: ReadonlySet<JournalEvent> = new Set(['acknowledgement', 'courtAction']);
const POSSIBLE: ReadonlySet<JournalEvent> = new Set(['promise', 'plan']);

/** Answers for one invoice after another; the journal is gone through once. */
export type LimitationReader = {
  readonly of: (invoice: number) => Limitation | null; // null: nothing is open, or no rule is known
  readonly possible: (invoice: number) => readonly PossibleInterruption[]; // since the day it runs from
};

/** @param asOf acts noted later are not known yet; so is what was never sent */
export function limitationReader(ledger: Ledger, asOf: DayNumber): LimitationReader {
  const { journal, settings } = ledger.register;
  const law = lawSettingsOf(settings);
  const known = journal.filter((entry) => entry.at <= asOf && (entry.status ?? 'sent') === 'sent');
  const certain = byClient(known.filter(({ event }) => INTERRUPTIONS.has(event)));
  const perhaps = byClient(known.filter(({ event }) => POSSIBLE.has(event)));
  const of = (invoice: number): Limitation | null => limitationOf(ledger, asOf, law, certain, invoice);
  return {
    of,
    possible: (invoice) => {
      const since = of(invoice)?.since ?? Number.POSITIVE_INFINITY;
      const rows = rowsAbout(ledger, perhaps, invoice).filter(({ at }) => at > since);
      return rows.map(({ at, event, row }) => ({ at, event, row }));
    },
  };
}

type Journal = ReadonlyMap<number, readonly JournalEntry[]>;

function byClient(entries: readonly JournalEntry[]): Journal {
  const rows = new Map<number, JournalEntry[]>();
  for (const entry of entries) {
    const known = rows.get(entry.client);
    if (known) known.push(entry);
    else rows.set(entry.client, [entry]);
  }
  return rows;
}

/** A row that names no invoice is about all the client owed that day. */
function rowsAbout(ledger: Ledger, journal: Journal, invoice: number): readonly JournalEntry[] {
  const rows = journal.get(ledger.register.invoices.client[invoice]) ?? [];
  return rows.filter((row) =>
    row.invoice < 0 ? openBalanceOn(ledger, invoice, row.at) > 0 : row.invoice === invoice,
  );
}

function limitationOf(
  ledger: Ledger,
  asOf: DayNumber,
  law: LawSettings,
  journal: Journal,
  invoice: number,
): Limitation | null {
  const items = openItemsOf(ledger, invoice, asOf);
  const term = yearsFor(ledger, law, invoice);
  if (items.length === 0 || term === null) return null;
  const dueDay = Math.min(...items.map((item) => item.dueDay));
  const since = rowsAbout(ledger, journal, invoice).reduce((last, { at }) => Math.max(last, at), dueDay);
  const expiresOn = addMonths(since, term.years * MONTHS_PER_YEAR);
  return {
    invoice,
    ...term,
    since,
    isInterrupted: since > dueDay,
    expiresOn,
    warnFrom: addMonths(expiresOn, -WARNING_MONTHS),
  };
}

function yearsFor(
  { register }: Ledger,
  law: LawSettings,
  invoice: number,
): Pick<Limitation, 'years' | 'isFromLaw'> | null {
  const debtor = debtorClass(register.clients[register.invoices.client[invoice]].kind, law);
  const written = debtor === 'consumer' ? law.limitationYears.consumer : law.limitationYears.business;
  if (written !== null) return { years: written, isFromLaw: false };
  const years = rulesOf(law.country)?.limitation[debtor] ?? null;
  return years === null ? null : { years, isFromLaw: true };
}

/** @returns whether the day is in the six months before the debt is lost, or past that day */
export function isLimitationNear({ warnFrom }: Limitation, asOf: DayNumber): boolean {
  return asOf >= warnFrom;
}
