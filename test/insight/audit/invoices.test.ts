import { describe, expect, test } from 'vitest';
import { type CivilDate, civilDate, dayNumber } from '../../../shared/base/civil-date.ts';
import { latestFrenchDueDay } from '../../../shared/law/legal-terms.ts';
import type { Client } from '../../../shared/register/entries.ts';
import { dayOfMarch, findingsOf, frenchOf, shortOf, summaryOf } from './findings-of.ts';

describe('invoices that may be duplicates', () => {
  const A = { number: 'F1', issued: dayOfMarch(1), total: 500_00 };
  const similar = (...others: readonly object[]) =>
    shortOf('similar-invoice', {
      currencies: ['EUR', 'USD'],
      clients: ['C001', 'C002'],
      invoices: [A, ...others.map((other, k) => ({ ...A, number: `F${k + 8}`, ...other }))],
    });
  test('on the same day', () => expect(similar({})).toEqual(['warning F8 50000']));
  test('7 days later', () => expect(similar({ issued: dayOfMarch(8) })).toEqual(['warning F8 50000']));
  test('8 days later', () => expect(similar({ issued: dayOfMarch(9) })).toEqual([]));
  test('of another client', () => expect(similar({ client: 'C002' })).toEqual([]));
  test('of another total', () => expect(similar({ total: 500_01 })).toEqual([]));
  test('in another currency', () => expect(similar({ currency: 'USD' })).toEqual([]));
  test('a credit note', () => expect(similar({ type: 'creditNote' })).toEqual([]));
  test('nothing to pay', () => {
    const nil = { ...A, total: 0 };
    expect(shortOf('similar-invoice', { invoices: [nil, { ...nil, number: 'F2' }] })).toEqual([]);
  });
  test('issued again after a credit note', () => {
    const note = { number: 'AV1', type: 'creditNote', corrects: 'F1', issued: dayOfMarch(2) } as const;
    expect(similar({ ...note, total: 500_00 }, {})).toEqual([]);
    expect(similar({ ...note, total: 499_99 }, {})).toEqual(['warning F9 50000']);
  });

  for (const [a, b, day, expected] of [
    ['F2026-12', 'F2026-21', 15, true],
    ['F2026-12', 'F2026-21', 16, false],
    ['F2026-12', 'F2062-12', 15, true],
    ['F2026-12', 'F2026-13', 15, false],
    ['F2026-123', 'F2026-321', 15, false],
    ['F2026-12', 'F2026-210', 15, false],
    ['FA2026', 'AF2026', 15, false],
    ['F1221', 'F2112', 15, false],
  ] as const) {
    test(`${a} and ${b}, ${day - 1} days apart`, () => {
      const invoices = [
        { ...A, number: a },
        { ...A, number: b, issued: dayOfMarch(day) },
      ];
      expect(shortOf('similar-invoice', { invoices }).length > 0).toBe(expected);
    });
  }

  test('three are told one by one, more than that are one habit', () => {
    const row = (count: number) =>
      Array.from({ length: count }, (_, k) => ({ number: `G${k * 9}`, issued: dayOfMarch(k * 7 + 1) }));
    expect(similar(...row(3))).toEqual(['warning G0 50000', 'warning G18 50000', 'warning G9 50000']);
    expect(similar(...row(4))).toEqual(['note C001 200000']);
  });
});

test('a due date before the issue date', () => {
  const due = (day: CivilDate) => ({
    invoices: [{ number: 'F1', issued: dayOfMarch(5), due: day, total: 100 }],
  });
  expect(shortOf('due-before-issue', due(dayOfMarch(4)))).toEqual(['error F1 100']);
  expect(shortOf('due-before-issue', due(dayOfMarch(5)))).toEqual([]);
  expect(shortOf('due-before-issue', due(dayOfMarch(4)), dayOfMarch(4))).toEqual([]);
});

