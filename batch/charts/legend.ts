/** What each colour means, above the chart; as many rows as it takes. */
import { PADDING, paint, TEXT_SIZE, WIDTH } from './chart.ts';
import { element, words } from './svg.ts';

export type Key = { readonly label: string; readonly colour: string; readonly dash: string };

const SIGN = 26;
const GAP = 18;
const LETTER = TEXT_SIZE * 0.5; // a letter's mean width, a little more than it is
const LEGEND_ROW = 24;

/** @returns the drawing, and how high it is */
export function legend(
  keys: readonly Key[],
  top: number,
): { readonly parts: readonly string[]; readonly height: number } {
  let x = PADDING;
  let row = 0;
  const parts = keys.map(({ colour, dash, label }) => {
    const width = SIGN + 6 + label.length * LETTER;
    if (x > PADDING && x + width > WIDTH - PADDING) {
      x = PADDING;
      row++;
    }
    const y = top + row * LEGEND_ROW + LEGEND_ROW / 2;
    const line = element('path', {
      d: `M${Math.round(x)} ${y}h${SIGN}`,
      stroke: paint(colour),
      'stroke-width': 4,
      ...(dash === '' ? {} : { 'stroke-dasharray': dash }),
    });
    const text = words(x + SIGN + 6, y + TEXT_SIZE / 3, label);
    x += width + GAP;
    return line + text;
  });
  return { parts, height: (row + 1) * LEGEND_ROW };
}
