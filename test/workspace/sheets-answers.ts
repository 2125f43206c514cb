/** What the Sheets API v4 answers to the two reads that are emulated: `spreadsheets.get` and `spreadsheets.values.batchGet`. */
import { type GridRange, parseRange, rangeText } from './a1-range.ts';
import { notEmulated } from './api-refusal.ts';
import { applyFields, type Json } from './field-mask.ts';
import type { CellValue, Spreadsheet } from './spreadsheet.ts';

/** The answer to `GET /v4/spreadsheets/{id}`; only with a field mask, only what the model knows. */
export function answerGet(spreadsheet: Spreadsheet, parameters: URLSearchParams): Json {
  allowOnly(parameters, { fields: null, includeGridData: 'false' });
  const fields = parameters.get('fields');
  if (fields === null) notEmulated('spreadsheets.get without fields');
  return applyFields(describe(spreadsheet), fields);
}

function describe({ id, title, locale, timeZone, tabs }: Spreadsheet): Json {
  return {
    spreadsheetId: id,
    properties: { title, locale, timeZone },
    sheets: tabs.map((tab, index) => ({
      properties: {
        sheetId: tab.gid,
        title: tab.title,
        index,
        sheetType: 'GRID',
        gridProperties: { rowCount: tab.rowCount, columnCount: tab.columnCount },
      },
    })),
  };
}

/** The answer to `GET /v4/spreadsheets/{id}/values:batchGet`; only raw values by rows, dates as serial numbers. */
export function answerBatchGet(spreadsheet: Spreadsheet, parameters: URLSearchParams): Json {
  allowOnly(parameters, {
    ranges: null,
    majorDimension: 'ROWS',
    valueRenderOption: 'UNFORMATTED_VALUE',
    dateTimeRenderOption: 'SERIAL_NUMBER',
  });
  if (!parameters.has('valueRenderOption')) notEmulated('valueRenderOption FORMATTED_VALUE');
  const ranges = parameters.getAll('ranges').map((text) => parseRange(spreadsheet, text));
  return { spreadsheetId: spreadsheet.id, valueRanges: ranges.map(valueRange) };
}

function valueRange(range: GridRange): Json {
  const values = valuesOf(range);
  const described = { range: rangeText(range), majorDimension: 'ROWS' };
  return values.length === 0 ? described : { ...described, values };
}

/** Rows of a range without the empty cells and rows at its end; an empty cell between others is an empty text. */
function valuesOf({ tab, firstRow, lastRow, firstColumn, lastColumn }: GridRange): readonly Json[] {
  const rows = tab.rows.slice(firstRow - 1, lastRow).map((row) => trimmed(row, firstColumn - 1, lastColumn));
  let count = rows.length;
  while (count > 0 && rows[count - 1]?.length === 0) count -= 1;
  return rows.slice(0, count);
}

function trimmed(row: readonly CellValue[], from: number, to: number): readonly CellValue[] {
  let end = Math.min(row.length, to);
  while (end > from && (row[end - 1] ?? null) === null) end -= 1;
  const cells = from === 0 && end === row.length ? row : row.slice(from, end);
  return cells.includes(null) ? cells.map((cell) => cell ?? '') : cells;
}

/** Refuses a parameter, or a value of one, that nothing here looks at. */
export function allowOnly(parameters: URLSearchParams, known: Readonly<Record<string, string | null>>): void {
  const common: Readonly<Record<string, string | null>> = { alt: 'json', prettyPrint: null };
  for (const [name, value] of parameters) {
    const allowed = { ...common, ...known }[name];
    if (allowed === undefined) notEmulated(`the parameter ${name}`);
    if (allowed !== null && allowed !== value) notEmulated(`${name} ${value}`);
  }
}