describe('payment terms over the legal maximum', () => {
  for (const [issued, latest, why] of [
    ['2026-01-14', '2026-03-17', '31 January and 45 days'],
    ['2026-01-15', '2026-03-31', '45 days, 1 March, to the end of that month'],
    ['2026-01-31', '2026-04-01', '60 days'],
    ['2026-02-01', '2026-04-14', '28 February and 45 days'],
    ['2026-03-16', '2026-05-15', '60 days, and 31 March and 45 days'],
    ['2026-03-17', '2026-05-31', '45 days, 1 May, to the end of that month'],
  ] as const) {
    test(`${issued}: ${latest}, ${why}`, () => {
      expect(civilDate(latestFrenchDueDay(dayNumber(issued)))).toBe(latest);
      const on = (due: CivilDate) => ({ invoices: [{ number: 'F1', issued, due, total: 100 }] });
      expect(shortOf('terms-over-maximum', on(latest))).toEqual([]);
      const after = civilDate(dayNumber(latest) + 1);
      expect(shortOf('terms-over-maximum', on(after))).toEqual(['warning F1 100']);
    });
  }

  const long = (client: Partial<Client>) => ({
    clients: [{ code: 'C001', ...client }],
    invoices: [{ number: 'F1', issued: dayOfMarch(1), due: '2026-06-15', total: 100 } as const],
  });
  for (const [client, bound] of [
    [{}, true],
    [{ country: 'FR' }, true],
    [{ country: ' france ' }, true],
    [{ country: 'DE' }, true],
    [{ country: 'US' }, false],
    [{ country: 'US', maximumTermDays: 30 }, true],
    [{ kind: 'individual' }, false],
    [{ kind: 'administration' }, true],
    [{ kind: 'association' }, false],
  ] as const) {
    test(`${JSON.stringify(client)} is ${bound ? '' : 'not '}bound`, () => {
      expect(findingsOf('terms-over-maximum', long(client)).length > 0).toBe(bound);
      expect(summaryOf('terms-over-maximum', long(client)).ran).toBe(bound);
    });
  }

  test('a trade’s own limit, and a public buyer’s', () => {
    const dueAfter = (days: number, client: Partial<Client>) =>
      shortOf('terms-over-maximum', {
        clients: [{ code: 'C001', ...client }],
        invoices: [
          {
            number: 'F1',
            issued: dayOfMarch(1),
            due: civilDate(dayNumber(dayOfMarch(1)) + days),
            total: 100,
          },
        ],
      });
    expect(dueAfter(30, { maximumTermDays: 30 })).toEqual([]);
    expect(dueAfter(31, { maximumTermDays: 30 })).toEqual(['warning F1 100']);
    expect(dueAfter(30, { kind: 'administration' })).toEqual([]);
    expect(dueAfter(31, { kind: 'administration' })).toEqual(['note C001 100']);
    expect(dueAfter(51, { kind: 'administration', maximumTermDays: 50 })).toEqual(['warning F1 100']);
  });

  test('four invoices are the client’s terms', () => {
    const long = (count: number) =>
      shortOf('terms-over-maximum', {
        invoices: Array.from({ length: count }, (_, k) => ({
          number: `F${k + 1}`,
          issued: dayOfMarch(1),
          due: '2026-06-15' as const,
          total: 100 + k,
        })),
      });
    expect(long(3)).toHaveLength(3);
    expect(long(4)).toEqual(['warning C001 406']);
  });

  test('names the terms', () => {
    const [sentence] = frenchOf('terms-over-maximum', long({ paymentTerms: [{ step: 'days', count: 90 }] }));
    expect(sentence).toContain('(« 90 jours »)');
  });
});

describe('credit notes', () => {
  const F = { number: 'F1', issued: '2026-03-25', total: 1_000_00 } as const;
  const note = (number: string, issued: CivilDate, total: number) =>
    ({ number, type: 'creditNote', corrects: 'F1', issued, total }) as const;
  const found = (test: string, ...notes: ReturnType<typeof note>[]) =>
    shortOf(test, { invoices: [F, ...notes] });

  test('over their invoice', () => {
    expect(found('credit-over-invoice', note('A1', '2026-04-01', 1_000_00))).toEqual([]);
    expect(found('credit-over-invoice', note('A1', '2026-04-01', 1_000_01))).toEqual(['error A1 1']);
    const two = [note('A1', '2026-04-02', 600_00), note('A2', '2026-04-01', 500_00)];
    expect(found('credit-over-invoice', ...two)).toEqual(['error A1 10000']);
  });

  test('full and soon', () => {
    expect(found('early-full-credit', note('A1', '2026-04-01', 1_000_00))).toEqual(['note A1 100000']);
    expect(found('early-full-credit', note('A1', '2026-04-02', 1_000_00))).toEqual([]);
    expect(found('early-full-credit', note('A1', '2026-04-01', 999_99))).toEqual([]);
    const parts = [note('A1', '2026-03-26', 400_00), note('A2', '2026-04-01', 600_00)];
    expect(found('early-full-credit', ...parts)).toEqual(['note A2 100000']);
  });

  test('in a later month', () => {
    expect(found('credit-after-period', note('A1', '2026-03-31', 1_000_00))).toEqual([]);
    expect(found('credit-after-period', note('A1', '2026-04-01', 1_000_00))).toEqual(['note A1 100000']);
    expect(found('credit-after-period', note('A1', '2026-04-01', 999_99))).toEqual([]);
    expect(found('credit-after-period', note('A1', '2026-07-01', 1_000_00))).toEqual([]);
  });
});
