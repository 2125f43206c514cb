/** The row of a client: its code, address, identifiers and credit limit. */

import { civilDate } from '../../shared/base/civil-date.ts';
import { decimalText } from '../../shared/base/money.ts';
import type { Abroad } from './cast.ts';
import { emailOf, frenchAddress, phoneOf } from './client-names.ts';
import type { Draft, Span } from './clients.ts';
import { fictionalSiren, frenchIban, siretOf, vatNumberOf } from './identifiers.ts';
import { ADDRESS_COMPLEMENTS, OWNERS } from './names.ts';
import { NEVER } from './payers.ts';
import type { Random } from './random.ts';
import type { SampleRow } from './rows.ts';

/** Every so many clients, a company wants copies. */
const COPY_EVERY = 12;
const CONTACT_EVERY = 3;
const IBAN_EVERY = 3;
const CONTACTS = ['Mme Roux', 'M. Lefèvre', 'Mme Haddad', 'M. Nguyen', 'Mme Costa'];
const COPY = 'direction@exemple.fr; achats@exemple.fr';
const LONGEST_KNOWN = 2900; // days before the register begins

/** @param index from 0 @param invoices how many the client is expected to get in the whole span */
export function clientRow(
  draft: Draft,
  index: number,
  invoices: number,
  span: Span,
  random: Random,
): SampleRow<'clients'> {
  const { abroad, kind } = draft;
  const since = draft.firstDay === span.start ? span.start - random.int(30, LONGEST_KNOWN) : draft.firstDay;
  return {
    ...(abroad ? addressAbroad(abroad) : addressAtHome(draft, index, random)),
    code: `C${String(index + 1).padStart(Math.max(3, String(span.clients).length), '0')}`,
    name: draft.name,
    kind,
    contact: contactOf(draft, index),
    email: draft.withoutEmail ? '' : emailOf(draft.name, abroad !== null),
    cc: index % COPY_EVERY === 0 && kind === 'company' ? COPY : '',
    iban: ibanOf(draft, index),
    paymentTerms: draft.termsText,
    creditLimit: creditLimit(draft, invoices, span),
    calendar: kind,
    holdUntil: draft.holdUntil === null ? '' : civilDate(draft.holdUntil),
    holdReason: draft.holdReason,
    owner: random.pick(OWNERS),
    since: civilDate(since),
    maximumTermDays: '',
    insolvencyOn: draft.heldFrom === NEVER ? '' : civilDate(draft.heldFrom),
    notes: draft.notes,
  };
}

/** A person of some; nobody is known at the others. */
function contactOf({ abroad, kind }: Draft, index: number): string {
  if (abroad || kind === 'individual' || index % CONTACT_EVERY !== 0) return '';
  return CONTACTS[(index / CONTACT_EVERY) % CONTACTS.length];
}

/** Of some firms the account they pay from is known. */
function ibanOf({ abroad, kind }: Draft, index: number): string {
  if (abroad || kind !== 'company' || index % IBAN_EVERY !== 0) return '';
  return frenchIban('99999', '00043', String(index + 1).padStart(11, '0'));
}

/** What an invoice of a client of size 1 comes to on average, VAT included, minor units. */
const USUAL_TOTAL = 270_000;
const LIMIT_STEP = 50_000;
const DAYS_PER_MONTH = 30.4;

/** So many months of expected sales, in round sums. */
function creditLimit(draft: Draft, invoices: number, { start, asOf }: Span): string {
  if (draft.limitMonths === 0) return '';
  const months = (asOf - start) / DAYS_PER_MONTH || 1;
  const monthly = (invoices / months) * USUAL_TOTAL * draft.size;
  return decimalText((1 + Math.ceil((monthly * draft.limitMonths) / LIMIT_STEP)) * LIMIT_STEP, 'EUR');
}

type Address = Pick<
  SampleRow<'clients'>,
  | 'legalId'
  | 'vatNumber'
  | 'addressLine1'
  | 'addressLine2'
  | 'postalCode'
  | 'city'
  | 'country'
  | 'language'
  | 'phone'
>;

function addressAbroad({ currency: _, ...address }: Abroad): Address {
  return { ...address, legalId: '', addressLine2: '', language: 'en' };
}

function addressAtHome({ kind, name }: Draft, index: number, random: Random): Address {
  const siren = fictionalSiren((index * 17 + 2003) % 100_000);
  return {
    ...frenchAddress(kind, name, random),
    legalId: kind === 'individual' ? '' : kind === 'administration' ? siretOf(siren) : siren,
    vatNumber: kind === 'company' ? vatNumberOf(siren) : '',
    addressLine2: random.chance(0.15) ? random.pick(ADDRESS_COMPLEMENTS) : '',
    country: 'FR',
    language: 'fr',
    phone: phoneOf(kind, random),
  };
}
