/**
 * The snapshot of an issued document: all that its print says, by value, as text. It is what the seal covers, kept as it was hashed,
 * so its fields are text (minor units and decimals too) and its shape only ever grows by a new version `v`.
 */

export type SnapshotParty = {
  readonly name: string;
  readonly legalForm: string; // sellers: `SARL`, `EI`; empty for a client
  readonly shareCapital: string;
  readonly legalId: string; // SIREN or SIRET, digits only
  readonly vatNumber: string;
  readonly addressLine1: string;
  readonly addressLine2: string;
  readonly postalCode: string;
  readonly city: string;
  readonly country: string;
  readonly email: string;
  readonly phone: string;
};

export type SnapshotSeller = SnapshotParty & {
  readonly iban: string; // without spaces
  readonly bic: string;
  readonly vatOnDebits: 'yes' | 'no';
};

export type SnapshotClient = SnapshotParty & {
  readonly code: string;
  readonly kind: string; // CLIENT_KINDS
  readonly language: string; // LANGUAGES
};

export type SnapshotLine = {
  readonly description: string;
  readonly quantity: string; // decimal text, at most 4 decimals
  readonly unit: string;
  readonly unitPrice: string; // decimal text in currency units, at most 6 decimals
  readonly discountPercent: string; // decimal text; empty: none
  readonly vatRate: string; // decimal text: `20`, `5.5`
  readonly vatCategory: string; // S, E, AE, K, G, O or Z
  readonly netMinor: string; // whole minor units
};

export type SnapshotVat = {
  readonly category: string;
  readonly rate: string;
  readonly netMinor: string;
  readonly vatMinor: string;
};

export type Snapshot = {
  readonly v: '1';
  readonly type: 'invoice' | 'creditNote';
  readonly number: string;
  readonly draft: string; // the id of the draft it was issued from
  readonly issueDate: string; // YYYY-MM-DD
  readonly dueDate: string; // empty for a credit note
  readonly serviceDate: string;
  readonly currency: string;
  readonly seller: SnapshotSeller;
  readonly client: SnapshotClient;
  readonly deliveryAddress: string;
  readonly reference: string; // the client's own, such as a purchase order
  readonly corrects: string; // a credit note's invoice, with its date
  readonly correctsDate: string;
  readonly lines: readonly SnapshotLine[];
  readonly vat: readonly SnapshotVat[];
  readonly netMinor: string; // a credit note's are positive too
  readonly vatMinor: string;
  readonly totalMinor: string;
  readonly paymentTerms: string; // as written in the register
  readonly lateInterest: string; // the setting as written; empty: none is claimed from this client
  readonly recoveryIndemnity: string; // decimal text; empty for a private person
  readonly earlyPaymentDiscount: string;
  readonly paymentLink: string;
  readonly termsOfSaleLink: string;
  readonly delivery: string; // `email`: it is to be mailed; `none`: the firm hands it over itself
  readonly notes: string;
  readonly mentions: readonly string[]; // legal mentions, in the document's language
};
