/**
 * Healing: the rows that sealed documents imply and the tabs do not have. After a run that went well they are those of the documents
 * just sealed; after one that was cut short, also those it did not come to. One path for both: what is there is never written twice.
 */
import { serialOfDay } from '../../../shared/base/civil-date.ts';
import { decimalNumber } from '../../../shared/base/money.ts';
import type { Cell } from '../../../shared/base/problem.ts';
import type { Language } from '../../../shared/base/words.ts';
import type { Snapshot } from '../../../shared/invoicing/snapshot.ts';
import type { World } from '../../world.ts';
import { appendBelow, choiceText, type Row, rowsByText, textsOf } from '../frame.ts';
import { type Claim, claimText, invoiceKey, messageRow, settledRow } from '../outbox/message-rows.ts';
import { writeRows } from '../record/write-rows.ts';
import type { Book, Sealed } from './book.ts';
import { sealedDay } from './seal-drafts.ts';

/** Writes what is missing. Under the lock. @param claim by which this run takes the new messages on @returns how many rows were missing */
export function heal(world: World, book: Book, sealed: readonly Sealed[], claim: Claim): number {
  const { language } = world.sheet;
  const { instant } = world.now();
  const user = world.user();
  const lacking = (texts: readonly string[], of: (snapshot: Snapshot) => string): readonly Sealed[] => {
    const there = new Set(texts);
    return sealed.filter(({ snapshot }) => !there.has(of(snapshot)));
  };
  const invoices = lacking(textsOf(book.invoices, 'number'), ({ number }) => number);
  const lines = lacking(textsOf(book.lines, 'invoice'), ({ number }) => number);
  const messages = lacking(textsOf(book.journal, 'key'), ({ number }) => invoiceKey(number));
  appendBelow(
    world,
    book.invoices,
    invoices.map((one) => invoiceRow(one, language)),
  );
  appendBelow(
    world,
    book.lines,
    lines.flatMap(({ snapshot }) => lineRows(snapshot)),
  );
  appendBelow(
    world,
    book.journal,
    messages.map(({ snapshot }) =>
      snapshot.delivery === 'email' && snapshot.client.email !== ''
        ? messageRow(invoiceMessage(snapshot), {
            instant,
            claim: claimText(claim, snapshot.number),
            user,
            language,
          })
        : settledRow(invoiceMessage(snapshot), {
            instant,
            claim: claimText(claim, snapshot.number),
            user,
            language,
          }),
    ),
  );
  return invoices.length + lines.length + messages.length + markDrafts(world, book, sealed);
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

/** Drafts say under which number they left. A row that stands twice, or is gone, is left alone: the chain knows. */
function markDrafts(world: World, book: Book, sealed: readonly Sealed[]): number {
  const places = rowsByText(book.drafts, 'id');
  const numbers = textsOf(book.drafts, 'number');
  const check = ISSUED[world.sheet.language];
  const rows = sealed.flatMap(({ snapshot: { draft, number } }) => {
    const [row = 0, ...others] = places.get(draft) ?? [];
    const isDue = row > 0 && others.length === 0 && numbers[row - 2] !== number;
    return isDue ? [{ row, values: { check, number } }] : [];
  });
  writeRows(world, book.drafts, rows);
  return rows.length;
}
