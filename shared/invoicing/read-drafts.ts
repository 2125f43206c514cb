/**
 * Drafts as they are written, in the drafts and lines tabs or in a form, to typed drafts. What cannot be read is noticed and left
 * empty; a draft with such a notice is not issued.
 */
import type { DayNumber } from '../base/civil-date.ts';
import type { Currency } from '../base/money.ts';
import type { Cell } from '../base/problem.ts';
import { ADDON_TABLES } from '../register/addon-tables.ts';
import { readChoice, readCurrency } from '../register/cell-choices.ts';
import { type DateOrder, readDay } from '../register/cell-dates.ts';
import { readNumber } from '../register/cell-numbers.ts';
import { isFormulaError, readText } from '../register/cells.ts';
import { matchHeaders } from '../register/headers.ts';
import { type Column, TABLES, YES_NO_CHOICES } from '../register/tables.ts';
import { type CheckNotice, errorOn } from './notice.ts';
import type { LineNumbers } from './totals.ts';
import { VAT_CATEGORY_CHOICES } from './vat-categories.ts';

export type DraftLine = LineNumbers & {
  readonly row: number; // in the lines tab; 0 in a form
  readonly description: string;
  readonly unit: string;
  readonly writtenNet: Cell; // what somebody wrote as the line's net: compared, never used
};

export type Draft = {
  readonly row: number; // in the drafts tab; 0 in a form
  readonly id: string;
  readonly client: string; // a code
  readonly type: 'invoice' | 'creditNote';
  readonly issueDay: DayNumber | null; // null: the day it is issued on
  readonly dueDay: DayNumber | null; // null: by the terms
  readonly currency: Currency | ''; // empty: the register's
  readonly corrects: string;
  readonly reference: string;
  readonly serviceDay: DayNumber | null;
  readonly deliveryAddress: string;
  readonly notes: string;
  readonly ready: boolean;
  readonly recurring: string;
  readonly number: string; // issued as; empty: not issued yet
  readonly lines: readonly DraftLine[];
  readonly notices: readonly CheckNotice[]; // what could not be read
};

/** How cells are read. `isRegistered`: the seller has a VAT number; without one a line without VAT is exempt (category E). */
export type DraftReading = {
  readonly locale: string;
  readonly dateOrder: DateOrder;
  readonly isRegistered: boolean;
};

/** Cells by column key; a column that is not there is empty. */
export type WrittenRow = { readonly row: number; readonly cell: (key: string) => Cell };

type Grid = readonly (readonly Cell[])[];

/** Reads the drafts tab, each draft with its lines in order of position, then of row. Rows without any text are none. */
export function readDrafts(drafts: Grid, lines: Grid, reading: DraftReading): readonly Draft[] {
  const rows = writtenRows(drafts, ADDON_TABLES.drafts.columns);
  const linesById = new Map(rows.map((row) => [readText(row.cell('id')), newList()] as const));
  linesById.delete('');
  for (const line of rowsOf(lines, TABLES.lines.columns))
    linesById.get(readText(line.cell('invoice')))?.push(line);
  return rows.map((row) => readDraft(row, inOrder(linesById.get(readText(row.cell('id'))) ?? []), reading));
}

/** The rows of a grid below its header that hold anything, their cells by column key. */
export function writtenRows(grid: Grid, columns: readonly Column[]): readonly WrittenRow[] {
  return rowsOf(grid, columns).filter(({ cell }) => columns.some(({ key }) => readText(cell(key)) !== ''));
}

function rowsOf(grid: Grid, columns: readonly Column[]): readonly WrittenRow[] {
  const places = matchHeaders({ columns }, grid[0] ?? []).columns;
  return grid.slice(1).map((cells, index) => ({
    row: index + 2,
    cell: (key) => cells[places.get(key) ?? -1] ?? null,
  }));
}

function newList(): WrittenRow[] {
  return [];
}

function inOrder(lines: readonly WrittenRow[]): readonly WrittenRow[] {
  const position = (line: WrittenRow): number => {
    const read = readNumber(line.cell('position'), '');
    return read.ok ? read.value : Number.MAX_SAFE_INTEGER;
  };
  return [...lines].sort((a, b) => position(a) - position(b) || a.row - b.row);
}

