import { describe, expect, test } from 'vitest';
import type { CivilDate } from '../../shared/base/civil-date.ts';
import { type DunningRecords, decision, decisions, sent, verdict } from './decided.ts';

const F1 = { number: 'F1', issued: '2026-04-01', due: '2026-05-01', total: 120_000 } as const;
const LATE: DunningRecords = { invoices: [F1] };

describe('one message for all that is late, at the level of the oldest (edge cases 7, 11 and 29)', () => {
  const F2 = { number: 'F2', issued: '2026-04-20', due: '2026-05-20', total: 30_000 } as const;
  const F3 = { number: 'F3', issued: '2026-06-10', due: '2026-07-10', total: 10_000 } as const;
  const both: DunningRecords = { invoices: [F1, F2, F3] };
  const day: CivilDate = '2026-06-15';
  const journal = sent(['2026-05-04', 1, 'F1'], ['2026-05-18', 2, 'F1']);

  test('one line, the oldest first, what is not due left out', () => {
    const found = decision({ ...both, journal }, day);
    expect(found).toMatchObject({ action: 'send', level: 3, total: 150_000 });
    expect(found.asked.map(({ invoice, level }) => [invoice, level])).toEqual([
      [0, 3],
      [1, 1],
    ]);
  });
  const paid = [{ day: '2026-06-16', invoice: 'F1', amount: 120_000 }] as const;
  const ladder = [...journal, ...sent([day, 3, 'F1'])];
  test('the oldest is paid: the next starts at its own first level, not where the oldest stood', () => {
    const carried = [...ladder, ...sent([day, 3, 'F2'])];
    expect(verdict({ ...both, payments: paid, journal: carried }, '2026-06-22')).toBe('send 1 level-due');
    expect(verdict({ ...both, payments: paid, journal: [...journal, ...sent([day, 3])] }, '2026-06-22')).toBe(
      'send 1 level-due',
    );
  });
  test('its own rows at its own levels carry on', () =>
    expect(
      verdict({ ...both, payments: paid, journal: [...ladder, ...sent([day, 1, 'F2'])] }, '2026-06-22'),
    ).toBe('send 2 level-due'));
  test('a level it was carried along at is not sent again', () => {
    const rows = [...ladder, ...sent([day, 3, 'F2'], ['2026-06-22', 1, 'F2'], ['2026-06-29', 2, 'F2'])];
    expect(verdict({ ...both, invoices: [F1, F2], payments: paid, journal: rows }, '2026-07-06')).toBe(
      'send 4 level-due',
    );
  });
  test('the last line is paid: the oldest goes on', () => {
    const payments = [{ day: '2026-06-10', invoice: 'F2', amount: 30_000 } as const];
    expect(decision({ ...both, journal, payments }, day)).toMatchObject({
      action: 'send',
      level: 3,
      total: 120_000,
    });
  });
  test('the oldest has no level left: the next sets the pace', () => {
    const all = sent(
      ['2026-05-04', 1, 'F1'],
      ['2026-05-18', 2, 'F1'],
      ['2026-05-25', 3, 'F1'],
      ['2026-06-01', 4, 'F1'],
    );
    const found = decision({ ...both, journal: all }, day);
    expect(found).toMatchObject({ action: 'send', level: 1, total: 150_000 });
    expect(found.asked.map(({ level }) => level)).toEqual([null, 1]);
  });
  test('of two due the same day the larger sets the pace', () => {
    const twin = { ...F1, number: 'F0', total: 200_000 } as const;
    const found = decision({ invoices: [F1, twin], journal: sent(['2026-05-04', 1, 'F0']) }, '2026-05-18');
    expect(found).toMatchObject({ action: 'send', level: 2 });
  });
});

describe('a row without an invoice stands for what was late that day', () => {
  const F2 = { number: 'F2', issued: '2026-04-01', due: '2026-05-02', total: 30_000 } as const;
  const F3 = { number: 'F3', issued: '2026-05-05', due: '2026-05-06', total: 10_000 } as const;
  test('for each of them', () => {
    const paid = [{ day: '2026-05-11', invoice: 'F1', amount: 120_000 } as const];
    const records = { invoices: [F1, F2], journal: sent(['2026-05-04', 1]) };
    expect(verdict(records, '2026-05-18')).toBe('send 2 level-due');
    expect(verdict({ ...records, payments: paid }, '2026-05-18')).toBe('send 2 level-due');
  });
  test('not for one issued since', () => {
    const paid = [{ day: '2026-05-05', invoice: 'F1', amount: 120_000 } as const];
    const records = { invoices: [F1, F3], journal: sent(['2026-05-04', 1]), payments: paid };
    expect(verdict(records, '2026-05-18')).toBe('send 1 level-due');
  });
  test('nor for one that was not late yet', () => {
    const soon = { ...F3, issued: '2026-04-01' } as const;
    const paid = [{ day: '2026-05-05', invoice: 'F1', amount: 120_000 } as const];
    expect(
      verdict({ invoices: [F1, soon], journal: sent(['2026-05-04', 1]), payments: paid }, '2026-05-18'),
    ).toBe('send 1 level-due');
  });
});

describe('a plan: its instalments are chased, not the original date (edge case 35)', () => {
  const plan = {
    invoice: 'F1',
    agreedOn: '2026-05-20',
    instalments: [
      ['2026-06-19', 60_000],
      ['2026-07-20', 60_000],
    ],
  } as const;
  const planned: DunningRecords = {
    ...LATE,
    plans: [plan],
    journal: sent(['2026-05-04', 1, 'F1'], ['2026-05-18', 2, 'F1']),
  };
  test('the day before it is agreed the due date rules', () =>
    expect(verdict(planned, '2026-05-19')).toBe('none 3 level-done'));
  test('from the day it is agreed nothing is late', () => {
    expect(decisions(planned, '2026-05-20')).toEqual([]);
    expect(decisions(planned, '2026-06-12')).toEqual([]);
  });
  test('an instalment is announced', () => expect(verdict(planned, '2026-06-15')).toBe('send 0 level-due'));
  test('one missed starts at the first level, and is all that is asked for', () => {
    const found = decision(planned, '2026-06-22');
    expect(found).toMatchObject({ action: 'send', level: 1, total: 60_000 });
    expect(found.asked.map(({ instalment }) => instalment)).toEqual([1]);
  });
  test('the next one has its own levels', () => {
    const rows = sent(['2026-06-22', 1, 'F1'], ['2026-07-06', 2, 'F1']);
    const paid = [{ day: '2026-07-10', invoice: 'F1', amount: 60_000 } as const];
    const records = { ...planned, journal: [...(planned.journal ?? []), ...rows] };
    expect(verdict({ ...records, payments: paid }, '2026-07-15')).toBe('send 0 level-due');
    expect(verdict({ ...records, payments: paid }, '2026-07-21')).toBe('send 1 level-due');
  });
});

test('clients stand by code, their currencies after their own', () => {
  const records: DunningRecords = {
    clients: ['C2', 'C10', 'C1'],
    currencies: ['EUR', 'USD', 'GBP'],
    invoices: (['C2', 'C10', 'C1'] as const).flatMap((client) =>
      (['USD', 'GBP', 'EUR'] as const).map((currency) => ({
        ...F1,
        number: `${client}${currency}`,
        client,
        currency,
      })),
    ),
  };
  const found = decisions(records, '2026-05-06').map(({ client, currency }) => [client, currency]);
  expect(found).toEqual([
    [2, 0],
    [2, 2],
    [2, 1],
    [1, 0],
    [1, 2],
    [1, 1],
    [0, 0],
    [0, 2],
    [0, 1],
  ]);
});
