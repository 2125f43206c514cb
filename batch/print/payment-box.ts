/** How to pay, in a frame: until when, to which account, by QR code or by link. */
import { isHttps, type Transfer } from '../../shared/exchange/payment-code.ts';
import { type Area, WIDE } from './frame.ts';
import { COLORS, ink } from './ink.ts';
import { mm, type Pdf, untagged } from './pdf.ts';
import { paintQr, transferModules } from './qr.ts';
import { type Paragraph, paintStack, type Stack, stackOf } from './stack.ts';

export type PaymentFact = {
  readonly label: string;
  readonly text: string;
  readonly strong?: boolean;
  readonly link?: string; // https only; anything else is not followed
};

export type PaymentBox = {
  readonly title: string;
  readonly facts: readonly PaymentFact[];
  readonly transfer: Transfer | null; // of the QR code
  readonly said: string; // of the QR code, for who cannot see it
};

export type MeasuredBox = {
  readonly height: number;
  readonly paint: (y: number) => void;
};

const PADDING = { x: 11, y: 8 };
const LABELS = 96; // points
const QR = mm(30);
const TITLE = ink(11.5, COLORS.text, 'bold');
const LABEL = ink(9.5, COLORS.soft);
const TEXT = ink(9.5, COLORS.text);
const STRONG = ink(10.5, COLORS.text, 'bold');

/** A box measured, to be painted where there is room. */
export function paymentBox(
  pdf: Pdf,
  { title, facts, transfer, said }: PaymentBox,
  { x, width }: Area = WIDE,
): MeasuredBox {
  const modules = transferModules(transfer);
  const inner = width - 2 * PADDING.x - (modules ? QR + 8 : 0);
  const heading = stackOf(pdf, [{ text: title, ink: TITLE, tag: 'H2' }], inner);
  const rows = facts.map((fact) => factRow(pdf, fact, inner - LABELS));
  const words = heading.height + 4 + rows.reduce((sum, { height }) => sum + height + 2, 0);
  const height = 2 * PADDING.y + Math.max(words, modules ? QR - 2 * PADDING.y + 6 : 0);
  const paint = (top: number): void => {
    untagged(pdf, () => pdf.doc.lineWidth(0.75).rect(x, top, width, height).stroke(COLORS.frame));
    const left = x + PADDING.x;
    paintStack(pdf, heading, left, top + PADDING.y);
    paintFacts(pdf, rows, left, top + PADDING.y + heading.height + 4);
    if (modules) paintQr(pdf, modules, x + width - QR - 4, top + (height - QR) / 2, QR, said);
  };
  return { height, paint };
}

type FactRow = {
  readonly label: Stack;
  readonly text: Stack;
  readonly link: string;
  readonly height: number;
};

function factRow(pdf: Pdf, { label, link = '', strong, text }: PaymentFact, width: number): FactRow {
  const goes = isHttps(link) ? link : '';
  const ofText: Paragraph = { text, ink: goes ? { ...TEXT, color: COLORS.green } : strong ? STRONG : TEXT };
  const stacks = {
    label: stackOf(pdf, [{ text: label, ink: LABEL }], LABELS - 8),
    text: stackOf(pdf, [ofText], width),
  };
  return { ...stacks, link: goes, height: Math.max(stacks.label.height, stacks.text.height) };
}

function paintFacts(pdf: Pdf, rows: readonly FactRow[], x: number, top: number): void {
  let y = top;
  for (const { height, label, link, text } of rows) {
    paintStack(pdf, label, x, y + (height - text.height > 1 ? 0 : (text.height - label.height) / 2));
    paintStack(pdf, text, x + LABELS, y);
    if (link !== '') pdf.doc.link(x + LABELS, y, text.width, text.height, link);
    y += height + 2;
  }
}
