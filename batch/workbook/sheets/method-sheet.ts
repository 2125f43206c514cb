/** Method, proof and limits: what the figures rest on. */

import { dayText, numberText } from '../../../shared/base/numbers-text.ts';
import type { Words } from '../../../shared/base/words.ts';
import { TABLE_KEYS, TABLES } from '../../../shared/register/tables.ts';
import type { Report } from '../../answers/report.ts';
import type { CurrencyPart } from '../currency-part.ts';
import { WHOLE_FORMAT } from '../formats.ts';
import {
  bodyStyle,
  GREY,
  HEADING,
  headerStyle,
  LINK_FONT,
  NAVY,
  proseStyle,
  SUBTITLE,
  TITLE,
} from '../style.ts';
import { wrappedLines } from '../table/text-width.ts';
import { SHEET_NAMES, say } from '../words.ts';
import { addPage, type Draft, linesHeight, type Page, put } from '../xlsx/page.ts';
import { LIMITS, MEASURES, PROOF_WORDS } from './method-words.ts';
import { PROOF_COLUMNS, putProof } from './proof-table.ts';

const WORDS = {
  title: { fr: 'Méthode, preuve et limites', en: 'Method, proof and limits' },
  source: { fr: 'Source', en: 'Source' },
  sheet: { fr: 'Google Sheet « {name} »', en: 'Google Sheet “{name}”' },
  folder: { fr: 'Dossier de fichiers CSV « {name} »', en: 'Folder of CSV files “{name}”' },
  asOf: { fr: 'Date du rapport', en: 'Report’s day' },
  reading: { fr: 'Lecture', en: 'Reading' },
  still: {
    fr: 'Le registre n’a pas changé pendant la lecture.',
    en: 'The register did not change while it was read.',
  },
  moving: {
    fr: 'La feuille était modifiée pendant chaque lecture : les chiffres peuvent mêler deux états.',
    en: 'The sheet was being edited during every reading: the figures may mix two states.',
  },
  agedBy: { fr: 'Ancienneté', en: 'Ageing' },
  dueDate: { fr: 'Comptée depuis la date d’échéance.', en: 'Counted from the due date.' },
  issueDate: {
    fr: 'Comptée depuis la date de facture ; « échu » et « jours de retard » gardent l’échéance.',
    en: 'Counted from the issue date; “overdue” and “days overdue” keep the due date.',
  },
  rows: { fr: 'Lignes lues', en: 'Rows read' },
  table: { fr: 'Table', en: 'Table' },
  toMend: { fr: 'À corriger', en: 'To mend' },
  measures: { fr: 'Comment chaque chiffre est calculé', en: 'How each figure is computed' },
  limits: { fr: 'Ce que ce rapport ne dit pas', en: 'What this report does not say' },
  proof: { fr: 'Preuve', en: 'Proof' },
} as const satisfies Readonly<Record<string, Words>>;

const WIDTHS = [14, 30, ...Array.from({ length: PROOF_COLUMNS - 2 }, () => 15)];
const LABEL_COLUMNS = 2;
const TEXT_COLUMNS = PROOF_COLUMNS - LABEL_COLUMNS;
const TEXT_WIDTH = WIDTHS.slice(LABEL_COLUMNS).reduce((a, b) => a + b, 0);

export function addMethodSheet(draft: Draft, report: Report, parts: readonly CurrencyPart[]): Page {
  const { language } = draft;
  const page = addPage(draft, say(SHEET_NAMES.method, language), {
    tab: GREY,
    landscape: true,
  });
  WIDTHS.forEach((width, at) => {
    page.sheet.getColumn(at + 1).width = width;
  });
  put(page, 1, 1, say(WORDS.title, language), TITLE, PROOF_COLUMNS);
  put(page, 2, 1, `${draft.company} · ${draft.dayText}`, SUBTITLE, PROOF_COLUMNS);
  page.sheet.getRow(1).height = 26;
  let row = putSource(page, draft, report, 4);
  row = putRowCounts(page, draft, report, row + 1);
  row = putMeasures(page, draft, report, row + 1);
  row = putLimits(page, draft, row + 1);
  page.sheet.getRow(row).addPageBreak();
  row = putSection(page, draft, WORDS.proof, row + 1);
  put(page, row, 1, say(PROOF_WORDS, language), proseStyle(), PROOF_COLUMNS);
  page.sheet.getRow(row).height = 30;
  putProof(page, parts, row + 2);
  page.sheet.views = [{ state: 'frozen', ySplit: 2, showGridLines: false, zoomScale: 100 }];
  return page;
}

