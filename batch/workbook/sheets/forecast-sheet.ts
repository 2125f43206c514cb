/** What comes in over the next 13 weeks: a chart with its range, the weeks in figures, and what no week holds. */
import { serialOfDay } from '../../../shared/base/civil-date.ts';
import { decimalNumber } from '../../../shared/base/money.ts';
import { moneyText, numberText } from '../../../shared/base/numbers-text.ts';
import type { Forecast } from '../../../shared/insight/forecast/forecast.ts';
import type { CurrencyPart } from '../currency-part.ts';
import { amountFormat, WHOLE_FORMAT } from '../formats.ts';
import { GREY, NAVY, proseStyle, SUBTITLE, TEAL, TITLE } from '../style.ts';
import { putTable } from '../table/put-table.ts';
import type { Column, Placed, Table } from '../table/table.ts';
import { wrappedLines } from '../table/text-width.ts';
import { SHEET_NAMES, say } from '../words.ts';
import type { Chart, Series } from '../xlsx/chart-xml.ts';
import { addPage, linesHeight, type Page, put, rangeOf } from '../xlsx/page.ts';
import { COLUMN_WIDTH, COLUMNS, HEADER_HEIGHT, putBackTests, putEffect } from './forecast-past.ts';

const WORDS = {
  title: { fr: 'Encaissements attendus sur 13 semaines', en: 'Cash expected over 13 weeks' },
  note: {
    fr: 'encours seulement ; quatre semaines sur cinq tombent dans la fourchette',
    en: 'open items only; four weeks of five fall within the range',
  },
  none: {
    fr: 'Aucune facture n’a encore été payée : il n’y a rien sur quoi fonder une prévision.',
    en: 'No invoice was ever paid: there is nothing to base a forecast on.',
  },
  nothing: {
    fr: 'Rien n’est ouvert : il n’y a rien à prévoir.',
    en: 'Nothing is open: there is nothing to foretell.',
  },
  from: { fr: 'Semaine du', en: 'Week from' },
  low: { fr: 'Fourchette basse', en: 'Low' },
  expected: { fr: 'Attendu', en: 'Expected' },
  high: { fr: 'Fourchette haute', en: 'High' },
  running: { fr: 'Attendu, cumulé', en: 'Expected, running' },
  chased: { fr: 'Si tout l’échu est relancé', en: 'If all overdue is chased' },
  total: { fr: 'Total sur 13 semaines', en: 'Total over 13 weeks' },
  chart: { fr: 'Encaissements attendus par semaine', en: 'Cash expected by week' },
  chartSays: {
    fr: 'Courbes du montant attendu et de sa fourchette, semaine par semaine',
    en: 'Lines of the expected amount and its range, week by week',
  },
  later: { fr: 'Plus tard, ou jamais : {amount}.', en: 'Later, or never: {amount}.' },
  disputed: { fr: 'En litige, à part : {amount}.', en: 'Disputed, apart: {amount}.' },
  unapplied: {
    fr: 'Déjà couvert par des règlements ou avoirs à imputer : {amount}.',
    en: 'Covered already by money or credit to be applied: {amount}.',
  },
  chasedNote: {
    fr: 'Relancer : après {reminders} relances passées, un règlement est venu {times} fois aussi souvent dans les deux semaines. Estimation haute : un client déjà relancé peut ne pas réagir deux fois.',
    en: 'Chasing: after {reminders} past reminders a payment came {times} times as often within two weeks. A high estimate: a client reminded before may not react twice.',
  },
  fewReminders: {
    fr: 'L’effet d’une relance générale n’est pas estimé : moins de vingt relances passées.',
    en: 'What chasing everything would bring is not estimated: fewer than twenty past reminders.',
  },
} as const;

const CHART_TOP = 3; // counted from 0
const CHART_ROWS = 15;
const TABLE_TOP = CHART_TOP + CHART_ROWS + 2;

type Week = {
  readonly from: number;
  readonly expected: number;
  readonly low: number;
  readonly high: number;
  readonly running: number;
  readonly chased: number | null;
};

