/** What the audit found, worst first, with a way to the cell; what somebody has looked into stands on a sheet of its own. */
import type { ConditionalFormattingRule } from 'exceljs';
import { currencyDigits } from '../../../shared/base/money.ts';
import { countText, dayText } from '../../../shared/base/numbers-text.ts';
import type { Language } from '../../../shared/base/words.ts';
import {
  AUDIT_SEVERITIES,
  type AuditFinding,
  type AuditSeverity,
} from '../../../shared/insight/audit/finding.ts';
import { SOURCE_TABLES } from '../../../shared/register/source-tables.ts';
import type { Report } from '../../answers/report.ts';
import { ALARM_FILL, BAD, fill, font, GREY, INK, LINK_FONT, PALE, WARN_FILL, WARN_TEXT } from '../style.ts';
import { type CellPlace, cellUrl, fileRow } from '../table/cell-link.ts';
import type { Column } from '../table/table.ts';
import { addTableSheets, type PlacedTable } from '../table/table-sheet.ts';
import { SHEET_NAMES, say } from '../words.ts';
import type { Draft } from '../xlsx/page.ts';
import { AUDIT_WORDS, SEVERITY_WORDS } from './audit-words.ts';

/** @returns the sheets of findings that wait to be looked into */
export function addAuditSheet(draft: Draft, report: Report): readonly PlacedTable[] {
  const { language } = draft;
  const waiting = report.audit.findings.filter(({ reviewed }) => reviewed === null);
  return addFindings(draft, report, waiting, {
    name: say(SHEET_NAMES.audit, language),
    title: say(AUDIT_WORDS.findings, language),
    subtitle: `${draft.company} · ${draft.dayText} · ${countsText(waiting, language)} · ${say(AUDIT_WORDS.howToReview, language)}`,
    columns: columnsOf(report, language),
  });
}

/** Adds nothing where nothing was reviewed. */
export function addReviewedSheet(draft: Draft, report: Report): readonly PlacedTable[] {
  const { language } = draft;
  const reviewed = report.audit.findings.filter((finding) => finding.reviewed !== null);
  if (reviewed.length === 0) return [];
  return addFindings(draft, report, reviewed, {
    name: say(SHEET_NAMES.reviewed, language),
    title: say(AUDIT_WORDS.reviewed, language),
    subtitle: `${draft.company} · ${draft.dayText} · ${countsText(reviewed, language)}`,
    columns: [...reviewColumns(language), ...columnsOf(report, language)],
  });
}

type About = {
  readonly name: string;
  readonly title: string;
  readonly subtitle: string;
  readonly columns: readonly Column<AuditFinding>[];
};

function addFindings(
  draft: Draft,
  { register, source }: Report,
  rows: readonly AuditFinding[],
  { columns, ...about }: About,
): readonly PlacedTable[] {
  const sheets = addTableSheets(
    draft,
    { ...about, frozenColumns: 0 },
    {
      columns,
      rows,
      currency: register.settings.currency,
      totalLabel: '',
      whenEmpty: say(AUDIT_WORDS.nothing, draft.language),
    },
  );
  if (source.kind === 'sheet') {
    const [{ page, place }] = sheets;
    rows.forEach((finding, at) => {
      const url = cellUrl(source, placeOf(finding));
      if (url !== null) page.links.push({ cell: `${place.column('place')}${place.firstRow + at}`, url });
    });
  }
  return sheets;
}

function placeOf({ column, row, table }: AuditFinding): CellPlace {
  return { table, row, column: column ?? '' };
}

/** `2 erreurs, 1 à justifier, 4 à savoir`; nothing of what there is none. */
function countsText(findings: readonly AuditFinding[], language: Language): string {
  const counts = AUDIT_SEVERITIES.flatMap((severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length;
    const word = say(SEVERITY_WORDS[severity], language).toLowerCase();
    const many = severity === 'error' ? `${word}s` : word;
    return count === 0 ? [] : [countText(count, word, many, language)];
  });
  return counts.length === 0 ? say(AUDIT_WORDS.none, language) : counts.join(', ');
}

function columnsOf(report: Report, language: Language): readonly Column<AuditFinding>[] {
  return [
    ...whatColumns(report, language),
    ...amountColumns(report, language),
    ...whereColumns(report, language),
  ];
}

type Header = (key: keyof typeof AUDIT_WORDS) => string;

function headers(language: Language): Header {
  return (key) => say(AUDIT_WORDS[key], language);
}

