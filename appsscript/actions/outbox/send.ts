/**
 * Sending what this run has claimed, one mail at a time: its rows are found again by their claim, say `sending` and are in the sheet before
 * the mail leaves; what came of it is written with the next row's step. A run that dies between leaves `sending`, which nobody sends again:
 * there are three answers to “was it sent?”, and a person gives the third.
 */

import { readText } from '../../../shared/register/cells.ts';
import type { JournalStatus } from '../../../shared/register/tables.ts';
import type { SendState } from '../../contract.ts';
import type { Mail, World } from '../../world.ts';
import { placeOf, type TabView } from '../frame.ts';
import { writeRows } from '../record/write-rows.ts';
import { statusText } from './message-rows.ts';

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

/** No mail is begun after this much of the six minutes a run has. */
export const LAST_START_MILLIS = 270_000;

type Settled = { readonly claim: string; readonly status: JournalStatus };

/**
 * Six calls a mail; the last answer is in the sheet with the caller's flush. What the day's quota or the run's time does not allow stays `pending` for the next run.
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
  let quota = world.mail.quota() - QUOTA_SPARE;
  let before: Settled | null = null;
  for (const { key, claim, rowCount, mail, mayLeave } of outgoing) {
    const recipients = 1 + mail.cc.length + (mail.bcc === '' ? 0 : 1);
    if (recipients > quota || world.now().millis - started > LAST_START_MILLIS) break;
    const isTimely = mayLeave();
    const rows = claimRows(world, journal);
    if (before) settle(world, journal, rows, before);
    before = null;
    const found = rows.get(claim) ?? [];
    if (!isTimely || found.length === 0 || found.length !== rowCount) {
      writeStatus(world, journal, found, 'failed'); // overtaken by events, or its rows are not as they were written
      states.set(key, 'failed');
      continue;
    }
    writeStatus(world, journal, found, 'sending');
    world.sheet.flush();
    quota -= recipients;
    const status = sendOne(world, mail);
    before = { claim, status };
    states.set(key, status);
  }
  if (before) settle(world, journal, claimRows(world, journal), before);
  return states;
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

/** The rows of each claim as the journal is now: one call. */
function claimRows(world: World, journal: TabView): ReadonlyMap<string, readonly number[]> {
  const rows = new Map<string, number[]>();
  world.sheet.readColumn('journal', placeOf(journal, 'claim') + 1).forEach((cell, index) => {
    const claim = readText(cell);
    const known = rows.get(claim);
    if (known) known.push(index + 1);
    else if (claim !== '') rows.set(claim, [index + 1]);
  });
  return rows;
}

/** Rows that are gone by now take nothing: what was written before says `sending`, wherever it went. */
function settle(
  world: World,
  journal: TabView,
  rows: ReadonlyMap<string, readonly number[]>,
  { claim, status }: Settled,
): void {
  writeStatus(world, journal, rows.get(claim) ?? [], status);
}

function writeStatus(world: World, journal: TabView, rows: readonly number[], status: JournalStatus): void {
  const values = { status: statusText(status, world.sheet.language) };
  writeRows(
    world,
    journal,
    rows.map((row) => ({ row, values })),
  );
}
