import { describe, expect, test } from 'vitest';
import { eInvoiceFaults } from '../../../shared/exchange/cii/check.ts';
import { PLAIN_FACTS } from '../../../shared/exchange/cii/facts.ts';
import type { Snapshot } from '../../../shared/invoicing/snapshot.ts';
import { expectTypeset } from '../../french.ts';
import { changed, rules } from './broken.ts';
import { issued, sampleNamed } from './documents.ts';

const PLAIN = issued();
const IC = sampleNamed('intra-community').snapshot;
const EXPORT = sampleNamed('export').snapshot;
const PERSON = sampleNamed('consumer').snapshot;
const PUBLIC = sampleNamed('public-buyer').snapshot;

/** What the French platforms and Chorus Pro ask beyond EN 16931, each broken alone. */
const BROKEN: readonly (readonly [string, Snapshot, string])[] = [
  [
    'a private person without mail address',
    changed(PERSON, { client: { email: '' } }),
    'BR-FR-12 client.email',
  ],
  ['a client abroad without mail address', changed(IC, { client: { email: '' } }), 'BR-FR-12 client.email'],
  [
    'a mail address of 126 characters',
    changed(PERSON, { client: { email: `${'m'.repeat(121)}@x.fr` } }),
    'BR-FR-25 client.email',
  ],
  ['VAT in dollars alone', changed(PLAIN, { currency: 'USD' }), 'BR-FR-CO-12 currency'],
  [
    'a seller without SIRET, to a public body',
    changed(PUBLIC, { seller: { legalId: '732829320' } }),
    'BR-FR-CPRO-09 seller.legalId',
  ],
  [
    'a public body without SIRET',
    changed(PUBLIC, { client: { legalId: '552100554' } }),
    'BR-FR-CPRO-10 client.legalId',
  ],
  ['a long number, to a public body', changed(PUBLIC, { number: 'F'.repeat(21) }), 'BR-FR-CPRO-02 number'],
  [
    'a long order reference, to a public body',
    changed(PUBLIC, { reference: 'x'.repeat(51) }),
    'BR-FR-CPRO-15 reference',
  ],
  [
    'a long description, to a public body',
    changed(PUBLIC, { line: { description: 'x'.repeat(1025) } }),
    'BR-FR-CPRO-31 lines[0].description',
  ],
  [
    'long terms, to a public body',
    changed(PUBLIC, { paymentTerms: 'x'.repeat(1025) }),
    'BR-FR-CPRO-35 paymentTerms',
  ],
  ['a long note, to a public body', changed(PUBLIC, { notes: 'x'.repeat(1025) }), 'BR-FR-CPRO-42 notes'],
  [
    'a seller of a long name, to a public body',
    changed(PUBLIC, { seller: { name: 'x'.repeat(100) } }),
    'BR-FR-CPRO-43 seller.name',
  ],
  [
    'a public body of a long name',
    changed(PUBLIC, { client: { name: 'x'.repeat(100) } }),
    'BR-FR-CPRO-44 client.name',
  ],
];

test.each(BROKEN)('%s', (_, snapshot, expected) => expect(rules(snapshot)).toEqual([expected]));

test('each sentence is typeset, and says the same in both languages', () => {
  for (const [, snapshot] of BROKEN) {
    for (const { message } of eInvoiceFaults(snapshot, PLAIN_FACTS)) {
      expectTypeset(message.fr);
      expect(message.en).toMatch(/^[A-Z“].*\.$/u);
    }
  }
});

describe('the edge of each rule is kept', () => {
  test.each([
    ['a mail address of 125 characters', changed(PERSON, { client: { email: `${'m'.repeat(120)}@x.fr` } })],
    ['dollars without VAT', changed(EXPORT, { currency: 'USD' })],
    ['a number of 20 characters to a public body', changed(PUBLIC, { number: 'F'.repeat(20) })],
    ['a note of 1,024', changed(PUBLIC, { notes: 'x'.repeat(1024) })],
    ['an order of 50', changed(PUBLIC, { reference: 'x'.repeat(50) })],
    ['a name of 99', changed(PUBLIC, { client: { name: 'x'.repeat(99) } })],
    ['a company without SIRET', changed(PLAIN, { client: { legalId: '552100554' } })],
  ])('%s', (_, snapshot) => expect(rules(snapshot)).toEqual([]));

  test('a mail address on the client’s card stands in for one that was not sealed', () => {
    const facts = { ...PLAIN_FACTS, clientEmail: 'eloise@exemple.fr' };
    expect(rules(changed(PERSON, { client: { email: '' } }), facts)).toEqual([]);
  });

  test('VAT in dollars, once it is said in euros', () => {
    expect(rules(changed(PLAIN, { currency: 'USD' }), { ...PLAIN_FACTS, vatInEuros: 16_512 })).toEqual([]);
  });

  test('a seller abroad is asked for nothing French', () => {
    const german = { country: 'DE', legalId: 'HRB 12345', vatNumber: 'DE136695976' };
    expect(rules(changed(EXPORT, { currency: 'USD', seller: german, client: { email: '' } }))).toEqual([]);
  });
});
