/** Today's list: one line a client and currency, what to do about it and why, or why it waits. */
import type { DayNumber } from '../base/civil-date.ts';
import type { Language, Words } from '../base/words.ts';
import type { Channel } from '../register/tables.ts';
import type { Weighed } from './decide.ts';
import type { DunningAction, DunningCode } from './decision.ts';
import { stepWords } from './phrases.ts';

export type TodayLine = {
  readonly client: number; // index into the register's clients
  readonly currency: number; // index into the register's currencies
  readonly action: DunningAction;
  readonly code: DunningCode;
  readonly what: string; // `Relance 2`, `Mise en demeure`; empty: the calendar has nothing more
  readonly level: number | null;
  readonly channel: Channel | null;
  readonly invoices: readonly string[];
  readonly total: number; // minor units
  readonly newDeadline: DayNumber | null; // that the message gives
  readonly heldUntil: DayNumber | null; // of what is held: the last day on which the reason holds
  readonly why: string;
};

/** What goes out first, then what is held, then what is not due yet; as the decisions stand otherwise. */
export function todayLines(weighed: readonly Weighed[], language: Language): readonly TodayLine[] {
  const lines = weighed.map((one) => lineOf(one, language));
  return ORDER.flatMap((action) => lines.filter((line) => line.action === action));
}

const ORDER = ['send', 'hold', 'none'] as const;

function lineOf({ decision, weighing }: Weighed, language: Language): TodayLine {
  const { register } = weighing.situation.ledger;
  const { action, asked, channel, client, code, currency, heldUntil, level, newDeadline, total, why } =
    decision;
  const numbers = new Set(asked.map(({ invoice }) => register.invoices.numberAt(invoice)));
  const step = weighing.chase.driver.next?.step ?? null;
  const what: Words = step ? stepWords(step) : { fr: '', en: '' };
  return {
    client,
    currency,
    action,
    code,
    what: what[language],
    level,
    channel,
    invoices: Array.from(numbers),
    total,
    newDeadline,
    heldUntil,
    why: why[language],
  };
}
