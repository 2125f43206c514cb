/** Tabs made and dressed as the register's description plans them. What a user has made or chosen is left as it is. */
import type { Language } from '../../shared/base/words.ts';
import type { BoardLooks, ChartPlan } from '../../shared/register/tabs/dashboard-layout.ts';
import type { TabPlan } from '../../shared/register/tabs/tab-plan.ts';
import type { Builder, PlacedColumn } from '../world.ts';
import { dressBoard } from './board-dress.ts';
import { dressColumns, dressHeaders } from './column-dress.ts';
import type { Drawer } from './files.ts';
import type { Pending } from './sheet.ts';
import { colourRows, warnOnEdit } from './tab-guards.ts';
import { type Tabs, tabKeyOf } from './tabs.ts';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Tab = GoogleAppsScript.Spreadsheet.Sheet;

export function tabBuilder(spreadsheet: Spreadsheet, tabs: Tabs, drawer: Drawer, pending: Pending): Builder {
  const found = ({ tab }: TabPlan): Tab => {
    const sheet = tabs.find(tab);
    if (!sheet) throw new Error(`there is no tab ${tab}`);
    pending.waits = true; // who asks for a tab changes it
    return sheet;
  };
  return {
    make: (plan, position) => {
      const empty = onlyEmptyTab(tabs);
      if (empty) empty.setName(plan.title);
      else spreadsheet.insertSheet(plan.title, Math.min(position, tabs.all().length));
      tabs.forget();
      found(plan).setTabColor(plan.colour);
    },
    widen: (plan, columns) => {
      const sheet = found(plan);
      const there = sheet.getMaxColumns();
      if (columns > there) sheet.insertColumnsAfter(there, columns - there);
    },
    dress: (plan, columns, isNew) => {
      const sheet = found(plan);
      freeze(sheet, plan, isNew);
      if (columns.length > 0) dressTable(sheet, plan, columns, isNew);
      warnOnEdit(sheet, plan, columns);
    },
    show: (tab) => {
      const sheet = tabs.find(tab);
      pending.waits = true;
      if (sheet) spreadsheet.setActiveSheet(sheet);
    },
    makeFolder: () => drawer.makeFolder(),
    draw: (plan, charts, language) => drawCharts(found(plan), charts, language),
    paint: (plan, looks) => dressBoard(roomy(found(plan), looks), looks),
  };
}

/** A new tab has 1,000 rows and 26 columns; what is dressed has to be there. */
function roomy(sheet: Tab, { areas, widths }: BoardLooks): Tab {
  const rows = Math.max(...areas.map(({ area }) => area.row + area.rows - 1));
  const [thereRows, thereColumns] = [sheet.getMaxRows(), sheet.getMaxColumns()];
  if (rows > thereRows) sheet.insertRowsAfter(thereRows, rows - thereRows);
  if (widths.length > thereColumns) sheet.insertColumnsAfter(thereColumns, widths.length - thereColumns);
  return sheet;
}

/** A new spreadsheet's one tab, where nobody has written in it and it is none of the register's. */
function onlyEmptyTab(tabs: Tabs): Tab | null {
  const [first, ...others] = tabs.all();
  if (first === undefined || others.length > 0 || tabKeyOf(first.getName())) return null;
  return first.getLastRow() === 0 ? first : null;
}

function freeze(sheet: Tab, plan: TabPlan, isNew: boolean): void {
  if (!isNew && sheet.getFrozenRows() > 0) return;
  sheet.setFrozenRows(plan.frozenRows);
  if (plan.frozenColumns > 0) sheet.setFrozenColumns(plan.frozenColumns);
}

function dressTable(sheet: Tab, plan: TabPlan, columns: readonly PlacedColumn[], isNew: boolean): void {
  dressHeaders(sheet, columns);
  dressColumns(sheet, columns, isNew);
  colourRows(sheet, plan, columns);
}

function drawCharts(sheet: Tab, charts: readonly ChartPlan[], language: Language): void {
  const there = sheet.getCharts().map((chart) => String(chart.getOptions().get('title')));
  for (const plan of charts) {
    if (there.includes(plan.title.fr) || there.includes(plan.title.en)) continue;
    const { row, column, rows, columns } = plan.source;
    const builder = sheet.newChart();
    const typed = plan.kind === 'line' ? builder.asLineChart() : builder.asColumnChart();
    const chart = typed
      .addRange(sheet.getRange(row, column, rows, columns))
      .setNumHeaders(1)
      .setPosition(plan.at.row, plan.at.column, 0, 0)
      .setOption('title', plan.title[language])
      .setOption('legend', { position: 'none' })
      .setOption('colors', [...plan.colours])
      .setOption('width', plan.width)
      .setOption('height', plan.height)
      .build();
    sheet.insertChart(chart);
  }
}
