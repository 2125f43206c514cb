/** A table of a paper: its head on every page, its sums with the last rows. */
import type { PaperBlock } from '../../shared/letters/paper.ts';
import { columnWidths } from './column-widths.ts';
import { type Area, FRESH_TOP, nextPage, type Place } from './frame.ts';
import { COLORS, ink } from './ink.ts';
import { rowsByPage } from './pages-of-rows.ts';
import { type Pdf, untagged } from './pdf.ts';
import { fill, rule, widthOf } from './pen.ts';
import { type Column, cutRow, headOf, paintRow, type Row, rowOf, widest } from './table.ts';

export type PaperTable = Extract<PaperBlock, { block: 'table' }>;

export type MeasuredTable = {
  readonly least: number; // what has to fit where it begins
  readonly paint: (y: number, place: Place) => number;
};

const PADDING = { x: 4.5, y: 3.2 };
const HEAD = ink(8.7, COLORS.white, 'bold', 1.2);
const TEXT = ink(9.2, COLORS.text, 'regular', 1.25);
const SUM = ink(9.6, COLORS.text);
const LAST = ink(11, COLORS.text, 'bold');
const MOST_OF_A_PAGE = 0.5;

type Parts = {
  readonly columns: readonly Column[];
  readonly head: Row;
  readonly rows: readonly Row[];
  readonly sumColumns: readonly Column[];
  readonly sums: readonly Row[];
};

/** @param bottom of every page */
export function paperTable(pdf: Pdf, block: PaperTable, area: Area, bottom: number): MeasuredTable {
  const parts = partsOf(pdf, block, area.width, (bottom - FRESH_TOP) * MOST_OF_A_PAGE);
  const { head, rows, sums } = parts;
  const whole = heightOf(rows) + heightOf(sums);
  const isShort = rows.length <= 2 || whole <= SHORT;
  const least = head.height + (isShort ? whole : rows[0].height);
  return { least, paint: (y, place) => paintTable(pdf, parts, area, y, place) };
}

/** A table of so few points is not spread over two pages. */
const SHORT = 130;

function partsOf(pdf: Pdf, { columns: heads, rows, sums }: PaperTable, width: number, most: number): Parts {
  const wanted = heads.map(({ align, head }, index) => ({
    natural:
      Math.max(
        widest(
          pdf,
          rows.map((row) => row[index] ?? ''),
          TEXT,
        ),
        widest(pdf, align === 'right' ? [head] : [longestWord(head)], HEAD),
      ) +
      2 * PADDING.x +
      0.5,
    isFigures: align === 'right',
  }));
  const widths = columnWidths(wanted, width);
  const columns = heads.map((column, index) => ({ ...column, width: widths[index] }));
  const figures = Math.max(
    ...sums.map(([, text], index) => widthOf(pdf, text, sumInk(index, sums.length))),
    0,
  );
  const ofFigures = Math.min(width * 0.5, figures + 2 * PADDING.x + 0.5);
  const sumColumns: readonly Column[] = [
    { head: '', align: 'right', width: width - ofFigures },
    { head: '', align: 'right', width: ofFigures },
  ];
  return {
    columns,
    head: headOf(pdf, columns, HEAD, PADDING),
    rows: rows.flatMap((row) => cutRow(rowOf(pdf, columns, row.map(cell), PADDING), most, PADDING)),
    sumColumns,
    sums: sums.map((texts, index) => {
      const look = sumInk(index, sums.length);
      return rowOf(
        pdf,
        sumColumns,
        texts.map((text) => [{ text, ink: look }]),
        PADDING,
      );
    }),
  };
}

function cell(text: string): readonly { readonly text: string; readonly ink: typeof TEXT }[] {
  return text === '' ? [] : [{ text, ink: TEXT }];
}

function sumInk(index: number, count: number): typeof SUM {
  return index === count - 1 ? LAST : SUM;
}

function longestWord(text: string): string {
  return text.split(' ').reduce((longest, word) => (word.length > longest.length ? word : longest), '');
}

function heightOf(rows: readonly Row[]): number {
  return rows.reduce((sum, { height }) => sum + height, 0);
}

function paintTable(pdf: Pdf, parts: Parts, area: Area, top: number, place: Place): number {
  const { head, rows, sums } = parts;
  const room = place.bottom - head.height;
  const counts = rowsByPage(
    rows.map(({ height }) => height),
    { first: room - top, other: room - FRESH_TOP, carry: 0, tail: heightOf(sums) },
  );
  const tag = pdf.doc.struct('Table');
  pdf.root.add(tag);
  let y = top;
  let done = 0;
  for (const [page, count] of counts.entries()) {
    if (page > 0) y = nextPage(pdf, place);
    if (count > 0 || counts.length === 1) y = paintHead(pdf, parts, area, y, done > 0 ? null : tag);
    for (const row of rows.slice(done, done + count)) y = paintLine(pdf, parts, area, row, y, tag);
    done += count;
  }
  y = paintSums(pdf, parts, area, y, tag);
  tag.end();
  return y;
}

/** @param tag null where the head comes back, for the eye only */
function paintHead(
  pdf: Pdf,
  { columns, head }: Parts,
  { width, x }: Area,
  y: number,
  tag: PDFKit.PDFStructureElement | null,
): number {
  untagged(pdf, () => fill(pdf, COLORS.green, x, y, width, head.height));
  const paint = (): void => paintRow(pdf, columns, head, { x, y, bottom: true }, PADDING, tag, 'TH');
  if (tag) paint();
  else untagged(pdf, paint);
  return y + head.height;
}

function paintLine(
  pdf: Pdf,
  { columns }: Parts,
  { width, x }: Area,
  row: Row,
  y: number,
  tag: PDFKit.PDFStructureElement,
): number {
  paintRow(pdf, columns, row, { x, y }, PADDING, tag);
  untagged(pdf, () => rule(pdf, COLORS.rule, x, y + row.height, width));
  return y + row.height;
}

function paintSums(
  pdf: Pdf,
  { sumColumns, sums }: Parts,
  { width, x }: Area,
  top: number,
  tag: PDFKit.PDFStructureElement,
): number {
  let y = top;
  for (const [index, row] of sums.entries()) {
    const at = y;
    if (index === sums.length - 1) {
      untagged(pdf, () => {
        fill(pdf, COLORS.pale, x, at, width, row.height);
        rule(pdf, COLORS.green, x, at, width, 0.75);
      });
    }
    paintRow(pdf, sumColumns, row, { x, y }, PADDING, tag);
    y += row.height;
  }
  return y;
}
