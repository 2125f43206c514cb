/** The seals that issuing a register's rows would have left behind. */
import { type CivilDate, civilDate, dayNumber } from '../../../shared/base/civil-date.ts';
import { genesisHead, type SealRow, sealNext } from '../../../shared/invoicing/seal.ts';
import type { Snapshot } from '../../../shared/invoicing/snapshot.ts';
import { snapshotText } from '../../../shared/invoicing/snapshot-text.ts';
import type { SealType } from '../../../shared/register/addon-tables.ts';
import { minorOf } from './minor-of.ts';
import type { Cells, Records } from './read-audit.ts';

/** What a test wants otherwise than all documents sealed on their day, with the account of the settings. */
export type Sealing = {
  readonly late?: ReadonlyMap<string, number>; // days after its date, by number
  readonly without?: readonly string[]; // numbers not sealed
  readonly ibans?: ReadonlyMap<string, string>; // printed from that number on
  readonly after?: readonly {
    readonly type: SealType;
    readonly number: string;
    readonly at: string;
    readonly text: string;
  }[];
};

export function sealsOf(
  records: Records,
  { after = [], ibans, late, without = [] }: Sealing = {},
): readonly SealRow[] {
  const rows: SealRow[] = [];
  let head = genesisHead('sheet', 'random');
  const push = (type: SealType, number: string, at: string, text: string): void => {
    const row = sealNext(head, { type, number, at, snapshotText: text });
    rows.push(row);
    head = { seq: row.seq, hash: row.hash };
  };
  let iban = setting(records, 'iban').replace(/\s/g, '');
  for (const invoice of records.invoices ?? []) {
    const number = textOf(invoice, 'number');
    if (without.includes(number)) continue;
    iban = ibans?.get(number) ?? iban;
    const day = civilDate(dayNumber(dayIn(invoice, 'issueDate')) + (late?.get(number) ?? 0));
    const snapshot = snapshotOf(records, invoice, iban);
    push(
      snapshot.type === 'invoice' ? 'ISSUE' : 'CREDIT',
      number,
      `${day}T09:00:00Z`,
      snapshotText(snapshot),
    );
  }
  for (const { at, number, text, type } of after) push(type, number, at, text);
  return rows;
}

function setting(records: Records, key: string): string {
  return textOf((records.settings ?? []).find((row) => row.key === key) ?? {}, 'value');
}

function textOf(row: Cells, key: string): string {
  return String(row[key] ?? '');
}

function dayIn(row: Cells, key: string): CivilDate {
  return textOf(row, key) as CivilDate;
}

function snapshotOf(records: Records, invoice: Cells, iban: string): Snapshot {
  const number = textOf(invoice, 'number');
  const client = (records.clients ?? []).find(({ code }) => code === invoice.client) ?? {};
  const currency = textOf(invoice, 'currency') || 'EUR';
  const lines = (records.lines ?? []).filter((line) => line.invoice === number);
  const type = invoice.type === 'creditNote' ? 'creditNote' : 'invoice';
  const corrected = (records.invoices ?? []).find((row) => row.number === invoice.corrects);
  return {
    v: '1',
    type,
    number,
    draft: '',
    issueDate: textOf(invoice, 'issueDate'),
    dueDate: type === 'invoice' ? textOf(invoice, 'dueDate') : '',
    serviceDate: textOf(invoice, 'serviceDate'),
    currency,
    seller: { ...partyOf({ name: setting(records, 'companyName') }), iban, bic: '', vatOnDebits: 'no' },
    client: { ...partyOf(client), code: textOf(client, 'code'), kind: 'company', language: 'fr' },
    deliveryAddress: '',
    reference: '',
    corrects: textOf(invoice, 'corrects'),
    correctsDate: corrected ? textOf(corrected, 'issueDate') : '',
    lines: lines.map((line) => lineOf(line, currency)),
    vat: [],
    netMinor: String(minorOf(invoice.net, currency)),
    vatMinor: String(minorOf(invoice.vat, currency)),
    totalMinor: String(minorOf(invoice.total, currency)),
    paymentTerms: '',
    lateInterest: '',
    recoveryIndemnity: '',
    earlyPaymentDiscount: '',
    paymentLink: '',
    termsOfSaleLink: '',
    delivery: 'none',
    notes: '',
    mentions: [],
  };
}

function partyOf(row: Cells) {
  return {
    name: textOf(row, 'name'),
    legalForm: '',
    shareCapital: '',
    legalId: textOf(row, 'legalId'),
    vatNumber: textOf(row, 'vatNumber'),
    addressLine1: textOf(row, 'addressLine1'),
    addressLine2: '',
    postalCode: textOf(row, 'postalCode'),
    city: textOf(row, 'city'),
    country: textOf(row, 'country'),
    email: textOf(row, 'email'),
    phone: '',
  };
}

function lineOf(line: Cells, currency: string): Snapshot['lines'][number] {
  return {
    description: textOf(line, 'description'),
    quantity: textOf(line, 'quantity'),
    unit: textOf(line, 'unit'),
    unitPrice: textOf(line, 'unitPrice'),
    discountPercent: textOf(line, 'discountPercent'),
    vatRate: textOf(line, 'vatRate'),
    vatCategory: textOf(line, 'vatCategory'),
    netMinor: String(minorOf(line.net, currency)),
  };
}
