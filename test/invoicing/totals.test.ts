import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type LineNumbers, lineNet, totalsOf } from '../../shared/invoicing/totals.ts';

function line(quantity: string, unitPrice: string, vatRate = '20', discountPercent = ''): LineNumbers {
  return { quantity, unitPrice, vatRate, discountPercent, vatCategory: vatRate === '0' ? 'E' : 'S' };
}

function sums(lines: readonly LineNumbers[], currency = 'EUR'): readonly number[] {
  const totals = totalsOf(lines, currency);
  if (!totals.ok) throw new Error(totals.error);
  return [totals.value.netMinor, totals.value.vatMinor, totals.value.totalMinor];
}

for (const [why, one, net] of [
  ['whole', line('2', '450'), 90000],
  ['half a cent goes up', line('1', '0.005'), 1],
  ['just below half a cent goes down', line('1', '0.004999'), 0],
  ['half a cent of a negative line goes away from zero', line('-1', '0.005'), -1],
  ['one third of a day', line('0.3333', '450'), 14999],
  ['three decimals that floats miss: 1.005', line('1', '1.005'), 101],
  ['floats miss 8.135 too', line('1', '8.135'), 814],
  ['a discount is rounded with the line, once', line('3', '9.99', '20', '12.5'), 2622],
  ['a discount of all', line('3', '9.99', '20', '100'), 0],
  ['four decimals times six', line('1.0001', '0.000001'), 0],
  ['large and exact', line('123456.7891', '98765.432101'), 1219326312126],
] as const) {
  test(`a line's net: ${why}`, () => expect(lineNet(one, 'EUR')).toEqual({ ok: true, value: net }));
}

test('yen have no decimals, dinars three', () => {
  expect(lineNet(line('1', '100.5'), 'JPY')).toEqual({ ok: true, value: 101 });
  expect(lineNet(line('1', '100.0005'), 'KWD')).toEqual({ ok: true, value: 100001 });
});

test('VAT is on the sum of the nets of a rate, not line by line (BR-CO-17)', () => {
  expect(sums([line('1', '0.12'), line('1', '0.12'), line('1', '0.12')])).toEqual([36, 7, 43]); // by line: 2 + 2 + 2
  expect(sums([line('1', '0.125'), line('1', '0.125')])).toEqual([26, 5, 31]); // nets are rounded first: 13 + 13
});

test('VAT of half a cent goes away from zero', () => {
  expect(sums([line('1', '0.25', '10')])).toEqual([25, 3, 28]);
  expect(sums([line('-1', '0.25', '10')])).toEqual([-25, -3, -28]);
  expect(sums([line('1', '0.24', '10')])).toEqual([24, 2, 26]);
});

test('each category and rate is its own group, in the order of the lines', () => {
  const totals = totalsOf(
    [line('1', '10', '5.5'), line('1', '20'), line('1', '5', '0'), line('2', '10', '5.5')],
    'EUR',
  );
  expect(totals.ok && totals.value.groups).toEqual([
    { category: 'S', rate: '5.5', netMinor: 3000, vatMinor: 165 },
    { category: 'S', rate: '20', netMinor: 2000, vatMinor: 400 },
    { category: 'E', rate: '0', netMinor: 500, vatMinor: 0 },
  ]);
});

for (const [why, one, error] of [
  ['no quantity', line('', '1'), 'line/number'],
  ['a comma', line('1,5', '1'), 'line/number'],
  ['five decimals of quantity', line('1.00001', '1'), 'line/number'],
  ['seven of a price', line('1', '1.0000001'), 'line/number'],
  ['no rate', line('1', '1', ''), 'line/number'],
  ['a net beyond what is exact', line('1000000000', '1000000'), 'total/too-large'],
] as const) {
  test(`refused: ${why}`, () => expect(totalsOf([one], 'EUR')).toEqual({ ok: false, error }));
}

test('sums beyond what is exact are refused though each line fits', () => {
  const large = line('1', '60000000000', '0');
  expect(totalsOf([large], 'EUR').ok).toBe(true);
  expect(totalsOf([large, large], 'EUR')).toEqual({ ok: false, error: 'total/too-large' });
  expect(totalsOf([line('1', '90000000000')], 'EUR')).toEqual({ ok: false, error: 'total/too-large' });
});

test('no line, no sums', () => expect(sums([])).toEqual([0, 0, 0]));

const someLine = fc
  .tuple(
    fc.integer({ min: -99999, max: 99999 }),
    fc.integer({ min: 0, max: 9_999_999 }),
    fc.constantFrom('20', '10', '5.5', '2.1'),
    fc.integer({ min: 0, max: 1000 }),
  )
  .map(([quantity, price, rate, discount]) =>
    line((quantity / 100).toFixed(2), (price / 1000).toFixed(3), rate, (discount / 10).toFixed(1)),
  );

test('against whole numbers without limits: nets, VAT by rate, total; and the lines’ order changes nothing', () => {
  const rounded = (value: bigint, by: bigint): bigint => {
    const sign = value < 0n ? -1n : 1n;
    return (sign * (sign * value * 2n + by)) / (by * 2n);
  };
  fc.assert(
    fc.property(fc.array(someLine, { minLength: 1, maxLength: 12 }), (lines) => {
      const whole = (text: string): bigint => BigInt(text.replace('.', ''));
      const nets = lines.map((one) =>
        rounded(
          whole(one.quantity) * whole(one.unitPrice) * (1000n - whole(one.discountPercent)),
          10n ** 6n, // 2 + 3 + 3 decimals, to 2
        ),
      );
      const byRate = new Map<string, bigint>();
      for (const [i, { vatRate }] of lines.entries())
        byRate.set(vatRate, (byRate.get(vatRate) ?? 0n) + nets[i]);
      let vat = 0n;
      for (const [rate, net] of byRate) vat += rounded(net * BigInt(Math.round(Number(rate) * 10)), 1000n);
      const net = nets.reduce((a, b) => a + b, 0n);
      expect(sums(lines).map(BigInt)).toEqual([net, vat, net + vat]);
      expect(sums([...lines].reverse())).toEqual(sums(lines));
    }),
  );
});
