/**
 * The whole register recalculated: the computed columns of every invoice, and the dashboard. The number of calls does not depend on how
 * many rows there are. Nobody is locked out meanwhile: what is computed is written beside the number it belongs to, looked up again.
 */
import type { DayNumber } from '../../../shared/base/civil-date.ts';
import { decimalNumber } from '../../../shared/base/money.ts';
import { countText } from '../../../shared/base/numbers-text.ts';
import type { Language, Words } from '../../../shared/base/words.ts';
import { positionsOn } from '../../../shared/dunning/groups.ts';
import { type InvoiceStatus, invoiceStatuses } from '../../../shared/dunning/invoice-status.ts';
import { todayLines } from '../../../shared/dunning/today.ts';
import { agreementsOn } from '../../../shared/insight/agreements.ts';
import { knownRates } from '../../../shared/law/known-rates.ts';
import { buildLedger, type Ledger } from '../../../shared/receivables/ledger.ts';
import type { Rate, Register } from '../../../shared/register/entries.ts';
import { readGrids } from '../../../shared/register/grid-rows.ts';
import type { TableKey } from '../../../shared/register/tables.ts';
import type { Answer } from '../../contract.ts';
import type { Grid, World } from '../../world.ts';
import { answered, refused } from '../frame.ts';
import { dashboardOf } from './dashboard.ts';
import {
  type ComputedCells,
  type InvoicePlaces,
  invoicePlaces,
  readNumbers,
  writeRows,
} from './invoice-columns.ts';
import { rowsToMend } from './to-mend.ts';
import { type DayList, dayListOf, todayOf } from './today.ts';

/** All tables but the lines, which change no sum, and the rates, which decide only whether one is missing. */
const TABLES_READ: readonly TableKey[] = [
  'settings',
  'clients',
  'invoices',
  'payments',
  'instalments',
  'journal',
  'calendars',
];

export type Refreshed = {
  readonly text: string;
  readonly invoices: number;
  readonly problems: number;
  readonly reminders: number; // to be made today
  readonly isShown: boolean; // the sheet itself says so, on the tab of what is to be done
};

const NO_INVOICES: Words = {
  fr: 'L’onglet Factures, ou sa colonne Numéro, manque : lancez « Mettre en place » dans le menu Encaisse.',
  en: 'The Invoices tab, or its Number column, is missing: run “Set up” in the Encaisse menu.',
};

/** Recalculates everything as of today. */
export function refreshWhole(world: World): Answer<Refreshed> {
  const today = world.now().day;
  const grids = new Map<TableKey, Grid>(TABLES_READ.map((table) => [table, world.sheet.read(table)]));
  const { problems, register } = readGrids(grids);
  const grid = grids.get('invoices') ?? [];
  const places = invoicePlaces(grid);
  if (places === null) return refused(NO_INVOICES[world.sheet.language]);
  const { language } = register.settings;
  const { ledger, positions, statuses } = weighAll(world, register, today);
  const cells = cellsByNumber(ledger, statuses.of);
  const toMend = rowsToMend(grid, places, problems, language, (number) => cells.has(number));
  writeColumns(world, grid, places, new Map([...cells, ...toMend]));
  const lines = todayLines(statuses.weighed, language);
  const list = dayListOf(ledger, { lines, agreements: agreementsOn(ledger, today), problems }, today);
  const hasToday = world.sheet.has('today');
  if (world.sheet.has('dashboard')) {
    const board = dashboardOf({ ledger, asOf: today, language, positions, list, hasToday });
    world.sheet.write('dashboard', 1, 1, board);
  }
  const told = done(register.invoices.count, problems.length, list.due.length, language);
  if (hasToday) writeToday(world, ledger, list, told.text);
  return answered({ ...told, isShown: hasToday });
}

/** One call. */
function writeToday(world: World, ledger: Ledger, list: DayList, found: string): void {
  const { clock: at, day } = world.now();
  const { language } = ledger.register.settings;
  const { link } = world.sheet;
  world.sheet.write('today', 1, 1, todayOf({ ledger, asOf: day, at, language, list, found, link }));
}

/** With the rates every register begins with; the tab is asked where one of them is missing. */
function weighAll(world: World, register: Register, today: DayNumber) {
  const known = weighWith(register, KNOWN, today);
  const isMissing = known.statuses.weighed.some(({ verdict }) => verdict.code === 'rate-missing');
  if (!isMissing) return known;
  const { rates } = readGrids(new Map([['rates', world.sheet.read('rates')] as const])).register;
  return weighWith(register, rates, today);
}

const KNOWN: readonly Rate[] = knownRates('fr');

function weighWith(register: Register, rates: readonly Rate[], today: DayNumber) {
  const ledger = buildLedger({ ...register, rates });
  const positions = positionsOn(ledger, today);
  const { language } = register.settings;
  return { ledger, positions, statuses: invoiceStatuses(ledger, today, language, positions) };
}

function cellsByNumber(
  ledger: Ledger,
  statusOf: (invoice: number) => InvoiceStatus,
): Map<string, ComputedCells> {
  const { currencies, invoices } = ledger.register;
  const cells = new Map<string, ComputedCells>();
  for (let i = 0; i < invoices.count; i++) {
    cells.set(invoices.numberAt(i), computedCells(statusOf(i), currencies[invoices.currency[i]]));
  }
  return cells;
}

function computedCells(status: InvoiceStatus, currency: string): ComputedCells {
  const { daysOverdue, dunningLevel, nextStep, openBalance, paid } = status;
  return {
    paid: paid === null ? null : decimalNumber(paid, currency),
    openBalance: openBalance === null ? null : decimalNumber(openBalance, currency),
    daysOverdue,
    dunningLevel,
    nextStep,
  };
}

/** Rows added below since the tab was read are left alone. */
function writeColumns(
  world: World,
  grid: Grid,
  places: InvoicePlaces,
  cells: ReadonlyMap<string, ComputedCells>,
): void {
  const { length, rowOf } = readNumbers(world, places);
  const byRow = new Map<number, ComputedCells>();
  let last = Math.min(grid.length, length);
  for (const [number, own] of Array.from(cells)) {
    const row = rowOf.get(number);
    if (row === undefined) continue;
    byRow.set(row, own);
    last = Math.max(last, row);
  }
  writeRows(world, places, byRow, 2, last);
}

function done(
  invoices: number,
  problems: number,
  reminders: number,
  language: Language,
): Omit<Refreshed, 'isShown'> {
  const fr = [
    countText(invoices, 'facture recalculée', 'factures recalculées', 'fr'),
    countText(reminders, 'relance à faire', 'relances à faire', 'fr'),
    ...(problems > 0 ? [countText(problems, 'cellule à corriger', 'cellules à corriger', 'fr')] : []),
  ];
  const en = [
    countText(invoices, 'invoice recalculated', 'invoices recalculated', 'en'),
    countText(reminders, 'reminder to make', 'reminders to make', 'en'),
    ...(problems > 0 ? [countText(problems, 'cell to mend', 'cells to mend', 'en')] : []),
  ];
  return { text: `${(language === 'fr' ? fr : en).join(', ')}.`, invoices, problems, reminders };
}
