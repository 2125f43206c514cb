/**
 * Sending what this run has claimed, one mail at a time: what is attached is at hand, its rows are found again by their claim and say
 * `sending` in the sheet before the mail leaves; what came of it is written with the next row's step. A run that dies between leaves `sending`, which nobody sends again:
 * there are three answers to “was it sent?”, and a person gives the third.
 */
import { readEmails } from '../../../shared/register/cell-emails.ts';
import type { SendState } from '../../contract.ts';
import type { Mail, World } from '../../world.ts';
import type { TabView } from '../frame.ts';
import { type Mark, markRows, statusMark } from './marks.ts';

/** A message of this run: its rows carry its claim. */
export type Outgoing = {
  readonly key: string; // of its first row
  readonly claim: string;
  readonly rowCount: number;
  readonly mail: Mail;
  /** Asked last of all: whether what it says is still so. */
  readonly mayLeave: () => boolean;
};

/** Recipients kept for people and alarms. */
const QUOTA_SPARE = 5;

/** One call: how many addresses may still be written to today, those kept aside not among them. */
export function recipientsLeft(world: World): number {
  return Math.max(0, world.mail.quota() - QUOTA_SPARE);
}

/** No mail is begun after this much of the six minutes a run has. */
export const LAST_START_MILLIS = 270_000;

/**
 * At most six calls a mail, and three after the last. What the day's quota or the run's time does not allow stays `pending` for the next run.
 * @param started when the run began, milliseconds
 */
export function sendAll(
  world: World,
  journal: TabView,
  outgoing: readonly Outgoing[],
  started: number,
): ReadonlyMap<string, SendState> {
  const states = new Map<string, SendState>(outgoing.map(({ key }) => [key, 'waiting'] as const));
  if (outgoing.length === 0) return states;
  let quota = recipientsLeft(world);
  let settled: readonly Mark[] = []; // what became of the mail before
  for (const { key, claim, rowCount, mail, mayLeave } of outgoing) {
    const recipients = recipientsOf(mail);
    if (recipients > quota || world.now().millis - started > LAST_START_MILLIS) break;
    if (!isFetched(world, mail)) continue;
    const status = mayLeave() ? ('sending' as const) : ('failed' as const);
    const marks = [...settled, statusMark(world, claim, status)];
    const found = markRows(world, journal, 'claim', marks).get(claim) ?? [];
    if (status === 'failed' || found.length === 0 || found.length !== rowCount) {
      settled = [statusMark(world, claim, 'failed')]; // overtaken by events, or its rows are not as they were written
      states.set(key, 'failed');
      continue;
    }
    quota -= recipients;
    const came = sendOne(world, mail);
    settled = [statusMark(world, claim, came)];
    states.set(key, came);
  }
  markRows(world, journal, 'claim', settled);
  return states;
}

/** Each address counts against the quota, blind copies too. */
function recipientsOf({ cc, bcc }: Mail): number {
  const blind = readEmails(bcc);
  return 1 + cc.length + (blind.ok ? blind.value.length : 0);
}

/** Without what is attached nothing has begun to leave: the message waits. */
function isFetched(world: World, mail: Mail): boolean {
  try {
    world.mail.fetch(mail);
    return true;
  } catch {
    return false;
  }
}

/** An exception is no answer: the mail may have left before it. */
function sendOne(world: World, mail: Mail): 'sent' | 'unknown' {
  try {
    world.mail.send(mail);
    return 'sent';
  } catch {
    return 'unknown';
  }
}
