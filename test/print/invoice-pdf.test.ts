/** The printed invoice: the same words as its page, on as many pages as its lines take. */
import jsQR from 'jsqr';
import { describe, expect, test } from 'vitest';
import { invoicePdf } from '../../batch/print/invoice-pdf.ts';
import { paymentCode } from '../../shared/exchange/payment-code.ts';
import type { InvoiceDocument } from '../../shared/invoicing/document.ts';
import { CONSUMER, CREDIT_NOTE, ENGLISH, INVOICE, REVERSE_CHARGE, TEN_LINES } from '../render/documents.ts';
import { documentOfLines } from './printed.ts';
import { type Box, type ReadPage, type ReadPdf, readPdf, wordsIn } from './read-pdf.ts';

const MADE = { madeOn: '2026-11-25' } as const;

function printed(document: InvoiceDocument, more: object = {}): ReadPdf {
  return readPdf(invoicePdf(document, { ...MADE, ...more }).bytes);
}

function bare(text: string): string {
  return text.replace(/\s+/gu, ' ');
}

/** Every text of a record that is printed: choices and the QR code's content are not. */
function textsOf(value: unknown, key = ''): readonly string[] {
  if (['language', 'type', 'category', 'transfer', 'carried', 'link', 'terms'].includes(key)) return [];
  if (typeof value === 'string') return value === '' ? [] : [value];
  if (Array.isArray(value)) return value.flatMap((one) => textsOf(one));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, one]) => textsOf(one, name));
}

const DOCUMENTS = [
  ['an invoice', INVOICE],
  ['an English one', ENGLISH],
  ['one to a private person', CONSUMER],
  ['one without VAT', REVERSE_CHARGE],
  ['a credit note', CREDIT_NOTE],
  ['one of sealed lines', documentOfLines(3)],
] as const;

/** How to reach the client is nobody's business on an invoice: its page leaves it out as well. */
describe('everything a document says is printed', () => {
  for (const [name, document] of DOCUMENTS) {
    test(name, () => {
      const pdf = printed(document);
      const said = bare(wordsIn(pdf));
      const missing = textsOf({ ...document, client: { ...document.client, contact: [] } }).filter(
        (text) => !said.includes(bare(text)),
      );
      expect(missing).toEqual([]);
      expect(pdf.pages).toHaveLength(1);
    });
  }
});

describe('pages', () => {
  test('ten lines and all that goes with them are one page', () =>
    expect(printed(TEN_LINES).pages).toHaveLength(1));
  for (const [count, pages] of [
    [1, 1],
    [10, 1],
    [40, 2],
    [100, 4],
  ] as const) {
    test(`${count} lines: ${pages}`, () => expect(printed(documentOfLines(count)).pages).toHaveLength(pages));
  }
  for (const count of [17, 18, 19, 20, 21, 22, 30]) {
    test(`the sums of ${count} lines stand below a line, within the page`, () => {
      const pdf = printed(documentOfLines(count));
      const page = pdf.pages.findLast((one) => textAt(one, 'Total HT') !== undefined);
      expect(page?.words.some(({ text }) => text === '960,00')).toBe(true);
      expectWithin(pdf);
    });
  }
});

function textAt(page: ReadPage, text: string): ReadPage['words'][number] | undefined {
  return page.words.find((word) => word.text === text);
}

/** Nothing below the foot, nothing beside the margins but a page's number. */
function expectWithin({ pages }: ReadPdf): void {
  for (const { words } of pages) {
    for (const { x, y } of words) {
      expect(x).toBeGreaterThanOrEqual(42);
      expect(x).toBeLessThan(553.5);
      expect(y).toBeLessThan(841.89 - 18);
      expect(y).toBeGreaterThan(20);
    }
  }
}

test('each page carries its total to the next, and heads come back', () => {
  const { pages } = printed(documentOfLines(40));
  const carried = pages[0]?.words.slice(-4).map(({ text }) => text) ?? [];
  expect(carried).toContain('À reporter HT');
  const lines = pages[0]?.words.filter(({ text }) => text === '960,00').length ?? 0;
  const sum = `${(lines * 960).toLocaleString('fr-FR').replace(/\s/g, '\u202f')},00`;
  expect(carried).toContain(sum);
  const second = pages[1]?.words.map(({ text }) => text) ?? [];
  expect(second.slice(0, 10)).toEqual([
    'Facture N° F2026-00012 – Atelier Lumen',
    'Désignation',
    'Quantité',
    'Unité',
    'Prix unitaire HT',
    'TVA',
    'Montant HT',
    'Report HT',
    sum,
    `Séance n° ${lines + 1} : garnissage et pose de la toile forte`,
  ]);
  expect(second).toContain('2 / 2');
});

