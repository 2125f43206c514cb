/** How clients' payments change from quarter to quarter; and what their scores were before. */
import { describe, expect, test } from 'vitest';
import { civilDate, dayNumber } from '../../shared/base/civil-date.ts';
import { clientTrends } from '../../shared/insight/client-trends.ts';
import { rateClients } from '../../shared/insight/risk/risk.ts';
import { riskBefore } from '../../shared/insight/risk/risk-before.ts';
import { buildLedger } from '../../shared/receivables/ledger.ts';
import { type RegisterRecords, registerOf } from '../receivables/register-of.ts';
import { AS_OF, daysBefore, invoiceDue } from './forecast-of.ts';

const DAY = dayNumber(AS_OF);

/** Invoices of 100.00 due so many days before the day, each paid so many days late; null: open. */
type Row = readonly [due: number, late: number | null];

function records(rows: readonly Row[], client = 'C001'): RegisterRecords {
  return {
    clients: [client],
    invoices: rows.map(([due], k) => invoiceDue(`${client}-${k}`, -due, { client })),
    payments: rows.flatMap(([due, late], k) =>
      late === null ? [] : [{ invoice: `${client}-${k}`, day: daysBefore(due - late), amount: 100_00 }],
    ),
  };
}

function trends(...all: readonly RegisterRecords[]) {
  const together = {
    clients: all.flatMap(({ clients = [] }) => clients),
    invoices: all.flatMap(({ invoices }) => invoices),
    payments: all.flatMap(({ payments = [] }) => payments),
  };
  return clientTrends(buildLedger(registerOf(together)), 0, DAY);
}

const BEFORE: readonly Row[] = [
  [120, 4],
  [200, 4],
  [300, 4],
];
const recent = (late: number | null): readonly Row[] => [
  [20, late],
  [40, late],
  [60, late],
];

describe('the direction', () => {
  for (const [late, direction, days] of [
    [9, 'worse', 5],
    [8, 'steady', 4],
    [0, 'steady', -4],
  ] as const) {
    test(`${late} days late after 4: ${direction}`, () => {
      const [trend] = trends(records([...recent(late), ...BEFORE]));
      expect([trend.direction, trend.daysMore]).toEqual([direction, days]);
    });
  }
  test('better', () => {
    const worse = BEFORE.map(([due]): Row => [due, 12]);
    expect(trends(records([...recent(0), ...worse]))[0].direction).toBe('better');
  });
  test('two invoices on either side tell none', () => {
    for (const rows of [
      [...recent(9).slice(1), ...BEFORE],
      [...recent(9), ...BEFORE.slice(1)],
    ]) {
      expect(trends(records(rows))[0]).toMatchObject({ direction: 'unknown', daysMore: null });
    }
  });
  test('what is open counts to the day', () => {
    expect(trends(records([...recent(null), ...BEFORE]))[0].daysMore).toBe(40 - 4);
  });
});

test('a quarter begins on the day so many months before, and the last ends on the eve', () => {
  const rows: readonly Row[] = [
    [0, null], // due today: not yet
    [1, null],
    [dayNumber(AS_OF) - dayNumber('2026-03-30'), 0],
    [dayNumber(AS_OF) - dayNumber('2026-03-29'), 0],
    [dayNumber(AS_OF) - dayNumber('2025-06-30'), 0],
    [dayNumber(AS_OF) - dayNumber('2025-06-29'), 0],
  ];
  const [{ quarters }] = trends(records(rows));
  expect(
    quarters.map(({ due, from, late, meanDaysLate }) => [civilDate(from), due, late, meanDaysLate]),
  ).toEqual([
    ['2025-06-30', 1, 0, 0],
    ['2025-09-30', 0, 0, null],
    ['2025-12-30', 1, 0, 0],
    ['2026-03-30', 2, 1, 0.5],
  ]);
});

test('those that got worse by most first, then by code; who had nothing due in a year is not there', () => {
  const found = trends(
    records([...recent(5), ...BEFORE], 'A'),
    records([[400, 0]], 'B'),
    records([...recent(30), ...BEFORE], 'C'),
    records([[20, 0]], 'E'),
    records([[20, 0]], 'D'),
  );
  expect(found.map(({ client }) => 'ABCED'[client])).toEqual(['C', 'A', 'D', 'E']);
});

test('the scores of a week and of a month ago are those that were given then', () => {
  const ledger = buildLedger(registerOf(records([...recent(null), ...BEFORE])));
  const { month, week } = riskBefore(ledger, 0, DAY);
  for (const [then, scores] of [
    [DAY - 7, week],
    [dayNumber('2026-05-30'), month],
  ] as const) {
    const [{ grade, score }] = rateClients(ledger, 0, then);
    expect(scores.get(0)).toEqual({ grade, score });
  }
  const [now] = rateClients(ledger, 0, DAY);
  expect(now.score).toBeGreaterThan(month.get(0)?.score ?? 100);
});

test('a client that was not there yet has no earlier score', () => {
  const ledger = buildLedger(registerOf({ invoices: [invoiceDue('F1', 28)] })); // issued two days ago
  expect(riskBefore(ledger, 0, DAY)).toEqual({ week: new Map(), month: new Map() });
});
