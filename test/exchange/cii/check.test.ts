import { describe, expect, test } from 'vitest';
import { eInvoiceFaults } from '../../../shared/exchange/cii/check.ts';
import { type EInvoiceFacts, PLAIN_FACTS } from '../../../shared/exchange/cii/facts.ts';
import type { Snapshot } from '../../../shared/invoicing/snapshot.ts';
import { expectTypeset } from '../../french.ts';
import { changed, rules } from './broken.ts';
import { issued, sampleNamed } from './documents.ts';

const PLAIN = issued(); // 2 × 450.00, 20 %
const IC = sampleNamed('intra-community').snapshot;
const CREDIT = sampleNamed('credit-note').snapshot;
const EXPORT = sampleNamed('export').snapshot;

/** Each rule broken on purpose, alone: what is wrong, and the rules that say so. */
const BROKEN: readonly (readonly [string, Snapshot, ...string[]])[] = [
  ['no number', changed(PLAIN, { number: '' }), 'BR-02 number'],
  ['a number of 36 characters', changed(PLAIN, { number: 'F'.repeat(36) }), 'BR-FR-01 number'],
  ['a number with a space', changed(PLAIN, { number: 'F 12' }), 'BR-FR-02 number'],
  ['a corrected number of 36 characters', changed(CREDIT, { corrects: 'F'.repeat(36) }), 'BR-FR-01 corrects'],
  ['a corrected number with an accent', changed(CREDIT, { corrects: 'Févr-1' }), 'BR-FR-02 corrects'],
  ['no issue date', changed(PLAIN, { issueDate: '2026-02-30' }), 'BR-03 issueDate'],
  ['issued in another century', changed(PLAIN, { issueDate: '1999-12-31' }), 'BR-FR-03 issueDate'],
  ['due in another century', changed(PLAIN, { dueDate: '2100-01-01' }), 'BR-FR-03 dueDate'],
  ['due on no day', changed(PLAIN, { dueDate: '2026-02-30' }), 'BR-FR-03 dueDate'],
  ['delivered on no day', changed(PLAIN, { serviceDate: '2026-02-30' }), 'BR-FR-03 serviceDate'],
  ['correcting another century', changed(CREDIT, { correctsDate: '1999-12-31' }), 'BR-FR-03 correctsDate'],
  ['an unknown currency', changed(PLAIN, { currency: 'EURO' }), 'BR-05 currency'],
  [
    'a currency of three decimals',
    changed(PLAIN, { currency: 'KWD' }),
    'BR-FR-CO-12 currency',
    'BR-DEC currency',
    'ENC-LINE-NET lines[0].netMinor',
  ],
  ['no seller name', changed(PLAIN, { seller: { name: '' } }), 'BR-06 seller.name'],
  ['no client name', changed(PLAIN, { client: { name: '' } }), 'BR-07 client.name'],
  ['a name that XML cannot hold', changed(PLAIN, { seller: { name: '\u0001' } }), 'BR-06 seller.name'],
  ['a name of spaces', changed(PLAIN, { client: { name: ' \u00a0' } }), 'BR-07 client.name'],
  ['a city of spaces', changed(PLAIN, { client: { city: ' ' } }), 'BR-10 client.addressLine1'],
  ['no seller street', changed(PLAIN, { seller: { addressLine1: '' } }), 'BR-08 seller.addressLine1'],
  [
    'a French postal code of four digits',
    changed(PLAIN, { client: { postalCode: '7501' } }),
    'BR-10 client.addressLine1',
  ],
  ['no such seller country', changed(PLAIN, { seller: { country: 'Wakanda' } }), 'BR-09 seller.country'],
  ['no such client country', changed(PLAIN, { client: { country: 'Xx' } }), 'BR-11 client.country'],
  [
    'a country outside the code list',
    changed(EXPORT, { client: { country: 'SS' } }),
    'BR-CL-14 client.country',
  ],
  [
    'a VAT number without country',
    changed(EXPORT, { client: { vatNumber: '12-3456789' } }),
    'BR-CO-09 client.vatNumber',
  ],
  ['a wrong SIREN', changed(PLAIN, { client: { legalId: '552100555' } }), 'ENC-SIREN-KEY client.legalId'],
  [
    'a SIRET that is none',
    changed(PLAIN, { seller: { legalId: '73282932000075' } }),
    'ENC-SIREN-KEY seller.legalId',
  ],
  [
    'a wrong VAT key',
    changed(PLAIN, { seller: { vatNumber: 'FR45732829320' } }),
    'ENC-VAT-KEY seller.vatNumber',
  ],
  [
    'another company’s VAT number',
    changed(PLAIN, { client: { vatNumber: 'FR44732829320' } }),
    'ENC-VAT-SIREN client.vatNumber',
  ],
  [
    'a seller nobody can identify',
    changed(PLAIN, { seller: { legalId: '', vatNumber: '' } }),
    'BR-CO-26 seller.legalId',
    'BR-FR-10 seller.legalId',
    'BR-S-02 seller.vatNumber',
  ],
  ['a French business without SIREN', changed(PLAIN, { client: { legalId: '' } }), 'BR-FR-11 client.legalId'],
  [
    'a wrong IBAN',
    changed(PLAIN, { seller: { iban: 'FR7630006000011234567890188' } }),
    'ENC-IBAN-KEY seller.iban',
  ],
  ['a BIC that is none', changed(PLAIN, { seller: { bic: 'AGRI' } }), 'ENC-BIC seller.bic'],
  [
    'no line',
    changed(PLAIN, { lines: [], vat: [], netMinor: '0', vatMinor: '0', totalMinor: '0' }),
    'BR-16 lines',
    'BR-CO-18 vat',
  ],
  [
    'a line without description',
    changed(PLAIN, { line: { description: ' ' } }),
    'BR-25 lines[0].description',
  ],
  [
    'a quantity of five decimals',
    changed(PLAIN, { line: { quantity: '2.00001' } }),
    'BR-FR-DEC-02 lines[0].quantity',
  ],
  [
    'a price of seven decimals',
    changed(PLAIN, { line: { unitPrice: '450.0000001' } }),
    'BR-FR-DEC-03 lines[0].unitPrice',
  ],
  [
    'a price of twenty digits',
    changed(PLAIN, { line: { unitPrice: '12345678901234.123456' } }),
    'BR-FR-DEC-03 lines[0].unitPrice',
  ],
  [
    'a discount that is no number',
    changed(PLAIN, { line: { discountPercent: 'x' } }),
    'ENC-DISCOUNT lines[0].discountPercent',
  ],
  [
    'a line a cent off',
    changed(PLAIN, { line: { netMinor: '90001' } }),
    'ENC-LINE-NET lines[0].netMinor',
    'BR-CO-10 netMinor',
    'BR-S-08 vat[0].netMinor',
  ],
  [
    'a net total a cent off',
    changed(PLAIN, { netMinor: '90001', totalMinor: '108001' }),
    'BR-CO-10 netMinor',
    'BR-CO-13 netMinor',
  ],
  [
    'a VAT total a cent off',
    changed(PLAIN, { vatMinor: '18001', totalMinor: '108001' }),
    'BR-CO-14 vatMinor',
  ],
  ['a total a cent off', changed(PLAIN, { totalMinor: '108001' }), 'BR-CO-15 totalMinor'],
  [
    'a base a cent off',
    changed(PLAIN, { group: { netMinor: '90001' } }),
    'BR-CO-13 netMinor',
    'BR-S-08 vat[0].netMinor',
  ],
  [
    'VAT a cent off its rate',
    changed(PLAIN, { group: { vatMinor: '18001' }, vatMinor: '18001', totalMinor: '108001' }),
    'BR-CO-17 vat[0].vatMinor',
  ],
  [
    'no such category',
    changed(PLAIN, { line: { vatCategory: 'Q' } }),
    'BR-CO-04 lines[0].vatCategory',
    'BR-S-08 vat[0].netMinor',
  ],
  [
    'VAT at no rate',
    changed(PLAIN, {
      line: { vatRate: '0' },
      group: { rate: '0', vatMinor: '0' },
      vatMinor: '0',
      totalMinor: '90000',
    }),
    'BR-S-05 lines[0].vatCategory',
  ],
  [
    'a rate France does not have',
    changed(PLAIN, {
      line: { vatRate: '19' },
      group: { rate: '19', vatMinor: '17100' },
      vatMinor: '17100',
      totalMinor: '107100',
    }),
    'BR-FR-16 lines[0].vatCategory',
  ],
  [
    'outside the scope among VAT',
    changed(PLAIN, { vat: [...PLAIN.vat, { category: 'O', rate: '0', netMinor: '0', vatMinor: '0' }] }),
    'BR-O-11 vat',
  ],
  [
    'a supply within the EU without the seller’s VAT number',
    changed(IC, { seller: { vatNumber: '' } }),
    'BR-IC-02 seller.vatNumber',
  ],
  [
    'a supply within the EU without the client’s VAT number',
    changed(IC, { client: { vatNumber: '' } }),
    'BR-IC-02 client.vatNumber',
  ],
  ['a supply within the EU without delivery date', changed(IC, { serviceDate: '' }), 'BR-IC-11 serviceDate'],
  [
    'a reverse charge to nobody identified',
    changed(sampleNamed('reverse-charge').snapshot, { client: { vatNumber: '', legalId: '' } }),
    'BR-AE-02 client.vatNumber',
  ],
  [
    'exempt for no reason',
    changed(sampleNamed('several-rates').snapshot, { mentions: [] }),
    'BR-E-10 mentions',
  ],
  ['due before it is issued', changed(PLAIN, { dueDate: '2026-11-24' }), 'BR-FR-CO-07 dueDate'],
  ['neither due date nor terms', changed(PLAIN, { dueDate: '', paymentTerms: '' }), 'BR-CO-25 dueDate'],
  ['a credit note of nothing', changed(CREDIT, { corrects: '', correctsDate: '' }), 'BR-FR-CO-05 corrects'],
  ['a corrected invoice without date', changed(CREDIT, { correctsDate: '' }), 'BR-FR-CO-05 correctsDate'],
];

