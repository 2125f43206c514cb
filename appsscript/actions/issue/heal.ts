/**
 * Healing: the rows that sealed documents imply and the tabs do not have. After a run that went well they are those of the documents
 * just sealed; after one that was cut short, also those it did not come to. One path for both: what is there is never written twice.
 */
import { type DayNumber, serialOfDay } from '../../../shared/base/civil-date.ts';
import { decimalNumber } from '../../../shared/base/money.ts';
import type { Cell } from '../../../shared/base/problem.ts';
import type { Language } from '../../../shared/base/words.ts';
import type { Snapshot } from '../../../shared/invoicing/snapshot.ts';
import type { JournalStatus } from '../../../shared/register/tables.ts';
import type { World } from '../../world.ts';
import { restoreCovered } from '../covered.ts';
import {
  appendBelow,
  appendRows,
  choiceText,
  type Row,
  rowsByText,
  rowsWith,
  textOf,
  textsOf,
} from '../frame.ts';
import { disownStatuses } from '../outbox/disown.ts';
import {
  type Claim,
  claimText,
  invoiceKey,
  messageRow,
  type Stamp,
  settledRow,
  statusText,
} from '../outbox/message-rows.ts';
import { writeRows } from '../record/write-rows.ts';
import type { Book, Sealed } from './book.ts';
import { sealedDay } from './seal-drafts.ts';

/** Writes what is missing. Under the lock. @param claim by which this run takes the new messages on @returns how many rows were missing */
export function heal(world: World, book: Book, sealed: readonly Sealed[], claim: Claim): number {
  const { language } = world.sheet;
  const { day, instant } = world.now();
  const user = world.user();
  disownStatuses(world, book.journal);
  const lacking = (texts: readonly string[], of: (number: string) => string): readonly Sealed[] => {
    const there = new Set(texts);
    return sealed.filter(({ number }) => !there.has(of(number)));
  };
  const invoices = lacking(textsOf(book.invoices, 'number'), (number) => number);
  const lines = lacking(textsOf(book.lines, 'invoice'), (number) => number);
  const messages = lacking(textsOf(book.journal, 'key'), invoiceKey);
  const invoiceRows = invoices.map((one) => invoiceRow(one, language));
  const allLines = lines.flatMap(({ snapshot }) => lineRows(snapshot));
  const firstInvoice = appendBelow(world, book.invoices, invoiceRows);
  const firstLine = appendBelow(world, book.lines, allLines);
  appendRows(
    world,
    book.journal,
    messages.map((one) => {
      const stamp = { instant, claim: claimText(claim, one.number), user, language };
      return lostMessage(one.snapshot, lostStatus(book, one, day), stamp);
    }),
  );
  const marked = markDrafts(world, book, sealed);
  restoreCovered(world, book.lines, 'invoice', firstLine, allLines);
  restoreCovered(world, book.invoices, 'number', firstInvoice, invoiceRows);
  return invoices.length + lines.length + messages.length + marked;
}

/** Whether it was sealed to be mailed, to an address it has. */
export function isToMail({ delivery, client }: Snapshot): boolean {
  return delivery === 'email' && client.email !== '';
}

/** Days within which the run that was cut short has been followed by another. */
const HEALED_WITHIN = 2;

/**
 * What a message is whose row is not in the journal. Usually its run was cut short before any mail, and it waits. But somebody may have
 * deleted the row of a mail that left: nothing is sent a second time because of that. `null`: none is to be sent.
 */
export function lostStatus(
  { invoices }: Book,
  { at, snapshot }: Sealed,
  today: DayNumber,
): JournalStatus | null {
  if (!isToMail(snapshot)) return null;
  const [row = 0] = rowsWith(invoices, 'number', snapshot.number);
  if (row > 0 && textOf(invoices, row, 'sentOn') !== '') return 'sent';
  const isPrinted = row > 0 && textOf(invoices, row, 'document') !== '';
  const age = today - (sealedDay(at.slice(0, 10)) ?? Number.NEGATIVE_INFINITY);
  return isPrinted || age >= HEALED_WITHIN ? 'unknown' : 'pending';
}

