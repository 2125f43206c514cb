/** The lines of a printed invoice: over as many pages as they take, each page carrying its total to the next. */
import type { DocumentLine, InvoiceDocument } from '../../shared/invoicing/document.ts';
import { INVOICE_WORDS } from '../../shared/invoicing/invoice-words.ts';
import { FRESH_TOP, nextPage, type Place, SIDE, WIDTH } from './frame.ts';
import { COLORS, ink } from './ink.ts';
import { rowsByPage } from './pages-of-rows.ts';
import { type Pdf, untagged } from './pdf.ts';
import { fill, rule, widthOf, writeLine } from './pen.ts';
import type { Paragraph } from './stack.ts';
import { type Column, cutRow, headOf, paintRow, type Row, rowOf, shareWidth, widest } from './table.ts';

const PADDING = { x: 5, y: 3.5 };
const HEAD = ink(8.5, COLORS.white, 'bold', 1.25);
const TEXT = ink(9.5, COLORS.text);
const MORE = ink(8.8, COLORS.soft);
const CARRY = ink(9.5, COLORS.text, 'bold');
const LEAST_DESCRIPTION = WIDTH * 0.3;
const MOST_OF_A_PAGE = 0.5; // a row higher than that is cut

export type LinesPlace = Place & {
  readonly top: number;
  readonly tail: number; // what has to stand on the page of the last line
};

type Table = {
  readonly columns: readonly Column[];
  readonly head: Row;
  readonly rows: readonly Row[];
  readonly carried: readonly string[]; // down to each row
  readonly tag: PDFKit.PDFStructureElement;
};

/** Paints the lines. @returns where what follows them may begin, on the page of the last one */
export function paintInvoiceLines(pdf: Pdf, document: InvoiceDocument, place: LinesPlace): number {
  const table = tableOf(pdf, document, place);
  const words = INVOICE_WORDS[document.language];
  const carry = carryHeight();
  const counts = rowsByPage(
    table.rows.map(({ height }) => height),
    {
      first: place.bottom - place.top - table.head.height,
      other: place.bottom - FRESH_TOP - table.head.height - carry,
      carry,
      tail: place.tail,
    },
  );
  let y = place.top;
  let done = 0;
  for (const [page, count] of counts.entries()) {
    if (page > 0) y = nextPage(pdf, place);
    const isAlone = count === 0 && counts.length > 1;
    if (!isAlone) y = paintHead(pdf, table, y, page > 0);
    if (page > 0 && done > 0 && !isAlone) y = paintCarry(pdf, table, words.broughtForward, done, y);
    for (const row of table.rows.slice(done, done + count)) y = paintLine(pdf, table, row, y);
    done += count;
    if (page < counts.length - 1 && count > 0) paintCarry(pdf, table, words.carriedForward, done, y);
  }
  table.tag.end();
  return y;
}

function carryHeight(): number {
  return CARRY.leading + 2 * PADDING.y;
}

function tableOf(pdf: Pdf, document: InvoiceDocument, { bottom }: LinesPlace): Table {
  const columns = columnsOf(pdf, document);
  const most = (bottom - FRESH_TOP) * MOST_OF_A_PAGE;
  const rows = document.lines.flatMap((line) => {
    const parts = cutRow(rowOf(pdf, columns, cellsOf(line, document.hasDiscount), PADDING), most, PADDING);
    return parts.map((row) => ({ row, carried: line.carried }));
  });
  const tag = pdf.doc.struct('Table');
  pdf.root.add(tag);
  return {
    columns,
    head: headOf(pdf, columns, HEAD, PADDING),
    rows: rows.map(({ row }) => row),
    carried: rows.map(({ carried }) => carried),
    tag,
  };
}

function textsOf(line: DocumentLine, hasDiscount: boolean): readonly string[] {
  const { discount, net, quantity, unit, unitPrice, vatRate } = line;
  return ['', quantity, unit, unitPrice, ...(hasDiscount ? [discount] : []), vatRate, net];
}

function cellsOf(line: DocumentLine, hasDiscount: boolean): readonly (readonly Paragraph[])[] {
  const [, ...figures] = textsOf(line, hasDiscount);
  const words = line.description.map((text, index) => ({ text, ink: index === 0 ? TEXT : MORE }));
  return [words, ...figures.map((text) => (text === '' ? [] : [{ text, ink: TEXT }]))];
}

/** A column of figures is at least this wide, in points, and where its figures are wider as wide as they are. */
const LEAST = { quantity: 46, unit: 48, unitPrice: 70, discount: 42, vatRate: 42, net: 74 };

function columnsOf(pdf: Pdf, { hasDiscount, language, lines }: InvoiceDocument): readonly Column[] {
  const words = INVOICE_WORDS[language];
  const keys = [
    'quantity',
    'unit',
    'unitPrice',
    ...(hasDiscount ? ['discount' as const] : []),
    'vatRate',
    'net',
  ] as const;
  const cells = lines.map((line) => textsOf(line, hasDiscount));
  const wanted = keys.map((key, index) => {
    const texts = cells.map((row) => row[index + 1]);
    const head = widthOf(pdf, words[key], HEAD);
    return Math.max(LEAST[key], head + 2 * PADDING.x + 0.5, widest(pdf, texts, TEXT) + 2 * PADDING.x + 0.5);
  });
  const widths = shareWidth([0, ...wanted], 0, WIDTH, LEAST_DESCRIPTION);
  const heads = ['description', ...keys] as const;
  return heads.map((key, index) => ({
    head: words[key],
    align: key === 'description' || key === 'unit' ? 'left' : 'right',
    width: widths[index],
  }));
}

/** Heads that come back are painted for the eye only. */
function paintHead(pdf: Pdf, { columns, head, tag }: Table, y: number, isAgain: boolean): number {
  untagged(pdf, () => fill(pdf, COLORS.green, SIDE, y, WIDTH, head.height));
  const place = { x: SIDE, y, bottom: true };
  if (isAgain) untagged(pdf, () => paintRow(pdf, columns, head, place, PADDING, null));
  else paintRow(pdf, columns, head, place, PADDING, tag, 'TH');
  return y + head.height;
}

function paintLine(pdf: Pdf, { columns, tag }: Table, row: Row, y: number): number {
  paintRow(pdf, columns, row, { x: SIDE, y }, PADDING, tag);
  untagged(pdf, () => rule(pdf, COLORS.rule, SIDE, y + row.height, WIDTH));
  return y + row.height;
}

/** `À reporter`, `Report`: the total of the lines above, at the end of a page and at the head of the next. */
function paintCarry(pdf: Pdf, { carried }: Table, label: string, done: number, y: number): number {
  const height = carryHeight();
  untagged(pdf, () => {
    fill(pdf, COLORS.pale, SIDE, y, WIDTH, height);
    const half = WIDTH / 2;
    writeLine(pdf, label, SIDE + PADDING.x, y + PADDING.y, CARRY);
    writeLine(pdf, carried[done - 1], SIDE + half, y + PADDING.y, CARRY, half - PADDING.x, 'right');
  });
  return y + height;
}
