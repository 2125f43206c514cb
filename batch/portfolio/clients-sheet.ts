/** The clients of all firms, most overdue first. */
import { numberText } from '../../shared/base/numbers-text.ts';
import { redBeyond } from '../workbook/rules.ts';
import type { Column } from '../workbook/table/table.ts';
import { addTableSheets } from '../workbook/table/table-sheet.ts';
import { LABELS, say } from '../workbook/words.ts';
import { type ClientRow, MOST_CLIENT_ROWS } from './overview.ts';
import type { OverviewPart } from './overview-part.ts';
import { MOST_CLIENTS } from './summary.ts';

const WORDS = {
  sheet: { fr: 'Débiteurs', en: 'Debtors' },
  title: { fr: 'Débiteurs, tous dossiers confondus', en: 'Debtors across firms' },
  note: {
    fr: 'les {rows} premiers, pris parmi les {clients} de chaque dossier les plus en retard',
    en: 'the first {rows}, out of each firm’s {clients} most overdue',
  },
  empty: { fr: 'Personne ne doit rien.', en: 'Nobody owes anything.' },
  rank: { fr: 'Rang', en: 'Rank' },
  firm: { fr: 'Dossier', en: 'Firm' },
  legalId: { fr: 'SIREN ou identifiant', en: 'Legal id' },
  oldest: { fr: 'Plus ancien retard (jours)', en: 'Oldest overdue (days)' },
  grade: { fr: 'Note de risque', en: 'Risk grade' },
  unknown: { fr: 'inconnue', en: 'unknown' },
  atRisk: { fr: 'Argent exposé', en: 'Money at risk' },
  firms: { fr: 'Dossiers créanciers', en: 'Firms it owes' },
} as const;

type Ranked = ClientRow & { readonly rank: number };

export function addClientsSheet(part: OverviewPart): void {
  const { answers, draft } = part;
  const { language } = draft;
  const [rows, clients] = [MOST_CLIENT_ROWS, MOST_CLIENTS].map((most) => numberText(most, 0, language));
  addTableSheets(
    draft,
    {
      name: part.sheetName(WORDS.sheet),
      title: say(WORDS.title, language),
      subtitle: `${part.subtitle} · ${say(WORDS.note, language, { rows, clients })}`,
      frozenColumns: 2,
    },
    {
      columns: columnsOf(part),
      rows: answers.clients.map((client, at): Ranked => ({ ...client, rank: at + 1 })),
      currency: answers.currency,
      totalLabel: say(LABELS.shownTotal, language),
      whenEmpty: say(WORDS.empty, language),
    },
  );
}

function columnsOf({ draft }: OverviewPart): readonly Column<Ranked>[] {
  const { language } = draft;
  const header = (key: keyof typeof WORDS): string => say(WORDS[key], language);
  const label = (key: 'client' | 'code' | 'open' | 'overdue'): string => say(LABELS[key], language);
  return [
    { key: 'rank', header: header('rank'), kind: 'ordinal', cell: ({ rank }) => rank },
    { key: 'client', header: label('client'), kind: 'text', cell: ({ name }) => name },
    { key: 'firm', header: header('firm'), kind: 'word', cell: ({ firm }) => firm },
    { key: 'code', header: label('code'), kind: 'text', cell: ({ code }) => code },
    { key: 'legalId', header: header('legalId'), kind: 'text', cell: ({ legalId }) => legalId },
    amount('open', label('open'), ({ open }) => open),
    amount('overdue', label('overdue'), ({ overdue }) => overdue),
    {
      key: 'oldest',
      header: header('oldest'),
      kind: 'whole',
      cell: ({ oldestDays }) => (oldestDays > 0 ? oldestDays : null),
    },
    {
      key: 'grade',
      header: header('grade'),
      kind: 'word',
      cell: ({ grade }) => (grade === 'unknown' ? header('unknown') : grade),
      align: 'center',
    },
    amount('atRisk', header('atRisk'), ({ moneyAtRisk }) => moneyAtRisk),
    {
      key: 'firms',
      header: header('firms'),
      kind: 'whole',
      cell: ({ firms }) => firms,
      rules: [redBeyond('greaterThan', 1, 1)],
    },
  ];
}

/** A column of minor units, summed. */
function amount(key: string, header: string, cell: (row: Ranked) => number): Column<Ranked> {
  return { key, header, kind: 'amount', cell, total: 'sum' };
}