/** Reads one draft. */
export function readDraft(row: WrittenRow, lines: readonly WrittenRow[], reading: DraftReading): Draft {
  const notices: CheckNotice[] = [];
  const text = (key: string): string => textOf(row.cell(key), key, notices);
  const day = (key: string): DayNumber | null => dayOf(row.cell(key), key, reading, notices);
  return {
    row: row.row,
    id: text('id'),
    client: text('client'),
    type: typeOf(row.cell('type'), notices),
    issueDay: day('issueDate'),
    dueDay: day('dueDate'),
    currency: currencyOf(row.cell('currency'), notices),
    corrects: text('corrects'),
    reference: text('reference'),
    serviceDay: day('serviceDate'),
    deliveryAddress: text('deliveryAddress'),
    notes: text('notes'),
    ready: isYes(row.cell('ready')),
    recurring: text('recurring'),
    number: text('number'),
    lines: lines.map((line, index) => readLine(line, `lines.${index}`, reading, notices)),
    notices,
  };
}

function isYes(cell: Cell): boolean {
  if (cell === true) return true;
  const read = readChoice(cell, YES_NO_CHOICES);
  return read.ok && read.value === 'yes';
}

function typeOf(cell: Cell, notices: CheckNotice[]): 'invoice' | 'creditNote' {
  if (readText(cell) === '') return 'invoice';
  const read = readChoice(cell, ADDON_TABLES.drafts.columns.find(({ key }) => key === 'type')?.choices ?? []);
  if (!read.ok)
    notices.push(errorOn('type', 'Écrivez « facture » ou « avoir ».', 'Write “invoice” or “credit note”.'));
  return read.ok && read.value === 'creditNote' ? 'creditNote' : 'invoice';
}

function currencyOf(cell: Cell, notices: CheckNotice[]): Currency | '' {
  if (readText(cell) === '') return '';
  const read = readCurrency(cell);
  if (read.ok) return read.value;
  notices.push(
    errorOn(
      'currency',
      'Cette devise est inconnue : écrivez par exemple EUR.',
      'This currency is unknown: write EUR, for instance.',
    ),
  );
  return '';
}

function textOf(cell: Cell, field: string, notices: CheckNotice[]): string {
  const text = readText(cell);
  if (!isFormulaError(text)) return text;
  notices.push(
    errorOn(field, `La formule de cette cellule échoue (${text}).`, `This cell’s formula fails (${text}).`),
  );
  return '';
}

function dayOf(cell: Cell, field: string, reading: DraftReading, notices: CheckNotice[]): DayNumber | null {
  if (readText(cell) === '') return null;
  const read = readDay(cell, reading.dateOrder);
  if (read.ok) return read.value;
  notices.push(
    errorOn(
      field,
      'Cette date ne se lit pas : écrivez AAAA-MM-JJ.',
      'This date cannot be read: write YYYY-MM-DD.',
    ),
  );
  return null;
}

function readLine(line: WrittenRow, field: string, reading: DraftReading, notices: CheckNotice[]): DraftLine {
  const number = (key: string): string => numberOf(line.cell(key), `${field}.${key}`, reading, notices);
  const vatRate = number('vatRate');
  return {
    row: line.row,
    description: textOf(line.cell('description'), `${field}.description`, notices),
    quantity: number('quantity'),
    unit: textOf(line.cell('unit'), `${field}.unit`, notices),
    writtenNet: line.cell('net'),
    unitPrice: number('unitPrice'),
    discountPercent: number('discountPercent'),
    vatRate,
    vatCategory: categoryOf(line.cell('vatCategory'), vatRate, `${field}.vatCategory`, reading, notices),
  };
}

/** Plain decimal text, empty where the cell is or cannot be read. */
function numberOf(cell: Cell, field: string, { locale }: DraftReading, notices: CheckNotice[]): string {
  if (readText(cell) === '') return '';
  const read = readNumber(typeof cell === 'string' ? cell.replace(/^\+/, '') : cell, locale);
  if (read.ok) return readText(read.value);
  notices.push(errorOn(field, 'Ce nombre ne se lit pas.', 'This number cannot be read.'));
  return '';
}

/** Nothing written: VAT where there is a rate; exempt without one where the seller charges none; else the draft's check asks. */
function categoryOf(
  cell: Cell,
  rate: string,
  field: string,
  { isRegistered }: DraftReading,
  notices: CheckNotice[],
): string {
  if (readText(cell) === '') return rate !== '' && Number(rate) !== 0 ? 'S' : isRegistered ? '' : 'E';
  const read = readChoice(cell, VAT_CATEGORY_CHOICES);
  if (read.ok) return read.value;
  const letters = VAT_CATEGORY_CHOICES.map(({ key }) => key).join(', ');
  notices.push(
    errorOn(field, `Catégorie de TVA inconnue : ${letters}.`, `Unknown VAT category: ${letters}.`),
  );
  return '';
}
