/** What a user just edited, as the simple trigger tells it. */
import type { TabKey } from '../world.ts';
import { tabKeyOf } from './tabs.ts';

export type EditEvent = GoogleAppsScript.Events.SheetsOnEdit;

export type EditedRows = { readonly tab: TabKey; readonly firstRow: number; readonly lastRow: number };

/** @returns the rows edited below the header; null in a tab that is none of the register's, or where the event says nothing */
export function editedRows(event: EditEvent | undefined): EditedRows | null {
  const range = event?.range;
  if (!range) return null; // run by hand
  const tab = tabKeyOf(range.getSheet().getName());
  if (tab === null) return null;
  const lastRow = range.getLastRow();
  return lastRow < 2 ? null : { tab, firstRow: Math.max(range.getRow(), 2), lastRow };
}
