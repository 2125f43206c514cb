import { expect, test } from 'vitest';
import { documentOf, type InvoiceDocument } from '../../shared/invoicing/document.ts';
import { checkDraft, type IssueContext, snapshotOf } from '../../shared/invoicing/draft.ts';
import { expectTypeset } from '../french.ts';
import { expectGolden } from '../golden-file.ts';
import { type Cells, CORRECTED, clientOf, contextOf, draftOf, settingsOf } from './drafts-of.ts';

const HASH = `h1:${'0123456789abcdef'.repeat(4)}`;

function printed(
  changes: Cells,
  lines: readonly Cells[],
  context: Partial<IssueContext> = {},
): InvoiceDocument {
  const whole = contextOf(context);
  const number = changes.type === 'avoir' ? 'A2026-00001' : 'F2026-00012';
  return documentOf(snapshotOf(checkDraft(draftOf(changes, lines), whole), whole, number), HASH);
}

const FULL: Cells = {
  reference: 'BC-4411',
  deliveryAddress: 'Dépôt 4\n69007 Lyon',
  notes: 'Merci de votre confiance.\n\nÀ bientôt.',
};
const LINES: readonly Cells[] = [
  { description: 'Conseil\n2 jours sur site', quantity: 2.5, unitPrice: 1450.125, discountPercent: 12.5 },
  { description: 'Livre', unit: '', unitPrice: 12, vatRate: 5.5 },
  { description: 'Formation', unitPrice: 300, vatRate: 0, vatCategory: 'E' },
];

test('an invoice in French, every string of it', () => {
  const document = printed(FULL, LINES);
  expectGolden('invoicing/document-fr.json', `${JSON.stringify(document, null, 2)}\n`);
  const texts = [...document.conditions, document.totalLabel, ...document.mentions];
  for (const text of texts) expectTypeset(text);
});

test('an invoice in English for a client abroad', () => {
  const client = clientOf({
    language: 'en',
    country: 'Ireland',
    name: 'Green & Sons',
    vatNumber: 'IE1234567WA',
    legalId: '',
  });
  const lines = [{ vatRate: 0, vatCategory: 'K', description: 'Machine' }];
  expectGolden('invoicing/document-en.json', `${JSON.stringify(printed({}, lines, { client }), null, 2)}\n`);
});

test('a credit note names its invoice, and asks for nothing', () => {
  const document = printed({ type: 'avoir', corrects: 'F2026-00012' }, [{}], { corrected: CORRECTED });
  expect(document).toMatchObject({
    title: 'Avoir',
    totalLabel: 'Total de l’avoir',
    payment: null,
    conditions: [],
    references: [{ label: 'Facture corrigée', text: 'F2026-00012 du 14 octobre 2026' }],
  });
  expect(document.dates.map(({ label }) => label)).toEqual(['Date', 'Date de prestation']);
});

test('the witness is the seal’s first twelve digits; a preview has none', () => {
  expect(printed({}, [{}]).witness).toBe('0123456789ab');
});

test('a transfer code needs an IBAN, euros, and an amount', () => {
  const transfer = (changes: Cells, context: Partial<IssueContext> = {}) =>
    printed(changes, [{}], context).payment?.transfer;
  expect(transfer({})).toEqual({
    name: 'Atelier Lumen',
    iban: 'FR7630006000011234567890189',
    bic: 'AGRIFRPP',
    amount: '1080.00',
    currency: 'EUR',
    reference: 'F2026-00012',
  });
  expect(transfer({ currency: 'USD' })).toBeNull();
  expect(transfer({}, { settings: settingsOf({ iban: '' }) })).toBeNull();
  expect(printed({}, [{ discountPercent: 100 }]).payment?.transfer).toBeNull();
});

for (const [form, name, expected] of [
  ['EI', 'Jeanne Petit', 'Jeanne Petit EI'],
  ['Entrepreneur individuel', 'EI Jeanne Petit', 'EI Jeanne Petit'],
  ['micro-entreprise', 'Jeanne Petit', 'Jeanne Petit EI'],
  ['SAS', 'Jeanne Petit', 'Jeanne Petit'],
] as const) {
  test(`a seller of form ${form} named ${name} prints ${expected}`, () => {
    const settings = settingsOf({ legalForm: form, companyName: name });
    expect(printed({}, [{}], { settings }).seller.name).toBe(expected);
  });
}

test('a private person reads of no penalty and no 40 euros', () => {
  const { conditions } = printed({}, [{}], { client: clientOf({ kind: 'individual' }) });
  expect(conditions.join(' ')).not.toMatch(/40|pénalité/i);
  expect(conditions).toHaveLength(2);
});

test('dates, terms and price decimals as they are written', () => {
  const document = printed({ dueDate: '2026-12-10', serviceDate: '' }, [
    { unitPrice: 0.123456, quantity: 1000 },
  ]);
  expect(document.dates.map(({ text }) => text)).toEqual(['25 novembre 2026', '10 décembre 2026']);
  expect(document.payment).toMatchObject({ dueDate: '10 décembre 2026', terms: '' });
  expect(document.lines[0]).toMatchObject({ unitPrice: '0,123456', quantity: '1\u202f000', net: '123,46' });
});
