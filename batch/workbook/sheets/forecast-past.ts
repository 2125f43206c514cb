/** Below the forecast: what reminders have brought, and what the forecasts of some weeks ago said, against what came. */

import type { LevelEffect } from '../../../shared/insight/delays/reminder-effect.ts';
import type { BackTest } from '../../../shared/insight/forecast/back-test.ts';
import type { CurrencyPart } from '../currency-part.ts';
import { GREY, HEADING, proseStyle } from '../style.ts';
import { putTable } from '../table/put-table.ts';
import type { Column, Table } from '../table/table.ts';
import { wrappedLines } from '../table/text-width.ts';
import { say } from '../words.ts';
import { linesHeight, type Page, put } from '../xlsx/page.ts';

const WORDS = {
  effect: { fr: 'Ce que les relances ont apporté', en: 'What reminders have brought' },
  effectNote: {
    fr: 'Relances des 24 derniers mois, jusqu’au règlement ou au niveau suivant ; une facture encore impayée compte pour les jours observés.',
    en: 'Reminders of the last 24 months, up to the payment or the next level; an invoice still unpaid counts for the days watched.',
  },
  noReminder: { fr: 'Aucune relance envoyée en 24 mois.', en: 'No reminder sent in 24 months.' },
  level: { fr: 'Niveau', en: 'Level' },
  reminders: { fr: 'Factures relancées', en: 'Invoices reminded' },
  paid: { fr: 'Payées avant le niveau suivant', en: 'Paid before the next level' },
  within14: { fr: 'Payées en 14 jours', en: 'Paid within 14 days' },
  median: { fr: 'Jours jusqu’au règlement (médiane)', en: 'Days to payment (median)' },
  past: { fr: 'Ce que disaient les prévisions passées', en: 'What past forecasts said' },
  pastNote: {
    fr: 'Chacune refaite avec ce que le registre savait ce jour-là. « Rentré à côté » : factures émises depuis, litiges, virements sans facture, qu’aucune prévision de l’encours ne peut connaître.',
    en: 'Each made again from what the register knew that day. “Came beside”: invoices issued since, disputes, transfers without an invoice, which no forecast of open items can know.',
  },
  noPast: {
    fr: 'Le registre est trop jeune : aucune prévision passée à juger.',
    en: 'The register is too young: there is no past forecast to judge.',
  },
  weeksAgo: { fr: 'Il y a (semaines)', en: 'Weeks ago' },
  madeOn: { fr: 'Faite le', en: 'Made on' },
  expected: { fr: 'Annoncé', en: 'Foretold' },
  came: { fr: 'Rentré', en: 'Came' },
  error: { fr: 'Écart', en: 'Difference' },
  beside: { fr: 'Rentré à côté', en: 'Came beside' },
  meanError: { fr: 'Erreur des dates (jours)', en: 'Error of dates (days)' },
  inRange: { fr: 'Dates dans l’intervalle', en: 'Dates within the range' },
} as const;

/** The forecast's sheet is as wide as its widest table. */
export const COLUMNS = 8;
export const COLUMN_WIDTH = 15.5;
export const HEADER_HEIGHT = 33;

/** @returns the row below */
export function putEffect(page: Page, part: CurrencyPart, top: number): number {
  const { language } = part.draft;
  const { levels } = part.answers.reminderEffect;
  const header = (key: keyof typeof WORDS): string => say(WORDS[key], language);
  const columns: readonly Column<LevelEffect>[] = [
    { key: 'level', header: header('level'), kind: 'ordinal', cell: ({ level }) => level },
    { key: 'reminders', header: header('reminders'), kind: 'whole', cell: ({ reminders }) => reminders },
    { key: 'paid', header: header('paid'), kind: 'whole', cell: ({ paid }) => paid },
    { key: 'within14', header: header('within14'), kind: 'share', cell: ({ paidWithin14 }) => paidWithin14 },
    { key: 'median', header: header('median'), kind: 'days', cell: ({ medianDays }) => medianDays },
  ];
  return putSection(page, part, top, {
    heading: header('effect'),
    note: header(levels.length === 0 ? 'noReminder' : 'effectNote'),
    columns,
    rows: levels,
  });
}

/** @returns the row below */
export function putBackTests(page: Page, part: CurrencyPart, top: number): number {
  const { language } = part.draft;
  const rows = part.answers.backTests.filter(({ reason, weeks }) => reason === null && weeks.length > 0);
  const isSilent = rows.every(({ came, expected }) => came === 0 && expected === 0);
  return putSection(page, part, top, {
    heading: say(WORDS.past, language),
    note: say(isSilent ? WORDS.noPast : WORDS.pastNote, language),
    columns: backTestColumns((key) => say(WORDS[key], language)),
    rows: isSilent ? [] : rows,
  });
}

function backTestColumns(header: (key: keyof typeof WORDS) => string): readonly Column<BackTest>[] {
  const amount = (key: keyof typeof WORDS, cell: (test: BackTest) => number): Column<BackTest> => ({
    key,
    header: header(key),
    kind: 'amount',
    cell,
  });
  return [
    { key: 'weeksAgo', header: header('weeksAgo'), kind: 'ordinal', cell: ({ weeksAgo }) => weeksAgo },
    { key: 'madeOn', header: header('madeOn'), kind: 'day', cell: ({ madeOn }) => madeOn },
    amount('expected', ({ expected }) => expected),
    amount('came', ({ came }) => came),
    {
      key: 'error',
      header: header('error'),
      kind: 'share',
      cell: ({ came, expected }) => (expected === 0 ? null : (came - expected) / expected),
    },
    amount('beside', (test) => test.cameOfNew + test.cameOfDisputed + test.cameWithoutInvoice),
    { key: 'meanError', header: header('meanError'), kind: 'days', cell: ({ dates }) => dates.meanError },
    {
      key: 'inRange',
      header: header('inRange'),
      kind: 'share',
      cell: ({ dates: { closed, within } }) => (closed === 0 ? null : within / closed),
    },
  ];
}

type Section<Row> = Pick<Table<Row>, 'columns' | 'rows'> & {
  readonly heading: string;
  readonly note: string;
};

/** A heading, a note, and the table where there is something to tell. @returns the row below */
function putSection<Row>(
  page: Page,
  { answers, draft }: CurrencyPart,
  top: number,
  { columns, heading, note, rows }: Section<Row>,
): number {
  put(page, top, 1, heading, HEADING, COLUMNS);
  page.sheet.getRow(top).height = 21;
  put(page, top + 1, 1, note, proseStyle(GREY), COLUMNS);
  page.sheet.getRow(top + 1).height = linesHeight(wrappedLines(note, COLUMNS * COLUMN_WIDTH - 2), 6);
  if (rows.length === 0) return top + 2;
  const table = { columns, rows, currency: answers.currency, totalLabel: '', whenEmpty: '' };
  const { headerRow, lastRow } = putTable(page, table, top + 2, draft.language);
  page.sheet.getRow(headerRow).height = HEADER_HEIGHT;
  return lastRow + 1;
}
