/** Findings that somebody has looked into. */
import { NO_DAY } from '../../base/civil-date.ts';
import { dayAt, type Places, type RowCells, sheetRow, textAt } from '../row-cells.ts';
import type { Review } from './evidence.ts';

/** Reads one review: without the finding, its facts or a reason it is left out. */
export function readReviewRow(cells: RowCells, places: Places, into: Review[]): void {
  const finding = textAt(cells, places.of('finding'));
  const facts = textAt(cells, places.of('facts'));
  const reason = textAt(cells, places.of('reason'));
  const by = textAt(cells, places.of('by'));
  const on = dayAt(cells, places.of('on'), true);
  if (cells.leftOut) return;
  into.push({ row: sheetRow(cells), finding, facts, reason, by, on: on === NO_DAY ? null : on });
}
