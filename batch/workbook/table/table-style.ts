/** How the cells of a table look: number formats by kind, alignment by neighbour. */
import type { Style } from 'exceljs';
import type { Currency } from '../../../shared/base/money.ts';
import type { Language } from '../../../shared/base/words.ts';
import {
  amountFormat,
  changeFormat,
  DAYS_FORMAT,
  dayFormat,
  ORDINAL_FORMAT,
  SHARE_FORMAT,
  TEXT_FORMAT,
  WHOLE_FORMAT,
} from '../formats.ts';
import { bodyStyle } from '../style.ts';
import { type ColumnKind, isTextKind, type Table } from './table.ts';

/** The style of a column's cells. */
export function cellStyle<Row>(table: Table<Row>, index: number, language: Language): Partial<Style> {
  const { kind, font } = table.columns[index];
  const wrapText = kind === 'prose';
  const style = bodyStyle(numberFormat(kind, table.currency, language), {
    ...alignment(table, index),
    wrapText,
  });
  return font ? { ...style, font } : style;
}

export type Aligned = { readonly horizontal: 'left' | 'center' | 'right'; readonly indent: number };

/** Text stands left, numbers right; a text behind a number keeps its distance. */
export function alignment<Row>(table: Table<Row>, index: number): Aligned {
  const { align, kind } = table.columns[index];
  if (align) return { horizontal: align, indent: 0 };
  if (!isTextKind(kind)) return { horizontal: 'right', indent: 0 };
  const before = table.columns[index - 1];
  return { horizontal: 'left', indent: before && (kind === 'prose' || !isTextKind(before.kind)) ? 1 : 0 };
}

export function numberFormat(kind: ColumnKind, currency: Currency, language: Language): string {
  switch (kind) {
    case 'text':
      return TEXT_FORMAT;
    case 'word':
    case 'prose':
      return 'General';
    case 'amount':
      return amountFormat(currency);
    case 'day':
      return dayFormat(language);
    case 'whole':
      return WHOLE_FORMAT;
    case 'ordinal':
      return ORDINAL_FORMAT;
    case 'change':
      return changeFormat(WHOLE_FORMAT, '');
    case 'days':
      return DAYS_FORMAT;
    case 'share':
      return SHARE_FORMAT;
  }
}
