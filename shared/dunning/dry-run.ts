/**
 * A dry run: days lived through one after the other, each message believed sent. A client is weighed again only on a day that may change
 * the decision: most are let alone on most days.
 */
import type { DayNumber } from '../base/civil-date.ts';
import { penaltyBook } from '../law/penalty-book.ts';
import type { Ledger } from '../receivables/ledger.ts';
import type { JournalEntry } from '../register/entries.ts';
import { type Ladder, ladderFinder } from './calendar.ts';
import { type Weighed, weighGroups } from './decide.ts';
import { type Group, groupsOn, positionsOn } from './groups.ts';
import { type ClientJournal, isTelling, journalOn, rowsOfClients } from './journal.ts';
import { lastBankDay } from './policy.ts';
import { rowsAsSent } from './sent-rows.ts';
import { type Grounds, groundsOf, type Situation } from './situation.ts';
import { isSameGroup, wakeDay } from './wake.ts';

export type DryRun = {
  /** Goes on to a day, the next one after the last asked for. @returns what was weighed that day: all that is sent or held */
  readonly dayOf: (day: DayNumber) => readonly Weighed[];
};

/** A client let alone: its groups as they were then, and until when nothing but money can change that. */
type Rest = { readonly groups: readonly Group[]; readonly until: DayNumber };

type KnownJournal = { readonly journal: ClientJournal; readonly before: DayNumber };

type Run = {
  readonly grounds: Grounds;
  readonly ladders: readonly Ladder[];
  readonly from: DayNumber; // the bank is as the register knows it on this day, and up to date on all after it
  readonly rows: Map<number, readonly JournalEntry[]>; // by client
  readonly journals: Map<number, KnownJournal>; // by client
  readonly claims: readonly JournalEntry[]; // what the penalties rest on
  readonly sent: JournalEntry[]; // rows of the messages believed sent
  readonly rests: Map<number, Rest>; // by client
};

/** A run as it stands on its first day: nothing has been sent yet but what the journal says. */
export function startDryRun(ledger: Ledger, from: DayNumber): DryRun {
  const { register } = ledger;
  const run = {
    grounds: groundsOf(ledger),
    ladders: register.clients.map(ladderFinder(register)),
    from,
    rows: rowsOfClients(register.journal.filter(isTelling)),
    claims: register.journal.filter(isOfPenalties),
    journals: new Map<number, KnownJournal>(),
    sent: [],
    rests: new Map<number, Rest>(),
  };
  return { dayOf: (day) => liveDay(run, day) };
}

function isOfPenalties({ event, indemnity, interest }: JournalEntry): boolean {
  return event === 'registeredLetter' || interest !== null || indemnity !== null;
}

function liveDay(run: Run, day: DayNumber): readonly Weighed[] {
  const { grounds, ladders } = run;
  const { register } = grounds.ledger;
  const groups = groupsOn(register, positionsOn(grounds.ledger, day), ladders, day);
  const awake = awakeOn(run, groups, day);
  const weighed = weighGroups(situationIn(run, day), awake);
  for (const { decision } of weighed) {
    if (decision.action === 'send') believeSent(run, rowsAsSent(decision, day));
  }
  noteRests(run, weighed);
  return weighed;
}

function awakeOn({ rests }: Run, groups: readonly Group[], day: DayNumber): readonly Group[] {
  const byClient = new Map<number, Group[]>();
  for (const group of groups) byClient.set(group.client, [...(byClient.get(group.client) ?? []), group]);
  const isResting = (client: number): boolean => {
    const rest = rests.get(client);
    const now = byClient.get(client) ?? [];
    return (
      rest !== undefined &&
      day < rest.until &&
      rest.groups.length === now.length &&
      rest.groups.every((group, k) => group.currency === now[k].currency && isSameGroup(group, now[k]))
    );
  };
  const resting = new Set(Array.from(byClient.keys()).filter(isResting));
  return groups.filter(({ client }) => !resting.has(client));
}

function situationIn(run: Run, day: DayNumber): Situation {
  const { claims, from, grounds, sent } = run;
  const { ledger } = grounds;
  const { register } = ledger;
  const seen = { ...ledger, register: { ...register, journal: [...claims, ...sent] } };
  return {
    ...grounds,
    ledger: seen,
    asOf: day,
    bankDay: day === from ? lastBankDay(register, day) : day,
    book: penaltyBook(seen, day),
    journalOf: (client) => knownJournal(run, client, day),
  };
}

/** A journal stays as it is until the day of its next row, or until a message is believed sent. */
function knownJournal({ journals, rows }: Run, client: number, day: DayNumber): ClientJournal {
  const known = journals.get(client);
  if (known && day < known.before) return known.journal;
  const all = rows.get(client) ?? [];
  const journal = journalOn(all, day);
  const before = all.reduce((next, { at }) => (at > day && at < next ? at : next), Number.POSITIVE_INFINITY);
  journals.set(client, { journal, before });
  return journal;
}

function believeSent({ journals, rows, sent }: Run, added: readonly JournalEntry[]): void {
  for (const row of added) {
    sent.push(row);
    journals.delete(row.client);
    rows.set(row.client, [...(rows.get(row.client) ?? []), row]);
  }
}

function noteRests({ rests, rows }: Run, weighed: readonly Weighed[]): void {
  const byClient = new Map<number, Weighed[]>();
  for (const one of weighed) {
    const { client } = one.decision;
    byClient.set(client, [...(byClient.get(client) ?? []), one]);
  }
  byClient.forEach((all, client) => {
    const until = Math.min(...all.map((one) => wakeDay(one, rows.get(client) ?? [])));
    rests.set(client, { groups: all.map(({ weighing }) => weighing.chase.group), until });
  });
}
