/** Cells as the sheet shows them: text, looks, colours by rule, what may be chosen. */
import { serialOfInstant } from '../sheet-dates.ts';
import {
  type CellValue,
  type ConditionalRule,
  cellAt,
  type Rect,
  type Spreadsheet,
  type Tab,
} from '../spreadsheet.ts';
import { styleAt } from '../styles.ts';
import { type Around, holds } from './formula.ts';
import { entryText, shownText } from './number-text.ts';
import type { Cells, Look, ShownCell } from './protocol.ts';

export type Window = { readonly firstRow: number; readonly lastRow: number; readonly columns: number };

/** The cells of some rows. @param now decides what TODAY() is */
export function shownCells(book: Spreadsheet, tab: Tab, window: Window, now: number): Cells {
  const today = Math.floor(serialOfInstant(now, book.timeZone));
  const last = Math.min(window.lastRow, tab.rowCount);
  const rows = Array.from({ length: Math.max(0, last - window.firstRow + 1) }, (_, down) =>
    Array.from({ length: window.columns }, (_, right) =>
      shownCell(book, tab, window.firstRow + down, right + 1, today),
    ),
  );
  return { gid: tab.gid, firstRow: window.firstRow, rows };
}

function shownCell(book: Spreadsheet, tab: Tab, row: number, column: number, today: number): ShownCell {
  const value = cellAt(tab, row, column);
  const format = textStyle(tab, 'numberFormat', row, column);
  const formula = formulaAt(tab, row, column);
  const { list, isStrict } = choicesAt(tab, row, column);
  return {
    text: shownText(value, format, book.locale),
    entry: formula ?? entryText(value, format, book.locale),
    look: { ...ownLook(tab, row, column, value), ...ruleLook(tab, row, column, today) },
    list,
    isStrict,
    note: textStyle(tab, 'note', row, column),
    guarded: isGuarded(tab, row, column),
  };
}

function formulaAt(tab: Tab, row: number, column: number): string | undefined {
  const cells = tab.rows[row - 1];
  return cells && tab.formulas.get(cells)?.get(column);
}

export function textStyle(tab: Tab, property: string, row: number, column: number): string {
  const value = styleAt(tab, property, row, column);
  return typeof value === 'string' ? value : '';
}

const ALIGNMENTS = ['left', 'right', 'center'] as const;

function ownLook(tab: Tab, row: number, column: number, value: CellValue): Look {
  const text = (property: string): string => textStyle(tab, property, row, column);
  const align = ALIGNMENTS.find((one) => one === text('horizontalAlignment'));
  const size = styleAt(tab, 'fontSize', row, column);
  return {
    ...(text('background') && { background: text('background') }),
    ...(text('fontColor') && { color: text('fontColor') }),
    ...(text('fontWeight') === 'bold' && { bold: true }),
    ...(text('fontStyle') === 'italic' && { italic: true }),
    ...(text('fontLine') === 'line-through' && { strike: true }),
    ...(text('verticalAlignment') === 'middle' && { middle: true }),
    ...(text('wrap') === 'WRAP' && { wrap: true }),
    ...(typeof size === 'number' && { size }),
    align: align ?? (typeof value === 'number' ? 'right' : typeof value === 'boolean' ? 'center' : 'left'),
  };
}

/** The first rule that holds colours the cell. */
function ruleLook(tab: Tab, row: number, column: number, today: number): Look {
  for (const rule of tab.look.conditional) {
    const rect = rule.ranges.find((one) => isIn(one, row, column));
    if (!rect || !ruleHolds(tab, rule, rect, row, column, today)) continue;
    return {
      ...(rule.background && { background: rule.background }),
      ...(rule.fontColor && { color: rule.fontColor }),
      ...(rule.bold && { bold: true }),
      ...(rule.strikethrough && { strike: true }),
    };
  }
  return {};
}

/** `columns` and `rows` of a formula's cells are relative to the range's first cell; letters stand behind a `$`. */
function ruleHolds(
  tab: Tab,
  { condition, ranges, values }: ConditionalRule,
  rect: Rect,
  row: number,
  column: number,
  today: number,
): boolean {
  const value = cellAt(tab, row, column);
  const [first, second] = values;
  const first_ = ranges[0] ?? rect;
  const around: Around = {
    cell: (at, down) => cellAt(tab, down + row - first_.firstRow, at),
    today,
  };
  switch (condition) {
    case 'CUSTOM_FORMULA':
      return holds(String(first), around);
    case 'TEXT_EQUAL_TO':
      return String(value ?? '').toLowerCase() === String(first).toLowerCase();
    case 'TEXT_CONTAINS':
      return String(value ?? '').includes(String(first));
    case 'TEXT_STARTS_WITH':
      return String(value ?? '').startsWith(String(first));
    case 'CELL_EMPTY':
      return value === null;
    case 'CELL_NOT_EMPTY':
      return value !== null;
    default:
      return typeof value === 'number' && numberHolds(condition, value, Number(first), Number(second));
  }
}

function numberHolds(condition: string, value: number, first: number, second: number): boolean {
  switch (condition) {
    case 'NUMBER_GREATER_THAN':
      return value > first;
    case 'NUMBER_GREATER_THAN_OR_EQUAL_TO':
      return value >= first;
    case 'NUMBER_LESS_THAN':
      return value < first;
    case 'NUMBER_EQUAL_TO':
      return value === first;
    case 'NUMBER_BETWEEN':
      return value >= first && value <= second;
    default:
      throw new Error(`NotEmulated: colours by ${condition}`);
  }
}

function isIn(rect: Rect, row: number, column: number): boolean {
  return (
    row >= rect.firstRow && row <= rect.lastRow && column >= rect.firstColumn && column <= rect.lastColumn
  );
}

function choicesAt(tab: Tab, row: number, column: number): Pick<ShownCell, 'list' | 'isStrict'> {
  const rule = styleAt(tab, 'validation', row, column);
  if (typeof rule !== 'object' || rule === null || !('values' in rule) || !Array.isArray(rule.values))
    return { list: [], isStrict: false };
  const [choices] = rule.values;
  const list = Array.isArray(choices) ? choices.map(String) : [];
  return { list, isStrict: 'allowInvalid' in rule && rule.allowInvalid === false };
}

function isGuarded(tab: Tab, row: number, column: number): boolean {
  return tab.look.protections.some(
    ({ rect, unprotected }) =>
      (rect === null || isIn(rect, row, column)) && !unprotected.some((open) => isIn(open, row, column)),
  );
}
