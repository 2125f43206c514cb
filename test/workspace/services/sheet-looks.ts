/** What `Sheet` does to the looks of its tab: frozen rows, widths, colours, what is hidden. */
import type { Emulates } from '../emulated.ts';
import type { Execution } from '../execution.ts';
import { type Tab, wrote } from '../spreadsheet.ts';

export class SheetLooks
  implements
    Emulates<
      GoogleAppsScript.Spreadsheet.Sheet,
      | 'setFrozenRows'
      | 'setFrozenColumns'
      | 'getFrozenRows'
      | 'setColumnWidth'
      | 'setColumnWidths'
      | 'setRowHeight'
      | 'setTabColor'
      | 'setHiddenGridlines'
      | 'hideSheet'
      | 'showSheet'
      | 'isSheetHidden'
      | 'hideColumns'
    >
{
  readonly execution: Execution;
  readonly tab: Tab;

  constructor(execution: Execution, tab: Tab) {
    this.execution = execution;
    this.tab = tab;
  }

  setFrozenRows(rows: number): void {
    change(this, 'setFrozenRows', () => {
      this.tab.look.frozenRows = rows;
    });
  }
  setFrozenColumns(columns: number): void {
    change(this, 'setFrozenColumns', () => {
      this.tab.look.frozenColumns = columns;
    });
  }
  getFrozenRows(): number {
    return read(this, 'getFrozenRows', () => this.tab.look.frozenRows);
  }
  setColumnWidth(column: number, width: number): this {
    return change(this, 'setColumnWidth', () => this.tab.look.columnWidths.set(column, width));
  }
  setColumnWidths(first: number, count: number, width: number): this {
    return change(this, 'setColumnWidths', () => {
      for (let index = 0; index < count; index += 1) this.tab.look.columnWidths.set(first + index, width);
    });
  }
  setRowHeight(row: number, height: number): this {
    return change(this, 'setRowHeight', () => this.tab.look.rowHeights.set(row, height));
  }
  setTabColor(color: string | null): this {
    return change(this, 'setTabColor', () => {
      this.tab.look.color = color;
    });
  }
  setHiddenGridlines(hidden: boolean): this {
    return change(this, 'setHiddenGridlines', () => {
      this.tab.look.gridlines = !hidden;
    });
  }
  hideSheet(): this {
    return change(this, 'hideSheet', () => {
      this.tab.look.hidden = true;
    });
  }
  showSheet(): this {
    return change(this, 'showSheet', () => {
      this.tab.look.hidden = false;
    });
  }
  isSheetHidden(): boolean {
    return read(this, 'isSheetHidden', () => this.tab.look.hidden);
  }
  hideColumns(first: number, count = 1): void {
    change(this, 'hideColumns', () => {
      for (let index = 0; index < count; index += 1) this.tab.look.hiddenColumns.add(first + index);
    });
  }
}

export function read<T>({ execution }: SheetLooks, name: string, effect: () => T): T {
  return execution.read(`Sheet.${name}`, effect);
}

export function write<T extends SheetLooks>(sheet: T, name: string, effect: () => void): T {
  sheet.execution.write(`Sheet.${name}`, effect);
  return sheet;
}

/** A write that changes what a tab looks like, not what it holds. */
export function change<T extends SheetLooks>(sheet: T, name: string, effect: () => unknown): T {
  return write(sheet, name, () => {
    effect();
    wrote(sheet.execution.backend.state.book);
  });
}
