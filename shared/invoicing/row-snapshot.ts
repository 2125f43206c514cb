/**
 * The snapshot of a document that was never sealed, from its rows: what an older register, or another tool, issued. It says what the rows
 * say today, of client and seller too; whoever shows it says that it is not sealed.
 */
import type { Cell } from '../base/problem.ts';
import { readText } from '../register/cells.ts';
import type { Register } from '../register/entries.ts';
import { TABLES } from '../register/tables.ts';
import { type CheckedDraft, type Corrected, checkDraft, type IssueContext } from './draft.ts';
import { draftSnapshot } from './draft-snapshot.ts';
import { type CheckNotice, errorOn } from './notice.ts';
import { type Draft, type DraftReading, readDraft, type WrittenRow, writtenRows } from './read-drafts.ts';
import type { Snapshot } from './snapshot.ts';

type Grid = readonly (readonly Cell[])[];
export type DocumentGrids = { readonly invoices: Grid; readonly lines: Grid };

export type RowDocument = {
  readonly number: string;
  readonly index: number; // in the register's invoices
  readonly snapshot: Snapshot | null; // null: its rows make no document; the notices say why
  readonly notices: readonly CheckNotice[];
};

/** One document for each row of the register that stands and is wanted, in the order of the rows. */
export function rowDocuments(
  grids: DocumentGrids,
  register: Register,
  reading: DraftReading,
  isWanted: (index: number) => boolean = () => true,
): readonly RowDocument[] {
  const lines = linesByInvoice(grids.lines);
  const { count, numberAt, row } = register.invoices;
  const indexes = new Map(Array.from({ length: count }, (_, index) => [row[index], index] as const));
  return writtenRows(grids.invoices, TABLES.invoices.columns).flatMap((written): readonly RowDocument[] => {
    const index = indexes.get(written.row);
    if (index === undefined || !isWanted(index)) return [];
    const own = lines.get(numberAt(index)) ?? [];
    return [rowDocument(written, own, index, register, reading)];
  });
}

function linesByInvoice(grid: Grid): ReadonlyMap<string, readonly WrittenRow[]> {
  const lines = new Map<string, WrittenRow[]>();
  for (const line of writtenRows(grid, TABLES.lines.columns)) {
    const number = readText(line.cell('invoice'));
    const known = lines.get(number);
    if (known) known.push(line);
    else lines.set(number, [line]);
  }
  return lines;
}

function rowDocument(
  row: WrittenRow,
  lines: readonly WrittenRow[],
  index: number,
  register: Register,
  reading: DraftReading,
): RowDocument {
  const { invoices, settings } = register;
  const number = invoices.numberAt(index);
  const client = register.clients[invoices.client[index]];
  const context: IssueContext = {
    settings,
    client,
    corrected: correctedBy(index, register),
    today: invoices.issueDay[index],
    own: new Map(),
  };
  const draft = positive(readDraft(row, lines, reading), invoices.creditNote[index] === 1);
  const checked = checkDraft(
    {
      ...draft,
      id: '',
      type: invoices.creditNote[index] === 1 ? 'creditNote' : 'invoice',
      issueDay: invoices.issueDay[index],
      dueDay: invoices.dueDay[index],
      currency: register.currencies[invoices.currency[index]],
    },
    context,
  );
  const faults = [...draft.notices, ...sumNotices(checked, invoices.total[index], lines.length)];
  const isWhole = faults.every(({ severity }) => severity !== 'error');
  return {
    number,
    index,
    snapshot: isWhole ? draftSnapshot(checked, context, number) : null,
    notices: faults,
  };
}

/** A credit note may be written with either sign: a document's is positive. */
function positive(draft: Draft, isCreditNote: boolean): Draft {
  const isTurned =
    isCreditNote && draft.lines.every(({ quantity }) => quantity.startsWith('-')) && draft.lines.length > 0;
  if (!isTurned) return draft;
  return { ...draft, lines: draft.lines.map((line) => ({ ...line, quantity: line.quantity.slice(1) })) };
}

/** A document without lines, or whose lines make another total than its row says, is not made up. */
function sumNotices({ totals }: CheckedDraft, total: number, lines: number): readonly CheckNotice[] {
  if (lines === 0) {
    return [
      errorOn(
        'lines',
        'Aucune ligne de cette facture n’est dans l’onglet Lignes.',
        'The Lines tab has no line of this invoice.',
      ),
    ];
  }
  if (totals !== null && totals.totalMinor === total) return [];
  return [
    errorOn(
      'total',
      'Les lignes ne font pas le total de la facture.',
      'The lines do not add up to the invoice’s total.',
    ),
  ];
}

function correctedBy(index: number, { clients, currencies, invoices }: Register): Corrected | null {
  const corrected = invoices.corrects[index];
  if (corrected < 0) return null;
  return {
    number: invoices.numberAt(corrected),
    issueDay: invoices.issueDay[corrected],
    client: clients[invoices.client[corrected]].code,
    currency: currencies[invoices.currency[corrected]],
    creditable: Number.MAX_SAFE_INTEGER,
  };
}
