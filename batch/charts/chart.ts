/** A chart of the weekly mail: what stands above it, what it says to who does not see it, and its drawing. */
import { GREY, INK } from '../workbook/style.ts';
import { element } from './svg.ts';

export type Chart = {
  readonly key: 'ageing' | 'dso' | 'forecast';
  readonly title: string;
  readonly says: string; // its figures in a sentence
  readonly svg: string;
};

/** Pixels of the drawing, as wide as the mail's column. On a telephone it shows at some 60 %: hence the large letters. */
export const WIDTH = 536;
export const TEXT_SIZE = 17;
export const PADDING = 14;

/** The whole drawing on white, which stays white where a mail is read in the dark. */
export function drawing(height: number, parts: readonly string[]): string {
  const ground = element('rect', { width: WIDTH, height, rx: 8, fill: '#ffffff' });
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width: WIDTH,
      height,
      viewBox: `0 0 ${WIDTH} ${height}`,
      'font-family': 'Source Sans 3',
      'font-size': TEXT_SIZE,
      fill: paint(GREY),
    },
    `\n${[ground, ...parts].join('\n')}\n`,
  );
}

/** A colour of the workbook, such as `1F3A5F`. */
export function paint(colour: string): string {
  return `#${colour.toLowerCase()}`;
}

/** Figures written beside what they measure. */
export const FIGURE = { fill: paint(INK), 'font-weight': 700 } as const;
