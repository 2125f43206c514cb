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
  readonly messages: readonly SentMessage[]; // that left
  readonly journal: readonly JournalEntry[];
};

/** What became of a message. Of an unknown one a person says some days later whether it had left. */
export type Outcome = 'sent' | 'failed' | 'unknown, it left' | 'unknown, it did not';

const DAYS_UNTIL_A_PERSON_LOOKS = 3;

export type Life = {
  readonly from: CivilDate;
  readonly days: number;
  readonly mode: WritingMode;
  readonly runs?: number; // how often a day the job runs
  readonly skip?: (day: number) => boolean; // days on which it does not run at all
  readonly outcomeOf?: (decision: DunningDecision, day: DayNumber) => Outcome;
};

type Doubt = { readonly from: DayNumber; readonly row: JournalEntry; readonly hadLeft: boolean };

export function simulate(register: Register, life: Life): Simulation {
  const { days, from, runs = 1, skip = () => false } = life;
  const ledger = buildLedger(register);
  let journal: readonly JournalEntry[] = register.journal;
  let doubts: readonly Doubt[] = [];
  const messages: SentMessage[] = [];
  for (let n = 0; n < days; n++) {
    const day = dayNumber(from) + n;
    const settled = doubts.filter((doubt) => day >= doubt.from + DAYS_UNTIL_A_PERSON_LOOKS);
    journal = settledRows(journal, settled);
    doubts = doubts.filter((doubt) => !settled.includes(doubt));
    for (let run = 0; run < (skip(n) ? 0 : runs); run++) {
      const done = runOnce({ ...ledger, register: { ...register, journal } }, day, life);
      messages.push(...done.messages);
      journal = [...journal, ...done.rows];
      doubts = [...doubts, ...done.doubts];
    }
  }
  return { messages, journal };
}

/** What one run of the job sends, and the rows it leaves. */
function runOnce(ledger: Ledger, day: DayNumber, { mode, outcomeOf = () => 'sent' }: Life) {
  const messages: SentMessage[] = [];
  const rows: JournalEntry[] = [];
  const doubts: Doubt[] = [];
  for (const decision of decideDunning(ledger, day)) {
    if (decision.action !== 'send') continue;
    const outcome = outcomeOf(decision, day);
    const written = rowsOf(decision, day, mode).map((row) => ({ ...row, status: statusOf(outcome) }));
    const hadLeft = outcome === 'sent' || outcome === 'unknown, it left';
    if (hadLeft) messages.push({ day, decision, ledger });
    if (statusOf(outcome) === 'unknown') {
      doubts.push(...written.map((row) => ({ from: day, row, hadLeft })));
    }
    rows.push(...written);
  }
  return { messages, rows, doubts };
}

function statusOf(outcome: Outcome): 'sent' | 'failed' | 'unknown' {
  return outcome === 'sent' || outcome === 'failed' ? outcome : 'unknown';
}

function settledRows(journal: readonly JournalEntry[], settled: readonly Doubt[]): readonly JournalEntry[] {
  if (settled.length === 0) return journal;
  const known = new Map(settled.map(({ hadLeft, row }) => [row, hadLeft] as const));
  return journal.map((row) => {
    const hadLeft = known.get(row);
    return hadLeft === undefined
      ? row
      : { ...row, status: hadLeft ? ('sent' as const) : ('failed' as const) };
  });
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
