import { describe, expect, test } from 'vitest';
import { type CivilDate, civilDate, dayNumber } from '../../shared/base/civil-date.ts';
import { halfYearOf, nextHalfYear, rateTable } from '../../shared/law/half-year-rates.ts';
import { type InterestTerms, type LateInterest, lateInterest } from '../../shared/law/late-interest.ts';

type RateRow = readonly [from: CivilDate, percent: number, series?: string];
type Span = readonly [after: CivilDate, through: CivilDate, principal: number];

const ECB: readonly RateRow[] = [
  ['2025-06-11', 2.15],
  ['2026-06-17', 2.4],
  ['2026-09-16', 2.65],
];
const ECB_10: InterestTerms = { rate: 'series', series: 'ECB-MRO', margin: 10, applies: 'eachHalfYear' };
const FIXED_8: InterestTerms = { rate: 'series', series: 'ECB-MRO', margin: 8, applies: 'firstDay' };

function interest(spans: readonly Span[], terms = ECB_10, rows = ECB): LateInterest {
  const rates = rows.map(([from, percent, series = 'ECB-MRO']) => ({
    series,
    from: dayNumber(from),
    percent,
  }));
  const numbered = spans.map(([after, through, principal]) => ({
    after: dayNumber(after),
    through: dayNumber(through),
    principal,
  }));
  return lateInterest(numbered, terms, rateTable(rates));
}

function segments(found: LateInterest): readonly string[] {
  if (found.minor === null) return [];
  return found.segments.map(
    ({ days, from, percent, principal, through }) =>
      `${civilDate(from)} to ${civilDate(through)}: ${days} d of ${principal} at ${percent}`,
  );
}

describe('1,200.00 due on 15 June 2026', () => {
  // FACTS: 15 d at 12.15 % = 5.9918, and 20 d at 12.40 % = 8.1534: 14.15 where each rounded alone would give 14.14.
  for (const [paid, minor] of [
    ['2026-06-15', 0],
    ['2026-06-16', 40], // 0.399
    ['2026-06-30', 599],
    ['2026-07-01', 640], // 5.9918 + 0.4077
    ['2026-07-20', 1415],
    ['2026-12-31', 8100], // 5.9918 + 75.0115
    ['2027-01-01', 8142], // 81.0033 + 0.4159, at 12.65
  ] as const) {
    test(`paid on ${paid}`, () => expect(interest([['2026-06-15', paid, 120_000]]).minor).toBe(minor));
  }
  test('shows its segments', () =>
    expect(segments(interest([['2026-06-15', '2026-07-20', 120_000]]))).toEqual([
      '2026-06-16 to 2026-06-30: 15 d of 120000 at 12.15',
      '2026-07-01 to 2026-07-20: 20 d of 120000 at 12.4',
    ]));
});

test('a part paid reduces the principal from the day after', () => {
  const spans: readonly Span[] = [
    ['2026-01-01', '2026-01-11', 100_000],
    ['2026-01-11', '2026-01-31', 40_000],
    ['2026-01-31', '2026-02-20', 0],
  ];
  // 1000.00 x 10 d + 400.00 x 20 d = 18 000 x 12.15 % / 365 = 5.9918
  expect(interest(spans).minor).toBe(599);
});

describe('rounded once, half away from zero', () => {
  const flat = (percent: number): InterestTerms => ({ rate: 'percent', percent });
  for (const [principal, percent, minor] of [
    [365_000, 0.1, 1], // 1.0
    [547_500, 0.1, 2], // 1.5
    [547_499, 0.1, 1],
    [182_500, 0.1, 1], // 0.5
    [182_499, 0.1, 0],
    [36_500, 12.5, 13], // 12.5
  ] as const) {
    test(`${principal} at ${percent} % for a day`, () =>
      expect(interest([['2026-03-01', '2026-03-02', principal]], flat(percent)).minor).toBe(minor));
  }
  test('365 days also where the year has 366', () =>
    expect(interest([['2023-12-31', '2024-12-31', 100_000]], flat(10)).minor).toBe(10_027));
});

describe('a public buyer: the rate of the half-year in which interest began, to the end', () => {
  for (const [due, paid, minor] of [
    ['2026-06-15', '2026-07-20', 1168], // 35 d at 10.15 %
    ['2026-06-29', '2026-07-20', 701], // 30 June is the first day late: 21 d at 10.15 %
    ['2026-06-30', '2026-07-20', 684], // 1 July is: 20 d at 10.40 %
  ] as const) {
    test(`due ${due}, paid ${paid}`, () =>
      expect(interest([[due, paid, 120_000]], FIXED_8).minor).toBe(minor));
  }
});

describe('a half-year without a rate stops the calculation and names the row', () => {
  const BY_HALF: readonly RateRow[] = [
    ['2026-01-01', 2.15],
    ['2026-07-01', 2.4],
  ];
  for (const [name, rows, span, missing] of [
    ['no row at all', [], ['2026-06-15', '2026-07-20'], '2026-01-01'],
    ['a row too late', [['2026-01-02', 2.15]], ['2026-06-15', '2026-06-20'], '2026-01-01'],
    ['a row of the very day', [['2026-01-01', 2.15]], ['2026-06-15', '2026-06-30'], null],
    [
      'kept by half-year, the second lacks',
      [['2026-01-01', 2.15]],
      ['2026-06-15', '2026-07-01'],
      '2026-07-01',
    ],
    ['kept by half-year, both there', BY_HALF, ['2026-06-15', '2026-12-31'], null],
    ['kept by half-year, the next one begins', BY_HALF, ['2026-06-15', '2027-01-01'], '2027-01-01'],
    ['kept by day of effect, the last one stands', ECB, ['2026-06-15', '2027-01-01'], null],
    ['before the first', ECB, ['2025-06-20', '2025-07-20'], '2025-01-01'],
    ['of another series', [['2026-01-01', 2.15, 'FR-LEGAL-B']], ['2026-06-15', '2026-06-20'], '2026-01-01'],
    ['a series in small letters', [['2026-01-01', 2.15, ' ecb-mro ']], ['2026-06-15', '2026-06-20'], null],
  ] as const) {
    test(name, () => {
      const found = interest([[span[0], span[1], 120_000]], ECB_10, rows);
      const named = found.minor === null ? civilDate(found.missing.from) : null;
      expect(named).toBe(missing);
    });
  }
  test('a percentage needs no row', () =>
    expect(
      interest([['2026-06-15', '2026-07-20', 120_000]], { rate: 'percent', percent: 12 }, []).minor,
    ).toBe(1381));
});

test('half-years begin on 1 January and 1 July', () => {
  for (const [day, first, next] of [
    ['2026-01-01', '2026-01-01', '2026-07-01'],
    ['2026-06-30', '2026-01-01', '2026-07-01'],
    ['2026-07-01', '2026-07-01', '2027-01-01'],
    ['2028-12-31', '2028-07-01', '2029-01-01'],
  ] as const) {
    const half = halfYearOf(dayNumber(day));
    expect([civilDate(half), civilDate(nextHalfYear(half))]).toEqual([first, next]);
  }
});
