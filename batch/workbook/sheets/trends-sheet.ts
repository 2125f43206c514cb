/** How each client paid in the last four quarters, those that got worse first. */
import { dayText } from '../../../shared/base/numbers-text.ts';
import type { Words } from '../../../shared/base/words.ts';
import type { ClientTrend, TrendDirection } from '../../../shared/insight/client-trends.ts';
import { clientColumns } from '../client-columns.ts';
import type { CurrencyPart } from '../currency-part.ts';
import { redBeyond } from '../rules.ts';
import { fill, font, INK } from '../style.ts';
import type { Column } from '../table/table.ts';
import { addTableSheets } from '../table/table-sheet.ts';
import { SHEET_NAMES, say } from '../words.ts';

const WORDS = {
  title: { fr: 'Clients : comment évoluent leurs retards', en: 'Clients: how their delays change' },
  note: {
    fr: 'jours de retard moyens des factures échues, par trimestre ; l’impayé compté jusqu’au jour du rapport',
    en: 'mean days late of invoices that fell due, by quarter; what is unpaid counted to the report’s day',
  },
  quarter: { fr: 'À partir du {day}', en: 'From {day}' },
  change: { fr: 'Évolution (jours)', en: 'Change (days)' },
  direction: { fr: 'Tendance', en: 'Trend' },
} as const;

const DIRECTIONS: Readonly<Record<TrendDirection, Words>> = {
  better: { fr: 'mieux', en: 'better' },
  steady: { fr: 'stable', en: 'steady' },
  worse: { fr: 'se dégrade', en: 'worse' },
  unknown: { fr: 'trop peu de factures', en: 'too few invoices' },
};

const DIRECTION_FILLS = [
  ['worse', 'F8CFC9'],
  ['better', 'D9EEDF'],
] as const;

/** Adds nothing where nothing fell due. */
export function addTrendsSheet(part: CurrencyPart): void {
  const { answers, draft } = part;
  if (answers.trends.length === 0) return;
  const { language } = draft;
  addTableSheets(
    draft,
    {
      name: part.sheetName(SHEET_NAMES.trends),
      title: say(WORDS.title, language),
      subtitle: `${draft.company} · ${draft.dayText} · ${say(WORDS.note, language)}`,
      frozenColumns: 2,
    },
    {
      columns: columnsOf(part),
      rows: answers.trends,
      currency: answers.currency,
      totalLabel: '',
      whenEmpty: '',
    },
  );
}

function columnsOf(part: CurrencyPart): readonly Column<ClientTrend>[] {
  const { language } = part.draft;
  const quarters = part.answers.trends[0]?.quarters ?? [];
  return [
    ...clientColumns<ClientTrend>(part, 'text', ({ client }) => client),
    {
      key: 'direction',
      header: say(WORDS.direction, language),
      kind: 'word',
      cell: ({ direction }) => say(DIRECTIONS[direction], language),
      rules: DIRECTION_FILLS.map(([direction, colour], at) => ({
        type: 'cellIs',
        operator: 'equal',
        formulae: [`"${say(DIRECTIONS[direction], language)}"`],
        priority: 51 + at,
        style: { fill: fill(colour), font: font(10, INK) },
      })),
    },
    {
      key: 'change',
      header: say(WORDS.change, language),
      kind: 'days',
      cell: ({ daysMore }) => daysMore,
      rules: [redBeyond('greaterThan', 0, 53)],
    },
    ...quarters.map(
      ({ from }, at): Column<ClientTrend> => ({
        key: `quarter${at}`,
        header: say(WORDS.quarter, language, { day: dayText(from, language) }),
        kind: 'days',
        cell: (trend) => trend.quarters[at].meanDaysLate,
      }),
    ),
  ];
}
