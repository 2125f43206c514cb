import fc from 'fast-check';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { describe, expect, test } from 'vitest';
import { eInvoiceFaults } from '../../../shared/exchange/cii/check.ts';
import { PLAIN_FACTS } from '../../../shared/exchange/cii/facts.ts';
import { billingFrame, ciiInvoice, typeCode } from '../../../shared/exchange/cii/invoice.ts';
import { expectGolden } from '../../golden-file.ts';
import { issued, SAMPLES, sampleNamed } from './documents.ts';

describe.each(SAMPLES)('$name', ({ facts, name, snapshot }) => {
  test('keeps every rule', () => expect(eInvoiceFaults(snapshot, facts)).toEqual([]));

  test('is well-formed, and reads as it was kept', () => {
    const xml = ciiInvoice(snapshot, facts);
    expect(XMLValidator.validate(xml)).toBe(true);
    expectGolden(`exchange/cii/${name}.xml`, xml);
  });

  test('holds nothing empty', () => {
    expect(ciiInvoice(snapshot, facts)).not.toMatch(/<([\w:]+)[^>]*><\/\1>|<([\w:]+)[^>]*>\s*<\/\2>/);
  });
});

const FRAMES: readonly (readonly [sample: string, frame: string, type: string])[] = [
  ['several-rates', 'S1', '380'],
  ['credit-note', 'S1', '381'],
  ['corrective', 'S1', '384'],
  ['intra-community', 'B1', '380'],
  ['paid', 'S2', '380'],
  ['part-paid', 'S1', '380'],
  ['deposit', 'S1', '386'],
  ['final', 'S4', '380'],
];

test.each(FRAMES)('%s is of frame %s and type %s', (name, frame, type) => {
  const { facts, snapshot } = sampleNamed(name);
  expect(billingFrame(snapshot, facts)).toBe(frame);
  expect(typeCode(snapshot, facts)).toBe(type);
});

describe('the French directory', () => {
  const buyerOf = (name: string): string => {
    const { facts, snapshot } = sampleNamed(name);
    return /<ram:BuyerTradeParty>[\s\S]*<\/ram:BuyerTradeParty>/.exec(ciiInvoice(snapshot, facts))?.[0] ?? '';
  };
  test.each([
    ['several-rates', 'schemeID="0225">552100554<'],
    ['public-buyer', 'schemeID="0225">356000000_35600000000048<'],
    ['overseas', 'schemeID="0225">552100554<'],
    ['consumer', 'schemeID="EM">contact@martin.example<'],
    ['norwegian', 'schemeID="EM">ap@fjord.example<'],
  ])('%s is found by %s', (name, address) => expect(buyerOf(name)).toContain(address));

  test('nine digits of another country are no SIREN', () => {
    expect(buyerOf('norwegian')).toContain('<ram:ID>923609016</ram:ID>');
    expect(buyerOf('norwegian')).not.toContain('0002');
  });

  test('a buyer has our number or its SIRET, not both (CII-SR-450)', () => {
    expect(buyerOf('several-rates')).toMatch(/<ram:BuyerTradeParty>\s*<ram:ID>C1</);
    expect(buyerOf('public-buyer')).toMatch(/<ram:BuyerTradeParty>\s*<ram:GlobalID schemeID="0009">356/);
    expect(buyerOf('public-buyer')).not.toContain('C1<');
  });

  test.each([
    ['overseas', 'B2B'],
    ['norwegian', 'B2BINT'],
    ['consumer', 'B2C'],
  ])('%s is %s', (name, flow) => {
    const { facts, snapshot } = sampleNamed(name);
    expect(ciiInvoice(snapshot, facts)).toContain(`<ram:Content>${flow}</ram:Content>`);
  });
});

test('in another currency the VAT is said in euros too, zero where none is due (BR-FR-CO-12, BR-53)', () => {
  for (const [name, euros] of [
    ['vat-in-dollars', '165.12'],
    ['dollars', '0.00'],
  ] as const) {
    const { facts, snapshot } = sampleNamed(name);
    const xml = ciiInvoice(snapshot, facts);
    expect(xml).toMatch(/TaxCurrencyCode>EUR<[\s\S]*InvoiceCurrencyCode>USD</);
    expect(xml).toMatch(new RegExp(`currencyID="USD">[\\d.]+<[\\s\\S]*currencyID="EUR">${euros}<`));
  }
});

test('a final invoice that the deposits and a payment settle keeps its due date: frame 4 allows no day before the issue (BR-FR-CO-07)', () => {
  const { facts, snapshot } = sampleNamed('final');
  const settled = { ...facts, paid: { minor: 78_000, on: '2026-11-20' as const } };
  expect(eInvoiceFaults(snapshot, settled)).toEqual([]);
  expect(ciiInvoice(snapshot, settled)).toMatch(/>20261225<[\s\S]*DuePayableAmount>0\.00</);
});

test('a rate is written without zeros at its end (BR-FR-DEC-04)', () => {
  const snapshot = issued();
  const long = { ...snapshot, vat: snapshot.vat.map((group) => ({ ...group, rate: '20.0000' })) };
  expect(ciiInvoice(long, PLAIN_FACTS)).not.toContain('20.0000');
});

test('goods and services on one invoice are of a mixed frame', () => {
  expect(billingFrame(issued(), { ...PLAIN_FACTS, operations: 'both' })).toBe('M1');
});

test('what was paid is deducted from what is due, and nothing else changes', () => {
  const { facts, snapshot } = sampleNamed('part-paid');
  const sums =
    /Summation>\s*<ram:LineTotalAmount>900\.00[\s\S]*?GrandTotalAmount>1080\.00[\s\S]*?PrepaidAmount>80\.00[\s\S]*?PayableAmount>1000\.00</;
  expect(ciiInvoice(snapshot, facts)).toMatch(sums);
});

test('whatever a name holds, the XML is well-formed and gives it back', () => {
  const parser = new XMLParser({ parseTagValue: false, trimValues: false });
  fc.assert(
    fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 60 }), (name) => {
      const snapshot = issued();
      const xml = ciiInvoice({ ...snapshot, client: { ...snapshot.client, name: `x${name}x` } }, PLAIN_FACTS);
      expect(XMLValidator.validate(xml)).toBe(true);
      expect(parser.parse(xml)).toBeDefined();
    }),
  );
});
