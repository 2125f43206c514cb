/** What the add-on relies on about cells, tried on a scratch tab. Each check answers empty, or what it found instead. */
import { cellOf, typedValue } from './cells.ts';
import { serialOf, zoneGap } from './sheet-days.ts';

type Tab = GoogleAppsScript.Spreadsheet.Sheet;
type Range = GoogleAppsScript.Spreadsheet.Range;

const TRICKY = [
  '=1+1',
  '+33 1 23',
  '-5',
  '@x',
  '007',
  '1/2',
  '2026-03-31',
  '1e5',
  'TRUE',
  'h1:0e12',
  "'tHooft",
];

/** 31 March 2026: summer time in Europe, as in most zones that have one. */
const A_DAY = 46_112;

/** Writes texts that look like something else, and reads them back. */
export function quotedTextStaysText(scratch: Tab): string {
  return readsBack(scratch.getRange(1, 1, TRICKY.length, 1).setNumberFormat('General'));
}

export function quotedTextStaysTextInTextCells(scratch: Tab): string {
  return readsBack(scratch.getRange(1, 2, TRICKY.length, 1).setNumberFormat('@'));
}

function readsBack(range: Range): string {
  range.setValues(TRICKY.map((text) => [typedValue(text)]));
  SpreadsheetApp.flush();
  const found = range.getValues().map(([value]) => value);
  const wrong = TRICKY.map((text, index) => [text, found[index]]).filter(([text, value]) => text !== value);
  return wrong.map(([text, value]) => `${text} → ${String(value)}`).join(', ');
}

export function blankTextIsEmpty(scratch: Tab): string {
  const cell = scratch.getRange(1, 3);
  cell.setValues([["'x"]]);
  cell.setValues([['']]);
  SpreadsheetApp.flush();
  const found = cell.getValue();
  return found === '' ? '' : String(found);
}

export function numbersKeepEveryDigit(scratch: Tab): string {
  const numbers = [1234.56, 0.1, -0.07, 999_999_999_999.99, 1e-7];
  const range = scratch.getRange(1, 4, numbers.length, 1).setNumberFormat('General');
  range.setValues(numbers.map((number) => [number]));
  SpreadsheetApp.flush();
  const found = range.getValues().map(([value]) => value);
  return numbers.every((number, index) => number === found[index]) ? '' : found.join(', ');
}

export function serialBecomesDay(scratch: Tab): string {
  const found = dayCell(scratch).getValue();
  if (!(found instanceof Date)) return `${typeof found} ${String(found)}`;
  const now = new Date();
  const zone = SpreadsheetApp.getActiveSpreadsheet().getSpreadsheetTimeZone();
  const serial = cellOf(found, (date) => serialOf(date, zoneGap(now, Utilities.formatDate(now, zone, 'Z'))));
  return serial === A_DAY ? '' : String(serial);
}

export function dayIsMidnightInTheSheet(scratch: Tab): string {
  const found = dayCell(scratch).getValue();
  if (!(found instanceof Date)) return typeof found;
  const zone = SpreadsheetApp.getActiveSpreadsheet().getSpreadsheetTimeZone();
  const shown = Utilities.formatDate(found, zone, 'yyyy-MM-dd HH:mm:ss');
  return shown === '2026-03-31 00:00:00' ? '' : shown;
}

function dayCell(scratch: Tab): Range {
  const cell = scratch.getRange(1, 5).setNumberFormat('yyyy-mm-dd');
  cell.setValues([[A_DAY]]);
  SpreadsheetApp.flush();
  return cell;
}

export function scriptZoneIsJavaScripts(): string {
  const instants = [new Date(Date.UTC(2026, 0, 15)), new Date(Date.UTC(2026, 6, 15))];
  const gaps = instants.map((date) =>
    zoneGap(date, Utilities.formatDate(date, Session.getScriptTimeZone(), 'Z')),
  );
  return gaps.every((gap) => gap === 0) ? '' : gaps.join(', ');
}

export function dataRangeStartsAtA1(scratch: Tab): string {
  scratch.getRange(15, 7).setValues([["'corner"]]);
  SpreadsheetApp.flush();
  const range = scratch.getDataRange();
  const found = [range.getRow(), range.getColumn(), range.getNumRows(), range.getNumColumns()].join(' ');
  return found === '1 1 15 7' ? '' : found;
}

export function columnOpensDownwards(scratch: Tab): string {
  const rows = scratch.getRange('A1:A').getValues().length;
  return rows === scratch.getMaxRows() ? '' : `${rows} ≠ ${scratch.getMaxRows()}`;
}

export function rangeBelowLastRowThrows(scratch: Tab): string {
  try {
    scratch.getRange(scratch.getMaxRows(), 1, 2, 1);
    return 'taken';
  } catch {
    return '';
  }
}

/** A row appended comes below the last one that holds anything, and its texts stay texts there too. */
export function appendedRowComesLast(scratch: Tab): string {
  const last = scratch.getLastRow();
  scratch.appendRow([typedValue('=1+1'), typedValue('007')]);
  SpreadsheetApp.flush();
  const found =
    scratch
      .getRange(last + 1, 1, 1, 2)
      .getValues()[0]
      ?.join(' ') ?? '';
  return scratch.getLastRow() === last + 1 && found === '=1+1 007' ? '' : `${scratch.getLastRow()} ${found}`;
}

export function insertedRowsTakeFormats(scratch: Tab): string {
  const last = scratch.getMaxRows();
  scratch.getRange(last, 6).setNumberFormat('@');
  scratch.insertRowsAfter(last, 1);
  const [[format] = ['']] = scratch.getRange(last + 1, 6, 1, 1).getNumberFormats();
  return format === '@' ? '' : String(format);
}
