/** The sample register in a workspace: set up by the add-on itself, then filled, as after years of work with it. */
import { generateRegister } from '../../../batch/sample/generate.ts';
import { benchSample, demoSample, type SampleOptions } from '../../../batch/sample/options.ts';
import { SAMPLE_COLUMNS, type TableRow } from '../../../batch/sample/rows.ts';
import { type CivilDate, parseCivilDate, serialOfDay } from '../../../shared/base/civil-date.ts';
import { ADDON_TABLES } from '../../../shared/register/addon-tables.ts';
import { type Choice, TABLE_KEYS, TABLES, type TableKey } from '../../../shared/register/tables.ts';
import { settingPlans } from '../../../shared/register/tabs/setting-plan.ts';
import {
  type CellValue,
  cellAt,
  insertRows,
  newSpreadsheet,
  type Spreadsheet,
  type Tab,
  writeCells,
} from '../spreadsheet.ts';
import { emptySpreadsheet, type Options, openWorkspace, type Workspace } from '../workspace.ts';
import { addSampleDrafts } from './sample-drafts.ts';

/** The day the demonstration plays on, at nine in the morning: everybody sees the same figures. */
export const DEMO_DAY: CivilDate = '2026-11-20';
export const DEMO_NOW = Date.parse(`${DEMO_DAY}T08:00:00Z`);

/** Of the form Google's have: the weekly job takes it for a sheet's. */
const SAMPLE_ID = '1SampleSampleSampleSampleSampleSample000000a';

/** The demonstration's firm: sixty clients, two and a half years. */
export function demoWorkspace(options: Options = {}): Workspace {
  const workspace = filledWorkspace('Registre d’exemple', demoSample(DEMO_DAY), options);
  addSampleDrafts(workspace);
  workspace.runInProcess('menu_refresh'); // as somebody who filled it would have done
  return workspace;
}

/** A register of many invoices, without lines and journal. */
export function benchWorkspace(invoices: number, options: Options = {}): Workspace {
  return filledWorkspace(`${invoices} factures`, benchSample(invoices, DEMO_DAY), options);
}

function filledWorkspace(title: string, sample: SampleOptions, options: Options): Workspace {
  const { tabs } = emptySpreadsheet();
  const spreadsheet = { ...newSpreadsheet(SAMPLE_ID, title), tabs };
  const workspace = openWorkspace({ clock: DEMO_NOW, spreadsheet, ...options });
  workspace.runInProcess('ui_setUp', {});
  const first = spreadsheet.tabs.find((tab) => tab.title === 'Feuille 1');
  if (first) spreadsheet.tabs.splice(spreadsheet.tabs.indexOf(first), 1);
  fill(workspace, sample);
  const front = spreadsheet.tabs[0];
  if (front) workspace.state.selection.gid = front.gid;
  return workspace;
}

/** Tabs whose example rows go: those the sample says nothing of. */
const OWN_TABS: readonly string[] = [ADDON_TABLES.drafts.title.fr, ADDON_TABLES.recurring.title.fr];

function fill({ book }: Workspace, sample: SampleOptions): void {
  for (const { title, rows } of book.tabs) if (OWN_TABS.includes(title)) rows.splice(1);
  const rows = new Map<TableKey, TableRow[]>(TABLE_KEYS.map((table) => [table, []]));
  for (const each of generateRegister(sample)) rows.get(each.table)?.push(each);
  for (const table of TABLE_KEYS) {
    const tab = book.tabs.find(({ title }) => title === TABLES[table].title.fr);
    if (!tab) throw new Error(`setting up made no ${table}`);
    const places = SAMPLE_COLUMNS[table].map((key) => placeOf(tab, headerOf(table, key)));
    const cells = (rows.get(table) ?? []).map(cellsOf);
    const block = cells.map((line) => scattered(line, places));
    if (table === 'settings') fillSettings(tab, cells);
    else {
      tab.rows.splice(1);
      grow(book, tab, block.length + 200);
      writeCells(book, tab, 2, 1, block);
    }
  }
}

/** Rows at the end look like the last one, as in Google. */
function grow(book: Spreadsheet, tab: Tab, rows: number): void {
  const last = tab.rowCount;
  if (rows <= last) return;
  insertRows(book, tab, last + 1, rows - last, true);
  const { look } = tab;
  look.conditional = look.conditional.map((rule) => ({
    ...rule,
    ranges: rule.ranges.map((rect) => (rect.lastRow === last ? { ...rect, lastRow: rows } : rect)),
  }));
}

/** The values go beside the settings that stand in the tab already. */
function fillSettings(tab: Tab, cells: readonly CellValue[][]): void {
  for (const [name = null, value = null] of cells) {
    const row = tab.rows.find((one) => one[0] === name);
    if (row) row[1] = value;
    else tab.rows.push([name, value]);
  }
}

/** The column of a header, from 0. */
function placeOf(tab: Tab, header: string): number {
  for (let column = 1; column <= tab.columnCount; column += 1)
    if (cellAt(tab, 1, column) === header) return column - 1;
  throw new Error(`no column ${header} in ${tab.title}`);
}

function scattered(cells: readonly CellValue[], places: readonly number[]): CellValue[] {
  const row: CellValue[] = Array.from({ length: Math.max(...places) + 1 }, () => null);
  places.forEach((place, at) => {
    row[place] = cells[at] ?? null;
  });
  return row;
}

function columnOf(table: TableKey, key: string) {
  return TABLES[table].columns.find((column) => column.key === key);
}

function headerOf(table: TableKey, key: string): string {
  return columnOf(table, key)?.header.fr ?? key;
}

function cellsOf(each: TableRow): CellValue[] {
  const { table } = each;
  if (table === 'settings') return settingCells(each.row.key, each.row.value);
  const texts = new Map<string, string>(Object.entries(each.row));
  return SAMPLE_COLUMNS[table].map((key) => {
    const { choices, kind = 'text' } = columnOf(table, key) ?? {};
    return cellOf(wordOf(texts.get(key) ?? '', choices), kind);
  });
}

/** A setting as the tab says it. */
function settingCells(key: string, value: string): CellValue[] {
  const plan = settingPlans().find((one) => one.key === key);
  return [plan?.words.fr ?? key, wordOf(value, plan?.choices)];
}

function wordOf(text: string, choices: readonly Choice[] = []): string {
  return choices.find(({ key }) => key === text)?.words.fr ?? text;
}

/** As a sheet holds them: amounts as numbers, days as serial numbers, what is neither as text. */
function cellOf(text: string, kind: string): CellValue {
  if (text === '') return null;
  if (['amount', 'number', 'integer'].includes(kind)) return Number.isNaN(Number(text)) ? text : Number(text);
  if (kind !== 'date') return text;
  const day = parseCivilDate(text);
  return day.ok ? serialOfDay(day.value) : text;
}
