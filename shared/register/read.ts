/**
 * Reads a register: cells in, entries and problems out. Sources pour the tables in the order of SOURCE_TABLE_KEYS; the reader keeps
 * numbers, not cells, so that a full sheet passes through it block by block.
 */
import type { Cell, Problem, ProblemCode } from '../base/problem.ts';
import { unreachable } from '../base/result.ts';
import type { CellBlock, TableFlaw } from './cell-block.ts';
import type { Register } from './entries.ts';
import { calendarProblems } from './reading/check-calendars.ts';
import { newClaimedTexts } from './reading/claimed-texts.ts';
import { resolveCorrections } from './reading/corrections.ts';
import { checkCreditMoved } from './reading/credit-moved.ts';
import type { Evidence } from './reading/evidence.ts';
import { evidenceOf } from './reading/gather-evidence.ts';
import { reserveInvoices } from './reading/invoice-rows.ts';
import { readLineRow, reserveLines } from './reading/line-rows.ts';
import { readBankRow } from './reading/read-bank.ts';
import { readBankProfileRow } from './reading/read-bank-profiles.ts';
import { readClientRow } from './reading/read-clients.ts';
import { checkPlans, readInstalmentRow } from './reading/read-instalments.ts';
import { placeInvoiceColumns, readInvoiceRow } from './reading/read-invoices.ts';
import {
  leaveOutPayments,
  placePaymentColumns,
  readPaymentRow,
  reservePayments,
} from './reading/read-payments.ts';
import { readReviewRow } from './reading/read-reviews.ts';
import { readSealRow, type SealTaker } from './reading/read-seals.ts';
import { newSettingRows, readSettingRow, type SettingRows, settingsOf } from './reading/read-settings.ts';
import { readCalendarRow, readJournalRow, readRateRow } from './reading/read-small-tables.ts';
import {
  clientNamed,
  countsOfNone,
  type Draft,
  newDraft,
  readSoFar,
  registerOf,
} from './reading/reading-draft.ts';
import { columnLetter, type Places, placeColumns, type Reading, type RowCells } from './row-cells.ts';
import { SOURCE_TABLE_KEYS, type SourceTableKey } from './source-tables.ts';
import { newStagedText } from './staged-text.ts';
import { TABLE_KEYS, type TableKey } from './tables.ts';

export type ReadRegister = {
  readonly register: Register;
  readonly problems: readonly Problem[];
  readonly evidence: Evidence;
};

/** A register being read. */
export type RegisterReader = {
  /**
   * Opens a table with the cells of its header row. Throws where tables come out of order: a bug of the source.
   * @param expectedRows about how many will follow, where the source can tell; nothing depends on it but time
   */
  header(table: SourceTableKey, headers: readonly Cell[], expectedRows?: number): void;
  /** Rows of the table opened last; the block is not kept. */
  rows(block: CellBlock): void;
  /** What the source itself saw wrong with the table opened last. */
  flaw(flaw: TableFlaw): void;
  /** Ends the reading. */
  finish(): ReadRegister;
};

/** A table being read: how to read a row, and what can only be checked once all rows are known. */
type OpenTable = {
  readonly table: SourceTableKey;
  readonly reading: Reading;
  cells: RowCells | null; // from the first block on
  readonly places: Places;
  readonly width: number; // cells of the header
  readonly readRow: (cells: RowCells) => void;
  readonly close: () => void;
};

const TEXT_ONLY: Reading = { locale: '', dateOrder: null };

/** @param takeSeal is handed the seals one by one, once everything else but the reviews is read */
export function startReading(takeSeal: SealTaker = () => undefined): RegisterReader {
  const problems: Problem[] = [];
  const counts = countsOfNone();
  const settingRows = newSettingRows();
  let draft: Draft | null = null;
  let open: OpenTable | null = null;
  const draftNow = (): Draft => {
    if (draft === null) draft = newDraft(settingsOf(settingRows));
    return draft;
  };
  const opened = (): OpenTable => open ?? noTable();
  return {
    header(table, headers, expectedRows = 0) {
      if (open !== null && SOURCE_TABLE_KEYS.indexOf(table) <= SOURCE_TABLE_KEYS.indexOf(open.table)) {
        throw new Error(`${table} comes after ${open.table}`);
      }
      if (open !== null) open.close();
      open =
        table === 'settings'
          ? openSettings(headers, problems, settingRows)
          : openTable(table, headers, problems, draftNow(), takeSeal);
      if (table !== 'settings') reserveRows(table, draftNow(), expectedRows);
    },
    rows(block) {
      const { table } = opened();
      const count = readRows(opened(), block, problems);
      if (isCounted(table)) counts[table] += count;
    },
    flaw(flaw) {
      problems.push(flawProblem(opened().table, flaw));
    },
    finish() {
      if (open !== null) open.close();
      draftNow().payments.ids = newClaimedTexts(); // the seals, which ask for them, have passed
      const register = registerOf(draftNow(), counts);
      problems.push(...calendarProblems(register.calendars, register.clients, register.settings));
      return { register, problems, evidence: evidenceOf(draftNow(), settingRows.rows) };
    },
  };
}

function isCounted(table: SourceTableKey): table is TableKey {
  return TABLE_KEYS.some((key) => key === table);
}

function noTable(): never {
  throw new Error('a source opens a table before it hands over rows');
}

function reserveRows(table: SourceTableKey, { invoices, lines, payments }: Draft, rows: number): void {
  if (table === 'invoices') reserveInvoices(invoices, rows);
  if (table === 'lines') reserveLines(lines, rows);
  if (table === 'payments') reservePayments(payments, rows);
}

