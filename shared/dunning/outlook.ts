/**
 * The outlook: what would go out in the coming days if nobody paid, every message were sent on its day and the bank were kept up to date
 * from tomorrow on. The same engine decides, day after day, on a journal to which each message is added as if it had been sent.
 */
import type { DayNumber } from '../base/civil-date.ts';
import type { Words } from '../base/words.ts';
import type { Ledger } from '../receivables/ledger.ts';
import type { Channel } from '../register/tables.ts';
import type { Weighed } from './decide.ts';
import type { AskedItem, ClaimedAmount, DunningCode } from './decision.ts';
import { startDryRun } from './dry-run.ts';
import { type FallingDue, fallingDue } from './falling-due.ts';
import { stepWords } from './phrases.ts';
import { plannedWords } from './why.ts';

/** One message that would go out. */
export type OutlookMessage = {
  readonly day: DayNumber;
  readonly client: number; // index into the register's clients
  readonly currency: number; // index into the register's currencies
  readonly level: number;
  readonly what: Words; // `Relance 2`, `Mise en demeure`
  readonly channel: Channel;
  readonly template: string;
  readonly asked: readonly AskedItem[]; // oldest due date first
  readonly total: number; // minor units
  readonly interest: ClaimedAmount;
  readonly indemnity: ClaimedAmount;
  readonly newDeadline: DayNumber | null;
  readonly code: DunningCode;
  readonly why: Words; // without its name and its day
};

/** What is held back on some days running, for one reason. What only waits for a working day or between two contacts is not told here. */
export type OutlookHold = {
  readonly client: number;
  readonly currency: number;
  readonly from: DayNumber; // the first day asked for on which it is held
  readonly through: DayNumber; // the last one
  readonly until: DayNumber | null; // the last day on which the reason holds; null: until somebody does something about it
  readonly level: number | null;
  readonly what: Words;
  readonly asked: readonly AskedItem[];
  readonly total: number; // minor units
  readonly code: DunningCode;
  readonly why: Words; // as on its first day
};

export type Outlook = {
  readonly from: DayNumber;
  readonly days: number;
  readonly messages: readonly OutlookMessage[]; // by day, then by client code, then by currency
  readonly holds: readonly OutlookHold[]; // by first day, then by client code, then by currency
  readonly dues: readonly FallingDue[]; // promises and instalments, by day, then by client code
};

/** @param days how many days, the first included */
export function outlookOf(ledger: Ledger, from: DayNumber, days: number): Outlook {
  const messages: OutlookMessage[] = [];
  const holds: OutlookHold[] = [];
  const running = new Map<string, number>(); // the place in `holds` of a hold that may go on
  const dry = startDryRun(ledger, from);
  for (let day = from; day < from + days; day++) {
    for (const weighed of dry.dayOf(day)) {
      const message = messageOn(day, weighed);
      if (message) messages.push(message);
      noteHold(day, weighed, holds, running);
    }
  }
  return { from, days, messages, holds, dues: fallingDue(ledger, from, days) };
}

function messageOn(day: DayNumber, { decision, verdict, weighing }: Weighed): OutlookMessage | null {
  const step = weighing.chase.driver.next?.step;
  const { action, asked, channel, client, code, currency, indemnity, interest, newDeadline, total } =
    decision;
  if (action !== 'send' || !step || channel === null) return null;
  return {
    day,
    client,
    currency,
    level: step.level,
    what: stepWords(step),
    channel,
    template: step.template,
    asked,
    total,
    interest,
    indemnity,
    newDeadline,
    code,
    why: plannedWords(weighing, verdict),
  };
}

/** What only moves a message by some days: the message's own day tells of it. */
const SHORT: ReadonlySet<DunningCode> = new Set(['cool-down', 'not-a-working-day']);

function noteHold(
  day: DayNumber,
  weighed: Weighed,
  holds: OutlookHold[],
  running: Map<string, number>,
): void {
  const { decision, weighing } = weighed;
  const { action, asked, client, code, currency, heldUntil, level, total, why } = decision;
  if (action !== 'hold' || SHORT.has(code)) return;
  const key = `${client}/${currency}/${code}`;
  const place = running.get(key);
  if (place !== undefined && holds[place].through === day - 1) {
    holds[place] = { ...holds[place], through: day, until: heldUntil };
    return;
  }
  const step = weighing.chase.driver.next?.step;
  const what = step ? stepWords(step) : { fr: '', en: '' };
  running.set(key, holds.length);
  holds.push({
    client,
    currency,
    from: day,
    through: day,
    until: heldUntil,
    level,
    what,
    asked,
    total,
    code,
    why,
  });
}
