/** Words that run on over pages, a line at a time. */
import { nextPage, SIDE } from './frame.ts';
import type { Pdf } from './pdf.ts';
import { paintStack, type Stack } from './stack.ts';
import { cutStack } from './table.ts';

export type Place = {
  readonly bottom: number; // of every page
  readonly running: string; // the head of a page that continues
};

/** Paints a stack from `y` down, and on as many pages as it takes. @returns where what follows may begin */
export function runOn(pdf: Pdf, stack: Stack, y: number, { bottom, running }: Place, x = SIDE): number {
  if (stack.parts.length === 0) return y;
  const [first] = stack.parts;
  if (y + first.ink.leading > bottom)
    return runOn(pdf, stack, nextPage(pdf, running), { bottom, running }, x);
  const [top, rest] = cutStack(stack, bottom - y);
  paintStack(pdf, top, x, y);
  return rest.parts.length === 0
    ? y + top.height
    : runOn(pdf, rest, nextPage(pdf, running), { bottom, running }, x);
}
