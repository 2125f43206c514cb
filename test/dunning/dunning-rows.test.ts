import { expect, test } from 'vitest';
import { buildReport } from '../../batch/answers/build.ts';
import { dunningRows } from '../../batch/answers/dunning-rows.ts';
import type { CivilDate } from '../../shared/base/civil-date.ts';
import { dayNumber } from '../../shared/base/civil-date.ts';
import { type DunningRecords, dunningRegister } from './decided.ts';

function rowsOf(records: DunningRecords, asOf: CivilDate): readonly unknown[] {
  const source = { kind: 'folder', name: 'registre', moving: false } as const;
  const register = dunningRegister(records, asOf);
  return Array.from(dunningRows(buildReport({ register, problems: [], source, asOf: dayNumber(asOf) })));
}

const LATE: DunningRecords = {
  invoices: [{ number: 'F1', issued: '2026-05-16', due: '2026-06-15', total: 120_000 }],
  payments: [{ day: '2026-07-01', client: 'C1', amount: 20_000 }],
  calendar: [[1, 1, 'email', { penalties: true, newDeadlineDays: 8 }]],
  rates: [
    ['2026-01-01', 2.15],
    ['2026-07-01', 2.4],
  ],
};

test('a message that leaves', () =>
  expect(rowsOf(LATE, '2026-07-20')).toEqual([
    {
      client: 'C1',
      currency: 'EUR',
      action: 'send',
      level: 1,
      channel: 'email',
      invoices: ['F1'],
      total: '1000.00',
      interest: '14.15',
      indemnity: '40.00',
      newDeadline: '2026-07-28',
      code: 'level-due',
      why: 'Relance 1 aujourd’hui\u202f: facture F1 échue depuis 35 jours.',
    },
  ]));

test('a rate is missing: no interest, why, and which row', () =>
  expect(rowsOf({ ...LATE, rates: [] }, '2026-07-20')).toMatchObject([
    {
      action: 'hold',
      code: 'rate-missing',
      interest: null,
      interestReason: 'rate-missing',
      missingRate: { series: 'ECB-MRO', from: '2026-01-01' },
      indemnity: '40.00',
      newDeadline: null,
    },
  ]));

test('a hold says its last day, or that nobody knows it', () => {
  const clients = [{ code: 'C1', holdUntil: dayNumber('2026-07-31') }];
  expect(rowsOf({ ...LATE, clients }, '2026-07-20')).toMatchObject([
    { action: 'hold', code: 'client-hold', heldUntil: '2026-07-31' },
  ]);
  expect(rowsOf({ ...LATE, bankOn: '2026-07-02' }, '2026-07-20')).toMatchObject([
    { action: 'hold', code: 'bank-stale', heldUntil: null, heldUntilReason: 'until-somebody-acts' },
  ]);
});

test('what remains of invoices paid meanwhile stands beside', () => {
  const paid = { number: 'F0', issued: '2026-03-16', due: '2026-04-15', total: 50_000 } as const;
  const records = {
    ...LATE,
    invoices: [...LATE.invoices, paid],
    payments: [...(LATE.payments ?? []), { day: '2026-05-15', invoice: 'F0', amount: 50_000 } as const],
    journal: [{ at: '2026-05-01', invoice: 'F0', level: 1, interest: 240, indemnity: 4_000 } as const],
  };
  expect(rowsOf(records, '2026-07-20')).toMatchObject([
    {
      invoices: ['F1'],
      indemnity: '40.00',
      earlier: { invoices: ['F0'], interest: '4.99', indemnity: '40.00' },
    },
  ]);
});

test('several instalments of one invoice are one number', () => {
  const plans = [
    {
      invoice: 'F1',
      instalments: [
        ['2026-06-15', 60_000],
        ['2026-07-01', 60_000],
      ] as const,
    },
  ];
  expect(rowsOf({ ...LATE, plans }, '2026-07-20')).toMatchObject([{ invoices: ['F1'], total: '1000.00' }]);
});

test('nothing owed, no row', () => expect(rowsOf({ invoices: [] }, '2026-07-20')).toEqual([]));
