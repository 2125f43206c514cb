/** What a printed invoice comes to: VAT by rate on the left, its sums on the right. */
import type { InvoiceDocument } from '../../shared/invoicing/document.ts';
import { INVOICE_WORDS } from '../../shared/invoicing/invoice-words.ts';
import { SIDE, WIDTH } from './frame.ts';
import { COLORS, ink } from './ink.ts';
import { type Pdf, untagged } from './pdf.ts';
import { fill, rule } from './pen.ts';
import { type Column, headOf, paintRow, type Row, rowOf, shareWidth, widest } from './table.ts';

const LEFT = WIDTH * 0.52 - 18;
const RIGHT = WIDTH * 0.48;
const VAT_PADDING = { x: 5, y: 3 };
const SUM_PADDING = { x: 8, y: 3.5 };
const GRAND_PADDING = { x: 8, y: 6 };
const HEAD = ink(8.5, COLORS.soft, 'bold');
const TEXT = ink(9, COLORS.text);
const MENTION = ink(8, COLORS.soft);
const SUM = ink(9.5, COLORS.text);
const GRAND = ink(13, COLORS.white, 'bold', 1.2);

type Part = { readonly columns: readonly Column[]; readonly head: Row | null; readonly rows: readonly Row[] };

export type Sums = { readonly height: number; readonly paint: (y: number) => void };

/** Both tables, measured. */
export function invoiceSums(pdf: Pdf, document: InvoiceDocument): Sums {
  const vat = vatPart(pdf, document);
  const sums = sumsPart(pdf, document);
  const grand = sums.rows[sums.rows.length - 1];
  const paint = (y: number): void => {
    paintPart(pdf, vat, SIDE, y, VAT_PADDING, true);
    const top = y + heightOf(sums) - grand.height;
    const x = SIDE + WIDTH - RIGHT;
    untagged(pdf, () => fill(pdf, COLORS.green, x, top, RIGHT, grand.height));
    paintPart(pdf, sums, x, y, SUM_PADDING, false);
  };
  return { height: Math.max(heightOf(vat), heightOf(sums)), paint };
}

function heightOf({ head, rows }: Part): number {
  return rows.reduce((sum, { height }) => sum + height, head ? head.height : 0);
}

function vatPart(pdf: Pdf, { language, vatTable }: InvoiceDocument): Part {
  const words = INVOICE_WORDS[language];
  const figures = [vatTable.map(({ net }) => net), vatTable.map(({ vat }) => vat)];
  const wanted = figures.map((texts) => Math.max(72, widest(pdf, texts, TEXT) + 2 * VAT_PADDING.x + 0.5));
  const [first, second, third] = shareWidth([0, ...wanted], 0, LEFT, 60);
  const columns: readonly Column[] = [
    { head: words.rate, align: 'left', width: first },
    { head: words.base, align: 'right', width: second },
    { head: words.vat, align: 'right', width: third },
  ];
  const rows = vatTable.map(({ mention, net, rate, vat }) => {
    const said = mention === '' ? [] : [{ text: mention, ink: MENTION }];
    const cells = [
      [{ text: rate, ink: TEXT }, ...said],
      [{ text: net, ink: TEXT }],
      [{ text: vat, ink: TEXT }],
    ];
    return rowOf(pdf, columns, cells, VAT_PADDING);
  });
  return { columns, head: headOf(pdf, columns, HEAD, VAT_PADDING), rows };
}

function sumsPart(pdf: Pdf, { language, net, total, totalLabel, vat }: InvoiceDocument): Part {
  const words = INVOICE_WORDS[language];
  const figures = Math.max(widest(pdf, [net, vat], SUM), widest(pdf, [total], GRAND)) + 2 * SUM_PADDING.x + 1;
  const [label, figure] = shareWidth([0, figures], 0, RIGHT, RIGHT * 0.3);
  const columns: readonly Column[] = [
    { head: '', align: 'left', width: label },
    { head: '', align: 'right', width: figure },
  ];
  const plain = [
    [words.totalNet, net],
    [words.totalVat, vat],
  ].map((texts) =>
    rowOf(
      pdf,
      columns,
      texts.map((text) => [{ text, ink: SUM }]),
      SUM_PADDING,
    ),
  );
  const grand = [totalLabel, total].map((text) => [{ text, ink: GRAND }]);
  return { columns, head: null, rows: [...plain, rowOf(pdf, columns, grand, GRAND_PADDING)] };
}

function paintPart(
  pdf: Pdf,
  { columns, head, rows }: Part,
  x: number,
  top: number,
  padding: typeof VAT_PADDING,
  isRuled: boolean,
): void {
  const width = columns.reduce((sum, column) => sum + column.width, 0);
  const tag = pdf.doc.struct('Table');
  pdf.root.add(tag);
  let y = top;
  if (head) {
    paintRow(pdf, columns, head, { x, y, bottom: true }, padding, tag, 'TH');
    y += head.height;
    untagged(pdf, () => rule(pdf, COLORS.green, x, y, width, 0.75));
  }
  for (const [index, row] of rows.entries()) {
    const isGrand = !isRuled && index === rows.length - 1;
    paintRow(pdf, columns, row, { x, y }, isGrand ? GRAND_PADDING : padding, tag);
    y += row.height;
    if (isRuled) untagged(pdf, () => rule(pdf, COLORS.rule, x, y, width));
  }
  tag.end();
}
