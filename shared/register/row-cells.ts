/** One row being read: cells by column, each a value or a problem. */
import { type DayNumber, NO_DAY } from '../base/civil-date.ts';
import type { Currency } from '../base/money.ts';
import type { Cell, Problem, ProblemCode } from '../base/problem.ts';
import type { Result } from '../base/result.ts';
import { LANGUAGES } from '../base/words.ts';
import { readAmount } from './cell-amounts.ts';
import type { CellBlock } from './cell-block.ts';
import { readChoice, readCurrency } from './cell-choices.ts';
import { type DateOrder, readDay } from './cell-dates.ts';
import { readInteger, readNumber } from './cell-numbers.ts';
import { isFormulaError, readText } from './cells.ts';
import { matchHeaders } from './headers.ts';
import { SOURCE_TABLES, type SourceTableKey } from './source-tables.ts';
import { type StagedText, stageText } from './staged-text.ts';
import type { Choice, Column } from './tables.ts';
import { addText, entryOf, NO_ENTRY, newTextIndex, type TextIndex } from './text-index.ts';

/** A column of the table as the source laid it out. */
export type Place = {
  readonly index: number; // in the source's rows; -1 where the source has no such column
  readonly column: Column;
  readonly header: string; // as the source writes it
  readonly words: TextIndex; // words met in the column so far, by their place in `meanings`
  readonly meanings: string[];
};

/** How to read text dates and amounts. */
export type Reading = { readonly locale: string; readonly dateOrder: DateOrder };

/** The row under the reader's eyes. One record is moved from row to row: a full sheet has a million of them. */
export type RowCells = {
  readonly table: SourceTableKey;
  readonly problems: Problem[];
  readonly reading: Reading;
  block: CellBlock;
  index: number; // of the row in its block
  leftOut: boolean; // set by every problem that leaves the row out
  readonly staged: StagedText;
};

export type Places = { readonly of: (key: string) => Place; readonly complete: boolean };

/** Finds the table's columns in a header row. A required column that is missing, or one that stands twice, is a problem. */
export function placeColumns(
  tableKey: SourceTableKey,
  headers: readonly Cell[],
  problems: Problem[],
): Places {
  const table = SOURCE_TABLES[tableKey];
  const match = matchHeaders(table, headers);
  for (const column of match.missing) {
    const detail = `${column.header.fr} / ${column.header.en} / ${column.key}`;
    problems.push(headerProblem('column/missing', tableKey, column.key, null, detail));
  }
  for (const { key, index } of match.duplicates) {
    problems.push(headerProblem('column/duplicate', tableKey, key, headers[index], columnLetter(index)));
  }
  const places = new Map(
    table.columns.map((column) => {
      const index = match.columns.get(column.key);
      const place: Place = {
        column,
        index: index === undefined ? -1 : index,
        header: match.texts.get(column.key) || column.key,
        words: index !== undefined && holdsWords(column) ? newTextIndex() : NO_WORDS,
        meanings: [],
      };
      return [column.key, place] as const;
    }),
  );
  const of = (key: string): Place => {
    const place = places.get(key);
    if (!place) throw new Error(`table ${tableKey} has no column ${key}`);
    return place;
  };
  return { of, complete: match.missing.length === 0 };
}

/** Columns with no words of their own share it: nothing is ever put in. */
const NO_WORDS = newTextIndex();

/** Whether the same few words stand in it again and again. */
function holdsWords({ choices, kind }: Column): boolean {
  return choices !== undefined || kind === 'currency';
}

function headerProblem(
  code: ProblemCode,
  table: SourceTableKey,
  key: string,
  found: Cell,
  detail: string,
): Problem {
  return { code, table, row: 1, column: key, header: key, found, detail };
}

/** The letters a spreadsheet gives the column at an index: 0 is A, 26 is AA. */
export function columnLetter(index: number): string {
  const rest = Math.floor(index / 26);
  return (rest > 0 ? columnLetter(rest - 1) : '') + String.fromCharCode(65 + (index % 26));
}

/** As the sheet numbers it: the header is row 1. */
export function sheetRow(cells: RowCells): number {
  return cells.block.firstRow + cells.index;
}

/** Null too where the sheet lacks the column. */
export function cellAt(cells: RowCells, place: Place): Cell {
  return place.index < 0 ? null : cells.block.cell(cells.index, place.index);
}

/** Notes a problem of the row; unless `keepRow`, the row is left out. */
export function flag(cells: RowCells, place: Place, code: ProblemCode, detail = '', keepRow = false): void {
  const found = cellAt(cells, place);
  const { key } = place.column;
  const problem = {
    code,
    table: cells.table,
    row: sheetRow(cells),
    column: key,
    header: place.header,
    found,
  };
  cells.problems.push(detail === '' ? problem : { ...problem, detail });
  if (!keepRow) cells.leftOut = true;
}

/**
 * The text of a cell, '' where empty; an empty required cell leaves the row out.
 * @param keepRow whether the row can do without a text that a formula failed to give
 */
export function textAt(cells: RowCells, place: Place, keepRow = !place.column.required): string {
  const text = readText(cellAt(cells, place));
  if (text === '') {
    if (place.column.required) flag(cells, place, 'required/missing');
    return '';
  }
  if (text.charCodeAt(0) === 35 && isFormulaError(text)) {
    flag(cells, place, 'cell/formula-error', '', keepRow);
    return '';
  }
  return text;
}

