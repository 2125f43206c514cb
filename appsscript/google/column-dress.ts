/** Columns as they look: header, format, list of choices, width. Neighbours that look alike are dressed in one call. */
import type { ColumnPlan } from '../../shared/register/tabs/tab-plan.ts';
import type { PlacedColumn } from '../world.ts';
import { columnLetters } from './sheet.ts';

type Tab = GoogleAppsScript.Spreadsheet.Sheet;
type Range = GoogleAppsScript.Spreadsheet.Range;

const HEADER_BACKGROUND = '#1f2937';
const HEADER_COLOUR = '#ffffff';

/** A cell's format where nobody has chosen one. */
const CHOSEN_BY_NOBODY = ['', 'General', '0.###############'];

/** Styles the headers just written and gives each its note. */
export function dressHeaders(sheet: Tab, columns: readonly PlacedColumn[]): void {
  const fresh = columns.filter(({ isNew }) => isNew);
  for (const [from, to] of runs(fresh)) {
    const places = fresh.filter(({ place }) => from.place <= place && place <= to.place);
    sheet
      .getRange(1, from.place, 1, to.place - from.place + 1)
      .setFontWeight('bold')
      .setBackground(HEADER_BACKGROUND)
      .setFontColor(HEADER_COLOUR)
      .setVerticalAlignment('middle')
      .setNotes([places.map(({ plan }) => plan.note)]);
  }
}

/** Dresses new columns whole; of older ones only what nobody has chosen: a format, a list. */
export function dressColumns(sheet: Tab, columns: readonly PlacedColumn[], isNew: boolean): void {
  const plain = isNew ? columns : columns.filter(unchosen(sheet, columns));
  for (const [from, to] of runs(plain, ({ format }) => format)) {
    below(sheet, from, to).setNumberFormat(from.plan.format);
  }
  const fresh = columns.filter((column) => column.isNew);
  for (const [from, to] of runs(fresh, ({ align }) => align)) {
    withHeader(sheet, from, to).setHorizontalAlignment(from.plan.align); // a head over figures ends where they end
  }
  for (const [from, to] of runs(fresh, ({ width }) => String(width))) {
    sheet.setColumnWidths(from.place, to.place - from.place + 1, from.plan.width);
  }
  wrapSentences(sheet, columns);
  listChoices(sheet, columns, isNew);
}

/** Where sentences make rows higher, what stands beside them stands in the middle. */
function wrapSentences(sheet: Tab, columns: readonly PlacedColumn[]): void {
  const wrapped = columns.filter(({ plan, isNew, isDated }) => plan.wrap && (isNew || isDated));
  if (wrapped.length === 0) return;
  for (const [from, to] of runs(wrapped)) below(sheet, from, to).setWrap(true);
  for (const [from, to] of runs(columns)) below(sheet, from, to).setVerticalAlignment('middle');
}

/** Whether a column's first cell has the format that every cell begins with. */
function unchosen(sheet: Tab, columns: readonly PlacedColumn[]): (column: PlacedColumn) => boolean {
  const width = Math.max(...columns.map(({ place }) => place));
  const [formats = []] = sheet.getRange(2, 1, 1, width).getNumberFormats();
  return ({ place, isNew }) => isNew || CHOSEN_BY_NOBODY.includes(formats[place - 1] ?? '');
}

function listChoices(sheet: Tab, columns: readonly PlacedColumn[], isNew: boolean): void {
  const width = Math.max(...columns.map(({ place }) => place));
  const [rules = []] = isNew ? [] : sheet.getRange(2, 1, 1, width).getDataValidations();
  for (const column of columns) {
    if (column.plan.list.length === 0 || (!column.isNew && rules[column.place - 1])) continue;
    const rule = SpreadsheetApp.newDataValidation()
      .requireValueInList([...column.plan.list], true)
      .setAllowInvalid(!column.plan.isStrict)
      .build();
    below(sheet, column, column).setDataValidation(rule);
  }
}

/** The cells under the header, to the tab's last row. */
function below(sheet: Tab, from: PlacedColumn, to: PlacedColumn): Range {
  return sheet.getRange(`${columnLetters(from.place)}2:${columnLetters(to.place)}`);
}

function withHeader(sheet: Tab, from: PlacedColumn, to: PlacedColumn): Range {
  return sheet.getRange(`${columnLetters(from.place)}1:${columnLetters(to.place)}`);
}

/** Neighbouring columns that share a look, as first and last of each run. */
export function runs(
  columns: readonly PlacedColumn[],
  look: (plan: ColumnPlan) => string = () => '',
): readonly (readonly [PlacedColumn, PlacedColumn])[] {
  const found: [PlacedColumn, PlacedColumn][] = [];
  for (const column of [...columns].sort((a, b) => a.place - b.place)) {
    const last = found[found.length - 1];
    if (last && last[1].place === column.place - 1 && look(last[1].plan) === look(column.plan)) {
      last[1] = column;
    } else found.push([column, column]);
  }
  return found;
}
