import { describe, expect, test } from 'vitest';
import { type CivilDate, civilDate, dayNumber } from '../../shared/base/civil-date.ts';
import { isLimitationNear, limitationReader } from '../../shared/law/limitation.ts';
import type { DunningRecords } from '../dunning/decided.ts';
import { F1, ledgerOf } from './owed.ts';

function limitation(records: Partial<DunningRecords>, asOf: CivilDate = '2026-07-20') {
  return limitationReader(ledgerOf(records), dayNumber(asOf)).of(0);
}

function expires(records: Partial<DunningRecords>, asOf?: CivilDate): CivilDate | null {
  const found = limitation(records, asOf);
  return found && civilDate(found.expiresOn);
}

describe('the years, by debtor and settings', () => {
  for (const [kind, settings, day] of [
    ['company', {}, '2031-06-15'],
    ['administration', {}, '2030-06-15'],
    ['individual', {}, '2028-06-15'],
    ['association', {}, '2028-06-15'],
    ['association', { associationsAre: 'professionnels' }, '2031-06-15'],
    ['company', { limitationYears: '1' }, '2027-06-15'], // carriage of goods
    ['individual', { limitationYears: '1' }, '2028-06-15'],
    ['individual', { limitationYearsConsumer: '3' }, '2029-06-15'],
    ['company', { country: 'Allemagne' }, null], // not known here, and not guessed
    ['company', { country: 'Allemagne', limitationYears: '3' }, '2029-06-15'],
  ] as const) {
    test(`${kind} ${JSON.stringify(settings)}: ${day}`, () =>
      expect(expires({ clients: [{ code: 'C1', kind }], settings })).toBe(day));
  }
  test('29 February ends on the 28th of a year without one', () =>
    expect(expires({ invoices: [{ ...F1, issued: '2024-01-30', due: '2024-02-29' }] })).toBe('2029-02-28'));
});

describe('what begins it anew', () => {
  for (const [name, row, day] of [
    ['an acknowledgement', { event: 'acknowledgement', invoice: 'F1' }, '2031-07-10'],
    ['an action in court', { event: 'courtAction', invoice: 'F1' }, '2031-07-10'],
    ['one of all that is owed', { event: 'acknowledgement' }, '2031-07-10'],
    ['another invoice’s does not', { event: 'acknowledgement', invoice: 'F2' }, '2031-06-15'],
    ['a reminder does not', { event: 'reminder', invoice: 'F1' }, '2031-06-15'],
    ['a formal notice does not', { event: 'registeredLetter', invoice: 'F1' }, '2031-06-15'],
    ['a promise does not by itself', { event: 'promise', invoice: 'F1' }, '2031-06-15'],
    ['a plan does not by itself', { event: 'plan', invoice: 'F1' }, '2031-06-15'],
    ['one that failed does not', { event: 'acknowledgement', invoice: 'F1', status: 'failed' }, '2031-06-15'],
  ] as const) {
    test(name, () => {
      const invoices = [F1, { ...F1, number: 'F2' }] as const;
      expect(expires({ invoices, journal: [{ at: '2026-07-10', ...row }] })).toBe(day);
    });
  }
  test('nor does one before the due date, or after the day asked for', () => {
    const journal = [
      { at: '2026-06-01', event: 'acknowledgement', invoice: 'F1' },
      { at: '2026-07-21', event: 'acknowledgement', invoice: 'F1' },
    ] as const;
    expect(limitation({ journal })).toMatchObject({ since: dayNumber('2026-06-15'), isInterrupted: false });
  });
  test('promises and plans since then are shown, for the keeper to judge', () => {
    const journal = [
      { at: '2026-06-01', event: 'promise' },
      { at: '2026-07-01', event: 'promise', invoice: 'F1' },
      { at: '2026-07-05', event: 'plan' },
      { at: '2026-07-06', event: 'call' },
    ] as const;
    const reader = limitationReader(ledgerOf({ journal }), dayNumber('2026-07-20'));
    expect(reader.possible(0).map(({ at, event }) => [civilDate(at), event])).toEqual([
      ['2026-07-01', 'promise'],
      ['2026-07-05', 'plan'],
    ]);
  });
});

test('a warning comes six months before, to the day', () => {
  const found = limitation({});
  expect(found && civilDate(found.warnFrom)).toBe('2030-12-15');
  const near = (day: CivilDate) => found && isLimitationNear(found, dayNumber(day));
  expect([near('2030-12-14'), near('2030-12-15'), near('2031-06-16')]).toEqual([false, true, true]);
});

test('what is paid has none, a plan’s is that of its oldest open part', () => {
  expect(expires({ payments: [{ day: '2026-07-01', invoice: 'F1', amount: 120_000 }] })).toBeNull();
  const plan = {
    invoice: 'F1',
    agreedOn: '2026-06-30',
    instalments: [
      ['2026-07-10', 60_000],
      ['2026-08-10', 60_000],
    ],
  } as const;
  const half = [{ day: '2026-07-12', invoice: 'F1', amount: 60_000 }] as const;
  expect(expires({ plans: [plan] })).toBe('2031-07-10');
  expect(expires({ plans: [plan], payments: half })).toBe('2031-08-10');
});
