/** One sheet being written: exceljs's worksheet, and what exceljs cannot write, which is added to the package afterwards. */
import type { CellValue, Style, Workbook, Worksheet } from 'exceljs';
import type { Language, Words } from '../../../shared/base/words.ts';
import type { BulkRows } from './bulk-rows.ts';
import { numberText } from './bulk-rows.ts';
import { bannerText, cellText, cleanText } from './cell-text.ts';
import type { Chart } from './chart-xml.ts';

export type Page = {
  readonly sheet: Worksheet;
  readonly bulk: BulkRows[];
  readonly charts: Chart[];
  readonly links: Link[];
  lastPriority: number; // of its conditional formats: no two of a sheet have one
  readonly typedText: string[]; // ranges of text that looks like numbers: no green corner for them
};

/** A cell that leads to a place in the workbook, to a web page (https) or to a workbook beside it. */
export type Link = { readonly cell: string } & ({ readonly place: string } | { readonly url: string });

/** The workbook so far, and what every sheet says of itself. */
export type Draft = {
  readonly workbook: Workbook;
  readonly pages: Page[];
  readonly language: Language;
  readonly company: string;
  readonly dayText: string; // « au 20 novembre 2026 »
};

export type PageOptions = {
  readonly tab: string; // colour of the sheet's tab
  readonly landscape: boolean;
  readonly onePage?: boolean; // fits to the paper's height too
  readonly scale?: number; // percent; without it the page fits to the paper's width
};

const PAGE_OF = 'Page &P / &N';
const RECEIVABLES: Words = { fr: 'Créances clients', en: 'Receivables' };
const A4 = 9;

/** Adds a sheet set up for A4: company and day on top, the sheet's name and page numbers below. */
export function addPage(draft: Draft, name: string, options: PageOptions): Page {
  const sheet = draft.workbook.addWorksheet(name, {
    properties: { tabColor: { argb: `FF${options.tab}` }, defaultRowHeight: 15, dyDescent: 0.25 },
    views: [{ showGridLines: false, zoomScale: 100 }],
    pageSetup: {
      paperSize: A4,
      orientation: options.landscape ? 'landscape' : 'portrait',
      margins: { left: 0.45, right: 0.45, top: 0.7, bottom: 0.65, header: 0.3, footer: 0.3 },
      horizontalCentered: true,
      ...(options.scale
        ? { scale: options.scale }
        : { fitToPage: true, fitToWidth: 1, fitToHeight: options.onePage ? 1 : 0 }),
    },
    headerFooter: bands(draft),
  });
  const page: Page = { sheet, bulk: [], charts: [], links: [], lastPriority: 0, typedText: [] };
  draft.pages.push(page);
  return page;
}

function bands(draft: Draft): { oddHeader: string; oddFooter: string } {
  const { language } = draft;
  const small = '&"Arial,Regular"&8';
  return {
    oddHeader: `&L${small} ${bannerText(draft.company)}&R${small} ${RECEIVABLES[language]} ${draft.dayText}`,
    oddFooter: `&L${small} &A&R${small} ${PAGE_OF}`,
  };
}

/** What a cell may hold: text is typed text, a number is finite, a formula is ours and carries its value. */
export type Content = string | number | null | { readonly formula: string; readonly value: number | string };

/** Writes one cell, merged over this many columns. */
export function put(
  page: Page,
  row: number,
  column: number,
  content: Content,
  style: Partial<Style>,
  columns = 1,
): void {
  for (let at = column; at < column + columns; at++) page.sheet.getCell(row, at).style = style;
  page.sheet.getCell(row, column).value = cellValue(content);
  if (columns > 1) page.sheet.mergeCells(row, column, row, column + columns - 1);
}

const HIGHEST_ROW = 409; // points; Excel refuses more

/** The height of a row that holds `lines` lines of body text. */
export function linesHeight(lines: number, margin: number): number {
  return Math.min(HIGHEST_ROW, margin + 13 * lines);
}

function cellValue(content: Content): CellValue {
  if (content === null || content === '') return null;
  if (typeof content === 'string') return cellText(content);
  if (typeof content === 'number') return Number(numberText(content));
  const { formula, value } = content;
  return { formula, result: typeof value === 'number' ? Number(numberText(value)) : value };
}

/** A sheet's cells from elsewhere in the workbook: `'Balance âgée'!$B$4:$F$4`. */
export function rangeOf(page: Page, range: string): string {
  const fixed = range.replace(/([A-Z]+)(\d+)/g, '$$$1$$$2');
  return `'${page.sheet.name.replaceAll("'", "''")}'!${fixed}`;
}

/** The workbook's own properties, which Excel shows under File, Info. */
export function describe(workbook: Workbook, company: string, title: string, day: Date): void {
  workbook.creator = 'Encaisse';
  workbook.lastModifiedBy = 'Encaisse';
  workbook.company = cleanText(company).slice(0, 200);
  workbook.title = cleanText(title).slice(0, 200);
  workbook.created = day;
  workbook.modified = day;
}

/** The cells from A1 that a sheet prints, as exceljs takes them: it puts only the first `$` of each corner. */
export function fixedArea(lastColumn: string, lastRow: number): string {
  return `A$1:${lastColumn}$${lastRow}`;
}
