/**
 * A snapshot's one text: canonical JSON, its keys in the order below, composed Unicode (NFC), LF ends of line. What is sealed is kept
 * as it was hashed; read back, only the very text this file would write is a snapshot.
 */
import { type CivilDate, civilDate, parseCivilDate } from '../base/civil-date.ts';
import { ok, type Result, refuse } from '../base/result.ts';
import type { Snapshot, SnapshotClient, SnapshotParty, SnapshotSeller } from './snapshot.ts';

/** A sheet's cell holds 50,000 characters. */
export const LONGEST_SNAPSHOT = 45_000;

/** What a value looks like: a text, a list of one form, or fields in the order they are written. */
type Form = 'text' | readonly [Form] | { readonly [key: string]: Form };

/** The form a type asks for: a field that is forgotten does not compile. */
type FormOf<T> = T extends string
  ? 'text'
  : T extends readonly (infer Item)[]
    ? readonly [FormOf<Item>]
    : { readonly [Key in keyof T]-?: FormOf<T[Key]> };

const PARTY: FormOf<SnapshotParty> = {
  name: 'text',
  legalForm: 'text',
  shareCapital: 'text',
  legalId: 'text',
  vatNumber: 'text',
  addressLine1: 'text',
  addressLine2: 'text',
  postalCode: 'text',
  city: 'text',
  country: 'text',
  email: 'text',
  phone: 'text',
};
const SELLER: FormOf<SnapshotSeller> = { ...PARTY, iban: 'text', bic: 'text', vatOnDebits: 'text' };
const CLIENT: FormOf<SnapshotClient> = { ...PARTY, code: 'text', kind: 'text', language: 'text' };

const SNAPSHOT: FormOf<Snapshot> = {
  v: 'text',
  type: 'text',
  number: 'text',
  draft: 'text',
  issueDate: 'text',
  dueDate: 'text',
  serviceDate: 'text',
  currency: 'text',
  seller: SELLER,
  client: CLIENT,
  deliveryAddress: 'text',
  reference: 'text',
  corrects: 'text',
  correctsDate: 'text',
  lines: [
    {
      description: 'text',
      quantity: 'text',
      unit: 'text',
      unitPrice: 'text',
      discountPercent: 'text',
      vatRate: 'text',
      vatCategory: 'text',
      netMinor: 'text',
    },
  ],
  vat: [{ category: 'text', rate: 'text', netMinor: 'text', vatMinor: 'text' }],
  netMinor: 'text',
  vatMinor: 'text',
  totalMinor: 'text',
  paymentTerms: 'text',
  lateInterest: 'text',
  recoveryIndemnity: 'text',
  earlyPaymentDiscount: 'text',
  paymentLink: 'text',
  termsOfSaleLink: 'text',
  delivery: 'text',
  notes: 'text',
  mentions: ['text'],
};

/** The text that is sealed. Throws above LONGEST_SNAPSHOT, which a draft's check refuses before. */
export function snapshotText(snapshot: Snapshot): string {
  const text = canonicalText(snapshot, SNAPSHOT);
  if (text === null || text.length > LONGEST_SNAPSHOT) throw new Error('not a snapshot that fits a cell');
  return text;
}

/** How many characters its sealed text has. */
export function snapshotLength(snapshot: Snapshot): number {
  return (canonicalText(snapshot, SNAPSHOT) ?? '').length;
}

/** Reads a sealed text back. Another order of keys, another spelling, a field more or less: not a snapshot. */
export function readSnapshot(text: string): Result<Snapshot, 'snapshot/invalid'> {
  const value = parsed(text);
  return isSnapshot(value, text) ? ok(value) : refuse('snapshot/invalid');
}

/** The issue date of a sealed text without reading all of it: quotes within a text are escaped, so the key stands but once. */
export function issueDateIn(text: string): CivilDate {
  const match = /"issueDate":"(\d{4}-\d{2}-\d{2})"/.exec(text);
  const day = match ? parseCivilDate(match[1]) : refuse('not-a-day');
  if (!day.ok) throw new Error('a sealed document without its issue date');
  return civilDate(day.value);
}

/** The id of the draft a sealed text was issued from, without reading all of it; `null` where the text does not begin as one does. */
export function draftIn(text: string): string | null {
  const [, draft] = HEAD.exec(text) ?? [];
  const value = draft === undefined ? null : parsed(draft);
  return typeof value === 'string' ? value : null;
}

const HEAD = /^\{"v":"1","type":"[a-zA-Z]+","number":"(?:[^"\\]|\\.)*","draft":("(?:[^"\\]|\\.)*")/;

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** The text of its form is the very one it was read from. */
function isSnapshot(value: unknown, text: string): value is Snapshot {
  return (
    isRecord(value) &&
    canonicalText(value, SNAPSHOT) === text &&
    value.v === '1' &&
    (value.type === 'invoice' || value.type === 'creditNote') &&
    isRecord(value.seller) &&
    (value.seller.vatOnDebits === 'yes' || value.seller.vatOnDebits === 'no')
  );
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** @returns `null` where the value does not have the form */
function canonicalText(value: unknown, form: Form): string | null {
  if (form === 'text') return typeof value === 'string' ? JSON.stringify(cleanText(value)) : null;
  if (isList(form)) {
    if (!Array.isArray(value)) return null;
    const items = value.map((item: unknown) => canonicalText(item, form[0]));
    return items.includes(null) ? null : `[${items.join(',')}]`;
  }
  const keys = Object.keys(form);
  if (!isRecord(value) || Object.keys(value).length !== keys.length) return null;
  const fields = keys.map((key) => fieldText(key, value[key], form[key]));
  return fields.includes(null) ? null : `{${fields.join(',')}}`;
}

function fieldText(key: string, value: unknown, form: Form): string | null {
  const text = canonicalText(value, form);
  return text === null ? null : `${JSON.stringify(key)}:${text}`;
}

function isList(form: Form): form is readonly [Form] {
  return Array.isArray(form);
}

function cleanText(text: string): string {
  return text.replace(/\r\n?/g, '\n').normalize('NFC');
}
