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
