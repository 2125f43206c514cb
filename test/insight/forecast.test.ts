import { describe, expect, test } from 'vitest';
import { dayNumber } from '../../shared/base/civil-date.ts';
import { forecastCash } from '../../shared/insight/forecast/forecast.ts';
import { buildLedger, clientBalancesOn, openItemsOn } from '../../shared/receivables/ledger.ts';
import type { ClientKind } from '../../shared/register/tables.ts';
import { registerOf } from '../receivables/register-of.ts';
import { AS_OF, ahead, daysBefore, forecast, history, invoiceDue, itemDue } from './forecast-of.ts';

const TEN_LATE = history(new Array(20).fill(10));
const ON_TIME = history(new Array(20).fill(0));

describe('conditional on the present age', () => {
  test('who pays ten days late is expected ten days after the due date', () => {
    const { expectedOn, p10, p90, late } = itemDue(20, TEN_LATE);
    expect(ahead(expectedOn)).toBe(30);
    expect(ahead(p10)).toBeGreaterThanOrEqual(28);
    expect(ahead(p90)).toBeLessThanOrEqual(35);
    expect(late).toBeGreaterThan(0.9);
  });

  for (const [days, least] of [
    [-9, 1],
    [-10, 1],
    [-40, 1],
    [-400, 1],
  ] as const) {
    test(`${-days} days late on the day: not before tomorrow`, () => {
      const { expectedOn, late, lateBy30 } = itemDue(days, TEN_LATE);
      expect(ahead(expectedOn)).toBeGreaterThanOrEqual(least);
      expect(late).toBe(1);
      expect(lateBy30 === 1).toBe(days <= -30);
    });
  }

  test('the longer unpaid, the longer still', () => {
    const waits = [-11, -40, -150, -400].map((days) => ahead(itemDue(days, TEN_LATE).expectedOn));
    expect(waits).toEqual([...waits].sort((a, b) => a - b));
    const chances = [-11, -40, -150, -400].map((days) => itemDue(days, TEN_LATE).paidWithinYear);
    expect(chances).toEqual([...chances].sort((a, b) => b - a));
  });

  for (const [inDays, late, lateBy30] of [
    [1, false, false],
    [0, true, false],
    [-1, true, false],
    [-29, true, false],
    [-30, true, true],
  ] as const) {
    test(`due in ${inDays} days: ${late ? 'late' : 'maybe on time'}, ${lateBy30 ? '' : 'not '}surely late by 30`, () => {
      const item = itemDue(inDays, ON_TIME);
      expect([item.late === 1, item.lateBy30 === 1]).toEqual([late, lateBy30]);
    });
  }
});

describe('one client among others', () => {
  test('a new client is expected as the register pays, one of three payments nearer its own', () => {
    const others = history(new Array(20).fill(20), 'C002');
    const records = { ...others, clients: ['C001', 'C002'] };
    const unknown = ahead(itemDue(10, records).expectedOn);
    const early = history([-10, -10, -10]);
    const known = itemDue(10, {
      clients: records.clients,
      invoices: [...others.invoices, ...early.invoices],
      payments: [...others.payments, ...early.payments],
    });
    expect(unknown).toBe(30);
    expect(ahead(known.expectedOn)).toBeLessThan(15);
  });

  test('its kind speaks for a new client, once many of the kind have paid', () => {
    const clientsOf = (kind: ClientKind, count: number) =>
      Array.from({ length: count }, (_, k) => ({ code: `${kind}${k}`, kind }));
    const towns = clientsOf('administration', 15);
    const shops = clientsOf('company', 15);
    const paid = [
      ...towns.map(({ code }) => history([25, 25], code)),
      ...shops.map(({ code }) => history([0, 0], code)),
    ];
    const expected = (kind: ClientKind) =>
      itemDue(10, {
        clients: [{ code: 'NEW', kind }, ...towns, ...shops],
        invoices: paid.flatMap(({ invoices }) => invoices),
        payments: paid.flatMap(({ payments }) => payments),
      }).expectedOn;
    expect(expected('administration')).toBeGreaterThan(expected('company') + 5);
  });
});

test('instalments count from their own due dates', () => {
  const { items } = forecast({
    ...TEN_LATE,
    invoices: [...TEN_LATE.invoices, invoiceDue('PLAN', -20)],
    plans: [
      {
        invoice: 'PLAN',
        agreedOn: daysBefore(5),
        instalments: [
          [daysBefore(-20), 50_00],
          [daysBefore(-50), 50_00],
        ],
      },
    ],
  });
  expect(items.map(({ instalment, expectedOn }) => [instalment, ahead(expectedOn)])).toEqual([
    [1, 30],
    [2, 62], // the sixtieth day is a Saturday
  ]);
});

