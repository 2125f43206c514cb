/** `Range`: cells by their place. It keeps its place when rows move under it, as Google's does. */
import { columnsOf, displayValues, readFormulas, readValues, rowsOf, writeValues } from '../cells.ts';
import { type Emulates, notEmulated } from '../emulated.ts';
import { reorderRows } from '../spreadsheet.ts';
import { protectRange } from './protection.ts';
import { a1Of, type Block, checkShape, RangeLooks } from './range-looks.ts';
import { SheetService } from './sheet.ts';

type Google = GoogleAppsScript.Spreadsheet.Range;

export class RangeService
  extends RangeLooks
  implements
    Emulates<
      Google,
      | 'getRow'
      | 'getColumn'
      | 'getLastRow'
      | 'getLastColumn'
      | 'getNumRows'
      | 'getNumColumns'
      | 'getWidth'
      | 'getHeight'
      | 'getA1Notation'
      | 'getSheet'
      | 'getValues'
      | 'getValue'
      | 'getDisplayValues'
      | 'getFormulas'
      | 'setValues'
      | 'setValue'
      | 'setFormula'
      | 'clearContent'
      | 'clear'
      | 'protect'
      | 'offset'
      | 'sort'
    >
{
  static readonly emulates = 'Range';

  getRow(): number {
    return this.rect.firstRow;
  }
  getColumn(): number {
    return this.rect.firstColumn;
  }
  getLastRow(): number {
    return this.rect.lastRow;
  }
  getLastColumn(): number {
    return this.rect.lastColumn;
  }
  getNumRows(): number {
    return this.rect.lastRow - this.rect.firstRow + 1;
  }
  getNumColumns(): number {
    return this.rect.lastColumn - this.rect.firstColumn + 1;
  }
  getHeight(): number {
    return this.getNumRows();
  }
  getWidth(): number {
    return this.getNumColumns();
  }

  getA1Notation(): string {
    return a1Of(this.rect);
  }

  getSheet(): SheetService {
    return new SheetService(this.execution, this.tab);
  }

  getValues(): unknown[][] {
    return this.#read('getValues', () => readValues(this.execution.backend.state.book, this.tab, this.rect));
  }

  getValue(): unknown {
    return this.#read(
      'getValue',
      () => readValues(this.execution.backend.state.book, this.tab, this.rect)[0]?.[0],
    );
  }

  getDisplayValues(): string[][] {
    return this.#read('getDisplayValues', () => displayValues(this.tab, this.rect));
  }

  getFormulas(): string[][] {
    return this.#read('getFormulas', () => readFormulas(this.tab, this.rect));
  }

  setValues(values: Block): this {
    checkShape(this, values);
    return this.#write('setValues', () =>
      writeValues(
        this.execution.backend.state.book,
        this.tab,
        this.rect.firstRow,
        this.rect.firstColumn,
        values,
      ),
    );
  }

  setValue(value: unknown): this {
    return this.setValues(this.#filled(value));
  }

  setFormula(formula: string): this {
    return this.setValues(this.#filled(formula.startsWith('=') ? formula : `=${formula}`));
  }

  clearContent(): this {
    return this.#write('clearContent', () =>
      writeValues(
        this.execution.backend.state.book,
        this.tab,
        this.rect.firstRow,
        this.rect.firstColumn,
        this.#filled(null),
      ),
    );
  }

  clear(options?: object): this {
    if (options !== undefined) notEmulated('Range.clear with options');
    return this.clearContent().clearFormat();
  }

  protect(): unknown {
    return protectRange(this.execution, this.tab, this.rect);
  }

  offset(down: number, right: number, rows?: number, columns?: number): RangeService {
    const [firstRow, firstColumn] = [this.rect.firstRow + down, this.rect.firstColumn + right];
    const lastRow = firstRow + (rows ?? this.getNumRows()) - 1;
    const lastColumn = firstColumn + (columns ?? this.getNumColumns()) - 1;
    return new RangeService(this.execution, this.tab, { firstRow, lastRow, firstColumn, lastColumn });
  }

  /** Only by one column, upwards. */
  sort(column: unknown): this {
    if (typeof column !== 'number') return notEmulated('Range.sort by more than a column’s number');
    return this.#write('sort', () => {
      const { firstRow, lastRow } = this.rect;
      const { book } = this.execution.backend.state;
      reorderRows(book, this.tab, firstRow, lastRow, (a, b) =>
        String(a[column - 1] ?? '\uffff').localeCompare(String(b[column - 1] ?? '\uffff')),
      );
    });
  }

  #read<T>(name: string, effect: () => T): T {
    return this.execution.read(`Range.${name}`, effect);
  }

  #write(name: string, effect: () => void): this {
    this.execution.write(`Range.${name}`, effect);
    return this;
  }

  #filled(value: unknown): unknown[][] {
    return rowsOf(this.rect).map(() => columnsOf(this.rect).map(() => value));
  }
}

/** `RangeList`: the ranges a user selected together. */
export class RangeListService implements Emulates<GoogleAppsScript.Spreadsheet.RangeList, 'getRanges'> {
  static readonly emulates = 'RangeList';
  readonly ranges: RangeService[];
  constructor(ranges: RangeService[]) {
    this.ranges = ranges;
  }
  getRanges(): RangeService[] {
    return this.ranges;
  }
}