for (const [what, snapshot, ...expected] of BROKEN) {
  test(what, () => expect(rules(snapshot)).toEqual(expected));
}

const BROKEN_FACTS: readonly (readonly [string, Partial<EInvoiceFacts>, string])[] = [
  ['more paid than the total', { paid: { minor: 108_001, on: '2026-11-20' } }, 'BR-CO-16 facts.paid'],
  ['less than nothing paid', { paid: { minor: -1, on: '2026-11-20' } }, 'BR-CO-16 facts.paid'],
  [
    'instalments a cent short',
    { instalments: [{ dueDate: '2026-12-10', minor: 107_999 }] },
    'ENC-INSTALMENTS facts.instalments',
  ],
  [
    'a deposit of a number that is none',
    { stage: 'final', deposits: [{ number: 'F 3', date: '2026-07-01', minor: 1 }] },
    'BR-FR-02 facts.deposits',
  ],
  [
    'a deposit of another century',
    { stage: 'final', deposits: [{ number: 'F3', date: '1999-07-01', minor: 1 }] },
    'BR-FR-03 facts.deposits',
  ],
  [
    'a first instalment before the issue',
    { instalments: [{ dueDate: '2026-11-24', minor: 108_000 }] },
    'BR-FR-CO-07 dueDate',
  ],
  ['a final invoice that deducts nothing', { stage: 'final' }, 'ENC-DEPOSITS facts.deposits'],
];

