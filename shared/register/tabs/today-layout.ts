/** Where things stand on the tab of what is to be done today: the add-on writes all of its cells. Rows and columns from 1. */
import type { Language, Words } from '../../base/words.ts';
import type { BoardLooks } from './dashboard-layout.ts';

export const TODAY_TITLE: Words = { fr: 'À faire', en: 'To do' };

/** Rows that things to do have; what does not fit is counted in the last one. */
const ROOM = 400;

type TodayColumn = {
  readonly key: string;
  readonly header: Words;
  readonly width: number; // pixels
  readonly align: 'left' | 'right' | 'center';
  readonly format: 'text' | 'amount' | 'day' | 'level';
};

function column(
  key: string,
  fr: string,
  en: string,
  width: number,
  format: TodayColumn['format'] = 'text',
): TodayColumn {
  const align = format === 'amount' ? 'right' : format === 'text' ? 'left' : 'center';
  return { key, header: { fr, en }, width, align, format };
}

export const TODAY_COLUMNS: readonly TodayColumn[] = [
  column('client', 'Client', 'Client', 220),
  column('phone', 'Téléphone', 'Phone', 130),
  column('what', 'Quoi', 'What', 190),
  column('level', 'Niveau', 'Level', 70, 'level'),
  column('channel', 'Canal', 'Channel', 130),
  column('amount', 'Montant', 'Amount', 110, 'amount'),
  column('currency', 'Devise', 'Currency', 70),
  column('invoices', 'Factures', 'Invoices', 180),
  column('why', 'Pourquoi', 'Why', 520),
  column('next', 'Prochaine date', 'Next date', 120, 'day'),
  column('link', 'Fiche', 'Card', 110),
];

/** All but the days and the addresses, which would make every row as high as they are long. */
const WRAPPED_COLUMNS = TODAY_COLUMNS.length - 2;

export const TODAY = {
  heading: { row: 1, column: 1, rows: 1, columns: TODAY_COLUMNS.length }, // when it was made, and what was found
  headers: { row: 2, column: 1, rows: 1, columns: TODAY_COLUMNS.length },
  rows: { row: 3, column: 1, rows: ROOM, columns: TODAY_COLUMNS.length },
} as const;

/** Row 1 and 2 stay in sight. */
export const TODAY_FROZEN_ROWS = 2;

const FORMATS: Readonly<Record<TodayColumn['format'], Words>> = {
  text: { fr: '@', en: '@' },
  amount: { fr: '#,##0.00', en: '#,##0.00' },
  day: { fr: 'dd/mm/yyyy', en: 'yyyy-mm-dd' },
  level: { fr: '0', en: '0' },
};

/** How the tab looks when it is made. */
export function todayLooks(language: Language): BoardLooks {
  const { heading, headers, rows } = TODAY;
  const columns = TODAY_COLUMNS.map(({ align, format }, index) => ({
    area: { ...rows, row: headers.row, rows: rows.rows + 1, column: index + 1, columns: 1 }, // its head stands as its cells do
    format: FORMATS[format][language],
    align,
  }));
  return {
    widths: TODAY_COLUMNS.map(({ width }) => width),
    heights: [{ row: heading.row, height: 32 }],
    areas: [
      { area: heading, bold: true, size: 12, colour: '#1f2937', align: 'left' },
      { area: headers, bold: true, colour: '#ffffff', background: '#1f2937' },
      ...columns,
      { area: rows, isCentred: true },
      { area: { ...rows, columns: WRAPPED_COLUMNS }, isWrapped: true },
    ],
  };
}
