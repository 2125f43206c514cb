/**
 * What a printed invoice says: every string of the page, already written in the client's language. The page around it (labels of its
 * table, layout) is the template's; nothing here is computed twice, all of it comes from the sealed snapshot.
 */
import { countryName } from '../base/country-names.ts';
import { type Currency, currencyDigits, decimalText } from '../base/money.ts';
import { moneyText } from '../base/numbers-text.ts';
import type { Language } from '../base/words.ts';
import {
  capitalText,
  dateWords,
  decimalWords,
  ibanText,
  indemnitySentence,
  interestSentence,
  LABELS,
  legalIdText,
  rateWords,
  TITLES,
  vatNumberText,
} from './document-words.ts';
import { isFrance, isSoleTrader } from './parties.ts';
import { witnessOf } from './seal.ts';
import type { Snapshot, SnapshotLine, SnapshotParty } from './snapshot.ts';

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
  readonly carried: string; // the net of this line and all above it: what a page that ends here carries forward
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

/** Every string of the printed page. @param hash its seal's; empty in a preview */
export function documentOf(snapshot: Snapshot, hash: string): InvoiceDocument {
  const language: Language = snapshot.client.language === 'en' ? 'en' : 'fr';
  const { currency, seller, client } = snapshot;
  const amount = (minor: string): string => moneyText(Number(minor), currency, language);
  const isAbroad = !isFrance(client.country) || !isFrance(seller.country);
  const isInvoice = snapshot.type === 'invoice';
  return {
    language,
    type: snapshot.type,
    title: TITLES[snapshot.type][language],
    number: snapshot.number,
    dates: datesOf(snapshot, language),
    seller: partyOf(seller, isAbroad, language),
    client: partyOf(client, isAbroad, language),
    clientCode: client.code,
    deliveryAddress: linesOf(snapshot.deliveryAddress),
    references: referencesOf(snapshot, language),
    lines: linesOfTable(snapshot.lines, currency, language),
    hasDiscount: snapshot.lines.some(({ discountPercent }) => discountPercent !== ''),
    vatTable: vatTableOf(snapshot, language, amount),
    net: amount(snapshot.netMinor),
    vat: amount(snapshot.vatMinor),
    total: amount(snapshot.totalMinor),
    totalLabel: (isInvoice ? LABELS.toPay : LABELS.credited)[language],
    payment: isInvoice ? paymentOf(snapshot, language) : null,
    conditions: conditionsOf(snapshot, language),
    mentions: snapshot.mentions,
    notes: linesOf(snapshot.notes),
    termsOfSaleLink: snapshot.termsOfSaleLink,
    footer: [[sellerName(seller), ...identityOf(seller, language)].join(' · ')],
    witness: witnessOf(hash),
  };
}

function linesOf(text: string): readonly string[] {
  return text.split('\n').filter((line) => line.trim() !== '');
}

function datesOf({ issueDate, serviceDate, dueDate }: Snapshot, language: Language): readonly LabelledText[] {
  const dates = { issueDate, serviceDate, dueDate };
  return (['issueDate', 'serviceDate', 'dueDate'] as const)
    .filter((key) => dates[key] !== '')
    .map((key) => ({ label: LABELS[key][language], text: dateWords(dates[key], language) }));
}

function sellerName({ name, legalForm }: SnapshotParty): string {
  return isSoleTrader(legalForm) && !/\bEI\b/.test(name) ? `${name} EI` : name;
}

/** @param isAbroad whether one of the two is outside France: then both name their country */
function partyOf(party: SnapshotParty, isAbroad: boolean, language: Language): DocumentParty {
  const { addressLine1, addressLine2, postalCode, city, country, email, phone } = party;
  const address = [
    addressLine1,
    addressLine2,
    `${postalCode} ${city}`.trim(),
    isAbroad ? countryName(country, language) : '',
  ];
  return {
    name: sellerName(party),
    address: address.filter((line) => line !== ''),
    identity: identityOf(party, language),
    contact: [email, phone].filter((line) => line !== ''),
  };
}