const RESTORED = { fr: 'ligne rétablie d’après le sceau', en: 'row restored from the seal' } as const;

function lostMessage(snapshot: Snapshot, status: JournalStatus | null, stamp: Stamp): Row {
  const message = invoiceMessage(snapshot);
  if (status === null) return settledRow(message, stamp);
  const row = messageRow(message, stamp);
  if (status === 'pending') return row;
  return {
    ...row,
    status: statusText(status, stamp.language),
    claim: null,
    detail: RESTORED[stamp.language],
  };
}

function invoiceMessage({ number, client }: Snapshot) {
  return {
    key: invoiceKey(number),
    client: client.code,
    invoice: number,
    event: 'invoiceSent',
    recipient: client.email,
  } as const;
}

/** A document as a row of the register: a credit note's amounts are written as they are printed. */
function invoiceRow({ snapshot, hash }: Sealed, language: Language): Row {
  const { currency } = snapshot;
  const amount = (minor: string): number => decimalNumber(Number(minor), currency);
  return {
    number: snapshot.number,
    type: choiceText('invoices', 'type', snapshot.type, language),
    client: snapshot.client.code,
    issueDate: dayCell(snapshot.issueDate),
    dueDate: dayCell(snapshot.dueDate),
    currency,
    net: amount(snapshot.netMinor),
    vat: amount(snapshot.vatMinor),
    total: amount(snapshot.totalMinor),
    corrects: snapshot.corrects,
    reference: snapshot.reference,
    serviceDate: dayCell(snapshot.serviceDate),
    seal: hash,
    ...(snapshot.type === 'invoice' ? { paid: 0, openBalance: amount(snapshot.totalMinor) } : {}),
  };
}

function lineRows({ number, currency, lines }: Snapshot): readonly Row[] {
  return lines.map((line, index) => ({
    invoice: number,
    position: index + 1,
    description: line.description,
    quantity: Number(line.quantity),
    unit: line.unit,
    unitPrice: Number(line.unitPrice),
    discountPercent: line.discountPercent === '' ? null : Number(line.discountPercent),
    vatRate: Number(line.vatRate),
    vatCategory: line.vatCategory,
    net: decimalNumber(Number(line.netMinor), currency),
  }));
}

function dayCell(text: string): Cell {
  const day = sealedDay(text);
  return day === null ? null : serialOfDay(day);
}

const ISSUED = { fr: 'Émise', en: 'Issued' } as const;

/**
 * Drafts say under which number they left. A row that stands twice, or is gone, is left alone: the chain knows. A number beside another
 * draft came there when rows were moved while it was written: it goes.
 */
function markDrafts(world: World, book: Book, sealed: readonly Sealed[]): number {
  const places = rowsByText(book.drafts, 'id');
  const numbers = textsOf(book.drafts, 'number');
  const check = ISSUED[world.sheet.language];
  const rows = sealed.flatMap(({ draft, number }) => {
    const [row = 0, ...others] = places.get(draft) ?? [];
    const isDue = row > 0 && others.length === 0 && numbers[row - 2] !== number;
    return isDue ? [{ row, values: { check, number } }] : [];
  });
  const own = new Map(sealed.map(({ draft, number }) => [draft, number] as const));
  const issued = new Set(own.values());
  const strays = textsOf(book.drafts, 'id').flatMap((id, index) => {
    const isStray = issued.has(numbers[index]) && own.get(id) !== numbers[index];
    return isStray && !own.has(id) ? [{ row: index + 2, values: { check: null, number: null } }] : [];
  });
  writeRows(world, book.drafts, [...rows, ...strays]);
  return rows.length + strays.length;
}
