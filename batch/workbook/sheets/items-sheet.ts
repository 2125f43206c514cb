/** Every open item, oldest due date first. */
import { bucketOf } from '../../../shared/receivables/ageing.ts';
import type { OpenItem } from '../../../shared/receivables/ledger.ts';
import { clientColumns } from '../client-columns.ts';
import type { CurrencyPart } from '../currency-part.ts';
import { redBeyond } from '../rules.ts';
import type { Column } from '../table/table.ts';
import { addTableSheets, type PlacedTable } from '../table/table-sheet.ts';
import { BUCKET_WORDS, LABELS, SHEET_NAMES, say, YES } from '../words.ts';

const WORDS = {
  title: { fr: 'Postes ouverts', en: 'Open items' },
  empty: { fr: 'Aucun poste ouvert.', en: 'No open item.' },
  invoice: { fr: 'Facture', en: 'Invoice' },
  instalment: { fr: 'Échéance n°', en: 'Instalment' },
  issued: { fr: 'Date de facture', en: 'Issue date' },
  due: { fr: 'Échéance', en: 'Due date' },
  daysOverdue: { fr: 'Jours de retard', en: 'Days overdue' },
  total: { fr: 'Montant TTC', en: 'Total' },
  open: { fr: 'Reste dû', en: 'Open' },
  bucket: { fr: 'Tranche', en: 'Bucket' },
};

/** Writes the items of one currency; half a million of them take a few seconds. */
export function addItemsSheet(part: CurrencyPart): readonly PlacedTable[] {
  const { language } = part.draft;
  return addTableSheets(
    part.draft,
    {
      name: part.sheetName(SHEET_NAMES.items),
      title: say(WORDS.title, language),
      subtitle: part.subtitle,
      frozenColumns: 1,
    },
    {
      columns: [...identity(part), ...figures(part)],
      rows: part.answers.items,
      currency: part.answers.currency,
      totalLabel: say(LABELS.shownTotal, language),
      whenEmpty: say(WORDS.empty, language),
    },
  );
}

function identity(part: CurrencyPart): readonly Column<OpenItem>[] {
  const { language } = part.draft;
  const { invoices } = part.report.register;
  return [
    {
      key: 'invoice',
      header: say(WORDS.invoice, language),
      kind: 'text',
      cell: ({ invoice }) => invoices.numberAt(invoice),
    },
    {
      key: 'instalment',
      header: say(WORDS.instalment, language),
      kind: 'ordinal',
      cell: ({ instalment }) => instalment,
    },
    ...clientColumns<OpenItem>(part, 'word', ({ invoice }) => invoices.client[invoice]),
  ];
}

function figures(part: CurrencyPart): readonly Column<OpenItem>[] {
  const { language } = part.draft;
  const { asOfDay, register } = part.report;
  const { agedBy } = register.settings;
  const header = (key: keyof typeof WORDS): string => say(WORDS[key], language);
  return [
    {
      key: 'issued',
      header: header('issued'),
      kind: 'day',
      cell: ({ invoice }) => register.invoices.issueDay[invoice],
    },
    { key: 'due', header: header('due'), kind: 'day', cell: ({ dueDay }) => dueDay },
    {
      key: 'daysOverdue',
      header: header('daysOverdue'),
      kind: 'whole',
      cell: ({ dueDay }) => asOfDay - dueDay,
      rules: [redBeyond('greaterThan', 90, 1)],
    },
    { key: 'total', header: header('total'), kind: 'amount', cell: ({ total }) => total, total: 'sum' },
    { key: 'open', header: header('open'), kind: 'amount', cell: ({ open }) => open, total: 'sum' },
    {
      key: 'bucket',
      header: header('bucket'),
      kind: 'word',
      cell: (item) => BUCKET_WORDS[bucketOf(register, item, asOfDay, agedBy)][language],
    },
    {
      key: 'disputed',
      header: say(LABELS.disputed, language),
      kind: 'word',
      cell: ({ disputed }) => (disputed ? YES[language] : null),
    },
  ];
}