function whatColumns({ audit }: Report, language: Language): readonly Column<AuditFinding>[] {
  const header = headers(language);
  const titles = new Map(audit.tests.map(({ test, title }) => [test, title[language]]));
  return [
    {
      key: 'severity',
      header: header('severity'),
      kind: 'word',
      cell: ({ severity }) => say(SEVERITY_WORDS[severity], language),
      rules: severityRules(language),
    },
    {
      key: 'test',
      header: header('test'),
      kind: 'prose',
      width: 26,
      cell: ({ test }) => titles.get(test) ?? test,
    },
    {
      key: 'message',
      header: header('message'),
      kind: 'prose',
      width: 84,
      cell: (finding) => finding.message[language] + beforeText(finding, language),
    },
  ];
}

/** The currency stands beside the amount where there are several. */
function amountColumns({ register }: Report, language: Language): readonly Column<AuditFinding>[] {
  const header = headers(language);
  const { currencies, settings } = register;
  const amount: Column<AuditFinding> = {
    key: 'amount',
    header: header('amount'),
    kind: 'amount',
    cell: (one) => amountOf(one, settings.currency),
  };
  if (currencies.length === 1) return [amount];
  return [
    amount,
    { key: 'currency', header: header('currency'), kind: 'word', cell: ({ currency }) => currency },
  ];
}

function whereColumns(report: Report, language: Language): readonly Column<AuditFinding>[] {
  const header = headers(language);
  const place = (finding: AuditFinding): string | null => placeText(report, finding, language);
  const title = ({ table }: AuditFinding): string => SOURCE_TABLES[table].title[language];
  return [
    { key: 'table', header: header('table'), kind: 'word', cell: title },
    { key: 'row', header: header('row'), kind: 'ordinal', cell: ({ row }) => row },
    { key: 'place', header: header('place'), kind: 'word', cell: place, ...linkFont(report) },
    { key: 'id', header: header('id'), kind: 'text', cell: ({ id }) => id, font: font(9, GREY) },
    { key: 'facts', header: header('facts'), kind: 'text', cell: ({ facts }) => facts, font: font(9, GREY) },
  ];
}

function linkFont({ source }: Report): Partial<Column<AuditFinding>> {
  return source.kind === 'sheet' ? { font: LINK_FONT } : {};
}

function placeText({ source }: Report, finding: AuditFinding, language: Language): string | null {
  if (source.kind === 'folder') return fileRow(placeOf(finding));
  return cellUrl(source, placeOf(finding)) === null ? null : say(AUDIT_WORDS.open, language);
}

/** Minor units of the table's currency, whatever the finding's own has as decimals. */
function amountOf({ amount, currency }: AuditFinding, shown: string): number | null {
  if (amount === null || currency === null) return null;
  return amount * 10 ** (currencyDigits(shown) - currencyDigits(currency));
}

/** What was said of it before its facts changed. */
function beforeText({ outdated }: AuditFinding, language: Language): string {
  if (outdated === null) return '';
  const { by, on, reason } = outdated;
  return say(AUDIT_WORDS.before, language, {
    by: by === '' ? '' : say(AUDIT_WORDS.by, language, { name: by }),
    on: on === null ? '' : say(AUDIT_WORDS.on, language, { day: dayText(on, language) }),
    reason,
  });
}

function reviewColumns(language: Language): readonly Column<AuditFinding>[] {
  const header = (key: keyof typeof AUDIT_WORDS): string => say(AUDIT_WORDS[key], language);
  return [
    {
      key: 'reason',
      header: header('reason'),
      kind: 'prose',
      width: 34,
      cell: ({ reviewed }) => reviewed?.reason ?? null,
    },
    { key: 'by', header: header('reviewedBy'), kind: 'word', cell: ({ reviewed }) => reviewed?.by ?? null },
    { key: 'on', header: header('reviewedOn'), kind: 'day', cell: ({ reviewed }) => reviewed?.on ?? null },
  ];
}

const LOOKS: Readonly<Record<AuditSeverity, readonly [background: string, text: string]>> = {
  error: [ALARM_FILL, BAD],
  warning: [WARN_FILL, WARN_TEXT],
  note: [PALE, INK],
};

function severityRules(language: Language): readonly ConditionalFormattingRule[] {
  return AUDIT_SEVERITIES.map((severity, at) => ({
    type: 'cellIs',
    operator: 'equal',
    formulae: [`"${say(SEVERITY_WORDS[severity], language)}"`],
    priority: at + 1,
    style: { fill: fill(LOOKS[severity][0]), font: font(10, LOOKS[severity][1], { bold: true }) },
  }));
}