/** The day of a cell, NO_DAY where empty or unreadable. */
export function dayAt(cells: RowCells, place: Place, keepRow = false): DayNumber {
  if (place.index < 0) return NO_DAY;
  const plain = cells.block.plainDay(cells.index, place.index);
  if (!Number.isNaN(plain)) return plain;
  const cell = cellAt(cells, place);
  if (isEmpty(cell)) {
    if (place.column.required) flag(cells, place, 'required/missing');
    return NO_DAY;
  }
  return valueOr(cells, place, readDay(cell, cells.reading.dateOrder), NO_DAY, keepRow);
}

/** The minor units of a cell, NaN where empty or unreadable. */
export function amountAt(
  cells: RowCells,
  place: Place,
  currency: Currency,
  digits: number,
  keepRow = false,
): number {
  if (place.index < 0) return Number.NaN;
  const plain = cells.block.plainAmount(cells.index, place.index, digits);
  if (!Number.isNaN(plain)) return plain;
  const cell = cellAt(cells, place);
  if (isEmpty(cell)) {
    if (place.column.required) flag(cells, place, 'required/missing');
    return Number.NaN;
  }
  const detail = currency;
  return valueOr(cells, place, readAmount(cell, currency), Number.NaN, keepRow, detail);
}

/** The number of a cell, `null` where empty or unreadable. */
export function numberAt(cells: RowCells, place: Place, keepRow = false): number | null {
  const cell = filledCell(cells, place);
  return cell === null ? null : valueOr(cells, place, readNumber(cell, cells.reading.locale), null, keepRow);
}

/** The whole number of a cell, `null` where empty or unreadable. */
export function integerAt(cells: RowCells, place: Place, keepRow = false): number | null {
  const cell = filledCell(cells, place);
  return cell === null ? null : valueOr(cells, place, readInteger(cell), null, keepRow);
}

/** The key of the choice a cell holds, '' where empty or unreadable. */
export function choiceAt(cells: RowCells, place: Place, keepRow = false): string {
  const known = knownWord(cells, place);
  if (known !== '' || (!place.column.required && isEmpty(cellAt(cells, place)))) return known;
  const choices = place.column.choices || [];
  return learnWord(cells, place, (cell) => readChoice(cell, choices), choiceWords(choices), keepRow);
}

/** The words of a choice, as a problem's detail: French, then English. */
export function choiceWords(choices: readonly Choice[]): string {
  const [fr, en] = LANGUAGES.map((language) => choices.map(({ words }) => words[language]).join(', '));
  return `${fr} | ${en}`;
}

/** The currency a cell names, '' where empty or unreadable. */
export function currencyAt(cells: RowCells, place: Place): Currency | '' {
  return knownWord(cells, place) || learnWord(cells, place, readCurrency, '', false);
}

/** What the cell's word meant when the column showed it before, else ''. A column has few words, and each is read once. */
function knownWord(cells: RowCells, place: Place): string {
  if (place.index < 0 || !cells.block.stage(cells.index, place.index, cells.staged)) return '';
  const entry = entryOf(place.words, cells.staged);
  return entry === NO_ENTRY ? '' : place.meanings[entry];
}

const MOST_WORDS = 1000;

function learnWord<E extends ProblemCode>(
  cells: RowCells,
  place: Place,
  read: (cell: Cell) => Result<string, E>,
  detail: string,
  keepRow: boolean,
): string {
  const cell = filledCell(cells, place);
  if (cell === null) return '';
  const meaning = valueOr(cells, place, read(cell), '', keepRow, detail);
  if (
    meaning !== '' &&
    place.meanings.length < MOST_WORDS &&
    cells.block.stage(cells.index, place.index, cells.staged)
  ) {
    addText(place.words, cells.staged, place.meanings.push(meaning) - 1);
  }
  return meaning;
}

/** Stages the text of a cell; false where it is empty or, which leaves the row out, the error of a formula. */
export function stageAt(cells: RowCells, place: Place): boolean {
  if (place.index >= 0 && cells.block.stage(cells.index, place.index, cells.staged)) return true;
  const text = textAt(cells, place, false);
  stageText(cells.staged, text);
  return text !== '';
}

/** Stages the text of a cell, whatever may be wrong with it; false where it is empty. Nothing is noted. */
export function stageQuietly(cells: RowCells, place: Place): boolean {
  if (place.index < 0) return false;
  if (cells.block.stage(cells.index, place.index, cells.staged)) return true;
  const text = readText(cells.block.cell(cells.index, place.index));
  stageText(cells.staged, text);
  return text !== '';
}

/** The cell, or `null` where it is empty; an empty required cell leaves the row out. */
function filledCell(cells: RowCells, place: Place): Cell {
  const cell = cellAt(cells, place);
  if (!isEmpty(cell)) return cell;
  if (place.column.required) flag(cells, place, 'required/missing');
  return null;
}

/** Whether a cell holds nothing but spaces of any kind, if that. */
export function isEmpty(cell: Cell): boolean {
  if (typeof cell !== 'string') return cell === null;
  const first = cell.charCodeAt(0);
  return first > 32 && first < 127 ? false : cell.trim() === '';
}

/** The value of a result; a refusal is noted and gives the fallback. */
export function valueOr<T, E extends ProblemCode>(
  cells: RowCells,
  place: Place,
  result: Result<T, E>,
  fallback: T,
  keepRow: boolean,
  detail = '',
): T {
  if (result.ok) return result.value;
  flag(cells, place, result.error, detail, keepRow);
  return fallback;
}
