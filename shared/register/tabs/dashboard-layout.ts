/** Where things stand on the dashboard tab: the add-on fills these cells and draws its charts from them. Rows and columns from 1. */
import type { Language, Words } from '../../base/words.ts';

export const DASHBOARD_TITLE: Words = { fr: 'Tableau de bord', en: 'Dashboard' };

/** Cells from the top left corner, rows by columns. */
export type Area = {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
};

const COLUMNS = 7;
const MONTHS = 12;
const BUCKETS = 5;
const OTHER_CURRENCIES = 4;
const CHART_ROWS = 16;
const TASK_ROWS = 9;

/** Rows below the tasks that are emptied: an older dashboard has its list of today there. */
const OLDER_ROWS = 61;

function area(row: number, column: number, rows: number, columns: number): Area {
  return { row, column, rows, columns };
}

const FIGURES_ROW = 4;
const TABLES_ROW = 8;
const CHARTS_ROW = TABLES_ROW + MONTHS + 2;
const TASKS_ROW = CHARTS_ROW + CHART_ROWS + 1;

/** The dashboard's parts. Tables begin with their header row, the section's name above them. */
export const DASHBOARD = {
  whole: area(1, 1, TASKS_ROW + OLDER_ROWS - 1, COLUMNS),
  heading: area(1, 1, 1, COLUMNS), // the title
  identity: area(2, 1, 1, 3), // company, day, currency
  figureLabels: area(FIGURES_ROW, 1, 1, 6),
  figures: area(FIGURES_ROW + 1, 1, 1, 6), // in the order of FIGURE_KEYS
  ageing: area(TABLES_ROW, 1, 1 + BUCKETS, 2), // bucket, amount
  currencies: area(TABLES_ROW + BUCKETS + 2, 1, 1 + OTHER_CURRENCIES, 3), // currency, open, overdue
  dso: area(TABLES_ROW, 4, 1 + MONTHS, 3), // month, DSO, overdue share
  charts: area(CHARTS_ROW, 1, CHART_ROWS, COLUMNS),
  tasks: area(TASKS_ROW, 1, TASK_ROWS, 2), // what is to be done today, how often
} as const;

export const FIGURE_KEYS = ['open', 'overdue', 'overdueShare', 'dso', 'reminders', 'unknown'] as const;
export type FigureKey = (typeof FIGURE_KEYS)[number];

export const FIGURE_LABELS: Readonly<Record<FigureKey, Words>> = {
  open: { fr: 'Encours clients', en: 'Receivables' },
  overdue: { fr: 'Échu', en: 'Overdue' },
  overdueShare: { fr: 'Part échue', en: 'Share overdue' },
  dso: { fr: 'DSO (jours)', en: 'DSO (days)' },
  reminders: { fr: 'Relances à faire', en: 'Reminders to make' },
  unknown: { fr: 'Envois à vérifier', en: 'Messages to check' },
};

/** The task that the sidebar looks for: what could not be read counts nowhere, so that no figure is right while it stands. */
export const CELLS_TO_MEND: Words = { fr: 'Cellules à corriger', en: 'Cells to be mended' };

export type ChartPlan = {
  readonly kind: 'column' | 'line';
  readonly title: Words;
  readonly source: Area; // header row first; the first column names the others’ values
  readonly at: { readonly row: number; readonly column: number };
  readonly width: number; // pixels
  readonly height: number;
  readonly colours: readonly string[];
};

/** The native charts, each over cells the add-on fills. */
export const DASHBOARD_CHARTS: readonly ChartPlan[] = [
  {
    kind: 'column',
    title: { fr: 'Balance âgée', en: 'Ageing' },
    source: DASHBOARD.ageing,
    at: { row: CHARTS_ROW, column: 1 },
    width: 500,
    height: 320,
    colours: ['#1f6f8b'],
  },
  {
    kind: 'line',
    title: { fr: 'DSO sur douze mois (jours)', en: 'DSO over twelve months (days)' },
    source: { ...DASHBOARD.dso, columns: 2 },
    at: { row: CHARTS_ROW, column: 4 },
    width: 560,
    height: 320,
    colours: ['#c2571a'],
  },
];

