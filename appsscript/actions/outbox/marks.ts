/**
 * What is written beside messages: statuses, claims. Rows are found by a text of theirs, written, and looked at again: when people sort the
 * journal or put rows in between the look and the write, the words have come to other rows. Those get back what they said, and the right
 * ones are written.
 */
import type { Cell } from '../../../shared/base/problem.ts';
import { readText } from '../../../shared/register/cells.ts';
import type { JournalStatus } from '../../../shared/register/tables.ts';
import type { World } from '../../world.ts';
import { cellOf, placeOf, type Row, type TabView, textOf, viewOf } from '../frame.ts';
import { writeRows } from '../record/write-rows.ts';
import { isClaimed, statusAt, statusText } from './message-rows.ts';

/** What finds a message's rows: a claim is shared by the rows of one message, a key belongs to one row. */
type Finder = 'claim' | 'key';

/** What is written beside the rows found by a text: never into the column that finds them. A status says whose it is in the same write. */
export type Mark = { readonly id: string; readonly values: Row };

type RowsById = ReadonlyMap<string, readonly number[]>;

const MOST_TRIES = 3;

/** @param id what finds the message's rows */
export function statusMark(world: World, id: string, status: JournalStatus): Mark {
  return { id, values: { status: statusText(status, world.sheet.language) } };
}

/**
 * Three calls where nobody moves rows meanwhile, none where there is nothing to write. The last one, a look, has brought the marks to the sheet.
 * @param journal as the run has read it @param asked each with the same columns
 * @returns where the rows of each `id` stand, their marks in the sheet; nothing where they would not keep still
 */
export function markRows(world: World, journal: TabView, finder: Finder, asked: readonly Mark[]): RowsById {
  if (asked.length === 0) return new Map();
  const marks = asked.map((mark) => ({ ...mark, values: valuesOf(journal, mark) }));
  let at = writeMarks(world, journal, finder, marks);
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const now = rowsById(world, journal, finder);
    const moved = marks.filter(({ id }) => String(at.get(id)) !== String(now.get(id)));
    if (moved.length === 0) return now;
    const written = moved.flatMap(({ id }) => at.get(id) ?? []);
    restore(world, journal, finder, written, marks);
    at = writeMarks(world, journal, finder, marks);
  }
  return new Map();
}

/** Two calls: where the rows stand now, and what is written beside them, rows side by side together. */
function writeMarks(world: World, journal: TabView, finder: Finder, marks: readonly Mark[]): RowsById {
  const at = rowsById(world, journal, finder);
  writeRows(
    world,
    journal,
    marks.flatMap(({ id, values }) => (at.get(id) ?? []).map((row) => ({ row, values }))),
  );
  return at;
}

/** Whose a status is, where that goes with it in one write: columns apart are written one after the other. */
function valuesOf(journal: TabView, { id, values }: Mark): Row {
  const isBeside = placeOf(journal, 'statusOf') === placeOf(journal, 'status') + 1;
  if (!isBeside || values.status === undefined) return values;
  return { ...values, statusOf: id };
}

/** The rows of each text as the journal is now: one call. */
function rowsById(world: World, journal: TabView, finder: Finder): RowsById {
  const rows = new Map<string, number[]>();
  world.sheet.readColumn('journal', placeOf(journal, finder) + 1).forEach((cell, index) => {
    const id = readText(cell);
    const known = rows.get(id);
    if (known) known.push(index + 1);
    else if (id !== '') rows.set(id, [index + 1]);
  });
  return rows;
}

/**
 * Gives rows that were written by mistake what they had when the run read the journal; those that are meant are written anew. The status of
 * a message that another run is about, or that came to the journal since, is not known any more: that run writes it, or a person says it.
 */
function restore(
  world: World,
  journal: TabView,
  finder: Finder,
  rows: readonly number[],
  marks: readonly Mark[],
): void {
  const now = viewOf('journal', world.sheet.read('journal'), world.sheet.language);
  if (!now.ok) return;
  const had = rowsByIdentity(journal);
  const { millis } = world.now();
  const own = new Set(marks.map(({ id }) => id));
  const claims = new Set(marks.map(({ values }) => values.claim));
  const columns = Object.keys(marks[0].values);
  const wrong = rows.flatMap((row) => {
    if (own.has(textOf(now.value, row, finder))) return [];
    const claim = textOf(now.value, row, 'claim');
    const there = had.get(identity(now.value, row)) ?? 0;
    const isUnderWay = ['pending', 'sending'].includes(statusAt(journal, there) ?? '');
    const isOthers = isUnderWay && isClaimed(claim, millis) && !claims.has(claim);
    const before = isOthers ? 0 : there;
    const lost = textOf(now.value, row, 'key') === '' ? null : statusText('unknown', world.sheet.language);
    const earlier = (column: string): Cell =>
      before === 0 && column === 'status' ? lost : cellOf(journal, before, column);
    return [{ row, values: Object.fromEntries(columns.map((column) => [column, earlier(column)])) }];
  });
  writeRows(world, now.value, wrong);
}

function rowsByIdentity(view: TabView): ReadonlyMap<string, number> {
  const rows = new Map<string, number>();
  for (let row = 2; row <= view.grid.length; row++) rows.set(identity(view, row), row);
  return rows;
}

/** What tells a journal's rows apart, whatever is written beside them. */
function identity(view: TabView, row: number): string {
  return ['at', 'client', 'invoice', 'event', 'key'].map((column) => textOf(view, row, column)).join('|');
}
