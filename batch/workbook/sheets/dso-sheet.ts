/** DSO and trends: 24 months in two charts and in figures. */
import type { Style } from 'exceljs';
import { serialOfDay } from '../../../shared/base/civil-date.ts';
import { currencyDigits, decimalNumber } from '../../../shared/base/money.ts';
import type { DsoFigures, DsoMonth } from '../../../shared/receivables/dso.ts';
import type { CurrencyPart } from '../currency-part.ts';
import { amountFormat, dayFormat, monthFormat } from '../formats.ts';
import { bodyStyle, GREY, headerStyle, proseStyle, SUBTITLE, TEAL, TITLE, totalStyle } from '../style.ts';
import { headerHeight } from '../table/column-width.ts';
import { textWidth, wrappedLines } from '../table/text-width.ts';
import { LABELS, SHEET_NAMES, say } from '../words.ts';
import { columnLetter } from '../xlsx/bulk-rows.ts';
import type { Chart } from '../xlsx/chart-xml.ts';
import { addPage, fixedArea, linesHeight, type Page, put } from '../xlsx/page.ts';
import { addCharts } from './dso-charts.ts';
import { FIRST_FIGURE, FIRST_ROW, HEADER_ROW, MONTH, REMARKS, SALES } from './dso-layout.ts';
import { FIGURES, figureContent, figureFormat, missingText } from './figures.ts';

const WORDS = {
  title: { fr: 'DSO et tendances sur 24 mois', en: 'DSO and trends over 24 months' },
  note: {
    fr: 'chaque mois tel qu’il se présentait à sa fin ; délais en jours',
    en: 'each month as it stood at its end; delays in days',
  },
  month: { fr: 'Mois', en: 'Month' },
  sales: { fr: 'Ventes TTC', en: 'Sales with VAT' },
  closing: { fr: 'Encours en fin de mois', en: 'Open at month’s end' },
  remarks: { fr: 'Ce qui manque, et pourquoi', en: 'What is missing, and why' },
};

const MONTH_WIDTH = 13;
const FIGURE_WIDTH = 12.5;
const REMARKS_WIDTH = 46;
const NO_REMARKS_WIDTH = 16;

/** Writes the sheet. @returns its DSO chart without a place, for the summary; `null` without a month */
export function addDsoSheet(part: CurrencyPart): Omit<Chart, 'anchor'> | null {
  const { answers, draft } = part;
  const page = addPage(draft, part.sheetName(SHEET_NAMES.dso), { tab: TEAL, landscape: true, onePage: true });
  put(page, 1, 1, say(WORDS.title, draft.language), TITLE, REMARKS);
  put(page, 2, 1, `${part.subtitle} · ${say(WORDS.note, draft.language)}`, SUBTITLE, REMARKS);
  page.sheet.getRow(1).height = 26;
  putHeaders(page, part);
  const { monthly } = answers.dso;
  monthly.forEach((month, at) => {
    putMonth(page, part, month, FIRST_ROW + at);
  });
  const last = FIRST_ROW + monthly.length;
  putToday(page, part, last);
  page.sheet.pageSetup.printArea = fixedArea(columnLetter(REMARKS), last);
  page.sheet.views = [{ state: 'frozen', ySplit: 2, showGridLines: false, zoomScale: 100 }];
  return monthly.length === 0 ? null : addCharts(page, part);
}

function putHeaders(page: Page, part: CurrencyPart): void {
  const { language } = part.draft;
  const amounts = [WORDS.sales, WORDS.closing, LABELS.notDue, LABELS.overdue];
  const words = [WORDS.month, ...amounts, ...FIGURES.map(({ label }) => label), WORDS.remarks];
  const headers = words.map((header) => say(header, language));
  const widths = [
    MONTH_WIDTH,
    ...amounts.map(() => amountsWidth(part)),
    ...FIGURES.map(() => FIGURE_WIDTH),
    hasRemarks(part) ? REMARKS_WIDTH : NO_REMARKS_WIDTH,
  ];
  headers.forEach((header, at) => {
    const style = at === 0 ? headerStyle('left') : headerStyle('right');
    put(page, HEADER_ROW, at + 1, header, at === REMARKS - 1 ? headerStyle('left', 1) : style);
    page.sheet.getColumn(at + 1).width = widths[at];
  });
  page.sheet.getRow(HEADER_ROW).height = headerHeight(headers, widths);
}

function hasRemarks({ answers, draft }: CurrencyPart): boolean {
  const { dso } = answers;
  return [dso, ...dso.monthly].some((figures) => missingText(figures, draft.language) !== '');
}

function amountsWidth({ answers }: CurrencyPart): number {
  const { currency, dso, receivables } = answers;
  const amounts = dso.monthly.flatMap(({ closing, sales }) => [closing, Math.abs(sales)]);
  const whole = Math.trunc(decimalNumber(Math.max(receivables.open, ...amounts), currency));
  return Math.max(12, textWidth(whole.toLocaleString('en')) + currencyDigits(currency) + 4);
}

function putMonth(page: Page, part: CurrencyPart, month: DsoMonth, row: number): void {
  const { currency } = part.answers;
  const name = bodyStyle(monthFormat(part.draft.language, 'yyyy'), { horizontal: 'left' });
  put(page, row, MONTH, serialOfDay(month.end), name);
  [month.sales, month.closing, month.closing - month.overdue, month.overdue].forEach((minor, at) => {
    const style = bodyStyle(amountFormat(currency), { horizontal: 'right' });
    put(page, row, SALES + at, decimalNumber(minor, currency), style);
  });
  putFigures(page, part, month, row, (format) => bodyStyle(format, { horizontal: 'right' }));
}

/** The last line: the figures as of the report's day. Its sales would be those of the window, not of a month: left out. */
function putToday(page: Page, part: CurrencyPart, row: number): void {
  const { currency, dso, receivables } = part.answers;
  put(page, row, MONTH, serialOfDay(part.report.asOfDay), totalStyle(dayFormat(part.draft.language), 'left'));
  [null, receivables.open, receivables.notDue, receivables.overdue].forEach((minor, at) => {
    const content = minor === null ? null : decimalNumber(minor, currency);
    put(page, row, SALES + at, content, totalStyle(amountFormat(currency), 'right'));
  });
  putFigures(page, part, dso, row, (format) => totalStyle(format, 'right'));
}

function putFigures(
  page: Page,
  { draft }: CurrencyPart,
  figures: DsoFigures,
  row: number,
  styleOf: (format: string) => Partial<Style>,
): void {
  FIGURES.forEach(({ key, unit }, at) => {
    const style = styleOf(figureFormat(unit));
    put(page, row, FIRST_FIGURE + at, figureContent(figures[key], unit, draft.language), style);
  });
  const remark = missingText(figures, draft.language);
  const prose = proseStyle(GREY);
  const { border = {} } = styleOf('General');
  put(page, row, REMARKS, remark, {
    ...prose,
    alignment: { ...prose.alignment, horizontal: 'left', indent: 1 },
    border,
  });
  page.sheet.getRow(row).height = linesHeight(wrappedLines(remark, REMARKS_WIDTH - 2), 3);
}
