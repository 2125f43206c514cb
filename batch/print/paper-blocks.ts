/** The blocks of a paper, measured one by one and laid down where there is room, none torn from what it belongs to. */

import { unreachable } from '../../shared/base/result.ts';
import { INVOICE_WORDS } from '../../shared/invoicing/invoice-words.ts';
import type { Paper, PaperBlock } from '../../shared/letters/paper.ts';
import { runOn } from './flow.ts';
import { FRESH_TOP, nextPage, type Place } from './frame.ts';
import { COLORS, type Ink, ink } from './ink.ts';
import { LETTER } from './paper-head.ts';
import { paperTable } from './paper-table.ts';
import { type PaymentFact, paymentBox } from './payment-box.ts';
import { mm, type Pdf, untagged } from './pdf.ts';
import { paintStack, paintWords, type Stack, stackOf } from './stack.ts';

/** How close a paper's lines stand. */
export type Setting = {
  readonly body: Ink;
  readonly gaps: number; // between blocks, as a share of what is usual
  readonly cells: number; // free points above and below a table's words
  readonly signing: number; // room below a name, in points
};

export const ROOMY: Setting = {
  body: ink(10.5, COLORS.text, 'regular', 1.36),
  gaps: 1,
  cells: 3.2,
  signing: mm(16),
};
export const TIGHT: Setting = {
  body: ink(10, COLORS.text, 'regular', 1.22),
  gaps: 0.5,
  cells: 1.6,
  signing: mm(11),
};

const HEADING = ink(11.5, COLORS.green, 'bold');
const SIGNED = ink(10.5, COLORS.text);
const PLACE = ink(9, COLORS.soft);
const INDENT = mm(4);
const SIGN_HERE = mm(24);

type Measured = {
  readonly above: number; // free points above it
  readonly least: number; // what has to fit where it begins
  readonly paint: (y: number) => number; // where it ends
};

/** Lays the blocks down, from `top` on. */
export function paintPaperBlocks(
  pdf: Pdf,
  { blocks, language }: Paper,
  setting: Setting,
  top: number,
  place: Place,
): void {
  const measured = blocks.map((block) => {
    const one = measure(pdf, block, language, setting, place);
    return { ...one, above: one.above * setting.gaps };
  });
  let y = top;
  for (const [index, one] of measured.entries()) {
    const next = measured[index + 1];
    const kept = next && belongTogether(blocks[index], blocks[index + 1]) ? next.above + next.least : 0;
    const isAtTop = y <= FRESH_TOP;
    if (!isAtTop && y + one.above + one.least + kept > place.bottom) y = nextPage(pdf, place);
    y = one.paint(y > FRESH_TOP ? y + one.above : y);
  }
}

/** A heading and what it heads; a signature and the words it is under; a table and the words that announce it. */
function belongTogether(block: PaperBlock, next: PaperBlock): boolean {
  if (block.block === 'heading') return true;
  return block.block === 'paragraph' && (next.block === 'signature' || next.block === 'list');
}

function measure(
  pdf: Pdf,
  block: PaperBlock,
  language: Paper['language'],
  setting: Setting,
  place: Place,
): Measured {
  const { body, cells, signing } = setting;
  switch (block.block) {
    case 'paragraph':
      return words(pdf, stackOf(pdf, [{ text: block.text, ink: body }], LETTER.width), 8, place);
    case 'heading':
      return words(
        pdf,
        stackOf(pdf, [{ text: block.text, ink: HEADING, tag: 'H2' }], LETTER.width),
        14,
        place,
      );
    case 'list':
      return list(pdf, block.items, body, place);
    case 'table': {
      const { least, paint } = paperTable(pdf, block, LETTER, place.bottom, cells);
      return { above: 9, least, paint: (y) => paint(y, place) };
    }
    case 'payment':
      return payment(pdf, block, language);
    case 'signature':
      return signature(pdf, block, signing);
    default:
      return unreachable(block);
  }
}

const MOST_LINES_TOGETHER = 5;

function words(pdf: Pdf, stack: Stack, above: number, place: Place, x = LETTER.x): Measured {
  const least = Math.min(stack.height, MOST_LINES_TOGETHER * (stack.parts[0]?.ink.leading ?? 0));
  return { above, least, paint: (y) => runOn(pdf, stack, y, place, x) };
}

function list(pdf: Pdf, items: readonly string[], body: Ink, place: Place): Measured {
  const stacks = items.map((text) => stackOf(pdf, [{ text, ink: body, tag: 'LI' }], LETTER.width - INDENT));
  const dash = stackOf(pdf, [{ text: '–', ink: body }], INDENT);
  const paint = (top: number): number => {
    let y = top;
    for (const stack of stacks) {
      if (y + body.leading > place.bottom) y = nextPage(pdf, place);
      const at = y;
      untagged(pdf, () => paintWords(pdf, dash, LETTER.x, at));
      y = runOn(pdf, stack, y, place, LETTER.x + INDENT) + 2;
    }
    return y;
  };
  return { above: 4, least: stacks[0]?.height ?? 0, paint };
}

type Payment = Extract<PaperBlock, { block: 'payment' }>;

function payment(pdf: Pdf, { lines, link, title, transfer }: Payment, language: Paper['language']): Measured {
  const said = INVOICE_WORDS[language];
  const facts: readonly PaymentFact[] = [
    ...lines.map(([label, text], index) => ({ label, text, strong: index === 0 })),
    ...(transfer === null ? [] : [{ label: said.byPhone, text: said.scan }]),
    ...(link === '' ? [] : [{ label: said.online, text: link, link }]),
  ];
  const box = paymentBox(pdf, { title, facts, transfer, said: said.qrAlt }, LETTER);
  const paint = (y: number): number => {
    box.paint(y);
    return y + box.height;
  };
  return { above: 11, least: box.height, paint };
}

type Signature = Extract<PaperBlock, { block: 'signature' }>;

/** Who writes signs on the right; where several sign, each has a frame. */
function signature(pdf: Pdf, { lines, places }: Signature, signing: number): Measured {
  const gap = mm(6);
  const width = places.length > 0 ? (LETTER.width - gap * (places.length - 1)) / places.length : mm(80);
  const signed = stackOf(
    pdf,
    lines.map((text) => ({ text, ink: SIGNED })),
    mm(80),
  );
  const labels = places.map((text) => stackOf(pdf, [{ text, ink: PLACE }], width - 12));
  const frames = labels.length === 0 ? 0 : Math.max(...labels.map(({ height }) => height)) + SIGN_HERE;
  const height = labels.length === 0 ? signed.height + signing : signed.height + 8 + frames;
  const paint = (y: number): number => {
    paintStack(pdf, signed, labels.length === 0 ? LETTER.x + LETTER.width - mm(80) : LETTER.x, y);
    for (const [index, label] of labels.entries()) {
      const x = LETTER.x + index * (width + gap);
      const top = y + signed.height + 8;
      untagged(pdf, () => pdf.doc.lineWidth(0.5).rect(x, top, width, frames).stroke(COLORS.line));
      paintStack(pdf, label, x + 6, top + 5);
    }
    return y + height;
  };
  return { above: 16, least: height, paint };
}
