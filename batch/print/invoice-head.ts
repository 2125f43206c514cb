/** The upper part of a printed invoice: who sells, who buys, which document, its dates and references. */
import type { DocumentParty, InvoiceDocument, LabelledText } from '../../shared/invoicing/document.ts';
import { INVOICE_WORDS } from '../../shared/invoicing/invoice-words.ts';
import { paintFacts } from './facts.ts';
import { SIDE, WIDE, WIDTH } from './frame.ts';
import { COLORS, ink } from './ink.ts';
import { type Pdf, untagged } from './pdf.ts';
import { fill } from './pen.ts';
import { type Paragraph, paintStack, type Stack, stackOf } from './stack.ts';

const SELLER = ink(16, COLORS.green, 'bold', 1.2);
const TITLE = ink(21, COLORS.text, 'bold', 1.15);
const NUMBER = ink(12, COLORS.soft);
const LABEL = ink(7.5, COLORS.green, 'bold', 1.35);
const NAME = ink(11, COLORS.text, 'bold');
const TEXT = ink(9.5, COLORS.text);
const SMALL = ink(9, COLORS.text);
const SOFT = ink(9, COLORS.soft);

const LEFT = WIDTH * 0.54 - 18;
const RIGHT = WIDTH * 0.46;
const BOX = { x: 11, y: 7, bar: 2.5 };

/** Paints it from `top` down. @returns where what follows may begin */
export function paintInvoiceHead(pdf: Pdf, document: InvoiceDocument, top: number): number {
  const seller = stackOf(pdf, sellerWords(document), LEFT);
  const right = SIDE + WIDTH - RIGHT;
  paintStack(pdf, seller, SIDE, top);
  const title = stackOf(pdf, titleWords(document), RIGHT);
  paintStack(pdf, title, right, top, 'right');
  const box = paintParty(pdf, document, right, top + title.height + 7);
  return paintFacts(pdf, factsOf(document), WIDE, Math.max(top + seller.height, box) + 11);
}

function titleWords({ language, number, title }: InvoiceDocument): readonly Paragraph[] {
  return [
    { text: title, ink: TITLE, tag: 'H1' },
    { text: `${INVOICE_WORDS[language].numberSign}${number}`, ink: NUMBER },
  ];
}

function sellerWords({ deliveryAddress, language, seller }: InvoiceDocument): readonly Paragraph[] {
  const delivery = { text: INVOICE_WORDS[language].delivery.toUpperCase(), ink: LABEL, above: 9 };
  return [
    { text: seller.name, ink: SELLER },
    ...below(seller.address, SMALL, 3),
    ...below([...seller.identity, ...seller.contact], SOFT, 3),
    ...(deliveryAddress.length === 0 ? [] : [delivery, ...below(deliveryAddress, SMALL, 2)]),
  ];
}

function partyWords({ address, identity, name }: DocumentParty, label: string): readonly Paragraph[] {
  return [
    { text: label.toUpperCase(), ink: LABEL },
    { text: name, ink: NAME, above: 2 },
    ...below(address, TEXT, 0),
    ...below(identity, SOFT, 3),
  ];
}

function below(texts: readonly string[], look: Paragraph['ink'], above: number): readonly Paragraph[] {
  return texts.map((text, index) => ({ text, ink: look, above: index === 0 ? above : 0 }));
}

function paintParty(pdf: Pdf, { client, language }: InvoiceDocument, x: number, y: number): number {
  const party: Stack = stackOf(
    pdf,
    partyWords(client, INVOICE_WORDS[language].client),
    RIGHT - BOX.bar - 2 * BOX.x,
  );
  const height = party.height + 2 * BOX.y;
  untagged(pdf, () => {
    fill(pdf, COLORS.pale, x, y, RIGHT, height);
    fill(pdf, COLORS.green, x, y, BOX.bar, height);
  });
  paintStack(pdf, party, x + BOX.bar + BOX.x, y + BOX.y);
  return y + height;
}

function factsOf({ clientCode, dates, language, references }: InvoiceDocument): readonly LabelledText[] {
  const code = clientCode === '' ? [] : [{ label: INVOICE_WORDS[language].clientCode, text: clientCode }];
  return [...dates, ...code, ...references];
}
