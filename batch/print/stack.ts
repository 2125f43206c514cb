/** Paragraphs one below the other in a column: measured first, then put where there is room. */
import type { Ink } from './ink.ts';
import { type Pdf, tagged } from './pdf.ts';
import { type Align, linesOf, writeLine } from './pen.ts';

export type Paragraph = {
  readonly text: string;
  readonly ink: Ink;
  readonly above?: number; // free points above it, unless it stands first
  readonly tag?: string; // P where none is said
};

type Placed = {
  readonly lines: readonly string[];
  readonly ink: Ink;
  readonly top: number;
  readonly tag: string;
};

export type Stack = { readonly parts: readonly Placed[]; readonly width: number; readonly height: number };

/** @param width of the column, in points */
export function stackOf(pdf: Pdf, paragraphs: readonly Paragraph[], width: number): Stack {
  let height = 0;
  const parts = paragraphs.map(({ text, ink, above = 0, tag = 'P' }, index) => {
    const lines = linesOf(pdf, text, ink, width);
    const top = height + (index === 0 ? 0 : above);
    height = top + lines.length * ink.leading;
    return { lines, ink, top, tag };
  });
  return { parts, width, height };
}

/** Paints a stack, each paragraph under its own tag. */
export function paintStack(
  pdf: Pdf,
  stack: Stack,
  x: number,
  y: number,
  align: Align = 'left',
  parent = pdf.root,
): void {
  for (const part of stack.parts) {
    tagged(pdf, part.tag, () => paintPart(pdf, part, x, y, stack.width, align), parent);
  }
}

/** Paints a stack under a tag that is already open. */
export function paintWords(pdf: Pdf, stack: Stack, x: number, y: number, align: Align = 'left'): void {
  for (const part of stack.parts) paintPart(pdf, part, x, y, stack.width, align);
}

function paintPart(
  pdf: Pdf,
  { lines, ink, top }: Placed,
  x: number,
  y: number,
  width: number,
  align: Align,
): void {
  for (const [index, line] of lines.entries()) {
    writeLine(pdf, line, x, y + top + index * ink.leading, ink, width, align);
  }
}
