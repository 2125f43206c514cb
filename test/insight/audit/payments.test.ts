import { describe, expect, test } from 'vitest';
import type { CivilDate } from '../../../shared/base/civil-date.ts';
import type { PaymentRecord } from '../../receivables/register-of.ts';
import { AS_OF, dayOfMarch, findingsOf, frenchOf, shortOf, summaryOf } from './findings-of.ts';

const F = { number: 'F1', issued: dayOfMarch(5), total: 1_000_00 } as const;

function found(test: string, payments: readonly PaymentRecord[], asOf: CivilDate = AS_OF): readonly string[] {
  return shortOf(test, { invoices: [F], payments }, asOf);
}

const pay = (day: CivilDate, amount: number, more: Partial<PaymentRecord> = {}): PaymentRecord => ({
  day,
  amount,
  invoice: 'F1',
  ...more,
});

describe('payments before their invoice', () => {
  for (const [name, payment, expected] of [
    ['the day before', pay(dayOfMarch(4), 100), ['warning F1 100']],
    ['on the day', pay(dayOfMarch(5), 100), []],
    ['a refund', pay(dayOfMarch(4), -100), []],
    ['a write-off', pay(dayOfMarch(4), 100, { method: 'writeOff' }), []],
  ] as const) {
    test(name, () => expect(found('payment-before-issue', [payment])).toEqual(expected));
  }
  test('of an invoice not issued yet nothing is known', () => {
    expect(found('payment-before-issue', [pay(dayOfMarch(4), 100)], dayOfMarch(4))).toEqual([]);
  });
});

describe('invoices paid above their amount', () => {
  const full = pay(dayOfMarch(10), 1_000_00);
  for (const [name, payments, expected] of [
    ['in full', [full], []],
    ['a cent too much', [pay(dayOfMarch(10), 1_000_01)], ['warning F1 1']],
    ['in two parts', [full, pay(dayOfMarch(20), 50_00)], ['warning F1 5000']],
    ['given back', [full, pay(dayOfMarch(20), 50_00), pay(dayOfMarch(21), -50_00)], []],
    [
      'given back in part',
      [full, pay(dayOfMarch(20), 50_00), pay(dayOfMarch(21), -20_00)],
      ['warning F1 3000'],
    ],
    ['by a write-off', [full, pay(dayOfMarch(20), 50_00, { method: 'writeOff' })], []],
    ['not yet', [full, pay('2026-07-01', 50_00)], []],
  ] as const) {
    test(name, () => expect(found('overpaid', payments)).toEqual(expected));
  }

  const credited = (day: CivilDate) =>
    shortOf('overpaid', {
      invoices: [F, { number: 'A1', type: 'creditNote', corrects: 'F1', issued: day, total: 300_00 }],
      payments: [full],
    });
  test('a credit note before the money, and after it', () => {
    expect(credited(dayOfMarch(9))).toEqual(['warning F1 30000']);
    expect(credited(dayOfMarch(11))).toEqual([]);
  });
});

describe('payments that may be duplicates', () => {
  const first = pay(dayOfMarch(10), 400_00);
  for (const [name, others, expected] of [
    ['on the same day', [first], ['warning F1 40000']],
    ['3 days later', [pay(dayOfMarch(13), 400_00)], ['warning F1 40000']],
    ['4 days later', [pay(dayOfMarch(14), 400_00)], []],
    ['another amount', [pay(dayOfMarch(10), 400_01)], []],
    ['without an invoice', [{ day: dayOfMarch(10), amount: 400_00 }], []],
    ['bounced in between', [pay(dayOfMarch(11), -400_00), pay(dayOfMarch(12), 400_00)], []],
    ['given back since', [pay(dayOfMarch(12), 400_00), pay(dayOfMarch(13), -400_00)], ['note F1 40000']],
    ['above the total', [pay(dayOfMarch(10), 600_00), pay(dayOfMarch(12), 400_00)], ['error F1 40000']],
    ['three times', [first, first], ['error F1 40000', 'error F1 40000']],
    ['written off', [pay(dayOfMarch(10), 400_00, { method: 'writeOff' })], []],
  ] as const) {
    test(name, () => expect(found('payment-twice', [first, ...others])).toEqual(expected));
  }

  test('two without an invoice', () => {
    const loose = { day: dayOfMarch(10), amount: 70_00 };
    expect(found('payment-twice', [loose, { ...loose, day: dayOfMarch(11) }])).toEqual(['warning C001 7000']);
  });
  test('of two clients', () => {
    const payments = ['C001', 'C002'].map((client) => ({ day: dayOfMarch(10), amount: 70_00, client }));
    expect(shortOf('payment-twice', { clients: ['C001', 'C002'], invoices: [F], payments })).toEqual([]);
  });
});

