/** A printed invoice as a PDF to keep, and, with its XML attached, as an electronic invoice (Factur-X). */
import type { CivilDate } from '../../shared/base/civil-date.ts';
import { isHttps } from '../../shared/exchange/payment-code.ts';
import type { DocumentPayment, InvoiceDocument } from '../../shared/invoicing/document.ts';
import { INVOICE_WORDS } from '../../shared/invoicing/invoice-words.ts';
import { runOn } from './flow.ts';
import {
  bottomOf,
  FRESH_TOP,
  footOf,
  nextPage,
  type Place,
  paintFeet,
  SIDE,
  TOP,
  WIDE,
  WIDTH,
} from './frame.ts';
import { COLORS, ink } from './ink.ts';
import { paintInvoiceHead } from './invoice-head.ts';
import { paintInvoiceLines } from './invoice-lines.ts';
import { invoiceSums } from './invoice-sums.ts';
import { type MeasuredBox, type PaymentFact, paymentBox } from './payment-box.ts';
import { closePdf, openPdf, type Pdf, type PrintedPdf, untagged } from './pdf.ts';
import { fill } from './pen.ts';
import { type Paragraph, paintStack, stackOf } from './stack.ts';

export type InvoicePdfOptions = {
  readonly madeOn: CivilDate; // the day its file bears: its issue date
  readonly facturX?: string; // its XML (EN 16931); none: a picture of the invoice only
  readonly notice?: string; // what stands above everything, such as that it is a copy; a preview says so by itself
};

/** What follows the lines, and what is between. */
const GAP = { sums: 10, payment: 11, words: 9 };
/** Sums and payment stay with the last lines, unless they take more of a page than this. */
const MOST_OF_A_PAGE = 0.75;

const NOTICE = ink(9, COLORS.amberText);
const NOTE = ink(9.5, COLORS.text, 'regular', 1.35);
const LAW = ink(7.8, COLORS.small, 'regular', 1.4);
const MENTION = ink(7.8, COLORS.small, 'bold', 1.4);

/** Prints an invoice or a credit note: the same words as its page, its tables over as many pages as they take. */
export function invoicePdf(document: InvoiceDocument, options: InvoicePdfOptions): PrintedPdf {
  const { language, number, seller, client, title } = document;
  const words = INVOICE_WORDS[language];
  const heading = `${title} ${words.numberSign}${number}`;
  const facts = {
    title: heading,
    author: seller.name,
    subject: client.name,
    language,
    madeOn: options.madeOn,
  };
  const pdf = openPdf(facts, options.facturX);
  const foot = footOf(pdf, document.footer);
  const place = { area: WIDE, bottom: bottomOf(foot), running: `${heading} – ${seller.name}` };
  const top = paintNotice(pdf, options.notice ?? (document.witness === '' ? words.preview : ''));
  paintBody(pdf, document, paintInvoiceHead(pdf, document, top), place);
  paintFeet(pdf, foot);
  return closePdf(pdf);
}

function paintNotice(pdf: Pdf, text: string): number {
  if (text === '') return TOP;
  const notice = stackOf(pdf, [{ text, ink: NOTICE }], WIDTH - 20);
  const height = notice.height + 10;
  untagged(pdf, () => {
    fill(pdf, COLORS.amberPale, SIDE, TOP, WIDTH, height);
    fill(pdf, COLORS.amber, SIDE, TOP, 2.5, height);
  });
  paintStack(pdf, notice, SIDE + 9, TOP + 5);
  return TOP + height + 12;
}

function paintBody(pdf: Pdf, document: InvoiceDocument, top: number, place: Place): void {
  const sums = invoiceSums(pdf, document);
  const box = document.payment && boxOf(pdf, document, document.payment);
  const both = GAP.sums + sums.height + (box ? GAP.payment + box.height : 0);
  const isShort = both <= (place.bottom - FRESH_TOP) * MOST_OF_A_PAGE;
  const tail = isShort ? both : GAP.sums + sums.height;
  let y = paintInvoiceLines(pdf, document, { ...place, top: top + 6, tail });
  y = paintWhole(pdf, sums, y, GAP.sums, place);
  if (box) y = paintWhole(pdf, box, y, GAP.payment, place);
  runOn(pdf, stackOf(pdf, wordsOf(document), WIDTH), y + GAP.words, place);
}

/** What stays in one piece. @returns where what follows may begin */
function paintWhole(pdf: Pdf, { height, paint }: MeasuredBox, y: number, gap: number, place: Place): number {
  const top = y + gap + height <= place.bottom ? y + gap : nextPage(pdf, place);
  paint(top);
  return top + height;
}

function boxOf(pdf: Pdf, { language, seller }: InvoiceDocument, payment: DocumentPayment): MeasuredBox {
  const words = INVOICE_WORDS[language];
  const holder = [seller.name, payment.bic === '' ? '' : `${words.bic} ${payment.bic}`];
  const account: readonly PaymentFact[] = [
    { label: words.iban, text: plainSpaces(payment.iban), strong: true },
    { label: words.holder, text: holder.filter((text) => text !== '').join(' · ') },
    { label: words.reference, text: payment.reference, strong: true },
  ];
  const link = isHttps(payment.link) ? payment.link : '';
  return paymentBox(pdf, {
    title: `${words.payBy}${payment.dueDate}`,
    facts: [
      ...(payment.iban === '' ? [] : account),
      ...(payment.transfer === null ? [] : [{ label: words.byPhone, text: words.scan }]),
      ...(link === '' ? [] : [{ label: words.online, text: words.pay, link }]),
    ],
    transfer: payment.transfer,
    said: words.qrAlt,
  });
}

/** Spaces that a bank's form takes, where an account is copied into it. */
function plainSpaces(iban: string): string {
  return iban.replace(/[\u00a0\u202f]/g, ' ');
}

function wordsOf(document: InvoiceDocument): readonly Paragraph[] {
  const { conditions, language, mentions, notes, termsOfSaleLink, witness } = document;
  const words = INVOICE_WORDS[language];
  const last = [
    isHttps(termsOfSaleLink) ? `${words.termsOfSale}${termsOfSaleLink}` : '',
    witness === '' ? '' : `${words.seal}${witness}`,
  ].filter((text) => text !== '');
  return [
    ...notes.map((text) => ({ text, ink: NOTE })),
    { text: mentions.join(' · '), ink: MENTION, above: 3 },
    { text: conditions.join(' '), ink: LAW, above: 1 },
    { text: last.join(' · '), ink: LAW, above: 1 },
  ].filter(({ text }) => text !== '');
}
