/** The log of bank statements, changed where it stands: rows that stand side by side in one call. */
import type { Language } from '../../../shared/base/words.ts';
import type { BankState } from '../../../shared/register/addon-tables.ts';
import type { World } from '../../world.ts';
import { choiceText, placeOf, type TabView, textOf, textsOf } from '../frame.ts';

export type LogChange = { readonly state: BankState; readonly client: string; readonly payments: string };

const CHANGED = ['state', 'client', 'payments'] as const;

/** The rows, from 2, of movements that no undone import left behind, by their keys. */
export function standingRows(bank: TabView, language: Language): ReadonlyMap<string, number> {
  const undone = choiceText('bank', 'state', 'undone', language);
  const rows = textsOf(bank, 'key').map((key, index) => [key, index + 2] as const);
  return new Map(rows.filter(([key, row]) => key !== '' && textOf(bank, row, 'state') !== undone));
}

/** @param changes by row */
export function changeLog(world: World, bank: TabView, changes: ReadonlyMap<number, LogChange>): void {
  const { language } = world.sheet;
  for (const run of runsOf(Array.from(changes.keys()))) {
    for (const key of CHANGED) {
      const block = run.map((row) => [cellOf(key, changes.get(row), language)]);
      world.sheet.write('bank', run[0], placeOf(bank, key) + 1, block);
    }
  }
}

function cellOf(
  key: (typeof CHANGED)[number],
  change: LogChange | undefined,
  language: Language,
): string | null {
  if (change === undefined) return null;
  if (key === 'state') return choiceText('bank', 'state', change.state, language);
  return change[key] || null;
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
