import { expect, test } from 'vitest';
import { type CivilDate, civilDate, dayNumber } from '../../shared/base/civil-date.ts';
import { gradeOf } from '../../shared/insight/risk/risk.ts';
import type { InvoiceRecord, RegisterRecords } from '../receivables/register-of.ts';
import { AS_OF, rate, reason } from './rate-of.ts';

function daysBefore(days: number): CivilDate {
  return civilDate(dayNumber(AS_OF) - days);
}

/** Invoices of 100.00 issued on the same day, each due and paid so many days before or after. */
type Paid = { readonly due: number; readonly late: number | null };

function history(rows: readonly Paid[], total = 100_00): Pick<RegisterRecords, 'invoices' | 'payments'> {
  const invoices = rows.map(
    ({ due }, k): InvoiceRecord => ({
      number: `F${k + 1}`,
      issued: daysBefore(due + 30),
      due: daysBefore(due),
      total,
    }),
  );
  const payments = rows.flatMap(({ due, late }, k) =>
    late === null ? [] : [{ day: daysBefore(due - late), invoice: `F${k + 1}`, amount: total }],
  );
  return { invoices, payments };
}

for (const [score, grade] of [
  [0, 'A'],
  [24, 'A'],
  [25, 'B'],
  [44, 'B'],
  [45, 'C'],
  [64, 'C'],
  [65, 'D'],
  [100, 'D'],
] as const) {
  test(`a score of ${score} is grade ${grade}`, () => expect(gradeOf(score)).toBe(grade));
}

test('an empty register rates nobody', () => {
  expect(rate({ clients: [], invoices: [] })).toEqual([]);
});

test('a client without balance or recent sales is not rated', () => {
  expect(rate(history([{ due: 800, late: 0 }]))).toEqual([]);
});

for (const [issued, listed] of [
  ['2024-07-01', 1],
  ['2024-06-30', 0],
] as const) {
  test(`a last sale of ${issued} ${listed ? 'is' : 'is not'} within 24 months`, () => {
    const records = {
      invoices: [{ number: 'F1', issued, total: 100_00 }],
      payments: [{ day: issued, invoice: 'F1', amount: 100_00 }],
    };
    expect(rate(records)).toHaveLength(listed);
  });
}

test('a client that has only paid in advance is rated: no exposure, the register’s rate, unknown', () => {
  const [risk] = rate({ invoices: [], payments: [{ day: '2026-06-01', amount: 50_00 }] });
  expect(risk).toMatchObject({ exposure: 0, grade: 'unknown', score: 18 });
  expect(risk.reasons.map(({ code }) => code)).toEqual(['no-history']);
});

test('a court has opened insolvency proceedings: the highest grade of risk, however little is known', () => {
  const client = { code: 'C001', insolvencyOn: dayNumber('2026-06-30') };
  const { invoices } = history([{ due: -10, late: null }]);
  const [risk] = rate({ clients: [client], invoices });
  expect([risk.grade, risk.reasons[0].code]).toEqual(['D', 'insolvency']);
  const [before] = rate({ clients: [client], invoices }, 0, '2026-06-29');
  expect(before.grade).toBe('unknown');
});

test('money at risk is what is owed times the chance that it comes more than 30 days late; what has been so for long is all at risk', () => {
  const [risk] = rate(history([{ due: 45, late: null }]));
  expect([risk.exposure, risk.lateBy30, risk.moneyAtRisk]).toEqual([100_00, 1, 100_00]);
  const [young] = rate(
    history([
      { due: 100, late: 0 },
      { due: 5, late: null },
    ]),
  );
  expect(young.lateBy30).toBeGreaterThan(0.05);
  expect(young.lateBy30).toBeLessThan(0.6);
  expect(young.moneyAtRisk).toBe(Math.round(young.lateBy30 * 100_00));
});

test('who owes nothing has nothing at risk', () => {
  const [risk] = rate(history([{ due: 40, late: 35 }]));
  expect([risk.exposure, risk.lateBy30, risk.moneyAtRisk]).toEqual([0, 0, 0]);
});

for (const [kind, isPerson] of [
  ['individual', true],
  ['company', false],
  ['association', false],
  ['administration', false],
] as const) {
  test(`of kind ${kind} it is ${isPerson ? '' : 'not '}a natural person`, () => {
    const [risk] = rate({ clients: [{ code: 'C001', kind }], ...history([{ due: 40, late: 0 }]) });
    expect(risk.isPerson).toBe(isPerson);
  });
}

for (const [rows, since, grade] of [
  [
    [
      { due: 100, late: 0 },
      { due: 90, late: 0 },
    ],
    '2020-01-01',
    'unknown',
  ],
  [
    [
      { due: 100, late: 0 },
      { due: 90, late: 0 },
      { due: 80, late: 0 },
    ],
    '2020-01-01',
    'A',
  ],
  [
    [
      { due: 100, late: 0 },
      { due: 90, late: 0 },
      { due: 80, late: null },
    ],
    '2020-01-01',
    'B',
  ],
  [
    [
      { due: 100, late: 0 },
      { due: 90, late: 0 },
      { due: -5, late: null },
    ],
    '2020-01-01',
    'unknown',
  ],
  [
    [
      { due: 100, late: 0 },
      { due: 90, late: 0 },
      { due: -5, late: -10 },
    ],
    '2020-01-01',
    'A',
  ],
  [
    [
      { due: 100, late: 0 },
      { due: 90, late: 0 },
      { due: 80, late: 0 },
    ],
    '2025-12-30',
    'A',
  ],
  [
    [
      { due: 100, late: 0 },
      { due: 90, late: 0 },
      { due: 80, late: 0 },
    ],
    '2025-12-31',
    'unknown',
  ],
  [
    [
      { due: 100, late: 0 },
      { due: 90, late: 0 },
      { due: 80, late: 0 },
    ],
    '2026-07-01',
    'unknown',
  ],
] as const) {
  test(`${JSON.stringify(rows)} known since ${since} is ${grade}`, () => {
    const client = { code: 'C001', since: dayNumber(since) };
    expect(rate({ clients: [client], ...history(rows) })[0].grade).toBe(grade);
  });
}

