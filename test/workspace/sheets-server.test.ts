import { sheets } from 'googleapis/build/src/apis/sheets/index.js';
import { expect, onTestFinished, test } from 'vitest';
import { type SheetsServer, startSheetsServer } from './sheets-server.ts';
import {
  addTab,
  appendRow,
  cellAt,
  lastRow,
  newSpreadsheet,
  type Spreadsheet,
  writeCells,
} from './spreadsheet.ts';

function spreadsheet(): Spreadsheet {
  const book = newSpreadsheet('book', 'Classeur d’été');
  addTab(book, 'Feuille1', [['a', null, 'c', null], [], [1.5, true, '#REF!', ''], [null]], {
    rowCount: 10,
    columnCount: 5,
  });
  addTab(book, "L'été 2026", [['x']]);
  return book;
}

async function served(book: Spreadsheet): Promise<SheetsServer> {
  const server = await startSheetsServer([book]);
  onTestFinished(() => server.close());
  return server;
}

const RAW = 'majorDimension=ROWS&valueRenderOption=UNFORMATTED_VALUE&dateTimeRenderOption=SERIAL_NUMBER';

async function ask(
  server: SheetsServer,
  path: string,
  init?: RequestInit,
): Promise<{ status: number; body: unknown }> {
  const response = await fetch(`${server.url}${path}`, init);
  return { status: response.status, body: await response.json() };
}

const values = (server: SheetsServer, range: string) =>
  ask(server, `v4/spreadsheets/book/values:batchGet?${RAW}&ranges=${encodeURIComponent(range)}`);

for (const [range, answered, cells] of [
  ['Feuille1', 'Feuille1!A1:E10', [['a', '', 'c'], [], [1.5, true, '#REF!', '']]],
  ['Feuille1!A1:B2', 'Feuille1!A1:B2', [['a']]],
  ['Feuille1!A3:Z99', 'Feuille1!A3:E10', [[1.5, true, '#REF!', '']]],
  ['Feuille1!B3', 'Feuille1!B3:B3', [[true]]],
  ['Feuille1!B:C', 'Feuille1!B1:C10', [['', 'c'], [], [true, '#REF!']]],
  ['Feuille1!3:3', 'Feuille1!A3:E3', [[1.5, true, '#REF!', '']]],
  ['Feuille1!B3:D', 'Feuille1!B3:D10', [[true, '#REF!', '']]],
  ['Feuille1!A4:E10', 'Feuille1!A4:E10', undefined],
  ["'L''été 2026'!A1", "'L''été 2026'!A1:A1", [['x']]],
] as const) {
  test(`the range ${range}`, async () => {
    const { status, body } = await values(await served(spreadsheet()), range);
    expect(status).toBe(200);
    const valueRange = { range: answered, majorDimension: 'ROWS', ...(cells && { values: cells }) };
    expect(body).toEqual({ spreadsheetId: 'book', valueRanges: [valueRange] });
  });
}

for (const [range, status, message] of [
  ['Nulle part!A1', 400, 'Unable to parse range: Nulle part!A1'],
  ['Feuille1!', 400, 'Unable to parse range: Feuille1!'],
  ['Feuille1!A', 400, 'Unable to parse range: Feuille1!A'],
  ['Feuille1!A11', 400, 'Range (Feuille1!A11) exceeds grid limits. Max rows: 10, max columns: 5'],
  ['Feuille1!F1:G2', 400, 'Range (Feuille1!F1:G2) exceeds grid limits. Max rows: 10, max columns: 5'],
  ['Feuille1!A:B7', 501, 'Not emulated: the range Feuille1!A:B7'],
] as const) {
  test(`the range ${range} is refused`, async () => {
    const answer = await values(await served(spreadsheet()), range);
    expect(answer).toMatchObject({ status, body: { error: { code: status, message } } });
  });
}

