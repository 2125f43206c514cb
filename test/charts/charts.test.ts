/** The charts of the mail: kept drawings, the same figures as the JSON, and nothing drawn where there is nothing. */
import { describe, expect, test } from 'vitest';
import { reportJson } from '../../batch/answers/json.ts';
import type { CurrencyReport } from '../../batch/answers/report.ts';
import { ageingChart } from '../../batch/charts/ageing-chart.ts';
import { chartsOf } from '../../batch/charts/charts.ts';
import { dsoChart } from '../../batch/charts/dso-chart.ts';
import { forecastChart } from '../../batch/charts/forecast-chart.ts';
import { paintPictures } from '../../batch/charts/paint.ts';
import { isRecord } from '../../batch/delivery/json.ts';
import { moneyText, numberText } from '../../shared/base/numbers-text.ts';
import { at } from '../answers/json-of.ts';
import { expectTypeset, typeset } from '../french.ts';
import { expectGolden } from '../golden-file.ts';
import { readPng } from './read-png.ts';
import { euros, handMade } from './report-with.ts';

for (const language of ['fr', 'en'] as const) {
  test(`the ${language} charts are the kept ones`, async () => {
    const report = await handMade(language);
    const charts = chartsOf(report, euros(report));
    expect(charts.map(({ key }) => key)).toEqual(['ageing', 'dso', 'forecast']);
    for (const { key, says, svg, title } of charts) {
      expectGolden(`charts/${key}.${language}.svg`, `<!-- ${title}: ${says} -->\n${svg}\n`);
      if (language === 'fr') expectTypeset(says);
    }
  });
}

/** The French report and its JSON, euros alone. */
async function withJson() {
  const report = await handMade('fr');
  const [part] = report.currencies;
  const json: unknown = at(JSON.parse(Array.from(reportJson(report)).join('')), 'currencies.0');
  const money = (path: string): string => moneyText(Math.round(Number(at(json, path)) * 100), 'EUR', 'fr');
  return { report, part, json, money };
}

describe('the sentences hold the figures of the JSON', () => {
  test('ageing: every bucket, and their sum', async () => {
    const { money, part, report } = await withJson();
    const says = ageingChart(report, part)?.says;
    for (const [name, bucket] of [
      ['non échu', 'notDue'],
      ['1 à 30 jours', 'd1to30'],
      ['31 à 60 jours', 'd31to60'],
      ['61 à 90 jours', 'd61to90'],
      ['plus de 90 jours', 'd90plus'],
    ]) {
      expect(says).toContain(`${name} ${money(`ageing.total.${bucket}`)}`);
    }
    expect(says).toContain(typeset(`Total : ${money('receivables.open')}.`));
  });
  test('DSO: the last month, and the best and the worst of them', async () => {
    const { json, part, report } = await withJson();
    const months = rowsOf(at(json, 'dso.monthly'));
    const known = months.map(({ countBack }) => countBack).filter((days) => typeof days === 'number');
    expect(known.length).toBeGreaterThan(1);
    const [last, low, high] = [known[known.length - 1], Math.min(...known), Math.max(...known)].map((days) =>
      numberText(days, 1, 'fr'),
    );
    const says = dsoChart(report, part)?.says;
    expect(says).toMatch(
      new RegExp(`DSO par épuisement.: ${last} fin octobre 2026, de ${low} .* à ${high} `),
    );
    expect(says).toContain(typeset(`DSO simple : ${numberText(Number(months.at(-1)?.simple), 1, 'fr')}`));
  });
  test('forecast: the sum of the weeks, and the first one with its range', async () => {
    const { json, money, part, report } = await withJson();
    const weeks = rowsOf(at(json, 'forecast.weeks'));
    const sum = weeks.reduce((cents, { expected }) => cents + Math.round(Number(expected) * 100), 0);
    const says = forecastChart(report, part)?.says;
    expect(says).toContain(typeset(`sur 13 semaines : ${moneyText(sum, 'EUR', 'fr')}.`));
    const [expected, low, high] = ['expected', 'low', 'high'].map((key) => money(`forecast.weeks.0.${key}`));
    expect(says).toContain(
      typeset(`Semaine du 21 novembre 2026 : ${expected}, entre ${low} et ${high} quatre`),
    );
  });
});

