/** A register lived through day by day: what is decided is sent, and written into the journal as a sender would. */
import { type CivilDate, type DayNumber, dayNumber } from '../../shared/base/civil-date.ts';
import { decideDunning } from '../../shared/dunning/decide.ts';
import type { DunningDecision } from '../../shared/dunning/decision.ts';
import { buildLedger, type Ledger } from '../../shared/receivables/ledger.ts';
import type { JournalEntry, Register } from '../../shared/register/entries.ts';
import { journalRow } from './decided.ts';

/** One row an item at its own level, one an invoice at the message's, or one for the client as a whole. */
export const WRITING_MODES = ['items', 'invoices', 'client'] as const;
export type WritingMode = (typeof WRITING_MODES)[number];

export type SentMessage = {
  readonly day: DayNumber;
  readonly decision: DunningDecision;
  readonly ledger: Ledger;
};

export type Simulation = {
  readonly messages: readonly SentMessage[];
  readonly journal: readonly JournalEntry[];
};

/** @param runs how often a day the job runs @param skip days on which it does not run at all */
export function simulate(
  register: Register,
  {
    from,
    days,
    mode,
    runs = 1,
    skip = () => false,
  }: {
    readonly from: CivilDate;
    readonly days: number;
    readonly mode: WritingMode;
    readonly runs?: number;
    readonly skip?: (day: number) => boolean;
  },
): Simulation {
  const ledger = buildLedger(register);
  const journal: JournalEntry[] = [...register.journal];
  const messages: SentMessage[] = [];
  for (let n = 0; n < days; n++) {
    if (skip(n)) continue;
    const day = dayNumber(from) + n;
    for (let run = 0; run < runs; run++) {
      const seen = { ...ledger, register: { ...register, journal: [...journal] } };
      for (const decision of decideDunning(seen, day)) {
        if (decision.action !== 'send') continue;
        messages.push({ day, decision, ledger: seen });
        journal.push(...rowsOf(decision, day, mode));
      }
    }
  }
  return { messages, journal };
}

function rowsOf(decision: DunningDecision, at: DayNumber, mode: WritingMode): readonly JournalEntry[] {
  const { asked, channel, client, level, newDeadline } = decision;
  const sent = {
    ...journalRow({ at: '2024-01-01', event: 'reminder', status: 'sent' }, 0, [], []),
    at,
    client,
  };
  const row = {
    ...sent,
    event: channel === 'registeredLetter' ? ('registeredLetter' as const) : sent.event,
    channel,
    level,
    newDeadline,
  };
  if (mode === 'client') return [row];
  if (mode === 'invoices') {
    return Array.from(new Set(asked.map(({ invoice }) => invoice)), (invoice) => ({ ...row, invoice }));
  }
  return asked.flatMap((item) =>
    item.level === null ? [] : [{ ...row, invoice: item.invoice, level: item.level }],
  );
}
