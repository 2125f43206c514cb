/** The overview as a workbook: firms and debtors of each currency, and what failed. */
import ExcelJS from 'exceljs';
import { dayNumber } from '../../shared/base/civil-date.ts';
import { dayText } from '../../shared/base/numbers-text.ts';
import type { Language } from '../../shared/base/words.ts';
import { writeWhole } from '../answers/whole-file.ts';
import { clippedTo } from '../workbook/table/text-width.ts';
import { say } from '../workbook/words.ts';
import { cleanText } from '../workbook/xlsx/cell-text.ts';
import { packWorkbook } from '../workbook/xlsx/package.ts';
import { type Draft, describe } from '../workbook/xlsx/page.ts';
import { addClientsSheet } from './clients-sheet.ts';
import { addFailuresSheet } from './failures-sheet.ts';
import { addFirmsSheet } from './firms-sheet.ts';
import type { Overview } from './overview.ts';
import { overviewPart } from './overview-part.ts';

const AS_OF = { fr: 'au {day}', en: 'as of {day}' };
const TITLE = { fr: 'Portefeuille {day}', en: 'Portfolio {day}' };
const LONGEST_NAME = 90; // digits wide

/** Throws what the disk says; a failure leaves what was there before. */
export async function writeOverviewWorkbook(
  name: string,
  overview: Overview,
  language: Language,
  path: string,
): Promise<void> {
  const day = overview.asOf === null ? 0 : dayNumber(overview.asOf);
  const draft: Draft = {
    workbook: new ExcelJS.Workbook(),
    pages: [],
    language,
    company: clippedTo(cleanText(name), LONGEST_NAME),
    dayText: overview.asOf === null ? '' : say(AS_OF, language, { day: dayText(day, language) }),
  };
  const made = new Date(day * 86_400_000);
  describe(draft.workbook, draft.company, say(TITLE, language, { day: draft.dayText }), made);
  for (const answers of overview.currencies) {
    const part = overviewPart(draft, overview, answers);
    addFirmsSheet(part);
    addClientsSheet(part);
  }
  addFailuresSheet(draft, overview);
  const skeleton = await draft.workbook.xlsx.writeBuffer();
  await writeWhole(packWorkbook(new Uint8Array(skeleton), draft.pages, made), path);
}
