/** Credit: what each client may still be invoiced, against its limit and the one its payments call for. */
import type { ClientRisk } from '../../../shared/insight/risk/risk.ts';
import { clientColumns } from '../client-columns.ts';
import type { CurrencyPart } from '../currency-part.ts';
import { redBeyond } from '../rules.ts';
import type { Column } from '../table/table.ts';
import { addTableSheets } from '../table/table-sheet.ts';
import { LABELS, SHEET_NAMES, say } from '../words.ts';

const WORDS = {
  title: { fr: 'Plafonds et crédit disponible', en: 'Limits and available credit' },
  note: {
    fr: 'du plafond le plus dépassé au moins utilisé ; un plafond proposé reste une proposition',
    en: 'from the limit most exceeded to the least used; a proposed limit is a proposal',
  },
  grade: { fr: 'Note', en: 'Grade' },
  unknown: { fr: 'inconnue', en: 'unknown' },
  exposure: { fr: 'Exposition', en: 'Exposure' },
  limit: { fr: 'Plafond', en: 'Limit' },
  used: { fr: 'Utilisé', en: 'Used' },
  available: { fr: 'Crédit disponible', en: 'Available credit' },
  proposed: { fr: 'Plafond proposé', en: 'Proposed limit' },
  act: { fr: 'À faire', en: 'To do' },
  exceeded: {
    fr: 'Plafond dépassé : encaisser avant de facturer davantage.',
    en: 'Over the limit: collect before invoicing more.',
  },
  set: { fr: 'Aucun plafond : en fixer un.', en: 'No limit: set one.' },
  lower: {
    fr: 'Plafond bien au-dessus de ce que ses règlements justifient.',
    en: 'Limit well above what its payments call for.',
  },
  raise: {
    fr: 'Bon payeur près de son plafond : le relever ?',
    en: 'A good payer near its limit: raise it?',
  },
} as const;

/** Above the proposed limit by so much, a limit is told of; used by so much, a good payer's too. */
const WELL_ABOVE = 2;
const NEARLY_USED = 0.8;

/** Adds nothing where there is no client to speak of. */
export function addCreditSheet(part: CurrencyPart): void {
  const { answers, draft } = part;
  if (answers.risk.length === 0) return;
  const { language } = draft;
  const used = ({ creditLimit, exposure }: ClientRisk): number =>
    creditLimit === null
      ? -1
      : creditLimit === 0
        ? exposure > 0
          ? Number.MAX_VALUE
          : 0
        : exposure / creditLimit;
  const rows = [...answers.risk].sort((a, b) => used(b) - used(a) || b.exposure - a.exposure);
  addTableSheets(
    draft,
    {
      name: part.sheetName(SHEET_NAMES.credit),
      title: say(WORDS.title, language),
      subtitle: `${part.subtitle} · ${say(WORDS.note, language)}`,
      frozenColumns: 2,
    },
    {
      columns: columnsOf(part),
      rows,
      currency: answers.currency,
      totalLabel: say(LABELS.shownTotal, language),
      whenEmpty: '',
    },
  );
}

type Header = (key: keyof typeof WORDS) => string;

function columnsOf(part: CurrencyPart): readonly Column<ClientRisk>[] {
  const { language } = part.draft;
  const header: Header = (key) => say(WORDS[key], language);
  return [
    ...clientColumns<ClientRisk>(part, 'text', ({ client }) => client),
    {
      key: 'grade',
      header: header('grade'),
      kind: 'word',
      align: 'center',
      cell: ({ grade }) => (grade === 'unknown' ? header('unknown') : grade),
    },
    ...moneyColumns(header),
    { key: 'act', header: header('act'), kind: 'prose', width: 58, cell: (risk) => actOf(risk, header) },
  ];
}

function moneyColumns(header: Header): readonly Column<ClientRisk>[] {
  const used = ({ creditLimit, exposure }: ClientRisk): number | null =>
    creditLimit === null || creditLimit === 0 ? null : exposure / creditLimit;
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
      key: 'used',
      header: header('used'),
      kind: 'share',
      cell: used,
      rules: [redBeyond('greaterThan', 1, 21)],
    },
    {
      key: 'available',
      header: header('available'),
      kind: 'amount',
      cell: ({ availableCredit }) => availableCredit,
      rules: [redBeyond('lessThan', 0, 22)],
    },
    {
      key: 'proposed',
      header: header('proposed'),
      kind: 'amount',
      cell: ({ proposedLimit }) => proposedLimit,
    },
  ];
}

function actOf(risk: ClientRisk, words: (key: 'exceeded' | 'set' | 'lower' | 'raise') => string): string {
  const { creditLimit, exposure, grade, proposedLimit } = risk;
  if (creditLimit === null) return exposure > 0 ? words('set') : '';
  if (exposure > creditLimit) return words('exceeded');
  if (proposedLimit === null) return '';
  if (creditLimit > WELL_ABOVE * proposedLimit && grade !== 'A' && grade !== 'B') return words('lower');
  return grade === 'A' && exposure >= NEARLY_USED * creditLimit && proposedLimit > creditLimit
    ? words('raise')
    : '';
}
