/** Ageing by client, most overdue first. */
import { AGEING_BUCKETS, type AgeingBucket } from '../../../shared/receivables/ageing.ts';
import type { ClientAgeing } from '../../answers/report.ts';
import { clientColumns } from '../client-columns.ts';
import type { CurrencyPart } from '../currency-part.ts';
import { dataBar, fillAboveZero } from '../rules.ts';
import { LATE_FILLS } from '../style.ts';
import type { Column } from '../table/table.ts';
import { addTableSheets, type PlacedTable } from '../table/table-sheet.ts';
import { BUCKET_WORDS, LABELS, type Label, SHEET_NAMES, say } from '../words.ts';

const TITLE = { fr: 'Balance âgée par client', en: 'Ageing by client' };
const EMPTY = { fr: 'Aucun client n’a d’encours.', en: 'No client owes anything.' };
const AGED_BY = {
  dueDate: { fr: 'âge compté depuis l’échéance', en: 'aged by due date' },
  issueDate: { fr: 'âge compté depuis la date de facture', en: 'aged by issue date' },
};

/** Writes the sheet of one currency; the summary reads its totals there. */
export function addAgeingSheet(part: CurrencyPart): readonly PlacedTable[] {
  const { draft, report, answers } = part;
  const { language } = draft;
  const agedBy = AGED_BY[report.register.settings.agedBy][language];
  return addTableSheets(
    draft,
    {
      name: part.sheetName(SHEET_NAMES.ageing),
      title: say(TITLE, language),
      subtitle: `${part.subtitle} · ${agedBy}`,
      frozenColumns: 2,
    },
    {
      columns: columnsOf(part),
      rows: answers.ageing.clients,
      currency: answers.currency,
      totalLabel: say(LABELS.shownTotal, language),
      whenEmpty: say(EMPTY, language),
    },
  );
}

function columnsOf(part: CurrencyPart): readonly Column<ClientAgeing>[] {
  const { language } = part.draft;
  const label = (key: Label): string => say(LABELS[key], language);
  const amount = (key: Label & keyof ClientAgeing, cell: (row: ClientAgeing) => number) =>
    ({ key, header: label(key), kind: 'amount', cell, total: 'sum' }) as const;
  return [
    ...clientColumns<ClientAgeing>(part, 'text', ({ client }) => client),
    ...AGEING_BUCKETS.map((bucket, at) => bucketColumn(bucket, say(BUCKET_WORDS[bucket], language), at)),
    amount('open', ({ open }) => open),
    amount('overdue', ({ overdue }) => overdue),
    shareColumn(part, label('overdueShare')),
    amount('unapplied', ({ unapplied }) => unapplied),
    amount('balance', ({ balance }) => balance),
    amount('disputed', ({ disputed }) => disputed),
  ];
}

function bucketColumn(bucket: AgeingBucket, header: string, at: number): Column<ClientAgeing> {
  const rules = at === 0 ? [] : [fillAboveZero(LATE_FILLS[at - 1], at)]; // the later, the redder
  return { key: bucket, header, kind: 'amount', cell: ({ ageing }) => ageing[bucket], total: 'sum', rules };
}

function shareColumn(part: CurrencyPart, header: string): Column<ClientAgeing> {
  const { open, overdue } = part.answers.receivables;
  return {
    key: 'overdueShare',
    header,
    kind: 'share',
    cell: (row) => (row.open === 0 ? null : row.overdue / row.open),
    total: {
      formula: (at) => `IF(${at('open')}=0,"",${at('overdue')}/${at('open')})`,
      value: open === 0 ? null : overdue / open,
    },
    rules: [dataBar(1, AGEING_BUCKETS.length)],
  };
}
