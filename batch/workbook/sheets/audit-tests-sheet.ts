/** Every test of the audit: what it examined, what it found, or why it could not be made. */
import { moneyText, numberText } from '../../../shared/base/numbers-text.ts';
import type { Language } from '../../../shared/base/words.ts';
import type { AuditSummary } from '../../../shared/insight/audit/finding.ts';
import type { Report } from '../../answers/report.ts';
import { fillAboveZero } from '../rules.ts';
import { WARN_FILL } from '../style.ts';
import type { Column } from '../table/table.ts';
import { addTableSheets, type PlacedTable } from '../table/table-sheet.ts';
import { SHEET_NAMES, say } from '../words.ts';
import type { Draft } from '../xlsx/page.ts';
import { AUDIT_WORDS } from './audit-words.ts';

export function addAuditTestsSheet(draft: Draft, report: Report): readonly PlacedTable[] {
  const { language } = draft;
  return addTableSheets(
    draft,
    {
      name: say(SHEET_NAMES.auditTests, language),
      title: say(AUDIT_WORDS.tests, language),
      subtitle: `${draft.company} · ${draft.dayText} · ${sealText(report, language)}`,
      frozenColumns: 1,
    },
    {
      columns: columnsOf(language),
      rows: report.audit.tests,
      currency: report.register.settings.currency,
      totalLabel: '',
      whenEmpty: '',
    },
  );
}

/** The last seal by the digits that its invoice prints. */
function sealText({ sealed }: Report, language: Language): string {
  if (sealed === null) return say(AUDIT_WORDS.unsealed, language);
  return say(AUDIT_WORDS.sealed, language, { seq: numberText(sealed.seq, 0, language), hash: sealed.hash });
}

function columnsOf(language: Language): readonly Column<AuditSummary>[] {
  const header = (key: keyof typeof AUDIT_WORDS): string => say(AUDIT_WORDS[key], language);
  const counted = (count: (summary: Ran) => number) => (summary: AuditSummary) =>
    summary.ran ? count(summary) : null;
  return [
    { key: 'test', header: header('test'), kind: 'word', width: 46, cell: ({ title }) => title[language] },
    {
      key: 'population',
      header: header('population'),
      kind: 'whole',
      cell: counted(({ population }) => population),
    },
    {
      key: 'hits',
      header: header('hits'),
      kind: 'whole',
      cell: counted(({ hits }) => hits),
      rules: [fillAboveZero(WARN_FILL, 1)],
    },
    {
      key: 'reviewed',
      header: header('reviewedCount'),
      kind: 'whole',
      cell: counted(({ reviewed }) => reviewed),
    },
    {
      key: 'amount',
      header: header('amount'),
      kind: 'word',
      align: 'center',
      cell: (summary) => amountsText(summary, language),
    },
    {
      key: 'outcome',
      header: header('outcome'),
      kind: 'prose',
      cell: (summary) => outcomeText(summary, language),
    },
  ];
}

type Ran = Extract<AuditSummary, { ran: true }>;

/** A sum a currency: they are never added. */
function amountsText(summary: AuditSummary, language: Language): string | null {
  if (!summary.ran || summary.amounts.length === 0) return null;
  return summary.amounts.map(({ currency, minor }) => moneyText(minor, currency, language)).join(' + ');
}

function outcomeText(summary: AuditSummary, language: Language): string {
  if (!summary.ran) return say(AUDIT_WORDS.notRun, language, { why: summary.why[language] });
  const { hits, listed, reviewed } = summary;
  if (hits === 0) return say(AUDIT_WORDS.clean, language);
  if (hits === reviewed) return say(AUDIT_WORDS.allReviewed, language);
  if (listed === hits) return say(AUDIT_WORDS.some, language);
  return say(AUDIT_WORDS.mostListed, language, { listed: numberText(listed, 0, language) });
}
