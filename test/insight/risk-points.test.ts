import { expect, test } from 'vitest';
import { NO_DAY } from '../../shared/base/civil-date.ts';
import type { Chances } from '../../shared/insight/risk/chances.ts';
import type {
  Debt,
  Growth,
  History,
  Marks,
  RiskFigures,
  Word,
} from '../../shared/insight/risk/risk-figures.ts';
import { type RiskCode, riskPoints } from '../../shared/insight/risk/risk-points.ts';

const HISTORY: History = {
  due: 10,
  late: 0,
  daysOfLate: 0,
  settledOrOverdue: 10,
  lateness: 0,
  registerRate: 0.3,
  meanDaysLate: 0,
  hasTrend: false,
  recentDaysLate: 0,
  beforeDaysLate: 0,
};
const DEBT: Debt = {
  exposure: 0,
  overdue: 0,
  share: 0,
  limit: Number.POSITIVE_INFINITY,
  oldestInvoice: -1,
  oldestDays: 0,
  oldestOpen: 0,
};
const WORD: Word = {
  brokenPromises: 0,
  lastPromisedOn: NO_DAY,
  missedInstalments: 0,
  missedAmount: 0,
  missedSince: 0,
  latePlanOn: NO_DAY,
};
const MARKS: Marks = {
  insolvencyOn: NO_DAY,
  bounced: 0,
  bouncedAmount: 0,
  writtenOff: 0,
  sales: 1000_00,
  disputes: 0,
  disputedAmount: 0,
};

const GROWTH: Growth = {
  sales: 0,
  salesBefore: 0,
  hasTrend: true,
  termDays: 30,
  termDaysBefore: 30,
  usualExposure: 100_00,
};

type Given = {
  readonly isNew?: boolean;
  readonly chances?: Partial<Chances>;
  readonly growth?: Partial<Growth>;
  readonly history?: Partial<History>;
  readonly debt?: Partial<Debt>;
  readonly word?: Partial<Word>;
  readonly marks?: Partial<Marks>;
};

function figures({ isNew, history, chances, debt, growth, word, marks }: Given): RiskFigures {
  return {
    client: 0,
    knownSince: 0,
    isNew: isNew ?? false,
    chances: { late: 0, lateBy30: 0, ...chances },
    growth: { ...GROWTH, ...growth },
    history: { ...HISTORY, ...history },
    debt: { ...DEBT, ...debt },
    word: { ...WORD, ...word },
    marks: { ...MARKS, ...marks },
  };
}

function pointsOf(code: RiskCode, given: Given): number {
  return riskPoints(figures(given)).find((reason) => reason.code === code)?.points ?? 0;
}

const trend = (recentDaysLate: number, meanDaysLate: number) => ({
  history: { hasTrend: true, recentDaysLate, meanDaysLate },
});
const debt = (exposure: number, limit: number) => ({ debt: { exposure, limit } });

