/** A letter as PDFs: itself, what goes into its envelope, and copies of the documents it is about. */
import type { Written } from '../../../shared/letters/letter-kinds.ts';
import { paperPdf } from '../../print/paper-pdf.ts';
import type { PrintedPdf } from '../../print/pdf.ts';
import { documentCopy, noCopyText } from '../ground/document-copy.ts';
import type { OpenedDesk } from './paper-desk.ts';

export type ToPrint = Extract<Written, { paper: unknown }> & {
  readonly stamps?: ReadonlyMap<number, string>; // what stands on copies, by the document's index
};

export type Printed = { readonly name: string; readonly pdf: PrintedPdf };

export type PrintedLetter = {
  readonly printed: readonly Printed[]; // the letter first
  readonly left: readonly string[]; // documents whose rows make no copy, and why
};

/** Everything is printed before anything is written. */
export function printLetter(
  { copies, enclosed, paper, stamps = new Map() }: ToPrint,
  { day, issued, language }: OpenedDesk,
): PrintedLetter {
  const papers = [paper, ...enclosed].map((one) => ({ name: one.fileName, pdf: paperPdf(one, day) }));
  const wanted = new Set(copies);
  const documents = copies.length === 0 ? [] : issued.documents((index) => wanted.has(index));
  const left: string[] = [];
  const printed = documents.flatMap((document) => {
    const pdf = documentCopy(document, day, { stamp: stamps.get(document.index) ?? '' });
    if (pdf) return [{ name: document.number, pdf }];
    left.push(noCopyText(document, language));
    return [];
  });
  return { printed: [...papers, ...printed], left };
}
