/** The log of bank statements, changed where it stands: rows that stand side by side in one call. */
import type { Cell } from '../../../shared/base/problem.ts';
import type { Language } from '../../../shared/base/words.ts';
import type { BankState } from '../../../shared/register/addon-tables.ts';
import type { Grid, World } from '../../world.ts';
import { choiceText, placeOf, type TabView, textOf, textsOf } from '../frame.ts';

export type LogChange = { readonly state: BankState; readonly client: string; readonly payments: string };

const CHANGED = ['payments', 'client', 'state'] as const;

/** The rows, from 2, of movements that no undone import left behind, by their keys. */
export function standingRows(bank: TabView, language: Language): ReadonlyMap<string, number> {
  const undone = choiceText('bank', 'state', 'undone', language);
  const rows = textsOf(bank, 'key').map((key, index) => [key, index + 2] as const);
  return new Map(rows.filter(([key, row]) => key !== '' && textOf(bank, row, 'state') !== undone));
}

const MOST_TRIES = 3;

/**
 * Written by place, and looked at afterwards: where somebody sorted or put rows in meanwhile, rows are found again by what they say, the
 * changes go to their own, and others get back what they held.
 * @param changes by row of the log as it was read
 */
export function changeLog(world: World, bank: TabView, changes: ReadonlyMap<number, LogChange>): void {
  const { language } = world.sheet;
  const ours = new Map(Array.from(changes, ([row, change]) => [row, cellsOf(change, language)] as const));
  const wanted = wantedCells(bank, ours);
  let rows: ReadonlyMap<number, Cells> = ours;
  for (let tries = 0; tries < MOST_TRIES && rows.size > 0; tries++) {
    for (const run of runsOf(Array.from(rows.keys()))) writeRun(world, bank, run, rows);
    rows = unlike({ ...bank, grid: world.sheet.read('bank') }, wanted, Array.from(ours.values()));
  }
}

/** Of `CHANGED`, in its order. */
type Cells = readonly Cell[];

/** A row that somebody put in holds nothing. */
const NOTHING: Cells = CHANGED.map(() => null);
const BLANK = '[]';

/** The state comes last: a movement says it is paid when its payments stand beside it. */
function writeRun(
  world: World,
  bank: TabView,
  run: readonly number[],
  rows: ReadonlyMap<number, Cells>,
): void {
  CHANGED.forEach((key, index) => {
    const block = run.map((row) => [rows.get(row)?.[index] ?? null]);
    world.sheet.write('bank', run[0], placeOf(bank, key) + 1, block);
  });
}

/** What each row is to hold, by what it says beside: rows that say the same stand for one another. */
function wantedCells(bank: TabView, ours: ReadonlyMap<number, Cells>): ReadonlyMap<string, readonly Cells[]> {
  const wanted = new Map<string, Cells[]>();
  bank.grid.slice(1).forEach((cells, index) => {
    const own = ours.get(index + 2) ?? heldIn(bank, cells);
    const same = wanted.get(identityOf(bank, cells));
    if (same) same.push(own);
    else wanted.set(identityOf(bank, cells), [own]);
  });
  return wanted;
}

/** Rows that do not hold what they are to; of those that were to stay, where they hold what was written. */
function unlike(
  bank: TabView,
  wanted: ReadonlyMap<string, readonly Cells[]>,
  written: readonly Cells[],
): ReadonlyMap<number, Cells> {
  const left = new Map<string, Cells[]>(Array.from(wanted, ([identity, cells]) => [identity, [...cells]]));
  const odd: { readonly row: number; readonly identity: string; readonly held: Cells }[] = [];
  bank.grid.slice(1).forEach((cells, index) => {
    const identity = identityOf(bank, cells);
    const held = heldIn(bank, cells);
    const same = left.get(identity) ?? [];
    const at = same.findIndex((one) => isSame(one, held));
    if (at >= 0) same.splice(at, 1);
    else odd.push({ row: index + 2, identity, held });
  });
  const rows = new Map<number, Cells>();
  for (const { held, identity, row } of odd) {
    const own = left.get(identity)?.shift() ?? (identity === BLANK ? NOTHING : null);
    if (own && (written.includes(own) || touches(held, own, written))) rows.set(row, own);
  }
  return rows;
}

/** Whether a cell that changed holds what was written, to whichever row. */
function touches(held: Cells, own: Cells, written: readonly Cells[]): boolean {
  return held.some((cell, at) => cell !== own[at] && written.some((one) => one[at] === cell));
}

function isSame(one: Cells, other: Cells): boolean {
  return one.every((cell, at) => cell === other[at]);
}

function heldIn(bank: TabView, cells: Grid[number]): Cells {
  return CHANGED.map((key) => cells[placeOf(bank, key)] || null);
}

function identityOf(bank: TabView, cells: Grid[number]): string {
  const changed = CHANGED.map((key) => placeOf(bank, key));
  const rest = cells.map((cell, place) => (changed.includes(place) ? null : cell || null));
  while (rest.length > 0 && rest[rest.length - 1] === null) rest.pop();
  return JSON.stringify(rest);
}

function cellsOf(change: LogChange, language: Language): Cells {
  return CHANGED.map((key) =>
    key === 'state' ? choiceText('bank', 'state', change.state, language) : change[key] || null,
  );
}

/** Rows in order, those that follow one another together. */
export function runsOf(rows: readonly number[]): readonly (readonly number[])[] {
  const runs: number[][] = [];
  for (const row of [...rows].sort((a, b) => a - b)) {
    const last = runs[runs.length - 1];
    if (last && last[last.length - 1] === row - 1) last.push(row);
    else runs.push([row]);
  }
  return runs;
}
