/** Words that run on over pages, a line at a time. */
import { nextPage, type Place } from './frame.ts';
import type { Pdf } from './pdf.ts';
import { paintStack, type Stack } from './stack.ts';
import { cutStack } from './table.ts';

/** Paints a stack from `y` down, and on as many pages as it takes. @returns where what follows may begin */
export function runOn(pdf: Pdf, stack: Stack, y: number, place: Place, x = place.area.x): number {
  if (stack.parts.length === 0) return y;
  const [first] = stack.parts;
  if (y + first.ink.leading > place.bottom) return runOn(pdf, stack, nextPage(pdf, place), place, x);
  const [top, rest] = cutStack(stack, place.bottom - y);
  paintStack(pdf, top, x, y);
  return rest.parts.length === 0 ? y + top.height : runOn(pdf, rest, nextPage(pdf, place), place, x);
}