describe('long words', () => {
  test('a long description wraps and loses nothing', () => {
    const description = `${'Dépose et repose des tentures murales du grand salon, '.repeat(12)}fin`;
    const pdf = printed(documentOfLines(2, {}, { description }));
    expect(bare(wordsIn(pdf)).split(bare(description))).toHaveLength(3);
    expectWithin(pdf);
  });
  test('one longer than a page goes on, page after page', () => {
    const description = Array.from({ length: 400 }, (_, index) => `Point ${index + 1}`).join('\n');
    const pdf = printed(documentOfLines(1, {}, { description }));
    expect(pdf.pages.length).toBeGreaterThan(3);
    expect(bare(wordsIn(pdf))).toContain('Point 400');
    expectWithin(pdf);
  });
  test('a word without a space is cut', () => {
    const pdf = printed(documentOfLines(1, {}, { description: 'X'.repeat(500) }));
    expect(wordsIn(pdf).replace(/\n/g, '')).toContain('X'.repeat(500));
    expectWithin(pdf);
  });
  test('long names, addresses, numbers, amounts stay on the page', () => {
    const long = 'Société coopérative d’intérêt collectif à responsabilité limitée '.repeat(6);
    const seller = { ...INVOICE.seller, name: long, address: [long, long] };
    const client = { ...INVOICE.client, name: long, identity: [long] };
    const line = { ...INVOICE.lines[0], unitPrice: '9 999 999 999,123456', net: '99 999 999 999,99' };
    const pdf = printed({
      ...INVOICE,
      seller,
      client,
      number: 'F'.repeat(60),
      lines: [line],
      footer: [long],
    });
    expectWithin(pdf);
  });
});

/** The rectangles of a page as a picture: what a camera sees of its QR code. */
function picture(boxes: readonly Box[]): { readonly rgba: Uint8ClampedArray; readonly side: number } {
  const small = boxes.filter(({ height, width }) => height < 4 && width < 60);
  const left = Math.min(...small.map(({ x }) => x)) - 10;
  const top = Math.min(...small.map(({ y }) => y)) - 10;
  const side = 640;
  const rgba = new Uint8ClampedArray(side * side * 4).fill(255);
  for (const { height, width, x, y } of small) {
    for (let row = Math.round((y - top) * 6); row < Math.round((y - top + height) * 6); row++) {
      const from = row * side + Math.round((x - left) * 6);
      rgba.fill(0, from * 4, (from + Math.round(width * 6)) * 4);
    }
  }
  for (let alpha = 3; alpha < rgba.length; alpha += 4) rgba[alpha] = 255;
  return { rgba, side };
}

function readQr(page: ReadPage): string | undefined {
  const { rgba, side } = picture(page.boxes);
  const code = jsQR(rgba, side, side);
  return code ? Buffer.from(code.binaryData).toString('utf8') : undefined;
}

describe('the QR code', () => {
  test('a telephone reads the transfer in it', () => {
    const asked = INVOICE.payment?.transfer ? paymentCode(INVOICE.payment.transfer) : null;
    expect(readQr(printed(INVOICE).pages[0])).toBe(asked?.ok && asked.value);
  });
  test('none where there is nothing to transfer', () => {
    const payment = INVOICE.payment && { ...INVOICE.payment, transfer: null };
    const pdf = printed({ ...INVOICE, payment });
    expect(pdf.text).not.toContain('/S /Figure');
    expect(wordsIn(pdf)).not.toContain('Scannez');
  });
});

describe('what only some documents have', () => {
  test('a credit note asks for no payment', () => {
    const said = wordsIn(printed(CREDIT_NOTE));
    expect(said).toContain('Facture corrigée');
    expect(said).not.toContain('IBAN');
  });
  test('a preview says that it is one; a sealed document does not', () => {
    expect(wordsIn(printed({ ...INVOICE, witness: '' }))).toContain('Aperçu');
    expect(wordsIn(printed(INVOICE))).not.toContain('Aperçu');
  });
  test('a notice stands above everything', () => {
    const [first] = printed(INVOICE, { notice: 'Copie sans sceau' }).pages[0].words;
    expect(first.text).toBe('Copie sans sceau');
  });
  for (const link of ['http://pay.example', 'javascript:alert(1)', 'file:///etc/passwd']) {
    test(`${link} leads nowhere`, () => {
      const payment = INVOICE.payment && { ...INVOICE.payment, link };
      expect(printed({ ...INVOICE, payment, termsOfSaleLink: link }).text).not.toContain('/URI');
    });
  }
  test('a payment link can be followed', () =>
    expect(printed(INVOICE).text).toContain('/URI (https://pay.example.com/'));
  test('an XML makes it an electronic invoice', () =>
    expect(printed(INVOICE, { facturX: '<a/>' }).xmp).toContain('<fx:ConformanceLevel>EN 16931<'));
});

test('who listens to a table hears which column a figure is of (PDF/UA 7.5)', () => {
  const heads = [...printed(INVOICE).objects.values()].map(({ head }) => head);
  const headings = heads.filter((head) => /\/S \/TH\b/.test(head));
  expect(headings.length).toBeGreaterThanOrEqual(8); // five of the lines, three of the VAT
  for (const heading of headings) expect(heading).toMatch(/\/O \/Table[\s\S]*\/Scope \/Column/);
});

test('characters the typeface lacks are told, and become squares', () => {
  const { bytes, missing } = invoicePdf(
    { ...INVOICE, client: { ...INVOICE.client, name: '東京ホテル' } },
    MADE,
  );
  expect(missing.join('')).toBe('東京ホテル');
  expect(wordsIn(readPdf(bytes))).toContain('□□□□□');
});

test('the same invoice is the same file', () =>
  expect(invoicePdf(INVOICE, MADE).bytes).toEqual(invoicePdf(INVOICE, MADE).bytes));