describe('payments unapplied for more than 30 days', () => {
  const loose = (day: CivilDate, amount: number): PaymentRecord => ({ day, amount });
  for (const [name, payments, expected] of [
    ['31 days', [loose('2026-05-30', 100_00)], ['warning C001 10000']],
    ['30 days', [loose('2026-05-31', 100_00)], []],
    ['nothing open', [loose('2026-05-30', 100_00), pay('2026-05-02', 1_000_00)], ['note C001 10000']],
    ['nothing open, 30 days', [loose('2026-05-31', 100_00), pay('2026-05-02', 1_000_00)], []],
    ['given back', [loose('2026-05-01', 100_00), loose('2026-05-09', -100_00)], []],
    ['given back in part', [loose('2026-05-01', 100_00), loose('2026-05-09', -30_00)], ['warning C001 7000']],
    [
      'given back before it came',
      [loose('2026-05-01', -100_00), loose('2026-05-02', 300_00)],
      ['warning C001 20000'],
    ],
    ['applied later', [{ ...pay('2026-05-01', 100_00), applied: '2026-07-01' }], ['warning C001 10000']],
    ['applied since', [{ ...pay('2026-05-01', 100_00), applied: '2026-06-30' }], []],
    ['a write-off', [{ ...loose('2026-05-01', 100_00), method: 'writeOff' }], []],
  ] as const) {
    test(name, () => expect(found('unapplied-money', payments)).toEqual(expected));
  }
});

describe('write-offs over the balance', () => {
  const off = (day: CivilDate, amount: number) => pay(day, amount, { method: 'writeOff' });
  for (const [name, payments, expected] of [
    ['the balance', [pay(dayOfMarch(9), 900_00), off(dayOfMarch(20), 100_00)], []],
    ['a cent more', [pay(dayOfMarch(9), 900_00), off(dayOfMarch(20), 100_01)], ['error F1 1']],
    ['on the day of the money', [pay(dayOfMarch(9), 1_000_00), off(dayOfMarch(9), 20_00)], ['error F1 2000']],
    ['before the money', [off(dayOfMarch(8), 20_00), pay(dayOfMarch(9), 1_000_00)], []],
    ['taken back', [off(dayOfMarch(8), 1_020_00), off(dayOfMarch(9), -20_00)], []],
    [
      'the money bounced',
      [pay(dayOfMarch(9), 900_00), off(dayOfMarch(20), 900_00), pay(dayOfMarch(21), -900_00)],
      [],
    ],
    ['without an invoice', [{ day: dayOfMarch(9), amount: 30_00, method: 'writeOff' }], ['error C001 3000']],
  ] as const) {
    test(name, () => expect(found('write-off-over-balance', payments)).toEqual(expected));
  }
});

describe('repeated write-offs', () => {
  const off = (day: CivilDate, amount = 10_00) => pay(day, amount, { method: 'writeOff' });
  const three = [off('2026-04-01'), off('2026-05-01'), off('2026-06-01')];
  for (const [name, payments, expected] of [
    ['two', three.slice(1), []],
    ['three', three, ['warning C001 3000']],
    ['three, one of them a year ago', [off('2025-06-30'), ...three.slice(1)], []],
    ['three within the year', [off('2025-07-01'), ...three.slice(1)], ['warning C001 3000']],
    ['one taken back does not count', [...three.slice(1), off('2026-06-02', -10_00)], []],
  ] as const) {
    test(name, () => expect(found('repeated-write-offs', payments)).toEqual(expected));
  }
});

test('a payment twice says on which days', () => {
  const records = { invoices: [F], payments: [pay(dayOfMarch(10), 400_00), pay(dayOfMarch(12), 400_00)] };
  expect(frenchOf('payment-twice', records)).toEqual([
    '400,00 € du client Client C001 pour F1 sont inscrits le 10 mars 2026 et encore le 12 mars 2026 ; ' +
      'vérifiez au relevé bancaire si la somme est reçue ou seulement saisie deux fois.',
  ]);
  expect(findingsOf('payment-twice', records)[0]).toMatchObject({
    table: 'payments',
    row: 3,
    currency: 'EUR',
  });
  expect(summaryOf('payment-twice', records)).toMatchObject({ population: 2, hits: 1, listed: 1 });
});
