/** The frame of a page: its margins, what stands at its foot, and how far down there is room. */
import { COLORS, ink } from './ink.ts';
import { mm, PAGE, type Pdf, untagged } from './pdf.ts';
import { linesOf, rule, writeLine } from './pen.ts';

/** What a page's foot says. */
export type Foot = {
  readonly lines: readonly string[];
  readonly height: number; // from its rule to the page's lower edge, in points
};

export const SIDE = mm(15);
export const TOP = mm(11);
export const WIDTH = PAGE.width - 2 * SIDE;

const SMALL = ink(7, COLORS.soft, 'regular', 1.35);
const BELOW = mm(8);
const MOST_LINES = 4;

/** The foot of every page, measured. */
export function footOf(pdf: Pdf, texts: readonly string[]): Foot {
  const lines = texts.flatMap((text) => linesOf(pdf, text, SMALL, WIDTH)).slice(0, MOST_LINES);
  return { lines, height: BELOW + (lines.length + 1) * SMALL.leading + 4 };
}

/** How far down a page there is room. */
export function bottomOf(foot: Foot): number {
  return PAGE.height - foot.height - 6;
}

const RUNNING = ink(8, COLORS.soft);

/** Where there is room on a page that continues, below its running head. */
export const FRESH_TOP = TOP + RUNNING.leading + 6;

/** Begins a page. @param running what it says at its head, small, of the document it continues  @returns FRESH_TOP */
export function nextPage(pdf: Pdf, running: string): number {
  pdf.doc.addPage();
  const [line] = linesOf(pdf, running, RUNNING, WIDTH);
  untagged(pdf, () => writeLine(pdf, line ?? '', SIDE, TOP, RUNNING));
  return FRESH_TOP;
}

/** Writes the foot of every page, once it is known how many there are. */
export function paintFeet(pdf: Pdf, foot: Foot): void {
  const { count } = pdf.doc.bufferedPageRange();
  for (let page = 0; page < count; page++) {
    pdf.doc.switchToPage(page);
    untagged(pdf, () => paintFoot(pdf, foot, `${page + 1} / ${count}`));
  }
}

function paintFoot(pdf: Pdf, { height, lines }: Foot, number: string): void {
  const top = PAGE.height - height;
  rule(pdf, COLORS.line, SIDE, top, WIDTH);
  for (const [index, line] of [...lines, number].entries()) {
    const y = top + 4 + index * SMALL.leading;
    writeLine(pdf, line, SIDE, y, SMALL, WIDTH, index === lines.length ? 'right' : 'center');
  }
}
