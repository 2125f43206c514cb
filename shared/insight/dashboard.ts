/** The dashboard: the few figures, tables and tasks one looks at in the morning, as cells. */
import { type DayNumber, serialOfDay, yearMonthDay } from '../base/civil-date.ts';
import { decimalNumber } from '../base/money.ts';
import type { Cell } from '../base/problem.ts';
import type { Language, Words } from '../base/words.ts';
import { AGEING_BUCKETS, type AgeingBucket, ageItems } from '../receivables/ageing.ts';
import { type DsoMeasures, measureDso } from '../receivables/dso.ts';
import { type ClientBalance, type Ledger, type OpenItem, sumBalances } from '../receivables/ledger.ts';
import {
  type Area,
  DASHBOARD,
  FIGURE_KEYS,
  FIGURE_LABELS,
  type FigureKey,
} from '../register/tabs/dashboard-layout.ts';

/** What is open in one currency on the day. */
export type DashboardPosition = {
  readonly currency: number; // index into the register's currencies
  readonly items: readonly OpenItem[];
  readonly balances: readonly ClientBalance[];
};

/** Things to do today, of one sort. */
export type TaskCount = { readonly what: string; readonly count: number };

export type DashboardInput = {
  readonly ledger: Ledger;
  readonly asOf: DayNumber;
  readonly language: Language;
  readonly positions: readonly DashboardPosition[]; // every currency's, the register's own first
  readonly reminders: number;
  readonly unknown: number; // messages of which nobody knows whether they left
  readonly tasks: readonly TaskCount[];
  readonly listed: string; // where they stand one by one
};

/** The whole tab, as many cells as it ever has: what is empty clears what stood there. */
export function dashboardCells(input: DashboardInput): readonly (readonly Cell[])[] {
  const { rows, columns } = DASHBOARD.whole;
  const cells: Cell[][] = Array.from({ length: rows }, () => Array.from({ length: columns }, () => null));
  const dso = measureDso(input.ledger, 0, input.asOf);
  put(cells, DASHBOARD.heading, [[TITLE[input.language]]]);
  put(cells, DASHBOARD.identity, [identityOf(input)]);
  put(cells, DASHBOARD.figureLabels, [FIGURE_KEYS.map((key) => FIGURE_LABELS[key][input.language])]);
  const figures = figuresOf(input, dso);
  put(cells, DASHBOARD.figures, [FIGURE_KEYS.map((key) => figures[key])]);
  put(cells, DASHBOARD.ageing, ageingTable(input));
  put(cells, DASHBOARD.currencies, currenciesTable(input));
  put(cells, DASHBOARD.dso, dsoTable(input, dso));
  put(cells, DASHBOARD.tasks, tasksTable(input));
  return cells;
}

/** Rows and cells beyond the area are left out. */
function put(
  cells: Cell[][],
  { column, columns, row, rows }: Area,
  block: readonly (readonly Cell[])[],
): void {
  block.slice(0, rows).forEach((line, r) => {
    line.slice(0, columns).forEach((cell, c) => {
      cells[row - 1 + r][column - 1 + c] = cell;
    });
  });
}

const TITLE: Words = { fr: 'Tableau de bord', en: 'Dashboard' };

function identityOf({ asOf, ledger }: DashboardInput): readonly Cell[] {
  const { companyName, currency } = ledger.register.settings;
  return [companyName, serialOfDay(asOf), currency];
}

type Figures = Readonly<Record<FigureKey, Cell>>;

function figuresOf({ ledger, positions, reminders, unknown }: DashboardInput, dso: DsoMeasures): Figures {
  const { currency } = ledger.register.settings;
  const own = positions.find((position) => position.currency === 0);
  const { open, overdue } = sumBalances(own ? own.balances : []);
  return {
    open: decimalNumber(open, currency),
    overdue: decimalNumber(overdue, currency),
    overdueShare: open > 0 ? overdue / open : 0,
    dso: dso.countBack.value === null ? null : Math.round(dso.countBack.value * 10) / 10,
    reminders,
    unknown,
  };
}

