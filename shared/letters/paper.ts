/**
 * A paper: a letter, a statement, an agreement or a proof sheet, every string of it already written in its reader's language. It is laid
 * out twice, as a page of HTML in the sheet and as a PDF in the weekly job, and says the same on both.
 */
import type { Language } from '../base/words.ts';
import type { DocumentTransfer } from '../invoicing/document.ts';

export const PAPER_KINDS = [
  'reminder',
  'formalNotice',
  'statement',
  'planAgreement',
  'thankYou',
  'interestStatement',
  'history',
  'proofSheet',
  'callSheet',
  'irrecoverable',
] as const;
export type PaperKind = (typeof PAPER_KINDS)[number];

/** Papers nobody puts in an envelope: they begin with what they are, not with an address. */
export const INNER_PAPERS: readonly PaperKind[] = ['history', 'callSheet'];

/** A column of a table; amounts and counts stand to the right. */
export type PaperColumn = { readonly head: string; readonly align: 'left' | 'right' };

export type PaperBlock =
  | { readonly block: 'paragraph'; readonly text: string }
  | { readonly block: 'heading'; readonly text: string }
  | { readonly block: 'list'; readonly items: readonly string[] }
  | {
      readonly block: 'table';
      readonly columns: readonly PaperColumn[];
      readonly rows: readonly (readonly string[])[];
      readonly sums: readonly (readonly [label: string, text: string])[]; // below the rows, the last one strong
    }
  | {
      readonly block: 'payment';
      readonly title: string;
      readonly lines: readonly (readonly [label: string, text: string])[]; // IBAN in groups of four, BIC, reference
      readonly link: string; // https only; empty: none
      readonly transfer: DocumentTransfer | null; // of the QR code; null: none
    }
  | { readonly block: 'signature'; readonly lines: readonly string[]; readonly places: readonly string[] }; // places: who signs

export type Paper = {
  readonly kind: PaperKind;
  readonly language: Language;
  readonly sender: readonly string[]; // name, address, contact: lines, none empty
  readonly recipient: readonly string[]; // as on an envelope
  readonly placeAndDate: string; // `Lyon, le 25 novembre 2026`
  readonly mention: string; // `Lettre recommandée avec avis de réception`, with its number; empty: none
  readonly subject: string;
  readonly references: readonly (readonly [label: string, text: string])[];
  readonly blocks: readonly PaperBlock[];
  readonly footer: readonly string[]; // who the sender is, in small
  readonly fileName: string; // without extension: A–Z a–z 0–9 - _
};
