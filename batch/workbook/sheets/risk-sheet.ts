/** Clients at risk, riskiest first, and why. */
import type { ConditionalFormattingRule } from 'exceljs';
import type { Language } from '../../../shared/base/words.ts';
import type { ClientRisk, RiskGrade } from '../../../shared/insight/risk/risk.ts';
import type { CurrencyReport } from '../../answers/report.ts';
import { clientColumns } from '../client-columns.ts';
import type { CurrencyPart } from '../currency-part.ts';
import { dataBar, greenBeyond, redBeyond } from '../rules.ts';
import { fill, font, INK } from '../style.ts';
import type { Column } from '../table/table.ts';
import { addTableSheets, type PlacedTable } from '../table/table-sheet.ts';
import { LABELS, PERSON, SHEET_NAMES, say } from '../words.ts';

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
  atRisk: { fr: 'Argent exposé', en: 'Money at risk' },
  atRiskRank: { fr: 'Rang par argent exposé', en: 'Rank by money at risk' },
  week: { fr: 'Score : sur 7 jours', en: 'Score: in 7 days' },
  month: { fr: 'Score : sur un mois', en: 'Score: in a month' },
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

type Ranked = ClientRisk & {
  readonly rank: number;
  readonly atRiskRank: number;
  readonly week: number | null; // points more than then; null: not rated then
  readonly month: number | null;
};

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
      rows: rankedOf(part.answers),
      currency: part.answers.currency,
      totalLabel: say(LABELS.shownTotal, language),
      whenEmpty: say(WORDS.empty, language),
    },
  );
}

function rankedOf({ risk, riskBefore }: CurrencyReport): readonly Ranked[] {
  const byMoney = [...risk].sort((a, b) => b.moneyAtRisk - a.moneyAtRisk);
  const places = new Map(byMoney.map(({ client }, at) => [client, at + 1]));
  const since = ({ client, score }: ClientRisk, when: 'week' | 'month'): number | null => {
    const then = riskBefore[when].get(client);
    return then === undefined ? null : score - then.score;
  };
  return risk.map((one, at) => ({
    ...one,
    rank: at + 1,
    atRiskRank: places.get(one.client) ?? risk.length,
    week: since(one, 'week'),
    month: since(one, 'month'),
  }));
}

type Header = (key: keyof typeof WORDS) => string;

function columnsOf(part: CurrencyPart): readonly Column<Ranked>[] {
  const { language } = part.draft;
  const header: Header = (key) => say(WORDS[key], language);
  return [
    { key: 'rank', header: header('rank'), kind: 'ordinal', cell: ({ rank }) => rank },
    ...clientColumns<Ranked>(part, 'text', ({ client }) => client),
    ...scoreColumns(header, language),
    ...moneyColumns(header),
    {
      key: 'reasons',
      header: header('reasons'),
      kind: 'prose',
      width: 84,
      cell: (risk) => reasonsText(risk, language),
    },
  ];
}

function scoreColumns(header: Header, language: Language): readonly Column<Ranked>[] {
  const change = (key: 'week' | 'month', priority: number): Column<Ranked> => ({
    key,
    header: header(key),
    kind: 'change',
    cell: (risk) => risk[key],
    rules: [redBeyond('greaterThan', 0, priority), greenBeyond('lessThan', 0, priority + 1)],
  });
  return [
    {
      key: 'score',
      header: header('score'),
      kind: 'whole',
      cell: ({ score }) => score,
      width: 11,
      rules: [dataBar(100, 6)],
    },
    {
      key: 'grade',
      header: header('grade'),
      kind: 'word',
      cell: ({ grade }) => gradeText(grade, language),
      align: 'center',
      rules: gradeRules(language),
    },
    change('week', 7),
    change('month', 9),
  ];
}

function moneyColumns(header: Header): readonly Column<Ranked>[] {
  return [
    {
      key: 'exposure',
      header: header('exposure'),
      kind: 'amount',
      cell: ({ exposure }) => exposure,
      total: 'sum',
    },
    {
      key: 'atRisk',
      header: header('atRisk'),
      kind: 'amount',
      cell: ({ moneyAtRisk }) => moneyAtRisk,
      total: 'sum',
    },
    {
      key: 'atRiskRank',
      header: header('atRiskRank'),
      kind: 'ordinal',
      cell: ({ atRiskRank }) => atRiskRank,
    },
  ];
}

function gradeText(grade: RiskGrade, language: Language): string {
  return grade === 'unknown' ? say(WORDS.unknown, language) : grade;
}

/** One reason a line, its points in front; none where the score is full without it. */
function reasonsText({ isPerson, reasons }: ClientRisk, language: Language): string {
  const lines = reasons.map(({ points, text }) => `${points === 0 ? '' : `+${points} · `}${text[language]}`);
  return [...lines, ...(isPerson ? [say(PERSON, language)] : [])].join('\n');
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
