/** The blocks that papers are made of. */
import type { Language } from '../base/words.ts';
import type { Paragraph } from './fill-text.ts';
import { MESSAGE_WORDS } from './message-words.ts';
import type { PaperBlock, PaperColumn } from './paper.ts';
import type { PaymentMeans } from './payment-means.ts';
import type { Sender } from './sender.ts';

export function paragraph(text: string): PaperBlock {
  return { block: 'paragraph', text };
}

export function heading(text: string): PaperBlock {
  return { block: 'heading', text };
}

/** The paragraphs of a text, each with its line breaks. */
export function paragraphs(texts: readonly Paragraph[]): readonly PaperBlock[] {
  return texts.map((lines) => paragraph(lines.join('\n')));
}

/** @param heads of the columns; a `>` before one puts its column to the right */
export function table(
  heads: readonly string[],
  rows: readonly (readonly string[])[],
  sums: readonly (readonly [label: string, text: string])[] = [],
): PaperBlock {
  return { block: 'table', columns: heads.map(columnOf), rows, sums };
}

function columnOf(head: string): PaperColumn {
  return head.startsWith('>') ? { head: head.slice(1), align: 'right' } : { head, align: 'left' };
}

/** Takes out the columns that no row has anything in. @param heads as in `table` */
export function tableWithoutEmpty(
  heads: readonly string[],
  rows: readonly (readonly string[])[],
  sums: readonly (readonly [label: string, text: string])[] = [],
): PaperBlock {
  const kept = heads.map((_, column) => rows.some((row) => row[column] !== ''));
  const only = <T>(cells: readonly T[]): readonly T[] => cells.filter((_, column) => kept[column]);
  return table(only(heads), rows.map(only), sums);
}

/** How to pay; nothing where the settings name neither account nor link. */
export function paymentBlock(means: PaymentMeans | null, language: Language): readonly PaperBlock[] {
  if (means === null) return [];
  const words = MESSAGE_WORDS[language];
  const title = means.lines.length > 0 ? words.howToPay : words.pay;
  return [{ block: 'payment', title, ...means }];
}

/** Whoever writes signs. @param places who else does */
export function signatureBlock({ company, name }: Sender, places: readonly string[] = []): PaperBlock {
  return { block: 'signature', lines: name === company ? [company] : [name, company], places };
}
