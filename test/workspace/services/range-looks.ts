/** What `Range` does to the looks of its cells: formats, colours, alignment, validation. */
import { columnLetters } from '../a1-range.ts';
import { columnsOf, rowsOf } from '../cells.ts';
import { type Emulates, enumName, notEmulated } from '../emulated.ts';
import { type Execution, ServiceError } from '../execution.ts';
import type { Rect, Tab } from '../spreadsheet.ts';
import { addStyle, clearStyles, formatsOfColumn, styleAt } from '../styles.ts';
import { DataValidation, type ValidationRule } from './validation.ts';

export type Block = readonly (readonly unknown[])[];
type Google = GoogleAppsScript.Spreadsheet.Range;

const FORMATS = (
  'background fontColor fontWeight fontStyle fontSize fontFamily fontLine numberFormat ' +
  'horizontalAlignment verticalAlignment wrap border'
).split(' ');

export class RangeLooks
  implements
    Emulates<
      Google,
      | 'clearFormat'
      | 'getNumberFormats'
      | 'setNumberFormat'
      | 'setNumberFormats'
      | 'setDataValidation'
      | 'setDataValidations'
      | 'getDataValidation'
      | 'getDataValidations'
      | 'clearDataValidations'
      | 'setBackground'
      | 'setBackgrounds'
      | 'setFontColor'
      | 'setFontWeight'
      | 'setFontStyle'
      | 'setFontSize'
      | 'setFontFamily'
      | 'setFontLine'
      | 'setHorizontalAlignment'
      | 'setVerticalAlignment'
      | 'setWrap'
      | 'setWrapStrategy'
      | 'setBorder'
      | 'setNote'
      | 'setNotes'
      | 'merge'
    >
{
  readonly execution: Execution;
  readonly tab: Tab;
  readonly rect: Rect;

  /** @param isLater the cells are known to exist, and which they are is found when they are used */
  constructor(execution: Execution, tab: Tab, rect: Rect, isLater = false) {
    this.execution = execution;
    this.tab = tab;
    this.rect = rect;
    if (isLater) return;
    if (rect.firstRow < 1 || rect.firstColumn < 1 || rect.lastRow < rect.firstRow)
      throw new ServiceError('The number of rows in the range must be at least 1.');
    if (rect.lastColumn < rect.firstColumn)
      throw new ServiceError('The number of columns in the range must be at least 1.');
  }

  clearFormat(): this {
    this.execution.write('Range.clearFormat', () => clearStyles(this.tab, this.rect, FORMATS));
    return this;
  }

  getNumberFormats(): string[][] {
    return this.execution.read('Range.getNumberFormats', () => {
      const formats = columnsOf(this.rect).map((column) => formatsOfColumn(this.tab, column));
      return rowsOf(this.rect).map((row) => formats.map((format) => format(row) || 'General'));
    });
  }

  setNumberFormat(format: string): this {
    return setLook(this, 'setNumberFormat', 'numberFormat', format);
  }

  setNumberFormats(formats: Block): this {
    return setLooks(this, 'setNumberFormats', 'numberFormat', formats);
  }

  setDataValidation(rule: unknown): this {
    return setLook(this, 'setDataValidation', 'validation', ruleOf(rule));
  }

  setDataValidations(rules: Block): this {
    return setLooks(
      this,
      'setDataValidations',
      'validation',
      rules.map((line) => line.map(ruleOf)),
    );
  }

  getDataValidation(): unknown {
    return this.getDataValidations()[0]?.[0] ?? null;
  }

  getDataValidations(): unknown[][] {
    return this.execution.read('Range.getDataValidations', () =>
      rowsOf(this.rect).map((row) =>
        columnsOf(this.rect).map((column) => validationAt(this.tab, row, column)),
      ),
    );
  }

  clearDataValidations(): this {
    return setLook(this, 'clearDataValidations', 'validation', null);
  }

  setBackground(color: string | null): this {
    return setLook(this, 'setBackground', 'background', color);
  }
  setBackgrounds(colors: Block): this {
    return setLooks(this, 'setBackgrounds', 'background', colors);
  }
  setFontColor(color: string | null): this {
    return setLook(this, 'setFontColor', 'fontColor', color);
  }
  setFontWeight(weight: string | null): this {
    return setLook(this, 'setFontWeight', 'fontWeight', weight);
  }
  setFontStyle(style: string | null): this {
    return setLook(this, 'setFontStyle', 'fontStyle', style);
  }
  setFontSize(size: number): this {
    return setLook(this, 'setFontSize', 'fontSize', size);
  }
  setFontFamily(family: string | null): this {
    return setLook(this, 'setFontFamily', 'fontFamily', family);
  }
  setFontLine(line: string | null): this {
    return setLook(this, 'setFontLine', 'fontLine', line);
  }
  setHorizontalAlignment(alignment: string | null): this {
    return setLook(this, 'setHorizontalAlignment', 'horizontalAlignment', alignment);
  }
  setVerticalAlignment(alignment: string | null): this {
    return setLook(this, 'setVerticalAlignment', 'verticalAlignment', alignment);
  }
  setWrap(wraps: boolean): this {
    return setLook(this, 'setWrap', 'wrap', wraps ? 'WRAP' : 'OVERFLOW');
  }
  setWrapStrategy(strategy: unknown): this {
    return setLook(this, 'setWrapStrategy', 'wrap', enumName(strategy, 'WrapStrategy'));
  }
  setBorder(...edges: unknown[]): this {
    return setLook(this, 'setBorder', 'border', edges.slice(0, 7).map(String));
  }
  setNote(note: string | null): this {
    return setLook(this, 'setNote', 'note', note);
  }
  setNotes(notes: Block): this {
    return setLooks(this, 'setNotes', 'note', notes);
  }
  merge(): this {
    return setLook(this, 'merge', 'merge', a1Of(this.rect));
  }
}

