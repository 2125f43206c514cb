/** Tables of a printed page: columns as wide as what stands in them, heads that come back on every page. */
import type { Ink } from './ink.ts';
import type { Pdf } from './pdf.ts';
import { widthOf } from './pen.ts';
import { type Paragraph, paintWords, type Stack, stackOf } from './stack.ts';

export type Side = 'left' | 'right';

export type Column = { readonly head: string; readonly align: Side; readonly width: number };

export type Row = { readonly cells: readonly Stack[]; readonly height: number };

/** Free points within a cell. */
export type Padding = { readonly x: number; readonly y: number };

/** The widest of texts that should not be broken, in points. */
export function widest(pdf: Pdf, texts: readonly string[], ink: Ink): number {
  return texts.reduce((width, text) => Math.max(width, widthOf(pdf, text, ink)), 0);
}

/** A row with its cells measured. @param cells the paragraphs of each */
export function rowOf(
  pdf: Pdf,
  columns: readonly Column[],
  cells: readonly (readonly Paragraph[])[],
  padding: Padding,
): Row {
  const stacks = columns.map(({ width }, index) => stackOf(pdf, cells[index] ?? [], width - 2 * padding.x));
  return { cells: stacks, height: Math.max(...stacks.map(({ height }) => height)) + 2 * padding.y };
}

/** The row of heads, one ink for all. */
export function headOf(pdf: Pdf, columns: readonly Column[], ink: Ink, padding: Padding): Row {
  return rowOf(
    pdf,
    columns,
    columns.map(({ head }) => [{ text: head, ink }]),
    padding,
  );
}

/** A row longer than a page becomes several: each takes so many lines of its longest cell. */
export function cutRow(row: Row, room: number, padding: Padding): readonly Row[] {
  if (row.height <= room) return [row];
  const space = room - 2 * padding.y;
  const parts: Row[] = [];
  let cells = row.cells;
  while (cells.some(({ parts: left }) => left.length > 0)) {
    const cuts = cells.map((cell) => cutStack(cell, space));
    const tops = cuts.map(([top]) => top);
    parts.push({ cells: tops, height: Math.max(...tops.map(({ height }) => height)) + 2 * padding.y });
    cells = cuts.map(([, rest]) => rest);
  }
  return parts;
}

/** What fits of a stack, at least a line; and the rest of it. */
export function cutStack(stack: Stack, room: number): readonly [top: Stack, rest: Stack] {
  const top: Stack['parts'][number][] = [];
  const rest: Stack['parts'][number][] = [];
  let from = 0;
  for (const part of stack.parts) {
    const fits = Math.max(top.length === 0 ? 1 : 0, Math.floor((room - part.top) / part.ink.leading + 1e-6));
    const head = rest.length > 0 ? 0 : Math.min(fits, part.lines.length);
    if (head > 0) top.push({ ...part, lines: part.lines.slice(0, head) });
    if (head === part.lines.length) continue;
    if (rest.length === 0) from = part.top + head * part.ink.leading;
    rest.push({
      ...part,
      lines: part.lines.slice(head),
      top: Math.max(0, part.top + head * part.ink.leading - from),
    });
  }
  return [heightened(stack, top), heightened(stack, rest)];
}

function heightened({ width }: Stack, parts: Stack['parts']): Stack {
  const last = parts[parts.length - 1];
  return { parts, width, height: last ? last.top + last.lines.length * last.ink.leading : 0 };
}

/** Paints a row's cells, tagged TR with TH or TD, or untagged where nobody needs to hear them again. */
export function paintRow(
  pdf: Pdf,
  columns: readonly Column[],
  row: Row,
  place: { readonly x: number; readonly y: number; readonly bottom?: boolean },
  padding: Padding,
  table: PDFKit.PDFStructureElement | null,
  cell: 'TH' | 'TD' = 'TD',
): void {
  const line = table && pdf.doc.struct('TR');
  if (table && line) table.add(line);
  let x = place.x;
  for (const [index, { align, width }] of columns.entries()) {
    const stack = row.cells[index];
    const left = x + padding.x;
    const top = place.y + padding.y + (place.bottom ? row.height - 2 * padding.y - stack.height : 0);
    const paint = (): void => paintWords(pdf, stack, left, top, align);
    if (line) line.add(pdf.doc.struct(cell, cell === 'TH' ? { scope: 'Column' } : {}, paint));
    else paint();
    x += width;
  }
  line?.end();
}

/**
 * How wide columns are: those of figures as wide as their figures, the one of words takes the rest, and at least its share.
 * @param wanted the widest of each column  @param wordy which is of words  @param least its width in points
 */
export function shareWidth(
  wanted: readonly number[],
  wordy: number,
  total: number,
  least: number,
): readonly number[] {
  const others = wanted.reduce((sum, width, index) => (index === wordy ? sum : sum + width), 0);
  const shrink = Math.min(1, (total - least) / others);
  return wanted.map((width, index) => (index === wordy ? total - others * shrink : width * shrink));
}