describe('what is still to come', () => {
  const total = ({ weeks, later }: ReturnType<typeof forecast>) =>
    weeks.reduce((sum, { expected }) => sum + expected, later);

  for (const [what, dispute, money, apart, unapplied, toCome] of [
    ['all of it', {}, 0, 0, 0, 200_00],
    ['disputed in part', { dispute: { from: daysBefore(1), amount: 30_00 } }, 0, 30_00, 0, 170_00],
    ['disputed', { dispute: { from: daysBefore(1) } }, 0, 100_00, 0, 100_00],
    ['a dispute of tomorrow is none yet', { dispute: { from: daysBefore(-1) } }, 0, 0, 0, 200_00],
    ['money without an invoice', {}, 130_00, 0, 130_00, 70_00],
    ['more money than there is to pay', {}, 250_00, 0, 200_00, 0],
    ['refunded without credit', {}, -50_00, 0, 0, 200_00],
    [
      'money does not settle what is disputed',
      { dispute: { from: daysBefore(1) } },
      130_00,
      100_00,
      100_00,
      0,
    ],
  ] as const) {
    test(what, () => {
      const answer = forecast({
        invoices: [...TEN_LATE.invoices, invoiceDue('A', 5, dispute), invoiceDue('B', 10)],
        payments: [...TEN_LATE.payments, { day: daysBefore(1), amount: money }],
      });
      expect([answer.disputedApart, answer.unapplied, total(answer)]).toEqual([apart, unapplied, toCome]);
      expect(answer.items.length).toBe(2);
    });
  }

  test('the last instalments are the disputed ones', () => {
    const { weeks, disputedApart } = forecast({
      ...TEN_LATE,
      invoices: [
        ...TEN_LATE.invoices,
        invoiceDue('A', 5, { dispute: { from: daysBefore(1), amount: 50_00 } }),
      ],
      plans: [
        {
          invoice: 'A',
          instalments: [
            [daysBefore(0), 50_00],
            [daysBefore(-70), 50_00],
          ],
        },
      ],
    });
    const soon = weeks.slice(0, 4).reduce((sum, { expected }) => sum + expected, 0);
    expect(disputedApart).toBe(50_00);
    expect(soon).toBeGreaterThan(40_00);
  });

  test('unapplied money settles the oldest first: what comes is the younger', () => {
    const invoices = [...TEN_LATE.invoices, invoiceDue('A', -3), invoiceDue('B', 60)];
    const payments = [...TEN_LATE.payments, { day: daysBefore(1), amount: 100_00 }];
    const { weeks } = forecast({ invoices, payments });
    const soon = weeks.slice(0, 4).reduce((sum, { expected }) => sum + expected, 0);
    expect(soon).toBeLessThan(10_00);
  });
});

describe('weeks', () => {
  const { weeks, later } = forecast({
    ...TEN_LATE,
    invoices: [...TEN_LATE.invoices, invoiceDue('A', -3), invoiceDue('B', 25), invoiceDue('C', 30)],
  });

  test('thirteen, from the day after', () => {
    expect(weeks.map(({ from }) => ahead(from))).toEqual(weeks.map((_, week) => 1 + 7 * week));
    expect(weeks.length).toBe(13);
  });

  test('the money is where the days are, within its range', () => {
    expect(weeks[0].expected).toBeGreaterThan(60_00);
    expect(weeks[4].expected + weeks[5].expected).toBeGreaterThan(150_00);
    for (const { low, expected, high } of weeks) expect(low <= expected && expected <= high).toBe(true);
    expect(weeks[0].high).toBeLessThanOrEqual(300_00);
    expect(later).toBeGreaterThanOrEqual(0);
  });

  test('a hundred small items come more surely than one large one', () => {
    const small = Array.from({ length: 100 }, (_, k) =>
      invoiceDue(`S${k}`, -3, { total: 1_00, client: `K${k}` }),
    );
    const clients = ['C001', ...small.map((_, k) => `K${k}`)];
    const one = forecast({
      ...TEN_LATE,
      invoices: [...TEN_LATE.invoices, invoiceDue('A', -3, { client: 'C001' })],
    });
    const many = forecast({ ...TEN_LATE, clients, invoices: [...TEN_LATE.invoices, ...small] });
    const width = ({ weeks: [first] }: typeof one) => (first.high - first.low) / first.expected;
    expect(width(many)).toBeLessThan(width(one));
  });
});

describe('no forecast', () => {
  const answer = (records: Parameters<typeof registerOf>[0]) =>
    forecastCash(buildLedger(registerOf(records)), 0, dayNumber(AS_OF));

  for (const [what, records, reason] of [
    ['nothing was ever paid', { invoices: [invoiceDue('A', 5)] }, 'no-payment'],
    [
      'only a credit note and a write-off',
      {
        invoices: [
          invoiceDue('A', 5),
          invoiceDue('B', -5, { number: 'B' }),
          invoiceDue('N', 0, { type: 'creditNote', corrects: 'A', total: 10_00 }),
        ],
        payments: [{ invoice: 'B', day: daysBefore(1), amount: 100_00, method: 'writeOff' as const }],
      },
      'no-payment',
    ],
    [
      'paid tomorrow',
      { invoices: [invoiceDue('A', 5)], payments: [{ invoice: 'A', day: daysBefore(-1), amount: 1 }] },
      'no-payment',
    ],
    [
      'a part of it paid: a forecast',
      { invoices: [invoiceDue('A', 5)], payments: [{ invoice: 'A', day: AS_OF, amount: 1 }] },
      null,
    ],
    ['nothing open: nothing comes', { invoices: [] }, null],
  ] as const) {
    test(what, () => {
      const found = answer(records);
      expect(found.value === null ? found.reason : null).toBe(reason);
    });
  }
});

test('what is known already is not asked again', () => {
  const ledger = buildLedger(
    registerOf({ ...TEN_LATE, invoices: [...TEN_LATE.invoices, invoiceDue('A', 5)] }),
  );
  const day = dayNumber(AS_OF);
  const known = { items: openItemsOn(ledger, 0, day), balances: clientBalancesOn(ledger, 0, day) };
  expect(forecastCash(ledger, 0, day, known)).toEqual(forecastCash(ledger, 0, day));
});

test('a register without a client expects nothing', () => {
  const answer = forecastCash(buildLedger(registerOf({ clients: [], invoices: [] })), 0, dayNumber(AS_OF));
  expect(answer.value).toMatchObject({ items: [], later: 0, disputedApart: 0 });
  expect(answer.value?.weeks.map(({ expected, high }) => [expected, high])).toEqual(
    new Array(13).fill([0, 0]),
  );
});
