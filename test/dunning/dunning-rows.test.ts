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