function openSettings(headers: readonly Cell[], problems: Problem[], into: SettingRows): OpenTable {
  const places = placeColumns('settings', headers, problems);
  const readRow = (cells: RowCells): void => readSettingRow(cells, places, into);
  return openedTable('settings', headers, places, TEXT_ONLY, readRow);
}

function openedTable(
  table: SourceTableKey,
  headers: readonly Cell[],
  places: Places,
  reading: Reading,
  readRow: (cells: RowCells) => void,
  close: () => void = () => undefined,
): OpenTable {
  return { table, reading, cells: null, places, width: headers.length, readRow, close };
}

function openTable(
  table: Exclude<SourceTableKey, 'settings'>,
  headers: readonly Cell[],
  problems: Problem[],
  draft: Draft,
  takeSeal: SealTaker,
): OpenTable {
  const places = placeColumns(table, headers, problems);
  const opened: Opened = (readRow, close) =>
    openedTable(table, headers, places, draft.reading, readRow, close);
  switch (table) {
    case 'clients':
      return opened((cells) => readClientRow(cells, places, draft.settings, draft.clients));
    case 'invoices':
      return openInvoices(places, draft, problems, opened);
    case 'payments':
      return openPayments(places, draft, problems, opened);
    case 'instalments':
      return openInstalments(places, draft, problems, opened);
    case 'lines':
      return opened((cells) => readLineRow(cells, places, draft, draft.lines));
    case 'journal':
      return opened((cells) => readJournalRow(cells, places, draft, draft.journal));
    case 'calendars':
      return opened((cells) => readCalendarRow(cells, places, draft.calendars));
    case 'rates':
      return opened((cells) => readRateRow(cells, places, draft.rates));
    case 'templates':
      return opened(() => undefined); // words are read whole by who writes with them
    case 'bank':
    case 'bankProfiles':
      return openBank(table, places, draft, opened);
    case 'seals':
      return openSeals(places, draft, opened, takeSeal);
    case 'reviews':
      return opened((cells) => readReviewRow(cells, places, draft.reviews));
    default:
      return unreachable(table);
  }
}

type Opened = (readRow: (cells: RowCells) => void, close?: () => void) => OpenTable;

function openInvoices(places: Places, draft: Draft, problems: Problem[], opened: Opened): OpenTable {
  const at = placeInvoiceColumns(places);
  const close = (): void => resolveCorrections(draft.invoices, at.corrects.header, problems);
  return opened((cells) => readInvoiceRow(cells, at, draft, draft.invoices), close);
}

function openPayments(places: Places, draft: Draft, problems: Problem[], opened: Opened): OpenTable {
  const at = placePaymentColumns(places);
  const close = (): void => closePayments(draft, at.amount.header, problems);
  return opened((cells) => readPaymentRow(cells, at, draft, draft.payments), close);
}

function openInstalments(places: Places, draft: Draft, problems: Problem[], opened: Opened): OpenTable {
  const close = (): void => closeInstalments(draft, places.of('amount').header, problems);
  return opened((cells) => readInstalmentRow(cells, places, draft, draft.instalments), close);
}

function openBank(table: 'bank' | 'bankProfiles', places: Places, draft: Draft, opened: Opened): OpenTable {
  if (table === 'bankProfiles')
    return opened((cells) => readBankProfileRow(cells, places, draft.bankProfiles));
  const clientAt = (code: string): number => clientNamed(draft, code);
  return opened((cells) => readBankRow(cells, places, draft.settings, clientAt, draft.bank));
}

function openSeals(places: Places, draft: Draft, opened: Opened, takeSeal: SealTaker): OpenTable {
  const read = readSoFar(draft);
  return opened((cells) => takeSeal(readSealRow(cells, places), read));
}

function closePayments({ payments, invoices, currencies }: Draft, header: string, problems: Problem[]): void {
  const gone = checkCreditMoved(payments, invoices, currencies, header, problems);
  if (gone.size > 0) leaveOutPayments(payments, gone);
}

function closeInstalments(draft: Draft, header: string, problems: Problem[]): void {
  draft.plans.push(...checkPlans(draft.instalments, draft, draft.payments, header, problems));
}

/** @returns how many rows hold something. Rows of a table without a required column are counted, and left out. */
function readRows(open: OpenTable, block: CellBlock, problems: Problem[]): number {
  const { table, places, width, readRow } = open;
  const cells = open.cells || newRowCells(open, block, problems);
  open.cells = cells;
  cells.block = block;
  let count = 0;
  for (let index = 0; index < block.rowCount; index++) {
    if (block.isBlank(index)) continue;
    count++;
    if (!places.complete) continue;
    const flaw = block.rowFlaw(index);
    if (flaw !== null) {
      problems.push(rowProblem(flaw, table, block.firstRow + index, columnLetter(width)));
      continue;
    }
    cells.index = index;
    cells.leftOut = false;
    readRow(cells);
  }
  return count;
}

function newRowCells({ table, reading }: OpenTable, block: CellBlock, problems: Problem[]): RowCells {
  return { table, problems, reading, block, index: 0, leftOut: false, staged: newStagedText() };
}

function rowProblem(code: ProblemCode, table: SourceTableKey, row: number, detail: string): Problem {
  return { code, table, row, column: '', header: '', found: null, detail };
}

function flawProblem(table: SourceTableKey, flaw: TableFlaw): Problem {
  const problem = { code: flaw.code, table, row: flaw.row, column: '', header: '' };
  return { ...problem, found: flaw.code === 'table/duplicate' ? flaw.found : null };
}
