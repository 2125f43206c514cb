/** A table of a paper: its head on every page, its sums with the last rows. */
import type { PaperBlock } from '../../shared/letters/paper.ts';
import { columnWidths } from './column-widths.ts';
import { type Area, FRESH_TOP, nextPage, type Place } from './frame.ts';
import { COLORS, ink } from './ink.ts';
import { rowsByPage } from './pages-of-rows.ts';
import { type Pdf, untagged } from './pdf.ts';
import { fill, rule, widthOf } from './pen.ts';
import { type Column, cutRow, headOf, type Padding, paintRow, type Row, rowOf, widest } from './table.ts';

export type PaperTable = Extract<PaperBlock, { block: 'table' }>;

export type MeasuredTable = {
  readonly least: number; // what has to fit where it begins
  readonly paint: (y: number, place: Place) => number;
};

const SIDES = 4.5; // free points left and right of a cell's words
const HEAD = ink(8.7, COLORS.white, 'bold', 1.2);
const TEXT = ink(9.2, COLORS.text, 'regular', 1.25);
const SUM = ink(9.6, COLORS.text);
const LAST = ink(11, COLORS.text, 'bold');
const MOST_OF_A_PAGE = 0.5;

type Parts = {
  readonly padding: Padding;
  readonly columns: readonly Column[];
  readonly head: Row;
  readonly rows: readonly Row[];
  readonly sumColumns: readonly Column[];
  readonly sums: readonly Row[];
};

/** @param bottom of every page @param above free points above and below the words of a cell */
export function paperTable(
  pdf: Pdf,
  block: PaperTable,
  area: Area,
  bottom: number,
  above: number,
): MeasuredTable {
  const padding = { x: SIDES, y: above };
  const parts = partsOf(pdf, block, area.width, (bottom - FRESH_TOP) * MOST_OF_A_PAGE, padding);
  const { head, rows, sums } = parts;
  const whole = heightOf(rows) + heightOf(sums);
  const isShort = rows.length <= 2 || whole <= SHORT;
  const least = head.height + (isShort ? whole : rows[0].height);
  return { least, paint: (y, place) => paintTable(pdf, parts, area, y, place) };
}

/** A table of so few points is not spread over two pages. */
const SHORT = 130;

function partsOf(pdf: Pdf, block: PaperTable, width: number, most: number, padding: Padding): Parts {
  const { rows, sums } = block;
  const columns = columnsOf(pdf, block, width);
  const sumColumns = sumColumnsOf(pdf, block, width);
  const sumRow = (texts: readonly string[], index: number): Row => {
    const look = sumInk(index, sums.length);
    const cells = texts.map((text) => [{ text, ink: look }]);
    return rowOf(pdf, sumColumns, cells, padding);
  };
  return {
    padding,
    columns,
    head: headOf(pdf, columns, HEAD, padding),
    rows: rows.flatMap((row) => cutRow(rowOf(pdf, columns, row.map(cell), padding), most, padding)),
    sumColumns,
    sums: sums.map(sumRow),
  };
}

function columnsOf(pdf: Pdf, { columns, rows }: PaperTable, width: number): readonly Column[] {
  const wanted = columns.map(({ align, head }, index) => {
    const texts = rows.map((row) => row[index] ?? '');
    const unbroken = align === 'right' ? head : longestWord(head);
    const widestOf = Math.max(widest(pdf, texts, TEXT), widthOf(pdf, unbroken, HEAD));
    return { natural: widestOf + 2 * SIDES + 0.5, isFigures: align === 'right' };
  });
  const widths = columnWidths(wanted, width);
  return columns.map((column, index) => ({ ...column, width: widths[index] }));
}

/** Labels on the left, as far as the widest sum lets them. */
function sumColumnsOf(pdf: Pdf, { sums }: PaperTable, width: number): readonly Column[] {
  const widths = sums.map(([, text], index) => widthOf(pdf, text, sumInk(index, sums.length)));
  const ofFigures = Math.min(width * 0.5, Math.max(0, ...widths) + 2 * SIDES + 0.5);
  return [
    { head: '', align: 'right', width: width - ofFigures },
    { head: '', align: 'right', width: ofFigures },
  ];
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
  { columns, head, padding }: Parts,
  { width, x }: Area,
  y: number,
  tag: PDFKit.PDFStructureElement | null,
): number {
  untagged(pdf, () => fill(pdf, COLORS.green, x, y, width, head.height));
  const paint = (): void => paintRow(pdf, columns, head, { x, y, bottom: true }, padding, tag, 'TH');
  if (tag) paint();
  else untagged(pdf, paint);
  return y + head.height;
}

function paintLine(
  pdf: Pdf,
  { columns, padding }: Parts,
  { width, x }: Area,
  row: Row,
  y: number,
  tag: PDFKit.PDFStructureElement,
): number {
  paintRow(pdf, columns, row, { x, y }, padding, tag);
  untagged(pdf, () => rule(pdf, COLORS.rule, x, y + row.height, width));
  return y + row.height;
}

function paintSums(
  pdf: Pdf,
  { padding, sumColumns, sums }: Parts,
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
    paintRow(pdf, sumColumns, row, { x, y }, padding, tag);
    y += row.height;
  }
  return y;
}