/** The place of cells, `B2` or `A1:C9`. */
export function a1Of({ firstRow, lastRow, firstColumn, lastColumn }: Rect): string {
  const first = columnLetters(firstColumn) + firstRow;
  const last = columnLetters(lastColumn) + lastRow;
  return first === last ? first : `${first}:${last}`;
}

/** Google refuses a block that is not as large as its range. */
export function checkShape({ rect }: { readonly rect: Rect }, values: Block): void {
  const [rows, columns] = [rect.lastRow - rect.firstRow + 1, rect.lastColumn - rect.firstColumn + 1];
  if (values.length !== rows)
    throw new ServiceError(
      'The number of rows in the data does not match the number of rows in the range. ' +
        `The data has ${values.length} but the range has ${rows}.`,
    );
  const odd = values.find((line) => line.length !== columns);
  if (odd)
    throw new ServiceError(
      'The number of columns in the data does not match the number of columns in the range. ' +
        `The data has ${odd.length} but the range has ${columns}.`,
    );
}

function setLook<T extends RangeLooks>(range: T, name: string, property: string, value: unknown): T {
  range.execution.write(`Range.${name}`, () => addStyle(range.tab, range.rect, property, value));
  return range;
}

function setLooks<T extends RangeLooks>(range: T, name: string, property: string, values: Block): T {
  checkShape(range, values);
  range.execution.write(`Range.${name}`, () => styleCells(range.tab, range.rect, property, values));
  return range;
}

/** A look for each cell; a column whose cells look alike is kept as one. */
function styleCells(tab: Tab, rect: Rect, property: string, values: Block): void {
  columnsOf(rect).forEach((column, right) => {
    const looks = values.map((line) => line[right]);
    const alike = looks.every((look) => look === looks[0]);
    if (alike) addStyle(tab, { ...rect, firstColumn: column, lastColumn: column }, property, looks[0]);
    else {
      looks.forEach((look, down) => {
        const row = rect.firstRow + down;
        const cell = { firstRow: row, lastRow: row, firstColumn: column, lastColumn: column };
        addStyle(tab, cell, property, look);
      });
    }
  });
}

function ruleOf(rule: unknown): ValidationRule | null {
  if (rule === null || rule === undefined) return null;
  return rule instanceof DataValidation ? rule.rule : notEmulated('a validation that is none');
}

/** The validation of a cell, as the model keeps it. */
export function validationRuleAt(tab: Tab, row: number, column: number): ValidationRule | null {
  const rule = styleAt(tab, 'validation', row, column);
  return isRule(rule) ? rule : null;
}

function isRule(value: unknown): value is ValidationRule {
  return typeof value === 'object' && value !== null && 'criteria' in value;
}

function validationAt(tab: Tab, row: number, column: number): DataValidation | null {
  const rule = validationRuleAt(tab, row, column);
  return rule && new DataValidation(rule);
}
