/** Which column of an unknown bank's file is what, kept in the tab *Profils bancaires* as a person named it: a row for each header. */
import { typesetFrench } from '../../../shared/base/words.ts';
import { sameHeaders } from '../../../shared/exchange/bank/csv-header.ts';
import {
  type KeptProfile,
  type ProfileRow,
  profileRow,
} from '../../../shared/exchange/bank/kept-profiles.ts';
import type { World } from '../../world.ts';
import { appendRows, choiceText, findRow, type Row, tableOf, writeCells } from '../frame.ts';

/** Under the lock. What stands already is not written again. @returns what to say of it */
export function keepBankProfiles(
  world: World,
  named: readonly ProfileRow[],
  kept: readonly KeptProfile[],
): readonly string[] {
  return named.flatMap((row) => {
    const before = kept.filter(({ headers }) => sameHeaders(headers, row.headers)).pop();
    const isKept = before !== undefined && JSON.stringify(profileRow(before)) === JSON.stringify(row);
    return isKept ? [] : [keep(world, row, before?.headers ?? '')];
  });
}

/** @param headers of the row that stands for this header; empty: none */
function keep(world: World, row: ProfileRow, headers: string): string {
  const { language } = world.sheet;
  const tab = tableOf(world, 'bankProfiles');
  if (!tab.ok) return tab.message;
  const dayOrder = choiceText('bankProfiles', 'dayOrder', row.dayOrder, language);
  const cells: Row = { ...row, dayOrder };
  const at = headers === '' ? 0 : findRow(world, tab.value, 'headers', headers);
  if (at > 0) writeCells(world, tab.value, at, cells);
  else appendRows(world, tab.value, [cells]);
  return language === 'fr'
    ? typesetFrench(`Les fichiers de « ${row.name} » seront reconnus.`)
    : `Files of “${row.name}” will be known.`;
}
