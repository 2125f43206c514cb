/** When each open item is expected, and how likely it is late; and what the forecasts of some weeks ago said, against what came. */
import type { BackTest } from '../../shared/insight/back-test.ts';
import type { ForecastItem } from '../../shared/insight/forecast.ts';
import type { OpenItem } from '../../shared/receivables/ledger.ts';
import { clientColumns } from './client-columns.ts';
import type { CurrencyPart } from './currency-part.ts';
import { dataBar } from './rules.ts';
import type { Column } from './table.ts';
import { addTableSheets } from './table-sheet.ts';
import { LABELS, SHEET_NAMES, say } from './words.ts';

const WORDS = {
  items: { fr: 'Dates de règlement attendues', en: 'Expected payment dates' },
  itemsNote: {
    fr: 'l’intervalle contient quatre cas sur cinq',
    en: 'the range holds four cases of five',
  },
  none: { fr: 'Rien à prévoir.', en: 'Nothing to foresee.' },
  invoice: { fr: 'Facture', en: 'Invoice' },
  instalment: { fr: 'Échéance n°', en: 'Instalment' },
  due: { fr: 'Échéance', en: 'Due date' },
  open: { fr: 'Reste dû', en: 'Open' },
  expectedOn: { fr: 'Attendue le', en: 'Expected on' },
  p10: { fr: 'Au plus tôt', en: 'From' },
  p90: { fr: 'Au plus tard', en: 'To' },
  late: { fr: 'Risque de retard', en: 'Chance late' },
  lateBy30: { fr: 'Risque de plus de 30 jours', en: 'Chance over 30 days late' },
  within: { fr: 'Chance d’être payée dans l’année', en: 'Chance paid within a year' },
  past: { fr: 'Ce que disaient les prévisions passées', en: 'What past forecasts said' },
  pastNote: {
    fr: 'chacune refaite avec ce que le registre savait ce jour-là',
    en: 'each made again from what the register knew that day',
  },
  weeksAgo: { fr: 'Il y a (semaines)', en: 'Weeks ago' },
  madeOn: { fr: 'Faite le', en: 'Made on' },
  expected: { fr: 'Annoncé depuis', en: 'Foretold since' },
  came: { fr: 'Rentré', en: 'Came' },
  error: { fr: 'Écart', en: 'Difference' },
  ofNew: { fr: 'Rentré, factures émises depuis', en: 'Came, invoices issued since' },
  disputed: { fr: 'Rentré, litiges', en: 'Came, disputed' },
  unassigned: { fr: 'Rentré, sans facture', en: 'Came, without invoice' },
  meanError: { fr: 'Erreur moyenne des dates (jours)', en: 'Mean error of dates (days)' },
  inRange: { fr: 'Dans l’intervalle', en: 'Within the range' },
} as const;

type Row = { readonly item: OpenItem; readonly forecast: ForecastItem };

export function addForecastItemsSheet(part: CurrencyPart): void {
  const { answers, draft } = part;
  const { language } = draft;
  const { value } = answers.forecast;
  const rows =
    value === null ? [] : answers.items.map((item, at): Row => ({ item, forecast: value.items[at] }));
  addTableSheets(
    draft,
    {
      name: part.sheetName(SHEET_NAMES.forecastItems),
      title: say(WORDS.items, language),
      subtitle: `${part.subtitle} · ${say(WORDS.itemsNote, language)}`,
      frozenColumns: 1,
    },
    {
      columns: itemColumns(part),
      rows,
      currency: answers.currency,
      totalLabel: say(LABELS.shownTotal, language),
      whenEmpty: say(WORDS.none, language),
    },
  );
}

function itemColumns(part: CurrencyPart): readonly Column<Row>[] {
  const { language } = part.draft;
  const { invoices } = part.report.register;
  const header = (key: keyof typeof WORDS): string => say(WORDS[key], language);
  const share = (key: string, text: string, cell: (row: Row) => number, priority: number): Column<Row> => ({
    key,
    header: text,
    kind: 'share',
    cell,
    rules: [dataBar(1, priority)],
  });
  return [
    {
      key: 'invoice',
      header: header('invoice'),
      kind: 'text',
      cell: ({ item }) => invoices.numberAt(item.invoice),
    },
    { key: 'instalment', header: header('instalment'), kind: 'ordinal', cell: ({ item }) => item.instalment },
    ...clientColumns<Row>(part, 'word', ({ item }) => invoices.client[item.invoice]),
    { key: 'due', header: header('due'), kind: 'day', cell: ({ item }) => item.dueDay },
    { key: 'open', header: header('open'), kind: 'amount', cell: ({ item }) => item.open, total: 'sum' },
    {
      key: 'expectedOn',
      header: header('expectedOn'),
      kind: 'day',
      cell: ({ forecast }) => forecast.expectedOn,
    },
    { key: 'p10', header: header('p10'), kind: 'day', cell: ({ forecast }) => forecast.p10 },
    { key: 'p90', header: header('p90'), kind: 'day', cell: ({ forecast }) => forecast.p90 },
    share('late', header('late'), ({ forecast }) => forecast.late, 11),
    share('lateBy30', header('lateBy30'), ({ forecast }) => forecast.lateBy30, 12),
    share('within', header('within'), ({ forecast }) => forecast.paidWithinYear, 13),
  ];
}

export function addBackTestSheet(part: CurrencyPart): void {
  const { answers, draft } = part;
  const { language } = draft;
  addTableSheets(
    draft,
    {
      name: part.sheetName(SHEET_NAMES.backTest),
      title: say(WORDS.past, language),
      subtitle: `${part.subtitle} · ${say(WORDS.pastNote, language)}`,
      frozenColumns: 0,
    },
    {
      columns: backTestColumns((key) => say(WORDS[key], language)),
      rows: answers.backTests.filter(({ reason }) => reason === null),
      currency: answers.currency,
      totalLabel: '',
      whenEmpty: say(WORDS.none, language),
    },
  );
}

function backTestColumns(header: (key: keyof typeof WORDS) => string): readonly Column<BackTest>[] {
  const amount = (key: keyof typeof WORDS, cell: (test: BackTest) => number): Column<BackTest> => ({
    key,
    header: header(key),
    kind: 'amount',
    cell,
  });
  return [
    { key: 'weeksAgo', header: header('weeksAgo'), kind: 'ordinal', cell: ({ weeksAgo }) => weeksAgo },
    { key: 'madeOn', header: header('madeOn'), kind: 'day', cell: ({ madeOn }) => madeOn },
    amount('expected', ({ expected }) => expected),
    amount('came', ({ came }) => came),
    {
      key: 'error',
      header: header('error'),
      kind: 'share',
      cell: ({ came, expected }) => (expected === 0 ? null : (came - expected) / expected),
    },
    amount('ofNew', ({ cameOfNew }) => cameOfNew),
    amount('disputed', ({ cameOfDisputed }) => cameOfDisputed),
    amount('unassigned', ({ cameWithoutInvoice }) => cameWithoutInvoice),
    { key: 'meanError', header: header('meanError'), kind: 'days', cell: ({ dates }) => dates.meanError },
    {
      key: 'inRange',
      header: header('inRange'),
      kind: 'share',
      cell: ({ dates: { closed, within } }) => (closed === 0 ? null : within / closed),
    },
  ];
}