test('one late invoice of one is drawn towards the register’s rate: no client is condemned by one payment', () => {
  const others = history(Array.from({ length: 30 }, (_, k) => ({ due: 20 + k * 10, late: 0 })));
  const records = {
    clients: ['C001', 'C002'],
    invoices: [
      ...others.invoices.map((invoice) => ({ ...invoice, client: 'C002' })),
      { number: 'N1', client: 'C001', issued: daysBefore(60), due: daysBefore(30), total: 100_00 },
    ],
    payments: [...(others.payments ?? []), { day: daysBefore(27), invoice: 'N1', amount: 100_00 }],
  };
  const [first, second] = rate(records);
  expect([first.client, second.client]).toEqual([0, 1]);
  expect(first.score).toBeGreaterThan(second.score);
  expect(first.score).toBeLessThan(25);
  expect(first.reasons[0].text.fr).toBe(
    '1 facture sur 1 réglée en retard ou échue impayée, 3 jours en moyenne\u202f; peu d’historique, note rapprochée de celle du registre (6\u202f% de retards).',
  );
});

const WORSE = [10, 30, 50].map((due) => ({ due, late: 9 }));
for (const [before, told] of [
  [[120, 150], false],
  [[120, 150, 180], true],
] as const) {
  test(`${before.length} invoices in the nine months before ${told ? 'tell' : 'do not tell'} a trend`, () => {
    const rows = [...WORSE, ...before.map((due) => ({ due, late: 0 }))];
    const text = told
      ? 'Le retard s’allonge\u202f: 9 jours ces 3 derniers mois, contre 0 jour les 9 mois précédents.'
      : undefined;
    expect(reason(history(rows), 'worsening')).toBe(text);
  });
}

test('two recent invoices tell no trend', () => {
  const rows = [...WORSE.slice(1), ...[120, 150, 180].map((due) => ({ due, late: 0 }))];
  expect(reason(history(rows), 'worsening')).toBeUndefined();
});

test('money not applied yet covers what is overdue: the work is ours, not the client’s', () => {
  const records = history([{ due: 40, late: null }]);
  const payments = [{ day: daysBefore(1), amount: 100_00 }];
  expect(reason(records, 'oldest-overdue')).toBe('Facture F1 échue depuis 40 jours (100,00\u202f€).');
  expect(reason({ ...records, payments }, 'oldest-overdue')).toBeUndefined();
});

test('a small rest is no late payment', () => {
  const records = history([{ due: 40, late: null }]);
  const paid = (amount: number) => ({
    ...records,
    payments: [{ day: daysBefore(45), invoice: 'F1', amount }],
  });
  expect(reason(paid(99_00), 'late-rate')).toContain('Aucun retard sur 1 facture échue');
  expect(reason(paid(98_99), 'late-rate')).toContain('1 facture sur 1 réglée en retard');
});

test('a debt older than 24 months still counts', () => {
  const records = history([{ due: 900, late: null }]);
  expect(rate(records)[0].reasons.map(({ code }) => code)).toEqual([
    'late-rate',
    'late-by-30',
    'oldest-overdue',
    'concentration',
  ]);
});

test('the limit is in the register’s own currency: in another there is none', () => {
  const records: RegisterRecords = {
    currencies: ['EUR', 'USD'],
    clients: [{ code: 'C001', creditLimit: 100_00 }],
    invoices: [
      { number: 'F1', issued: '2026-06-01', total: 150_00 },
      { number: 'F2', issued: '2026-06-01', total: 150_00, currency: 'USD' },
    ],
  };
  const [eur] = rate(records, 0);
  const [usd] = rate(records, 1);
  expect([eur.exposure, eur.creditLimit, eur.availableCredit]).toEqual([150_00, 100_00, -50_00]);
  expect(eur.reasons.map(({ text }) => text.en)).toContain(
    'Exposure of €150.00 against a limit of €100.00 (150%).',
  );
  expect([usd.exposure, usd.creditLimit, usd.availableCredit]).toEqual([150_00, null, null]);
});

test('more is available than the limit? never: what is paid in advance does not raise it', () => {
  const clients = [{ code: 'C001', creditLimit: 100_00 }];
  const [risk] = rate({ clients, invoices: [], payments: [{ day: '2026-06-01', amount: 50_00 }] });
  expect([risk.exposure, risk.availableCredit]).toEqual([0, 100_00]);
});

test('riskiest first, then the larger exposure, then by code', () => {
  const invoices = ['B', 'A', 'C'].map((client) => ({
    number: client,
    client,
    issued: '2026-06-20' as const,
    total: client === 'C' ? 200_00 : 100_00,
  }));
  const clients = ['B', 'A', 'C'];
  expect(rate({ clients, invoices }).map(({ client }) => clients[client])).toEqual(['C', 'A', 'B']);
});
