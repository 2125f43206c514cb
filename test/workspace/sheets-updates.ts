/** What the Sheets API v4 does on `spreadsheets.batchUpdate`, of four requests: all of them, or none where one is refused. */
import { ApiRefusal, notEmulated } from './api-refusal.ts';
import type { Json } from './field-mask.ts';
import { allowOnly } from './sheets-answers.ts';
import {
  type CellValue,
  deleteRows,
  insertRows,
  lastRow,
  type Spreadsheet,
  type Tab,
  writeCells,
} from './spreadsheet.ts';
import { addStyle } from './styles.ts';

/** The answer to `POST /v4/spreadsheets/{id}:batchUpdate`. @param sent the request's body */
export function answerBatchUpdate(book: Spreadsheet, parameters: URLSearchParams, sent: string): Json {
  allowOnly(parameters, {});
  const body = fieldsOf(parsed(sent), ['requests'], 'the body');
  const requests = listOf(body.requests);
  if (requests.length === 0) throw new ApiRefusal(400, 'Must specify at least one request.');
  const before = book.tabs.map((tab) => ({
    tab,
    rowCount: tab.rowCount,
    rows: tab.rows.map((row) => [...row]),
  }));
  try {
    for (const request of requests) apply(book, request);
  } catch (error) {
    for (const { rowCount, rows, tab } of before) {
      tab.rows.splice(0, tab.rows.length, ...rows);
      tab.rowCount = rowCount;
    }
    throw error;
  }
  return { spreadsheetId: book.id, replies: requests.map(() => ({})) };
}

function parsed(sent: string): unknown {
  try {
    return JSON.parse(sent);
  } catch {
    throw new ApiRefusal(400, 'Invalid JSON payload received.');
  }
}

function apply(book: Spreadsheet, request: unknown): void {
  const [name = '', ...more] = Object.keys(recordOf(request));
  const act = REQUESTS.get(name);
  if (act === undefined || more.length > 0)
    notEmulated(`the request ${JSON.stringify(request).slice(0, 60)}`);
  act(book, recordOf(request)[name]);
}

const REQUESTS: ReadonlyMap<string, (book: Spreadsheet, request: unknown) => void> = new Map([
  ['appendCells', appendCells],
  ['appendDimension', appendDimension],
  ['deleteDimension', deleteDimension],
  ['updateCells', updateCells],
]);

const APPENDED = ['userEnteredValue', 'userEnteredValue,userEnteredFormat.numberFormat'];

function appendCells(book: Spreadsheet, request: unknown): void {
  const { fields, rows, sheetId } = fieldsOf(request, ['sheetId', 'rows', 'fields'], 'appendCells');
  if (!APPENDED.includes(String(fields))) notEmulated(`appendCells with the fields ${fields}`);
  const tab = tabOf(book, sheetId);
  const first = lastRow(tab) + 1;
  const block = listOf(rows).map((row) => listOf(fieldsOf(row, ['values'], 'a row').values));
  writeCells(
    book,
    tab,
    first,
    1,
    block.map((cells) => cells.map(valueIn)),
  );
  if (fields === APPENDED[1]) formatBlock(tab, first, block);
}

/** One look a column: rows that are added together look alike. */
function formatBlock(tab: Tab, first: number, block: readonly (readonly unknown[])[]): void {
  (block[0] ?? []).forEach((_, right) => {
    const patterns = new Set(block.map((cells) => patternOf(cells[right])));
    if (patterns.size > 1) notEmulated('appendCells with several formats in one column');
    const rect = {
      firstRow: first,
      lastRow: first + block.length - 1,
      firstColumn: right + 1,
      lastColumn: right + 1,
    };
    addStyle(tab, rect, 'numberFormat', [...patterns][0]);
  });
}

function patternOf(cell: unknown): string {
  const { pattern } = recordOf(recordOf(recordOf(cell).userEnteredFormat).numberFormat);
  return typeof pattern === 'string' ? pattern : '';
}

function updateCells(book: Spreadsheet, request: unknown): void {
  const { fields, rows, start } = fieldsOf(request, ['start', 'rows', 'fields'], 'updateCells');
  const corner = fieldsOf(start, ['sheetId', 'rowIndex', 'columnIndex'], 'start');
  if (fields !== 'userEnteredValue') notEmulated(`updateCells with the fields ${fields}`);
  const tab = tabOf(book, corner.sheetId);
  const [row, column] = [Number(corner.rowIndex), Number(corner.columnIndex)];
  if (row >= tab.rowCount || column >= tab.columnCount) {
    throw new ApiRefusal(400, 'Invalid requests[0].updateCells: Attempting to write outside of the grid.');
  }
  const block = listOf(rows).map((one) => listOf(fieldsOf(one, ['values'], 'a row').values).map(valueIn));
  writeCells(book, tab, row + 1, column + 1, block);
}

function deleteDimension(book: Spreadsheet, request: unknown): void {
  const { range } = fieldsOf(request, ['range'], 'deleteDimension');
  const asked = fieldsOf(range, ['sheetId', 'dimension', 'startIndex', 'endIndex'], 'range');
  if (asked.dimension !== 'ROWS') notEmulated(`deleteDimension of ${asked.dimension}`);
  const tab = tabOf(book, asked.sheetId);
  const [from, to] = [Number(asked.startIndex), Number(asked.endIndex)];
  if (from >= tab.rowCount || to > tab.rowCount || from >= to) {
    throw new ApiRefusal(400, 'Invalid requests[0].deleteDimension: Cannot delete a row that doesn’t exist.');
  }
  if (to - from >= tab.rowCount - Math.max(1, tab.look.frozenRows)) {
    throw new ApiRefusal(400, 'Sorry, it is not possible to delete all non-frozen rows.');
  }
  deleteRows(book, tab, from + 1, to - from);
}

function appendDimension(book: Spreadsheet, request: unknown): void {
  const asked = fieldsOf(request, ['sheetId', 'dimension', 'length'], 'appendDimension');
  if (asked.dimension !== 'ROWS') notEmulated(`appendDimension of ${asked.dimension}`);
  const tab = tabOf(book, asked.sheetId);
  insertRows(book, tab, tab.rowCount + 1, Number(asked.length));
}

/** Of a cell: its text, number or boolean, as it is sent; a formula is not emulated. */
function valueIn(cell: unknown): CellValue {
  const { userEnteredValue } = fieldsOf(cell, ['userEnteredValue', 'userEnteredFormat'], 'a cell');
  if (userEnteredValue === undefined) return null;
  const value = fieldsOf(userEnteredValue, ['stringValue', 'numberValue', 'boolValue'], 'userEnteredValue');
  const [only, ...more] = Object.values(value);
  const isCell = typeof only === 'string' || typeof only === 'number' || typeof only === 'boolean';
  if (!isCell || more.length > 0) throw new ApiRefusal(400, 'Invalid value at userEnteredValue');
  return only;
}

function tabOf(book: Spreadsheet, gid: unknown): Tab {
  const tab = book.tabs.find((one) => one.gid === gid);
  if (!tab) throw new ApiRefusal(400, `No grid with id: ${gid}`);
  return tab;
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {};
}

/** Refuses a field that nothing here looks at. */
function fieldsOf(value: unknown, known: readonly string[], what: string): Readonly<Record<string, unknown>> {
  const record = recordOf(value);
  const strange = Object.keys(record).find((key) => !known.includes(key));
  if (strange !== undefined) notEmulated(`${strange} of ${what}`);
  return record;
}

function listOf(value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) throw new ApiRefusal(400, 'Invalid JSON payload received.');
  return value;
}