for (const [code, given, points] of [
  ['late-rate', { history: { lateness: 0 } }, 0],
  ['late-rate', { history: { lateness: 0.009 } }, 0],
  ['late-rate', { history: { lateness: 0.01 } }, 1],
  ['late-rate', { history: { lateness: 0.5 } }, 28],
  ['late-rate', { history: { lateness: 1 } }, 55],
  ['late-rate', { history: { due: 0, lateness: 1 } }, 0],
  ['no-history', { history: { due: 0, lateness: 0.3 } }, 17],
  ['no-history', { history: { due: 1, lateness: 0.3 } }, 0],
  ['worsening', trend(15, 15), 0],
  ['worsening', trend(14, 15), 0],
  ['worsening', trend(30, 15), 2],
  ['worsening', trend(60, 0), 10],
  ['worsening', { history: { recentDaysLate: 60 } }, 0],
  ['late-by-30', { chances: { lateBy30: 0.06 }, debt: { exposure: 1 } }, 0],
  ['late-by-30', { chances: { lateBy30: 0.07 }, debt: { exposure: 1 } }, 1],
  ['late-by-30', { chances: { lateBy30: 1 }, debt: { exposure: 1 } }, 8],
  ['late-by-30', { chances: { lateBy30: 1 } }, 0],
  ['oldest-overdue', { debt: { oldestDays: 30 } }, 0],
  ['oldest-overdue', { debt: { oldestDays: 39 } }, 0],
  ['oldest-overdue', { debt: { oldestDays: 40 } }, 1],
  ['oldest-overdue', { debt: { oldestDays: 90 } }, 3],
  ['oldest-overdue', { debt: { oldestDays: 180 } }, 6],
  ['oldest-overdue', { debt: { oldestDays: 181 } }, 6],
  ['concentration', { debt: { share: 0.1 } }, 0],
  ['concentration', { debt: { share: 0.25 } }, 2],
  ['concentration', { debt: { share: 0.5 } }, 5],
  ['concentration', { debt: { share: 1 } }, 5],
  ['fast-growing', { growth: { sales: 150_00, salesBefore: 100_00 } }, 0],
  ['fast-growing', { growth: { sales: 166_00, salesBefore: 100_00 } }, 1],
  ['fast-growing', { growth: { sales: 300_00, salesBefore: 100_00 } }, 5],
  ['fast-growing', { growth: { sales: 300_00, salesBefore: 100_00, hasTrend: false } }, 0],
  ['new-client', { isNew: true, debt: { exposure: 100_00 } }, 0],
  ['new-client', { isNew: true, debt: { exposure: 150_00 } }, 1],
  ['new-client', { isNew: true, debt: { exposure: 500_00 } }, 4],
  ['new-client', { isNew: false, debt: { exposure: 500_00 } }, 0],
  ['longer-terms', { growth: { termDays: 35 } }, 0],
  ['longer-terms', { growth: { termDays: 45 } }, 2],
  ['longer-terms', { growth: { termDays: 75 } }, 5],
  ['longer-terms', { growth: { termDays: 75, hasTrend: false } }, 0],
  ['insolvency', { marks: { insolvencyOn: 0 } }, 75],
  ['credit-limit', debt(80_00, 100_00), 0],
  ['credit-limit', debt(82_00, 100_00), 0],
  ['credit-limit', debt(83_00, 100_00), 1],
  ['credit-limit', debt(100_00, 100_00), 4],
  ['credit-limit', debt(150_00, 100_00), 10],
  ['credit-limit', debt(151_00, 100_00), 10],
  ['credit-limit', debt(1, 0), 10],
  ['credit-limit', debt(0, 0), 0],
  ['credit-limit', { debt: { exposure: 1e12 } }, 0],
  ['broken-promise', { word: { brokenPromises: 1 } }, 5],
  ['broken-promise', { word: { brokenPromises: 2 } }, 8],
  ['broken-promise', { word: { brokenPromises: 3 } }, 10],
  ['broken-promise', { word: { brokenPromises: 4 } }, 10],
  ['missed-instalment', { word: { missedInstalments: 1 } }, 8],
  ['missed-instalment', { word: { missedInstalments: 2 } }, 8],
  ['late-plan', { word: { latePlanOn: 0 } }, 3],
  ['bounced-payment', { marks: { bounced: 1 } }, 6],
  ['bounced-payment', { marks: { bounced: 2 } }, 10],
  ['bounced-payment', { marks: { bounced: 3 } }, 10],
  ['write-off', { marks: { writtenOff: 5_00 } }, 0],
  ['write-off', { marks: { writtenOff: 6_00 } }, 1],
  ['write-off', { marks: { writtenOff: 10_00 } }, 3],
  ['write-off', { marks: { writtenOff: 50_00 } }, 8],
  ['write-off', { marks: { writtenOff: 100_00 } }, 10],
  ['write-off', { marks: { writtenOff: 1, sales: 0 } }, 10],
  ['write-off', { marks: { writtenOff: -1, sales: 0 } }, 0],
  ['dispute', { marks: { disputes: 1 } }, 3],
  ['dispute', { marks: { disputes: 2 } }, 5],
  ['dispute', { marks: { disputes: 3 } }, 6],
  ['dispute', { marks: { disputes: 4 } }, 6],
] as const satisfies readonly (readonly [RiskCode, Given, number])[]) {
  test(`${code} of ${JSON.stringify(given)} costs ${points}`, () => {
    expect(pointsOf(code, given)).toBe(points);
  });
}

test('a client late in every way stops at 100; the smallest reasons are told without points', () => {
  const points = riskPoints(
    figures({
      history: { lateness: 1, recentDaysLate: 60, hasTrend: true },
      chances: { lateBy30: 1 },
      debt: { exposure: 200, limit: 100, oldestDays: 200, share: 0.5 },
      word: { brokenPromises: 3, missedInstalments: 1 },
      marks: { bounced: 1 },
    }),
  );
  expect(points.map(({ code, points: given }) => `${code} ${given}`)).toEqual([
    'late-rate 55',
    'worsening 10',
    'credit-limit 10',
    'broken-promise 10',
    'late-by-30 8',
    'missed-instalment 7',
    'oldest-overdue 0',
    'bounced-payment 0',
    'concentration 0',
  ]);
});

test('how a client pays is told even where it costs nothing', () => {
  expect(riskPoints(figures({}))).toEqual([{ code: 'late-rate', points: 0 }]);
});
