import { describe, expect, test } from 'vitest';
import type { CivilDate } from '../../../shared/base/civil-date.ts';
import { knownRates } from '../../../shared/law/known-rates.ts';
import type { ClientKind } from '../../../shared/register/tables.ts';
import type { RegisterRecords } from '../../receivables/register-of.ts';
import { journalOf } from '../journal-of.ts';
import { frenchOf, shortOf, summaryOf } from './findings-of.ts';

describe('debts soon time-barred', () => {
  const owing = (due: CivilDate, kind: ClientKind = 'company', more: Partial<RegisterRecords> = {}) => ({
    clients: [{ code: 'C001', kind }],
    invoices: [{ number: 'F1', issued: '2019-01-01' as const, due, total: 500_00 }],
    ...more,
  });
  for (const [name, records, expected] of [
    ['six months before five years', owing('2021-12-30'), ['warning F1 50000']],
    ['the day before that', owing('2022-01-01'), []],
    ['a consumer, six months before two', owing('2024-12-30', 'individual'), ['warning F1 50000']],
    ['a company at that age', owing('2024-12-30'), []],
    ['past its day', owing('2021-06-29'), ['warning F1 50000']],
    [
      'acknowledged since',
      owing('2021-12-30', 'company', {
        journal: journalOf([{ at: '2025-06-30', event: 'acknowledgement', invoice: 0 }]),
      }),
      [],
    ],
    [
      'paid',
      owing('2021-12-30', 'company', { payments: [{ day: '2026-01-01', invoice: 'F1', amount: 500_00 }] }),
      [],
    ],
  ] as const) {
    test(name, () => expect(shortOf('limitation-near', records)).toEqual(expected));
  }
  test('says by when, and that a reminder is not enough', () => {
    const [near] = frenchOf('limitation-near', owing('2021-06-30'));
    expect(near).toContain('une relance n’y suffit pas');
    const [lost] = frenchOf('limitation-near', owing('2021-06-29'));
    expect(lost).toContain('est prescrite depuis le');
  });
  test('does not run where the period is not known', () => {
    const settings = { texts: new Map([['country', 'Allemagne']]) };
    expect(summaryOf('limitation-near', owing('2021-06-30', 'company', { settings }))).toMatchObject({
      ran: false,
    });
  });
});

describe('the law in use', () => {
  const under = (lateInterest: string): RegisterRecords => ({
    settings: { texts: new Map([['lateInterest', lateInterest]]) },
    invoices: [{ number: 'F1', issued: '2026-03-02', total: 1 }],
    rates: knownRates('fr').map((rate) => ({ ...rate, toCheck: false })),
  });
  test('a rate under the floor is a warning', () =>
    expect(shortOf('law-to-check', under('1'))).toEqual(['warning rate-under-floor']));
  test('one at ECB+10 is none', () => expect(shortOf('law-to-check', under('ECB+10'))).toEqual([]));
  test('does not run without rates', () =>
    expect(summaryOf('law-to-check', { ...under('1'), rates: [] })).toMatchObject({ ran: false }));
});
