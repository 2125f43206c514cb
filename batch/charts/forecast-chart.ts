/** Cash expected in each of 13 weeks, and the range in which four weeks of five fall. */
import { decimalNumber } from '../../shared/base/money.ts';
import { dayText, moneyText } from '../../shared/base/numbers-text.ts';
import type { ForecastWeek } from '../../shared/insight/forecast/forecast.ts';
import type { CurrencyReport, Report } from '../answers/report.ts';
import { NAVY } from '../workbook/style.ts';
import { say } from '../workbook/words.ts';
import { type Chart, drawing, PADDING, paint } from './chart.ts';
import { legend } from './legend.ts';
import { shortDay } from './months.ts';
import { gridLines, heightOf, type Plot, plotBetween, type Scale, scaleFor } from './scale.ts';
import { element, words } from './svg.ts';

const WORDS = {
  title: { fr: 'Encaissements attendus ({currency})', en: 'Cash expected ({currency})' },
  expected: { fr: 'Attendu', en: 'Expected' },
  range: { fr: 'Quatre semaines sur cinq', en: 'Four weeks of five' },
  says: {
    fr: 'Encaissements attendus sur {count} semaines : {total}. Semaine du {first} : {firstAmount}, entre {low} et {high} quatre fois sur cinq.{best}',
    en: 'Cash expected over {count} weeks: {total}. Week from {first}: {firstAmount}, between {low} and {high} four times of five.{best}',
  },
  best: {
    fr: ' Semaine la plus forte, celle du {day} : {amount}.',
    en: ' Strongest week, from {day}: {amount}.',
  },
} as const;

const EXPECTED = '8FB8D4';
const PLOT_HEIGHT = 180;
const WEEKS_A_LABEL = 3;

/** @returns null where nothing can be foretold, or nothing is expected */
export function forecastChart(report: Report, part: CurrencyReport): Chart | null {
  const { language } = report;
  const weeks = part.forecast.value?.weeks ?? [];
  const most = Math.max(0, ...weeks.map(({ expected, high }) => Math.max(expected, high)));
  if (most <= 0) return null;
  const keys = [
    { label: say(WORDS.expected, language), colour: EXPECTED, dash: '' },
    { label: say(WORDS.range, language), colour: NAVY, dash: '' },
  ];
  const above = legend(keys, PADDING);
  const top = PADDING + above.height + 14;
  const plot = plotBetween(top, top + PLOT_HEIGHT);
  const scale = scaleFor(decimalNumber(most, part.currency));
  return {
    key: 'forecast',
    title: say(WORDS.title, language, { currency: part.currency }),
    says: sentenceOf(report, part, weeks),
    svg: drawing(plot.bottom + 22 + PADDING, [
      ...above.parts,
      ...gridLines(scale, plot, language),
      ...weeks.map((week, at) => {
        const middle = middleOf(at, weeks.length, plot);
        const label =
          at % WEEKS_A_LABEL === 0
            ? words(middle, plot.bottom + 22, shortDay(week.from, language), { 'text-anchor': 'middle' })
            : '';
        return weekOf(week, part.currency, middle, scale, plot) + label;
      }),
    ]),
  };
}

const COLUMN = 22;
const CAP = 5;

function middleOf(at: number, count: number, { left, right }: Plot): number {
  return left + ((right - left) / count) * (at + 0.5);
}

function weekOf(week: ForecastWeek, currency: string, middle: number, scale: Scale, plot: Plot): string {
  const at = (minor: number): number => heightOf(decimalNumber(minor, currency), scale, plot);
  const [low, expected, high] = [at(week.low), at(week.expected), at(week.high)].map(
    (y) => Math.round(y * 10) / 10,
  );
  const column = element('rect', {
    x: middle - COLUMN / 2,
    y: expected,
    width: COLUMN,
    height: plot.bottom - expected,
    fill: paint(EXPECTED),
  });
  const x = Math.round(middle);
  const range = element('path', {
    d: `M${x - CAP} ${high}h${2 * CAP}m${-CAP} 0V${low}m${-CAP} 0h${2 * CAP}`,
    fill: 'none',
    stroke: paint(NAVY),
    'stroke-width': 2,
  });
  return column + range;
}

function sentenceOf(
  { language }: Report,
  { currency }: CurrencyReport,
  weeks: readonly ForecastWeek[],
): string {
  const money = (minor: number): string => moneyText(minor, currency, language);
  const [first] = weeks;
  const best = weeks.reduce((found, week) => (week.expected > found.expected ? week : found), first);
  return say(WORDS.says, language, {
    count: String(weeks.length),
    total: money(weeks.reduce((sum, { expected }) => sum + expected, 0)),
    first: dayText(first.from, language),
    firstAmount: money(first.expected),
    low: money(first.low),
    high: money(first.high),
    best:
      best === first
        ? ''
        : say(WORDS.best, language, { day: dayText(best.from, language), amount: money(best.expected) }),
  });
}
