/// <reference path="./pdfkit.d.ts" />
/**
 * A PDF to keep: PDF/A-3b (ISO 19005-3), its typeface embedded, its parts tagged for who listens to it. Nothing of the moment goes in:
 * what says the same is the same file to the byte.
 */
import PDFDocument from 'pdfkit';
import { FACES, fontOf } from './fonts.ts';
import { facturXmp, instantOf, type PdfFacts, PRODUCER, xmpOf } from './xmp.ts';

/** A PDF being made. */
export type Pdf = {
  readonly doc: PDFKit.PDFDocument;
  readonly root: PDFKit.PDFStructureElement; // of its tags
  readonly missing: Set<string>; // characters the typeface does not have; a square stands for each
};

/** A PDF that is made. */
export type PrintedPdf = {
  readonly bytes: Uint8Array;
  readonly pages: number;
  readonly missing: readonly string[]; // characters a square stands for; empty: none
};

/** A4, in points. */
export const PAGE = { width: 595.28, height: 841.89 } as const;

const POINTS_PER_MM = 72 / 25.4;

/** Millimetres as points. */
export function mm(length: number): number {
  return length * POINTS_PER_MM;
}

export const FACTUR_X_FILE = 'factur-x.xml';

/** Opens a PDF with its first page. @param facturX the XML of the invoice it shows; none: no electronic invoice */
export function openPdf(facts: PdfFacts, facturX?: string): Pdf {
  const madeAt = instantOf(facts.madeOn);
  const doc = new PDFDocument({
    size: 'A4',
    margin: 0,
    font: '',
    pdfVersion: '1.7',
    subset: 'PDF/A-3b',
    tagged: true,
    lang: facts.language,
    displayTitle: true,
    bufferPages: true, // a page's foot says how many there are
    info: { ...infoOf(facts), CreationDate: madeAt, ModDate: madeAt },
  });
  for (const face of FACES) doc.registerFont(face, fontOf(face));
  const xmp = xmpOf(facts) + (facturX === undefined ? '' : facturXmp(FACTUR_X_FILE));
  doc._addInfo = () => doc.appendXML(xmp);
  if (facturX !== undefined) attach(doc, facturX, madeAt);
  const root = doc.struct('Document');
  doc.addStructure(root);
  return { doc, root, missing: new Set() };
}

function infoOf({ title, author, subject }: PdfFacts): PDFKit.DocumentInfo {
  return { Title: title, Author: author, Subject: subject, Creator: PRODUCER, Producer: PRODUCER };
}

function attach(doc: PDFKit.PDFDocument, xml: string, madeAt: Date): void {
  doc.file(Buffer.from(xml, 'utf8'), {
    name: FACTUR_X_FILE,
    type: 'text/xml',
    description: 'Factur-X',
    relationship: 'Alternative',
    creationDate: madeAt,
    modifiedDate: madeAt,
  });
}

/** Ends a PDF. */
export function closePdf({ doc, root, missing }: Pdf): PrintedPdf {
  const pages = doc.bufferedPageRange().count;
  root.end();
  doc.end();
  const bytes: unknown = doc.read();
  if (!(bytes instanceof Uint8Array)) throw new Error('pdfkit gave no PDF');
  return { bytes, pages, missing: [...missing] };
}

/** Content with its tag, such as `P`, `H1` or `TD`, below a parent. */
export function tagged(
  { doc, root }: Pdf,
  tag: string,
  paint: () => void,
  parent: PDFKit.PDFStructureElement = root,
): void {
  parent.add(doc.struct(tag, {}, paint));
}

/** What nobody needs to hear: rules, backgrounds, what is repeated on every page. */
export function untagged({ doc }: Pdf, paint: () => void): void {
  doc.markContent('Artifact');
  paint();
  doc.endMarkedContent();
}
