/** What an edit by hand changes at once: what is paid and open of invoices, what a draft comes to and lacks. */
import { decimalNumber } from '../../../shared/base/money.ts';
import type { Cell } from '../../../shared/base/problem.ts';
import { quietWords, settlementOf } from '../../../shared/dunning/invoice-status.ts';
import { DISPUTED, SETTLED } from '../../../shared/dunning/status-words.ts';
import { buildLedger, disputedOn, type Ledger } from '../../../shared/receivables/ledger.ts';
import { readText } from '../../../shared/register/cells.ts';
import type { TableKey } from '../../../shared/register/tables.ts';
import type { Grid, TabKey, World } from '../../world.ts';
import { readRegisterOf } from '../frame.ts';
import { refreshDrafts } from './drafts.ts';
import {
  COMPUTED_KEYS,
  type ComputedCells,
  type InvoicePlaces,
  invoicePlaces,
  readNumbers,
  writeRows,
} from './invoice-columns.ts';
import { mendText, rowsToMend } from './to-mend.ts';

/** The rows edited, from 1. */
export type Edit = { readonly tab: TabKey; readonly firstRow: number; readonly lastRow: number };

/** Without journal, calendars and rates: a step that is not settled by this edit stands until the next refresh. */
const TABLES_READ: readonly TableKey[] = ['settings', 'clients', 'invoices', 'payments', 'instalments'];

/** What a row lacks while somebody writes it cell by cell. */
const UNFINISHED: ReadonlySet<string> = new Set(['required/missing', 'payment/no-client']);

/**
 * At most eight calls. Edits of other tabs change nothing until the next refresh.
 * @returns what is to be told of the rows edited: a payment that cannot be read settles nothing, and has no cell beside it to say so.
 * Sums beside invoices then wait until it is mended
 */
export function refreshEdited(world: World, edit: Edit): string | null {
  const { tab } = edit;
  if (tab === 'drafts' || tab === 'lines') refreshDrafts(world);
  else if (tab === 'payments' || tab === 'invoices' || tab === 'instalments')
    return refreshSettlements(world, edit);
  return null;
}

function refreshSettlements(world: World, edit: Edit): string | null {
  const { grids, problems, register } = readRegisterOf(world, TABLES_READ);
  const grid = grids.get('invoices') ?? [];
  const places = invoicePlaces(grid);
  if (places === null) return null;
  const { language } = world.sheet;
  const own = problems.filter(
    ({ row, table }) => table === edit.tab && row >= edit.firstRow && row <= edit.lastRow,
  );
  const wrong = edit.tab === 'invoices' ? undefined : own.find(({ code }) => !UNFINISHED.has(code));
  if (wrong) return mendText(wrong, language); // no call is left for both
  const table: Table = { grid, places, columns: columnsOf(places) };
  const changed = changedCells(world, table, buildLedger(register), edit);
  const read = new Set(
    Array.from({ length: register.invoices.count }, (_, i) => register.invoices.numberAt(i)),
  );
  const toMend = rowsToMend(grid, places, own, language, (number) => read.has(number));
  const cells = new Map([...changed, ...toMend]);
  if (cells.size > 0) writeChanged(world, table, cells);
  return null;
}

type Table = {
  readonly grid: Grid;
  readonly places: InvoicePlaces;
  readonly columns: ReadonlyMap<string, number>;
};

function columnsOf({ runs }: InvoicePlaces): ReadonlyMap<string, number> {
  return new Map(runs.flatMap(({ first, keys }) => keys.map((key, at) => [key, first + at] as const)));
}

function cellAt({ columns, grid }: Table, row: number, key: string): Cell {
  return grid[row - 1]?.[columns.get(key) ?? -1] ?? null;
}

/** What differs from what the tab says, by number. */
function changedCells(
  world: World,
  table: Table,
  ledger: Ledger,
  edit: Edit,
): ReadonlyMap<string, ComputedCells> {
  const today = world.now().day;
  const { currencies, invoices, settings } = ledger.register;
  const changed = new Map<string, ComputedCells>();
  for (let i = 0; i < invoices.count; i++) {
    const row = invoices.row[i];
    const { daysOverdue, openBalance, paid } = settlementOf(ledger, i, today);
    const currency = currencies[invoices.currency[i]];
    const cells = {
      paid: paid === null ? null : decimalNumber(paid, currency),
      openBalance: openBalance === null ? null : decimalNumber(openBalance, currency),
    };
    const isEdited = edit.tab === 'invoices' && row >= edit.firstRow && row <= edit.lastRow;
    const before = readText(cellAt(table, row, 'nextStep'));
    const isSame = (['paid', 'openBalance'] as const).every((key) => cellAt(table, row, key) === cells[key]);
    if (isSame && before !== '' && !isEdited) continue;
    changed.set(invoices.numberAt(i), {
      ...cells,
      daysOverdue,
      dunningLevel: cellAt(table, row, 'dunningLevel'),
      nextStep: stepAfter(ledger, i, today, before)?.[settings.language] ?? before,
    });
  }
  return changed;
}

/** What comes next where the edit alone decides it; null: as it was. */
function stepAfter(ledger: Ledger, invoice: number, today: number, before: string) {
  const { openBalance } = settlementOf(ledger, invoice, today);
  if (openBalance === null || openBalance === 0) return quietWords(ledger, invoice, today);
  if (disputedOn(ledger, invoice, today) >= openBalance) return DISPUTED;
  const isOver = [SETTLED, DISPUTED].some(({ en, fr }) => before === fr || before === en);
  return isOver || before === '' ? quietWords(ledger, invoice, today) : null;
}

/** One block from the first row that changed to the last: what lies between is written as it was. */
function writeChanged(world: World, table: Table, changed: ReadonlyMap<string, ComputedCells>): void {
  const { grid, places } = table;
  const { rowOf } = readNumbers(world, places);
  const rows = Array.from(changed.keys(), (number) => rowOf.get(number) ?? 0).filter((row) => row > 1);
  if (rows.length === 0) return;
  const first = rows.reduce((a, b) => Math.min(a, b));
  const last = rows.reduce((a, b) => Math.max(a, b));
  const before = rowsByNumber(grid, places);
  const cells = new Map<number, ComputedCells>();
  for (const [number, row] of Array.from(rowOf)) {
    if (row < first || row > last) continue;
    const known = before.get(number);
    const own = changed.get(number) ?? (known === undefined ? undefined : cellsOf(table, known));
    if (own) cells.set(row, own);
  }
  writeRows(world, places, cells, first, last);
}

function rowsByNumber(grid: Grid, { number }: InvoicePlaces): ReadonlyMap<string, number> {
  const rows = new Map<string, number>();
  grid.forEach((row, index) => {
    const text = readText(row[number] ?? null);
    if (index > 0 && text !== '' && !rows.has(text)) rows.set(text, index + 1);
  });
  return rows;
}

function cellsOf(table: Table, row: number): ComputedCells {
  const [paid, openBalance, daysOverdue, dunningLevel, nextStep] = COMPUTED_KEYS.map((key) =>
    cellAt(table, row, key),
  );
  return { paid, openBalance, daysOverdue, dunningLevel, nextStep };
}
