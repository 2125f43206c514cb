/** The two charts of the DSO sheet, and the columns of the first one. */
import { serialOfDay } from '../../../shared/base/civil-date.ts';
import { decimalNumber } from '../../../shared/base/money.ts';
import type { DsoMonth } from '../../../shared/receivables/dso.ts';
import type { CurrencyPart } from '../currency-part.ts';
import { amountFormat, DAYS_FORMAT, monthFormat, WHOLE_FORMAT } from '../formats.ts';
import { BUCKET_COLOURS, bodyStyle, GREY, NAVY, proseStyle, SUBTITLE, TEAL } from '../style.ts';
import { LABELS, say } from '../words.ts';
import { columnLetter } from '../xlsx/bulk-rows.ts';
import type { Chart, NumberCells, Series } from '../xlsx/chart-xml.ts';
import { type Page, put, rangeOf } from '../xlsx/page.ts';
import {
  CHART_DATA,
  CHART_ROWS,
  CHART_TOP,
  FIRST_ROW,
  HEADER_ROW,
  MONTH,
  NOT_DUE,
  OVERDUE,
  REMARKS,
} from './dso-layout.ts';
import { type FigureKey, figureLabel, figureNumber } from './figures.ts';

const WORDS = {
  chartData: { fr: 'Données du graphique', en: 'Chart data' },
  dso: { fr: 'DSO en jours', en: 'DSO in days' },
  dsoSays: {
    fr: 'Courbes du DSO par épuisement, simple et minimal possible sur 24 mois',
    en: 'Lines of the count-back, simple and best possible DSO over 24 months',
  },
  open: { fr: 'Encours en fin de mois, échu et non échu', en: 'Open at month’s end, overdue and not due' },
  openSays: {
    fr: 'Colonnes empilées du non échu et de l’échu sur 24 mois',
    en: 'Stacked columns of what is not due and overdue over 24 months',
  },
};

const CHARTED: readonly { readonly key: FigureKey; readonly colour: string }[] = [
  { key: 'countBack', colour: NAVY },
  { key: 'simple', colour: TEAL },
  { key: 'bestPossible', colour: '9FB3C8' },
];

const SECOND_CHART = 7; // its first column, counted from 0

/** Adds both charts. @returns the first without its place, for the summary */
export function addCharts(page: Page, part: CurrencyPart): Omit<Chart, 'anchor'> {
  putChartData(page, part);
  const place = { top: CHART_TOP, bottom: CHART_TOP + CHART_ROWS };
  const dso = dsoChart(page, part);
  page.charts.push(
    { ...dso, anchor: { ...place, left: 0, right: SECOND_CHART } },
    { ...openChart(page, part), anchor: { ...place, left: SECOND_CHART, right: REMARKS } },
  );
  return dso;
}

function putChartData(page: Page, part: CurrencyPart): void {
  const { language } = part.draft;
  const number = bodyStyle(DAYS_FORMAT, { horizontal: 'right' }, GREY);
  put(page, HEADER_ROW - 1, CHART_DATA, say(WORDS.chartData, language), SUBTITLE);
  CHARTED.forEach(({ key }, at) => {
    page.sheet.getColumn(CHART_DATA + at).width = 13;
    put(page, HEADER_ROW, CHART_DATA + at, figureLabel(key, language), proseStyle(GREY));
    part.answers.dso.monthly.forEach((month, row) => {
      put(page, FIRST_ROW + row, CHART_DATA + at, figureNumber(month[key], 'days'), number);
    });
  });
}

function dsoChart(page: Page, part: CurrencyPart): Omit<Chart, 'anchor'> {
  const { language } = part.draft;
  const { monthly } = part.answers.dso;
  return {
    kind: 'line',
    title: say(WORDS.dso, language),
    description: say(WORDS.dsoSays, language),
    categories: months(page, part),
    series: CHARTED.map(({ key, colour }, at) =>
      series(page, CHART_DATA + at, figureLabel(key, language), colour, {
        values: monthly.map((month) => figureNumber(month[key], 'days')),
        format: DAYS_FORMAT,
      }),
    ),
    labels: false,
    axisFormat: WHOLE_FORMAT,
  };
}

function openChart(page: Page, part: CurrencyPart): Omit<Chart, 'anchor'> {
  const { language } = part.draft;
  const { currency, dso } = part.answers;
  const format = amountFormat(currency);
  const amounts = (minor: (month: DsoMonth) => number) =>
    dso.monthly.map((month) => decimalNumber(minor(month), currency));
  const notDue = { values: amounts(({ closing, overdue }) => closing - overdue), format };
  const overdue = { values: amounts((month) => month.overdue), format };
  return {
    kind: 'stackedColumns',
    title: say(WORDS.open, language),
    description: say(WORDS.openSays, language),
    categories: months(page, part),
    series: [
      series(page, NOT_DUE, say(LABELS.notDue, language), BUCKET_COLOURS[0], notDue),
      series(page, OVERDUE, say(LABELS.overdue, language), BUCKET_COLOURS[3], overdue),
    ],
    labels: false,
    axisFormat: WHOLE_FORMAT,
  };
}

function months(page: Page, { answers, draft }: CurrencyPart): NumberCells {
  const values = answers.dso.monthly.map(({ end }) => serialOfDay(end));
  return {
    cells: columnCells(page, MONTH, values.length),
    values,
    format: monthFormat(draft.language, 'yy'),
  };
}

function series(
  page: Page,
  column: number,
  name: string,
  colour: string,
  { values, format }: Omit<NumberCells, 'cells'>,
): Series {
  const header = `${columnLetter(column)}${HEADER_ROW}`;
  return {
    name: { cells: rangeOf(page, header), texts: [name] },
    values: { cells: columnCells(page, column, values.length), values, format },
    colour,
  };
}

function columnCells(page: Page, column: number, count: number): string {
  const letter = columnLetter(column);
  return rangeOf(page, `${letter}${FIRST_ROW}:${letter}${FIRST_ROW + count - 1}`);
}
