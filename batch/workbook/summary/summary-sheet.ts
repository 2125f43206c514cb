import { decimalNumber } from '../../../shared/base/money.ts';
import { AGEING_BUCKETS } from '../../../shared/receivables/ageing.ts';
import type { Report } from '../../answers/report.ts';
import type { CurrencyPart } from '../currency-part.ts';
import { amountFormat, WHOLE_FORMAT } from '../formats.ts';
import { BUCKET_COLOURS, SUBTITLE, TITLE } from '../style.ts';
import type { PlacedTable } from '../table/table-sheet.ts';
import { say } from '../words.ts';
import { columnLetter } from '../xlsx/bulk-rows.ts';
import type { Chart } from '../xlsx/chart-xml.ts';
import { type Draft, fixedArea, type Page } from '../xlsx/page.ts';
import { type AgeingCells, LEFT_COLUMNS, putAgeingAndLargest, RIGHT } from './summary-ageing.ts';
import { type Places, putBanners } from './summary-banners.ts';
import { putKeyFigures } from './summary-figures.ts';
import {
  type Cursor,
  cellOf,
  chartColumn,
  GRID_COLUMNS,
  gap,
  heading,
  nextRow,
  prepareGrid,
} from './summary-grid.ts';
import { putPriorities } from './summary-priorities.ts';
import { putTiles } from './summary-tiles.ts';
import { putWeek } from './summary-week.ts';

const WORDS = {
  title: { fr: 'Créances clients {day}', en: 'Receivables {day}' },
  currency: { fr: 'montants en {currency}', en: 'amounts in {currency}' },
  never: { fr: 'les devises ne s’additionnent jamais', en: 'currencies are never added together' },
  nothing: { fr: 'Le registre ne contient encore aucune facture.', en: 'The register holds no invoice yet.' },
  charts: {
    fr: 'Où en est l’encours, et à quelle vitesse il rentre',
    en: 'Where receivables stand, and how fast they come in',
  },
  ageingChart: { fr: 'Encours par ancienneté', en: 'Open by age' },
  ageingChartSays: {
    fr: 'Colonnes de l’encours par tranche d’ancienneté',
    en: 'Columns of what is open by age',
  },
} as const;

/** What the summary takes from the sheets of a currency. */
export type SummaryPart = {
  readonly part: CurrencyPart;
  readonly ageing: readonly PlacedTable[];
  readonly items: readonly PlacedTable[];
  readonly clients: ReadonlyMap<number, Page>; // their own pages
  readonly dsoChart: Omit<Chart, 'anchor'> | null;
};

const CHART_ROWS = 12;
const A4_POINTS = 742; // height of A4 between the margins
const WIDEST_SCALE = 80; // percent: the grid fills the width of A4

/** Fills the summary, which stands first in the workbook and is written last. */
export function putSummary(
  page: Page,
  draft: Draft,
  report: Report,
  parts: readonly SummaryPart[],
  places: Places,
): void {
  prepareGrid(page);
  const cursor: Cursor = { page, row: 1, height: 0 };
  let tallest = 0;
  parts.forEach((summary, at) => {
    cursor.height = 0;
    putTop(cursor, draft, summary.part.answers.currency, parts.length > 1);
    if (at === 0) putBanners(cursor, draft, report, places);
    putCurrency(cursor, summary, places);
    tallest = Math.max(tallest, cursor.height);
    if (at < parts.length - 1) page.sheet.getRow(cursor.row - 1).addPageBreak();
  });
  if (parts.length === 0) putEmpty(cursor, draft, report, places);
  const lastColumn = columnLetter(chartColumn(GRID_COLUMNS));
  page.sheet.pageSetup.scale = Math.min(WIDEST_SCALE, Math.floor((100 * A4_POINTS) / Math.max(1, tallest)));
  page.sheet.pageSetup.printArea = fixedArea(lastColumn, cursor.row - 1);
}

function putTop(cursor: Cursor, draft: Draft, currency: string, several: boolean): void {
  const { language } = draft;
  const amounts = say(WORDS.currency, language, { currency });
  cellOf(cursor, 0, GRID_COLUMNS, draft.company, TITLE);
  nextRow(cursor, 27);
  const title = [say(WORDS.title, language, { day: draft.dayText }), amounts];
  if (several) title.push(say(WORDS.never, language));
  cellOf(cursor, 0, GRID_COLUMNS, title.join(' · '), SUBTITLE);
  nextRow(cursor, 18);
  gap(cursor);
}

function putEmpty(cursor: Cursor, draft: Draft, report: Report, places: Places): void {
  putTop(cursor, draft, report.register.settings.currency, false);
  putBanners(cursor, draft, report, places);
  cellOf(cursor, 0, GRID_COLUMNS, say(WORDS.nothing, draft.language), SUBTITLE);
  nextRow(cursor, 18);
}

function putCurrency(
  cursor: Cursor,
  { part, ageing, clients, items, dsoChart }: SummaryPart,
  { problems }: Places,
): void {
  const { language } = part.draft;
  putTiles(cursor, part);
  gap(cursor);
  putWeek(cursor, part);
  putPriorities(cursor, part, { ageing, clients, items, problems });
  gap(cursor);
  heading(cursor, say(WORDS.charts, language));
  nextRow(cursor, 21);
  nextRow(cursor, 5); // keeps the heading’s rule in sight
  const top = cursor.row - 1; // counted from 0
  for (let row = 0; row < CHART_ROWS; row++) nextRow(cursor, 15);
  gap(cursor);
  const cells = putAgeingAndLargest(cursor, part, ageing);
  gap(cursor);
  putKeyFigures(cursor, part, ageing);
  const place = { top, bottom: top + CHART_ROWS };
  const { charts } = cursor.page;
  charts.push({
    ...ageingChart(part, cells),
    anchor: { ...place, left: chartColumn(0), right: chartColumn(dsoChart ? LEFT_COLUMNS : GRID_COLUMNS) },
  });
  if (dsoChart) {
    charts.push({
      ...dsoChart,
      anchor: { ...place, left: chartColumn(RIGHT), right: chartColumn(GRID_COLUMNS) },
    });
  }
}

function ageingChart({ answers, draft }: CurrencyPart, cells: AgeingCells): Omit<Chart, 'anchor'> {
  const { currency } = answers;
  const values = AGEING_BUCKETS.map((bucket) => decimalNumber(answers.ageing.total[bucket], currency));
  return {
    kind: 'columns',
    title: say(WORDS.ageingChart, draft.language),
    description: say(WORDS.ageingChartSays, draft.language),
    categories: cells.names,
    series: [
      {
        name: cells.header,
        values: { cells: cells.amounts, values, format: amountFormat(currency) },
        colour: BUCKET_COLOURS[0],
        pointColours: BUCKET_COLOURS,
      },
    ],
    labels: true,
    axisFormat: WHOLE_FORMAT,
  };
}
