/**
 * What a printed invoice says: every string of the page, already written in the client's language. The page around it (labels of its
 * table, layout) is the template's; nothing here is computed twice, all of it comes from the sealed snapshot.
 */
import type { Language } from '../base/words.ts';

export type LabelledText = { readonly label: string; readonly text: string };

export type DocumentParty = {
  readonly name: string; // with `EI` where the law asks for it
  readonly address: readonly string[]; // lines of the postal address, none empty
  readonly identity: readonly string[]; // `SARL au capital de 10 000 €`, `SIREN 732 829 320`, `TVA FR83732829320`
  readonly contact: readonly string[]; // email, phone
};

export type DocumentLine = {
  readonly description: readonly string[]; // its lines
  readonly quantity: string;
  readonly unit: string;
  readonly unitPrice: string;
  readonly discount: string; // empty: none
  readonly vatRate: string; // `20 %`; `—` where the line bears no VAT
  readonly net: string;
};

export type DocumentVat = {
  readonly rate: string;
  readonly category: string; // S, E, AE, K, G, O or Z
  readonly net: string;
  readonly vat: string;
  readonly mention: string; // why there is no VAT; empty where there is
};

/** What a SEPA QR code holds (EPC069-12), unformatted. */
export type DocumentTransfer = {
  readonly name: string;
  readonly iban: string;
  readonly bic: string;
  readonly amount: string; // plain decimal text
  readonly currency: string;
  readonly reference: string;
};

export type DocumentPayment = {
  readonly dueDate: string;
  readonly terms: string;
  readonly iban: string; // in groups of four; empty: none
  readonly bic: string;
  readonly reference: string; // what the transfer should say: the number
  readonly link: string; // https only; empty: none
  readonly transfer: DocumentTransfer | null; // null: no QR code (no IBAN, or not in euros)
};

export type InvoiceDocument = {
  readonly language: Language;
  readonly type: 'invoice' | 'creditNote';
  readonly title: string; // `Facture`, `Avoir`
  readonly number: string;
  readonly dates: readonly LabelledText[]; // issue, service or delivery, due
  readonly seller: DocumentParty;
  readonly client: DocumentParty;
  readonly clientCode: string;
  readonly deliveryAddress: readonly string[]; // empty: the client's address
  readonly references: readonly LabelledText[]; // the client's own; a credit note's invoice with its date
  readonly lines: readonly DocumentLine[];
  readonly hasDiscount: boolean;
  readonly vatTable: readonly DocumentVat[];
  readonly net: string;
  readonly vat: string;
  readonly total: string;
  readonly totalLabel: string; // `Net à payer`, `Total de l’avoir`
  readonly payment: DocumentPayment | null; // null: a credit note
  readonly conditions: readonly string[]; // penalties, 40 € indemnity, early payment discount: sentences
  readonly mentions: readonly string[]; // legal mentions: VAT on debits, exemption, reverse charge …
  readonly notes: readonly string[]; // the seller's own words
  readonly termsOfSaleLink: string;
  readonly footer: readonly string[]; // who the seller is, in small
  readonly witness: string; // the first 12 hex digits of its seal; empty in a preview
};
