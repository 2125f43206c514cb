/** What only an audit looks at in a row of the payments. */
import { type DayNumber, NO_DAY } from '../../base/civil-date.ts';
import type { UnreadPayment } from '../entries.ts';
import { cellAt, isEmpty, type Place, type RowCells, sheetRow, stageQuietly } from '../row-cells.ts';
import { type TextIndex, valueOfText } from '../text-index.ts';
import type { StrayPayment } from './evidence.ts';
import type { InvoiceRows } from './invoice-rows.ts';
import type { ClientRows } from './read-clients.ts';

type Places = { readonly client: Place; readonly reference: Place; readonly notes: Place };
type Columns = { readonly isReasoned: Uint8Array; readonly referenced: Int32Array };

/** Keeps whether the row says what it is about, and which document its reference names. */
export function keepEvidence(
  cells: RowCells,
  at: Places,
  columns: Columns,
  index: number,
  { byNumber }: InvoiceRows,
): void {
  columns.isReasoned[index] = isReasoned(cells, at);
  columns.referenced[index] = namedQuietly(cells, at.reference, byNumber);
}

/** 1 where the row says what it is about. */
function isReasoned(cells: RowCells, { notes, reference }: Places): number {
  return isEmpty(cellAt(cells, reference)) && isEmpty(cellAt(cells, notes)) ? 0 : 1;
}

/** What the index holds of a cell's text, -1 where it holds nothing of it. Unlike `documentAt` it finds nothing wrong with any cell. */
function namedQuietly(cells: RowCells, place: Place, index: TextIndex): number {
  return stageQuietly(cells, place) ? Math.max(-1, valueOfText(index, cells.staged, -1)) : -1;
}

/** What a row that is left out still says: for the audit, and for who would be reminded of what may be paid. */
export function noteLeftOut(
  cells: RowCells,
  at: Places,
  told: {
    readonly amount: number;
    readonly client: number;
    readonly day: DayNumber;
    readonly document: number;
  },
  context: { readonly clients: ClientRows; readonly invoices: InvoiceRows },
  into: { readonly strays: StrayPayment[]; readonly unread: UnreadPayment[] },
): void {
  noteStray(cells, at, told, context, into.strays);
  noteUnread(sheetRow(cells), told, context.invoices, into.unread);
}

/** Keeps for the audit a row whose only fault is that its client is not its invoice's. */
function noteStray(
  cells: RowCells,
  at: Places,
  { amount, day, document }: { readonly amount: number; readonly day: DayNumber; readonly document: number },
  { clients, invoices }: { readonly clients: ClientRows; readonly invoices: InvoiceRows },
  strays: StrayPayment[],
): void {
  if (document < 0 || Number.isNaN(amount) || day === NO_DAY) return;
  const client = namedQuietly(cells, at.client, clients.byCode);
  if (client < 0 || client === invoices.columns.client[document]) return;
  strays.push({ row: sheetRow(cells), client, invoice: document, day, amount });
}

/** Keeps whose payment a row that is left out may be: of the client it names, and of the one whose invoice it names. */
function noteUnread(
  row: number,
  { client, day, document }: { readonly client: number; readonly day: DayNumber; readonly document: number },
  { columns }: InvoiceRows,
  unread: UnreadPayment[],
): void {
  const payer = document < 0 ? client : columns.client[document];
  for (const one of new Set([client, payer])) if (one >= 0) unread.push({ row, client: one, day });
}
