/** What has to be mended in the register, with a way to the cell where the register is a Google Sheet. */
import type { Cell, Problem } from '../../../shared/base/problem.ts';
import { problemRemedy } from '../../../shared/base/problem-words.ts';
import type { Language } from '../../../shared/base/words.ts';
import { SOURCE_TABLE_KEYS, SOURCE_TABLES } from '../../../shared/register/source-tables.ts';
import type { Report } from '../../answers/report.ts';
import { LINK_FONT } from '../style.ts';
import { cellUrl, type SheetSource } from '../table/cell-link.ts';
import type { Column, Placed } from '../table/table.ts';
import { addTableSheets, type PlacedTable } from '../table/table-sheet.ts';
import { SHEET_NAMES, say } from '../words.ts';
import type { Draft, Page } from '../xlsx/page.ts';

const WORDS = {
  title: { fr: 'À corriger dans le registre', en: 'To mend in the register' },
  note: {
    fr: 'une ligne mise à part n’entre dans aucun total',
    en: 'a row left out counts in no total',
  },
  empty: {
    fr: 'Rien à corriger : tout le registre a été lu.',
    en: 'Nothing to mend: all of the register was read.',
  },
  table: { fr: 'Table', en: 'Table' },
  row: { fr: 'Ligne', en: 'Row' },
  column: { fr: 'Colonne', en: 'Column' },
  found: { fr: 'Trouvé', en: 'Found' },
  remedy: { fr: 'Pourquoi, et que faire', en: 'Why, and what to do' },
  code: { fr: 'Code', en: 'Code' },
  link: { fr: 'Lien', en: 'Link' },
  open: { fr: 'ouvrir', en: 'open' },
  wholeRow: { fr: '(ligne entière)', en: '(whole row)' },
  blank: { fr: '(vide)', en: '(empty)' },
};

/** Excel refuses more than 65,530 links on a sheet. */
const MOST_LINKS = 65_000;

export function addProblemsSheet(draft: Draft, report: Report): readonly PlacedTable[] {
  const { language } = draft;
  const sheets = addTableSheets(
    draft,
    {
      name: say(SHEET_NAMES.problems, language),
      title: say(WORDS.title, language),
      subtitle: `${draft.company} · ${draft.dayText} · ${say(WORDS.note, language)}`,
      frozenColumns: 0,
    },
    {
      columns: columnsOf(report, language),
      rows: report.problems,
      currency: report.register.settings.currency,
      totalLabel: '',
      whenEmpty: say(WORDS.empty, language),
    },
  );
  sheets.forEach(({ page, place }, at) => {
    if (report.source.kind === 'sheet' && at === 0) linkRows(page, place, report.source, report.problems);
  });
  return sheets;
}

function columnsOf({ source }: Report, language: Language): readonly Column<Problem>[] {
  const header = (key: keyof typeof WORDS): string => say(WORDS[key], language);
  const columns: readonly Column<Problem>[] = [
    { key: 'table', header: header('table'), kind: 'word', cell: ({ table }) => tableTitle(table, language) },
    { key: 'row', header: header('row'), kind: 'ordinal', cell: ({ row }) => (row < 1 ? null : row) },
    {
      key: 'column',
      header: header('column'),
      kind: 'word',
      cell: (problem) => (problem.header === '' ? header('wholeRow') : problem.header),
    },
    {
      key: 'found',
      header: header('found'),
      kind: 'text',
      cell: ({ found }) => foundText(found, language),
      width: 28,
    },
    {
      key: 'remedy',
      header: header('remedy'),
      kind: 'prose',
      cell: (problem) => problemRemedy(problem, language),
    },
    { key: 'code', header: header('code'), kind: 'word', cell: ({ code }) => code },
  ];
  if (source.kind === 'folder') return columns;
  const open = (problem: Problem): string | null =>
    cellUrl(source, problem) === null ? null : header('open');
  return [...columns, { key: 'link', header: header('link'), kind: 'word', cell: open, font: LINK_FONT }];
}

function tableTitle(table: string, language: Language): string {
  const key = SOURCE_TABLE_KEYS.find((known) => known === table);
  return key ? SOURCE_TABLES[key].title[language] : table;
}

function foundText(found: Cell, language: Language): string {
  if (found === null || found === '') return say(WORDS.blank, language);
  if (typeof found !== 'boolean') return String(found);
  if (language === 'fr') return found ? 'VRAI' : 'FAUX';
  return found ? 'TRUE' : 'FALSE';
}

function linkRows(page: Page, place: Placed, source: SheetSource, problems: readonly Problem[]): void {
  problems.slice(0, MOST_LINKS).forEach((problem, at) => {
    const url = cellUrl(source, problem);
    if (url !== null) page.links.push({ cell: `${place.column('link')}${place.firstRow + at}`, url });
  });
}
