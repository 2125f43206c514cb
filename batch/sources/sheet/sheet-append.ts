/** Rows added below a table, each of them once. */
import type { Cell } from '../../../shared/base/problem.ts';
import type { RowTexts } from '../../../shared/exchange/match/import-rows.ts';
import type { SourceTableKey } from '../../../shared/register/source-tables.ts';
import { SourceError } from '../source.ts';
import { writtenCell } from './sheet-cells.ts';
import { plainIn } from './sheet-change.ts';
import { appendRequest } from './sheet-changes.ts';
import type { SheetClient } from './sheet-client.ts';
import type { Timing } from './sheet-patience.ts';
import { settle } from './sheet-settle.ts';
import { placeIn, readSheetTable, type SheetTable, textIn } from './sheet-table.ts';
import { notKept, writtenMeanwhile, writtenTwice } from './sheet-write-words.ts';

/** @throws SourceError, SheetFailure */
export async function appendToSheet(
  client: SheetClient,
  timing: Timing,
  key: SourceTableKey,
  rows: readonly RowTexts[],
): Promise<void> {
  let before: Counts | null = null;
  await settle(client, timing, async (last) => {
    const table = await readSheetTable(client, key);
    const wanted = writtenRows(table, rows);
    const standing = standingRows(table, rows);
    if (before === null) {
      requireNew(table, rows);
      before = standing;
      return [appendRequest(table, rows)];
    }
    const earlier = before;
    const added = Array.from(wanted, ([row, count]) => ({
      more: countOf(standing, row) - countOf(earlier, row),
      count,
    }));
    if (added.every(({ count, more }) => more === count)) return [];
    if (added.some(({ count, more }) => more > count)) throw new SourceError(writtenTwice(table.tab.title));
    if (last === 'unknown' && added.every(({ more }) => more <= 0)) return [appendRequest(table, rows)];
    throw new SourceError(notKept());
  });
}

/** By what a row of an import is known: written by somebody else since the register was read, it is not written again. */
const KNOWN_BY: Readonly<Partial<Record<SourceTableKey, string>>> = { payments: 'id', bank: 'key' };

/** @throws SourceError before anything is written */
function requireNew(table: SheetTable, rows: readonly RowTexts[]): void {
  const key = KNOWN_BY[table.key];
  if (key === undefined || !table.places.has(key)) return;
  const ours = new Set(rows.map((row) => row[key] ?? '').filter((text) => text !== ''));
  const isThere = table.rows.some((_, row) => ours.has(textIn(table, row, key)) && !isUndone(table, row));
  if (isThere) throw new SourceError(writtenMeanwhile(table.tab.title));
}

/** A movement taken back keeps its key, and may come again. */
function isUndone(table: SheetTable, row: number): boolean {
  return table.key === 'bank' && plainIn(table, row, 'state') === 'undone';
}

/** How often each row stands, by the text of its cells. */
type Counts = ReadonlyMap<string, number>;

function countOf(counts: Counts, row: string): number {
  return counts.get(row) ?? 0;
}

function writtenRows(table: SheetTable, rows: readonly RowTexts[]): Counts {
  const keys = keysOf(rows);
  return counted(
    rows.map((row) => keys.map((key) => writtenCell(table.key, key, row[key] ?? '', table.language))),
  );
}

function standingRows(table: SheetTable, rows: readonly RowTexts[]): Counts {
  const places = keysOf(rows).map((key) => placeIn(table, key));
  return counted(table.rows.map((cells) => places.map((place) => cells[place] ?? null)));
}

function keysOf(rows: readonly RowTexts[]): readonly string[] {
  return Array.from(new Set(rows.flatMap((row) => Object.keys(row))));
}

function counted(rows: readonly (readonly Cell[])[]): Counts {
  const counts = new Map<string, number>();
  for (const row of rows) {
    const text = JSON.stringify(row);
    counts.set(text, countOf(counts, text) + 1);
  }
  return counts;
}
