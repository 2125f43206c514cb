/** Cells that the summary's tables share: their styles, and formulas over the ageing sheet. */
import type { Style } from 'exceljs';
import { bodyStyle } from '../style.ts';
import type { PlacedTable } from '../table/table-sheet.ts';
import { type Content, rangeOf } from '../xlsx/page.ts';

export const ROW_HEIGHT = 16;

const SHRINK = { vertical: 'middle', shrinkToFit: true } as const;

export function leftStyle(format = 'General'): Partial<Style> {
  return bodyStyle(format, { ...SHRINK, horizontal: 'left' });
}

export function rightStyle(format: string): Partial<Style> {
  return bodyStyle(format, { ...SHRINK, horizontal: 'right' });
}

/** A sum over a column of the ageing sheet, live; filters there do not change it. */
export function sumOf(ageing: readonly PlacedTable[], key: string, value: number): Content {
  const ranges = ageing.map(({ page, place }) => rangeOf(page, place.range(key)));
  return { formula: `SUM(${ranges.join(',')})`, value };
}

/** A part of a whole, as a share. @param nothing text where the whole is 0 */
export function shareOf(
  cells: { readonly part: string; readonly whole: string },
  minor: { readonly part: number; readonly whole: number },
  nothing: string,
): Content {
  return {
    formula: `IF(${cells.whole}=0,"${nothing}",${cells.part}/${cells.whole})`,
    value: minor.whole === 0 ? nothing : minor.part / minor.whole,
  };
}