/** @returns the row below the heading */
function putSection(page: Page, draft: Draft, words: Words, row: number): number {
  put(page, row, 1, say(words, draft.language), HEADING, PROOF_COLUMNS);
  page.sheet.getRow(row).height = 21;
  return row + 1;
}

/** @returns the row below */
function putLine(page: Page, row: number, label: string, text: string): number {
  put(page, row, 1, label, proseStyle(NAVY, { bold: true }), LABEL_COLUMNS);
  put(page, row, 1 + LABEL_COLUMNS, text, proseStyle(), TEXT_COLUMNS);
  page.sheet.getRow(row).height = linesHeight(wrappedLines(text, TEXT_WIDTH), 4);
  return row + 1;
}

function putSource(page: Page, draft: Draft, report: Report, top: number): number {
  const { language } = draft;
  const { source, register } = report;
  const name = say(source.kind === 'sheet' ? WORDS.sheet : WORDS.folder, language, { name: source.name });
  let row = putLine(page, top, say(WORDS.asOf, language), dayText(report.asOfDay, language));
  row = putLine(page, row, say(WORDS.source, language), name);
  if (source.kind === 'sheet') {
    const cell = page.sheet.getCell(row - 1, 1 + LABEL_COLUMNS);
    cell.font = LINK_FONT;
    const id = encodeURIComponent(source.spreadsheetId);
    page.links.push({ cell: cell.address, url: `https://docs.google.com/spreadsheets/d/${id}/edit` });
  }
  row = putLine(
    page,
    row,
    say(WORDS.reading, language),
    say(source.moving ? WORDS.moving : WORDS.still, language),
  );
  return putLine(page, row, say(WORDS.agedBy, language), say(WORDS[register.settings.agedBy], language));
}

/** Table by table: rows read, good or bad, and how many points there are to mend. */
function putRowCounts(page: Page, draft: Draft, report: Report, top: number): number {
  const { language } = draft;
  put(page, top, 1, say(WORDS.table, language), headerStyle('left'), LABEL_COLUMNS);
  put(page, top, 3, say(WORDS.rows, language), headerStyle('right'));
  put(page, top, 4, say(WORDS.toMend, language), headerStyle('right'));
  const keys = TABLE_KEYS.filter((key) => report.register.rowCounts[key] > 0 || problemsIn(report, key) > 0);
  const count = bodyStyle(WHOLE_FORMAT, { horizontal: 'right' });
  keys.forEach((key, at) => {
    const row = top + 1 + at;
    put(page, row, 1, TABLES[key].title[language], bodyStyle('General', {}), LABEL_COLUMNS);
    put(page, row, 3, report.register.rowCounts[key], count);
    put(page, row, 4, problemsIn(report, key), count);
  });
  return top + 1 + keys.length;
}

function problemsIn(report: Report, key: string): number {
  return report.problems.reduce((count, { table }) => (table === key ? count + 1 : count), 0);
}

function putMeasures(page: Page, draft: Draft, report: Report, top: number): number {
  const { language } = draft;
  const days = numberText(report.currencies[0]?.dso.periodDays ?? 91, 0, language);
  let row = putSection(page, draft, WORDS.measures, top);
  for (const { what, how } of MEASURES) {
    row = putLine(page, row, say(what, language), say(how, language, { days }));
  }
  return row;
}

function putLimits(page: Page, draft: Draft, top: number): number {
  const { language } = draft;
  let row = putSection(page, draft, WORDS.limits, top);
  for (const limit of LIMITS) {
    const text = `•  ${say(limit, language, { problems: say(SHEET_NAMES.problems, language) })}`;
    put(page, row, 1, text, proseStyle(), PROOF_COLUMNS);
    const width = WIDTHS.reduce((a, b) => a + b, 0);
    page.sheet.getRow(row).height = linesHeight(wrappedLines(text, width), 4);
    row += 1;
  }
  return row;
}
