/** What a client is to quote: as much as a transfer can carry. */
import { expect, test } from 'vitest';
import { paymentMeansOf } from '../../shared/letters/payment-means.ts';
import { SENDER } from '../render/messages.ts';

const numbersOf = (count: number, last: string): readonly string[] => [
  ...Array.from({ length: count - 1 }, (_, at) => `F2026-${10_000 + at}`),
  last,
];

/** Ten numbers of 11 characters, ten commas, and a last one of 10 or 11: 140 or 141 characters. */
for (const [last, reference] of [
  ['F2026-1001', numbersOf(11, 'F2026-1001').join(', ')],
  ['F2026-10010', 'C001, 11 factures'],
] as const) {
  test(`eleven invoices, the last ${last}`, () => {
    const numbers = numbersOf(11, last);
    const asked = { amount: '1200.00', currency: 'EUR', numbers, clientCode: 'C001' };
    const means = paymentMeansOf(SENDER, asked, 'fr');
    expect(means?.lines.at(-1)).toEqual(['Référence à indiquer', reference]);
    expect(means?.transfer?.reference).toBe(reference);
  });
}

test('in English', () => {
  const asked = { amount: '1200.00', currency: 'EUR', numbers: numbersOf(30, 'X'), clientCode: 'C001' };
  expect(paymentMeansOf(SENDER, asked, 'en')?.lines.at(-1)).toEqual([
    'Reference to quote',
    'C001, 30 invoices',
  ]);
});
