/**
 * Reads a register: cells in, entries and problems out. Sources pour the tables in the order of TABLE_KEYS; the reader keeps
 * numbers, not cells, so that a full sheet passes through it block by block.
 */
import type { Cell, Problem, ProblemCode } from '../base/problem.ts';
import { unreachable } from '../base/result.ts';
import type { CellBlock, TableFlaw } from './cell-block.ts';
import { newClaimedTexts } from './claimed-texts.ts';
import { resolveCorrections } from './corrections.ts';
import { checkCreditMoved } from './credit-moved.ts';
import { type CurrencyIndex, newCurrencyIndex } from './currency-index.ts';
import type { JournalEntry, Plan, Register, Settings } from './entries.ts';
import { type InvoiceRows, invoicesOf, newInvoiceRows, reserveInvoices } from './invoice-rows.ts';
import { type ClientRows, newClientRows, readClientRow } from './read-clients.ts';
import { checkPlans, type InstalmentRows, newInstalmentRows, readInstalmentRow } from './read-instalments.ts';
import { placeInvoiceColumns, readInvoiceRow } from './read-invoices.ts';
import {
  leaveOutPayments,
  newPaymentRows,
  type PaymentRows,
  paymentsOf,
  placePaymentColumns,
  readPaymentRow,
  reservePayments,
} from './read-payments.ts';
import { newSettingRows, readingOf, readSettingRow, type SettingRows, settingsOf } from './read-settings.ts';
import {
  type CalendarRows,
  checkLineRow,
  newCalendarRows,
  newRateRows,
  type RateRows,
  readCalendarRow,
  readJournalRow,
  readRateRow,
} from './read-small-tables.ts';
import { columnLetter, type Places, placeColumns, type Reading, type RowCells } from './row-cells.ts';
import { newStagedText } from './staged-text.ts';
import { TABLE_KEYS, type TableKey } from './tables.ts';

export type ReadRegister = { readonly register: Register; readonly problems: readonly Problem[] };

/** A register being read. */
export type RegisterReader = {
  /**
   * Opens a table with the cells of its header row. Throws where tables come out of order: a bug of the source.
   * @param expectedRows about how many will follow, where the source can tell; nothing depends on it but time
   */
  header(table: TableKey, headers: readonly Cell[], expectedRows?: number): void;
  /** Rows of the table opened last; the block is not kept. */
  rows(block: CellBlock): void;
  /** What the source itself saw wrong with the table opened last. */
  flaw(flaw: TableFlaw): void;
  /** Ends the reading. */
  finish(): ReadRegister;
};

/** What the rows after the settings are read into. */
type Draft = {
  readonly settings: Settings;
  readonly reading: Reading;
  readonly currencies: CurrencyIndex;
  readonly clients: ClientRows;
  readonly invoices: InvoiceRows;
  readonly payments: PaymentRows;
  readonly instalments: InstalmentRows;
  readonly journal: JournalEntry[];
  readonly calendars: CalendarRows;
  readonly rates: RateRows;
  readonly plans: Plan[];
};

/** A table being read: how to read a row, and what can only be checked once all rows are known. */
type OpenTable = {
  readonly table: TableKey;
  readonly reading: Reading;
  cells: RowCells | null; // from the first block on
  readonly places: Places;
  readonly width: number; // cells of the header
  readonly readRow: (cells: RowCells) => void;
  readonly close: () => void;
};

const TEXT_ONLY: Reading = { locale: '', dateOrder: null };

export function startReading(): RegisterReader {
  const problems: Problem[] = [];
  const counts = countsOfNone();
  const settingRows = newSettingRows();
  let draft: Draft | null = null;
  let open: OpenTable | null = null;
  const draftNow = (): Draft => {
    if (draft === null) draft = newDraft(settingsOf(settingRows));
    return draft;
  };
  const opened = (): OpenTable => {
    if (open === null) throw new Error('a source opens a table before it hands over rows');
    return open;
  };
  return {
    header(table, headers, expectedRows = 0) {
      if (open !== null && TABLE_KEYS.indexOf(table) <= TABLE_KEYS.indexOf(open.table)) {
        throw new Error(`${table} comes after ${open.table}`);
      }
      if (open !== null) open.close();
      open =
        table === 'settings'
          ? openSettings(headers, problems, settingRows)
          : openTable(table, headers, problems, draftNow());
      if (table === 'invoices') reserveInvoices(draftNow().invoices, expectedRows);
      if (table === 'payments') reservePayments(draftNow().payments, expectedRows);
    },
    rows(block) {
      const { table } = opened();
      counts[table] += readRows(opened(), block, problems);
    },
    flaw(flaw) {
      problems.push(flawProblem(opened().table, flaw));
    },
    finish() {
      if (open !== null) open.close();
      return { register: registerOf(draftNow(), counts), problems };
    },
  };
}

