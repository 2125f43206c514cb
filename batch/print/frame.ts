/** The frame of a page: its margins, what stands at its foot, and how far down there is room. */
import { COLORS, ink } from './ink.ts';
import { mm, PAGE, type Pdf, untagged } from './pdf.ts';
import { linesOf, rule, writeLine } from './pen.ts';

/** Where a page's words stand between left and right, in points. */
export type Area = { readonly x: number; readonly width: number };

export const SIDE = mm(15);
export const TOP = mm(11);
export const WIDTH = PAGE.width - 2 * SIDE;

/** All that the margins leave: tables of invoices. */
export const WIDE: Area = { x: SIDE, width: WIDTH };

/** What a page's foot says. */
export type Foot = {
  readonly area: Area;
  readonly lines: readonly string[];
  readonly height: number; // from its rule to the page's lower edge, in points
};

const SMALL = ink(7, COLORS.soft, 'regular', 1.35);
const BELOW = mm(8);
const MOST_LINES = 4;

/** The foot of every page, measured. */
export function footOf(pdf: Pdf, texts: readonly string[], area = WIDE): Foot {
  const lines = texts.flatMap((text) => linesOf(pdf, text, SMALL, area.width)).slice(0, MOST_LINES);
  return { area, lines, height: BELOW + (lines.length + 1) * SMALL.leading + 4 };
}

/** How far down a page there is room. */
export function bottomOf(foot: Foot): number {
  return PAGE.height - foot.height - 6;
}

const RUNNING = ink(8, COLORS.soft);

/** Where there is room on a page that continues, below its running head. */
export const FRESH_TOP = TOP + RUNNING.leading + 8;

/** Where a document goes on when a page is full. */
export type Place = {
  readonly area: Area;
  readonly bottom: number; // of every page
  readonly running: string; // the head of a page that continues, small
};

/** Begins a page. @returns FRESH_TOP */
export function nextPage(pdf: Pdf, { area, running }: Pick<Place, 'area' | 'running'>): number {
  pdf.doc.addPage();
  const [line] = linesOf(pdf, running, RUNNING, area.width);
  untagged(pdf, () => writeLine(pdf, line ?? '', area.x, TOP, RUNNING));
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

function paintFoot(pdf: Pdf, { area, height, lines }: Foot, number: string): void {
  const top = PAGE.height - height;
  rule(pdf, COLORS.line, area.x, top, area.width);
  for (const [index, line] of [...lines, number].entries()) {
    const y = top + 4 + index * SMALL.leading;
    writeLine(pdf, line, area.x, y, SMALL, area.width, index === lines.length ? 'right' : 'center');
  }
}
