/** `Sheet`: one tab. */
import { parseRange } from '../a1-range.ts';
import { writeValues } from '../cells.ts';
import { type Emulates, enumName, notEmulated } from '../emulated.ts';
import { ServiceError } from '../execution.ts';
import {
  deleteRows,
  insertColumns,
  insertRows,
  lastRow,
  type Rect,
  renameTab,
  type Tab,
} from '../spreadsheet.ts';
import { type ChartBuilder, ChartService, newChart } from './chart.ts';
import { ConditionalRuleService } from './conditional.ts';
import { ProtectionService, protectRange } from './protection.ts';
import { RangeListService, RangeService } from './range.ts';
import { change, read, SheetLooks, write } from './sheet-looks.ts';

type Google = GoogleAppsScript.Spreadsheet.Sheet;

export class SheetService
  extends SheetLooks
  implements
    Emulates<
      Google,
      | 'getName'
      | 'getSheetId'
      | 'getIndex'
      | 'setName'
      | 'getRange'
      | 'getDataRange'
      | 'getLastRow'
      | 'getLastColumn'
      | 'getMaxRows'
      | 'getMaxColumns'
      | 'appendRow'
      | 'insertRowsAfter'
      | 'insertRowsBefore'
      | 'insertColumnsAfter'
      | 'deleteRows'
      | 'deleteRow'
      | 'getConditionalFormatRules'
      | 'setConditionalFormatRules'
      | 'clearConditionalFormatRules'
      | 'protect'
      | 'getProtections'
      | 'newChart'
      | 'insertChart'
      | 'getCharts'
      | 'removeChart'
      | 'activate'
      | 'getActiveRange'
      | 'getActiveRangeList'
    >
{
  static readonly emulates = 'Sheet';

  getName(): string {
    return this.tab.title;
  }
  getSheetId(): number {
    return this.tab.gid;
  }
  getIndex(): number {
    return this.execution.backend.state.book.tabs.indexOf(this.tab) + 1;
  }
  setName(name: string): this {
    return write(this, 'setName', () => renameTab(this.execution.backend.state.book, this.tab, name));
  }

  /** A handle: no call. Google refuses cells outside the grid. */
  getRange(row: number | string, column?: number, rows = 1, columns = 1): RangeService {
    const rect = typeof row === 'string' ? this.#rectOf(row) : this.#block(row, column ?? 1, rows, columns);
    return new RangeService(this.execution, this.tab, rect);
  }

  /** A handle: no call. How far it reaches is found when it is used, in the same look. */
  getDataRange(): RangeService {
    const { execution, tab } = this;
    let known: { readonly lastRow: number; readonly lastColumn: number } | null = null;
    const reach = () => {
      if (!known) execution.settle();
      known ??= { lastRow: Math.max(1, lastRow(tab)), lastColumn: Math.max(1, widest(tab)) };
      return known;
    };
    const rect: Rect = {
      firstRow: 1,
      firstColumn: 1,
      get lastRow() {
        return reach().lastRow;
      },
      get lastColumn() {
        return reach().lastColumn;
      },
    };
    return new RangeService(execution, tab, rect, true);
  }

  getLastRow(): number {
    return read(this, 'getLastRow', () => lastRow(this.tab));
  }
  getLastColumn(): number {
    return read(this, 'getLastColumn', () => widest(this.tab));
  }
  getMaxRows(): number {
    return read(this, 'getMaxRows', () => this.tab.rowCount);
  }
  getMaxColumns(): number {
    return read(this, 'getMaxColumns', () => this.tab.columnCount);
  }

  /** Below the last row that holds something when it reaches the sheet, wherever that is by then. */
  appendRow(cells: readonly unknown[]): this {
    return write(this, 'appendRow', () => {
      const { book } = this.execution.backend.state;
      const row = lastRow(this.tab) + 1;
      if (row > this.tab.rowCount) insertRows(book, this.tab, row, 1, true);
      writeValues(book, this.tab, row, 1, [cells]);
    });
  }

  /** At once: the ranges asked for next may lie in the new rows. */
  insertRowsAfter(row: number, count: number): this {
    read(this, 'insertRowsAfter', () =>
      insertRows(this.execution.backend.state.book, this.tab, row + 1, count, true),
    );
    return this;
  }
  insertRowsBefore(row: number, count: number): this {
    read(this, 'insertRowsBefore', () => insertRows(this.execution.backend.state.book, this.tab, row, count));
    return this;
  }
  insertColumnsAfter(column: number, count: number): this {
    read(this, 'insertColumnsAfter', () =>
      insertColumns(this.execution.backend.state.book, this.tab, column + 1, count),
    );
    return this;
  }
  deleteRows(row: number, count: number): void {
    if (row + count - 1 > this.tab.rowCount) throw new ServiceError('Those rows are out of bounds.');
    write(this, 'deleteRows', () => deleteRows(this.execution.backend.state.book, this.tab, row, count));
  }
  deleteRow(row: number): this {
    this.deleteRows(row, 1);
    return this;
  }

  getConditionalFormatRules(): ConditionalRuleService[] {
    return read(this, 'getConditionalFormatRules', () =>
      this.tab.look.conditional.map((rule) => new ConditionalRuleService(rule)),
    );
  }
  setConditionalFormatRules(rules: readonly unknown[]): void {
    const kept = rules.map((rule) =>
      rule instanceof ConditionalRuleService ? rule.rule : notEmulated('a conditional rule that is none'),
    );
    change(this, 'setConditionalFormatRules', () => {
      this.tab.look.conditional = kept;
    });
  }
  clearConditionalFormatRules(): void {
    change(this, 'clearConditionalFormatRules', () => {
      this.tab.look.conditional = [];
    });
  }

  protect(): ProtectionService {
    return protectRange(this.execution, this.tab, null);
  }
  getProtections(type: unknown): ProtectionService[] {
    const wholeTabs = enumName(type, 'ProtectionType') === 'SHEET';
    return read(this, 'getProtections', () =>
      this.tab.look.protections
        .filter(({ rect }) => (rect === null) === wholeTabs)
        .map((protection) => new ProtectionService(this.execution, this.tab, protection)),
    );
  }

  newChart(): ChartBuilder {
    return newChart(this.execution, this.tab);
  }
  insertChart(chart: unknown): unknown {
    if (!(chart instanceof ChartService)) return notEmulated('a chart that is none');
    return change(this, 'insertChart', () => this.tab.look.charts.push(chart.chart));
  }
  getCharts(): ChartService[] {
    return read(this, 'getCharts', () => this.tab.look.charts.map((chart) => new ChartService(chart)));
  }
  removeChart(chart: unknown): unknown {
    if (!(chart instanceof ChartService)) return notEmulated('a chart that is none');
    return change(this, 'removeChart', () => {
      const index = this.tab.look.charts.findIndex(({ id }) => id === chart.chart.id);
      if (index >= 0) this.tab.look.charts.splice(index, 1);
    });
  }

  activate(): this {
    return write(this, 'activate', () => {
      const { selection } = this.execution.backend.state;
      selection.gid = this.tab.gid;
      selection.ranges = [{ row: 1, column: 1, rows: 1, columns: 1 }];
    });
  }
  getActiveRange(): RangeService | null {
    return read(this, 'getActiveRange', () => {
      const { gid, ranges } = this.execution.backend.state.selection;
      const range = ranges.at(-1);
      if (gid !== this.tab.gid || !range) return null;
      return this.getRange(range.row, range.column, range.rows, range.columns);
    });
  }

  getActiveRangeList(): RangeListService | null {
    return read(this, 'getActiveRangeList', () => {
      const { gid, ranges } = this.execution.backend.state.selection;
      if (gid !== this.tab.gid || ranges.length === 0) return null;
      return new RangeListService(ranges.map((r) => this.getRange(r.row, r.column, r.rows, r.columns)));
    });
  }

  #rectOf(a1: string): Rect {
    const title = `'${this.tab.title.replaceAll("'", "''")}'`;
    const {
      firstRow,
      lastRow: last,
      firstColumn,
      lastColumn,
    } = parseRange(this.execution.backend.state.book, `${title}!${a1}`);
    return { firstRow, lastRow: last, firstColumn, lastColumn };
  }

  #block(row: number, column: number, rows: number, columns: number): Rect {
    const rect = {
      firstRow: row,
      lastRow: row + rows - 1,
      firstColumn: column,
      lastColumn: column + columns - 1,
    };
    if (rect.lastRow > this.tab.rowCount || rect.lastColumn > this.tab.columnCount)
      throw new ServiceError('The coordinates of the range are outside the dimensions of the sheet.');
    return rect;
  }
}

function widest(tab: Tab): number {
  return tab.rows.reduce((most, row) => {
    let width = row.length;
    while (width > most && (row[width - 1] ?? null) === null) width -= 1;
    return Math.max(most, width);
  }, 0);
}
