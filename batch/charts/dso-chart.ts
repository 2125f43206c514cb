/** DSO month by month: count-back, simple, and the best there could be. */
import { numberText } from '../../shared/base/numbers-text.ts';
import type { Language, Words } from '../../shared/base/words.ts';
import type { DsoMonth } from '../../shared/receivables/dso.ts';
import type { CurrencyReport, Report } from '../answers/report.ts';
import { type FigureKey, figureLabel } from '../workbook/sheets/figures.ts';
import { NAVY, TEAL } from '../workbook/style.ts';
import { say } from '../workbook/words.ts';
import { apart } from './apart.ts';
import { type Chart, drawing, FIGURE, PADDING, paint, TEXT_SIZE } from './chart.ts';
import { legend } from './legend.ts';
import { monthText, shortMonth } from './months.ts';
import { gridLines, heightOf, type Plot, plotBetween, type Scale, scaleFor } from './scale.ts';
import { element, pathThrough, words } from './svg.ts';

const WORDS = {
  title: { fr: 'DSO en jours ({currency})', en: 'DSO in days ({currency})' },
  says: { fr: 'DSO sur {count} mois, en jours. {lines}.', en: 'DSO over {count} months, in days. {lines}.' },
  first: {
    fr: '{label} : {last} fin {month}, de {low} (fin {lowMonth}) à {high} (fin {highMonth})',
    en: '{label}: {last} at the end of {month}, from {low} ({lowMonth}) to {high} ({highMonth})',
  },
  other: { fr: '{label} : {last}', en: '{label}: {last}' },
} as const;

type Line = { readonly key: FigureKey; readonly colour: string; readonly dash: string };

const LINES: readonly Line[] = [
  { key: 'countBack', colour: NAVY, dash: '' },
  { key: 'simple', colour: TEAL, dash: '10 4' },
  { key: 'bestPossible', colour: '7F96AD', dash: '3 4' },
];

const PLOT_HEIGHT = 180;
const MONTHS_A_LABEL = 6;
const LAST_FIGURE = 34; // room for the last month's figure, right of the lines

/** @returns null where no month has a figure */
export function dsoChart({ language }: Report, { currency, dso }: CurrencyReport): Chart | null {
  const { monthly } = dso;
  const lines = LINES.filter(({ key }) => monthly.some((month) => month[key].value !== null));
  const values = lines.flatMap(({ key }) => monthly.map((month) => month[key].value ?? 0));
  const most = Math.max(0, ...values);
  if (most <= 0) return null;
  const above = legend(
    lines.map((line) => ({ ...line, label: figureLabel(line.key, language) })),
    PADDING,
  );
  const top = PADDING + above.height + 14;
  const whole = plotBetween(top, top + PLOT_HEIGHT);
  const plot = { ...whole, right: whole.right - LAST_FIGURE };
  const scale = scaleFor(most);
  return {
    key: 'dso',
    title: say(WORDS.title, language, { currency }),
    says: say(WORDS.says, language, {
      count: String(monthly.length),
      lines: lines
        .map((line, at) => sentenceOf(line, monthly, at === 0 ? WORDS.first : WORDS.other, language))
        .join(language === 'fr' ? '\u202f; ' : '; '),
    }),
    svg: drawing(plot.bottom + 22 + PADDING, [
      ...above.parts,
      ...gridLines(scale, plot, language),
      ...monthLabels(monthly, plot, language),
      ...lines.map((line) => lineOf(line, monthly, scale, plot)),
      ...lastFigures(lines, monthly, scale, plot, language),
    ]),
  };
}

function placeOf(at: number, count: number, { left, right }: Plot): number {
  return count < 2 ? right : left + 6 + (at / (count - 1)) * (right - left - 12);
}

function lineOf({ colour, dash, key }: Line, monthly: readonly DsoMonth[], scale: Scale, plot: Plot): string {
  const points = monthly.map((month, at) => {
    const { value } = month[key];
    return value === null
      ? null
      : ([placeOf(at, monthly.length, plot), heightOf(value, scale, plot)] as const);
  });
  return element('path', {
    d: pathThrough(points),
    fill: 'none',
    stroke: paint(colour),
    'stroke-width': key === 'countBack' ? 3.5 : 2.5,
    'stroke-linecap': 'round',
    'stroke-linejoin': 'round',
    ...(dash === '' ? {} : { 'stroke-dasharray': dash }),
  });
}

/** Counted from the last month, which is the one that matters. */
function monthLabels(monthly: readonly DsoMonth[], plot: Plot, language: Language): readonly string[] {
  const count = monthly.length;
  const labels: string[] = [];
  for (let at = count - 1; at >= 0; at -= MONTHS_A_LABEL) {
    const x = placeOf(at, count, plot);
    labels.push(
      words(x, plot.bottom + 22, shortMonth(monthly[at].end, language), { 'text-anchor': 'middle' }),
    );
  }
  return labels;
}

/** The last month's figures at the end of the lines. */
function lastFigures(
  lines: readonly Line[],
  monthly: readonly DsoMonth[],
  scale: Scale,
  plot: Plot,
  language: Language,
): readonly string[] {
  const last = monthly[monthly.length - 1];
  const figures = lines.flatMap(({ colour, key }) => {
    const { value } = last[key];
    return value === null ? [] : [{ colour, value }];
  });
  figures.sort((a, b) => b.value - a.value);
  const wanted = figures.map(({ value }) => heightOf(value, scale, plot) + TEXT_SIZE / 3);
  const places = apart(wanted, TEXT_SIZE, plot.bottom + TEXT_SIZE / 3);
  return figures.map(({ colour, value }, at) =>
    words(plot.right + 6, places[at], numberText(value, 0, language), { ...FIGURE, fill: paint(colour) }),
  );
}

/** The first line with its lowest and highest month, the others by their last figure. */
function sentenceOf({ key }: Line, monthly: readonly DsoMonth[], text: Words, language: Language): string {
  const known = monthly.flatMap((month) => {
    const { value } = month[key];
    return value === null ? [] : [{ value, end: month.end }];
  });
  const byValue = [...known].sort((a, b) => a.value - b.value);
  const [last, low, high] = [known[known.length - 1], byValue[0], byValue[byValue.length - 1]];
  return say(text, language, {
    label: figureLabel(key, language),
    last: numberText(last.value, 1, language),
    month: monthText(last.end, language),
    low: numberText(low.value, 1, language),
    lowMonth: monthText(low.end, language),
    high: numberText(high.value, 1, language),
    highMonth: monthText(high.end, language),
  });
}
