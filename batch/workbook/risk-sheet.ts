/** Clients at risk, riskiest first, and why. */
import type { ConditionalFormattingRule } from 'exceljs';
import type { Language } from '../../shared/base/words.ts';
import type { ClientRisk, RiskGrade } from '../../shared/insight/risk.ts';
import { clientColumns } from './client-columns.ts';
import type { CurrencyPart } from './currency-part.ts';
import { dataBar, redBeyond } from './rules.ts';
import { fill, font, INK } from './style.ts';
import type { Column } from './table.ts';
import { addTableSheets, type PlacedTable } from './table-sheet.ts';
import { LABELS, SHEET_NAMES, say } from './words.ts';

const WORDS = {
  title: { fr: 'Clients à risque', en: 'Clients at risk' },
  empty: { fr: 'Aucun client à évaluer.', en: 'No client to assess.' },
  scale: {
    fr: 'score de 0 (sûr) à 100 ; les points des motifs s’y additionnent',
    en: 'score from 0 (safe) to 100; the reasons’ points add up to it',
  },
  rank: { fr: 'Rang', en: 'Rank' },
  score: { fr: 'Score', en: 'Score' },
  grade: { fr: 'Note', en: 'Grade' },
  exposure: { fr: 'Exposition', en: 'Exposure' },
  limit: { fr: 'Plafond de crédit', en: 'Credit limit' },
  available: { fr: 'Crédit disponible', en: 'Available credit' },
  reasons: { fr: 'Points et motifs', en: 'Points and reasons' },
  unknown: { fr: 'inconnue', en: 'unknown' },
};

const GRADE_FILLS: Readonly<Record<RiskGrade, string>> = {
  A: 'D9EEDF',
  B: 'EEF3D3',
  C: 'FFE7C2',
  D: 'F8CFC9',
  unknown: 'E5E8EC',
};

type Ranked = ClientRisk & { readonly rank: number };

export function addRiskSheet(part: CurrencyPart): readonly PlacedTable[] {
  const { language } = part.draft;
  return addTableSheets(
    part.draft,
    {
      name: part.sheetName(SHEET_NAMES.risk),
      title: say(WORDS.title, language),
      subtitle: `${part.subtitle} · ${say(WORDS.scale, language)}`,
      frozenColumns: 3,
    },
    {
      columns: columnsOf(part),
      rows: part.answers.risk.map((risk, at): Ranked => ({ ...risk, rank: at + 1 })),
      currency: part.answers.currency,
      totalLabel: say(LABELS.shownTotal, language),
      whenEmpty: say(WORDS.empty, language),
    },
  );
}

function columnsOf(part: CurrencyPart): readonly Column<Ranked>[] {
  const { language } = part.draft;
  const header = (key: keyof typeof WORDS): string => say(WORDS[key], language);
  return [
    { key: 'rank', header: header('rank'), kind: 'ordinal', cell: ({ rank }) => rank },
    ...clientColumns<Ranked>(part, 'text', ({ client }) => client),
    {
      key: 'score',
      header: header('score'),
      kind: 'whole',
      cell: ({ score }) => score,
      width: 11,
      rules: [dataBar(100, 8)],
    },
    {
      key: 'grade',
      header: header('grade'),
      kind: 'word',
      cell: ({ grade }) => gradeText(grade, language),
      align: 'center',
      rules: gradeRules(language),
    },
    ...money(header),
    {
      key: 'reasons',
      header: header('reasons'),
      kind: 'prose',
      width: 88,
      cell: ({ reasons }) => reasonsText(reasons, language),
    },
  ];
}

function money(header: (key: 'exposure' | 'limit' | 'available') => string): readonly Column<Ranked>[] {
  return [
    {
      key: 'exposure',
      header: header('exposure'),
      kind: 'amount',
      cell: ({ exposure }) => exposure,
      total: 'sum',
    },
    { key: 'limit', header: header('limit'), kind: 'amount', cell: ({ creditLimit }) => creditLimit },
    {
      key: 'available',
      header: header('available'),
      kind: 'amount',
      cell: ({ availableCredit }) => availableCredit,
      rules: [redBeyond('lessThan', 0, 9)],
    },
  ];
}

function gradeText(grade: RiskGrade, language: Language): string {
  return grade === 'unknown' ? say(WORDS.unknown, language) : grade;
}

/** One reason a line, its points in front; none where the score is full without it. */
function reasonsText(reasons: ClientRisk['reasons'], language: Language): string {
  return reasons
    .map(({ points, text }) => `${points === 0 ? '' : `+${points} · `}${text[language]}`)
    .join('\n');
}

function gradeRules(language: Language): readonly ConditionalFormattingRule[] {
  return (['A', 'B', 'C', 'D', 'unknown'] as const).map((grade, at) => ({
    type: 'cellIs',
    operator: 'equal',
    formulae: [`"${gradeText(grade, language)}"`],
    priority: at + 1,
    style: { fill: fill(GRADE_FILLS[grade]), font: font(10, INK, { bold: true }) },
  }));
}
