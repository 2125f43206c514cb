/** Invoices and credit notes as rows. */
import type { DayNumber } from '../../shared/base/civil-date.ts';
import { decimalText } from '../../shared/base/money.ts';
import type { CreditNoteDraft } from './agenda.ts';
import type { Line, Lines } from './catalogue.ts';
import type { SampleClient } from './clients.ts';
import { dayText } from './day-text.ts';
import { NEVER } from './payers.ts';
import type { SampleRow } from './rows.ts';

/** An invoice as issued. Amounts are minor units of the client's currency. */
export type Bill = {
  readonly number: string;
  readonly client: SampleClient;
  readonly issueDay: DayNumber;
  readonly dueDay: DayNumber;
  readonly writesDueDate: boolean; // otherwise the terms say it
  readonly serviceDay: DayNumber;
  readonly reference: string;
  readonly content: Lines;
};

export type Dispute = {
  readonly on: DayNumber;
  readonly closedOn: DayNumber; // NEVER while it lasts
  readonly minor: number | null; // null: all of it
  readonly reason: string;
};

/** The text of a day, empty where it is NEVER or not come yet. */
function dayTextUpTo(day: DayNumber, asOf: DayNumber): string {
  return day > asOf ? '' : dayText(day);
}

/** The row of an invoice as the register shows it on `asOf`: a dispute of tomorrow is not there yet. */
export function invoiceRow(bill: Bill, dispute: Dispute | null, asOf: DayNumber): SampleRow<'invoices'> {
  const { client, content } = bill;
  const known = dispute !== null && dispute.on <= asOf ? dispute : null;
  const issueDate = dayText(bill.issueDay);
  return {
    number: bill.number,
    type: 'invoice',
    client: client.code,
    issueDate,
    dueDate: bill.writesDueDate ? dayText(bill.dueDay) : '',
    currency: client.currency,
    net: decimalText(content.net, client.currency),
    vat: decimalText(content.vat, client.currency),
    total: decimalText(content.total, client.currency),
    corrects: '',
    reference: bill.reference,
    serviceDate: dayText(bill.serviceDay),
    disputedOn: known ? dayText(known.on) : '',
    disputeClosedOn: known ? dayTextUpTo(known.closedOn, asOf) : '',
    disputedAmount: known && known.minor !== null ? decimalText(known.minor, client.currency) : '',
    disputeReason: known ? known.reason : '',
    sentOn: issueDate,
    document: `${bill.number}.pdf`,
  };
}

export function creditNoteRow(
  number: string,
  day: DayNumber,
  { client, lines, corrects }: CreditNoteDraft,
): SampleRow<'invoices'> {
  const issueDate = dayText(day);
  return {
    number,
    type: 'creditNote',
    client: client.code,
    issueDate,
    dueDate: '',
    currency: client.currency,
    net: decimalText(lines.net, client.currency),
    vat: decimalText(lines.vat, client.currency),
    total: decimalText(lines.total, client.currency),
    corrects,
    reference: '',
    serviceDate: '',
    disputedOn: '',
    disputeClosedOn: '',
    disputedAmount: '',
    disputeReason: '',
    sentOn: issueDate,
    document: `${number}.pdf`,
  };
}

/** The rows of a document's lines. */
export function lineRows(invoice: string, { lines }: Lines, currency: string): readonly SampleRow<'lines'>[] {
  return lines.map((line, index) => lineRow(invoice, index + 1, line, currency));
}

function lineRow(invoice: string, position: number, line: Line, currency: string): SampleRow<'lines'> {
  return {
    invoice,
    position: String(position),
    description: line.description,
    quantity: String(line.quantity / 100),
    unit: line.unit,
    unitPrice: decimalText(line.unitPrice, currency),
    discountPercent: line.discountPercent === 0 ? '' : String(line.discountPercent),
    vatRate: String(line.vatBp / 100),
    vatCategory: line.vatCategory,
    net: decimalText(line.net, currency),
  };
}

/** What the rest of the story needs to know of a bill: when it is settled, and when nobody may be reminded of it. */
export type Outcome = {
  readonly settledOn: DayNumber; // NEVER while something is open
  readonly quietFrom: DayNumber; // a dispute or a plan: reminders stop; NEVER where there is none
  readonly dispute: Dispute | null;
};

export function settledOn(day: DayNumber): Outcome {
  return { settledOn: day, quietFrom: NEVER, dispute: null };
}