function identityOf(
  { legalForm, shareCapital, legalId, vatNumber }: SnapshotParty,
  language: Language,
): readonly string[] {
  const form = isSoleTrader(legalForm) ? '' : capitalText(legalForm, shareCapital, language);
  return [
    form,
    legalId === '' ? '' : legalIdText(legalId, language),
    vatNumber === '' ? '' : vatNumberText(vatNumber, language),
  ].filter((line) => line !== '');
}

function referencesOf(
  { reference, corrects, correctsDate }: Snapshot,
  language: Language,
): readonly LabelledText[] {
  const references: LabelledText[] = [];
  if (corrects !== '') {
    const day = dateWords(correctsDate, language);
    const text = language === 'fr' ? `${corrects} du ${day}` : `${corrects} of ${day}`;
    references.push({ label: LABELS.corrects[language], text });
  }
  if (reference !== '') references.push({ label: LABELS.reference[language], text: reference });
  return references;
}

function linesOfTable(
  lines: readonly SnapshotLine[],
  currency: Currency,
  language: Language,
): readonly DocumentLine[] {
  let carried = 0;
  return lines.map((line) => {
    carried += Number(line.netMinor);
    return lineOf(line, carried, currency, language);
  });
}

function lineOf(line: SnapshotLine, carried: number, currency: Currency, language: Language): DocumentLine {
  const digits = currencyDigits(currency);
  const percent = language === 'fr' ? '\u202f%' : '%';
  return {
    description: linesOf(line.description),
    quantity: decimalWords(line.quantity, 0, language),
    unit: line.unit,
    unitPrice: decimalWords(line.unitPrice, digits, language),
    discount: line.discountPercent === '' ? '' : decimalWords(line.discountPercent, 0, language) + percent,
    vatRate: rateWords(line.vatCategory, line.vatRate, language),
    net: decimalWords(decimalText(Number(line.netMinor), currency), digits, language),
    carried: decimalWords(decimalText(carried, currency), digits, language),
  };
}

/** The snapshot's mentions begin with those of its categories without VAT, in the order of its VAT table. */
function vatTableOf(
  { vat, mentions }: Snapshot,
  language: Language,
  amount: (minor: string) => string,
): readonly DocumentVat[] {
  const without = Array.from(new Set(vat.map(({ category }) => category))).filter(
    (one) => one !== 'S' && one !== 'Z',
  );
  return vat.map(({ category, rate, netMinor, vatMinor }) => ({
    rate: rateWords(category, rate, language),
    category,
    net: amount(netMinor),
    vat: amount(vatMinor),
    mention: without.includes(category) ? (mentions[without.indexOf(category)] ?? '') : '',
  }));
}

function paymentOf(snapshot: Snapshot, language: Language): DocumentPayment {
  const { seller, number, paymentTerms, paymentLink } = snapshot;
  return {
    dueDate: dateWords(snapshot.dueDate, language),
    terms: paymentTerms,
    iban: ibanText(seller.iban),
    bic: seller.bic,
    reference: number,
    link: paymentLink,
    transfer: transferOf(snapshot),
  };
}

/** The most a SEPA code takes: 999,999,999.99 euros. */
const LARGEST_TRANSFER = 99_999_999_999;

function transferOf({ seller, number, currency, totalMinor }: Snapshot): DocumentTransfer | null {
  const minor = Number(totalMinor);
  if (seller.iban === '' || currency !== 'EUR' || minor < 1 || minor > LARGEST_TRANSFER) return null;
  const amount = decimalText(minor, currency);
  return {
    name: sellerName(seller),
    iban: seller.iban,
    bic: seller.bic,
    amount,
    currency,
    reference: number,
  };
}

function conditionsOf(snapshot: Snapshot, language: Language): readonly string[] {
  const { paymentTerms, lateInterest, recoveryIndemnity, earlyPaymentDiscount } = snapshot;
  const colon = language === 'fr' ? '\u202f: ' : ': ';
  return [
    paymentTerms === '' ? '' : `${LABELS.paymentTerms[language]}${colon}${paymentTerms}.`,
    earlyPaymentDiscount === '' ? '' : sentence(earlyPaymentDiscount),
    lateInterest === '' ? '' : interestSentence(lateInterest, language),
    recoveryIndemnity === '' ? '' : indemnitySentence(recoveryIndemnity, language),
  ].filter((text) => text !== '');
}

function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
