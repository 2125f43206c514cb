/** The view: what audit tests look at, put in order once for all of them. Nothing in it is dated after the day asked for. */
import type { DayNumber } from '../../base/civil-date.ts';
import { type ClientBalance, clientBalancesOn, type Ledger } from '../../receivables/ledger.ts';
import { kindOf, MOVEMENT_KINDS } from '../../receivables/movements.ts';
import type { Invoices, Payments, Register } from '../../register/entries.ts';
import { type Excess, excessesOn } from './excess.ts';
import { groupBy } from './groups.ts';
import { type AuditInputs, NO_INPUTS } from './inputs.ts';
import { type Numbering, numberDocuments } from './numbers/numbering.ts';
import { type DocumentLines, linesByDocument } from './seals/document-lines.ts';

export type AuditView = {
  readonly ledger: Ledger;
  readonly register: Register;
  readonly asOf: DayNumber;
  readonly issued: Int32Array; // invoices and credit notes, in order of issue day
  readonly invoices: Int32Array; // of those the invoices
  readonly paid: Int32Array; // payments of money above 0, in order of day
  readonly returned: Int32Array; // refunds and what bounced: money not above 0, in order of day
  readonly writeOffs: Int32Array; // in order of day
  readonly corrections: ReadonlyMap<number, readonly number[]>; // an invoice's credit notes, in order of issue day
  readonly excesses: readonly Excess[]; // invoices with more applied than their total
  readonly balances: readonly (readonly ClientBalance[])[]; // by currency
  readonly numbering: Numbering;
  readonly inputs: AuditInputs;
  readonly lines: DocumentLines | null; // null: they were not read
};

/** Puts in order what the tests share. */
export function viewOn(ledger: Ledger, asOf: DayNumber, inputs: AuditInputs = NO_INPUTS): AuditView {
  const { register } = ledger;
  const issued = inOrderOfDay(register.invoices.issueDay, asOf);
  const invoices = keepRows(issued, (document) => register.invoices.creditNote[document] === 0);
  return {
    ledger,
    register,
    asOf,
    issued,
    invoices,
    ...paymentsByKind(register.payments, asOf),
    corrections: correctionsOf(register, issued, asOf),
    excesses: excessesOn(ledger, invoices, asOf),
    balances: register.currencies.map((_, currency) => clientBalancesOn(ledger, currency, asOf)),
    numbering: numberDocuments(register, issued),
    inputs,
    lines: inputs.evidence === null ? null : linesByDocument(inputs.evidence.lines, register.invoices.count),
  };
}

/** The rows of a column of days up to a day and on it, by a counting sort: linear however the rows are ordered. */
function inOrderOfDay(days: Int32Array, asOf: DayNumber): Int32Array {
  let first = asOf;
  for (let row = 0; row < days.length; row++) if (days[row] < first) first = days[row];
  const next = new Int32Array(asOf - first + 2);
  for (let row = 0; row < days.length; row++) if (days[row] <= asOf) next[days[row] - first + 1]++;
  for (let d = 1; d < next.length; d++) next[d] += next[d - 1];
  const rows = new Int32Array(next[next.length - 1]);
  for (let row = 0; row < days.length; row++) {
    if (days[row] <= asOf) rows[next[days[row] - first]++] = row;
  }
  return rows;
}

const CASH = MOVEMENT_KINDS.indexOf('cash');
const WRITE_OFF = MOVEMENT_KINDS.indexOf('writeOff');

function paymentsByKind(
  payments: Payments,
  asOf: DayNumber,
): Pick<AuditView, 'paid' | 'returned' | 'writeOffs'> {
  const rows = inOrderOfDay(payments.day, asOf);
  const paid = new Int32Array(rows.length);
  const returned: number[] = [];
  const writeOffs: number[] = [];
  let count = 0;
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at];
    const kind = kindOf(payments, row);
    if (kind === WRITE_OFF) writeOffs.push(row);
    if (kind !== CASH) continue;
    if (payments.amount[row] > 0) paid[count++] = row;
    else returned.push(row);
  }
  return {
    paid: paid.subarray(0, count),
    returned: Int32Array.from(returned),
    writeOffs: Int32Array.from(writeOffs),
  };
}

/** The rows that pass, in order; several times as quick as `filter` on half a million. */
export function keepRows(rows: Int32Array, passes: (row: number) => boolean): Int32Array {
  const kept = new Int32Array(rows.length);
  let count = 0;
  for (let at = 0; at < rows.length; at++) if (passes(rows[at])) kept[count++] = rows[at];
  return kept.subarray(0, count);
}

function correctionsOf(
  { invoices }: Register,
  issued: Int32Array,
  asOf: DayNumber,
): ReadonlyMap<number, readonly number[]> {
  const { corrects, issueDay } = invoices;
  const notes = keepRows(issued, (note) => corrects[note] >= 0 && issueDay[corrects[note]] <= asOf);
  const corrections = new Map<number, number[]>();
  for (const group of groupBy(notes, (note) => corrects[note])) {
    if (group.length > 1) sortDocuments(group, invoices);
    corrections.set(corrects[group[0]], group);
  }
  return corrections;
}

/** Puts documents in order of issue day, then of number, so that no order of rows is left. */
export function sortDocuments(documents: number[], invoices: Invoices): void {
  const numbers = new Map(documents.map((document) => [document, invoices.numberAt(document)]));
  const number = (document: number): string => numbers.get(document) ?? '';
  documents.sort((a, b) => invoices.issueDay[a] - invoices.issueDay[b] || (number(a) < number(b) ? -1 : 1));
}

/** What credit notes up to the day take back of an invoice, minor units. */
export function creditedOf({ corrections, register }: AuditView, invoice: number): number {
  const notes = corrections.get(invoice) ?? [];
  return notes.reduce((sum, note) => sum + register.invoices.total[note], 0);
}

/** The invoice that a payment names; -1 where it names none, or one not issued by the day. */
export function invoiceOf({ asOf, register: { invoices, payments } }: AuditView, payment: number): number {
  const invoice = payments.invoice[payment];
  return invoice >= 0 && invoices.issueDay[invoice] <= asOf ? invoice : -1;
}

const NO_LINES = new Int32Array(0);

/** The lines of a document: indexes into the evidence's, by position; none where they were not read. */
export function linesOf({ lines }: AuditView, document: number): Int32Array {
  if (lines === null || lines.order.length === 0) return NO_LINES;
  return lines.order.subarray(lines.starts[document], lines.starts[document + 1]);
}
