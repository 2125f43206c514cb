/**
 * Statuses written beside messages. Rows are found by their claim, written, and looked at again: when people sort the journal or put rows
 * in between the look and the write, the words have come to other rows. Those get back what they said, and the right ones are written.
 */
import { readText } from '../../../shared/register/cells.ts';
import type { JournalStatus } from '../../../shared/register/tables.ts';
import type { World } from '../../world.ts';
import { placeOf, type TabView, textOf, viewOf } from '../frame.ts';
import { writeRows } from '../record/write-rows.ts';
import { isClaimed, statusText } from './message-rows.ts';

export type Mark = { readonly claim: string; readonly status: JournalStatus };

type ClaimRows = ReadonlyMap<string, readonly number[]>;

const MOST_TRIES = 3;

/**
 * Four calls where nobody moves rows meanwhile.
 * @returns where the rows of each claim stand, their marks in the sheet; nothing where they would not keep still
 */
export function markRows(world: World, journal: TabView, marks: readonly Mark[]): ClaimRows {
  let at = writeMarks(world, journal, marks);
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    world.sheet.flush();
    const now = claimRows(world, journal);
    const moved = marks.filter(({ claim }) => String(at.get(claim)) !== String(now.get(claim)));
    if (moved.length === 0) return now;
    restoreStatuses(
      world,
      journal,
      moved.flatMap(({ claim }) => at.get(claim) ?? []),
      marks,
    );
    at = writeMarks(world, journal, marks);
  }
  return new Map();
}

/** Two calls: where the claims stand now, and their statuses, those of rows side by side together. */
export function writeMarks(world: World, journal: TabView, marks: readonly Mark[]): ClaimRows {
  const at = claimRows(world, journal);
  const rows = marks.flatMap(({ claim, status }) => {
    const values = { status: statusText(status, world.sheet.language) };
    return (at.get(claim) ?? []).map((row) => ({ row, values }));
  });
  writeRows(world, journal, rows);
  return at;
}

/** The rows of each claim as the journal is now: one call. */
function claimRows(world: World, journal: TabView): ClaimRows {
  const rows = new Map<string, number[]>();
  world.sheet.readColumn('journal', placeOf(journal, 'claim') + 1).forEach((cell, index) => {
    const claim = readText(cell);
    const known = rows.get(claim);
    if (known) known.push(index + 1);
    else if (claim !== '') rows.set(claim, [index + 1]);
  });
  return rows;
}

/**
 * Gives rows that were written by mistake the status they had when the run read the journal. Rows of this run are written anew; one that a
 * run which may be alive has claimed is written by that run.
 */
function restoreStatuses(
  world: World,
  journal: TabView,
  rows: readonly number[],
  marks: readonly Mark[],
): void {
  const now = viewOf('journal', world.sheet.read('journal'), world.sheet.language);
  if (!now.ok) return;
  const had = new Map<string, string>();
  for (let row = 2; row <= journal.grid.length; row++)
    had.set(identity(journal, row), textOf(journal, row, 'status'));
  const { millis } = world.now();
  const wrong = rows.flatMap((row) => {
    const claim = textOf(now.value, row, 'claim');
    const status = had.get(identity(now.value, row));
    const isOwn = marks.some((mark) => mark.claim === claim);
    return isOwn || isClaimed(claim, millis) || status === undefined
      ? []
      : [{ row, values: { status: status === '' ? null : status } }];
  });
  writeRows(world, now.value, wrong);
}

/** What tells a journal's rows apart, whatever their status. */
function identity(view: TabView, row: number): string {
  return ['at', 'client', 'event', 'key', 'claim'].map((column) => textOf(view, row, column)).join('|');
}