function countsOfNone(): Record<TableKey, number> {
  return {
    settings: 0,
    clients: 0,
    invoices: 0,
    lines: 0,
    payments: 0,
    instalments: 0,
    journal: 0,
    calendars: 0,
    rates: 0,
  };
}

function newDraft(settings: Settings): Draft {
  return {
    settings,
    reading: readingOf(settings),
    currencies: newCurrencyIndex(settings.currency),
    clients: newClientRows(),
    invoices: newInvoiceRows(),
    payments: newPaymentRows(),
    instalments: newInstalmentRows(),
    journal: [],
    calendars: newCalendarRows(),
    rates: newRateRows(),
    plans: [],
  };
}

function openSettings(headers: readonly Cell[], problems: Problem[], into: SettingRows): OpenTable {
  const places = placeColumns('settings', headers, problems);
  const readRow = (cells: RowCells): void => readSettingRow(cells, places, into);
  return openedTable('settings', headers, places, TEXT_ONLY, readRow);
}

function openedTable(
  table: TableKey,
  headers: readonly Cell[],
  places: Places,
  reading: Reading,
  readRow: (cells: RowCells) => void,
  close: () => void = () => undefined,
): OpenTable {
  return { table, reading, cells: null, places, width: headers.length, readRow, close };
}

function openTable(
  table: Exclude<TableKey, 'settings'>,
  headers: readonly Cell[],
  problems: Problem[],
  draft: Draft,
): OpenTable {
  const places = placeColumns(table, headers, problems);
  const opened = (readRow: (cells: RowCells) => void, close?: () => void): OpenTable =>
    openedTable(table, headers, places, draft.reading, readRow, close);
  switch (table) {
    case 'clients':
      return opened((cells) => readClientRow(cells, places, draft.settings, draft.clients));
    case 'invoices': {
      const at = placeInvoiceColumns(places);
      const close = (): void => resolveCorrections(draft.invoices, at.corrects.header, problems);
      return opened((cells) => readInvoiceRow(cells, at, draft, draft.invoices), close);
    }
    case 'payments': {
      const at = placePaymentColumns(places);
      const close = (): void => closePayments(draft, at.amount.header, problems);
      return opened((cells) => readPaymentRow(cells, at, draft, draft.payments), close);
    }
    case 'instalments': {
      const close = (): void => closeInstalments(draft, places.of('amount').header, problems);
      return opened((cells) => readInstalmentRow(cells, places, draft, draft.instalments), close);
    }
    case 'lines':
      return opened((cells) => checkLineRow(cells, places, draft));
    case 'journal':
      return opened((cells) => readJournalRow(cells, places, draft, draft.journal));
    case 'calendars':
      return opened((cells) => readCalendarRow(cells, places, draft.calendars));
    case 'rates':
      return opened((cells) => readRateRow(cells, places, draft.rates));
    default:
      return unreachable(table);
  }
}

function closePayments({ payments, invoices, currencies }: Draft, header: string, problems: Problem[]): void {
  payments.ids = newClaimedTexts();
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

function rowProblem(code: ProblemCode, table: TableKey, row: number, detail: string): Problem {
  return { code, table, row, column: '', header: '', found: null, detail };
}

function flawProblem(table: TableKey, flaw: TableFlaw): Problem {
  const problem = { code: flaw.code, table, row: flaw.row, column: '', header: '' };
  return { ...problem, found: flaw.code === 'table/duplicate' ? flaw.found : null };
}

function registerOf(draft: Draft, rowCounts: Register['rowCounts']): Register {
  return {
    rowCounts,
    settings: draft.settings,
    currencies: draft.currencies.codes,
    clients: draft.clients.clients,
    invoices: invoicesOf(draft.invoices),
    payments: paymentsOf(draft.payments),
    plans: draft.plans,
    journal: draft.journal,
    calendars: draft.calendars.steps,
    rates: draft.rates.rates,
  };
}
