import { describe, expect, test } from 'vitest';
import { type Cells, foundBy, type Records, summaryBy } from './read-audit.ts';

const CLIENTS = [{ code: 'C1', name: 'Anne' }];
const invoice = (cells: Cells): Cells => ({ number: 'F1', client: 'C1', issueDate: '2026-05-04', ...cells });
const line = (cells: Cells): Cells => ({
  invoice: 'F1',
  description: 'Pose',
  quantity: '1',
  unitPrice: '100',
  vatRate: '20',
  ...cells,
});

function found(
  test: string,
  own: Cells,
  lines: readonly Cells[],
  more: Partial<Records> = {},
): readonly string[] {
  return foundBy(test, { clients: CLIENTS, invoices: [invoice(own)], lines, ...more });
}

describe('totals against net, VAT and lines', () => {
  const sums = { net: '100.00', vat: '20.00', total: '120.00' };
  for (const [name, own, lines, expected] of [
    ['as they should be', sums, [line({ net: '100.00' })], []],
    ['no lines', sums, [], []],
    ['a cent off', { ...sums, total: '120.01' }, [], ['error invoices:2:total F1 1']],
    [
      'a credit note written below 0',
      { ...sums, type: 'avoir', net: '-100.00', vat: '-20.00', total: '-120.00' },
      [line({ net: '-100', quantity: '-1' })],
      [],
    ],
    ['a line missing', sums, [line({ unitPrice: '60', net: '60.00' })], ['error invoices:2:net F1 4000']],
    ['a line without a net is worth its product', sums, [line({})], []],
    [
      'a line that is not its product',
      sums,
      [line({ unitPrice: '90', net: '100.00' })],
      ['error lines:2:net F1 1000'],
    ],
    [
      'half a cent either way',
      { net: '1.01', vat: '0.20', total: '1.21' },
      [line({ quantity: '3', unitPrice: '0.335', net: '1.01' })],
      [],
    ],
    [
      'half a cent the other way',
      { net: '1.00', vat: '0.20', total: '1.20' },
      [line({ quantity: '3', unitPrice: '0.335', net: '1.00' })],
      [],
    ],
    [
      'a cent and a half is not',
      { net: '0.99', vat: '0.20', total: '1.19' },
      [line({ quantity: '3', unitPrice: '0.335', net: '0.99' })],
      ['error lines:2:net F1 2'],
    ],
    [
      'a discount',
      { net: '90.00', vat: '18.00', total: '108.00' },
      [line({ discountPercent: '10', net: '90.00' })],
      [],
    ],
    ['a net nobody wrote', { vat: '20.00', total: '120.00' }, [line({ net: '100.00' })], []],
  ] as const) {
    test(name, () => expect(found('total-against-lines', own, lines)).toEqual(expected));
  }
  test('does not run without lines, net and VAT', () => {
    const bare = { clients: CLIENTS, invoices: [invoice({ total: '120.00' })] };
    expect(summaryBy('total-against-lines', bare)).toMatchObject({ ran: false });
    expect(summaryBy('vat-against-rate', bare)).toMatchObject({ ran: false });
  });
});

describe('VAT against base and rate', () => {
  const two = [line({ unitPrice: '10.03', net: '10.03' }), line({ unitPrice: '10.03', net: '10.03' })];
  for (const [name, vat, lines, expected] of [
    ['by rate: 4.012 is 4.01', '4.01', two, []],
    ['line by line: twice 2.01 is 4.02', '4.02', two, []],
    ['a cent more', '4.03', two, ['error invoices:2:vat F1 1']],
    ['a cent less', '4.00', two, ['error invoices:2:vat F1 1']],
    ['two rates', '2.56', [two[0], line({ unitPrice: '10.03', net: '10.03', vatRate: '5.5' })], []],
    ['nothing where the rate is 0', '0.00', [line({ unitPrice: '20.06', net: '20.06', vatRate: '0' })], []],
    ['half a cent rounds up', '0.03', [line({ unitPrice: '0.25', net: '0.25', vatRate: '10' })], []],
  ] as const) {
    test(name, () =>
      expect(found('vat-against-rate', { net: '20.06', vat, total: '1' }, lines)).toEqual(expected),
    );
  }

  const france: Records = { settings: [{ key: 'country', value: 'France' }] };
  for (const [name, vat, settings, expected] of [
    ['the highest rate', '20.00', france, []],
    ['above it', '20.02', france, ['error invoices:2:vat F1 1']],
    ['below nothing', '-0.01', france, ['error invoices:2:vat F1 1']],
    ['in another country', '27.00', { settings: [{ key: 'country', value: 'Hongrie' }] }, []],
  ] as const) {
    test(`without lines: ${name}`, () =>
      expect(found('vat-against-rate', { net: '100.00', vat, total: '1' }, [], settings)).toEqual(expected));
  }
});
