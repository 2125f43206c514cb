/** The invoice's page: all that the law wants printed, nothing that has to be loaded, and its look kept. */
import { describe, expect, test } from 'vitest';
import { invoicePage } from '../../appsscript/render/invoice-page.ts';
import { expectTypeset } from '../french.ts';
import { expectGolden } from '../golden-file.ts';
import { CONSUMER, CREDIT_NOTE, ENGLISH, FORTY_LINES, INVOICE, REVERSE_CHARGE } from './documents.ts';
import { addressesOf, elementsOf } from './markup.ts';

const GOLDEN = [
  ['invoice.fr', INVOICE],
  ['invoice.en', ENGLISH],
  ['credit-note.fr', CREDIT_NOTE],
  ['reverse-charge.fr', REVERSE_CHARGE],
  ['consumer.fr', CONSUMER],
] as const;

/** The picture of a QR code says nothing to a reader of this file. */
function withoutPictures(html: string): string {
  return html.replace(/base64,[^"]+/g, 'base64,…');
}

for (const [name, document] of GOLDEN) {
  test(`${name} is kept`, () => expectGolden(`render/${name}.html`, withoutPictures(invoicePage(document))));
}

/** CGI ann. II 242 nonies A, C. com. L441-9: by what the sample has in the place. */
const MENTIONS = [
  'Facture',
  'N°\u00a0F2026-00012',
  '25 novembre 2026',
  '20 novembre 2026',
  '25 décembre 2026',
  'Atelier Mérinos',
  'SARL au capital de 10 000 €',
  '14, quai des Tanneurs',
  'SIREN 732 829 320',
  'RCS Lyon',
  'TVA FR83732829320',
  'Hôtel du Parc &amp; Fils',
  '3, place Bellecour',
  'SIREN 552 100 554',
  'TVA FR02552100554',
  '40, rue Vauban',
  'BC-4471',
  'Réfection d’un fauteuil Voltaire',
  '480,00 €',
  '5 %',
  '5,5 %',
  '1 395,50 €',
  '279,10 €',
  '1 712,58 €',
  'FR76 3000 6000 0112 3456 7890 189',
  'AGRIFRPP',
  'pénalités sont exigibles dès le lendemain de l’échéance',
  '40,00 €',
  'Pas d’escompte pour paiement anticipé',
  'Option pour le paiement de la taxe d’après les débits',
  'Opération mixte',
  '4f1c09ab77de',
];

describe('the page says', () => {
  const page = invoicePage(INVOICE);
  for (const mention of MENTIONS) test(mention, () => expect(page).toContain(mention));
});

test('every line is there, and the head of the table is one that pages repeat', () => {
  const page = invoicePage(FORTY_LINES);
  for (let line = 1; line <= 40; line++) expect(page).toContain(`Séance n° ${line}\u202f:`);
  expect(page).toContain('thead { display: table-header-group; }');
});

test('nothing is loaded: no script, no style sheet, no picture from elsewhere', () => {
  for (const [, document] of GOLDEN) {
    const page = invoicePage(document);
    const names = elementsOf(page).map(({ name }) => name);
    expect(names.filter((name) => ['script', 'link', 'iframe', 'object', 'svg'].includes(name))).toEqual([]);
    expect(addressesOf(page).filter((one) => !/^(data:image\/gif;base64,|https:\/\/)/.test(one))).toEqual([]);
    expect(page).not.toMatch(/@import|url\(|flex|grid/);
  }
});

test('only a sealed document has no word of preview', () => {
  expect(invoicePage(INVOICE)).not.toContain('class="preview"');
  expect(invoicePage({ ...INVOICE, witness: '' })).toContain('ce document n’est pas émis');
  expect(invoicePage({ ...ENGLISH, witness: '' })).toContain('has not been issued');
});

test('a credit note asks for no payment', () => expect(invoicePage(CREDIT_NOTE)).not.toMatch(/IBAN|<img/));

test('the page’s own words are set as French is', () => {
  const words = invoicePage({ ...INVOICE, witness: '' }).replace(/<style>[\s\S]*?<\/style>|<[^>]+>/g, ' ');
  expectTypeset(words);
});