/** The looks of a whole tab, each applied on those before it. */
export type BoardLooks = {
  readonly widths: readonly number[]; // pixels of the columns
  readonly heights: readonly { readonly row: number; readonly height: number }[]; // of the rows that are higher than others
  readonly areas: readonly AreaLook[];
};

/** Pixels of the columns. */
const DASHBOARD_WIDTHS: readonly number[] = [230, 170, 120, 100, 130, 230, 230];

/** How some cells look; what is not said stays as it is. */
export type AreaLook = {
  readonly area: Area;
  readonly format?: string;
  readonly bold?: true;
  readonly size?: number;
  readonly colour?: string;
  readonly background?: string;
  readonly align?: 'left' | 'right' | 'center';
  readonly isWrapped?: true;
  readonly isCentred?: true; // in the height of its row
};

/** Pixels of the rows that are higher than others. */
const DASHBOARD_HEIGHTS: readonly { readonly row: number; readonly height: number }[] = [
  { row: DASHBOARD.heading.row, height: 36 },
  { row: DASHBOARD.figures.row, height: 32 },
];

const INK = '#1f2937';
const QUIET = '#6b7280';
const BAND = '#eef2f5';
const AMOUNT = '#,##0.00';

/** The first row of a table. */
function headerOf({ column, columns, row }: Area): Area {
  return area(row, column, 1, columns);
}

/** One column of a table, without its header. @param at from 0 */
function columnOf({ column, row, rows }: Area, at: number): Area {
  return area(row + 1, column + at, rows - 1, 1);
}

/** A column of figures ends where its header ends. @param at from 0 */
function figuresOf(part: Area, at: number, format: string): readonly AreaLook[] {
  const header = area(part.row, part.column + at, 1, 1);
  return [
    { area: header, align: 'right' },
    { area: columnOf(part, at), format, align: 'right' },
  ];
}

/** One figure. */
function figureAt(key: FigureKey): Area {
  return area(DASHBOARD.figures.row, FIGURE_KEYS.indexOf(key) + 1, 1, 1);
}

function band(part: Area): AreaLook {
  return { area: headerOf(part), bold: true, colour: INK, background: BAND };
}

/** How the dashboard looks when it is made. */
export function dashboardLooks(language: Language): BoardLooks {
  const areas = areaLooks(language === 'fr' ? 'dd/mm/yyyy' : 'yyyy-mm-dd');
  return { widths: DASHBOARD_WIDTHS, heights: DASHBOARD_HEIGHTS, areas };
}

function areaLooks(dateFormat: string): readonly AreaLook[] {
  const { ageing, currencies, dso, figureLabels, figures, heading, identity, tasks } = DASHBOARD;
  const { column, row } = identity;
  return [
    { area: heading, bold: true, size: 18, colour: INK },
    { area: identity, colour: QUIET, align: 'left' },
    { area: area(row, column + 1, 1, 1), format: dateFormat },
    { area: figureLabels, colour: QUIET, align: 'left' },
    { area: figures, bold: true, size: 16, colour: INK, align: 'left', format: '0' },
    { area: figureAt('open'), format: AMOUNT },
    { area: figureAt('overdue'), format: AMOUNT, colour: '#a4262c' },
    { area: figureAt('overdueShare'), format: '0%' },
    { area: figureAt('dso'), format: '0.0' },
    band(ageing),
    ...figuresOf(ageing, 1, AMOUNT),
    ...figuresOf(currencies, 1, AMOUNT),
    ...figuresOf(currencies, 2, AMOUNT),
    band(dso),
    { area: columnOf(dso, 0), format: '@' },
    ...figuresOf(dso, 1, '0.0'),
    ...figuresOf(dso, 2, '0%'),
    band(tasks),
    ...figuresOf(tasks, 1, '0'),
  ];
}