function rowsOf(value: unknown): readonly Readonly<Record<string, unknown>>[] {
  if (!Array.isArray(value)) throw new Error('no list');
  return value.filter(isRecord);
}

/** The euros with this expected in each week. */
function expecting(part: CurrencyReport, expected: number): Partial<CurrencyReport> {
  const { value } = part.forecast;
  if (value === null) throw new Error('no forecast');
  const weeks = value.weeks.map((week) => ({ ...week, expected, low: 0, high: expected }));
  return { forecast: { value: { ...value, weeks } } };
}

function withoutDso({ dso }: CurrencyReport): Partial<CurrencyReport> {
  const none = { value: null, reason: 'no-sales' } as const;
  const unknown = { countBack: none, simple: none, bestPossible: none };
  return { dso: { ...dso, monthly: dso.monthly.map((month) => ({ ...month, ...unknown })) } };
}

describe('nothing is drawn where there is nothing', () => {
  type Changes = (part: CurrencyReport) => Partial<CurrencyReport>;
  const noForecast: Changes = () => ({ forecast: { value: null, reason: 'no-payment' } });
  const cases: readonly (readonly [name: string, changes: Changes, left: readonly string[]])[] = [
    [
      'nothing open',
      ({ receivables }) => ({ receivables: { ...receivables, open: 0 } }),
      ['dso', 'forecast'],
    ],
    ['no month with a figure', withoutDso, ['ageing', 'forecast']],
    ['no month at all', ({ dso }) => ({ dso: { ...dso, monthly: [] } }), ['ageing', 'forecast']],
    ['no forecast', noForecast, ['ageing', 'dso']],
    ['nothing expected', (part) => expecting(part, 0), ['ageing', 'dso']],
    ['one cent expected', (part) => expecting(part, 1), ['ageing', 'dso', 'forecast']],
  ];
  for (const [name, changes, left] of cases) {
    test(name, async () => {
      const report = await handMade('fr');
      const part = euros(report);
      expect(chartsOf(report, { ...part, ...changes(part) }).map(({ key }) => key)).toEqual(left);
    });
  }
});

describe('amounts above the columns', () => {
  for (const [notDue, currency, text] of [
    [99_99, 'EUR', '99,99'],
    [100_00, 'EUR', '100'],
    [9_999_999_49, 'EUR', '9\u202f999\u202f999'],
    [12_345_678_00, 'EUR', '12,3 M'],
    [10_500, 'KWD', '10,500'],
    [99, 'JPY', '99'],
  ] as const) {
    test(`${notDue} minor units of ${currency}`, async () => {
      const report = await handMade('fr');
      const total = { notDue, d1to30: 0, d31to60: 0, d61to90: 0, d90plus: 0 };
      const part = euros(report, { currency, ageing: { total, clients: [] } });
      const svg = ageingChart(report, part)?.svg ?? '';
      expect(/font-weight="700">([^<]*)/.exec(svg)?.[1]).toBe(text);
    });
  }
});

test('a drawing becomes a picture of twice its size, on white, in the colours and the typeface it names', async () => {
  const report = await handMade('fr');
  const [ageing] = chartsOf(report, euros(report));
  const [png, again] = await paintPictures([ageing.svg, ageing.svg]);
  expect(Buffer.from(png).equals(Buffer.from(again))).toBe(true);
  expect(png.length).toBeLessThan(80_000);
  const pixels = readPng(png);
  expect([pixels.width, pixels.height]).toEqual([1072, 532]);
  expect(pixels.at(536, 4)).toBe('#ffffff');
  const [, x = '', y = ''] = /<rect x="([\d.]+)" y="([\d.]+)"[^>]*fill="#5b8db8"/.exec(ageing.svg) ?? [];
  expect(pixels.at(Math.round(2 * Number(x)) + 20, Math.round(2 * Number(y)) + 10)).toBe('#5b8db8');
  expect(inked(pixels, 0, 2 * 224, 1072, 532)).toBeGreaterThan(1000); // the names under the columns
});

test('no drawing, no picture', async () => expect(await paintPictures([])).toEqual([]));

function inked(
  { at: colour }: ReturnType<typeof readPng>,
  left: number,
  top: number,
  right: number,
  bottom: number,
): number {
  let count = 0;
  for (let y = top; y < bottom; y++)
    for (let x = left; x < right; x++) if (colour(x, y) !== '#ffffff') count++;
  return count;
}
