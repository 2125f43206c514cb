import { expect, test } from 'vitest';
import { NO_DAY } from '../../shared/base/civil-date.ts';
import type { Debt, History, Marks, RiskFigures, Word } from '../../shared/insight/risk-figures.ts';
import { type RiskCode, riskPoints } from '../../shared/insight/risk-points.ts';

const HISTORY: History = {
  due: 10,
  late: 0,
  daysOfLate: 0,
  settledOrOverdue: 10,
  lateRate: 0,
  registerRate: 0.3,
  meanDaysLate: 0,
  hasTrend: false,
  recentDaysLate: 0,
  beforeDaysLate: 0,
};
const DEBT: Debt = {
  exposure: 0,
  overdue: 0,
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
  bounced: 0,
  bouncedAmount: 0,
  writtenOff: 0,
  sales: 1000_00,
  disputes: 0,
  disputedAmount: 0,
};

type Given = {
  readonly history?: Partial<History>;
  readonly debt?: Partial<Debt>;
  readonly word?: Partial<Word>;
  readonly marks?: Partial<Marks>;
};

function figures({ history, debt, word, marks }: Given): RiskFigures {
  return {
    client: 0,
    knownSince: 0,
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
  ['late-rate', { history: { lateRate: 0 } }, 0],
  ['late-rate', { history: { lateRate: 0.01 } }, 0],
  ['late-rate', { history: { lateRate: 0.012 } }, 1],
  ['late-rate', { history: { lateRate: 0.5 } }, 23],
  ['late-rate', { history: { lateRate: 1 } }, 45],
  ['late-rate', { history: { due: 0, lateRate: 1 } }, 0],
  ['no-history', { history: { due: 0, lateRate: 0.3 } }, 14],
  ['no-history', { history: { due: 1, lateRate: 0.3 } }, 0],
  ['days-late', { history: { meanDaysLate: 0.8 } }, 0],
  ['days-late', { history: { meanDaysLate: 0.9 } }, 1],
  ['days-late', { history: { meanDaysLate: 5 } }, 3],
  ['days-late', { history: { meanDaysLate: 15 } }, 7],
  ['days-late', { history: { meanDaysLate: 30 } }, 11],
  ['days-late', { history: { meanDaysLate: 60 } }, 15],
  ['days-late', { history: { meanDaysLate: 600 } }, 15],
  ['worsening', trend(15, 15), 0],
  ['worsening', trend(14, 15), 0],
  ['worsening', trend(30, 15), 4],
  ['worsening', trend(60, 0), 15],
  ['worsening', { history: { recentDaysLate: 60 } }, 0],
  ['oldest-overdue', { debt: { oldestDays: 1 } }, 0],
  ['oldest-overdue', { debt: { oldestDays: 2 } }, 1],
  ['oldest-overdue', { debt: { oldestDays: 7 } }, 2],
  ['oldest-overdue', { debt: { oldestDays: 30 } }, 8],
  ['oldest-overdue', { debt: { oldestDays: 90 } }, 15],
  ['oldest-overdue', { debt: { oldestDays: 180 } }, 20],
  ['oldest-overdue', { debt: { oldestDays: 181 } }, 20],
  ['overdue-share', { debt: { exposure: 100, overdue: 4 } }, 0],
  ['overdue-share', { debt: { exposure: 100, overdue: 5 } }, 1],
  ['overdue-share', { debt: { exposure: 100, overdue: 100 } }, 10],
  ['overdue-share', { debt: { exposure: 0, overdue: 0 } }, 0],
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
      history: { lateRate: 1, meanDaysLate: 60 },
      debt: { exposure: 200, overdue: 200, limit: 100, oldestDays: 200 },
      word: { brokenPromises: 3, missedInstalments: 1 },
      marks: { bounced: 1 },
    }),
  );
  expect(points.map(({ code, points: given }) => `${code} ${given}`)).toEqual([
    'late-rate 45',
    'oldest-overdue 20',
    'days-late 15',
    'overdue-share 10',
    'credit-limit 10',
    'broken-promise 0',
    'missed-instalment 0',
    'bounced-payment 0',
  ]);
});

test('how a client pays is told even where it costs nothing', () => {
  expect(riskPoints(figures({}))).toEqual([{ code: 'late-rate', points: 0 }]);
});
