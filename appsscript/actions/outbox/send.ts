/**
 * Sending what this run has claimed, one mail at a time: its row is found again by its key, says `sending` and is in the sheet before the
 * mail leaves; what came of it is written with the next row's step. A run that dies between leaves `sending`, which nobody sends again:
 * there are three answers to “was it sent?”, and a person gives the third.
 */
import type { JournalStatus } from '../../../shared/register/tables.ts';
import { readText } from '../../../shared/register/cells.ts';
import type { SendState } from '../../contract.ts';
import type { Mail, World } from '../../world.ts';
import { placeOf, type TabView, writeCells } from '../frame.ts';
import { statusText } from './message-rows.ts';

/** @param mail made when its turn has come; `null`: it may not leave any more, and why stands in `instead` */
export type Outgoing = { readonly key: string; readonly mail: Mail };

/** Recipients kept for people and alarms. */
const QUOTA_SPARE = 5;

/** No mail is begun after this much of the six minutes a run has. */
export const LAST_START_MILLIS = 270_000;

type Settled = { readonly key: string; readonly status: JournalStatus };

/**
 * Six calls a mail. What the day's quota or the run's time does not allow stays `pending` for the next run.
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
  for (const { key, mail } of outgoing) {
    const recipients = 1 + mail.cc.length + (mail.bcc === '' ? 0 : 1);
    if (recipients > quota || world.now().millis - started > LAST_START_MILLIS) break;
    const rows = keyRows(world, journal);
    if (before) settle(world, journal, rows, before);
    before = null;
    const row = rows.get(key) ?? 0;
    if (row === 0) {
      states.set(key, 'failed'); // its row is gone, or stands twice: without a trace nothing leaves
      continue;
    }
    writeStatus(world, journal, row, 'sending');
    world.sheet.flush();
    quota -= recipients;
    const status = sendOne(world, mail);
    before = { key, status };
    states.set(key, status);
  }
  if (before) settle(world, journal, keyRows(world, journal), before);
  world.sheet.flush();
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

/** The row of each key as the journal is now, 0 for one that stands twice: one call. */
export function keyRows(world: World, journal: TabView): ReadonlyMap<string, number> {
  const rows = new Map<string, number>();
  world.sheet.readColumn('journal', placeOf(journal, 'key') + 1).forEach((cell, index) => {
    const key = readText(cell);
    if (key !== '') rows.set(key, rows.has(key) ? 0 : index + 1);
  });
  return rows;
}

/** A row that is gone by now takes nothing: what was written before it says `sending`, wherever it went. */
function settle(
  world: World,
  journal: TabView,
  rows: ReadonlyMap<string, number>,
  { key, status }: Settled,
): void {
  const row = rows.get(key) ?? 0;
  if (row > 0) writeStatus(world, journal, row, status);
}

function writeStatus(world: World, journal: TabView, row: number, status: JournalStatus): void {
  writeCells(world, journal, row, { status: statusText(status, world.sheet.language) });
}
