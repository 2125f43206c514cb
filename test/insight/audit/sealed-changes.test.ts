import { describe, expect, test } from 'vitest';
import { auditRecords, foundBy, type Records, shortOf, summaryBy } from './read-audit.ts';
import type { Sealing } from './seal-records.ts';
import { BOOKS, SEALED, sealed } from './sealed-books.ts';

describe('the account that invoices give', () => {
  const [before, after] = ['FR7630006000011234567890189', 'FR1420041010050500013M02606'];
  const withSetting = (iban: string): Records => ({
    ...BOOKS,
    settings: (BOOKS.settings ?? []).map((row) => (row.key === 'iban' ? { ...row, value: iban } : row)),
  });
  test('another from F3 on: what was billed since is at stake', () => {
    const moved = {
      ...withSetting(after),
      seals: sealed(withSetting(before), { ibans: new Map([['F3', after]]) }).seals,
    };
    expect(foundBy('iban-changed', moved)).toEqual(['warning seals:4 FR14…2606 12000']);
  });
  test('the setting changed since the last invoice', () => {
    const moved = { ...withSetting(after), seals: SEALED.seals };
    expect(foundBy('iban-changed', moved)).toEqual(['warning settings:3 FR14…2606']);
  });
  test('a change that was sealed', () => {
    const text = JSON.stringify({ from: before, to: after });
    const told = sealed(BOOKS, {
      after: [{ type: 'SETTING', number: 'iban', at: '2026-06-10T08:00:00Z', text }],
    });
    expect(foundBy('iban-changed', { ...told, settings: withSetting(after).settings })).toEqual([
      'warning seals:6 FR14…2606 0',
    ]);
  });
  test('changed and printed: one finding, at the change, with who did it', () => {
    const text = JSON.stringify({ from: before, to: after, user: 'anne@firm.example' });
    const change = { type: 'SETTING', number: 'iban', at: '2026-05-05T08:00:00Z', text } as const;
    const told = sealed(withSetting(before), { ibans: new Map([['A1', after]]), after: [change] });
    const { findings } = auditRecords({ ...told, settings: withSetting(after).settings });
    const found = findings.filter(({ test: key }) => key === 'iban-changed');
    expect(found.map(shortOf)).toEqual(['warning seals:6 FR14…2606 24000']);
    expect(found[0].message.en).toContain('changed by anne@firm.example');
  });
  test('the same account written otherwise', () => {
    expect(
      foundBy('iban-changed', {
        ...SEALED,
        settings: withSetting('fr76-3000.6000 01123456 7890189').settings,
      }),
    ).toEqual([]);
  });
});

describe('payments changed or deleted after they were sealed', () => {
  const was = {
    id: 'P1',
    date: '2026-05-20',
    client: 'C1',
    invoice: 'F1',
    amount: '120.00',
    currency: 'EUR',
  };
  const seal = (type: 'PAY' | 'PAYVOID', at: string, cells: object = {}) =>
    ({ type, number: 'P1', at, text: JSON.stringify({ ...was, ...cells }) }) as const;
  const first = seal('PAY', '2026-05-21T08:00:00Z');
  const gone = seal('PAYVOID', '2026-06-02T05:00:00Z');
  const found = (...after: NonNullable<Sealing['after']>) =>
    foundBy('payment-voided', sealed(BOOKS, { after }));
  test('recorded and left alone', () => expect(found(first)).toEqual([]));
  test('deleted', () => expect(found(first, gone)).toEqual(['warning seals:7 P1 12000']));
  test('changed: what it moves', () => {
    expect(found(first, gone, seal('PAY', '2026-06-02T05:00:00Z', { amount: '20.00' }))).toEqual([
      'warning seals:7 P1 10000',
    ]);
  });
  test('deleted, and another recorded later', () => {
    expect(found(first, gone, seal('PAY', '2026-06-03T05:00:00Z', { amount: '20.00' }))).toEqual([
      'warning seals:7 P1 12000',
    ]);
  });
  test('what nobody could have sealed is passed over', () => {
    expect(found(first, { ...gone, text: '{"date":"x"}' }, { ...gone, text: 'x' })).toEqual([]);
  });
  test('without a payment sealed it does not run', () => {
    expect(summaryBy('payment-voided', SEALED)).toMatchObject({ ran: false });
  });
});
