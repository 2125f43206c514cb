/** When each open item is expected, soonest first, and how likely it is late. */
import type { ForecastItem } from '../../../shared/insight/forecast/forecast.ts';
import type { OpenItem } from '../../../shared/receivables/ledger.ts';
import { clientColumns } from '../client-columns.ts';
import type { CurrencyPart } from '../currency-part.ts';
import { dataBar } from '../rules.ts';
import type { Column } from '../table/table.ts';
import { addTableSheets } from '../table/table-sheet.ts';
import { LABELS, SHEET_NAMES, say } from '../words.ts';

const WORDS = {
  items: { fr: 'Dates de règlement attendues', en: 'Expected payment dates' },
  itemsNote: {
    fr: 'l’intervalle contient quatre cas sur cinq',
    en: 'the range holds four cases of five',
  },
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
} as const;

type Row = { readonly item: OpenItem; readonly forecast: ForecastItem };

/** Adds nothing where nothing is open, or nothing can be foretold. */
export function addForecastItemsSheet(part: CurrencyPart): void {
  const { answers, draft } = part;
  const { language } = draft;
  const { value } = answers.forecast;
  const rows =
    value === null ? [] : answers.items.map((item, at): Row => ({ item, forecast: value.items[at] }));
  if (rows.length === 0) return;
  rows.sort((a, b) => a.forecast.expectedOn - b.forecast.expectedOn); // of one day: oldest due date first
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
      whenEmpty: '',
    },
  );
}

type Header = (key: keyof typeof WORDS) => string;

function itemColumns(part: CurrencyPart): readonly Column<Row>[] {
  const { language } = part.draft;
  const { invoices } = part.report.register;
  const header: Header = (key) => say(WORDS[key], language);
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
    ...(['expectedOn', 'p10', 'p90'] as const).map(
      (key): Column<Row> => ({
        key,
        header: header(key),
        kind: 'day',
        cell: ({ forecast }) => forecast[key],
      }),
    ),
    ...chanceColumns(header),
  ];
}

/** A bar only behind what is bad news. */
function chanceColumns(header: Header): readonly Column<Row>[] {
  return [
    { key: 'late', header: header('late'), kind: 'share', width: 12, cell: ({ forecast }) => forecast.late },
    {
      key: 'lateBy30',
      header: header('lateBy30'),
      kind: 'share',
      width: 15,
      cell: ({ forecast }) => forecast.lateBy30,
      rules: [dataBar(1, 1)],
    },
    {
      key: 'within',
      header: header('within'),
      kind: 'share',
      width: 16,
      cell: ({ forecast }) => forecast.paidWithinYear,
    },
  ];
}
