/** The firms, most overdue first; each name leads to the firm's workbook. */
import { dayNumber } from '../../shared/base/civil-date.ts';
import { numberText } from '../../shared/base/numbers-text.ts';
import { dataBar, redBeyond } from '../workbook/rules.ts';
import { LINK_FONT } from '../workbook/style.ts';
import type { Column } from '../workbook/table/table.ts';
import { addTableSheets } from '../workbook/table/table-sheet.ts';
import { LABELS, say } from '../workbook/words.ts';
import type { FirmRow } from './overview.ts';
import type { OverviewPart } from './overview-part.ts';

const WORDS = {
  sheet: { fr: 'Dossiers', en: 'Firms' },
  title: { fr: 'Dossiers du portefeuille', en: 'Firms of the portfolio' },
  all: { fr: 'dossiers tous traités ({registers})', en: 'all firms done ({registers})' },
  some: {
    fr: '{failed} dossiers sur {registers} manquent : voir la feuille Échecs',
    en: '{failed} of {registers} firms are missing: see the sheet Failed',
  },
  one: {
    fr: '1 dossier sur {registers} manque : voir la feuille Échecs',
    en: '1 of {registers} firms is missing: see the sheet Failed',
  },
  empty: { fr: 'Aucun dossier.', en: 'No firm.' },
  total: { fr: 'Total affiché', en: 'Total shown' },
  rank: { fr: 'Rang', en: 'Rank' },
  firm: { fr: 'Dossier', en: 'Firm' },
  asOf: { fr: 'Au', en: 'As of' },
  change: { fr: 'Échu, sur 7 jours', en: 'Overdue, over 7 days' },
  dso: { fr: 'DSO (jours)', en: 'DSO (days)' },
  atRisk: { fr: 'Argent exposé', en: 'Money at risk' },
  errors: { fr: 'Erreurs d’audit', en: 'Audit errors' },
  warnings: { fr: 'À justifier', en: 'To explain' },
  problems: { fr: 'À corriger', en: 'To mend' },
  worst: { fr: 'Plus gros retard', en: 'Largest overdue client' },
  worstAmount: { fr: 'dont échu', en: 'its overdue' },
} as const;

type Ranked = FirmRow & { readonly rank: number };

export function addFirmsSheet(part: OverviewPart): void {
  const { answers, draft } = part;
  const { language } = draft;
  const rows = answers.firms.map((firm, at): Ranked => ({ ...firm, rank: at + 1 }));
  const [sheet] = addTableSheets(
    draft,
    {
      name: part.sheetName(WORDS.sheet),
      title: say(WORDS.title, language),
      subtitle: `${part.subtitle} · ${countsText(part)}`,
      frozenColumns: 2,
    },
    {
      columns: columnsOf(part),
      rows,
      currency: answers.currency,
      totalLabel: say(WORDS.total, language),
      whenEmpty: say(WORDS.empty, language),
    },
  );
  rows.forEach(({ workbook }, at) => {
    const cell = `${sheet.place.column('firm')}${sheet.place.firstRow + at}`;
    sheet.page.links.push({ cell, url: workbook });
  });
}

function countsText({ draft, overview }: OverviewPart): string {
  const { language } = draft;
  const { length } = overview.failed;
  const [failed, registers] = [length, overview.registers].map((count) => numberText(count, 0, language));
  if (length === 0) return say(WORDS.all, language, { registers });
  return say(length === 1 ? WORDS.one : WORDS.some, language, { failed, registers });
}

function columnsOf(part: OverviewPart): readonly Column<Ranked>[] {
  const { language } = part.draft;
  const header = (key: keyof typeof WORDS): string => say(WORDS[key], language);
  return [
    { key: 'rank', header: header('rank'), kind: 'ordinal', cell: ({ rank }) => rank },
    { key: 'firm', header: header('firm'), kind: 'text', cell: ({ name }) => name, font: LINK_FONT },
    { key: 'asOf', header: header('asOf'), kind: 'day', cell: ({ asOf }) => dayNumber(asOf) },
    ...amountColumns(part, header('change')),
    { key: 'dso', header: header('dso'), kind: 'days', cell: ({ dso }) => dso, width: 11 },
    {
      key: 'atRisk',
      header: header('atRisk'),
      kind: 'amount',
      cell: ({ moneyAtRisk }) => moneyAtRisk,
      total: 'sum',
    },
    ...countColumns(header),
    { key: 'worst', header: header('worst'), kind: 'text', cell: ({ worst }) => worst?.name ?? null },
    {
      key: 'worstAmount',
      header: header('worstAmount'),
      kind: 'amount',
      cell: ({ worst }) => worst?.overdue ?? null,
    },
  ];
}

function amountColumns({ answers, draft }: OverviewPart, change: string): readonly Column<Ranked>[] {
  const { language } = draft;
  const share = answers.open === 0 ? null : answers.overdue / answers.open;
  return [
    {
      key: 'open',
      header: say(LABELS.open, language),
      kind: 'amount',
      cell: ({ open }) => open,
      total: 'sum',
    },
    {
      key: 'overdue',
      header: say(LABELS.overdue, language),
      kind: 'amount',
      cell: ({ overdue }) => overdue,
      total: 'sum',
    },
    {
      key: 'share',
      header: say(LABELS.overdueShare, language),
      kind: 'share',
      cell: ({ open, overdue }) => (open === 0 ? null : overdue / open),
      width: 11,
      rules: [dataBar(1, 1)],
      total: {
        formula: (at) => `IF(${at('open')}=0,"",${at('overdue')}/${at('open')})`,
        value: share,
      },
    },
    {
      key: 'change',
      header: change,
      kind: 'amount',
      cell: ({ overdue, overdueBefore }) => overdue - overdueBefore,
      rules: [redBeyond('greaterThan', 0, 2)],
      total: 'sum',
    },
  ];
}

function countColumns(
  header: (key: 'errors' | 'warnings' | 'problems') => string,
): readonly Column<Ranked>[] {
  return [
    {
      key: 'errors',
      header: header('errors'),
      kind: 'whole',
      cell: ({ auditErrors }) => auditErrors,
      rules: [redBeyond('greaterThan', 0, 3)],
    },
    {
      key: 'warnings',
      header: header('warnings'),
      kind: 'whole',
      cell: ({ auditWarnings }) => auditWarnings,
    },
    { key: 'problems', header: header('problems'), kind: 'whole', cell: ({ problems }) => problems },
  ];
}
