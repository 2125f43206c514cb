/** Live totals: what is shown while a draft is written is what issuing computes. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { totalsOf } from '../../appsscript/sidebar/forms/totals.ts';
import { minorOf, plainOf } from '../../appsscript/sidebar/money-text.ts';
import { totalsOf as issuedTotals } from '../../shared/invoicing/totals.ts';

function line(
  quantity: string,
  unitPrice: string,
  discountPercent: string,
  vatRate: string,
  vatCategory = 'S',
) {
  return { description: 'x', unit: '', quantity, unitPrice, discountPercent, vatRate, vatCategory };
}

describe('totals of a draft', () => {
  test('each net is rounded, VAT once a rate', () => {
    const lines = [line('3', '33.335', '', '20'), line('1', '0.1', '', '20'), line('2', '10', '50', '5.5')];
    expect(totalsOf(lines, 'EUR')).toEqual({
      nets: [10001, 10, 1000],
      net: 11011,
      vats: [
        { rate: '20', vat: 2002 },
        { rate: '5.5', vat: 55 },
      ],
      total: 13068,
    });
  });
  test('a line that cannot be read yet counts for nothing', () => {
    expect(totalsOf([line('', '5', '', '20'), line('1', '', '', '20')], 'EUR')).toEqual({
      nets: [undefined, undefined],
      net: 0,
      vats: [],
      total: 0,
    });
  });
  test('half a cent goes away from zero', () => {
    expect(totalsOf([line('1', '0.005', '', '0', 'E')], 'EUR').net).toBe(1);
    expect(totalsOf([line('-1', '0.005', '', '0', 'E')], 'EUR').net).toBe(-1);
  });
  test('a currency without decimals', () => {
    expect(totalsOf([line('1', '100.5', '', '10')], 'JPY')).toMatchObject({ net: 101, total: 111 });
  });
});

const decimal = (most: number, places: number) =>
  fc.integer({ min: 0, max: most * 10 ** places }).map((units) => {
    const text = String(units).padStart(places + 1, '0');
    return `${text.slice(0, -places)}.${text.slice(-places)}`;
  });

test('they are those of issuing, whatever the lines', () => {
  const lines = fc.array(
    fc
      .tuple(decimal(999, 4), decimal(9999, 6), decimal(100, 4), fc.constantFrom('20', '10', '5.5', '2.1'))
      .map(([quantity, price, discount, rate]) => line(quantity, price, discount, rate)),
    { minLength: 1, maxLength: 8 },
  );
  fc.assert(
    fc.property(lines, (drawn) => {
      const here = totalsOf(drawn, 'EUR');
      const there = issuedTotals(drawn, 'EUR');
      expect(there).toMatchObject({ ok: true, value: { netMinor: here.net, totalMinor: here.total } });
    }),
  );
});

describe('minor units', () => {
  for (const [plain, currency, minor] of [
    ['12.3', 'EUR', 1230],
    ['-12.30', 'EUR', -1230],
    ['-0', 'EUR', 0],
    ['12.345', 'EUR', undefined],
    ['12.340', 'EUR', 1234],
    ['12', 'JPY', 12],
    ['12.5', 'JPY', undefined],
    ['1.234', 'KWD', 1234],
    ['', 'EUR', undefined],
    ['99999999999999999', 'EUR', undefined],
  ] as const) {
    test(`${plain} ${currency} is ${minor}`, () => expect(minorOf(plain, currency)).toBe(minor));
  }
  test('and back', () => {
    expect(plainOf(5, 'EUR')).toBe('0.05');
    expect(plainOf(-1230, 'EUR')).toBe('-12.30');
    expect(plainOf(12, 'JPY')).toBe('12');
  });
});