test('Google’s own client reads it: two ranges, and a nested field mask', async () => {
  const server = await served(spreadsheet());
  const api = sheets({ version: 'v4', rootUrl: server.url });
  const read = await api.spreadsheets.values.batchGet({
    spreadsheetId: 'book',
    ranges: ['Feuille1!A1', "'L''été 2026'!A1"],
    valueRenderOption: 'UNFORMATTED_VALUE',
  });
  expect(read.data.valueRanges?.map((range) => range.values)).toEqual([[['a']], [['x']]]);
  const fields = 'properties.title,sheets.properties(sheetId,title,gridProperties/rowCount)';
  const { data } = await api.spreadsheets.get({ spreadsheetId: 'book', fields });
  expect(data).toEqual({
    properties: { title: 'Classeur d’été' },
    sheets: [
      { properties: { sheetId: 0, title: 'Feuille1', gridProperties: { rowCount: 10 } } },
      { properties: { sheetId: 1, title: "L'été 2026", gridProperties: { rowCount: 1000 } } },
    ],
  });
  expect(server.seen.map(({ call }) => call)).toEqual(['batchGet', 'get']);
});

test('fields named apart are sent together', async () => {
  const server = await served(spreadsheet());
  const fields = 'properties.title,properties.locale,properties(timeZone)';
  const { body } = await ask(server, `v4/spreadsheets/book?fields=${fields}`);
  expect(body).toEqual({
    properties: { title: 'Classeur d’été', locale: 'fr_FR', timeZone: 'Europe/Paris' },
  });
});

for (const [path, status, message] of [
  ['v4/spreadsheets/book', 501, 'Not emulated: spreadsheets.get without fields'],
  ['v4/spreadsheets/book?fields=nothing', 400, 'Invalid field selection nothing'],
  ['v4/spreadsheets/book?fields=properties.title.x', 400, 'Invalid field selection'],
  ['v4/spreadsheets/book?fields=properties.(title', 400, 'Invalid field selection'],
  ['v4/spreadsheets/book?fields=properties&includeGridData=true', 501, 'Not emulated: includeGridData true'],
  ['v4/spreadsheets/other?fields=properties', 404, 'Requested entity was not found.'],
  ['v4/spreadsheets/book/values/A1', 501, 'Not emulated: GET /v4/spreadsheets/book/values/A1'],
  ['v4/spreadsheets/book/values:batchGet?ranges=A1', 501, 'Not emulated: valueRenderOption FORMATTED_VALUE'],
  [
    'v4/spreadsheets/book/values:batchGet?valueRenderOption=FORMULA',
    501,
    'Not emulated: valueRenderOption FORMULA',
  ],
  [
    'v4/spreadsheets/book/values:batchGet?majorDimension=COLUMNS',
    501,
    'Not emulated: majorDimension COLUMNS',
  ],
  ['v4/spreadsheets/book/values:batchGet?fields=valueRanges', 501, 'Not emulated: the parameter fields'],
] as const) {
  test(`${path} is refused with ${status}`, async () => {
    const answer = await ask(await served(spreadsheet()), path);
    expect(answer).toMatchObject({ status, body: { error: { code: status } } });
    expect(JSON.stringify(answer.body)).toContain(message);
  });
}

const change = (server: SheetsServer, requests: unknown, path = 'v4/spreadsheets/book:batchUpdate') =>
  ask(server, path, { method: 'POST', body: JSON.stringify({ requests }) });

const appended = (cell: unknown, fields = 'userEnteredValue') => ({
  appendCells: { sheetId: 0, rows: [{ values: [cell] }], fields },
});
const deleted = (startIndex: number, endIndex: number, dimension = 'ROWS') => ({
  deleteDimension: { range: { sheetId: 0, dimension, startIndex, endIndex } },
});
const updated = (rowIndex: number, cell: unknown, fields = 'userEnteredValue') => ({
  updateCells: { start: { sheetId: 0, rowIndex, columnIndex: 1 }, rows: [{ values: [cell] }], fields },
});

