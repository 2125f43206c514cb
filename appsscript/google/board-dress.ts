/** The looks of tabs that hold no table: dressed when they are made, and never again, so that what their keeper changed stays. */
import type { Area, AreaLook, BoardLooks } from '../../shared/register/tabs/dashboard-layout.ts';

type Tab = GoogleAppsScript.Spreadsheet.Sheet;

export function dressBoard(sheet: Tab, { areas, heights, widths }: BoardLooks): void {
  widths.forEach((width, index) => {
    sheet.setColumnWidth(index + 1, width);
  });
  for (const { height, row } of heights) sheet.setRowHeight(row, height);
  for (const look of areas) dressArea(sheet, look);
}

function dressArea(
  sheet: Tab,
  { align, area, background, bold, colour, format, size, isCentred, isWrapped }: AreaLook,
): void {
  const range = rangeOf(sheet, area);
  if (format !== undefined) range.setNumberFormat(format);
  if (bold) range.setFontWeight('bold');
  if (size !== undefined) range.setFontSize(size);
  if (colour !== undefined) range.setFontColor(colour);
  if (background !== undefined) range.setBackground(background);
  if (align !== undefined) range.setHorizontalAlignment(align);
  if (isWrapped) range.setWrap(true);
  if (isCentred) range.setVerticalAlignment('middle');
}

function rangeOf(sheet: Tab, { column, columns, row, rows }: Area): GoogleAppsScript.Spreadsheet.Range {
  return sheet.getRange(row, column, rows, columns);
}