export function addForecastSheet(part: CurrencyPart): void {
  const { answers, draft } = part;
  const { language } = draft;
  const page = addPage(draft, part.sheetName(SHEET_NAMES.forecast), {
    tab: TEAL,
    landscape: false,
    onePage: true,
  });
  put(page, 1, 1, say(WORDS.title, language), TITLE, COLUMNS);
  put(page, 2, 1, `${part.subtitle} · ${say(WORDS.note, language)}`, SUBTITLE, COLUMNS);
  page.sheet.getRow(1).height = 26;
  page.sheet.getRow(2).height = 18;
  for (let column = 1; column <= COLUMNS; column++) page.sheet.getColumn(column).width = COLUMN_WIDTH;
  const why = answers.items.length === 0 ? WORDS.nothing : WORDS.none;
  if (answers.forecast.value === null || answers.items.length === 0) {
    put(page, 4, 1, say(why, language), proseStyle(GREY, { italic: true }), COLUMNS);
    return;
  }
  const table = weeksTable(part, answers.forecast.value);
  const place = putTable(page, table, TABLE_TOP, language);
  page.sheet.getRow(place.headerRow).height = HEADER_HEIGHT;
  page.charts.push(chartOf(page, part, place, table.rows));
  const below = putNotes(page, part, answers.forecast.value, place.lastRow + 2);
  putBackTests(page, part, putEffect(page, part, below + 1) + 1);
}

function weeksTable(part: CurrencyPart, forecast: Forecast): Table<Week> {
  const { language } = part.draft;
  let running = 0;
  const rows = forecast.weeks.map(({ expected, from, high, low }, at): Week => {
    running += expected;
    return { from, expected, low, high, running, chased: forecast.chased.value?.weeks[at] ?? null };
  });
  const amount = (key: Exclude<keyof Week, 'from'>, total: boolean): Column<Week> => ({
    key,
    header: say(WORDS[key], language),
    kind: 'amount',
    cell: (week) => week[key],
    ...(total ? { total: 'sum' as const } : {}),
  });
  return {
    columns: [
      { key: 'from', header: say(WORDS.from, language), kind: 'day', cell: ({ from }) => from },
      amount('low', false),
      amount('expected', true),
      amount('high', false),
      amount('running', false),
      ...(forecast.chased.value === null ? [] : [amount('chased', true)]),
    ],
    rows,
    currency: part.answers.currency,
    totalLabel: say(WORDS.total, language),
    whenEmpty: '',
  };
}

function chartOf(page: Page, part: CurrencyPart, place: Placed, weeks: readonly Week[]): Chart {
  const { language } = part.draft;
  const { currency } = part.answers;
  const series = (key: 'low' | 'expected' | 'high', colour: string): Series => ({
    name: {
      cells: rangeOf(page, `${place.column(key)}${place.headerRow}`),
      texts: [say(WORDS[key], language)],
    },
    values: {
      cells: rangeOf(page, place.range(key)),
      values: weeks.map((week) => decimalNumber(week[key], currency)),
      format: amountFormat(currency),
    },
    colour,
  });
  return {
    kind: 'line',
    title: say(WORDS.chart, language),
    description: say(WORDS.chartSays, language),
    categories: {
      cells: rangeOf(page, place.range('from')),
      values: weeks.map(({ from }) => serialOfDay(from)),
      format: language === 'fr' ? 'dd/mm' : 'd mmm',
    },
    step: 'weeks',
    series: [series('high', '9FB3C8'), series('expected', NAVY), series('low', '9FB3C8')],
    labels: false,
    axisFormat: WHOLE_FORMAT,
    anchor: { left: 0, right: COLUMNS, top: CHART_TOP, bottom: CHART_TOP + CHART_ROWS },
  };
}

/** @returns the row below */
function putNotes(page: Page, part: CurrencyPart, forecast: Forecast, top: number): number {
  const { language } = part.draft;
  const { currency } = part.answers;
  const amount = (minor: number): { readonly amount: string } => ({
    amount: moneyText(minor, currency, language),
  });
  const { chased, disputedApart, later, unapplied } = forecast;
  const notes = [
    say(WORDS.later, language, amount(later)),
    ...(disputedApart > 0 ? [say(WORDS.disputed, language, amount(disputedApart))] : []),
    ...(unapplied > 0 ? [say(WORDS.unapplied, language, amount(unapplied))] : []),
    chased.value === null
      ? say(WORDS.fewReminders, language)
      : say(WORDS.chasedNote, language, {
          reminders: numberText(chased.value.reminders, 0, language),
          times: numberText(chased.value.times, 1, language),
        }),
  ];
  notes.forEach((note, at) => {
    put(page, top + at, 1, note, proseStyle(GREY), COLUMNS);
    page.sheet.getRow(top + at).height = linesHeight(wrappedLines(note, COLUMNS * COLUMN_WIDTH - 2), 3);
  });
  return top + notes.length;
}
