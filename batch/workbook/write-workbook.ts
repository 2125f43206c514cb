/** The Excel report: every sheet drafted with exceljs, the package completed and written aside, then put in place at once. */
import type { Readable } from 'node:stream';
import ExcelJS from 'exceljs';
import { dayText } from '../../shared/base/numbers-text.ts';
import type { Report } from '../answers/report.ts';
import { writeWhole } from '../answers/whole-file.ts';
import { addClientSheets } from './client/client-sheets.ts';
import { currencyPart } from './currency-part.ts';
import { addAgeingSheet } from './sheets/ageing-sheet.ts';
import { addAgreementsSheet } from './sheets/agreements-sheet.ts';
import { addAuditSheet, addReviewedSheet } from './sheets/audit-sheet.ts';
import { addAuditTestsSheet } from './sheets/audit-tests-sheet.ts';
import { addCreditSheet } from './sheets/credit-sheet.ts';
import { addDsoSheet } from './sheets/dso-sheet.ts';
import { addForecastItemsSheet } from './sheets/forecast-items-sheet.ts';
import { addForecastSheet } from './sheets/forecast-sheet.ts';
import { addItemsSheet } from './sheets/items-sheet.ts';
import { addMethodSheet } from './sheets/method-sheet.ts';
import { addProblemsSheet } from './sheets/problems-sheet.ts';
import { addComingSheet, addRemindersSheet } from './sheets/reminders-sheet.ts';
import { addRiskSheet } from './sheets/risk-sheet.ts';
import { addTrendsSheet } from './sheets/trends-sheet.ts';
import { NAVY } from './style.ts';
import { putSummary } from './summary/summary-sheet.ts';
import { clippedTo } from './table/text-width.ts';
import { SHEET_NAMES, say } from './words.ts';
import { cleanText } from './xlsx/cell-text.ts';
import { packWorkbook } from './xlsx/package.ts';
import { addPage, type Draft, describe, type Page } from './xlsx/page.ts';

const AS_OF = { fr: 'au {day}', en: 'as of {day}' };
const TITLE = { fr: 'Créances clients {day}', en: 'Receivables {day}' };

/**
 * Writes the report as an .xlsx file. It is written under another name in the same folder, synced to the disk, then renamed: a
 * failure leaves what was there before.
 */
export async function writeWorkbook(report: Report, path: string): Promise<void> {
  await writeWhole(await workbookStream(report), path);
}

/** The bytes of the .xlsx file; the same report gives the same bytes. */
export async function workbookStream(report: Report): Promise<Readable> {
  const { language } = report;
  const day = new Date(report.asOfDay * 86_400_000);
  const draft: Draft = {
    workbook: new ExcelJS.Workbook(),
    pages: [],
    language,
    company: clippedTo(cleanText(report.name), LONGEST_NAME),
    dayText: say(AS_OF, language, { day: dayText(report.asOfDay, language) }),
  };
  draft.workbook.views = [FIRST_SHEET];
  describe(draft.workbook, draft.company, say(TITLE, language, { day: draft.dayText }), day);
  draftSheets(draft, report);
  const skeleton = await draft.workbook.xlsx.writeBuffer();
  return packWorkbook(new Uint8Array(skeleton), draft.pages, day);
}

const LONGEST_NAME = 90; // digits wide; the summary's title holds it

/** The window Excel opens, on the summary. */
const FIRST_SHEET = {
  x: 0,
  y: 0,
  width: 24_000,
  height: 16_000,
  firstSheet: 0,
  activeTab: 0,
  visibility: 'visible',
} as const;

/** What is to come, and what is to be done about it; each kind of sheet for every currency. */
const FORESIGHT = [
  addTrendsSheet,
  addForecastSheet,
  addForecastItemsSheet,
  addCreditSheet,
  addAgreementsSheet,
  addRemindersSheet,
  addComingSheet,
] as const;

/** Adds the sheets in the order a reader meets them; the summary stands first and is filled last. */
function draftSheets(draft: Draft, report: Report): void {
  const summary = addPage(draft, say(SHEET_NAMES.summary, draft.language), {
    tab: NAVY,
    landscape: false,
    scale: 80,
  });
  const parts = report.currencies.map((answers) => currencyPart(draft, report, answers));
  const ageing = parts.map(addAgeingSheet);
  const items = parts.map(addItemsSheet);
  const dsoCharts = parts.map(addDsoSheet);
  parts.forEach(addRiskSheet);
  for (const addSheet of FORESIGHT) parts.forEach(addSheet);
  const clients = addClientSheets(draft, report, parts);
  addAuditSheet(draft, report);
  addAuditTestsSheet(draft, report);
  addReviewedSheet(draft, report);
  const [problems] = addProblemsSheet(draft, report);
  const method: Page = addMethodSheet(draft, report, parts);
  putSummary(
    summary,
    draft,
    report,
    parts.map((part, at) => ({
      part,
      ageing: ageing[at],
      items: items[at],
      clients,
      dsoChart: dsoCharts[at],
    })),
    { problems: problems.page, method },
  );
}