const BUCKET_WORDS: Readonly<Record<AgeingBucket, Words>> = {
  notDue: { fr: 'Non échu', en: 'Not due' },
  d1to30: { fr: '1 à 30 jours', en: '1–30 days' },
  d31to60: { fr: '31 à 60 jours', en: '31–60 days' },
  d61to90: { fr: '61 à 90 jours', en: '61–90 days' },
  d90plus: { fr: 'Plus de 90 jours', en: 'Over 90 days' },
};

function ageingTable({ asOf, language, ledger, positions }: DashboardInput): readonly (readonly Cell[])[] {
  const { currency, agedBy } = ledger.register.settings;
  const own = positions.find((position) => position.currency === 0);
  const ageing = ageItems(ledger.register, own ? own.items : [], asOf, agedBy);
  const header = language === 'fr' ? ['Balance âgée', 'Montant'] : ['Ageing', 'Amount'];
  const rows = AGEING_BUCKETS.map((bucket) => [
    BUCKET_WORDS[bucket][language],
    decimalNumber(ageing[bucket], currency),
  ]);
  return [header, ...rows];
}

/** The other currencies, which are never added to the register's own. */
function currenciesTable({ language, ledger, positions }: DashboardInput): readonly (readonly Cell[])[] {
  const { currencies } = ledger.register;
  const rows = positions
    .filter(({ currency, items }) => currency !== 0 && items.length > 0)
    .map(({ balances, currency }) => {
      const { open, overdue } = sumBalances(balances);
      const code = currencies[currency];
      return [code, decimalNumber(open, code), decimalNumber(overdue, code)];
    });
  if (rows.length === 0) return [];
  const header =
    language === 'fr' ? ['Autres devises', 'Encours', 'Échu'] : ['Other currencies', 'Open', 'Overdue'];
  return [header, ...rows];
}

function dsoTable({ language }: DashboardInput, { monthly }: DsoMeasures): readonly (readonly Cell[])[] {
  const header = language === 'fr' ? ['Mois', 'DSO', 'Part échue'] : ['Month', 'DSO', 'Share overdue'];
  const months = monthly.slice(-(DASHBOARD.dso.rows - 1));
  const rows = months.map(({ closing, countBack, end, overdue }) => [
    monthText(end, language),
    countBack.value === null ? null : Math.round(countBack.value * 10) / 10,
    closing > 0 ? overdue / closing : null,
  ]);
  return [header, ...rows];
}

/** Short, so that twelve stand below a chart; text, so that no sheet takes it for a day. */
function monthText(day: DayNumber, language: Language): string {
  const { month, year } = yearMonthDay(day);
  return `${MONTHS[language][month - 1]} ${String(year).slice(2)}`;
}

const MONTHS: Readonly<Record<Language, readonly string[]>> = {
  fr: 'janv.,févr.,mars,avr.,mai,juin,juil.,août,sept.,oct.,nov.,déc.'.split(','),
  en: 'Jan,Feb,Mar,Apr,May,Jun,Jul,Aug,Sep,Oct,Nov,Dec'.split(','),
};

/** How much there is of each sort; which ones, another tab says. */
function tasksTable({ language, listed, tasks }: DashboardInput): readonly (readonly Cell[])[] {
  const header = language === 'fr' ? ['À faire aujourd’hui', 'Nombre'] : ['To do today', 'Number'];
  const rows = tasks.filter(({ count }) => count > 0).map(({ count, what }) => [what, count]);
  return rows.length === 0 ? [header, [NOTHING_TO_DO[language]]] : [header, ...rows, [listed]];
}

const NOTHING_TO_DO: Words = { fr: 'Rien à faire aujourd’hui.', en: 'Nothing to do today.' };
