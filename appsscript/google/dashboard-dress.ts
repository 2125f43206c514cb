/** The dashboard's looks: dressed when it is made, and never again, so that what its keeper changed stays. */
import type { Language } from '../../shared/base/words.ts';
import {
  type Area,
  type AreaLook,
  DASHBOARD_HEIGHTS,
  DASHBOARD_WIDTHS,
  dashboardLooks,
} from '../../shared/register/dashboard-layout.ts';

type Tab = GoogleAppsScript.Spreadsheet.Sheet;

export function dressDashboard(sheet: Tab, language: Language): void {
  DASHBOARD_WIDTHS.forEach((width, index) => {
    sheet.setColumnWidth(index + 1, width);
  });
  for (const { height, row } of DASHBOARD_HEIGHTS) sheet.setRowHeight(row, height);
  for (const look of dashboardLooks(language === 'fr' ? 'dd/mm/yyyy' : 'yyyy-mm-dd')) dressArea(sheet, look);
}

function dressArea(
  sheet: Tab,
  { align, area, background, bold, colour, format, size, isWrapped }: AreaLook,
): void {
  const range = rangeOf(sheet, area);
  if (format !== undefined) range.setNumberFormat(format);
  if (bold) range.setFontWeight('bold');
  if (size !== undefined) range.setFontSize(size);
  if (colour !== undefined) range.setFontColor(colour);
  if (background !== undefined) range.setBackground(background);
  if (align !== undefined) range.setHorizontalAlignment(align);
  if (isWrapped) range.setWrap(true).setVerticalAlignment('middle');
}

function rangeOf(sheet: Tab, { column, columns, row, rows }: Area): GoogleAppsScript.Spreadsheet.Range {
  return sheet.getRange(row, column, rows, columns);
}
