/** Facts side by side: a small label, and what it says below it. */
import type { LabelledText } from '../../shared/invoicing/document.ts';
import type { Area } from './frame.ts';
import { COLORS, ink } from './ink.ts';
import { type Pdf, untagged } from './pdf.ts';
import { rule } from './pen.ts';
import { paintStack, stackOf } from './stack.ts';

const LABEL = ink(8, COLORS.soft);
const TEXT = ink(9.5, COLORS.text, 'bold');
const MOST_A_ROW = 5;
const LEAST_A_ROW = 3; // a fact alone takes no more room than a third

/** Paints them in rows, a rule above each. @returns where what follows may begin */
export function paintFacts(
  pdf: Pdf,
  facts: readonly LabelledText[],
  { width, x }: Area,
  top: number,
  mostARow = MOST_A_ROW,
): number {
  let y = top;
  for (let first = 0; first < facts.length; first += mostARow) {
    const row = facts.slice(first, first + mostARow);
    const column = width / Math.max(Math.min(facts.length, mostARow), LEAST_A_ROW);
    const stacks = row.map(({ label, text }) => {
      const words = [
        { text: label, ink: LABEL },
        { text, ink: TEXT },
      ];
      return stackOf(pdf, words, column - 8);
    });
    const at = y;
    untagged(pdf, () => rule(pdf, COLORS.line, x, at, width));
    for (const [index, stack] of stacks.entries()) paintStack(pdf, stack, x + index * column, y + 5);
    y += Math.max(...stacks.map(({ height }) => height)) + 10;
  }
  return y;
}
