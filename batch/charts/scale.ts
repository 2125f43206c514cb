/** The upright scale of a chart: from nothing to a round figure, with a line at each step. */
import { numberText } from '../../shared/base/numbers-text.ts';
import { type Language, NO_BREAK_SPACE } from '../../shared/base/words.ts';
import { RULE } from '../workbook/style.ts';
import { PADDING, paint, TEXT_SIZE, WIDTH } from './chart.ts';
import { element, words } from './svg.ts';

export type Scale = { readonly top: number; readonly step: number };

const MOST_STEPS = 5;
const ROUNDING = 1e-9; // what binary fractions lose
const ROUND = [1, 2, 2.5, 5, 10];

/** @param most the largest value shown, above 0 */
export function scaleFor(most: number): Scale {
  const decade = 10 ** Math.floor(Math.log10(most / MOST_STEPS));
  const step = (ROUND.find((round) => round * decade * MOST_STEPS >= most * (1 - ROUNDING)) ?? 10) * decade;
  return { top: Math.ceil(most / step - ROUNDING) * step, step };
}

/** Where the columns or lines stand. */
export type Plot = {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
};

/** The place of a value, in pixels from the top. */
export function heightOf(value: number, { top }: Scale, plot: Plot): number {
  return plot.bottom - (value / top) * (plot.bottom - plot.top);
}

/** A line at each step, and its figure on the left. */
export function gridLines(scale: Scale, plot: Plot, language: Language): readonly string[] {
  const count = Math.round(scale.top / scale.step);
  return Array.from({ length: count + 1 }, (_, at) => {
    const value = at * scale.step;
    const y = heightOf(value, scale, plot);
    const line = element('path', { d: `M${plot.left} ${Math.round(y)}H${plot.right}`, stroke: paint(RULE) });
    const label = stepText(value, scale, language);
    return line + words(plot.left - 8, y + TEXT_SIZE / 3, label, { 'text-anchor': 'end' });
  });
}

/** `250`, `20 k`, `1,5 M`: short, because what matters is written beside the columns. */
function stepText(value: number, { step, top }: Scale, language: Language): string {
  const [unit, sign] = top >= 1e6 ? [1e6, 'M'] : top >= 1e4 ? [1e3, 'k'] : [1, ''];
  if (value === 0) return '0';
  const text = numberText(value / unit, decimalsOf(step / unit), language);
  const space = language === 'fr' ? NO_BREAK_SPACE : '';
  return sign === '' ? text : `${text}${space}${sign}`;
}

/** How many decimals tell one step from the next. */
function decimalsOf(step: number): number {
  for (let decimals = 0; decimals < 3; decimals++) {
    if (Number.isInteger((Math.round(step * 1e6) / 1e6) * 10 ** decimals)) return decimals;
  }
  return 3;
}

/** A plot as wide as the drawing allows beside the scale's figures. */
export function plotBetween(top: number, bottom: number, scaleWidth = 52): Plot {
  return { left: PADDING + scaleWidth, right: WIDTH - PADDING, top, bottom };
}
