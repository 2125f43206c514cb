/** How late a client pays, as one figure. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayNumber } from '../../shared/base/civil-date.ts';
import { behaviourOn } from '../../shared/insight/behaviour.ts';
import { latenessParts, lateRates, PARTS_OF_LATENESS } from '../../shared/insight/late-rate.ts';
import { buildLedger } from '../../shared/receivables/ledger.ts';
import { type RegisterRecords, registerOf } from '../receivables/register-of.ts';
import { AS_OF, daysBefore, history, invoiceDue } from './forecast-of.ts';

for (const [days, parts] of [
  [-400, 0],
  [-10, 0],
  [-9, 4],
  [0, 35],
  [1, 54],
  [5, 68],
  [19, 117],
  [20, 120],
  [21, 120],
  [400, 120],
] as const) {
  test(`${days} days after the due date are ${parts} of ${PARTS_OF_LATENESS} parts`, () =>
    expect(latenessParts(days)).toBe(parts));
}

test('a day later is never less late', () => {
  fc.assert(
    fc.property(fc.integer({ min: -60, max: 400 }), (days) => {
      expect(latenessParts(days + 1)).toBeGreaterThanOrEqual(latenessParts(days));
    }),
  );
});

function rates(records: RegisterRecords) {
  return lateRates(behaviourOn(buildLedger(registerOf(records)), 0, dayNumber(AS_OF)));
}

test('an empty register is as usual: one invoice in three late', () => {
  const { latenessOf, register, registerLateness } = rates({ invoices: [] });
  for (const rate of [register, registerLateness, latenessOf(0)]) expect(rate).toBeCloseTo(1 / 3);
});

test('with one invoice a client stands halfway between it and the register', () => {
  const others = history(new Array(40).fill(-10), 'C002');
  const one = history([40]);
  const { latenessOf, registerLateness } = rates({
    clients: ['C001', 'C002'],
    invoices: [...one.invoices, ...others.invoices],
    payments: [...one.payments, ...others.payments],
  });
  const weight = 0.5 ** (30 / 365); // it fell due a month ago
  expect(latenessOf(0)).toBeCloseTo((weight + registerLateness) / (weight + 1), 2);
  expect(latenessOf(1)).toBeLessThan(0.05);
});

test('a client with many invoices does not speak for the others', () => {
  const one = history(new Array(200).fill(30), 'C001');
  const many = Array.from({ length: 20 }, (_, k) => history([-10], `S${k}`));
  const { registerLateness } = rates({
    clients: ['C001', ...many.map((_, k) => `S${k}`)],
    invoices: [one, ...many].flatMap(({ invoices }) => invoices),
    payments: [one, ...many].flatMap(({ payments }) => payments),
  });
  expect(registerLateness).toBeLessThan(0.2);
});

test('what is open counts with its days so far, and what was settled early counts too', () => {
  const open = rates({ invoices: [invoiceDue('F1', -20)] }).latenessOf(0);
  const younger = rates({ invoices: [invoiceDue('F1', -5)] }).latenessOf(0);
  const early = rates({
    invoices: [invoiceDue('F1', 15)],
    payments: [{ day: daysBefore(1), invoice: 'F1', amount: 100_00 }],
  }).latenessOf(0);
  const nothing = rates({ invoices: [invoiceDue('F1', 15)] }).latenessOf(0);
  expect(open).toBeGreaterThan(younger);
  expect(younger).toBeGreaterThan(nothing);
  expect(early).toBeLessThan(nothing);
});