test('rows are added below the last that holds something, taken out, and cells written, in the order asked', async () => {
  const book = spreadsheet();
  const answer = await change(await served(book), [
    appended({ userEnteredValue: { stringValue: '=1+1' } }),
    updated(0, { userEnteredValue: { numberValue: 7 } }),
    updated(2, {}),
    deleted(1, 2),
    { appendDimension: { sheetId: 0, dimension: 'ROWS', length: 2 } },
  ]);
  expect(answer).toEqual({ status: 200, body: { spreadsheetId: 'book', replies: [{}, {}, {}, {}, {}] } });
  const [tab] = book.tabs;
  expect([tab?.rows.slice(0, 3), tab?.rowCount]).toEqual([
    [['a', 7, 'c', null], [1.5, null, '#REF!', ''], ['=1+1']],
    11,
  ]);
});

for (const [what, request, status, message] of [
  [
    'a formula',
    appended({ userEnteredValue: { formulaValue: '=1' } }),
    501,
    'formulaValue of userEnteredValue',
  ],
  ['a look', appended({}, '*'), 501, 'appendCells with the fields *'],
  ['a note', appended({ note: 'x' }), 501, 'note of a cell'],
  ['another request', { sortRange: {} }, 501, 'sortRange'],
  ['columns taken out', deleted(0, 1, 'COLUMNS'), 501, 'deleteDimension of COLUMNS'],
  ['rows that are not there', deleted(9, 11), 400, 'Cannot delete a row that doesn’t exist'],
  ['every row', deleted(1, 9), 400, 'not possible to delete all non-frozen rows'],
  ['outside the grid', updated(10, {}), 400, 'outside of the grid'],
  ['a look of cells', updated(0, {}, '*'), 501, 'updateCells with the fields *'],
] as const) {
  test(`${what}: refused, and what stood before it in the request is undone`, async () => {
    const book = spreadsheet();
    const before = JSON.stringify(book.tabs.map(({ rowCount, rows }) => [rowCount, rows]));
    const answer = await change(await served(book), [deleted(0, 1), appended({}), request]);
    expect(answer.status).toBe(status);
    expect(JSON.stringify(answer.body)).toContain(message);
    expect(JSON.stringify(book.tabs.map(({ rowCount, rows }) => [rowCount, rows]))).toBe(before);
  });
}

for (const path of ['v4/spreadsheets/book/values/A1:append', 'v4/spreadsheets/book/values:batchUpdate']) {
  test(`writing to ${path} is refused`, async () => {
    const answer = await change(await served(spreadsheet()), [], path);
    expect(answer).toMatchObject({ status: 501, body: { error: { status: 'UNIMPLEMENTED' } } });
  });
}

test('an edit shows in the next answer', async () => {
  const book = spreadsheet();
  const server = await served(book);
  await values(server, 'Feuille1!A1');
  writeCells(book, book.tabs[0], 1, 1, [['b']]);
  expect((await values(server, 'Feuille1!A1')).body).toMatchObject({ valueRanges: [{ values: [['b']] }] });
});

test('a grid grows as it is written to, and no further than Google’s', () => {
  const book = spreadsheet();
  const [tab, other] = book.tabs;
  writeCells(book, tab, 12, 7, [['deep'], ['deeper', 'wide']]);
  expect([tab.rowCount, tab.columnCount, cellAt(tab, 13, 8), cellAt(tab, 12, 6)]).toEqual([
    13,
    8,
    'wide',
    null,
  ]);
  appendRow(book, other, ['last']);
  expect([lastRow(other), cellAt(other, 2, 1)]).toEqual([2, 'last']);
  expect(() => writeCells(book, tab, 1, 1, [['x'.repeat(50_001)]])).toThrow('50,000 characters');
  expect(() => addTab(book, 'Feuille1')).toThrow('a tab is called Feuille1 already');
  expect(() => addTab(book, 'Huge', [], { rowCount: 1_000_000 })).toThrow('10,000,000 cells');
});