test.each(BROKEN_FACTS)('%s', (_, facts, expected) => {
  expect(rules(PLAIN, { ...PLAIN_FACTS, ...facts })).toEqual([expected]);
});

test('a corrective invoice names no deposit beside what it corrects', () => {
  const facts = { ...PLAIN_FACTS, deposits: [{ number: 'F3', date: '2026-07-01', minor: 1 }] };
  expect(rules(sampleNamed('corrective').snapshot, facts)).toEqual(['BR-FR-CO-04 facts.deposits']);
});

describe('the edge of each rule is kept', () => {
  test.each([
    ['a number of 35 characters', changed(PLAIN, { number: `F${'0'.repeat(33)}+` })],
    ['due on the day of issue', changed(PLAIN, { dueDate: PLAIN.issueDate })],
    ['terms without a day', changed(PLAIN, { dueDate: '', paymentTerms: '30 jours' })],
    ['a quantity of four decimals', changed(PLAIN, { line: { quantity: '2.0000' } })],
    ['the last day of the century', changed(PLAIN, { dueDate: '2099-12-31' })],
    ['Greece’s own letters', changed(IC, { client: { country: 'GR', vatNumber: 'EL094259216' } })],
    ['Northern Ireland’s', changed(IC, { client: { country: 'GB', vatNumber: 'XI123456789' } })],
    [
      'a number of any form outside the scope of VAT',
      changed(sampleNamed('outside-scope').snapshot, { client: { vatNumber: '12-3456789' } }),
    ],
    ['La Poste’s SIRET', changed(PLAIN, { client: { legalId: '35600000000048', vatNumber: '' } })],
  ])('%s', (_, snapshot) => expect(rules(snapshot)).toEqual([]));

  test.each(['19.6', '20.6', '7', '20.0000'])('a former rate, or one written long: %s', (rate) => {
    const vatMinor = String(Math.round(900 * Number(rate)));
    const totalMinor = String(90_000 + Number(vatMinor));
    const snapshot = changed(PLAIN, {
      line: { vatRate: rate },
      group: { rate, vatMinor },
      vatMinor,
      totalMinor,
    });
    expect(rules(snapshot)).toEqual([]);
  });

  test('a deposit, and what was paid before, fall due before they are issued', () => {
    const early = changed(PLAIN, { dueDate: '2026-11-01' });
    expect(rules(early, { ...PLAIN_FACTS, stage: 'deposit' })).toEqual([]);
    expect(rules(early, { ...PLAIN_FACTS, paid: { minor: 108_000, on: '2026-11-01' } })).toEqual([]);
  });

  test('all is paid to the cent', () => {
    expect(rules(PLAIN, { ...PLAIN_FACTS, paid: { minor: 108_000, on: '2026-11-20' } })).toEqual([]);
  });
});

test('each sentence is typeset, and says the same in both languages', () => {
  for (const [, snapshot] of BROKEN) {
    for (const { message } of eInvoiceFaults(snapshot, PLAIN_FACTS)) {
      expectTypeset(message.fr);
      expect(message.en).toMatch(/^[A-Z“].*\.$/u);
    }
  }
});
