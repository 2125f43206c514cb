/** A checked draft to its snapshot: every field by value, as text, in the client's language where it is a sentence. */
import { civilDate, type DayNumber } from '../base/civil-date.ts';
import { decimalToText, parseDecimal } from '../base/decimal.ts';
import { decimalText } from '../base/money.ts';
import { LANGUAGES } from '../base/words.ts';
import { readChoice } from '../register/cell-choices.ts';
import type { Client, Settings } from '../register/entries.ts';
import { normaliseWord } from '../register/known-words.ts';
import { OPERATION_CHOICES } from '../register/settings.ts';
import { YES_NO_CHOICES } from '../register/tables.ts';
import { termsText } from '../register/terms.ts';
import type { CheckedDraft, IssueContext } from './draft.ts';
import { mentionText } from './mentions.ts';
import { isProfessional } from './parties.ts';
import type { Snapshot, SnapshotClient, SnapshotLine, SnapshotSeller } from './snapshot.ts';
import { LINE_DECIMALS, type LineNumber, type Totals } from './totals.ts';
import { mentionOfCategory } from './vat-categories.ts';

type Checked = Omit<CheckedDraft, 'notices' | 'canIssue'>;

/** Where the settings say nothing (C. com. L441-10 II, D441-5). */
const DEFAULT_INTEREST = 'ECB+10';
const DEFAULT_INDEMNITY = '40';

/** Throws where there is no client or the lines do not add up: the draft's check refuses both. */
export function draftSnapshot(checked: Checked, context: IssueContext, number: string): Snapshot {
  const { draft, currency, issueDay, totals } = checked;
  const { settings, client, corrected } = context;
  if (client === null || totals === null) throw new Error('a snapshot of a draft that was not checked');
  const isInvoice = draft.type === 'invoice';
  return {
    v: '1',
    type: draft.type,
    number,
    draft: draft.id,
    issueDate: civilDate(issueDay),
    dueDate: isInvoice ? civilDate(checked.dueDay) : '',
    serviceDate: draft.serviceDay === null ? '' : civilDate(draft.serviceDay),
    currency,
    seller: sellerOf(settings),
    client: clientOf(client),
    deliveryAddress: draft.deliveryAddress,
    reference: draft.reference,
    corrects: corrected === null ? '' : corrected.number,
    correctsDate: corrected === null ? '' : civilDate(corrected.issueDay),
    lines: linesOf(checked, totals),
    vat: totals.groups.map(({ category, rate, netMinor, vatMinor }) => ({
      category,
      rate: plain(rate, 'vatRate'),
      netMinor: String(netMinor),
      vatMinor: String(vatMinor),
    })),
    netMinor: String(totals.netMinor),
    vatMinor: String(totals.vatMinor),
    totalMinor: String(totals.totalMinor),
    ...conditionsOf(checked, context, client, totals, number),
    delivery: client.email === '' ? 'none' : 'email',
    notes: draft.notes,
    mentions: mentionsOf(context, client, totals, issueDay),
  };
}

/** The firm as a document sealed now would name it. */
export function sellerOf({ texts }: Pick<Settings, 'texts'>): SnapshotSeller {
  const text = (key: string): string => texts.get(key) ?? '';
  const onDebits = readChoice(text('vatOnDebits'), YES_NO_CHOICES);
  return {
    name: text('companyName'),
    legalForm: text('legalForm'),
    shareCapital: text('shareCapital'),
    legalId: text('legalId').replace(/[\s.]/g, ''),
    vatNumber: text('vatNumber')
      .replace(/[\s.-]/g, '')
      .toUpperCase(),
    addressLine1: text('addressLine1'),
    addressLine2: text('addressLine2'),
    postalCode: text('postalCode'),
    city: text('city'),
    country: text('country'),
    email: text('email'),
    phone: text('phone'),
    iban: text('iban')
      .replace(/[\s.-]/g, '')
      .toUpperCase(),
    bic: text('bic').replace(/\s/g, '').toUpperCase(),
    vatOnDebits: onDebits.ok && onDebits.value === 'yes' ? 'yes' : 'no',
  };
}

function clientOf(client: Client): SnapshotClient {
  return {
    name: client.name,
    legalForm: '',
    shareCapital: '',
    legalId: client.legalId.replace(/[\s.]/g, ''),
    vatNumber: client.vatNumber.replace(/[\s.-]/g, '').toUpperCase(),
    addressLine1: client.addressLine1,
    addressLine2: client.addressLine2,
    postalCode: client.postalCode,
    city: client.city,
    country: client.country,
    email: client.email,
    phone: client.phone,
    code: client.code,
    kind: client.kind,
    language: client.language,
  };
}

function linesOf({ draft }: Checked, { lineNets }: Totals): readonly SnapshotLine[] {
  return draft.lines.map((line, index) => ({
    description: line.description,
    quantity: plain(line.quantity, 'quantity'),
    unit: line.unit,
    unitPrice: plain(line.unitPrice, 'unitPrice'),
    discountPercent: Number(line.discountPercent) === 0 ? '' : plain(line.discountPercent, 'discountPercent'),
    vatRate: plain(line.vatRate, 'vatRate'),
    vatCategory: line.vatCategory,
    netMinor: String(lineNets[index]),
  }));
}

/** The shortest text of a number that was checked. */
function plain(text: string, key: LineNumber): string {
  const read = parseDecimal(text, LINE_DECIMALS[key]);
  return read.ok ? decimalToText(read.value) : text;
}

type Conditions = Pick<
  Snapshot,
  | 'paymentTerms'
  | 'lateInterest'
  | 'recoveryIndemnity'
  | 'earlyPaymentDiscount'
  | 'paymentLink'
  | 'termsOfSaleLink'
>;

function conditionsOf(
  { draft, currency, issueDay }: Checked,
  { settings, own }: IssueContext,
  client: Client,
  { totalMinor }: Totals,
  number: string,
): Conditions {
  const text = (key: string): string => settings.texts.get(key) ?? '';
  const isProfessionalInvoice = draft.type === 'invoice' && isProfessional(client);
  const terms =
    draft.dueDay === null ? termsText(client.paymentTerms ?? settings.paymentTerms, client.language) : '';
  const noDiscount = mentionText('noEarlyPaymentDiscount', issueDay, client.language, own);
  const discount = text('earlyPaymentDiscount');
  return {
    paymentTerms: draft.type === 'invoice' ? terms : '',
    lateInterest: isProfessionalInvoice ? text('lateInterest') || DEFAULT_INTEREST : '',
    recoveryIndemnity: isProfessionalInvoice ? indemnityOf(text('recoveryIndemnity')) : '',
    earlyPaymentDiscount:
      draft.type !== 'invoice' ? '' : isNoDiscount(discount, issueDay) ? noDiscount : discount,
    paymentLink:
      draft.type === 'invoice'
        ? filledLink(text('paymentLink'), number, decimalText(totalMinor, currency), currency)
        : '',
    termsOfSaleLink: /^https:\/\//i.test(text('termsOfSaleLink')) ? text('termsOfSaleLink') : '',
  };
}

/** Nothing written, or the shipped sentence in either language: then it is said in the client's. */
function isNoDiscount(text: string, day: DayNumber): boolean {
  const shipped = LANGUAGES.map((one) => mentionText('noEarlyPaymentDiscount', day, one, new Map()));
  return text === '' || shipped.some((one) => normaliseWord(one) === normaliseWord(text));
}

function indemnityOf(text: string): string {
  const amount = /^(\d+)(?:[.,](\d+))?/.exec(text);
  if (!amount) return DEFAULT_INDEMNITY;
  return amount[2] === undefined ? amount[1] : `${amount[1]}.${amount[2]}`;
}

/** A link such as `https://pay.example/{number}?amount={amount}`; anything but https is none. */
function filledLink(link: string, number: string, amount: string, currency: string): string {
  if (!/^https:\/\//i.test(link)) return '';
  const values: Readonly<Record<string, string>> = { number, amount, currency };
  return link.replace(/\{(number|amount|currency)\}/g, (_, name: string) => encodeURIComponent(values[name]));
}

/** The mentions of the categories without VAT stand first, in the order of the VAT table: `documentOf` relies on it. */
function mentionsOf(
  { settings, own }: IssueContext,
  client: Client,
  { groups }: Totals,
  issueDay: number,
): readonly string[] {
  const text = (key: string): string => settings.texts.get(key) ?? '';
  const of = (key: Parameters<typeof mentionText>[0]): string =>
    mentionText(key, issueDay, client.language, own);
  const keys = new Set(groups.map(({ category }) => mentionOfCategory(category, text('vatNumber') !== '')));
  const mentions = Array.from(keys).flatMap((key) => (key === null ? [] : [of(key)]));
  const onDebits = readChoice(text('vatOnDebits'), YES_NO_CHOICES);
  if (onDebits.ok && onDebits.value === 'yes') mentions.push(of('vatOnDebits'));
  const operations = readChoice(text('operations'), OPERATION_CHOICES);
  const sold = operations.ok ? OPERATION_CHOICES.find(({ key }) => key === operations.value) : undefined;
  if (sold)
    mentions.push(
      `${client.language === 'fr' ? 'Nature des opérations\u202f: ' : 'Kind of operations: '}${sold.words[client.language]}`,
    );
  if (text('registration') !== '') mentions.push(text('registration'));
  return mentions;
}
